"""What the asset templates show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.assets.records import Asset
from mingbai.kinds.community.records import Book
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class Row:
    """One asset in the register; fen; `tags` are (word, state) pairs."""

    asset: Asset
    address: str
    cost: int
    net: int
    counted: str
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The assets of one sort with their sums in fen."""

    title: str
    anchor: str
    rows: tuple[Row, ...]
    cost: int
    net: int


@dataclass(frozen=True, slots=True)
class StepRow:
    """One of the nine steps of an inventory; `when` is empty where it is not done."""

    title: str
    when: datetime.date | None
    words: str


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """One yearly inventory."""

    title: str
    steps: tuple[StepRow, ...]
    done: int


@dataclass(frozen=True, slots=True)
class RegisterContext:
    """The register of one book; `gone` are assets no longer there."""

    book: Book
    lede: str
    late: str
    number: int
    cost: int
    net: int
    groups: tuple[Group, ...]
    gone: tuple[Row, ...]
    inventories: tuple[InventoryRow, ...]
    notes: tuple[Note, ...]
    residual: str
    phone: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line that cites the asset, in fen as it was paid or received."""

    day: datetime.date
    summary: str
    fen: int
    what: str
    link: Link


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One event in its life."""

    day: datetime.date
    title: str
    words: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class AssetContext:
    """The page of one asset; fen."""

    book: Book
    asset: Asset
    row: Row
    lede: str
    area: str
    accumulated: int
    residual: int
    contract: Link | None
    changes: tuple[ChangeRow, ...]
    lines: tuple[LineRow, ...]
    cited_by: tuple[Link, ...]
    notes: tuple[Note, ...]
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """What the pages of the book and of finance say of its assets; fen."""

    book: Book
    lede: str
    late: str
    number: int
    cost: int
    net: int
    address: str


@dataclass(frozen=True, slots=True)
class PartsContext:
    """What the finance page says of the assets of all books, never added together."""

    books: tuple[PartContext, ...]
