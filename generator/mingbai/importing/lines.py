"""What rows become: lines, rows that are none and say why, printed balances; and what a table says of itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, NamedTuple

from mingbai.importing.mapping import Side, Unit
from mingbai.values.days import Month
from mingbai.values.text import Text


class Skipped(NamedTuple):
    """A row that became no line: its number in the file, the column and the word for which it was left out, what it is instead."""

    row: int
    column: str
    word: str
    what: Text | None = None


class Line(NamedTuple):
    """A row that was understood: its month, day, side, fen (above zero), its texts by their Chinese keys, and its number in the file.

    `constants` are those texts that the map says of all rows of the table.
    """

    period: Month
    date: datetime.date
    side: Side
    amount: int
    nodes: dict[str, Any]
    row: int
    constants: Mapping[str, Any]


class Left(NamedTuple):
    """A printed balance of an account, in fen."""

    account: str
    fen: int


class Saying(NamedTuple):
    """What a table says of itself: the side where it is all income or all expense, the unit of its amounts."""

    side: Side | None = None
    unit: Unit = Unit.YUAN
