"""What the distribution templates show; fen."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.kinds.distribution.records import DistributionFile
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year in the list."""

    title: str
    address: str
    lede: str
    members: int
    paid: int


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`distribution/index.html` and `distribution/part.html`: the years of one book, newest first."""

    book: Book
    lede: str
    address: str
    years: tuple[YearRow, ...]
    phone: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line that paid members."""

    day: datetime.date
    summary: str
    party: str
    fen: int
    voucher: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class YearContext:
    """`distribution/year.html`: where the gain came from, who gets it, what was paid."""

    book: Book
    file: DistributionFile
    year: int
    lede: str
    sources: tuple[tuple[str, int], ...]
    available: int
    uses: tuple[tuple[str, str, int], ...]
    used: int
    members: int
    paid: int
    unpaid: int
    decision: Link | None
    vote: str
    lines: tuple[LineRow, ...]
    notes: tuple[Note, ...]
    phone: str
    source: str
    basis: tuple[str, ...]
