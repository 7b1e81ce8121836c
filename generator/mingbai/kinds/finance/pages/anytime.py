"""Any stretch of days of a book, asked on the page: the published lines by year beside it, which the page's script adds up.

Without the script the page lists the periods that are pages of their own, and the tables for download.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.kinds.finance.pages.periods import Told, at
from mingbai.kinds.finance.pages.views import Link, folder, month_address
from mingbai.kinds.finance.posting.ledger import BookLedger
from mingbai.kinds.finance.statements.extract import extracts
from mingbai.kinds.finance.statements.statement import halves, quarters, years
from mingbai.pages import Draft, Toc
from mingbai.values.speech import say

TITLE = "任意一段时间"
PLACE = "range/"
"""Below the address of the book."""
_HALVES, _QUARTERS = ("上半年", "下半年"), "一二三四"


@dataclass(frozen=True, slots=True)
class ReadyYear:
    """A year's own page, its halves and quarters, its months, in order."""

    year: int
    address: str
    parts: tuple[Link, ...]
    months: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AnytimeContext:
    """`finance/anytime.html`: what the form may ask for, and what is ready without it.

    `first` and `last` are the days between which the book has lines or may have them; `data` are the years whose lines stand beside the page.
    """

    book: Book
    first: datetime.date
    last: datetime.date
    known: datetime.date | None
    data: tuple[int, ...]
    ready: tuple[ReadyYear, ...]


def draft(it: Told) -> Draft:
    """The page of a book; every book has one."""
    book, months = it.ledger.book, it.ledger.months
    found = extracts(it.books, it.ledger, lambda what, one: _where(it, what, one))
    first = min([book.begins, *(m.first for m in months[:1])])
    known = months[-1].last if months else None
    context = AnytimeContext(book, first, max(known or first, first), known, tuple(found), tuple(_ready(it.ledger)))
    beside = tuple((f"{year}.json", value) for year, value in found.items())
    about = say("{name}：任选两个日子，看这段时间的期初、收入、支出和期末，可按账户、资金、科目、项目、对方类别分。", name=book.name)
    toc = (Toc("任选日子", "any"), Toc("已经算好的", "ready"), Toc("怎样算的", "how"))
    return Draft(
        f"{it.address}{PLACE}",
        say("{book} {title}", book=book.name, title=TITLE),
        about,
        "finance/anytime.html",
        context,
        it.crumbs,
        known,
        toc,
        beside=beside,
        source=folder(book),
    )


def _where(it: Told, what: str, id: str) -> str:
    if what in ("account", "fund"):
        return f"{it.address}{what}s/{id}/" if id else ""
    if what == "project":
        return it.project(id)
    return (it.categories if what == "category" else it.parties).get(id, "")


def _ready(ledger: BookLedger) -> list[ReadyYear]:
    """Newest first."""
    every = ledger.months
    parts = [(year, Link(say(_HALVES[half - 1]), at(ledger.book, year, 6, half))) for year, half in halves(every)]
    parts += [(year, Link(say("第{quarters}季度", quarters=_QUARTERS[q - 1]), at(ledger.book, year, 3, q))) for year, q in quarters(every)]
    made = []
    for year, months in sorted(years(every).items(), reverse=True):
        links = tuple(Link(say("{month}月", month=m.month.month), month_address(ledger.book.id, m.month)) for m in months)
        made.append(ReadyYear(year, at(ledger.book, year), tuple(link for y, link in parts if y == year), links))
    return made
