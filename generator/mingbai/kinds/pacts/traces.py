"""What the catalogue may ask of pacts: that a version was put to residents, came into force."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Told, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.pacts.records import Pact
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """A version on the day it was published or came into force, whichever is first: it is filed and published, then it holds (种类); it says on which day it was published."""
    for filed in books.of(Pact):
        pact = filed.record
        for version in pact.versions if pact else ():
            day = min((d for d in (version.effective, version.published) if d is not None), default=None)
            if pact is not None and day is not None and day <= books.as_of:
                words = say("{name}第 {number} 版", name=pact.name, number=version.number)
                told = Told(version.published, "published", version) if version.published is not None else None
                yield Trace(day, f"{filed.id}/{version.number}", pact, words, faceted(pact), told=told, prepared=True)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Pact)
