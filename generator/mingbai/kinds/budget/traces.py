"""What the catalogue may ask of budgets: the budget of a year, and its changes."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.budget.records import BudgetFile, Change
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """The budget on the first day of its year, each change on its day."""
    for filed in books.of(BudgetFile):
        if filed.record is None:
            continue
        year = filed.record.year
        if datetime.MINYEAR <= year <= datetime.MAXYEAR:
            yield Trace(datetime.date(year, 1, 1), filed.id, filed.record, say("{year} 年预算", year=year), {})
        for change in filed.record.changes:
            yield Trace(change.day, f"{filed.id}/{change.item}", change, change.reason, faceted(change))


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Change)
