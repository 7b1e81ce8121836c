"""What the lines of a month have among them, so that a rule at once passes over a month that holds nothing for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from mingbai.books import Books
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.ledger import MonthLedger, ledgers
from mingbai.kinds.finance.posting.standing import judged
from mingbai.kinds.finance.records import LineKind

_typed = attrgetter("line.__pydantic_fields_set__")  # `model_fields_set` without the call
_summary, _party, _documents = attrgetter("line.summary"), attrgetter("line.party"), attrgetter("line.documents")
_entries, _pair = attrgetter("entries"), attrgetter("fund", "category")


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one month.

    Attributes:
        shapes: its lines as they were written, by the fields they carry.
        used: the fields that any of its lines carries, as it was written or as it stands after corrections.
        kinds: its lines as they stand (`judged`), in order, by kind.
        pairs: the funds and categories that its lines as they stand touch together; empty where there is none.
        text: what its lines say as they stand (summaries, other parties, documents without their numbers), each once, one below the other.
    """

    shapes: Sequence[tuple[AbstractSet[str], Sequence[Posted]]]
    used: frozenset[str]
    kinds: Mapping[LineKind, Sequence[Posted]]
    pairs: frozenset[tuple[str, str]]
    text: str

    def of(self, kind: LineKind) -> Sequence[Posted]:
        """The lines of one kind as they stand."""
        return self.kinds.get(kind, ())

    def carrying(self, *names: str) -> Iterator[Posted]:
        """The lines, as they were written, that carry any of these fields; in no particular order."""
        return (posted for typed, lines in self.shapes if not typed.isdisjoint(names) for posted in lines)

    def uses(self, *names: str) -> bool:
        """Whether any line carries any of these fields."""
        return not self.used.isdisjoint(names)

    def says(self, words: Iterable[str]) -> bool:
        """Whether any of these words stands in what the lines say."""
        return any(word in self.text for word in words)


def facts(books: Books, month: MonthLedger) -> Facts:
    """The facts of a month of these books."""
    return books.derived(_facts)[month.filed.id]


def _facts(books: Books) -> Mapping[str, Facts]:
    return {month.filed.id: _of(month.posted, judged(books, month)) for ledger in books.derived(ledgers).values() for month in ledger.months}


def _of(posted: Sequence[Posted], standing: Sequence[Posted]) -> Facts:
    kinds: dict[LineKind, list[Posted]] = defaultdict(list)
    for one in standing:
        kinds[one.line.kind].append(one)
    shapes = _shapes(posted)
    others = () if standing is posted else _shapes(standing)
    pairs = frozenset(map(_pair, chain.from_iterable(map(_entries, standing))))
    return Facts(shapes, frozenset().union(*(typed for typed, _ in (*shapes, *others))), dict(kinds), pairs, "\n".join(_texts(standing)))


def _texts(standing: Sequence[Posted]) -> Iterable[str]:
    """Each text once; of documents without their numbers, since they repeat and numbers do not."""
    said = {*map(_summary, standing), *map(_party, standing)}
    said |= {d.rstrip("0123456789 ") for d in chain.from_iterable(map(_documents, standing))}
    return (text for text in said if text)


def _shapes(posted: Iterable[Posted]) -> Sequence[tuple[AbstractSet[str], Sequence[Posted]]]:
    """Lines by the fields they carry; those that were read together share one set of them."""
    found: dict[int, tuple[AbstractSet[str], list[Posted]]] = {}
    for one in posted:
        typed = _typed(one)
        if id(typed) in found:
            found[id(typed)][1].append(one)
        else:
            found[id(typed)] = typed, [one]
    return tuple(found.values())
