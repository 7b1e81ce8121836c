"""What the catalogue may ask of the distribution of earnings: the year it is for."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kinds.distribution.records import DistributionFile
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """The distribution on the last day of its year."""
    for filed in books.of(DistributionFile):
        if filed.record is not None and datetime.MINYEAR <= filed.record.year <= datetime.MAXYEAR:
            year = filed.record.year
            yield Trace(datetime.date(year, 12, 31), filed.id, filed.record, say("{year} 年收益分配", year=year), {})


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return {}
