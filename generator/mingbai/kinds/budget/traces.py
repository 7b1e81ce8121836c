"""What the catalogue may ask of budgets: the budget of a year, and its changes."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Trace
from mingbai.kind import faceted
from mingbai.kinds.budget.records import BudgetFile


def traces(books: Books) -> Iterator[Trace]:
    """The budget on the first day of its year, each change on its day."""
    for filed in books.of(BudgetFile):
        if filed.record is None:
            continue
        year = filed.record.year
        if datetime.MINYEAR <= year <= datetime.MAXYEAR:
            yield Trace(datetime.date(year, 1, 1), filed.id, filed.record, f"{year} 年预算", {})
        for change in filed.record.changes:
            yield Trace(change.day, f"{filed.id}/{change.item}", change, change.reason, faceted(change))
