"""What the templates of goods show; numbers of goods are ten-thousandths of their unit."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.kinds.goods.records import Item
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class Row:
    """One sort of goods in the register; `tags` are (word, state) pairs."""

    number: str
    name: str
    address: str
    unit: str
    received: int
    given: int
    lost: int
    left: int
    last: datetime.date | None
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class of people and what was given to it: how often, to how many at most at one time, the goods in words."""

    name: str
    times: int
    reached: str
    goods: str


@dataclass(frozen=True, slots=True)
class RegisterContext:
    """The register of one book."""

    book: Book
    lede: str
    late: str
    rows: tuple[Row, ...]
    classes: tuple[ClassRow, ...]
    phone: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One movement with the stock after it; `change` is a number with its sign, of a count of the shelf in words."""

    day: datetime.date
    doing: str
    state: str
    change: str
    words: str
    stock: int
    hands: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ItemContext:
    """The page of one sort of goods."""

    book: Book
    item: Item
    row: Row
    lede: str
    late: str
    steps: tuple[StepRow, ...]
    lines: tuple[Link, ...]
    notes: tuple[Note, ...]
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """What the book's page says of its goods."""

    lede: str
    late: str
    address: str
