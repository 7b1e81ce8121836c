"""Finance on the site: the books, a book by year, quarter and month with every line, the funds."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.community.records import Account, Keeping
from mingbai.kinds.community.registers import ask
from mingbai.kinds.finance.pages import anytime, categories, periods, plans
from mingbai.kinds.finance.pages.categories import RECENT
from mingbai.kinds.finance.pages.charting import by_month, held
from mingbai.kinds.finance.pages.contexts import (
    AccountContext,
    BookCard,
    BookContext,
    CorrectionRow,
    CorrectionsContext,
    FundContext,
    FundLine,
    FundRow,
    FundsContext,
    IndexContext,
    Listed,
    MonthContext,
    PeriodRow,
    PlanRow,
)
from mingbai.kinds.finance.pages.periods import month_words, span, updated
from mingbai.kinds.finance.pages.views import Link, Teller, alone, anchors, decision_link, folder, line_link, month_address, notes
from mingbai.kinds.finance.posting.entries import Entry
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.posting.locks import closed_on
from mingbai.kinds.finance.statements.comparing import per_household, year_before
from mingbai.kinds.finance.statements.corrections import Correction, corrections
from mingbai.kinds.finance.statements.proof import proofs
from mingbai.kinds.finance.statements.statement import Flow, statement, years
from mingbai.pages import Block, Crumb, Draft, Toc
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

FINANCE = Crumb("财务公开", "finance/")
_SHOWN = ("finance-balances", "finance-lines")
"""The tables that hold what a book, a fund, an account shows."""
_DRAWN = 24
"""So many months are drawn of what an account or a fund held; years before stand as years."""
_EARMARKED = frozenset(("FIN010", "FIN011", "FIN014", "FIN023", "FIN060", "FIN073"))
"""What warns that money for a purpose was not spent on it (专款专用)."""


def drafts(view: View) -> Iterator[Draft]:
    """The finance pages; a book without months has its page all the same."""
    made = view.derived(_made)
    cards = tuple(p.card for p in made)
    open_plans = tuple(plan for p in made for plan in p.open_plans())
    updated = max((c.fresh for c in cards if c.fresh), default=None)
    toc = (
        *(Toc("最新一个月", "newest") for _ in [c for c in cards if c.newest][:1]),
        *(Toc("换个角度看", "views") for _ in made[:1]),
        *(Toc("准备花的钱", "plans") for _ in open_plans[:1]),
    )
    about = say("每一本账收了多少、花了多少、还剩多少，逐笔公开。")
    yield Draft("finance/", "财务公开", about, "finance/index.html", IndexContext(cards, open_plans), (), updated, toc)
    yield _funds(view, made, updated)
    yield _corrections(view, made)
    for pages in made:
        yield from pages.drafts()


def retells(view: View) -> Iterator[tuple[str, str]]:
    """What is told by fund, account, category, class of the other party and day is told by month on the pages of the book."""
    for pages in view.derived(_made):
        told = ["finance/", "finance/funds/", *(f.address for f in pages.fund_rows()), *(pages.account_address(a) for a in pages.book.accounts)]
        if pages.ledger.months:
            told += [*pages.told.parties.values(), *(pages.categories.values() if pages.book.keeping is not Keeping.DOUBLE else ())]
        told.append(f"{pages.address}{anytime.PLACE}")
        yield from ((page, pages.address) for page in told)


def _made(view: View) -> list[_BookPages]:
    return [_BookPages(view, ledger) for ledger in view.books.derived(ledgers).values()]


def home(view: View) -> Iterator[Block]:
    """What came in, went out and is left, per book, never added together."""
    made = view.derived(_made)
    if made:
        yield Block(10, "finance/home.html", IndexContext(tuple(p.card for p in made), ()))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where lines, months and funds stand on the site."""
    for ledger in view.books.derived(ledgers).values():
        for fund in ledger.funds:
            yield fund.at_, (f"finance/{ledger.book.id}/funds/{fund.id}/", fund.name)
        for month in ledger.months:
            to, words = month_address(ledger.book.id, month.month), f"{ledger.book.name} {month_words(month)}"
            yield month.file.at_, (to, words)
            for posted, at in zip(month.posted, anchors(month), strict=True):
                yield posted.line.at_, (f"{to}#{at}", say("{words} 凭证 {voucher}", words=words, voucher=posted.line.voucher))


