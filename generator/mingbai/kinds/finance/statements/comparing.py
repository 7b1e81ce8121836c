"""A stretch of months beside the same months a year before, by the class of the other party, and for one household."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kinds.community.records import Book, Community, Keeping
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.statements.ranges import counterpart
from mingbai.kinds.finance.statements.statement import Amount, Statement, statement
from mingbai.values.days import Month
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say


@dataclass(frozen=True, slots=True)
class Beside:
    """One figure now and a year before, in fen; `difference` = now − before."""

    name: str
    now: int
    before: int

    @property
    def difference(self) -> int:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class YearBefore:
    """A statement beside that of the same months a year before: the sums, then the categories of either, largest now first."""

    first: datetime.date
    last: datetime.date
    sums: tuple[Beside, ...]
    incomes: tuple[Beside, ...]
    expenses: tuple[Beside, ...]

    @property
    def sentence(self) -> str:
        """收入多 1,200.00 元，支出少 300.00 元，期末结余一样: the sums in words, the opening balance left out."""
        return joined("，", (f"{b.name}{_more(b.difference)}" for b in self.sums[1:]))


def _more(fen: int) -> str:
    return say("{told} {fen} 元", told="多" if fen > 0 else "少", fen=grouped(abs(fen))) if fen else "一样"


def year_before(books: Books, ledger: BookLedger, months: Sequence[MonthLedger], now: Statement) -> YearBefore | None:
    """None unless every one of the months is there a year before as well."""
    known = books.derived(_by_month)[ledger.book.id]
    earlier = [known[wanted] for m in months if (wanted := Month(m.month.year - 1, m.month.month)) in known]
    if len(earlier) != len(months):
        return None
    then = statement(books, ledger, earlier)
    sums = (
        Beside("期初结余", now.opening, then.opening),
        Beside("收入", now.income, then.income),
        Beside("支出", now.expense, then.expense),
        Beside("期末结余", now.closing, then.closing),
    )
    return YearBefore(then.first, then.last, sums, _beside(now.incomes, then.incomes), _beside(now.expenses, then.expenses))


def _by_month(books: Books) -> dict[str, dict[Month, MonthLedger]]:
    return {id: {m.month: m for m in ledger.months} for id, ledger in books.derived(ledgers).items()}


def _beside(now: Sequence[Amount], then: Sequence[Amount]) -> tuple[Beside, ...]:
    here, there = {a.name: a.fen for a in now}, {a.name: a.fen for a in then}
    return tuple(Beside(name, here.get(name, 0), there.get(name, 0)) for name in dict.fromkeys((*here, *there)))


@dataclass(frozen=True, slots=True)
class Party:
    """One class of other parties (单位, 个人 …): lines, fen received, fen paid; reversals and refunds taken off."""

    name: str
    lines: int
    income: int
    expense: int

    @property
    def key(self) -> str:
        """The class as lines say it, empty where they say none."""
        return "" if self.name == UNSAID else self.name


UNSAID = "未写明"


def parties(ledger: BookLedger, months: Sequence[MonthLedger]) -> tuple[Party, ...]:
    """By class of the other party, the largest spending first; lines that say none stand last. Transfers inside the book are left out.

    A reversal, a refund or a correction counts where the line it undoes counts.
    """
    found: dict[str, list[int]] = {}
    for month in months:
        for posted in month.posted:
            if posted.column is not Column.MOVE:
                name = counterpart(ledger, posted) or UNSAID
                row = found.setdefault(name, [0, 0, 0])
                row[0] += 1
                row[1 if posted.column is Column.INCOME else 2] += posted.amount
    made = (Party(name, *row) for name, row in found.items())
    return tuple(sorted(made, key=lambda p: (p.name == UNSAID, -p.expense, -p.income, p.name)))


@dataclass(frozen=True, slots=True)
class Household:
    """What was spent for each household, in fen, rounded half up: the division stands beside it."""

    expense: int
    households: int
    counted: datetime.date | None
    each: int


def per_household(books: Books, book: Book, expense: int) -> Household | None:
    """None where the number of households is not published: the reader could not check the division.

    None of a book in double entry either: what a collective paid its members was not spent for the households, and not all of these are members.
    """
    if book.keeping is Keeping.DOUBLE:
        return None
    community = books.the(Community)
    population = community.population if community else None
    if population is None or not population.households or expense <= 0:
        return None
    n = population.households
    return Household(expense, n, population.counted, (2 * expense + n) // (2 * n))
