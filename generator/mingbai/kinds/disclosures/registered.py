"""Which items ask for the pages that list what is recorded: registers, which stand in no month of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mingbai.kind import Kind, Register, View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import declared
from mingbai.kinds.disclosures.duties import Obligation, Standing, standings
from mingbai.packs import Item

_BOOK = "{book}"


class Listed(NamedTuple):
    """A register's page, and each item that asks for it with the obligations it falls under."""

    address: str
    book: Book | None
    asked: tuple[tuple[Standing, tuple[Obligation, ...]], ...]


def listed(view: View) -> Iterator[Listed]:
    """Every register that every kind declares, of each book there is."""
    for kind in view.kinds:
        for register in kind.registers:
            for book in declared(view.books).values() if _BOOK in register.address else (None,):
                address = register.address.replace(_BOOK, book.id) if book is not None else register.address
                yield Listed(address, book, tuple(_asking(view, kind, register, book)))


def _asking(view: View, kind: Kind, register: Register, book: Book | None) -> Iterator[tuple[Standing, tuple[Obligation, ...]]]:
    for standing in view.books.derived(standings):
        if _about(standing.item, kind, register) and _binds(standing.item, book):
            yield standing, tuple(o for o in standing.obligations if o.event is None or _holds(view, kind, book, o))


def _about(item: Item, kind: Kind, register: Register) -> bool:
    """Whether an item's evidence is what the register lists."""
    return any(
        e.ledger == kind.name and (not register.facet or any(c.facet == register.facet and set(c.words) & set(register.words) for c in e.wanted))
        for e in item.evidence
    )


def _binds(item: Item, book: Book | None) -> bool:
    return book is None or not item.books or any(word in book.body for word in item.books)


def _holds(view: View, kind: Kind, book: Book | None, one: Obligation) -> bool:
    """Whether an event is one of the register's own."""
    filed = view.books.file(one.event.record) if one.event is not None else None
    return filed is not None and filed.kind == kind.name and (book is None or filed.id.partition("/")[0] == book.id)
