"""What the templates of the catalogue are given: words and links, ready to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mingbai.pages import Link, Note


class Chip(NamedTuple):
    """How an item stands for one period or event: a short name of it, the word of the state, its colour."""

    words: str
    state: str
    tone: str


class ItemRow(NamedTuple):
    """An item in the matrix; `by` says what stands in for a register. `chips` are the periods of the year; events are counted in `events`; `quiet` is said where nobody signed that there was nothing."""

    id: str
    name: str
    address: str
    deadlines: str
    firm: bool
    by: str
    chips: tuple[Chip, ...]
    events: str
    quiet: str
    next: str


class Area(NamedTuple):
    """The items of one class of affairs."""

    id: str
    title: str
    rows: tuple[ItemRow, ...]


class Sum(NamedTuple):
    """How many duties have one state."""

    state: str
    times: int
    tone: str
    unit: str


@dataclass(frozen=True, slots=True)
class MatrixContext:
    """`disclosures/index.html`: every item of the catalogue with its state."""

    lede: str
    late: str
    sums: tuple[Sum, ...]
    areas: tuple[Area, ...]
    kept: bool
    year: int
    soon: tuple[Link, ...]


class PartRow(NamedTuple):
    """What items that stand alike have in common: their pages, by when and when published, the state and its colour; empty where no register is kept."""

    items: tuple[Link, ...]
    words: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class PartContext:
    """`disclosures/part.html`: by which items of the catalogue the contents of a page are published, and by which clauses."""

    rows: tuple[PartRow, ...]
    basis: str


class DutyRow(NamedTuple):
    """One duty of an item: what for, by when, what came of it."""

    what: str
    address: str
    due: str
    published: str
    state: str
    tone: str


class EntryRow(NamedTuple):
    """One publication: the day, of what, where, signed by whom, how long it hangs; its corrections, or what it corrects."""

    anchor: str
    day: str
    what: str
    channels: str
    plan: str
    signatures: tuple[str, ...]
    lacking: str
    clock: str
    reason: str
    notes: tuple[Note, ...]
    corrected: tuple[Link, ...]
    corrects: Link | None


@dataclass(frozen=True, slots=True)
class CorrectionsContext:
    """`disclosures/corrections.html`: publications that were put right, the newest first, and the log of the books."""

    rows: tuple[Link, ...]


class BasisRow(NamedTuple):
    """A clause and the duty it states."""

    cite: str
    duty: str


@dataclass(frozen=True, slots=True)
class ItemContext:
    """`disclosures/item.html`: one item of the catalogue."""

    lede: str
    late: str
    deadlines: tuple[str, ...]
    otherwise: tuple[str, ...]
    days: str
    signatures: str
    responsible: str
    scope: str
    elements: str
    standing: str
    origin: str
    basis: tuple[BasisRow, ...]
    duties: tuple[DutyRow, ...]
    entries: tuple[EntryRow, ...]
    evidence: tuple[Link, ...]
    more: int
    sources: tuple[Link, ...]
    notices: str
    phone: str


@dataclass(frozen=True, slots=True)
class HomeContext:
    """`disclosures/home.html`: how many duties are open, what is due next; `unkept`: so many items bind, and no register of publications is kept."""

    missing: int
    late: int
    done: int
    next: str
    address: str
    unkept: int = 0
