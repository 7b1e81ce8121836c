"""Double entry (复式记账): every line as debits and credits, every account of the chart month by month.

Income, expense and transfers post themselves: the account of the money on one side, the category (an account of the chart) on the other.
A line of kind 记账 posts its 分录. So debits equal credits by construction where each 分录 balances, and the trial balance proves it.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mingbai.books import Books
from mingbai.kinds.finance.posting.chart import TOP, BookChart, LedgerAccount, chart_of
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.packs import AccountClass


class Booked(NamedTuple):
    """One side of a line: an account by number, fen (debit positive, credit negative)."""

    posted: Posted
    number: str
    fen: int

    @property
    def day(self) -> datetime.date:
        """The day of the line."""
        return self.posted.line.date


class Turnover(NamedTuple):
    """One account over a stretch of time, in fen: opening and closing debit positive, the two sides without sign."""

    account: LedgerAccount
    opening: int
    debit: int
    credit: int

    @property
    def closing(self) -> int:
        """Opening + debits − credits."""
        return self.opening + self.debit - self.credit


@dataclass(frozen=True, slots=True)
class DoubleMonth:
    """One month: its chart, what was booked in the order of the lines, what every account held at its ends (debit positive)."""

    month: MonthLedger
    chart: BookChart
    booked: tuple[Booked, ...]
    opening: Mapping[str, int]
    closing: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DoubleLedger:
    """One book in double entry; months without a chart, or before the book begins, are left out."""

    ledger: BookLedger
    months: tuple[DoubleMonth, ...]


def double_ledgers(books: Books) -> Mapping[str, DoubleLedger]:
    """Every book kept in double entry, by id, in the order of community.yml; use through `books.derived(double_ledgers)`."""
    found = ((id, _double(books, ledger)) for id, ledger in books.derived(ledgers).items())
    return {id: double for id, double in found if double is not None}


def _double(books: Books, ledger: BookLedger) -> DoubleLedger | None:
    before = chart_of(books, ledger.book, ledger.book.begins)
    if before is None:
        return None
    months: list[DoubleMonth] = []
    held: Mapping[str, int] = before.opening
    for month in ledger.months:
        chart = chart_of(books, ledger.book, month.last)
        if chart is None or month.last < ledger.book.begins:
            continue
        if before is not chart:
            held = carried(held, before, chart)
        booked = tuple(b for p in month.posted for b in sides(p, chart))
        closing = _after(held, booked)
        months.append(DoubleMonth(month, chart, booked, held, closing))
        held, before = closing, chart
    return DoubleLedger(ledger, tuple(months))


def sides(posted: Posted, chart: BookChart) -> Iterator[Booked]:
    """The debits and credits of a line; what names no account of the chart is left out and a finding elsewhere."""
    for words, fen in posted.legs:
        found = chart.find(words)
        if found is not None:
            yield Booked(posted, found.number, fen)
    for entry in posted.entries:
        money = chart.money.get(entry.account)
        if money is not None and entry.fen:
            yield Booked(posted, money, entry.fen)
            other = chart.find(entry.category)
            if other is not None:
                yield Booked(posted, other.number, -entry.fen)


def carried(held: Mapping[str, int], before: BookChart, after: BookChart) -> dict[str, int]:
    """Balances of one chart under the numbers of the next."""
    found: dict[str, int] = defaultdict(int)
    for number, fen in held.items():
        found[before.became(number, after)] += fen
    return dict(found)


def _after(held: Mapping[str, int], booked: Iterable[Booked]) -> dict[str, int]:
    found = defaultdict(int, held)
    for _, number, fen in booked:
        found[number] += fen
    return dict(found)


def turnovers(months: Iterable[DoubleMonth]) -> tuple[Turnover, ...]:
    """The trial balance (科目余额表) of consecutive months of one chart, by number: accounts that hold or moved something.

    A parent's row is the sum of what lies below it.
    """
    every = tuple(months)
    if not every:
        return ()
    chart = every[-1].chart
    opening, debit, credit = defaultdict(int, every[0].opening), defaultdict[str, int](int), defaultdict[str, int](int)
    if every[0].chart is not chart:
        opening = defaultdict(int, carried(every[0].opening, every[0].chart, chart))
    for month in every:
        for _, number, fen in month.booked:
            at = number if month.chart is chart else month.chart.became(number, chart)
            (debit if fen > 0 else credit)[at] += abs(fen)
    for account in chart.accounts.values():
        if account.parent:
            for sums in (opening, debit, credit):
                if account.number in sums:
                    sums[account.parent] += sums[account.number]
    rows = (Turnover(a, opening[n], debit[n], credit[n]) for n, a in chart.accounts.items())
    return tuple(r for r in rows if r.opening or r.debit or r.credit)


def held_by(at: DoubleMonth, numbers: Iterable[str], sign: int = 0) -> int:
    """What accounts of the chart (their sub-accounts included) hold at the end of a month, debit positive; `sign` takes one side's balances only."""
    wanted = set(numbers)
    return sum(fen for n, fen in at.closing.items() if n[:TOP] in wanted and (not sign or fen * sign > 0))


def result_accounts(chart: BookChart) -> frozenset[str]:
    """The numbers of the accounts of profit and loss, sub-accounts included."""
    return frozenset(n for n, a in chart.accounts.items() if a.kind is AccountClass.RESULT)
