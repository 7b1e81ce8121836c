"""The statements that a chart of accounts asks for: balance sheet (资产负债表), earnings and their distribution (收益及收益分配表).

Which accounts make a row is data of the law pack; here they are only added up. All sums in fen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mingbai.kinds.finance.posting.chart import TOP, BookChart, LedgerAccount
from mingbai.kinds.finance.posting.double import Booked, DoubleMonth, carried, result_accounts
from mingbai.packs import AccountClass, Only, Reckoning


class SheetRow(NamedTuple):
    """A row of the balance sheet: fen at the start of the year and at the end of the month, seen from its own part."""

    name: str
    part: AccountClass
    opening: int
    closing: int


class BalanceSheet(NamedTuple):
    """Rows that hold something, by part. Assets equal liabilities and equity where the book's openings balance."""

    rows: tuple[SheetRow, ...]

    def total(self, part: AccountClass) -> tuple[int, int]:
        """Opening and closing of a part."""
        mine = [r for r in self.rows if r.part is part]
        return sum(r.opening for r in mine), sum(r.closing for r in mine)

    @property
    def balances(self) -> bool:
        """Whether both sides agree at both ends."""
        assets, owed, own = (self.total(p) for p in (AccountClass.ASSET, AccountClass.LIABILITY, AccountClass.EQUITY))
        return all(a == b + c for a, b, c in zip(assets, owed, own, strict=True))


class EarningsRow(NamedTuple):
    """A row of the statement of earnings: fen of the month and of the year so far; `how` says what the row does."""

    name: str
    how: Reckoning
    month: int
    year: int


class Earnings(NamedTuple):
    """收益及收益分配表: earnings by row; then what was undistributed, what was used, what is left, in fen.

    opening + net + other = closing; `other` is what was distributed, set aside or moved in, negative where it left.
    """

    rows: tuple[EarningsRow, ...]
    opening: int
    net: int
    other: int
    closing: int


class Crossed(NamedTuple):
    """What an account held when the chart changed, in fen, debit positive; and the account of the new chart that goes on with it."""

    before: LedgerAccount
    after: LedgerAccount
    fen: int


def former(months: Sequence[DoubleMonth], at: DoubleMonth) -> DoubleMonth | None:
    """The month before, where it had another chart."""
    before = next((m for m in reversed(months) if m.month.month < at.month.month), None)
    return before if before is not None and before.chart is not at.chart else None


def crossed(before: DoubleMonth, at: DoubleMonth) -> tuple[Crossed, ...]:
    """The balances of a month under the accounts of the chart that follows it, by old number."""
    held = sorted((number, fen) for number, fen in before.closing.items() if fen)
    return tuple(Crossed(before.chart.accounts[n], at.chart.accounts[before.chart.became(n, at.chart)], fen) for n, fen in held)


def balance_sheet(months: Sequence[DoubleMonth], at: DoubleMonth) -> BalanceSheet:
    """The balance sheet at the end of a month, beside the start of its year (or of the book)."""
    chart = at.chart
    opening, closing = _year_opening(months, at), at.closing
    rows = []
    for row in chart.chart.balance_sheet:
        sign = 1 if row.part is AccountClass.ASSET else -1
        before, after = (sign * _sum(held, row.accounts, row.only) for held in (opening, closing))
        if before or after:
            rows.append(SheetRow(row.name, row.part, before, after))
    return BalanceSheet(tuple(rows))


def earnings(months: Sequence[DoubleMonth], at: DoubleMonth) -> Earnings:
    """The statement of earnings of a month and of its year so far; carrying over to the earnings of the year is left out."""
    chart = at.chart
    of_month, of_year = _results([at], chart), _results(_year(months, at), chart)
    rows, month, year = [], 0, 0
    for row in chart.chart.income:
        if row.how is Reckoning.TOTAL:
            rows.append(EarningsRow(row.name, row.how, month, year))
            continue
        sign = 1 if row.how is Reckoning.PLUS else -1
        m, y = (-sign * _sum(held, row.accounts, Only.ALL) for held in (of_month, of_year))
        month, year = month + sign * m, year + sign * y
        if m or y:
            rows.append(EarningsRow(row.name, row.how, m, y))
    kept = {chart.chart.earnings, chart.chart.distribution, *(n[:TOP] for n in result_accounts(chart))}
    before, after = (-sum(fen for n, fen in held.items() if n[:TOP] in kept) for held in (_year_opening(months, at), at.closing))
    return Earnings(tuple(rows), before, year, after - before - year, after)


def _year(months: Sequence[DoubleMonth], at: DoubleMonth) -> list[DoubleMonth]:
    """The months of its year up to this one."""
    return [m for m in months if m.month.month.year == at.month.month.year and m.month.month <= at.month.month]


def _year_opening(months: Sequence[DoubleMonth], at: DoubleMonth) -> Mapping[str, int]:
    first = _year(months, at)[0]
    return first.opening if first.chart is at.chart else carried(first.opening, first.chart, at.chart)


def _sum(held: Mapping[str, int], accounts: Sequence[str], only: Only) -> int:
    every = (fen for number, fen in held.items() if number[:TOP] in accounts)
    return sum(fen for fen in every if only is Only.ALL or (fen > 0) == (only is Only.DEBIT))


def _results(months: Sequence[DoubleMonth], chart: BookChart) -> dict[str, int]:
    """What was booked to income and expense, debit positive; lines that carry it over to the earnings of the year are left out."""
    results, found = result_accounts(chart), dict[str, int]()
    for month in months:
        by_line: dict[int, list[Booked]] = {}
        for one in month.booked:
            by_line.setdefault(id(one.posted), []).append(one)
        for sides in by_line.values():
            if any(s.number[:TOP] == chart.chart.earnings for s in sides):
                continue
            for _, number, fen in sides:
                at = number if month.chart is chart else month.chart.became(number, chart)
                if at in results:
                    found[at] = found.get(at, 0) + fen
    return found
