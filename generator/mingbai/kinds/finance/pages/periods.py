"""Years, half-years and quarters of a book: their pages, and the rows in which other pages list them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import period_address
from mingbai.kinds.finance.pages.charting import by_month, came_and_went
from mingbai.kinds.finance.pages.contexts import PeriodRow, RangeContext, YearRows
from mingbai.kinds.finance.pages.views import folder
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, undoings
from mingbai.kinds.finance.statements.comparing import parties, per_household, year_before
from mingbai.kinds.finance.statements.planning import planned
from mingbai.kinds.finance.statements.ranges import projects
from mingbai.kinds.finance.statements.statement import complete, halves, quarters, statement, years
from mingbai.pages import Crumb, Draft, Toc
from mingbai.values.days import Month
from mingbai.values.money import grouped
from mingbai.values.periods import Period
from mingbai.values.speech import say

_QUARTERS = "一二三四"
_HALVES = {1: "上半年", 2: "下半年"}
_TOC = (
    ("逐月", "months"),
    ("收支分类", "categories"),
    ("与上年同期比", "before"),
    ("付给谁、从谁来", "parties"),
    ("项目", "projects"),
    ("资金", "funds"),
    ("账户", "accounts"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A book as its pages tell it: its address and what stands above, its months as rows, the pages of categories and of classes of parties by name."""

    view: View
    ledger: BookLedger
    address: str
    crumbs: tuple[Crumb, ...]
    months: Mapping[Month, PeriodRow]
    categories: Mapping[str, str]
    parties: Mapping[str, str]

    @property
    def books(self) -> Books:
        return self.view.books

    def project(self, id: str) -> str:
        """The address of a project's page; empty where it has none."""
        place = self.view.where(self.books.ids["project"][id]) if id else None
        return place.address if place else ""


def at(book: Book, year: int, months: int = 12, n: int = 1) -> str:
    """The page of a book for the n-th half-year (6 months) or quarter (3) of a year; for the year itself."""
    return period_address(book.id, Period.of(datetime.date(year, n * months, 1), months))


def drafts(it: Told) -> Iterator[Draft]:
    """The pages of all years, half-years and quarters."""
    name, every = it.ledger.book.name, it.ledger.months
    for year, months in years(every).items():
        unfinished = "" if len(months) == 12 else say("本年目前有{span}的账。", span=span(months))
        yield _page(
            it, at(it.ledger.book, year), say("{name} {year}年", name=name, year=year), months, unfinished, it.crumbs, tuple(_parts(it, year))
        )
    for (year, half), months in halves(every).items():
        unfinished = "" if len(months) == 6 else say("{halves}目前有{span}的账。", halves=_HALVES[half], span=span(months))
        yield _page(
            it,
            at(it.ledger.book, year, 6, half),
            say("{name} {year}年{halves}", name=name, year=year, halves=_HALVES[half]),
            months,
            unfinished,
            _below(it, year),
        )
    for (year, q), months in quarters(every).items():
        unfinished = "" if complete(months, (year, q)) else say("本季度目前只有{span}的账。", span=span(months))
        yield _page(
            it,
            at(it.ledger.book, year, 3, q),
            say("{name} {year}年第{quarters}季度", name=name, year=year, quarters=_QUARTERS[q - 1]),
            months,
            unfinished,
            _below(it, year),
        )


def year_rows(it: Told) -> Iterator[YearRows]:
    """Every year with its quarters and months, newest first."""
    by_quarter = quarters(it.ledger.months)
    for year, months in sorted(years(it.ledger.months).items(), reverse=True):
        whole = _row(it, say("{year}年", year=year), at(it.ledger.book, year), months)
        qs = [
            _row(it, say("第{quarters}季度", quarters=_QUARTERS[q - 1]), at(it.ledger.book, y, 3, q), ms)
            for (y, q), ms in by_quarter.items()
            if y == year
        ]
        yield YearRows(whole, year, tuple(reversed(qs)), tuple(it.months[m.month] for m in reversed(months)))


