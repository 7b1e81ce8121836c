"""What of the packs held on a day: acts have a first and a last day, and what is laid down holds while one of its acts does."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from mingbai.packs.bodies import Body, BodyChange
from mingbai.packs.catalogue import Item, ItemChange
from mingbai.packs.charts import ChartFile
from mingbai.packs.clauses import Basis
from mingbai.packs.records import Act
from mingbai.schema.record import Record, fields

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """What was asked from one day to another, both included; date.min and date.max where it never changed."""

    asked: T
    first: datetime.date
    last: datetime.date

    def holds(self, day: datetime.date) -> bool:
        """Whether it was asked of what happened on a day."""
        return self.first <= day <= self.last

    def begun(self, day: datetime.date) -> bool:
        """Whether it was asked by a day: of a month that ended before, nothing. A later month may hold corrected lines of its days."""
        return self.first <= day


def spans(begun: Iterable[datetime.date], ask: Callable[[datetime.date], T]) -> tuple[Span[T], ...]:
    """What was asked before the first of these days and from each of them on, one span for as long as it stayed the same."""
    found: list[Span[T]] = []
    for first in (datetime.date.min, *begun):
        asked = ask(first)
        if not found or found[-1].asked != asked:
            found[-1:] = [replace(one, last=first - datetime.timedelta(1)) for one in found[-1:]]
            found.append(Span(asked, first, datetime.date.max))
    return tuple(found)


def cuts(files: Iterable[Record], acts: Mapping[str, Act], *, ahead: Collection[str] = ()) -> tuple[datetime.date, ...]:
    """The days on which an act that something rests on began to be in force, or no longer was, in order; those in `ahead` held before."""
    cited = {b.act for file in files for _, rules in _lists(file) for one in rules for b in (*one.basis, *getattr(one, "days_basis", ()))}
    found: set[datetime.date] = set()
    for act in (acts[id] for id in cited if id in acts):
        if act.id not in ahead:
            found.add(act.in_force)
        if act.until is not None and act.until < datetime.date.max:
            found.add(act.until + datetime.timedelta(1))
    return tuple(sorted(found))


def held(files: Iterable[Record], acts: Mapping[str, Act], day: datetime.date, *, ahead: Collection[str] = ()) -> tuple[Record, ...]:
    """The files with what held on a day, also what rests on acts in `ahead` that come later; the very same where that is all. Charts of accounts say themselves for which months they are."""
    return tuple(_held(file, acts, day, ahead=ahead) for file in files)


def _held(file: Record, acts: Mapping[str, Act], day: datetime.date, *, ahead: Collection[str]) -> Record:
    changed: dict[str, Any] = {}
    for name, rules in _lists(file):
        good = [_holds(one, acts, day, ahead=ahead) for one in rules]
        kept = tuple(one if fit else one.bare() for one, fit in zip(rules, good, strict=True) if fit or isinstance(one, Body))
        kept = tuple(one.unboarded() if _unboarded(one, acts, day, ahead=ahead) else one for one in kept)
        if kept != rules:
            changed[name] = kept
    return file.model_copy(update=changed) if changed else file


def _holds(rule: Any, acts: Mapping[str, Act], day: datetime.date, *, ahead: Collection[str]) -> bool:
    """Whether a rule held on a day: an act it rests on was in force, of a change all of them, or no pack knows when.

    A change cites what allows it beside what it lays down itself (the street's rules, and the statute below them): it begins with the last of them.
    """
    known = _in_force(rule.basis, acts, day, ahead=ahead)
    return not known or (all(known) if isinstance(rule, ItemChange | BodyChange) else any(known))


def _unboarded(rule: Any, acts: Mapping[str, Act], day: datetime.date, *, ahead: Collection[str]) -> bool:
    """Whether an item hangs so many days by an act of its own that did not hold on a day."""
    known = _in_force(rule.days_basis, acts, day, ahead=ahead) if isinstance(rule, Item) else []
    return bool(known) and not any(known)


def _in_force(basis: Iterable[Basis], acts: Mapping[str, Act], day: datetime.date, *, ahead: Collection[str]) -> list[bool]:
    """Of each clause whose act the packs know, whether it was in force on a day."""
    return [acts[b.act].holds(max(day, acts[b.act].in_force) if b.act in ahead else day) for b in basis if b.act in acts]


def _lists(file: Record) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The lists of a file whose entries rest on clauses."""
    if isinstance(file, ChartFile):
        return
    for name in fields(type(file)):
        rules = getattr(file, name)
        if isinstance(rules, tuple) and rules and hasattr(rules[0], "basis"):
            yield name, rules
