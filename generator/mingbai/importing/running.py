"""The balances that a table prints row by row: each must follow from the one before; the first that does not is named."""

from __future__ import annotations

from typing import NamedTuple

from mingbai.importing.table import Row


class Left(NamedTuple):
    """What rows moved since the balance before (negative: took away), and what was left after the last of them, in fen; None: not printed."""

    row: Row
    moved: int
    fen: int | None


class Broken(NamedTuple):
    """The first row whose balance does not follow, and what it ought to be, in fen."""

    row: Row
    ought: int


def broken(balances: list[Left]) -> Broken | None:
    """The first row that does not follow, oldest first or newest first, whichever way the table runs; None where all do."""
    down = _first(balances)
    return None if down is None or _first(balances[::-1]) is None else down


def _first(balances: list[Left]) -> Broken | None:
    before: int | None = None
    for one in balances:
        before = None if before is None else before + one.moved
        if one.fen is not None:
            if before is not None and one.fen != before:
                return Broken(one.row, before)
            before = one.fen
    return None
