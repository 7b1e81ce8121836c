"""DBE: the accounts that lines name in double entry: of the month's chart, without sub-accounts, and not where money lies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity
from mingbai.kind import rule
from mingbai.kinds.finance.posting.chart import BookChart
from mingbai.kinds.finance.posting.double import DoubleMonth, double_ledgers
from mingbai.kinds.finance.posting.entries import FROM_OTHER, TO_OTHER, Posted
from mingbai.kinds.finance.records import Line, LineKind
from mingbai.values.text import Text

_TRUE = (Cite("accounting", "9"),)
_AGREE = (Cite("accounting", "17"),)

NOT_OF_CHART = Code(
    "DBE002",
    Severity.ERROR,
    Text("不是这个月用的科目", "no account of the chart in use"),
    Text("{period} 用的是{chart}，其中没有“{account}”", "{period} uses the {chart}, which has no “{account}”"),
    Text("{hint}", "{hint}"),
    Text("科目表有施行的日期，新旧科目不能混用。", "A chart is in force from a day on; accounts of two charts do not mix."),
    _TRUE,
)
HAS_SUBACCOUNTS = Code(
    "DBE003",
    Severity.ERROR,
    Text("记到了有明细的上级科目", "posted to an account that has sub-accounts"),
    Text("“{account}”有明细科目：{below}", "“{account}” has sub-accounts: {below}"),
    Text("改写成其中一个明细科目：{below}。", "Write one of these instead: {below}."),
    Text("上级科目的余额是明细之和，直接记到上级，明细就对不上。", "A parent's balance is the sum of what lies below it."),
    _TRUE,
)
IS_MONEY = Code(
    "DBE014",
    Severity.ERROR,
    Text("收支的科目是放钱的科目", "a receipt or payment booked to where money lies"),
    Text("“{account}”是放钱的科目，不能作收入、支出的科目", "“{account}” holds money; nothing is received from it or paid for it"),
    Text(
        "写钱从哪里来、用在什么上的科目；存现、取现、账户之间转钱写“类型: 转账”。",
        "Name the account that says where it came from or what it was for; money moved between accounts is a transfer.",
    ),
    Text(
        "现金和银行那一边由账户得出；科目再写现金、银行，同一笔钱记了两次，账和银行对不上。",
        "The account gives the side of the money; named again as category it would count twice, and books and bank disagree.",
    ),
    _AGREE,
)


@rule(NOT_OF_CHART, HAS_SUBACCOUNTS, IS_MONEY)
def every_side_is_an_account_of_the_chart(books: Books) -> Iterator[Diagnostic]:
    """In double entry every category and every side of 分录 is an account of the month's chart, one without sub-accounts; a category is none of money."""
    for double in books.derived(double_ledgers).values():
        for month in double.months:
            for posted in month.month.posted:
                for words, place in _named(books, posted, month.chart):
                    yield from _account(books, month, posted, words, place)


def _named(books: Books, posted: Posted, chart: BookChart) -> Iterator[tuple[str, Place]]:
    """The accounts a line names, each once, and where; of what undoes another line only what it says itself."""
    line = posted.line
    if posted.root:
        said = ((s.category, s) for s in line.shares) if line.shares else ((line.category, line),)
        yield from ((chart.said(words), books.place(record, "category")) for words, record in said if words)
        return
    where = "legs" if line.legs else "shares" if line.shares else "category"
    between = {TO_OTHER, FROM_OTHER} if line.kind is LineKind.TRANSFER else set()  # that it lacks a category has been told
    for words in dict.fromkeys((*(account for account, _ in posted.legs), *(e.category for e in posted.entries if e.category))):
        if words not in between:
            yield words, _place(books, line, words, where, chart)


def _place(books: Books, line: Line, words: str, name: str, chart: BookChart) -> Place:
    """Where the account was typed: in its own side or share, else with the line."""
    for leg in line.legs:
        if chart.said(leg.account) == words:
            return books.place(leg, "account")
    for share in line.shares:
        if share.category and chart.said(share.category) == words:
            return books.place(share, "category")
    return books.place(line, name if getattr(line, name) else "")


def _account(books: Books, month: DoubleMonth, posted: Posted, words: str, place: Place) -> Iterator[Diagnostic]:
    chart = month.chart
    found = chart.find(words)
    if found is None:
        if not books.unknown("category", words, month.month.filed):  # otherwise REF001 has told it
            values: dict[str, Any] = {"period": month.month.month, "chart": Text(chart.chart.name, chart.chart.english), "account": words}
            yield NOT_OF_CHART.at(place, record=posted.line.at_, hint=_instead(books, words, chart), **values)
    elif found.number in chart.is_money:
        if posted.line.kind is not LineKind.JOURNAL:  # of which DBE004 tells
            yield IS_MONEY.at(place, record=posted.line.at_, account=found.words)
    elif found.number in chart.parents:
        below = "、".join(a.words for a in chart.accounts.values() if a.parent == found.number)
        yield HAS_SUBACCOUNTS.at(place, record=posted.line.at_, account=found.words, below=below)


def _instead(books: Books, words: str, chart: BookChart) -> Text:
    """What to write: the account that an account of an older chart became, if there is one."""
    for other in books.law.charts:
        for account in other.accounts:
            if account.became and words in (account.number, account.name, f"{account.number} {account.name}"):
                now = chart.find(account.became)
                if now is not None:
                    return Text(f"改用“{now.words}”。", f"Use “{now.words}”.")
    few = "、".join(a.words for a in list(chart.accounts.values())[:3])
    return Text(
        f"写编号和名称，例如 {few}；明细科目先在 community.yml 登记。",
        f"Write number and name, such as {few}; sub-accounts are registered in community.yml.",
    )
