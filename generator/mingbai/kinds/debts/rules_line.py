"""DBT022, DBT023: beyond the line that the place sets nothing more is borrowed; where the place asks for it, loans come with a statement of risk."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.debts.records import Nature, outstanding
from mingbai.kinds.debts.register import BASIS, Standing, standings
from mingbai.packs import Standard
from mingbai.values.money import grouped
from mingbai.values.text import Text

BORROWED_ON = Code(
    "DBT022",
    Severity.WARNING,
    Text("超过警戒线又借了钱", "borrowed beyond the warning line"),
    Text(
        "{day}又借入 {amount}；前一天{name}的借款和应付已经有 {owed}，超过 {limit} 不得再借",
        "{amount} was borrowed on {day}; the day before, {name} owed {owed}, and beyond {limit} nothing more is borrowed",
    ),
    Text(
        "写明谁决定的、怎样还，报街道（乡镇）；日期、金额写错的改正。",
        "State who decided it and how it is repaid, and report it; mend the day or sum if it is wrong.",
    ),
    Text("欠得已经太多，再借就要居民来还。", "Where too much is owed already, residents pay for what is borrowed on top."),
    BASIS,
)
NO_RISK = Code(
    "DBT023",
    Severity.WARNING,
    Text("借款没有写风险说明", "a loan without a statement of risk"),
    Text("{day}{nature} {amount}，没有写“风险说明”{line}", "{amount} was {nature} on {day}; “risk” is missing{line}"),
    Text(
        "补上表决以前向大家说明的话：拿什么还、还不上或者收不回来怎么办；没有说明过的，网页会如实写明。",
        "Add what people were told before they voted: what it is repaid from, and what if it is not. If they were told nothing, the page says so.",
    ),
    Text("借钱、把钱借出去，风险要先说清，再表决。", "Before people vote on borrowing or lending they are told the risk."),
    BASIS,
)


@rule(BORROWED_ON)
def nothing_is_borrowed_beyond_the_line(books: Books) -> Iterator[Diagnostic]:
    """Nothing is borrowed while a book owes more than the sum at which the place stops it; asked only where that sum is set."""
    for s in books.derived(standings):
        stop = books.law.standard("debt-stop", s.debt.day)
        if s.debt.nature is not Nature.BORROWED or stop is None or stop.amount is None:
            continue
        before = outstanding(books, s.book.id, s.debt.day - datetime.timedelta(1))
        owed = before[Nature.PAYABLE] + before[Nature.BORROWED]
        if owed > stop.amount:
            yield BORROWED_ON.at(
                books.place(s.debt, "day"),
                record=s.debt.at_,
                basis=books.law.grounds(BORROWED_ON, stop),
                day=_day(s.debt.day),
                amount=grouped(s.debt.amount),
                name=s.book.name,
                owed=grouped(owed),
                limit=grouped(stop.amount),
            )


def _day(day: datetime.date) -> Text:
    return Text(f"{day.year}年{day.month}月{day.day}日", day.isoformat())


@rule(NO_RISK)
def loans_come_with_a_statement_of_risk(books: Books) -> Iterator[Diagnostic]:
    """Where the place asks for it, what was borrowed or lent since the book began, from the sum the place sets upwards, states its risk; without a sum every loan does."""
    for s in books.derived(standings):
        asked = books.law.standard("risk-statement", s.debt.day)
        if asked is None or not asked.words or (asked.basis and not any(books.law.binds(b.act) for b in asked.basis)):
            continue
        if s.debt.risk is None and _wanted(asked, s):
            zh = f"（{grouped(asked.amount)} 以上的要写）" if asked.amount is not None else "（从多少起要写，由街道、乡镇定；没有定的都写）"
            en = (
                f" (asked for from {grouped(asked.amount)})"
                if asked.amount is not None
                else " (from which sum is for the place to set; until then for all)"
            )
            said: dict[str, Any] = {"day": _day(s.debt.day), "nature": s.debt.nature.text, "amount": grouped(s.debt.amount), "line": Text(zh, en)}
            yield NO_RISK.at(books.place(s.debt, "amount"), record=s.debt.at_, basis=books.law.grounds(NO_RISK, asked), **said)


def _wanted(asked: Standard, s: Standing) -> bool:
    """Whether a debt is of a sort and a size of which the risk is stated, and not older than its book."""
    return s.debt.nature.zh in asked.words and s.debt.day >= s.book.begins and (asked.amount is None or s.debt.amount >= asked.amount)