def month_words(month: MonthLedger) -> str:
    """2026年3月."""
    return say("{year}年{month}月", year=month.month.year, month=month.month.month)


def span(months: Sequence[MonthLedger]) -> str:
    """1月至3月."""
    first, last = months[0].month.month, months[-1].month.month
    return say("{first}月", first=first) if len(months) == 1 else say("{first}月至{last}月", first=first, last=last)


def updated(books: Books, month: MonthLedger) -> datetime.date:
    """The newest past day a month's page speaks of: its own lines and review, what undid its lines later, when spending it planned was looked over."""
    undone = (u.line.date for p in month.posted for u in _undoing(books, p))
    planned_here = (p for p in books.derived(planned)[month.filed.id.partition("/")[0]] if p.month.month == month.month)
    reviewed = (day for p in planned_here for _, _, day in p.reviews)
    return max((d for d in (_own(month), *undone, *reviewed) if d <= books.as_of), default=books.as_of)


def _own(month: MonthLedger) -> datetime.date:
    review = month.file.closing.review if month.file.closing else None
    return max(month.last, review.day) if review else month.last


def _undoing(books: Books, posted: Posted) -> Iterator[Posted]:
    """What undid a line, and what undid that."""
    for one in books.derived(undoings).get(posted.id, ()):
        yield one
        yield from _undoing(books, one)


def _below(it: Told, year: int) -> tuple[Crumb, ...]:
    return (*it.crumbs, Crumb(say("{year}年", year=year), at(it.ledger.book, year)))


def _parts(it: Told, year: int) -> Iterator[PeriodRow]:
    """The halves and quarters of a year."""
    months = it.ledger.months
    yield from (_row(it, _HALVES[h], at(it.ledger.book, y, 6, h), ms) for (y, h), ms in halves(months).items() if y == year)
    yield from (
        _row(it, say("第{quarters}季度", quarters=_QUARTERS[q - 1]), at(it.ledger.book, y, 3, q), ms)
        for (y, q), ms in quarters(months).items()
        if y == year
    )


def _page(
    it: Told, address: str, title: str, months: Sequence[MonthLedger], unfinished: str, above: tuple[Crumb, ...], parts: tuple[PeriodRow, ...] = ()
) -> Draft:
    made = statement(it.books, it.ledger, months)
    by_project = tuple((p, it.project(p.id)) for p in projects(it.books, (p for m in months for p in m.posted)))
    context = RangeContext(
        it.ledger.book,
        title,
        made,
        tuple(it.months[m.month] for m in months),
        unfinished,
        by_month(title, months),
        came_and_went(title, made),
        year_before(it.books, it.ledger, months, made),
        parties(it.ledger, months),
        per_household(it.books, it.ledger.book, made.expense),
        parts,
        it.categories,
        it.parties,
        by_project if any(p.id for p, _ in by_project) else (),
    )
    about = say(
        "{title}：收入 {income} 元，支出 {expense} 元，期末结余 {closing} 元。",
        title=title,
        income=grouped(made.income),
        expense=grouped(made.expense),
        closing=grouped(made.closing),
    )
    there = {"before": context.before, "projects": context.projects, "funds": made.divided}
    toc = tuple(Toc(*one) for one in _TOC if there.get(one[1], True))
    return Draft(
        address, title, about, "finance/range.html", context, above, min(_own(months[-1]), it.books.as_of), toc, source=folder(it.ledger.book)
    )


def _row(it: Told, title: str, address: str, months: Sequence[MonthLedger]) -> PeriodRow:
    rows = [it.months[m.month] for m in months]
    totals = (rows[0].opening, sum(r.income for r in rows), sum(r.expense for r in rows), rows[-1].closing)
    return PeriodRow(
        title,
        address,
        *totals,
        sum(r.lines for r in rows),
        sum(r.warnings for r in rows),
        all(r.proven for r in rows),
        all(r.closed for r in rows),
    )
