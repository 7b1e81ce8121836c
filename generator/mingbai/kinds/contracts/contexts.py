"""What the contract templates show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.kinds.contracts.records import Contract
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class Row:
    """One contract in the register; fen, `due` and `owed` None where it has no plan; `tags` are (word, state) pairs, the contract's state first."""

    number: str
    name: str
    address: str
    other: str
    sort: str
    term: str
    total: int | None
    due: int | None
    paid: int
    owed: int | None
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The contracts of one direction with their sums in fen."""

    title: str
    anchor: str
    words: tuple[str, str, str]
    rows: tuple[Row, ...]
    due: int
    paid: int
    owed: int


@dataclass(frozen=True, slots=True)
class RegisterContext:
    """The register of one book."""

    book: Book
    lede: str
    late: str
    sides: tuple[Side, ...]
    phone: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One payment of the plan; `tag` is its state."""

    number: str
    day: datetime.date
    fen: int
    paid: int
    left: int
    words: str
    tag: str
    state: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line that cites the contract; fen, negative where something was undone."""

    day: datetime.date
    summary: str
    party: str
    fen: int
    note: str
    link: Link


@dataclass(frozen=True, slots=True)
class ContractContext:
    """The page of one contract."""

    book: Book
    contract: Contract
    row: Row
    lede: str
    late: str
    words: tuple[str, str, str]
    price: str
    size: str
    decision: Link | None
    renews: Link | None
    renewed_by: tuple[Link, ...]
    things: tuple[Link, ...]
    changes: tuple[tuple[datetime.date, str, Link | None], ...]
    ending: Link | None
    plan: tuple[PlanRow, ...]
    lines: tuple[LineRow, ...]
    cited_by: tuple[Link, ...]
    notes: tuple[Note, ...]
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """What the book's page says of its contracts."""

    lede: str
    late: str
    address: str
