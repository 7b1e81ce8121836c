"""Statements: what came in, went out and is left in a stretch of months, by category, by fund, by account."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mingbai import tables
from mingbai.books import Books
from mingbai.kinds.finance.posting.chart import BookChart, chart_of
from mingbai.kinds.finance.posting.entries import NO_FUND, Column
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.statements.ranges import UNNAMED, counterpart
from mingbai.packs import AccountClass
from mingbai.values.days import Month
from mingbai.values.speech import say


@dataclass(frozen=True, slots=True)
class Flow:
    """One row of a statement, in fen: opening + income − expense + moved = closing. `moved` are transfers inside the book."""

    id: str
    name: str
    opening: int
    income: int
    expense: int
    moved: int
    closing: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A category and its fen in one column; `share` is its part of the largest in thousandths, for a bar beside it.

    In double entry a category is an account of the chart: `words` say what it is, its number is the `code` beside them.
    """

    name: str
    fen: int
    share: int
    words: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One book over some months; every figure is summed from lines, both ends of the days included."""

    first: datetime.date
    last: datetime.date
    opening: int
    income: int
    expense: int
    closing: int
    incomes: tuple[Amount, ...]
    expenses: tuple[Amount, ...]
    accounts: tuple[Flow, ...]
    funds: tuple[Flow, ...]
    lines: int

    @property
    def divided(self) -> bool:
        """Whether the book keeps funds; where it keeps none, its one row would repeat the book."""
        return any(f.id for f in self.funds)


Sums = Mapping[str, Mapping[tuple[str, str], int]]
"""month → (column, name) → fen; a month in which nothing was touched is not in it."""


@dataclass(frozen=True, slots=True)
class BookSums:
    """A book's entries summed by month and column, and by what they touch."""

    categories: Sums
    accounts: Sums
    funds: Sums
    counterparts: Sums


def book_sums(books: Books) -> Mapping[str, BookSums]:
    """Every book's sums, worked out once; use through `books.derived(book_sums)`."""
    return {id: _sums(ledger) for id, ledger in books.derived(ledgers).items()}


def _sums(ledger: BookLedger) -> BookSums:
    divided = ("category", "account", "fund", "counterpart")
    found = tables.sums(_rows(ledger), ("month", "column", *divided, "fen"), "fen", [("month", "column", name) for name in divided])
    return BookSums(*map(_by_month, found))


def _rows(ledger: BookLedger) -> Iterator[tuple[Any, ...]]:
    for m in ledger.months:
        month = str(m.month)
        for p in m.posted:
            party = counterpart(ledger, p)
            for _, column, account, fund, category, fen in p.entries:
                yield month, column.value, category, account, fund, party, fen


def _by_month(found: Mapping[tuple[Any, ...], int]) -> Sums:
    months: dict[str, dict[tuple[str, str], int]] = {}
    for (month, column, name), fen in found.items():
        months.setdefault(month, {})[column, name] = fen
    return months