def _funds(view: View, made: Sequence[_BookPages], updated: datetime.date | None) -> Draft:
    books = tuple((p.ledger.book, p.fund_rows()) for p in made)
    toc = tuple(Toc(book.name, f"b-{book.id}") for book, _ in books)
    context = FundsContext(books, view.books.as_of)
    return Draft(
        "finance/funds/",
        "资金",
        say("每项专款从哪里来、花了多少、还剩多少。"),
        "finance/funds.html",
        context,
        (FINANCE,),
        updated,
        toc,
        tables=("finance-balances", "community-funds"),
    )


def _corrections(view: View, made: Sequence[_BookPages]) -> Draft:
    """The log of corrections over all books."""
    tellers = {p.book.id: p.teller for p in made}
    rows = tuple(_correction(tellers[c.ledger.book.id], c) for c in view.books.derived(corrections))
    context = CorrectionsContext(rows, sum(r.was_closed for r in rows))
    updated = max((r.day for r in rows), default=None)
    return Draft(
        "finance/corrections/",
        "更正记录",
        say("公布以后发现记错的，错在哪里、改成什么、谁批准的。"),
        "finance/corrections.html",
        context,
        (FINANCE,),
        updated,
    )


def _correction(teller: Teller, c: Correction) -> CorrectionRow:
    line = c.posted.line
    summary = c.first.line.summary or say("凭证 {voucher}", voucher=c.first.line.voucher)
    return CorrectionRow(
        line.date,
        line.kind.zh,
        teller.ledger.book.name,
        summary,
        c.worth,
        line_link(c.posted.id),
        line_link(c.first.id),
        c.changes,
        c.difference,
        c.funds,
        line.reason or "",
        line.allowed_by or "",
        c.was_closed is not None and c.was_closed <= line.date,
    )


