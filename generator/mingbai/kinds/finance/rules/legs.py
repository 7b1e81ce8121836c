"""DBE: a line in double entry: debits equal credits, every side is an account of the chart, money moves by its own lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Keeping
from mingbai.kinds.finance.posting.chart import BookChart, chart_of
from mingbai.kinds.finance.posting.entries import FROM_OTHER, TO_OTHER, Entry, Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.records import Leg, Line, LineKind
from mingbai.values.money import grouped
from mingbai.values.text import Text

_TRUE = (Cite("accounting", "9"),)
_AGREE = (Cite("accounting", "17"),)

UNBALANCED = Code(
    "DBE001",
    Severity.ERROR,
    Text("借贷不相等", "debits and credits differ"),
    Text("借方合计 {debit}，贷方合计 {credit}，相差 {difference}", "debits make {debit}, credits {credit}, difference {difference}"),
    Text("核对每一边的金额；有借必有贷，借贷必相等。", "Check the amount of each side: debits equal credits."),
    Text("复式记账的每一笔，两边必须相等，账才平。", "In double entry both sides of every line are equal."),
    _AGREE,
)
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
    Text("写到明细科目。", "Post to one of the sub-accounts."),
    Text("上级科目的余额是明细之和，直接记到上级，明细就对不上。", "A parent's balance is the sum of what lies below it."),
    _TRUE,
)
MOVES_MONEY = Code(
    "DBE004",
    Severity.ERROR,
    Text("“记账”里不能有现金和银行", "a journal line moves money"),
    Text("“{account}”是放钱的科目", "“{account}” holds money"),
    Text(
        "收到钱写“类型: 收入”，付钱写“类型: 支出”，账户之间写“类型: 转账”。", "Money received is income, money paid expense, money moved a transfer."
    ),
    Text("钱的收付要有账户、票据和经办，写成收入、支出才查得到。", "Money has an account, a paper and a handler; only such lines can be followed."),
    _TRUE,
)
ONE_SIDED = Code(
    "DBE005",
    Severity.ERROR,
    Text("分录没有写清借贷", "a side without debit or credit"),
    Text("“{account}”要写“借”或“贷”，只写一个", "“{account}” needs a debit or a credit, and not both"),
    Text("写成 {{科目: …, 借: 500.00}} 或 {{科目: …, 贷: 500.00}}。", "Write {{account: …, debit: 500.00}} or {{account: …, credit: 500.00}}."),
    Text("每一边要么是借，要么是贷。", "Each side is either debit or credit."),
    _TRUE,
)
SINGLE = Code(
    "DBE006",
    Severity.ERROR,
    Text("收支账里写了分录", "double entry in a book of receipts and payments"),
    Text("“{book}”是收支账，没有会计科目可记", "“{book}” is kept as receipts and payments and has no chart"),
    Text(
        "删掉分录；要用复式记账，在 community.yml 的账簿里写“记账: 复式”。", "Delete the entries, or keep the book in double entry (community.yml)."
    ),
    Text("一本账只用一种记账方法。", "A book is kept in one way."),
    _TRUE,
)
NOT_THE_AMOUNT = Code(
    "DBE007",
    Severity.ERROR,
    Text("分录与金额不符", "the entries are not the amount"),
    Text("分录里对着钱的各边合计 {sum}，这一笔是 {amount}", "the sides that stand against the money make {sum}, the line is {amount}"),
    Text("核对分录和金额；现金、银行那一边可以不写。", "Compare them; the side of the money may be left out."),
    Text("收了、付了多少钱，对方科目就记多少。", "What the money account gains the other accounts show."),
    _AGREE,
)


@rule(UNBALANCED, MOVES_MONEY, ONE_SIDED, SINGLE, NOT_THE_AMOUNT)
def debits_equal_credits(books: Books) -> Iterator[Diagnostic]:
    """Each 分录 has one side, both sides are equal, a journal line moves no money; a book of receipts and payments has none."""
    for ledger in books.derived(ledgers).values():
        single = ledger.book.keeping is not Keeping.DOUBLE
        for month in ledger.months:
            chart = None if single else chart_of(books, ledger.book, month.last)
            for line in month.file.lines if facts(books, month).uses("legs") else ():
                if not line.legs:
                    continue
                if single:
                    yield SINGLE.at(books.place(line, "legs"), book=ledger.book.name)
                elif chart is not None:
                    yield from _legs(books, line, chart)


def _legs(books: Books, line: Line, chart: BookChart) -> Iterator[Diagnostic]:
    bad = [leg for leg in line.legs if (leg.debit is None) == (leg.credit is None)]
    yield from (ONE_SIDED.at(books.place(leg, "account"), account=leg.account) for leg in bad)
    money = [leg for leg in line.legs if _is_money(leg, chart)]
    if line.kind is LineKind.JOURNAL:
        yield from (MOVES_MONEY.at(books.place(leg, "account"), account=leg.account) for leg in money)
    if bad:
        return
    debit, credit = sum(leg.debit or 0 for leg in line.legs), sum(leg.credit or 0 for leg in line.legs)
    if (money or line.kind is LineKind.JOURNAL) and debit != credit:
        yield UNBALANCED.at(books.place(line, "legs"), debit=grouped(debit), credit=grouped(credit), difference=grouped(abs(debit - credit)))
    elif line.kind in (LineKind.INCOME, LineKind.EXPENSE) and line.amount:
        against = sum(leg.fen for leg in line.legs if not _is_money(leg, chart)) * (1 if line.kind is LineKind.EXPENSE else -1)
        if against != line.amount:
            yield NOT_THE_AMOUNT.at(books.place(line, "legs"), sum=grouped(against), amount=grouped(line.amount))


def _is_money(leg: Leg, chart: BookChart) -> bool:
    found = chart.find(leg.account)
    return found is not None and found.number in chart.is_money


@rule(NOT_OF_CHART, HAS_SUBACCOUNTS)
def every_side_is_an_account_of_the_chart(books: Books) -> Iterator[Diagnostic]:
    """In double entry every category and every side of 分录 is an account of the month's chart, and one without sub-accounts."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months if ledger.book.keeping is Keeping.DOUBLE else ():
            chart = chart_of(books, ledger.book, month.last)
            for posted in month.posted if chart is not None else ():
                if posted.root:  # what it undoes has been told already
                    continue
                for words, name in _named(posted):
                    yield from _account(books, ledger, month, posted, words, name, chart)


