"""The resources of all books: every parcel with its plots, that is its parts, or itself where it has none."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite
from mingbai.kinds.community import registers
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import kept
from mingbai.kinds.contracts.records import Contract, Outcome
from mingbai.kinds.resources.records import Part, Resource, ResourceFile, Use
from mingbai.values.measures import times
from mingbai.values.speech import say

BASIS = (Cite("collective", "45"), Cite("urban-committee", "34"), Cite("village-committee", "35"))
"""The clauses by which it is published."""


@dataclass(frozen=True, slots=True)
class Plot:
    """What is used in one way: a part, or a whole parcel. `area` in ten-thousandths of a mu; `outcome` is what its contract says.

    Attributes:
        yearly: area × rate in fen, None where no rate is given.
    """

    record: Part | Resource
    name: str
    area: int
    use: Use | None
    user: str
    contract: Contract | None
    outcome: Outcome | None
    idle_since: datetime.date | None

    @property
    def yearly(self) -> int | None:
        return times(self.record.rate, self.area) if self.record.rate is not None else None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel: `id` is `committee/ZY-03`."""

    id: str
    book: Book
    filed: Filed[ResourceFile]
    resource: Resource
    plots: tuple[Plot, ...]


def parcels(books: Books) -> tuple[Parcel, ...]:
    """Every parcel, by book and in the order of the file; use through `books.derived(parcels)`."""
    return tuple(
        Parcel(f"{book.id}/{r.number}", book, filed, r, _plots(books, filed, r))
        for book, filed, file in kept(books, ResourceFile)
        for r in file.resources
    )


def by_book(books: Books) -> Mapping[Book, tuple[Parcel, ...]]:
    """The parcels of every book that keeps a register, in the order of community.yml; use through `books.derived(by_book)`."""
    return registers.by_book(books, books.derived(parcels), lambda p: p.book.id)


def _plots(books: Books, filed: Filed[ResourceFile], resource: Resource) -> tuple[Plot, ...]:
    parts: tuple[Part | Resource, ...] = resource.parts or (resource,)
    return tuple(_plot(books, filed, p) for p in parts)


def _plot(books: Books, filed: Filed[ResourceFile], record: Part | Resource) -> Plot:
    cited = books.find("contract", record.contract, filed) if record.contract else None
    contract = cited if isinstance(cited, Contract) else None
    outcome: Outcome | None = books.outcome(contract, None) if contract is not None else None
    name = record.name or say("第 {number} 块", number=record.number)
    user = record.user or (contract.other if contract else "")
    return Plot(record, name, record.area, record.use, user, contract, outcome, record.idle_since)
