"""All valid records of a community, indexed: what stands in which file, what an id means, who cites it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from mingbai.diagnostics import Place
from mingbai.packs import Law
from mingbai.schema.record import FILE_SHIFT, Record, fields, nested

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)
T = TypeVar("T")

ANY = "*"
"""Offered as an id by a kind that does not restrict what may be cited: then every id of that sort is good."""

_OFFSET = (1 << FILE_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Filed(Generic[R_co]):
    """A file of the ledgers: its kind, its id (the path without folder of the kind and `.yml`), and the record it holds.

    `record` is None where the file is broken: its findings say why, and nothing that cites it is accused as well.
    """

    kind: str
    id: str
    path: str
    number: int
    record: R_co | None


class Id(NamedTuple):
    """An id that others may cite: what it names (`fund`, `decision`, `line` …), the id in full, the record that bears it.

    `lenient` ids may stand twice (voucher numbers: a warning of their own kind); the first bearer wins.
    """

    what: str
    id: str
    record: Record
    lenient: bool = False


class Told(NamedTuple):
    """That a record says itself on which day it was made public.

    Attributes:
        day: the day; `field`: in which of its fields, by the field's English name.
        record: where the field stands, where that is not the record of the trace (the version of a pact).
        judged: whether the kind's own rules say that the day was late.
    """

    day: datetime.date
    field: str
    record: Record | None = None
    judged: bool = False


class Trace(NamedTuple):
    """Something that a ledger records of one day, as a catalogue of duties may ask for it.

    Attributes:
        day: when it happened.
        id: what names it among those of its kind: a decision, a contract, a voucher.
        record: where it stands; `words`: what it is, for a list.
        facets: what it can be chosen by, words by the label of the field (类型 → 支出).
        until: of what goes on standing (an asset, a debt): the last day it did, date.max while it does; None: it is of its day alone.
        starts: of a prior notice: the day from which it says it hangs; None of all else.
        before: what it must hang ahead of: the vote of a list of voters, the last day of a prior notice; None where nothing waits for it.
        told: when its own record says it was made public (决议公开); None where it does not say.
        prepared: it is made ready, and signed, before its day: a notice that then hangs, a pact or list that then holds. All else is signed when it has happened.
        cancelled: whether it was announced for its day and called off.
    """

    day: datetime.date
    id: str
    record: Record
    words: str
    facets: Mapping[str, frozenset[str]]
    until: datetime.date | None = None
    starts: datetime.date | None = None
    before: datetime.date | None = None
    told: Told | None = None
    prepared: bool = False
    cancelled: bool = False


Choices = Mapping[str, frozenset[str] | None]
"""By what the traces of a kind can be chosen: the label of a facet → the words it can have; None where they are the community's own."""


class Citation(NamedTuple):
    """One place where an id is cited: the citing record, the name of its field, the file it stands in."""

    record: Record
    field: str
    filed: Filed[Record]


