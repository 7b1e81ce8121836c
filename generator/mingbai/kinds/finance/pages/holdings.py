"""The three assets (三资): money, assets and resources of every book, what it is owed and owes; by body, never added together."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.finance.posting.ledger import BookLedger, ledgers
from mingbai.kinds.finance.statements.ranges import began_with
from mingbai.pages import Crumb, Draft, Holding, Sort, Toc
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

ADDRESS = "finance/holdings/"
TITLE = "三资一览"


@dataclass(frozen=True, slots=True)
class BookHoldings:
    """One book: what it holds or owes of every sort, in the order of `Sort`; None where it keeps no register of that."""

    book: Book
    held: tuple[tuple[str, Holding | None], ...]


@dataclass(frozen=True, slots=True)
class Body:
    """One body and its books, which are not added either."""

    name: str
    anchor: str
    books: tuple[BookHoldings, ...]


@dataclass(frozen=True, slots=True)
class HoldingsContext:
    """`finance/holdings.html`."""

    bodies: tuple[Body, ...]
    as_of: datetime.date


def holdings(view: View) -> Iterator[tuple[str, Holding]]:
    """The money of every book at the end of its newest month, by account."""
    for id, ledger in view.books.derived(ledgers).items():
        yield id, _money(ledger)


def drafts(view: View) -> Iterator[Draft]:
    """The page, where there is a book."""
    bodies: dict[str, list[BookHoldings]] = {}
    for id, ledger in view.books.derived(ledgers).items():
        held = {h.sort: h for h in view.holdings.get(id, ())}
        bodies.setdefault(ledger.book.body, []).append(BookHoldings(ledger.book, tuple((s.value, held.get(s)) for s in Sort)))
    if bodies:
        made = tuple(Body(name, f"body-{n}", tuple(books)) for n, (name, books) in enumerate(bodies.items(), 1))
        about = say("每个主体有多少资金、资产、资源，别人欠它多少，它欠别人多少；分开列，从不相加。")
        toc = tuple(Toc(b.name, b.anchor) for b in made)
        context = HoldingsContext(made, view.books.as_of)
        yield Draft(
            ADDRESS,
            TITLE,
            about,
            "finance/holdings.html",
            context,
            (Crumb("财务公开", "finance/"),),
            view.books.as_of,
            toc,
            tables=("finance-balances", "finance-assets", "finance-resources", "finance-debts"),
        )


def retells(view: View) -> Iterator[tuple[str, str]]:
    """The page sums up the books and their registers."""
    for id in view.books.derived(ledgers):
        yield from ((ADDRESS, held.address) for held in view.holdings.get(id, ()))


def _money(ledger: BookLedger) -> Holding:
    at = ledger.months[-1].closing if ledger.months else began_with(ledger)
    names = {a.id: a.name for a in ledger.book.accounts}
    parts = joined("，", (say("{name} {get} 元", name=name, get=grouped(at.accounts.get(id, 0))) for id, name in names.items()))
    day = ledger.months[-1].last if ledger.months else None
    until = say("，到 {day}", day=spoken(day)) if day else say("，还没有账目")
    return Holding(Sort.MONEY, say("{total} 元", total=grouped(at.total)), f"{parts}{until}", f"finance/{ledger.book.id}/")
