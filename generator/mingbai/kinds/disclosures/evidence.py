"""What the ledgers hold of an item of the catalogue, and which publication is about what of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter

from mingbai.books import Books, Trace
from mingbai.kinds.community.records import Community
from mingbai.kinds.disclosures.binding import bound
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.packs import Evidence, Item, Wanted
from mingbai.values.counting import ahead
from mingbai.values.money import fen
from mingbai.values.periods import Period

_NOTHING: frozenset[str] = frozenset()


def evidence(books: Books, item: Item) -> tuple[Trace, ...]:
    """What the ledgers hold of what an item is about, by day; of an item that binds certain bodies only what lies in their books."""
    known = books.derived(_known)
    if id(item) not in known:  # asked for its states and for its signatures; an item stood otherwise at other times
        known[id(item)] = item, _evidence(books, item, (e for e in item.evidence if not e.course))
    return known[id(item)][1]


def course(books: Books, item: Item) -> tuple[Trace, ...]:
    """What shows that something of an item went on, by day: how decisions are carried out. It is told with its period, and asks for nothing of its own."""
    return _evidence(books, item, (e for e in item.evidence if e.course))


def _known(books: Books) -> dict[int, tuple[Item, tuple[Trace, ...]]]:
    return {}


def _evidence(books: Books, item: Item, asked: Iterable[Evidence]) -> tuple[Trace, ...]:
    found = {
        (t.record.at_, t.id): t
        for wanted in asked
        for t in matching(books.traces(wanted.ledger), wanted)
        if _reaches(books, t, wanted) and of_its_book(books, item, wanted, t)
    }
    return tuple(sorted(found.values(), key=attrgetter("day", "id")))


def of_its_book(books: Books, item: Item, wanted: Evidence, trace: Trace) -> bool:
    """Whether what lies in a book lies in one of a body whose the item is, and none that this evidence leaves to others; what lies in no book does."""
    body = books.derived(_bodies).get(books.file(trace.record).id.partition("/")[0])
    return body is None or ((not item.books or any(word in body for word in item.books)) and not any(word in body for word in wanted.not_of))


def within(item: Item, traces: Iterable[Trace], period: Period) -> Iterator[Trace]:
    """What happened in a period; of an item that tells what there is also what came before and stood in it."""
    stock = any(wanted.stock for wanted in item.evidence)
    return (t for t in traces if t.day <= period.last and (t.until if stock and t.until else t.day) >= period.first)


def shared(books: Books) -> frozenset[str]:
    """The items whose evidence proves others of this community as well: that a line is there does not say for which of them."""
    proofs: dict[str, list[str]] = {}
    for item in books.derived(bound):
        if item.evidence:
            said = repr([(e.ledger, e.stock, e.course, e.not_of, [(c.facet, c.words, c.without, c.least) for c in e.wanted]) for e in item.evidence])
            proofs.setdefault(said, []).append(item.id)
    return frozenset(id for ids in proofs.values() if len(ids) > 1 for id in ids)


def _bodies(books: Books) -> dict[str, str]:
    """Whose each book is, by the book's id."""
    community = books.the(Community)
    return {b.id: b.body for b in community.books} if community else {}


def matching(traces: Iterable[Trace], wanted: Evidence) -> Iterator[Trace]:
    """Those of which every named facet holds one of the words, as part of it (“集体” in “集体经济组织”), and none of those that are excepted."""
    asked = [(c.facet, _answer(c)) for c in wanted.wanted if c.words or c.without]
    return (t for t in traces if all(holds(t.facets.get(facet, _NOTHING)) for facet, holds in asked))


def _answer(c: Wanted) -> Callable[[frozenset[str]], bool]:
    """Whether what a facet holds meets a condition; thousands of lines hold the same."""

    def within(held: frozenset[str], words: Iterable[str]) -> bool:
        return any(word in one for one in held for word in words)

    return cache(lambda held: (not c.words or within(held, c.words)) and not within(held, c.without))


def _reaches(books: Books, trace: Trace, wanted: Evidence) -> bool:
    """Whether every amount that is asked for comes to that of its standard; a standard without an amount asks for nothing."""
    for c in wanted.wanted:
        if c.least is not None:
            standard = books.law.standard(c.least)
            least = standard.amount if standard else None
            if least is None or not any(fen(held) >= least for held in trace.facets.get(c.facet, ())):
                return False
    return True


def concerns(entry: Disclosure, trace: Trace) -> bool:
    """Whether a publication is about an event: by its number, else by its period; never before it happened, but a prior notice may be shown before it begins."""
    if entry.nothing or (entry.day < trace.day and not (trace.starts and entry.objects)):
        return False
    if entry.objects:
        return trace.id in entry.objects
    return entry.period is None or entry.period.first <= trace.day <= entry.period.last


def told_before(entry: Disclosure, id: str, traces: Iterable[Trace]) -> Trace | None:
    """The event that a publication names by this id and that came after it; None where one of that id had happened, or was made ready before its day."""
    named = [t for t in traces if t.id == id] if id in entry.objects else []
    return next(iter(named), None) if all(not t.prepared and entry.day < t.day for t in named) else None


def latest(item: Item, trace: Trace) -> datetime.date | None:
    """The last day on which what something waits for may first be shown: that on which a prior notice says it begins; so many days before a vote as the item asks."""
    if trace.starts is not None:
        return trace.starts
    return ahead(trace.before, item.notice) if trace.before is not None and item.notice else None
