"""Goods with what became of them: stock after every movement, and which receipt each was taken from (first in, first out)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import kept
from mingbai.kinds.goods.records import Doing, GoodsFile, Item, Lot, Movement

BASIS = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45"))
"""The clauses by which it is published."""

_ORDER = {Doing.IN: 0, Doing.OUT: 1, Doing.LOSS: 1, Doing.COUNT: 2}
"""Within a day goods come before they are given out, and are counted in the evening."""


@dataclass(frozen=True, slots=True)
class Step:
    """A movement and the stock after it, in ten-thousandths of the unit; `short` is what the donation it names lacked of it."""

    movement: Movement
    stock: int
    short: int


@dataclass(slots=True, eq=False)
class _Batch:
    """A receipt while the movements are worked through: what of it was given out and lost so far; no movement: the opening stock."""

    movement: Movement | None
    donation: str
    received: int
    last: datetime.date
    given: int = 0
    lost: int = 0

    @property
    def left(self) -> int:
        return self.received - self.given - self.lost


@dataclass(frozen=True, slots=True)
class Stock:
    """One sort of goods on the day of the books, in ten-thousandths of its unit.

    Attributes:
        id: `committee/WZ-01`; steps: its movements up to that day in order; later: those whose day has not come.
        lots: its receipts by the `at_` of their movements.
        received: the opening stock included.
    """

    id: str
    book: Book
    filed: Filed[GoodsFile]
    item: Item
    steps: tuple[Step, ...]
    later: tuple[Movement, ...]
    lots: Mapping[int, Lot]
    received: int
    given: int
    lost: int
    as_of: datetime.date

    @property
    def left(self) -> int:
        """What should be on the shelf; negative where the register is wrong."""
        return self.received - self.given - self.lost

    @property
    def last(self) -> datetime.date | None:
        """The day of its newest movement."""
        return self.steps[-1].movement.day if self.steps else None


def stocks(books: Books) -> tuple[Stock, ...]:
    """Every sort of goods of declared books, by book and in the order of the file; use through `books.derived(stocks)`."""
    return tuple(_stock(books, book, filed, item) for book, filed, file in kept(books, GoodsFile) for item in file.items)


def outcomes(books: Books) -> Mapping[int, Lot]:
    """What became of every receipt, for other kinds (donations)."""
    return {at: lot for s in books.derived(stocks) for at, lot in s.lots.items()}


def _stock(books: Books, book: Book, filed: Filed[GoodsFile], item: Item) -> Stock:
    ordered = [m for _, m in sorted(enumerate(item.movements), key=lambda pair: (pair[1].day, _ORDER[pair[1].doing], pair[0]))]
    done = [m for m in ordered if m.day <= books.as_of]
    batches = [_Batch(None, "", item.opening, book.begins)] if item.opening else []
    steps = tuple(_steps(books, filed, done, batches, item.opening))
    given, lost = (sum(m.count for m in done if m.doing is doing) for doing in (Doing.OUT, Doing.LOSS))
    lots = {
        b.movement.at_: Lot(f"{book.id}/{item.number}", item.name, item.unit, b.movement.day, b.received, b.given, b.lost, b.left, b.last)
        for b in batches
        if b.movement is not None
    }
    received = item.opening + sum(m.count for m in done if m.doing is Doing.IN)
    return Stock(
        f"{book.id}/{item.number}",
        book,
        filed,
        item,
        steps,
        tuple(m for m in ordered if m.day > books.as_of),
        lots,
        received,
        given,
        lost,
        books.as_of,
    )


def _steps(books: Books, filed: Filed[GoodsFile], done: Sequence[Movement], batches: list[_Batch], stock: int) -> Iterator[Step]:
    for movement in done:
        cited = books.resolve("donation", movement.donation, filed) or "" if movement.donation else ""
        short = 0
        if movement.doing is Doing.IN:
            batches.append(_Batch(movement, cited, movement.count, movement.day))
            stock += movement.count
        elif movement.doing is not Doing.COUNT:
            stock -= movement.count
            short = _draw(movement, cited, batches)
        yield Step(movement, stock, short)


def _draw(movement: Movement, donation: str, batches: Sequence[_Batch]) -> int:
    """Takes what goes out from the receipts, those of the donation it names first, then the oldest; returns what that donation lacked."""
    own = [b for b in batches if donation and b.donation == donation]
    short = max(movement.count - sum(b.left for b in own), 0) if donation else 0
    wanted = movement.count
    for batch in (*own, *(b for b in batches if b not in own)):
        taken = min(wanted, batch.left)
        if taken <= 0:
            continue
        if movement.doing is Doing.LOSS:
            batch.lost += taken
        else:
            batch.given += taken
        batch.last = movement.day
        wanted -= taken
    return short
