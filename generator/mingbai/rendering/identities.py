"""Every row of every table gets an id: stable, the same in every file format, made of what the ledgers say.

    finance-lines:committee/2026-03/03-014:1    the line with this voucher of this month of this book, its first share
    finance-balances:committee:2026-03:账户:bank   of several columns, a colon between them

An id never depends on where a row stands, in a ledger, in a file or in a table: lines may be added, files and lines put in another order. It
changes only where a fact it is made of changes, which for a closed month is a correction under a number of its own. In tables whose rows
may be alike a digest of the whole row is its last part. Files say by which rules it was made (`VERSION`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final

from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

VERSION: Final = "1"
"""Of the tables: the names and meanings of columns, and the rules of ids. It changes with what would break a program that reads them."""
ID: Final = Column("row_id", Text("记录编号", "Id of the row"))
_ESCAPED: Final = str.maketrans({"%": "%25", ":": "%3A"})
_DIGITS: Final = 12


def identified(table: Dataset) -> Dataset:
    """The table with the id of every row as its last column."""
    rows = [(*row, id) for row, id in zip(table.rows, _ids(table), strict=True)]
    return replace(table, columns=(*table.columns, ID), rows=rows)


def _ids(table: Dataset) -> Iterator[str]:
    names = [column.name for column in table.columns]
    key = [names.index(name) for name in table.key]
    taken: set[str] = set()
    for row in table.rows:
        parts = [_part(row[x]) for x in key]
        while parts and not parts[-1]:
            parts.pop()  # a line that is not divided has no share
        if table.alike or not parts:
            parts.append(sha256("\0".join(map(_part, row)).encode()).hexdigest()[:_DIGITS])
        id = first = ":".join((table.name, *parts))
        n = 1
        while id in taken:  # rows that differ in nothing of their key
            n += 1
            id = f"{first}:{n}"
        taken.add(id)
        yield id


def _part(cell: Any) -> str:
    return "" if cell is None else str(cell).translate(_ESCAPED)
