"""What the catalogue may ask of natural resources: that a parcel is on the register."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.community.records import Community
from mingbai.kinds.resources.records import Resource, ResourceFile


def traces(books: Books) -> Iterator[Trace]:
    """A parcel on the day its book begins: land has no day of its own, and the register is first shown with the book (类别, 利用方式)."""
    community = books.the(Community)
    begins = {b.id: b.begins for b in community.books} if community else {}
    for filed in books.of(ResourceFile):
        day = begins.get(filed.id.partition("/")[0])
        if filed.record is not None and day is not None:
            yield from (Trace(day, one.number, one, one.name, faceted(one), datetime.date.max) for one in filed.record.resources)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Resource)
