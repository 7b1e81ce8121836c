"""Notices for the board and the text for chat groups, from checked books.

`wishes`: which notices are asked for; `board`: the lists that are for the board alone; `notices`, `listing`: what stands on a sheet;
`setting`: sheets become PDFs; `chat`: the month in 300 characters. Only the codes are loaded with the package: `explain` needs no more.
"""

from mingbai.printing.codes import CODES

__all__ = ["CODES"]
