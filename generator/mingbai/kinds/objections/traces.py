"""What the catalogue may ask of objections and requests: that one was raised."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.objections.records import Objection, ObjectionFile


def traces(books: Books) -> Iterator[Trace]:
    """Every objection or request on the day it was raised (种类, 渠道, 类别)."""
    for filed in books.of(ObjectionFile):
        for one in filed.record.objections if filed.record else ():
            yield Trace(one.day, f"{filed.id}/{one.number}", one, one.category, faceted(one))


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Objection)
