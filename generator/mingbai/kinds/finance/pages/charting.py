"""What finance draws: income and expense by month, what a fund or account held, where the money came from and went."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.kinds.finance.posting.ledger import MonthLedger
from mingbai.kinds.finance.statements.statement import Amount, Statement
from mingbai.pages import Chart, FlowChart, Series
from mingbai.values.money import grouped

_MOST = 6
"""So many sources or uses are drawn by name; the rest are one."""
REST = "其余"


def by_month(title: str, months: Sequence[MonthLedger]) -> Chart | None:
    """Income and expense side by side, month by month; None for a single month, of which there is nothing to compare."""
    if len(months) < 2:
        return None
    income, expense = tuple(m.income for m in months), tuple(m.expense for m in months)
    most = max(months, key=lambda m: m.expense)
    sentence = (
        f"{title}：收入合计 {grouped(sum(income))} 元，支出合计 {grouped(sum(expense))} 元；"
        f"支出最多的是 {most.month.month} 月，{grouped(most.expense)} 元。每个月的数见下面的表。"
    )
    return Chart("months", f"{title}逐月收支", sentence, _labels(months), (Series("收入", "in", income), Series("支出", "out", expense)))


def held(name: str, months: Sequence[MonthLedger], balances: Sequence[int]) -> Chart | None:
    """What a fund or account held at the end of every month, in fen; None where it never changed or there is one month."""
    if len(months) < 2 or len(set(balances)) < 2:
        return None
    sentence = f"{name}每月末的结余：{months[0].month.month} 月末 {grouped(balances[0])} 元，最近一个月末 {grouped(balances[-1])} 元。"
    return Chart("held", f"{name}每月末结余", sentence, _labels(months), (Series("结余", "left", tuple(balances)),))


def _labels(months: Sequence[MonthLedger]) -> tuple[str, ...]:
    """Months by number; where years change, with the year."""
    several = len({m.month.year for m in months}) > 1
    return tuple(f"{m.month.year % 100}年{m.month.month}月" if several else f"{m.month.month}月" for m in months)


def came_and_went(title: str, s: Statement) -> FlowChart | None:
    """Opening and income on one side, expense and closing on the other; None where a part is negative, which has no width."""
    sources = [("期初结余", s.opening), *_named(s.incomes)]
    uses = [*_named(s.expenses), ("期末结余", s.closing)]
    if any(fen < 0 for _, fen in (*sources, *uses)) or not s.income + s.expense:
        return None
    first, last = _largest(s.incomes), _largest(s.expenses)
    sentence = f"{title}：期初 {grouped(s.opening)} 元，收入 {grouped(s.income)} 元{first}；支出 {grouped(s.expense)} 元{last}；期末 {grouped(s.closing)} 元。"
    return FlowChart("flow", "钱从哪里来，到哪里去", sentence, tuple(sources), tuple(uses))


def _largest(amounts: Sequence[Amount]) -> str:
    return f"，最多的是{amounts[0].name} {grouped(amounts[0].fen)} 元" if amounts else ""


def _named(amounts: Sequence[Amount]) -> list[tuple[str, int]]:
    """The largest by name, the others together."""
    named = [(a.name, a.fen) for a in amounts[:_MOST]]
    rest = sum(a.fen for a in amounts[_MOST:])
    return [*named, (REST, rest)] if rest else named
