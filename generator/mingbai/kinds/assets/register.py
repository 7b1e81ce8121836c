"""The assets of all books as they are on the day of the books."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite
from mingbai.kinds.assets.depreciation import Worth, gone, residual, worth
from mingbai.kinds.assets.records import Asset, AssetFile, Counting
from mingbai.kinds.community import registers
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import kept
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import citing
from mingbai.kinds.finance.posting.standing import bought, families, spent

TRUE_BOOKS = (Cite("accounting", "17"), Cite("collective", "45"))
"""The clauses by which it is kept and published."""


@dataclass(frozen=True, slots=True)
class Held:
    """An asset and what is known of it.

    Attributes:
        id: `committee/ZC-012`; gone: the day it left, None while it is there; worth: in fen, on the day of the books.
        bought: the lines that paid for it, by their category, with what undid them; paid: what they come to, in fen; upkeep: other lines that cite it.
        counted: the newest count.
    """

    id: str
    book: Book
    filed: Filed[AssetFile]
    asset: Asset
    gone: datetime.date | None
    worth: Worth
    bought: tuple[Posted, ...]
    paid: int
    upkeep: tuple[Posted, ...]
    counted: Counting | None


def held(books: Books) -> tuple[Held, ...]:
    """Every asset, by book and in the order of the file; use through `books.derived(held)`."""
    return tuple(_held(books, filed, book, a) for book, filed, file in kept(books, AssetFile) for a in file.assets)


def by_book(books: Books) -> Mapping[Book, tuple[Held, ...]]:
    """The assets of every book that keeps a register, in the order of community.yml; use through `books.derived(by_book)`."""
    return registers.by_book(books, books.derived(held), lambda h: h.book.id)


def _held(books: Books, filed: Filed[AssetFile], book: Book, asset: Asset) -> Held:
    id, day = f"{book.id}/{asset.number}", books.as_of
    lines = citing(books, "asset", id)
    sorted_ = [(mine, categories(books, mine[0].line.date)) for mine in families(lines)]
    purchases = [(mine, words) for mine, words in sorted_ if any(e.category in words for p in mine for e in p.entries if e.column is Column.EXPENSE)]
    paid = sum(spent(mine) for mine, words in purchases if bought(mine, words))
    counted = max((c for c in asset.counts if c.day <= day), key=lambda c: c.day, default=None)
    kept = residual(asset, books.law.standard("residual-rate", asset.acquired))
    paying = tuple(p for mine, _ in purchases for p in mine)
    return Held(id, book, filed, asset, gone(asset, day), worth(asset, kept, day), paying, paid, tuple(p for p in lines if p not in paying), counted)


def categories(books: Books, day: datetime.date) -> frozenset[str]:
    """The categories in which assets were bought on a day; none where no pack names any."""
    standard = books.law.standard("asset-categories", day)
    return frozenset(standard.words) if standard is not None else frozenset()
