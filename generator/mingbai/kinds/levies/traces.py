"""What the catalogue may ask of levies: that one was filed, was settled."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kinds.levies.records import LevyFile
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """A levy on the day it was examined (else the first of its year) and on the day it was settled (事: 议定, 结清)."""
    for filed in books.of(LevyFile):
        levy = filed.record
        if levy is None:
            continue
        if levy.filing is not None or datetime.MINYEAR <= levy.year <= datetime.MAXYEAR:
            day = levy.filing.day if levy.filing is not None else datetime.date(levy.year, 1, 1)
            yield Trace(day, filed.id, levy, levy.name, {"事": frozenset({"议定"})})
        if levy.settled is not None:
            yield Trace(levy.settled.day, f"{filed.id}/{levy.settled.day}", levy, say("{name}：结清", name=levy.name), {"事": frozenset({"结清"})})


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return {"事": frozenset({"议定", "结清"})}
