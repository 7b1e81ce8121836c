"""A budget in itself: its year, its book, its items, what it adds up to, what it says of last year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.budget.codes import BELOW_ZERO, LAST_YEAR, NO_BOOK, NO_ITEM, NUMBER_TWICE, TOTALS, TWICE, WRONG_YEAR
from mingbai.kinds.budget.outturn import Key, budgets, key, last_outturn
from mingbai.kinds.budget.records import BudgetFile, Direction, Item
from mingbai.kinds.community.registers import declared, strays, year_of
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.values.money import grouped
from mingbai.values.text import Text

_TOTALS = (("income", Text("收入", "income")), ("expense", Text("支出", "expense")), ("surplus", Text("结余", "surplus")))


@rule(WRONG_YEAR, NO_BOOK)
def a_budget_is_named_by_book_and_year(books: Books) -> Iterator[Diagnostic]:
    """The folder is a registered book, the file name is the year."""
    for filed in books.of(BudgetFile):
        if filed.record is None:
            continue
        if filed.record.year != year_of(filed):
            yield WRONG_YEAR.at(books.place(filed.record, "year"), file=filed.id.rpartition("/")[2], year=filed.record.year)
    for budget, book in strays(books, BudgetFile):
        yield NO_BOOK.at(books.place(budget), book=book, known=sorted(declared(books)))


@rule(TWICE, NUMBER_TWICE)
def items_are_distinct(books: Books) -> Iterator[Diagnostic]:
    """No number and no category of one fund stands twice on one side."""
    for file in books.records(BudgetFile):
        numbers: set[str] = set()
        keys: dict[Key, Item] = {}
        for item in file.items:
            if item.number in numbers:
                yield NUMBER_TWICE.at(books.place(item, "number"), number=item.number)
            elif key(item) in keys:
                yield TWICE.at(books.place(item, "category"), what=words(books, key(item)), first=keys[key(item)].number)
            numbers.add(item.number)
            keys.setdefault(key(item), item)


@rule(NO_ITEM, BELOW_ZERO)
def changes_name_an_item(books: Books) -> Iterator[Diagnostic]:
    """A change names an item of the budget and leaves it at zero or more on every day."""
    for file in books.records(BudgetFile):
        items = {i.number: i for i in reversed(file.items)}
        left = {n: i.amount for n, i in items.items()}
        for change in sorted(file.changes, key=lambda c: (c.day, c.at_)):
            if change.item not in items:
                yield NO_ITEM.at(books.place(change, "item"), number=change.item, known="、".join(i.number for i in file.items))
                continue
            left[change.item] += change.fen
            if left[change.item] < 0:
                said: dict[str, Any] = {"amount": grouped(items[change.item].amount), "left": grouped(left[change.item])}
                yield BELOW_ZERO.at(books.place(change, "amount"), number=change.item, day=change.day, **said)
                left[change.item] = 0


@rule(TOTALS)
def printed_totals_add_up(books: Books) -> Iterator[Diagnostic]:
    """Printed totals of income, expense and surplus are the sums of the items as voted, to the fen."""
    for file in books.records(BudgetFile):
        if file.totals is None:
            continue
        income, expense = (sum(i.amount for i in file.items if i.direction is d) for d in (Direction.INCOME, Direction.EXPENSE))
        computed = {"income": income, "expense": expense, "surplus": income - expense}
        for name, what in _TOTALS:
            asserted = getattr(file.totals, name)
            if asserted is not None and asserted != computed[name]:
                said: dict[str, Any] = {
                    "asserted": grouped(asserted),
                    "computed": grouped(computed[name]),
                    "difference": grouped(abs(asserted - computed[name])),
                }
                yield TOTALS.at(books.place(file.totals, name), what=what, **said)


@rule(LAST_YEAR)
def last_years_outturn_is_that_of_the_books(books: Books) -> Iterator[Diagnostic]:
    """Where the books of last year are whole, what an item says of it is what they come to."""
    for year in books.derived(budgets):
        typed = [i for i in year.file.items if i.last is not None]
        found = last_outturn(books.derived(ledgers)[year.book], year.file.items, year.year) if typed else None
        for item in typed if found is not None else ():
            computed = found[key(item)] if found is not None else 0
            if item.last is not None and item.last != computed:
                yield LAST_YEAR.at(books.place(item, "last"), what=words(books, key(item)), asserted=grouped(item.last), computed=grouped(computed))


def words(books: Books, key: Key) -> str:
    """An item in words: its category, the name of its fund where it names one."""
    fund = books.find("fund", key.fund) if key.fund else None
    return f"{key.category}（{getattr(fund, 'name', key.fund)}）" if key.fund else key.category
