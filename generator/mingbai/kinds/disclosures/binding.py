"""Which items of the catalogue bind a community, as the law had them on each day: a rule asks nothing before its act is in force, nor after."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from operator import methodcaller

from mingbai.books import Books
from mingbai.kinds.community.records import Community
from mingbai.kinds.community.registers import busy
from mingbai.kinds.disclosures.records import DisclosureFile
from mingbai.packs import Item

_AHEAD = 366
"""So many days beyond the day the books are read the law is asked for what is coming: no period is longer."""


@dataclass(frozen=True, slots=True)
class Version:
    """An item as it stood from one day to another, both included, with the deadlines that hold here.

    `begins` is date.min where it stood so before anybody kept the catalogue, `ends` date.max where no end is known.
    """

    item: Item
    begins: datetime.date
    ends: datetime.date

    def holds(self, day: datetime.date) -> bool:
        """Whether the item stood so on that day."""
        return self.begins <= day <= self.ends


def kept(books: Books) -> bool:
    """Whether the community keeps the catalogue at all: it has a file of publications."""
    return bool(books.of(DisclosureFile))


def begins(books: Books) -> datetime.date | None:
    """From which day duties are counted: the first file's 起, else 1 January of its year; without a file, the day the first book begins."""
    files = [(f.id, f.record) for f in books.of(DisclosureFile) if f.record is not None]
    days = [r.since or datetime.date(int(year), 1, 1) for year, r in files if r.since or (year.isdecimal() and 1949 <= int(year) <= 9999)]
    if days:
        return min(days)
    community = books.the(Community)
    return min((b.begins for b in community.books), default=None) if community else None


def bound(books: Books) -> tuple[Item, ...]:
    """The items that bind this community, or have since duties are counted, or will within a year, in the order of the catalogue; each as it stood last, else as it comes."""
    return tuple(_last(every, books.as_of).item for every in books.derived(_versions).values())


def ever(books: Books) -> frozenset[str]:
    """The ids of all items that bind this community at some time, also of those that are still to come."""
    return frozenset(books.derived(_versions))


def versions(books: Books, id: str) -> tuple[Version, ...]:
    """How an item stood from the day duties are counted to a year ahead, in order of time; days on which it bound nobody here lie in none. Empty where it never binds."""
    return books.derived(_versions).get(id, ())


def item_on(books: Books, id: str, day: datetime.date) -> Item | None:
    """An item as it stood on a day; None where it did not bind this community then."""
    return next((v.item for v in versions(books, id) if v.holds(day)), None)


def _last(every: tuple[Version, ...], day: datetime.date) -> Version:
    return next((v for v in reversed(every) if v.begins <= day), every[0])


def _versions(books: Books) -> dict[str, tuple[Version, ...]]:
    """By item, in the order of the catalogue."""
    first = min(begins(books) or books.as_of, books.as_of)
    ahead = datetime.date.fromordinal(min(books.as_of.toordinal() + _AHEAD, datetime.date.max.toordinal()))
    found: dict[str, tuple[Version, ...]] = {}
    for id in books.law.every.items:
        spells = books.law.spells(first, ahead, methodcaller("item", id))
        every = tuple(
            Version(s.asked.asked(busy=busy(books, s.asked)), s.first, s.last) for s in spells if s.asked is not None and _binds(books, s.asked)
        )
        if every:
            found[id] = every
    return found


def _binds(books: Books, item: Item) -> bool:
    """Whether it is for this kind of community, and for a body of which it keeps a book."""
    community = books.the(Community)
    if community is None or community.kind.zh not in item.binds:
        return False
    return not item.books or any(word in b.body for word in item.books for b in community.books)
