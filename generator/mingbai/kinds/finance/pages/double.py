"""Double entry on the site: the accounts of a book and each account's lines, the trial balance and statements of every month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.finance.pages.contexts import FundLine
from mingbai.kinds.finance.pages.views import Link, folder, line_link, month_address
from mingbai.kinds.finance.posting.chart import LedgerAccount
from mingbai.kinds.finance.posting.double import DoubleLedger, DoubleMonth, Turnover, double_ledgers, turnovers
from mingbai.kinds.finance.statements.reports import BalanceSheet, Crossed, Earnings, balance_sheet, crossed, earnings, former
from mingbai.packs import AccountClass, Standing
from mingbai.pages import Block, Column, Crumb, Dataset, Draft, Toc
from mingbai.values.money import grouped
from mingbai.values.speech import say
from mingbai.values.text import Text

_FINANCE = Crumb("财务公开", "finance/")


@dataclass(frozen=True, slots=True)
class TrialRow:
    """An account in the trial balance; `sub`: it stands below another. Opening and closing in fen, debit positive; `address` of its own page."""

    words: str
    sub: bool
    opening: int
    debit: int
    credit: int
    closing: int
    address: str


@dataclass(frozen=True, slots=True)
class TrialContext:
    """`finance/trial.html`: one month: trial balance, balance sheet, earnings and their distribution.

    `unconfirmed`: the rows of the statements, and what an old account became, are defaults that nobody has compared with the
    document; `crossed` are the balances that came over from the `former` chart, none in a month that goes on with its chart.
    """

    book: Book
    month: Link
    chart: str
    unconfirmed: bool
    former: str
    crossed: tuple[Crossed, ...]
    rows: tuple[TrialRow, ...]
    debit: int
    credit: int
    sheet: BalanceSheet
    parts: tuple[tuple[str, AccountClass], ...]
    earnings: Earnings
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class LedgerContext:
    """`finance/ledger.html`: every account of the chart that is used, with what it holds now, and the months' statements.

    `former` are charts of earlier months, by name; `unconfirmed`: which of its accounts theirs became is a default to be confirmed.
    """

    book: Book
    chart: str
    former: tuple[str, ...]
    unconfirmed: bool
    rows: tuple[TrialRow, ...]
    months: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LedgerAccountContext:
    """`finance/ledger_account.html`: one account (明细账): opening, every debit and credit with the balance after it, in fen, debit positive."""

    book: Book
    words: str
    side: str
    opening: int
    closing: int
    lines: tuple[FundLine, ...]
    below: tuple[TrialRow, ...]


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """`finance/ledger_part.html`: the link from a page of the book to its accounts."""

    address: str
    words: str


def drafts(view: View) -> Iterator[Draft]:
    """The pages of every book in double entry."""
    for double in view.books.derived(double_ledgers).values():
        if double.months:
            yield from _Pages(double).drafts()


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """Links from the book and from each month to the accounts."""
    for id, double in view.books.derived(double_ledgers).items():
        if double.months:
            yield f"finance/{id}/", Block(20, "finance/ledger_part.html", LedgerPart(f"finance/{id}/ledger/", "会计科目和报表"))
        for month in double.months:
            at = month_address(id, month.month.month)
            yield at, Block(20, "finance/ledger_part.html", LedgerPart(f"{at}accounts/", "科目余额表和报表"))


def retells(view: View) -> Iterator[tuple[str, str]]:
    """By account of the chart stands what the book's lines say; a month's balances are those of its lines."""
    for id, double in view.books.derived(double_ledgers).items():
        if double.months:
            accounts = (f"finance/{id}/ledger/{t.account.number}/" for t in turnovers(double.months))
            yield from ((page, f"finance/{id}/") for page in (f"finance/{id}/ledger/", *accounts))
        for month in double.months:
            at = month_address(id, month.month.month)
            yield f"{at}accounts/", at


class _Pages:
    """The pages of one book."""

    def __init__(self, double: DoubleLedger) -> None:
        self.double, self.book = double, double.ledger.book
        self.address = f"finance/{self.book.id}/"
        self.crumbs = (_FINANCE, Crumb(self.book.name, self.address))

    def drafts(self) -> Iterator[Draft]:
        months, newest = self.double.months, self.double.months[-1]
        rows = self._rows(turnovers(months))
        link = tuple(Link(_words(m), f"{month_address(self.book.id, m.month.month)}accounts/") for m in reversed(months))
        earlier = tuple(name for name in dict.fromkeys(m.chart.chart.name for m in months) if name != newest.chart.chart.name)
        unconfirmed = any(m.chart.chart.standing is Standing.DEFAULT for m in months)
        context = LedgerContext(self.book, newest.chart.chart.name, earlier, unconfirmed, rows, link)
        about = say("{book}每个会计科目的余额和明细，每个月的科目余额表、资产负债表、收益及收益分配表。", book=self.book.name)
        title = say("{book} 会计科目和报表", book=self.book.name)
        yield Draft(
            f"{self.address}ledger/",
            title,
            about,
            "finance/ledger.html",
            context,
            self.crumbs,
            newest.month.last,
            source=folder(self.book),
            tables=_TABLES,
        )
        for turnover in turnovers(months):
            yield self._account(turnover)
        for n, month in enumerate(months):
            yield self._month(month, link[len(months) - n] if n else None, link[len(months) - n - 2] if n + 1 < len(months) else None)

    def _month(self, at: DoubleMonth, previous: Link | None, following: Link | None) -> Draft:
        months = self.double.months
        found = turnovers([at])
        top = [t for t in found if not t.account.parent]
        sheet = balance_sheet(months, at)
        before = former(months, at)
        context = TrialContext(
            self.book,
            Link(_words(at), month_address(self.book.id, at.month.month)),
            say("{chart}（{document}）", chart=at.chart.chart.name, document=at.chart.chart.document),
            any(m.chart.chart.standing is Standing.DEFAULT for m in (at, before) if m),
            before.chart.chart.name if before else "",
            crossed(before, at) if before else (),
            self._rows(found),
            sum(t.debit for t in top),
            sum(t.credit for t in top),
            sheet,
            tuple((p.zh, p) for p in (AccountClass.ASSET, AccountClass.LIABILITY, AccountClass.EQUITY)),
            earnings(months, at),
            previous,
            following,
        )
        title = say("{book} {words} 科目余额表和报表", book=self.book.name, words=_words(at))
        assets = grouped(sheet.total(AccountClass.ASSET)[1])
        toc = (
            *((Toc("新旧科目衔接", "crossed"),) if before else ()),
            Toc("科目余额表", "trial"),
            Toc("资产负债表", "sheet"),
            Toc("收益及收益分配表", "earnings"),
        )
        crumbs = (*self.crumbs, Crumb(_words(at), month_address(self.book.id, at.month.month)))
        address = f"{month_address(self.book.id, at.month.month)}accounts/"
        return Draft(
            address,
            title,
            say("{title}，资产总计 {assets} 元。", title=title, assets=assets),
            "finance/trial.html",
            context,
            crumbs,
            at.month.last,
            toc,
            source=at.month.filed.path,
        )

    def _account(self, turnover: Turnover) -> Draft:
        account, chart = turnover.account, self.double.months[-1].chart
        lines, left = [], turnover.opening
        for month in self.double.months:
            for posted, number, fen in sorted(month.booked, key=lambda b: b.day):
                now = number if month.chart is chart else month.chart.became(number, chart)
                if account.number in (now, chart.accounts[now].parent):
                    left += fen
                    lines.append(
                        FundLine(posted.line.date, posted.line.summary or posted.line.kind.zh, fen, left, line_link(posted.id), posted.line.voucher)
                    )
        below = tuple(t for t in turnovers(self.double.months) if t.account.parent == account.number)
        context = LedgerAccountContext(
            self.book, _named(account), account.side.zh, turnover.opening, turnover.closing, tuple(lines), self._rows(below)
        )
        title = say("{book} {title}", book=self.book.name, title=_named(account))
        about = say("{book}的“{name}”：期初、每一笔借贷和余额，共 {n} 笔。", book=self.book.name, name=account.name, n=len(lines))
        crumbs = (*self.crumbs, Crumb("会计科目和报表", f"{self.address}ledger/"))
        return Draft(
            f"{self.address}ledger/{account.number}/",
            title,
            about,
            "finance/ledger_account.html",
            context,
            crumbs,
            source=folder(self.book),
            tables=_TABLES,
        )

    def _rows(self, found: tuple[Turnover, ...]) -> tuple[TrialRow, ...]:
        return tuple(
            TrialRow(_named(t.account), bool(t.account.parent), t.opening, t.debit, t.credit, t.closing, f"{self.address}ledger/{t.account.number}/")
            for t in found
        )


def _words(at: DoubleMonth) -> str:
    return say("{year}年{month}月", year=at.month.month.year, month=at.month.month.month)


_TABLES = ("finance-trial", "finance-entries")
_ACCOUNT = (Column("account", Text("会计科目编号", "Number of the account")), Column("name", Text("会计科目名称", "Name of the account")))
ENTRIES = (
    Column("book", Text("账簿编号", "Id of the book")),
    Column("period", Text("期间（年-月）", "Period (year-month)")),
    Column("line", Text("编号：账簿/期间/凭证", "Id: book/period/voucher")),
    Column("date", Text("日期", "Date"), "date"),
    Column("summary", Text("摘要", "Summary")),
    *_ACCOUNT,
    Column("debit", Text("借方（元）", "Debit (yuan)"), "money"),
    Column("credit", Text("贷方（元）", "Credit (yuan)"), "money"),
)
TRIAL = (
    Column("book", Text("账簿编号", "Id of the book")),
    Column("period", Text("期间（年-月）", "Period (year-month)")),
    *_ACCOUNT,
    Column("parent", Text("上级科目编号", "Number of the account above")),
    Column("opening", Text("期初（元），借方为正", "Opening (yuan), debit positive"), "money"),
    Column("debit", Text("本期借方（元）", "Debits (yuan)"), "money"),
    Column("credit", Text("本期贷方（元）", "Credits (yuan)"), "money"),
    Column("closing", Text("期末（元），借方为正", "Closing (yuan), debit positive"), "money"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Every debit and credit, and the trial balance of every month; none where no book is kept in double entry."""
    found = sorted(view.books.derived(double_ledgers).items())
    if not found:
        return
    entries = [
        (id, str(m.month.month), b.posted.id, b.day, b.posted.line.summary, b.number, m.chart.accounts[b.number].name, *_two(b.fen))
        for id, double in found
        for m in double.months
        for b in m.booked
    ]
    yield Dataset(
        "finance-entries",
        Text("复式记账分录", "Entries in double entry"),
        ENTRIES,
        entries,
        key=("book", "period", "line", "account"),
        alike=True,
        each=Text("复式记账的每一借、每一贷一行", "Each debit and credit of double entry a row"),
    )
    trial = [
        (id, str(m.month.month), t.account.number, t.account.name, t.account.parent or None, t.opening, t.debit, t.credit, t.closing)
        for id, double in found
        for m in double.months
        for t in turnovers([m])
    ]
    yield Dataset(
        "finance-trial",
        Text("科目余额表", "Trial balance"),
        TRIAL,
        trial,
        key=("book", "period", "account"),
        each=Text("科目余额表，每行一个科目的一个月", "Trial balance: one account in one month a row"),
    )


def _two(fen: int) -> tuple[int | None, int | None]:
    return (fen, None) if fen > 0 else (None, -fen)


def _named(account: LedgerAccount) -> str:
    """112 应收款, or what a law pack calls it in the language pages are made in."""
    return say("{number} {name}", number=account.number, name=account.name)