@dataclass(frozen=True)
class Books:
    """What rules and pages read. Frozen; what is derived from it is computed once and kept (`derived`)."""

    filed: tuple[Filed[Record], ...]
    ids: Mapping[str, Mapping[str, Record]]
    law: Law
    as_of: datetime.date
    outcomes: tuple[Callable[[Books], Mapping[int, Any]], ...] = ()
    tracers: Mapping[str, Callable[[Books], Iterable[Trace]]] = field(default_factory=dict)
    facets: Mapping[str, Callable[[Books], Choices]] = field(default_factory=dict)
    _kept: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def of(self, record: type[R]) -> tuple[Filed[R], ...]:
        """The files whose root record is of this class, by path; broken files are left out."""
        by_class: dict[type[Record], list[Filed[Any]]] = self.derived(_by_class)
        return tuple(by_class.get(record, ()))

    def records(self, record: type[R]) -> tuple[R, ...]:
        """Their records."""
        return tuple(f.record for f in self.of(record) if f.record is not None)

    def the(self, record: type[R]) -> R | None:
        """The only record of its class (community.yml); None where there is none."""
        found = self.of(record)
        return found[0].record if found else None

    def find(self, what: str, id: str, near: Filed[Record] | None = None) -> Record | None:
        """The record an id names, read absolutely, then within the citing file `near`, then within that file's folder."""
        full = self.resolve(what, id, near)
        return self.ids[what][full] if full else None

    def resolve(self, what: str, id: str, near: Filed[Record] | None = None) -> str | None:
        """The full id, or None where nothing bears it."""
        known = self.ids.get(what, {})
        if id in known:
            return id
        scope = near.id if near else ""
        while scope:
            if f"{scope}/{id}" in known:
                return f"{scope}/{id}"
            scope = scope.rpartition("/")[0]
        return None

    def file(self, record: Record) -> Filed[Record]:
        """The file a record stands in."""
        by_number: dict[int, Filed[Record]] = self.derived(_by_number)
        return by_number[record.at_ >> FILE_SHIFT]

    def place(self, record: Record, name: str = "", index: int | None = None) -> Place:
        """Where a record, or a field of it by its English name, stands."""
        return place_in(self.file(record).path, record, name, index)

    def referrers(self, what: str, id: str) -> tuple[Citation, ...]:
        """Who cites this id, in the order of files and lines."""
        index: Mapping[tuple[str, str], list[Citation]] = self.derived(_citations)
        return tuple(index.get((what, id), ()))

    def maybe_broken(self, what: str, id: str) -> bool:
        """Whether an id may be borne by a file that could not be read; nobody is accused of citing such a one."""
        ids: frozenset[str] = self.derived(_broken_ids)
        if not ids:
            return False
        above = id.rpartition("/")[0] or id
        return what not in self.ids or any(id == b or id.startswith(f"{b}/") or b == above or b.endswith(f"/{above}") for b in ids)

    def unknown(self, what: str, id: str, near: Filed[Record]) -> bool:
        """Whether nothing bears an id cited in the file `near`, so that the reference itself is told (REF001) and rules keep silent about it."""
        bearers = self.ids.get(what, {})
        return id not in bearers and ANY not in bearers and self.resolve(what, id, near) is None and not self.maybe_broken(what, id)

    def outcome(self, record: Record, otherwise: T) -> T:
        """What the kind of a record computes of it for others (the result of a vote); `otherwise` where it computes nothing."""
        found: T = self.derived(_outcomes).get(record.at_, otherwise)
        return found

    def traces(self, kind: str) -> tuple[Trace, ...]:
        """What a kind of ledger records, by day; empty for a kind that is unknown or leaves no traces."""
        found: Mapping[str, tuple[Trace, ...]] = self.derived(_traces)
        return found.get(kind, ())

    def derived(self, compute: Callable[[Books], T]) -> T:
        """`compute(self)`, computed once."""
        if compute not in self._kept:
            self._kept[compute] = compute(self)
        kept: T = self._kept[compute]
        return kept


def place_in(path: str, record: Record, name: str = "", index: int | None = None) -> Place:
    """Where a record of this file, or a field of it by its English name, stands."""
    return Place(path, record.at_ & _OFFSET, fields(type(record))[name].keys if name else (), index)


def index_ids(found: Iterable[Id]) -> tuple[dict[str, dict[str, Record]], list[tuple[Id, Record]]]:
    """Ids by what they name, and those that stand twice although they may not, each with its first bearer."""
    index: dict[str, dict[str, Record]] = defaultdict(dict)
    twice = []
    for entry in found:
        bearers = index[entry.what]
        if entry.id not in bearers:
            bearers[entry.id] = entry.record
        elif not entry.lenient:
            twice.append((entry, bearers[entry.id]))
    return dict(index), twice


