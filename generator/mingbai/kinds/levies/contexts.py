"""What the levy templates show; fen."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.kinds.levies.records import LevyFile
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class Row:
    """One levy in the list."""

    name: str
    address: str
    year: int
    total: int
    due: int
    collected: int
    spent: int
    left: int
    word: str
    state: str


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`levies/index.html`: the levies of one book; also the part of the book's page."""

    book: Book
    lede: str
    late: str
    rows: tuple[Row, ...]
    address: str
    phone: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the levy's account, with what was left after it."""

    day: datetime.date
    summary: str
    party: str
    income: int | None
    expense: int | None
    left: int
    voucher: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class LevyContext:
    """`levies/levy.html`: one levy, its account until it is closed."""

    book: Book
    levy: LevyFile
    row: Row
    lede: str
    late: str
    parts: tuple[tuple[str, str, int], ...]
    decision: Link | None
    project: Link | None
    settled: Link | None
    lines: tuple[LineRow, ...]
    notes: tuple[Note, ...]
    phone: str
    source: str
    basis: tuple[str, ...]
