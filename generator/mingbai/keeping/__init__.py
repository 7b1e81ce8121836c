"""Keeping the ledgers' own files: the canonical form (`fmt`), months and years closed and locked, a year's end proposed (`close`), entries of the register of publications proposed (`due --propose`), a look at one entry (`doctor`)."""

from mingbai.keeping.carrying import YearEnd, year_end
from mingbai.keeping.close import Closed, Given, close
from mingbai.keeping.doctor import Examined, Tie, examine
from mingbai.keeping.publications import Proposed, Publications, publications
from mingbai.keeping.tidy import Tidied, tidy
from mingbai.keeping.year import ClosedYear, close_year

__all__ = [
    "Closed",
    "ClosedYear",
    "Examined",
    "Given",
    "Proposed",
    "Publications",
    "Tidied",
    "Tie",
    "YearEnd",
    "close",
    "close_year",
    "examine",
    "publications",
    "tidy",
    "year_end",
]
