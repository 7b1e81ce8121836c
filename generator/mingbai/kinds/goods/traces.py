"""What the catalogue may ask of goods: what came in, was given out, was lost."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.goods.records import Doing, GoodsFile, Lot, Movement


def traces(books: Books) -> Iterator[Trace]:
    """Every movement but counts on its day (类型, 来源), a receipt until all of it is used."""
    for filed in books.of(GoodsFile):
        for item in filed.record.items if filed.record else ():
            for n, move in enumerate(item.movements, 1):
                if move.doing is not Doing.COUNT:
                    lot: Lot | None = books.outcome(move, None)
                    until = None if lot is None else datetime.date.max if lot.left else lot.last
                    yield Trace(move.day, f"{item.number}/{n}", move, f"{item.name}{move.doing.zh}", faceted(move), until)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Movement)
