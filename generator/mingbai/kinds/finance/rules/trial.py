"""DBE: balances in double entry: openings that balance, sides that make sense, results carried over at the year's end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Book, Community, Keeping
from mingbai.kinds.finance.posting.chart import TOP, BookChart, chart_of
from mingbai.kinds.finance.posting.double import DoubleMonth, double_ledgers, result_accounts
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
WRONG_SIDE = Code(
    "DBE012",
    Severity.WARNING,
    Text("科目余额在反方向", "a balance on the wrong side"),
    Text(
        "{period} 期末“{account}”应当是{side}方余额，现在是{other}方 {balance}",
        "at the end of {period} “{account}” should have a {side} balance and has {balance} on the other side",
    ),
    Text("核对这个科目的明细账：是不是记反了、重复记了，或者期初漏了。", "Look at the account: reversed, booked twice, or missing in the openings?"),
    Text("资产一般是借方余额，负债一般是贷方余额；反了说明有一笔记错。", "Assets stand on the debit side, liabilities on the credit side."),
    _AGREE,
)
NOT_CARRIED = Code(
    "DBE013",
    Severity.WARNING,
    Text("年末没有结转收益", "the year's results were not carried over"),
    Text(
        "{year} 年末“{account}”还有余额 {balance}，没有结转到“{earnings}”",
        "at the end of {year} “{account}” still holds {balance}, not carried to “{earnings}”",
    ),
    Text(
        "在 {year}-12 写一笔“记账”，把收入、支出科目的余额转到“{earnings}”，再转到“{distribution}”。",
        "Add a journal line in {year}-12 that carries income and expense to “{earnings}”, and that to “{distribution}”.",
    ),
    Text(
        "收入和支出按年算，年末转到本年收益，新的一年从零开始。", "Income and expense are yearly: they go to the earnings of the year and start anew."
    ),
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


@rule(OPENING, OPENING_ACCOUNT, SUBACCOUNT)
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
    tops = {a.number for a in chart.chart.accounts}
    for sub in book.subaccounts:
        if sub.number[:TOP] not in tops and not any(sub.number[:TOP] == a.number for c in books.law.charts for a in c.accounts):
            yield SUBACCOUNT.at(books.place(sub, "number"), number=sub.number, chart=Text(chart.chart.name, chart.chart.english))
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


@rule(WRONG_SIDE, NOT_CARRIED)
def balances_stand_on_their_side(books: Books) -> Iterator[Diagnostic]:
    """At a month's end accounts stand on their side, told when it begins; after December nothing is left in income and expense."""
    for double in books.derived(double_ledgers).values():
        told: set[str] = set()
        for n, month in enumerate(double.months):
            if not month.month.sound:
                break
            wrong = dict(_reversed(month))
            for number, fen in wrong.items():
                if number not in told:
                    account = month.chart.accounts[number]
                    side, other = (Text("借", "debit"), "贷") if account.side.value == "debit" else (Text("贷", "credit"), "借")
                    place = books.place(month.month.file, "period")
                    values: dict[str, Any] = {
                        "period": month.month.month,
                        "account": account.words,
                        "side": side,
                        "other": other,
                        "balance": grouped(abs(fen)),
                    }
                    yield WRONG_SIDE.at(place, record=month.month.file.at_, **values)
            told = set(wrong)
            if month.month.month.month == 12 and n + 1 < len(double.months):
                yield from _left_over(books, month)


def _reversed(month: DoubleMonth) -> Iterator[tuple[str, int]]:
    either = set(month.chart.chart.either)
    for number, fen in month.closing.items():
        account = month.chart.accounts[number]
        if fen and not {number, account.parent} & either and account.normal(fen) < 0:
            yield number, fen


def _left_over(books: Books, month: DoubleMonth) -> Iterator[Diagnostic]:
    chart = month.chart
    for number in sorted(result_accounts(chart)):
        fen = month.closing.get(number, 0)
        if fen:
            place = books.place(month.month.file, "period")
            values: dict[str, Any] = {
                "year": month.month.month.year,
                "account": chart.accounts[number].words,
                "balance": grouped(abs(fen)),
                "earnings": chart.said(chart.chart.earnings),
                "distribution": chart.said(chart.chart.distribution),
            }
            yield NOT_CARRIED.at(place, record=month.month.file.at_, **values)
            return
