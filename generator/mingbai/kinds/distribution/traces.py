"""What the catalogue may ask of the distribution of earnings: the year it is for, and where something goes."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kinds.distribution.records import DistributionFile
from mingbai.values.speech import say

_PARTS = {
    "提取公积公益金": "reserve",
    "提取福利费": "welfare",
    "外来投资分利": "investors",
    "成员分配": "to_members",
    "其他分配": "other",
}
"""By the label of the field: where it is nought, nothing of the sort was distributed."""


def traces(books: Books) -> Iterator[Trace]:
    """The distribution on the last day of its year (数额: 收益总额, and whichever part is not nought)."""
    for filed in books.of(DistributionFile):
        if filed.record is not None and datetime.MINYEAR <= filed.record.year <= datetime.MAXYEAR:
            year = filed.record.year
            parts = {label for label, name in _PARTS.items() if getattr(filed.record, name)}
            facets = {"数额": frozenset({"收益总额", *parts})}
            yield Trace(datetime.date(year, 12, 31), filed.id, filed.record, say("{year} 年收益分配", year=year), facets)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return {"数额": frozenset({"收益总额", *_PARTS})}