class _BookPages:
    """The pages of one book."""

    def __init__(self, view: View, ledger: BookLedger) -> None:
        self.view, self.books, self.ledger, self.book = view, view.books, ledger, ledger.book
        self.teller = Teller(view, ledger)
        self.address = f"finance/{self.book.id}/"
        self.crumbs = (FINANCE, Crumb(self.book.name, self.address))
        self.rows = {m.month: self.teller.rows(m) for m in ledger.months}
        self.periods = {m.month: self._month_row(m) for m in ledger.months}
        self.planned = plans.rows(view, ledger)
        self.card = self._card()
        self.categories = categories.addresses(self.books, ledger)
        self.told = periods.Told(
            view, ledger, self.address, self.crumbs, self.periods, self.categories, categories.party_addresses(self.books, ledger)
        )
        self.funds = alone((f.name, f"{self.address}funds/{f.id}/") for f in ledger.funds)
        self.accounts = alone((a.name, self.account_address(a)) for a in self.book.accounts)
        self.by_year = {year: statement(self.books, ledger, months) for year, months in years(ledger.months).items()}

    def drafts(self) -> Iterator[Draft]:
        newest = list(years(self.ledger.months).items())[-1:]
        chart = by_month(say("{newest}年", newest=newest[0][0]), newest[0][1]) if newest else None
        context = BookContext(self.card, tuple(periods.year_rows(self.told)), self.fund_rows(), chart)
        about = say("{book}：每年、每季、每月的收入、支出和结余。", book=self.book.name)
        toc = [Toc(say("{year}年", year=y.year), f"y{y.year}") for y in context.years[:1]]
        toc += [Toc("资金", "funds")] if context.funds else []
        toc += [Toc("钱放在哪里", "accounts")] if self.card.accounts else []
        yield Draft(
            self.address,
            self.book.name,
            about,
            "finance/book.html",
            context,
            (FINANCE,),
            self.card.fresh,
            tuple(toc),
            source=folder(self.book),
            tables=("finance-periods", *_SHOWN),
        )
        yield from periods.drafts(self.told)
        for n, month in enumerate(self.ledger.months):
            yield self._month(n, month)
        for row in self.fund_rows():
            yield self._fund(row)
        for account in self.book.accounts:
            yield self._account(account)
        yield from categories.drafts(self.books, self.ledger, self.rows, self.crumbs)
        yield anytime.draft(self.told)

    def _month(self, n: int, month: MonthLedger) -> Draft:
        months, rows = self.ledger.months, self.rows[month.month]
        made = statement(self.books, self.ledger, [month])
        title = f"{self.book.name} {month_words(month)}"
        context = MonthContext(
            self.book,
            title,
            made,
            rows,
            self.plans(month),
            proofs(self.books, self.ledger, month),
            month.file.closing.review if month.file.closing else None,
            (month.file.nothing.signed, month.file.nothing.day) if month.file.nothing else None,
            notes(self.view, month.file),
            sum(bool(r.notes) for r in rows),
            month.filed.path,
            self._link(months[n - 1]) if n else None,
            self._link(months[n + 1]) if n + 1 < len(months) else None,
            closed_on(self.books, month.filed.id),
            self.categories,
            self.funds,
            self.accounts,
            year_before(self.books, self.ledger, [month], made),
            per_household(self.books, self.book, made.expense),
            joined("", (_reviewed(month), ask(self.books))),
        )
        about = say(
            "{title}：收入 {income} 元，支出 {expense} 元，期末结余 {closing} 元，共 {lines} 笔。",
            title=title,
            income=grouped(made.income),
            expense=grouped(made.expense),
            closing=grouped(made.closing),
            lines=made.lines,
        )
        year = Crumb(say("{year}年", year=month.month.year), f"{self.address}{month.month.year}/")
        return Draft(
            month_address(self.book.id, month.month),
            title,
            about,
            "finance/month.html",
            context,
            (*self.crumbs, year),
            updated(self.books, month),
            _toc(context),
            source=context.source,
        )

    def _month_row(self, m: MonthLedger) -> PeriodRow:
        warnings = sum(bool(r.notes) for r in self.rows[m.month]) + len(notes(self.view, m.file))
        closing = m.file.closing
        proven = closing is not None and bool(closing.statements or closing.counts) and closing.review is not None
        totals = (m.opening.total, m.income, m.expense, m.closing.total)
        return PeriodRow(
            month_words(m),
            month_address(self.book.id, m.month),
            *totals,
            len(m.posted),
            warnings,
            proven,
            closed_on(self.books, m.filed.id) is not None,
        )

    def _card(self) -> BookCard:
        if not self.ledger.months:
            opening = sum(a.opening for a in self.book.accounts)
            return BookCard(self.book, self.address, None, "", opening, 0, 0, opening, None, None, ())
        newest = self.ledger.months[-1]
        year, months = list(years(self.ledger.months).items())[-1]
        made = statement(self.books, self.ledger, months)
        row = self.periods[newest.month]
        return BookCard(
            self.book, self.address, year, span(months), made.opening, made.income, made.expense, made.closing, newest.last, row, made.accounts
        )  # fmt: skip

    def fund_rows(self) -> tuple[FundRow, ...]:
        """The book's funds since it began, in the order of community.yml."""
        months = self.ledger.months
        flows = {f.id: f for f in statement(self.books, self.ledger, months).funds} if months else {}
        none = {f.id: Flow(f.id, f.name, f.opening, 0, 0, 0, f.opening) for f in self.ledger.funds}
        return tuple(FundRow(f.id, f.name, self.book.name, f, flows.get(f.id, none[f.id]), f"{self.address}funds/{f.id}/") for f in self.ledger.funds)

    def _fund(self, row: FundRow) -> Draft:
        lines = self._listed(lambda e: e.fund, row.id, [m.opening.funds.get(row.id, 0) for m in self.ledger.months], row.fund.opening)
        spent_on: dict[str, int] = {}
        for e in (e for m in self.ledger.months for e in m.entries):
            if e.fund == row.id and e.column.value == "expense" and e.category:
                spent_on[e.category] = spent_on.get(e.category, 0) - e.fen
        ordered = tuple((name, fen, self.categories.get(name, "")) for name, fen in sorted(spent_on.items(), key=lambda kv: (-kv[1], kv[0])))
        drawn = self.ledger.months[-_DRAWN:]
        chart = held(row.name, drawn, [m.closing.funds.get(row.id, 0) for m in drawn])
        touching = (p for m in self.ledger.months for p in m.posted if any(e.fund == row.id for e in p.entries))
        warned = sum(any(n.code.id in _EARMARKED for n in self.view.findings.on(p.line)) for p in touching)
        by_year = tuple(self._years_of((year, s.funds) for year, s in self.by_year.items()))
        uses = tuple((c, decision_link(self.books, c.decision) if c.decision else None) for c in row.fund.changes)
        cited = self.view.citing("fund", row.id, "finance", "budget")
        context = FundContext(row, lines, ordered, chart, warned, tuple(f for f in by_year if f[1].id == row.id), uses, cited, ask(self.books))
        about = say("{name}：结余 {closing} 元，逐笔列出。", name=row.name, closing=grouped(row.flow.closing))
        above = (FINANCE, Crumb("资金", "finance/funds/"))
        return Draft(
            row.address,
            row.name,
            about,
            "finance/fund.html",
            context,
            above,
            self.card.fresh,
            source=folder(self.book),
            tables=_SHOWN,
        )

    def account_address(self, account: Account) -> str:
        """The page of an account: `finance/committee/accounts/bank/`."""
        return f"{self.address}accounts/{account.id}/"

    def _account(self, account: Account) -> Draft:
        lines = self._listed(lambda e: e.account, account.id, [m.opening.accounts.get(account.id, 0) for m in self.ledger.months], account.opening)
        flows = statement(self.books, self.ledger, self.ledger.months).accounts if self.ledger.months else ()
        flow = next((f for f in flows if f.id == account.id), Flow(account.id, account.name, account.opening, 0, 0, 0, account.opening))
        said = tuple(
            (self._link(m), p) for m in self.ledger.months[-RECENT:] for p in proofs(self.books, self.ledger, m) if p.account == account.name
        )
        drawn = self.ledger.months[-_DRAWN:]
        chart = held(account.name, drawn, [m.closing.accounts.get(account.id, 0) for m in drawn])
        by_year = tuple(self._years_of((year, s.accounts) for year, s in self.by_year.items()))
        context = AccountContext(self.book, account, flow, lines, said, chart, tuple(f for f in by_year if f[1].id == account.id))
        about = say(
            "{book}的{name}：现在有 {closing} 元，逐笔列出，附对账结果。", book=self.book.name, name=account.name, closing=grouped(flow.closing)
        )
        title = f"{self.book.name} {account.name}"
        return Draft(
            self.account_address(account),
            title,
            about,
            "finance/account.html",
            context,
            self.crumbs,
            self.card.fresh,
            source=folder(self.book),
            tables=_SHOWN,
        )

    def _listed(self, of: Callable[[Entry], str], id: str, openings: Sequence[int], first: int) -> Listed:
        """The lines of the newest months that touched an account or a fund, each with what was held after it."""
        months = self.ledger.months
        touched = [
            [(p, told, fen) for p, told in zip(m.posted, self.rows[m.month], strict=True) if (fen := sum(e.fen for e in p.entries if of(e) == id))]
            for m in months[-RECENT:]
        ]
        recent = categories.listed([len(lines) for lines in touched])
        earlier = len(months) > recent
        begun = left = openings[-recent] if earlier else first
        lines = []
        for p, told, fen in (line for month in touched[len(touched) - recent :] for line in month):
            left += fen
            lines.append(FundLine(p.line.date, told.summary, fen, left, line_link(p.id), p.line.voucher))
        return Listed(month_words(months[-recent]) if earlier else "", begun, tuple(lines))

    def _years_of(self, flows: Iterable[tuple[int, tuple[Flow, ...]]]) -> Iterator[tuple[Link, Flow]]:
        """Every flow of every year, the newest year first."""
        for year, found in reversed([*flows]):
            yield from ((Link(say("{year}年", year=year), f"{self.address}{year}/"), f) for f in found)

    def plans(self, month: MonthLedger) -> tuple[PlanRow, ...]:
        """The month's planned spending, compared with what was spent."""
        return tuple(r for r in self.planned if r.address.startswith(f"{month_address(self.book.id, month.month)}#"))

    def open_plans(self) -> Iterator[PlanRow]:
        """Plans of the newest month for which nothing has been spent yet: what comes next."""
        if self.ledger.months:
            yield from (p for p in self.plans(self.ledger.months[-1]) if not p.lines and not p.unspent)

    def _link(self, month: MonthLedger) -> Link:
        return Link(month_words(month), month_address(self.book.id, month.month))


def _reviewed(month: MonthLedger) -> str:
    """Who went over the month, and when."""
    review = month.file.closing.review if month.file.closing else None
    return say("{day}由{who}审核过。", day=spoken(review.day), who=review.body or review.reviewer) if review else say("还没有人审核。")


def _toc(it: MonthContext) -> tuple[Toc, ...]:
    shown = (
        ("summary", "分类合计", it.rows),
        ("before", "与上年同月比", it.before),
        ("lines", "逐笔明细", it.rows),
        ("plans", "支出计划", it.plans),
        ("proof", "对账与审核", True),
        ("balances", "资金和账户", True),
    )
    return tuple(Toc(title, id) for id, title, there in shown if there)
