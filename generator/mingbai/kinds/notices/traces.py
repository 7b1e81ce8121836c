"""What the catalogue may ask of notices: that one was put up, that it came to something."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.notices.records import Notice


def traces(books: Books) -> Iterator[Trace]:
    """A notice on the day it was put up, or the last day of the period it tells of (类型, 范围); a prior one says from when until when it hangs."""
    for filed in books.of(Notice):
        one = filed.record
        if one is not None and one.start <= books.as_of:
            day = one.period.last if one.period is not None else one.start
            starts, before = (one.start, one.end) if one.prior else (None, None)
            yield Trace(day, filed.id, one, one.title, faceted(one), starts=starts, before=before, prepared=one.prior or one.period is None)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Notice)
