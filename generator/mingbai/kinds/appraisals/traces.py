"""What the catalogue may ask of appraisals: that members were rated."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Told, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.appraisals.records import AppraisalFile
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """A year's appraisal on the day it was held; it says on which day its result was published."""
    for filed in books.of(AppraisalFile):
        held = filed.record
        if held is not None and held.day <= books.as_of:
            told = Told(held.published, "published", judged=True) if held.published is not None else None
            yield Trace(held.day, filed.id, held, say("{id} 年民主评议", id=filed.id), faceted(held), told=told)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(AppraisalFile)
