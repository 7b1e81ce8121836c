"""A budget beside what was received and spent: which entry belongs to which item, and what that comes to. Fen throughout."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mingbai.books import Books, Filed
from mingbai.kinds.budget.records import BudgetFile, Change, Direction, Item
from mingbai.kinds.community.registers import book_of, year_of
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers

HALF = 6
"""The last month of the first half-year."""


class Key(NamedTuple):
    """What an item is about; an empty fund: every fund that no other item of this category names."""

    direction: Direction
    category: str
    fund: str


class Moved(NamedTuple):
    """One entry that counts in an income or expense column: fen positive as that column counts it, with its line and its month."""

    key: Key
    fen: int
    posted: Posted
    month: MonthLedger


@dataclass(frozen=True, slots=True)
class Executed:
    """An item with its changes and what was done: `half` is the first half-year, `first_over` the line at which spending went beyond."""

    item: Item
    changes: tuple[Change, ...]
    half: int
    done: int
    first_over: tuple[Posted, int, int] | None
    """(line, spent with it, budget on that day); None where spending never went beyond."""

    @property
    def revised(self) -> int:
        """The budget with all changes."""
        return self.item.amount + sum(c.fen for c in self.changes)

    @property
    def left(self) -> int:
        """Of an expense what may still be spent, of income what is still to come; negative where it is exceeded."""
        return self.revised - self.done

    @property
    def rate(self) -> int | None:
        """Done per thousand of the changed budget, rounded half up; None where nothing was budgeted."""
        return thousandths(self.done, self.revised)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A category (of a fund, where other funds have it budgeted) that was used and that the budget does not know, with its first line."""

    key: Key
    fen: int
    first: Posted


@dataclass(frozen=True, slots=True)
class Year:
    """A budget beside the months of its year."""

    book: str
    year: int
    filed: Filed[BudgetFile]
    file: BudgetFile
    executed: tuple[Executed, ...]
    unknown: tuple[Unknown, ...]
    months: tuple[MonthLedger, ...]

    def side(self, direction: Direction) -> tuple[Executed, ...]:
        """The items of one side, in the order of the file."""
        return tuple(e for e in self.executed if e.item.direction is direction)


def thousandths(part: int, whole: int) -> int | None:
    """783 for 78.3 %, by whole numbers, half rounded up; None where the whole is not above zero."""
    return (2000 * part + whole) // (2 * whole) if whole > 0 else None


def key(item: Item) -> Key:
    """What the item is about."""
    return Key(item.direction, item.category, item.fund or "")


def budgets(books: Books) -> tuple[Year, ...]:
    """Every budget whose book and year are known, by book and year; use through `books.derived`."""
    known = books.derived(ledgers) if books.of(BudgetFile) else {}
    found = []
    for filed in books.of(BudgetFile):
        ledger, year = known.get(book_of(filed)), year_of(filed)
        if filed.record is not None and ledger is not None and year is not None:
            found.append(_year(filed, filed.record, ledger, year))
    return tuple(sorted(found, key=lambda y: (y.book, y.year)))


def _year(filed: Filed[BudgetFile], file: BudgetFile, ledger: BookLedger, year: int) -> Year:
    months = of_year(ledger, year)
    named = {key(i) for i in file.items}
    categories = {k._replace(fund="") for k in named}
    by_item: dict[Key, list[Moved]] = defaultdict(list)
    unknown: dict[Key, list[Moved]] = defaultdict(list)
    for moved in movements(months):
        whole = moved.key._replace(fund="")
        at = moved.key if moved.key in named or whole in categories - named else whole
        (by_item if at in named else unknown)[at].append(moved)
    executed, told = [], set()
    for item in file.items:
        mine = by_item[key(item)] if key(item) not in told else []
        told.add(key(item))
        executed.append(_executed(item, tuple(c for c in file.changes if c.item == item.number), mine))
    others = tuple(
        Unknown(k, sum(m.fen for m in ms), ms[0].posted) for k, ms in sorted(unknown.items(), key=lambda kv: (kv[0].direction.value, kv[0]))
    )
    return Year(book_of(filed), year, filed, file, tuple(executed), others, months)


def of_year(ledger: BookLedger, year: int) -> tuple[MonthLedger, ...]:
    """The months of a year, as the statements count them: by the name of the period."""
    return tuple(m for m in ledger.months if m.month.year == year)


def movements(months: Iterable[MonthLedger]) -> Iterable[Moved]:
    """What counts as income or expense in these months, in the order of the lines."""
    sides = {Column.INCOME: (Direction.INCOME, 1), Column.EXPENSE: (Direction.EXPENSE, -1)}
    for month in months:
        for posted in month.posted:
            for entry in posted.entries:
                if entry.column in sides:
                    direction, sign = sides[entry.column]
                    yield Moved(Key(direction, entry.category, entry.fund), sign * entry.fen, posted, month)


def _executed(item: Item, changes: tuple[Change, ...], mine: list[Moved]) -> Executed:
    half = sum(m.fen for m in mine if m.month.month.month <= HALF)
    return Executed(item, changes, half, sum(m.fen for m in mine), _first_over(item, changes, mine) if item.direction is Direction.EXPENSE else None)


def _first_over(item: Item, changes: tuple[Change, ...], mine: list[Moved]) -> tuple[Posted, int, int] | None:
    """The first line by which more was spent than the budget of its day allows."""
    spent = 0
    for moved in mine:
        spent += moved.fen
        allowed = in_force(item, changes, moved.posted.line.date)
        if moved.fen > 0 and spent > allowed:
            return moved.posted, spent, allowed
    return None


def in_force(item: Item, changes: Iterable[Change], day: datetime.date) -> int:
    """The item's budget on a day: as voted, with the changes that hold by then."""
    return item.amount + sum(c.fen for c in changes if c.day <= day)


def last_outturn(ledger: BookLedger, items: Iterable[Item], year: int) -> Mapping[Key, int] | None:
    """What each item came to in the year before; None where that year's books are not whole."""
    months = of_year(ledger, year - 1)
    begins = ledger.book.begins
    first = begins.month if begins.year == year - 1 else 1
    if [m.month.month for m in months] != list(range(first, 13)) or not all(m.sound for m in months):
        return None
    named = {key(i) for i in items}
    found: dict[Key, int] = dict.fromkeys(named, 0)
    for moved in movements(months):
        at = moved.key if moved.key in named else moved.key._replace(fund="")
        if at in found:
            found[at] += moved.fen
    return found
