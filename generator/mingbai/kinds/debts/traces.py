"""What the catalogue may ask of claims and debts: that one arose, was written off."""

import datetime
from collections.abc import Iterator
from itertools import accumulate

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.debts.records import Debt, DebtFile, Outcome
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """A claim or debt on the day it arose, until it is settled, each write-off on its own (性质, 对方类别; 事: 发生, 核销)."""
    for filed in books.of(DebtFile):
        for one in filed.record.debts if filed.record else ():
            yield Trace(one.day, one.number, one, one.reason, faceted(one, 事=["发生"]), _settled(books, one))
            for off in one.written_off:
                yield Trace(off.day, f"{one.number}/{off.day}", one, say("{reason}：核销", reason=one.reason), faceted(one, 事=["核销"]))


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Debt, 事=["发生", "核销"])


def _settled(books: Books, debt: Debt) -> datetime.date:
    """The day after which nothing of the principal is left; date.max while something is."""
    course: Outcome | None = books.outcome(debt, None)
    moves = course.moves if course is not None else ()
    left = list(accumulate(fen for _, fen in moves))
    return moves[-1][0] if left and left[-1] <= 0 and moves[-1][0] <= books.as_of else datetime.date.max
