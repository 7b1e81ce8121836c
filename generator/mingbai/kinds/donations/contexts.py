"""What the templates of donations show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.kinds.donations.records import Donation, Total
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class Row:
    """One donation in the register; money in fen, things in words; `tags` are (word, state) pairs."""

    number: str
    donor: str
    address: str
    day: datetime.date
    purpose: str
    given: int
    used: int
    left: int
    things: str
    things_used: str
    things_left: str
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RegisterContext:
    """The register of one book: money with its sums in fen, things beside it."""

    book: Book
    lede: str
    late: str
    money: tuple[Row, ...]
    things: tuple[Row, ...]
    given: int
    used: int
    left: int
    total: Total | None
    phone: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    """The part of a line that belongs to the donation, in fen, negative where something was undone."""

    day: datetime.date
    summary: str
    party: str
    fen: int
    note: str
    link: Link


@dataclass(frozen=True, slots=True)
class LotRow:
    """Things that were received, and what became of them, as counts in `unit`."""

    name: str
    day: datetime.date
    unit: str
    received: int
    given: int
    lost: int
    left: int
    link: Link | None


@dataclass(frozen=True, slots=True)
class DonationContext:
    """The page of one donation."""

    book: Book
    donation: Donation
    row: Row
    money: bool
    lede: str
    received: tuple[LineRow, ...]
    spent: tuple[LineRow, ...]
    lots: tuple[LotRow, ...]
    rest: Link | None
    notes: tuple[Note, ...]
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """What the book's page says of its donations."""

    lede: str
    late: str
    address: str
