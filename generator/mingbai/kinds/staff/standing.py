"""The lists of posts that could be read."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books, Filed
from mingbai.kinds.staff.records import StaffFile


def every(books: Books) -> Iterator[tuple[Filed[StaffFile], StaffFile]]:
    """The lists that could be read."""
    return ((f, f.record) for f in books.of(StaffFile) if f.record is not None)
