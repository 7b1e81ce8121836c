"""What finance draws: income and expense by month, what a fund or account held, where the money came from and went."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.kinds.finance.posting.ledger import MonthLedger
from mingbai.kinds.finance.statements.statement import Amount, Statement
from mingbai.pages import Chart, FlowChart, Series
from mingbai.values.money import grouped
from mingbai.values.speech import say

_MOST = 6
"""So many sources or uses are drawn by name; the rest are one."""
REST = "其余"


def by_month(title: str, months: Sequence[MonthLedger]) -> Chart | None:
    """Income and expense side by side, month by month; None for a single month, of which there is nothing to compare."""
    if len(months) < 2:
        return None
    income, expense = tuple(m.income for m in months), tuple(m.expense for m in months)
    most = max(months, key=lambda m: m.expense)
    sentence = say(
        "{title}：收入合计 {sum} 元，支出合计 {sum2} 元；支出最多的是 {month} 月，{expense} 元。每个月的数见下面的表。",
        title=title,
        sum=grouped(sum(income)),
        sum2=grouped(sum(expense)),
        month=most.month.month,
        expense=grouped(most.expense),
    )
    return Chart(
        "months", say("{title}逐月收支", title=title), sentence, _labels(months), (Series("收入", "in", income), Series("支出", "out", expense))
    )


def held(name: str, months: Sequence[MonthLedger], balances: Sequence[int]) -> Chart | None:
    """What a fund or account held at the end of every month, in fen; None where it never changed or there is one month."""
    if len(months) < 2 or len(set(balances)) < 2:
        return None
    sentence = say(
        "{name}每月末的结余：{month} 月末 {balances} 元，最近一个月末 {balances2} 元。",
        name=name,
        month=months[0].month.month,
        balances=grouped(balances[0]),
        balances2=grouped(balances[-1]),
    )
    return Chart("held", say("{name}每月末结余", name=name), sentence, _labels(months), (Series("结余", "left", tuple(balances)),))


def _labels(months: Sequence[MonthLedger]) -> tuple[str, ...]:
    """Months by number; where years change, with the year."""
    several = len({m.month.year for m in months}) > 1
    return tuple(
        say("{year}年{month}月", year=m.month.year % 100, month=m.month.month) if several else say("{month}月", month=m.month.month) for m in months
    )


def came_and_went(title: str, s: Statement) -> FlowChart | None:
    """Opening and income on one side, expense and closing on the other; None where a part is negative, which has no width."""
    sources = [("期初结余", s.opening), *_named(s.incomes)]
    uses = [*_named(s.expenses), ("期末结余", s.closing)]
    if any(fen < 0 for _, fen in (*sources, *uses)) or not s.income + s.expense:
        return None
    first, last = _largest(s.incomes), _largest(s.expenses)
    sentence = say(
        "{title}：期初 {opening} 元，收入 {income} 元{first}；支出 {expense} 元{last}；期末 {closing} 元。",
        title=title,
        opening=grouped(s.opening),
        income=grouped(s.income),
        first=first,
        expense=grouped(s.expense),
        last=last,
        closing=grouped(s.closing),
    )
    return FlowChart("flow", say("钱从哪里来，到哪里去"), sentence, tuple(sources), tuple(uses))


def _largest(amounts: Sequence[Amount]) -> str:
    return say("，最多的是{amounts} {fen} 元", amounts=amounts[0].name, fen=grouped(amounts[0].fen)) if amounts else ""


def _named(amounts: Sequence[Amount]) -> list[tuple[str, int]]:
    """The largest by name, the others together."""
    named = [(a.words, a.fen) for a in amounts[:_MOST]]
    rest = sum(a.fen for a in amounts[_MOST:])
    return [*named, (REST, rest)] if rest else named
