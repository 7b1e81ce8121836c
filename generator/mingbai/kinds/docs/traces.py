"""What the catalogue may ask of documents: that one was adopted, issued, shown."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.docs.records import Doc
from mingbai.kinds.docs.standing import every


def traces(books: Books) -> Iterator[Trace]:
    """A document on its day, what residents asked for on the day they asked (类型)."""
    for filed, one in every(books):
        if one.day <= books.as_of:
            yield Trace(one.asked or one.day, filed.id, one, one.name, faceted(one))


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Doc)