def _named(posted: Posted) -> Iterator[tuple[str, str]]:
    """The accounts a line names, each once, and the field they stand in."""
    where = "legs" if posted.line.legs else "shares" if posted.line.shares else "category"
    entries: tuple[Entry, ...] = posted.entries
    for words in dict.fromkeys((*(account for account, _ in posted.legs), *(e.category for e in entries if e.category))):
        if words not in (TO_OTHER, FROM_OTHER):
            yield words, where


def _account(
    books: Books, ledger: BookLedger, month: MonthLedger, posted: Posted, words: str, name: str, chart: BookChart | None
) -> Iterator[Diagnostic]:
    assert chart is not None
    place = _place(books, posted.line, words, name, chart)
    found = chart.find(words)
    if found is None and words in books.ids.get("category", {}):  # otherwise REF001 has told it
        values: dict[str, Any] = {"period": month.month, "chart": Text(chart.chart.name, chart.chart.english), "account": words}
        yield NOT_OF_CHART.at(place, record=posted.line.at_, hint=_instead(books, words, chart), **values)
    elif found is not None and found.number in chart.parents:
        below = "、".join(a.words for a in chart.accounts.values() if a.parent == found.number)
        yield HAS_SUBACCOUNTS.at(place, record=posted.line.at_, account=found.words, below=below)


def _place(books: Books, line: Line, words: str, name: str, chart: BookChart) -> Place:
    """Where the account was typed: in its own side or share, else with the line."""
    for leg in line.legs:
        if chart.said(leg.account) == words:
            return books.place(leg, "account")
    for share in line.shares:
        if share.category and chart.said(share.category) == words:
            return books.place(share, "category")
    return books.place(line, name if getattr(line, name) else "")


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
