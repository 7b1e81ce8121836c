"""What the templates of claims and debts show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.kinds.debts.records import Debt
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class Row:
    """One claim or debt in the register; fen; `tags` are (word, state) pairs, its state first."""

    number: str
    reason: str
    address: str
    nature: str
    other: str
    day: datetime.date
    due: datetime.date | None
    age: str
    amount: int
    settled: int
    written_off: int
    left: int
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The open entries of one direction, with their sums in fen."""

    title: str
    anchor: str
    rows: tuple[Row, ...]
    amount: int
    settled: int
    left: int


@dataclass(frozen=True, slots=True)
class Aged:
    """What is outstanding of one nature by band of age, in fen; `total` their sum."""

    nature: str
    fen: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RegisterContext:
    """The register of one book; `owed_to` and `owed_by` are what others owe us and we owe, `late_fen` what of both is overdue; `heads` of the table of ages."""

    book: Book
    lede: str
    late: str
    owed_to: int
    owed_by: int
    late_fen: int
    bands: tuple[str, ...]
    heads: tuple[str, ...]
    aged: tuple[Aged, ...]
    sides: tuple[Side, ...]
    settled: tuple[Row, ...]
    notes: tuple[Note, ...]
    phone: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One thing that happened to it: what it added to, or took from, what is left, and what was left then; fen."""

    when: str
    words: str
    more: int | None
    less: int | None
    left: int
    link: Link | None


@dataclass(frozen=True, slots=True)
class DebtContext:
    """The page of one claim or debt."""

    book: Book
    debt: Debt
    row: Row
    lede: str
    late: str
    words: tuple[str, str]
    interest: str
    decision: Link | None
    contract: Link | None
    steps: tuple[StepRow, ...]
    cited_by: tuple[Link, ...]
    notes: tuple[Note, ...]
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """What the book's page says of its claims and debts."""

    lede: str
    late: str
    address: str