def _within(sums: Sums, months: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """(column, name, fen) of these months, month by month."""
    return ((column, name, fen) for month in months for (column, name), fen in sums.get(month, {}).items())


def statement(books: Books, ledger: BookLedger, months: Sequence[MonthLedger]) -> Statement:
    """The statement over `months`, which follow one another and are not empty."""
    sums = books.derived(book_sums)[ledger.book.id]
    names = [str(m.month) for m in months]
    opening, closing = months[0].opening, months[-1].closing
    account_names = {a.id: a.name for a in ledger.book.accounts}
    fund_names = {f.id: f.name for f in ledger.funds} or {NO_FUND: UNNAMED["fund"]}
    chart = chart_of(books, ledger.book, months[-1].last)
    return Statement(
        months[0].first,
        months[-1].last,
        opening.total,
        _total(sums.categories, names, Column.INCOME),
        -_total(sums.categories, names, Column.EXPENSE),
        closing.total,
        _amounts(sums.categories, names, Column.INCOME, 1, chart),
        _amounts(sums.categories, names, Column.EXPENSE, -1, chart),
        _flows(sums.accounts, names, opening.accounts, account_names, UNNAMED["account"]),
        _flows(sums.funds, names, opening.funds, fund_names, UNNAMED["fund"]),
        sum(len(m.posted) for m in months),
    )


def _total(sums: Sums, months: Sequence[str], column: Column) -> int:
    wanted = column.value
    return sum(fen for c, _, fen in _within(sums, months) if c == wanted)


def _amounts(sums: Sums, months: Sequence[str], column: Column, sign: int, chart: BookChart | None) -> tuple[Amount, ...]:
    """Largest first, then by name; lines without a category stand under 未分科目."""
    found: dict[str, int] = {}
    wanted = column.value
    for c, name, fen in _within(sums, months):
        if c == wanted:
            found[name] = found.get(name, 0) + sign * fen
    largest = max(max(found.values(), default=0), 1)
    ordered = sorted(found.items(), key=lambda kv: (-kv[1], kv[0]))
    return tuple(Amount(name or "未分科目", fen, max(fen, 0) * 1000 // largest, *_said(name, column, chart)) for name, fen in ordered)


def _said(name: str, column: Column, chart: BookChart | None) -> tuple[str, str]:
    """A category in words, and the number of its account; what was due before is said to be collected or paid: 收回应收款：铺面承租户."""
    account = chart.find(name) if chart is not None else None
    if chart is None or account is None:
        return name or "未分科目", ""
    above = chart.accounts.get(account.parent)
    if above is not None and account.kind is AccountClass.ASSET and column is Column.INCOME:
        return say("收回{account}：{name}", account=above.name, name=account.name), account.number
    if above is not None and account.kind is AccountClass.LIABILITY and column is Column.EXPENSE:
        return say("付{account}：{name}", account=above.name, name=account.name), account.number
    return account.name, account.number


def _flows(sums: Sums, months: Sequence[str], opening: Mapping[str, int], names: Mapping[str, str], unnamed: str) -> tuple[Flow, ...]:
    """A row for each name, others that occur after them; what names none has a row where it holds or moved something. They come to the whole."""
    by_name: dict[str, dict[str, int]] = {name: {} for name in names}
    for column, name, fen in _within(sums, months):
        cell = by_name.setdefault(name, {})
        cell[column] = cell.get(column, 0) + fen
    by_name |= {name: {} for name, fen in opening.items() if fen and name not in by_name}
    flows = []
    for id, cell in by_name.items():
        start = opening.get(id, 0)
        income, expense, moved = cell.get("income", 0), -cell.get("expense", 0), cell.get("move", 0)
        if id in names or start or income or expense or moved:
            flows.append(Flow(id, names.get(id, id or unnamed), start, income, expense, moved, start + income - expense + moved))
    return tuple(flows)


def quarters(months: Sequence[MonthLedger]) -> dict[tuple[int, int], list[MonthLedger]]:
    """Months by (year, quarter), in order."""
    found: dict[tuple[int, int], list[MonthLedger]] = {}
    for m in months:
        found.setdefault((m.month.year, m.month.quarter), []).append(m)
    return found


def halves(months: Sequence[MonthLedger]) -> dict[tuple[int, int], list[MonthLedger]]:
    """Months by (year, half), in order."""
    found: dict[tuple[int, int], list[MonthLedger]] = {}
    for m in months:
        found.setdefault((m.month.year, 1 if m.month.month <= 6 else 2), []).append(m)
    return found


def years(months: Sequence[MonthLedger]) -> dict[int, list[MonthLedger]]:
    """Months by year, in order."""
    found: dict[int, list[MonthLedger]] = {}
    for m in months:
        found.setdefault(m.month.year, []).append(m)
    return found


def complete(months: Sequence[MonthLedger], quarter: tuple[int, int]) -> bool:
    """Whether all three months of a quarter are there."""
    year, q = quarter
    return {m.month for m in months} >= {Month(year, 3 * q - 2), Month(year, 3 * q - 1), Month(year, 3 * q)}
