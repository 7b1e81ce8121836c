"""What the catalogue may ask of donations: that one was received."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.donations.records import Donation, DonationFile
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """A donation on the day it came (捐赠人类别, 类型)."""
    for filed in books.of(DonationFile):
        for one in filed.record.donations if filed.record else ():
            yield Trace(one.day, one.number, one, say("{donor}捐赠", donor=one.donor), faceted(one))


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Donation)
