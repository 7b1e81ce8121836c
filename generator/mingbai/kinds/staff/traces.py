"""What the catalogue may ask of the lists of posts: that there is one, and that it changed."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.staff.records import StaffFile
from mingbai.kinds.staff.standing import every


def traces(books: Books) -> Iterator[Trace]:
    """A list on its day (类别)."""
    for filed, file in every(books):
        if file.day <= books.as_of:
            yield Trace(file.day, filed.id, file, file.name or file.sort.zh, faceted(file), prepared=True)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(StaffFile)
