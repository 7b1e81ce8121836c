"""Donations with what became of them: received and spent by lines, things by the register of goods, what is left."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import kept
from mingbai.kinds.donations.records import Donation, DonationFile, What
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import citing
from mingbai.kinds.finance.records import Line
from mingbai.kinds.goods.records import Lot

BASIS = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("charity", "82"))
"""The clauses by which it is published."""


class Part(NamedTuple):
    """What of one line belongs to one donation, in fen; negative where the line takes something back. `first` is the line it began with."""

    posted: Posted
    fen: int
    first: Posted


@dataclass(frozen=True, slots=True)
class Standing:
    """A donation on the day of the books; fen.

    Attributes:
        id: `committee/JZ-2026-01`; filed: the file it stands in.
        received, spent: the parts of lines that brought it and that spent it, by day.
        lots: what the register of goods says of the things that came with it.
    """

    id: str
    book: Book
    filed: Filed[DonationFile]
    donation: Donation
    received: tuple[Part, ...]
    spent: tuple[Part, ...]
    lots: tuple[Lot, ...]

    @property
    def given(self) -> int:
        """Money given."""
        return self.donation.amount or 0

    @property
    def used(self) -> int:
        """Money spent, before the book too."""
        return (self.donation.before or 0) + sum(p.fen for p in self.spent)

    @property
    def left(self) -> int:
        """Money not spent; negative where more was."""
        return self.given - self.used

    @property
    def things_left(self) -> int:
        """Things not given out yet, of all sorts together."""
        return sum(lot.left for lot in self.lots)

    @property
    def finished(self) -> bool:
        """Whether all of it was used; things that were never received are not."""
        if self.donation.what is What.MONEY:
            return self.left <= 0
        return bool(self.lots) and self.things_left == 0

    @property
    def last(self) -> datetime.date:
        """When it was last used, told of, or given."""
        told = [self.donation.rest.day] if self.donation.rest else []
        return max([self.donation.day, *told, *(p.posted.line.date for p in self.spent), *(lot.last for lot in self.lots)])


def standings(books: Books) -> tuple[Standing, ...]:
    """Every donation to declared books, by book and in the order of the file; use through `books.derived(standings)`."""
    return tuple(s for book, filed, file in kept(books, DonationFile) for s in _standings(books, book, filed, file.donations))


@dataclass(slots=True)
class _Running:
    """A donation while the lines are worked through."""

    donation: Donation
    received: list[Part] = field(default_factory=list)
    spent: list[Part] = field(default_factory=list)

    def take(self, column: Column, part: Part) -> None:
        """Adds the part of a line to what was received or spent."""
        (self.received if column is Column.INCOME else self.spent).append(part)

    def room(self, column: Column) -> int:
        """How much more it can take of a line: of money coming in what is still expected, of spending what is left; fen."""
        given = self.donation.amount or 0
        if column is Column.INCOME:
            return max(given - sum(p.fen for p in self.received), 0)
        return max(given - (self.donation.before or 0) - sum(p.fen for p in self.spent), 0)


def _standings(books: Books, book: Book, filed: Filed[DonationFile], donations: Sequence[Donation]) -> Iterator[Standing]:
    running = {f"{book.id}/{d.number}": _Running(d) for d in donations}
    posted = {p.line.at_: p for id in running for p in citing(books, "donation", id)}
    shares: dict[str, tuple[tuple[str, int], ...]] = {}
    firsts: dict[str, Posted] = {}
    for one in sorted(posted.values(), key=lambda p: (p.line.date, p.column is not Column.INCOME, p.line.at_)):
        _divide(books, one, running, shares, firsts)
    for id, r in running.items():
        yield Standing(id, book, filed, r.donation, tuple(r.received), tuple(r.spent), tuple(_lots(books, id)))


def _divide(
    books: Books, posted: Posted, running: Mapping[str, _Running], shares: dict[str, tuple[tuple[str, int], ...]], firsts: dict[str, Posted]
) -> None:
    """Gives a line to the donations it cites, in their order; the last takes what the others have no room for.

    What undoes a line gives back from the last; `shares` is what a line, with all that undid it so far, comes to.
    """
    line, column = posted.line, posted.column
    fen = sum(e.fen for e in posted.entries) * (1 if column is Column.INCOME else -1)
    undone = books.resolve("line", line.undoes, books.file(line)) if line.undoes else None
    before = shares.get(undone, ()) if undone else ()
    firsts[posted.id] = firsts.get(undone or "", posted)
    if posted.restated and line.donation:  # a correction that says which donation it was: all of it moves there
        for id, part in _back(sum(share for _, share in before), before):
            running[id].take(column, Part(posted, part, firsts[posted.id]))
        parts, before = tuple(_forth(sum(abs(e.fen) for e in posted.restated), _rooms(books, line, running, column))), ()
    elif before and fen <= 0:
        parts = tuple(_back(-fen, before)) or tuple((id, 0) for id, _ in before)  # a correction of no more than a category
    else:
        rooms = _rooms(books, line, running, column) if line.donation else [(id, running[id].room(column)) for id, _ in before]
        parts = tuple(_forth(fen, rooms))
    shares[posted.id] = _together(before, parts)
    if undone:
        shares[undone] = shares[posted.id]
    for id, part in parts:
        running[id].take(column, Part(posted, part, firsts[posted.id]))


def _rooms(books: Books, line: Line, running: Mapping[str, _Running], column: Column) -> list[tuple[str, int]]:
    """The donations a line cites, in its order, each with how much more it can take."""
    ids = (books.resolve("donation", cited, books.file(line)) for cited in line.donation)
    return [(id, running[id].room(column)) for id in ids if id and id in running]


def _together(before: Iterable[tuple[str, int]], parts: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for id, fen in (*before, *parts):
        found[id] = found.get(id, 0) + fen
    return tuple(found.items())


def _forth(fen: int, rooms: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    for n, (id, room) in enumerate(rooms):
        part = fen if n == len(rooms) - 1 else min(fen, room)
        fen -= part
        if part:
            yield id, part


def _back(fen: int, shares: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    for id, share in reversed(tuple(shares)):
        part = min(fen, share)
        fen -= part
        if part:
            yield id, -part


def _lots(books: Books, id: str) -> Iterator[Lot]:
    """The receipts of goods that came with a donation."""
    for citation in books.referrers("donation", id):
        lot: Lot | None = books.outcome(citation.record, None) if citation.filed.kind == "goods" else None
        if lot is not None:
            yield lot
