"""What the budget templates show; fen, rates in words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.pages import Chart, Link, Note


@dataclass(frozen=True, slots=True)
class Row:
    """One item; `tag` and `state` say whether it keeps to the budget, empty where there is nothing to say.

    `lines` and `fund_page` are the pages on which the lines of its category and of its fund stand, empty where there are none.
    """

    anchor: str
    number: str
    category: str
    fund: str
    note: str
    last: int | None
    voted: int
    revised: int
    half: int
    done: int
    left: int
    rate: str
    tag: str
    state: str
    lines: str
    fund_page: str


@dataclass(frozen=True, slots=True)
class Side:
    """Income or expense: its items and their sums; `other` is what the budget does not know, by category, with its first line and its page; `chart` None for one item."""

    title: str
    anchor: str
    done_word: str
    left_word: str
    rows: tuple[Row, ...]
    last: int | None
    voted: int
    revised: int
    half: int
    done: int
    left: int
    rate: str
    other: tuple[tuple[str, int, Link | None, str], ...]
    other_sum: int
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change of the budget: what, by how much, why, who decided."""

    anchor: str
    day: datetime.date
    what: str
    fen: int
    reason: str
    decision: Link | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class YearContext:
    """`budget/year.html`: a budget beside what was done."""

    book: Book
    year: int
    lede: str
    late: str
    decision: Link | None
    explanation: str
    sides: tuple[Side, ...]
    changes: tuple[ChangeRow, ...]
    over: tuple[tuple[str, int, Link | None], ...]
    notes: tuple[Note, ...]
    until: str
    phone: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year in the list of a book's budgets."""

    title: str
    address: str
    lede: str
    rate: str


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`budget/index.html`: the budgets of one book, newest first."""

    book: Book
    lede: str
    years: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """`budget/part.html`: what the book's page says of its newest budget."""

    lede: str
    late: str
    address: str
    year: int
    done: int
    revised: int
