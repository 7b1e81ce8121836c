"""DBE: what community.yml says of a book in double entry: its chart, sub-accounts, openings, and where its money is kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Account, Book, Community, Keeping, SubAccount
from mingbai.kinds.finance.posting.chart import TOP, BookChart, chart_of
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.packs import Chart
from mingbai.values.money import grouped
from mingbai.values.text import Text

_AGREE = (Cite("accounting", "17"),)
_TRUE = (Cite("accounting", "9"),)

OPENING = Code(
    "DBE008",
    Severity.ERROR,
    Text("期初借贷不平", "the openings do not balance"),
    Text(
        "“{book}”期初借方 {debit}（含账户 {money}），贷方 {credit}，相差 {difference}",
        "“{book}” opens with debits of {debit} (accounts {money} included) and credits of {credit}, difference {difference}",
    ),
    Text("核对启用那天的科目余额表，补上漏掉的科目。", "Compare with the trial balance of the day the book begins."),
    Text("期初不平，以后每个月的资产负债表都不平。", "If the openings differ, so does every later balance sheet."),
    _AGREE,
)
OPENING_ACCOUNT = Code(
    "DBE009",
    Severity.ERROR,
    Text("科目期初写得不对", "an opening of the chart is wrong"),
    Text("“{account}”{why}", "“{account}” {why}"),
    Text("{hint}", "{hint}"),
    Text("期初按科目逐个写，一个科目一次。", "Openings stand account by account, each once."),
    _TRUE,
)
NO_CHART = Code(
    "DBE010",
    Severity.ERROR,
    Text("没有可用的科目表", "no chart of accounts"),
    Text("“{book}”{why}", "“{book}” {why}"),
    Text("可用的科目表：{known}。", "Known charts: {known}."),
    Text("复式记账要有科目表，账才能汇总成报表。", "Double entry needs a chart of accounts."),
    _TRUE,
)
SUBACCOUNT = Code(
    "DBE011",
    Severity.ERROR,
    Text("明细科目没有上级", "a sub-account without a parent"),
    Text("编号 {number} 的前三位不是“{chart}”的科目", "the first three digits of {number} are no account of the {chart}"),
    Text("明细科目的编号是上级科目的编号后面加两位，例如 11201。", "A sub-account is numbered as its parent and two digits more, e.g. 11201."),
    Text("明细科目的余额要归到上级科目里。", "A sub-account counts in its parent."),
    _TRUE,
)
MONEY_ACCOUNT = Code(
    "DBE016",
    Severity.ERROR,
    Text("账户的会计科目不对", "an account is kept where no money of its sort lies"),
    Text("账户“{name}”的会计科目“{account}”{why}", "account “{name}”: “{account}” {why}"),
    Text("{hint}", "{hint}"),
    Text(
        "账户的钱记在库存现金、银行存款或它们的明细里，科目余额表才与现金、银行相符。",
        "Money is kept in cash, banks or a sub-account of these, or the trial balance and the bank disagree.",
    ),
    _AGREE,
)
SUBACCOUNT_TWICE = Code(
    "DBE017",
    Severity.ERROR,
    Text("明细科目重复", "a sub-account stands twice"),
    Text("“{account}”和“{other}”{why}", "“{account}” and “{other}” {why}"),
    Text("换一个编号（名称），或者合成一个。", "Give one of them another number or name, or make them one."),
    Text("两个明细科目分不开，记到哪一个的钱就说不清。", "Where two cannot be told apart, nobody knows to which of them was posted."),
    _TRUE,
)


def _double(books: Books) -> Iterator[tuple[Book, BookChart]]:
    community = books.the(Community)
    for book in community.books if community else ():
        chart = chart_of(books, book, book.begins) if book.keeping is Keeping.DOUBLE else None
        if chart is not None:
            yield book, chart


@rule(NO_CHART)
def a_book_in_double_entry_has_a_chart(books: Books) -> Iterator[Diagnostic]:
    """A book in double entry names a chart of the law packs, or one is in force in each of its months; others name none."""
    community = books.the(Community)
    known = "、".join(c.id for c in books.law.charts)
    for book in community.books if community else ():
        if book.chart is not None and book.chart not in {c.id for c in books.law.charts}:
            why = Text(f"的科目表“{book.chart}”不在法规包里", f"names the chart “{book.chart}”, which is in no law pack")
            yield NO_CHART.at(books.place(book, "chart"), book=book.name, why=why, known=known)
        elif book.keeping is Keeping.DOUBLE and chart_of(books, book, book.begins) is None:
            why = Text(f"启用的 {book.begins} 还没有科目表施行", f"begins on {book.begins}, when no chart is in force")
            yield NO_CHART.at(books.place(book, "begins"), book=book.name, why=why, known=known)
        elif book.keeping is not Keeping.DOUBLE and (book.chart or book.opened or book.subaccounts):
            field = "chart" if book.chart else "opened" if book.opened else "subaccounts"
            why = Text("是收支账，不用科目表", "is kept as receipts and payments and has no chart")
            yield NO_CHART.at(books.place(book, field), book=book.name, why=why, known=known)


@rule(MONEY_ACCOUNT)
def money_is_kept_in_cash_and_banks(books: Books) -> Iterator[Diagnostic]:
    """会计科目 of an account is bank deposits, of a cash box cash in hand, or a sub-account of these; in every chart the book uses."""
    for book, _ in _double(books):
        for account in book.accounts:
            yield from islice((told for chart in _used(books, book) for told in _kept(books, account, chart)), 1)


def _kept(books: Books, account: Account, chart: BookChart) -> Iterator[Diagnostic]:
    top = chart.accounts[chart.kept_in(account)]
    found = chart.find(account.chart_account) if account.chart_account else top
    below = "、".join(a.words for a in chart.accounts.values() if a.parent == top.number)
    said = top.words if found is top else account.chart_account
    place = books.place(account, "chart_account" if account.chart_account else "id")
    if found is None:
        why = Text(f"不是{chart.chart.name}的科目", f"is no account of the {chart.chart.english}")
        hint = Text(
            f"只写编号，例如 {top.number}；明细科目先在 community.yml 登记。",
            f"Write the number alone, e.g. {top.number}; sub-accounts are registered first.",
        )
        yield MONEY_ACCOUNT.at(place, name=account.name, account=said, why=why, hint=hint)
    elif found.number[:TOP] != top.number:
        why = Text(f"不是“{top.words}”，也不是它的明细科目", f"is neither “{top.words}” nor a sub-account of it")
        hint = Text(f"写“{top.number}”或它的明细科目，或者删掉“会计科目”。", f"Write {top.number} or a sub-account of it, or delete the field.")
        yield MONEY_ACCOUNT.at(place, name=account.name, account=said, why=why, hint=hint)
    elif found.number in chart.parents:
        why, hint = Text("有明细科目", "has sub-accounts"), Text(f"写“会计科目”：{below} 中的一个。", f"Give one of {below}.")
        yield MONEY_ACCOUNT.at(place, name=account.name, account=said, why=why, hint=hint)


@rule(SUBACCOUNT, SUBACCOUNT_TWICE)
def sub_accounts_stand_apart(books: Books) -> Iterator[Diagnostic]:
    """A sub-account lies below an account of the charts that the book uses from its beginning on; no two have one number, or one parent and name."""
    for book, chart in _double(books):
        tops = {a.number for one in _ahead(books, book) for a in one.accounts}
        seen: dict[str, SubAccount] = {}
        for sub in book.subaccounts:
            if sub.number[:TOP] not in tops:
                yield SUBACCOUNT.at(books.place(sub, "number"), number=sub.number, chart=Text(chart.chart.name, chart.chart.english))
            number, name = seen.setdefault(sub.number, sub), seen.setdefault(f"{sub.number[:TOP]} {sub.name}", sub)
            why = Text("编号相同", "have one number") if number is not sub else Text("名称相同", "have one name") if name is not sub else None
            if why is not None:
                other = number if number is not sub else name
                said: dict[str, Any] = {"account": f"{sub.number} {sub.name}", "other": f"{other.number} {other.name}"}
                place = books.place(sub, "number" if number is not sub else "name")
                yield SUBACCOUNT_TWICE.at(place, related=(books.place(other, "number"),), why=why, **said)


def _used(books: Books, book: Book) -> list[BookChart]:
    """The charts of the day the book begins and of its months, each once."""
    days = (book.begins, *(m.last for m in books.derived(ledgers)[book.id].months))
    return list({id(c): c for day in days if (c := chart_of(books, book, day)) is not None}.values())


def _ahead(books: Books, book: Book) -> list[Chart]:
    """The chart that the book names, else those in force on the day it begins or later."""
    named = [c for c in books.law.charts if c.id == book.chart]
    return named or [c for c in books.law.charts if c.until is None or c.until >= book.begins]


@rule(OPENING, OPENING_ACCOUNT)
def openings_of_the_chart_balance(books: Books) -> Iterator[Diagnostic]:
    """Accounts and 科目期初 together balance; each names an account of the chart once, and none in which money lies."""
    for book, chart in _double(books):
        wrong = list(_wrong(books, book, chart))
        yield from wrong
        held = chart.opening
        debit, credit = sum(f for f in held.values() if f > 0), -sum(f for f in held.values() if f < 0)
        if debit != credit and not wrong:
            money = grouped(sum(a.opening for a in book.accounts))
            place = books.place(book, "opened" if book.opened else "keeping")
            yield OPENING.at(
                place, book=book.name, debit=grouped(debit), credit=grouped(credit), money=money, difference=grouped(abs(debit - credit))
            )


def _wrong(books: Books, book: Book, chart: BookChart) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for one in book.opened:
        account = chart.find(one.account)
        told = None
        if account is None:
            told = (
                Text("不是科目表里的科目", "is no account of the chart"),
                Text("写编号和名称，例如 112 应收款。", "Write number and name, e.g. 112 应收款."),
            )
        elif account.number in chart.parents:
            told = Text("有明细科目", "has sub-accounts"), Text("期初写到明细科目。", "Give the openings of its sub-accounts.")
        elif account.number in chart.is_money:
            told = (
                Text("是放钱的科目", "holds money"),
                Text("它的期初写在“账户”里，这里删掉。", "Its opening stands with the accounts; delete it here."),
            )
        elif account.number in seen:
            told = Text("写了两次", "stands twice"), Text("合成一项。", "Make them one.")
        elif (one.debit is None) == (one.credit is None):
            told = Text("要写“借”或“贷”，只写一个", "needs a debit or a credit, and not both"), Text("写一边的金额。", "Give the amount of one side.")
        if account is not None:
            seen.add(account.number)
        if told is not None:
            yield OPENING_ACCOUNT.at(books.place(one, "account"), account=one.account, why=told[0], hint=told[1])
