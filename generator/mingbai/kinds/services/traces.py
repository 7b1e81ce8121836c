"""What the catalogue may ask of service guides: when one was last compared with practice."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.services.records import ListedService, Service, ServiceList


def traces(books: Books) -> Iterator[Trace]:
    """A guide on the day it was last checked (类别, 分类)."""
    listed = [(s.id, s) for f in books.of(ServiceList) if f.record for s in f.record.items]
    for id, one in [*((f.id, f.record) for f in books.of(Service)), *listed]:
        if one is not None and one.checked is not None:
            yield Trace(one.checked.date, id, one, one.name, faceted(one), prepared=True)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Service, ListedService)
