"""What the lines of a month have among them, so that a rule at once passes over a month that holds nothing for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from mingbai.books import Books
from mingbai.kinds.finance.entries import Posted
from mingbai.kinds.finance.ledger import MonthLedger, ledgers
from mingbai.kinds.finance.records import LineKind
from mingbai.kinds.finance.standing import judged

_TYPED = attrgetter("line.__pydantic_fields_set__")


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one month.

    Attributes:
        used: the fields of `Line` that any of its lines carries, as it was written or as it stands after corrections.
        kinds: its lines as they stand (`judged`), in order, by kind.
    """

    used: frozenset[str]
    kinds: Mapping[LineKind, Sequence[Posted]]

    def of(self, kind: LineKind) -> Sequence[Posted]:
        """The lines of one kind as they stand."""
        return self.kinds.get(kind, ())

    def uses(self, *names: str) -> bool:
        """Whether any line carries any of these fields."""
        return not self.used.isdisjoint(names)


def facts(books: Books, month: MonthLedger) -> Facts:
    """The facts of a month of these books."""
    return books.derived(_facts)[month.filed.id]


def _facts(books: Books) -> Mapping[str, Facts]:
    return {month.filed.id: _of(month.posted, judged(books, month)) for ledger in books.derived(ledgers).values() for month in ledger.months}


def _of(posted: Sequence[Posted], standing: Sequence[Posted]) -> Facts:
    kinds: dict[LineKind, list[Posted]] = defaultdict(list)
    for one in standing:
        kinds[one.line.kind].append(one)
    return Facts(_used(posted) if standing is posted else _used(posted) | _used(standing), dict(kinds))


def _used(posted: Iterable[Posted]) -> frozenset[str]:
    return frozenset().union(*map(_TYPED, posted))
