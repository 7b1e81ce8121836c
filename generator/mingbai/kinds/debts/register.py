"""Claims and debts with what became of them: settled, written off, left, how old, how long overdue, what interest is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import kept
from mingbai.kinds.debts.records import Debt, DebtFile, Nature, Outcome
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import citing
from mingbai.packs import Standard
from mingbai.values.days import months_later
from mingbai.values.rates import simple

BASIS = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45"))
"""The clauses by which it is published."""

BANDS = ("aging-1", "aging-2", "aging-3")
"""The standards that bound the bands of age, in months."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What one line did to a debt, in fen: of the principal and of interest, positive where it settles, negative where that was undone.

    `against` is what went the way in which the debt arose (money lent, a deposit taken), positive.
    """

    posted: Posted
    principal: int
    interest: int
    against: int


class Step(NamedTuple):
    """The principal that was left from a day on, in fen."""

    day: datetime.date
    left: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim or debt on the day of the books; fen.

    Attributes:
        id: `committee/YS-2024-01`; band: its band of age, 0 the youngest.
        moved: the lines that cite it, by day.
        settled: of the principal by lines, without what was settled before the book; written_off: given up.
        left: principal outstanding; 0 before it arose.
        accrued: interest that has arisen; interest: what of it was settled; both 0 where no rate is agreed.
    """

    id: str
    book: Book
    filed: Filed[DebtFile]
    debt: Debt
    moved: tuple[Moved, ...]
    settled: int
    written_off: int
    left: int
    accrued: int
    interest: int
    band: int
    as_of: datetime.date

    @property
    def open(self) -> bool:
        """Whether anything of it is outstanding."""
        return self.left > 0

    @property
    def late_days(self) -> int:
        """Days since it was due, 0 where it is settled or not yet due."""
        return max((self.as_of - self.debt.due).days, 0) if self.open and self.debt.due and self.debt.nature is not Nature.GUARANTEE else 0

    @property
    def interest_left(self) -> int:
        """Interest that has arisen and is not settled; never negative."""
        return max(self.accrued - self.interest, 0)


def standings(books: Books) -> tuple[Standing, ...]:
    """Every claim and debt of declared books, by book and in the order of the file; use through `books.derived(standings)`."""
    return tuple(_standing(books, book, filed, one) for book, filed, file in kept(books, DebtFile) for one in file.debts)


def outcomes(books: Books) -> Mapping[int, Outcome]:
    """The course of every balance, for other kinds."""
    return {s.debt.at_: Outcome(s.id, s.book.id, s.debt.nature, tuple(moves(s.debt, s.moved))) for s in books.derived(standings)}


def moves(debt: Debt, moved: tuple[Moved, ...]) -> Iterator[tuple[datetime.date, int]]:
    """(day, fen) of the principal: it arises, is settled, is written off; in order of days."""
    found = [(debt.day, debt.amount - (debt.before or 0))]
    if debt.nature is Nature.GUARANTEE:
        found += [(debt.released, -debt.amount)] if debt.released else []
    else:
        found += [(m.posted.line.date, -m.principal) for m in moved if m.principal]
        found += [(w.day, -w.amount) for w in debt.written_off]
    return iter(sorted(found, key=lambda one: one[0]))


def _standing(books: Books, book: Book, filed: Filed[DebtFile], debt: Debt) -> Standing:
    id = f"{book.id}/{debt.number}"
    moved = tuple(_moved(debt, p, books.law.standard("interest-categories", p.line.date)) for p in citing(books, "debt", id))
    course = tuple(moves(debt, moved))
    today = books.as_of
    left = sum(fen for day, fen in course if day <= today)
    return Standing(
        id,
        book,
        filed,
        debt,
        moved,
        sum(m.principal for m in moved),
        sum(w.amount for w in debt.written_off),
        left,
        accrued(debt, course, today, _year(books, debt.day)),
        sum(m.interest for m in moved),
        band(books, debt.day, today),
        today,
    )


def _moved(debt: Debt, posted: Posted, of_interest: Standard | None) -> Moved:
    words = of_interest.words if of_interest is not None else ()
    settles = Column.INCOME if debt.nature.claim else Column.EXPENSE
    principal = interest = against = 0
    for entry in posted.entries:
        fen = entry.fen if entry.column is Column.INCOME else -entry.fen
        if entry.column is not settles:
            against += abs(fen) if entry.column is Column.MOVE else fen
        elif entry.category in words:
            interest += fen
        else:
            principal += fen
    return Moved(posted, principal, interest, against)


def _year(books: Books, day: datetime.date) -> int:
    """Days a year of interest is counted by, of what was lent on a day; 0 where no pack says so: then no interest is worked out."""
    standard = books.law.standard("interest-days", day)
    return standard.count or 0 if standard else 0


def accrued(debt: Debt, course: tuple[tuple[datetime.date, int], ...], today: datetime.date, year: int) -> int:
    """Simple interest in fen on what was left, day by day, from the day it arose to `today`; the day it arose counts, the last does not."""
    if debt.rate is None or not year:
        return 0
    fen_days = left = 0
    since = debt.day
    for day, fen in (*(c for c in course if c[0] <= today), (today, 0)):
        if day > since:
            fen_days += max(left, 0) * (day - since).days
            since = day
        left += fen
    return simple(fen_days, debt.rate, year)


def bounds(books: Books) -> tuple[int, ...]:
    """Where one band of age ends and the next begins, in months, ascending; empty where no pack lays them down."""
    found = (books.law.standard(id) for id in BANDS)
    return tuple(sorted(s.count for s in found if s is not None and s.count))


def band(books: Books, day: datetime.date, today: datetime.date) -> int:
    """The band of age: 0 for what arose within the first bound (一年以内 includes the year itself)."""
    return sum(today > months_later(day, months) for months in bounds(books))
