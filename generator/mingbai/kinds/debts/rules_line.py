"""DBT022: beyond the line that the place sets nothing more is borrowed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.debts.records import Nature, outstanding
from mingbai.kinds.debts.register import BASIS, standings
from mingbai.packs import cites
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


@rule(BORROWED_ON)
def nothing_is_borrowed_beyond_the_line(books: Books) -> Iterator[Diagnostic]:
    """Nothing is borrowed while a book owes more than the sum at which the place stops it; asked only where that sum is set."""
    stop = books.law.standard("debt-stop")
    if stop is None or stop.amount is None:
        return
    for s in books.derived(standings):
        if s.debt.nature is not Nature.BORROWED:
            continue
        before = outstanding(books, s.book.id, s.debt.day - datetime.timedelta(1))
        owed = before[Nature.PAYABLE] + before[Nature.BORROWED]
        if owed > stop.amount:
            yield BORROWED_ON.at(
                books.place(s.debt, "day"),
                record=s.debt.at_,
                basis=cites(stop.basis) or BASIS,
                day=Text(f"{s.debt.day.year}年{s.debt.day.month}月{s.debt.day.day}日", s.debt.day.isoformat()),
                amount=grouped(s.debt.amount),
                name=s.book.name,
                owed=grouped(owed),
                limit=grouped(stop.amount),
            )
