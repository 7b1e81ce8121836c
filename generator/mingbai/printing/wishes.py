"""Which notices are asked for: an item of the catalogue for a period, for what happened on one day, or for good."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from mingbai.books import Books, Trace
from mingbai.kinds.disclosures.duties import Obligation, Standing, State, standings
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.packs import From, Item
from mingbai.values.periods import Period


@dataclass(frozen=True, slots=True)
class Wish:
    """One notice.

    Attributes:
        standing: the item with all that is known of it.
        period: None where it is of one day or stands for good; plan: whether it tells what is to come in it.
        events: what happened on the day; published: what the register says of it already, None where it says nothing.
        others: items that the ledgers cannot tell from this one (the same records prove them, with the same deadlines and signatures):
            one notice tells them all.
    """

    standing: Standing
    period: Period | None = None
    plan: bool = False
    events: tuple[Trace, ...] = ()
    published: Disclosure | None = None
    others: tuple[Item, ...] = ()

    @property
    def item(self) -> Item:
        return self.standing.item

    @property
    def items(self) -> tuple[Item, ...]:
        return (self.item, *self.others)

    @property
    def name(self) -> str:
        """What tells it from the item's other notices, in ASCII: `2026-Q3`, `2026-05-06`; empty where it stands for good."""
        if self.period is not None:
            return f"{self.period}{'-plan' if self.plan else ''}"
        return self.events[0].day.isoformat() if self.events else ""


def known_as(books: Books, typed: str) -> list[Item]:
    """The items that a word names: by id, by the whole name, else by a part of it; empty where none is meant."""
    items = [s.item for s in books.derived(standings)]
    word = typed.strip()
    for fits in (
        lambda i: i.id == word.upper(),
        lambda i: word in (i.name, i.english),
        lambda i: word in i.name or word.lower() in i.english.lower(),
    ):
        found = [i for i in items if fits(i)]
        if found:
            return found
    return []


def due(books: Books, until: datetime.date) -> list[Wish]:
    """What is late, and what is due by a day and can be said already."""
    return _wishes(
        books, lambda o: o.state in (State.MISSING, State.UNRECORDED) or (o.state is State.PENDING and o.due.day <= until and _ripe(books, o))
    )


def of_period(books: Books, period: Period) -> list[Wish]:
    """What ended, happened or (plans) began within a period, published already or not."""
    return _wishes(books, lambda o: _within(o, period) and _ripe(books, o))


def of_item(books: Books, item: Item) -> list[Wish]:
    """What of an item is open; where nothing is, what was told last; where nothing ever was due, all that the ledgers hold."""
    standing = _standing(books, item)
    ripe = [o for o in standing.obligations if _ripe(books, o)]
    opened = [o for o in ripe if o.published is None]
    chosen = opened or ripe[-1:]
    return _joined(books, _grouped(standing, chosen) if chosen else [Wish(standing)])


def of_both(books: Books, item: Item, period: Period) -> list[Wish]:
    """An item for a period, whatever rhythm the catalogue asks for; its events of that time where it has no rhythm, else that there were none."""
    standing = _standing(books, item)
    chosen = [o for o in standing.obligations if o.period == period]
    if chosen:
        return _joined(books, _grouped(standing, chosen))
    if any(d.rhythm.months for d in item.duties):
        return _joined(books, [Wish(standing, period)])
    within = _grouped(standing, [o for o in standing.obligations if _within(o, period)])
    return _joined(books, within or [Wish(standing, period)])  # that there was nothing can be signed of any item


def _standing(books: Books, item: Item) -> Standing:
    return next(s for s in books.derived(standings) if s.item.id == item.id)


def _wishes(books: Books, wanted: Callable[[Obligation], bool]) -> list[Wish]:
    return _joined(books, [wish for s in books.derived(standings) for wish in _grouped(s, [o for o in s.obligations if wanted(o)])])


def _joined(books: Books, wishes: Iterable[Wish]) -> list[Wish]:
    """Wishes of items that nothing tells apart as one, in the order of the catalogue."""
    every = [s.item for s in books.derived(standings)]
    found: dict[tuple[str, str], Wish] = {}
    for wish in wishes:
        alike = [i for i in every if i.evidence and _proof(i) == _proof(wish.item)] or [wish.item]
        first, *others = alike
        standing = wish.standing if first is wish.item else _standing(books, first)
        found.setdefault((first.id, wish.name), replace(wish, standing=standing, others=tuple(others)))
    return list(found.values())


def _proof(item: Item) -> tuple[object, ...]:
    evidence = tuple((e.ledger, e.stock, e.course, tuple((c.facet, c.words, c.without, c.least) for c in e.wanted)) for e in item.evidence)
    duties = tuple((d.rhythm, d.within, d.working, d.counted) for d in item.duties)
    return evidence, duties, item.days, item.signoffs, item.books, item.area


def _ripe(books: Books, one: Obligation) -> bool:
    """Whether it can be told: the period is over, or it is a plan."""
    return one.period is None or _planned(one) or one.period.last < books.as_of


def _planned(one: Obligation) -> bool:
    return one.duty.counted is From.BEGINNING


def _within(one: Obligation, period: Period) -> bool:
    if one.event is not None:
        return period.first <= one.event.day <= period.last
    if one.period is None:
        return False
    return period.first <= (one.period.first if _planned(one) else one.period.last) <= period.last


def _grouped(standing: Standing, chosen: Iterable[Obligation]) -> list[Wish]:
    """One notice for each period, and one for all that happened on one day."""
    found: dict[tuple[str, bool], list[Obligation]] = {}
    for one in chosen:
        when = str(one.period) if one.period is not None else one.event.day.isoformat() if one.event is not None else ""
        found.setdefault((when, _planned(one)), []).append(one)
    return list(_made(standing, found.values()))


def _made(standing: Standing, groups: Iterable[list[Obligation]]) -> Iterator[Wish]:
    for group in groups:
        first = group[0]
        events = {o.event.id: o.event for o in group if o.event is not None}
        told = [o.published for o in group if o.published is not None]
        published = max(told, key=attrgetter("day")) if len(told) == len(group) else None
        yield Wish(standing, first.period, _planned(first) and first.period is not None, tuple(events.values()), published)