def _by_class(books: Books) -> dict[type[Record], list[Filed[Record]]]:
    found: dict[type[Record], list[Filed[Record]]] = defaultdict(list)
    for filed in books.filed:
        if filed.record is not None:
            found[type(filed.record)].append(filed)
    return found


def _outcomes(books: Books) -> dict[int, Any]:
    return {at: value for computed in books.outcomes for at, value in books.derived(computed).items()}


def _traces(books: Books) -> dict[str, tuple[Trace, ...]]:
    return {kind: tuple(sorted(traced(books), key=_when)) for kind, traced in books.tracers.items()}


def _when(trace: Trace) -> tuple[datetime.date, str]:
    return trace.day, trace.id


def _by_number(books: Books) -> dict[int, Filed[Record]]:
    return {f.number: f for f in books.filed}


def _broken_ids(books: Books) -> frozenset[str]:
    return frozenset(f.id for f in books.filed if f.record is None)


def citations(filed: Filed[Record]) -> Iterable[tuple[Record, str, str, str, int | None]]:
    """Every reference in a file: (citing record, field, what it cites, the id as typed, its index in a list or None)."""
    if filed.record is not None:
        yield from _cited(filed.record)


def _cited(record: Record) -> Iterable[tuple[Record, str, str, str, int | None]]:
    refs, inner, getter = _plan(type(record))
    for (name, what), value in zip(refs, getter(record), strict=True):
        if value is None:
            continue
        if type(value) is tuple:
            for n, one in enumerate(value):
                yield record, name, what, one, n
        else:
            yield record, name, what, value, None
    for name in inner:
        value = getattr(record, name)
        if type(value) is tuple:
            for part in value:
                if isinstance(part, Record):
                    yield from _cited(part)
        elif isinstance(value, Record):
            yield from _cited(value)


_TYPED = attrgetter("__pydantic_fields_set__")


def cited(filed: Filed[Record]) -> dict[str, set[str]]:
    """The ids cited anywhere in a file, as typed, each once, by what they name: a look over a column instead of every line."""
    found: dict[str, set[str]] = defaultdict(set)
    if filed.record is not None:
        _gather([filed.record], found)
    return found


def _gather(records: Sequence[Record], found: dict[str, set[str]]) -> None:
    """What records of one class cite, and those inside them."""
    refs, inner, _ = _plan(type(records[0]))
    typed = set().union(*{id(names): names for names in map(_TYPED, records)}.values())  # records read together share one
    for name, what in refs:
        for value in set(map(attrgetter(name), records)) if name in typed else ():
            if type(value) is tuple:
                found[what].update(value)
            elif value is not None:
                found[what].add(value)
    for name in typed.intersection(inner):
        held: dict[type[Record], list[Record]] = defaultdict(list)
        for value in map(attrgetter(name), records):
            for part in value if type(value) is tuple else (value,):
                if isinstance(part, Record):
                    held[type(part)].append(part)
        for parts in held.values():
            _gather(parts, found)


_Plan = tuple[tuple[tuple[str, str], ...], tuple[str, ...], Callable[[Record], tuple[Any, ...]]]
"""Of a record class: its fields that cite and what they cite, its fields that hold records, and how to read the first at once."""

_PLANS: dict[type[Record], _Plan] = {}


def _plan(record: type[Record]) -> _Plan:
    if record not in _PLANS:
        known = fields(record).values()
        refs = tuple((f.name, f.ref) for f in known if f.ref)
        names = tuple(name for name, _ in refs)
        getter = attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)
        _PLANS[record] = refs, tuple(f.name for f in known if any(True for _ in nested(f.annotation))), getter
    return _PLANS[record]


def _citations(books: Books) -> Mapping[tuple[str, str], list[Citation]]:
    index: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for filed in books.filed:
        for record, name, what, id, _ in citations(filed):
            full = books.resolve(what, id, filed)
            if full:
                index[what, full].append(Citation(record, name, filed))
    return index
