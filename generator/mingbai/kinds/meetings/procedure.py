"""The procedures a matter goes through by the law pack, the meetings that have taken it up, how far it has come."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.kinds.meetings.records import Decision, Matter, Meeting, Result, named
from mingbai.kinds.meetings.register import Entry, Held, Phase, items_of, meetings
from mingbai.packs import Procedure, Proof, Stage
from mingbai.schema.record import Record


@dataclass(frozen=True, slots=True)
class Taken:
    """A step of a procedure that was taken, or that a meeting still to come is called for.

    Attributes:
        stage: which step, counted from 0.
        date: the day; order: what sorts steps, the hour for meetings, the end of the day for publications.
        record: where it is written down, with the field that says so.
        held: the meeting, None where a date alone shows the step.
        passed: whether what was put to the vote of it passed; True where nothing was.
    """

    stage: int
    date: datetime.date
    order: datetime.datetime
    record: Record
    field: str
    held: Held | None = None
    passed: bool = True


@dataclass(frozen=True, slots=True)
class Course:
    """A matter with its procedure (None: none is fixed), its meetings that were not called off, and the steps taken, earliest first."""

    filed: Filed[Matter]
    matter: Matter
    procedure: Procedure | None
    held: tuple[Held, ...]
    taken: tuple[Taken, ...]

    @property
    def stages(self) -> tuple[Stage, ...]:
        return self.procedure.stages if self.procedure else ()

    def of(self, stage: int) -> tuple[Taken, ...]:
        """The steps taken of one stage, earliest first."""
        return tuple(t for t in self.taken if t.stage == stage)

    @property
    def astray(self) -> tuple[Taken, ...]:
        """Steps taken before the one that precedes them was taken and had passed, in the order of the procedure."""
        return tuple(t for n in range(1, len(self.stages)) for t in self.of(n) if not any(b.passed for b in self.of(n - 1) if b.order <= t.order))


def courses(books: Books) -> tuple[Course, ...]:
    """Every matter, by id, with how far it has come."""
    return books.derived(_courses)


def _courses(books: Books) -> tuple[Course, ...]:
    by_id = {h.id: h for h in meetings(books)}
    taken_by = books.derived(taken_up)
    found = []
    for filed in books.of(Matter):
        if filed.record is not None:
            held = tuple(h for id, _ in taken_by.get(filed.id, ()) if (h := by_id[id]).phase(books.as_of) is not Phase.CANCELLED)
            procedure = books.law.procedure(filed.record.kind.zh)
            steps = tuple(sorted(_taken(books, filed, filed.record, procedure, held), key=lambda t: (t.order, t.stage)))
            found.append(Course(filed, filed.record, procedure, held, steps))
    return tuple(found)


def _taken(books: Books, filed: Filed[Matter], matter: Matter, procedure: Procedure | None, held: tuple[Held, ...]) -> Iterator[Taken]:
    for n, stage in enumerate(procedure.stages if procedure else ()):
        for one in held:
            if one.meeting.kind.value in stage.bodies:
                yield Taken(n, one.date, one.meeting.time, one.meeting, "matters", one, agreed(books, filed.id, one))
        if stage.proof is Proof.PROPOSED and matter.proposed is not None:
            yield Taken(n, matter.proposed.date, _morning(matter.proposed.date), matter.proposed, "date")
        for name in (_FIELDS[stage.proof],) if stage.proof in _FIELDS else ():
            yield from _published(books, filed.id, n, name, held)


_FIELDS = {Proof.PUBLISHED: "published", Proof.OUTCOME: "outcome_published"}


def _published(books: Books, matter: str, stage: int, name: str, held: tuple[Held, ...]) -> Iterator[Taken]:
    """The last day on which something decided about the matter was published."""
    dated: list[tuple[datetime.date, Decision]] = [
        (day, e.decision) for one in held for e in about(books, matter, one) if (day := getattr(e.decision, name)) is not None
    ]
    if dated:
        day, decision = max(dated, key=lambda pair: pair[0])
        yield Taken(stage, day, _evening(day), decision, name)


def _morning(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.min)


def _evening(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.max)


def about(books: Books, matter: str, held: Held) -> tuple[Entry, ...]:
    """The items of a meeting that are about a matter: those that name it, else those that name none."""
    items = items_of(books, held)
    own = tuple(e for e in items if e.decision.matter is not None and books.resolve("matter", e.decision.matter, held.filed) == matter)
    return own or tuple(e for e in items if e.decision.matter is None)


def agreed(books: Books, matter: str, held: Held) -> bool:
    """Whether something about the matter passed at a meeting, or nothing was put to the vote; a meeting to come is given credit."""
    results = [e.result for e in about(books, matter, held) if e.result is not None]
    return not results or Result.PASSED in results


def taken_up(books: Books) -> dict[str, list[tuple[str, Meeting]]]:
    """By matter: the meetings that name it, earliest first, each with its id."""
    found: dict[str, list[tuple[str, Meeting]]] = defaultdict(list)
    for filed in books.of(Meeting):
        if filed.record is not None:
            cited_here = (*filed.record.matters, *(d.matter for d in filed.record.decisions if d.matter is not None))
            for cited in dict.fromkeys(books.resolve("matter", c, filed) or c for c in cited_here):
                found[cited].append((filed.id, filed.record))
    for meetings_of in found.values():
        meetings_of.sort(key=lambda m: (m[1].time, m[0]))
    return dict(found)


def broken_slugs(books: Books) -> frozenset[str]:
    """The kinds of meeting of which a file could not be read: what it may hold is not missed."""
    names = (named(f.id) for f in books.filed if f.kind == "meetings" and f.record is None)
    return frozenset(said[1] for said in names if said)
