"""What the resource templates show."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.kinds.community.records import Book
from mingbai.kinds.resources.records import Resource
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One plot; `area` in mu as printed, `rent` as printed, fen of what its contract has due, paid and owed (None: no contract)."""

    name: str
    area: str
    use: str
    state: str
    user: str
    until: str
    rent: str
    due: int | None
    paid: int | None
    owed: int | None
    contract: Link | None


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """One parcel with its plots."""

    resource: Resource
    anchor: str
    area: str
    plots: tuple[PlotRow, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """The area of one class of land, or of one use, as printed."""

    name: str
    parcels: int
    area: str


@dataclass(frozen=True, slots=True)
class RegisterContext:
    """The register of one book."""

    book: Book
    lede: str
    late: str
    lands: tuple[AreaRow, ...]
    uses: tuple[AreaRow, ...]
    total: str
    parcels: tuple[ParcelRow, ...]
    phone: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """What the pages of the book and of finance say of its resources."""

    book: Book
    lede: str
    late: str
    number: int
    area: str
    address: str


@dataclass(frozen=True, slots=True)
class PartsContext:
    """What the finance page says of the resources of all books."""

    books: tuple[PartContext, ...]
