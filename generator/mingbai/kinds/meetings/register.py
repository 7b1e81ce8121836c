"""What has become of every item: the decisions register (决定台账), on which rules and pages agree."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from mingbai.books import Books, Filed
from mingbai.kinds.meetings.records import Decision, Electorate, Meeting, Result, is_coming, is_recorded
from mingbai.kinds.meetings.tally import Tally, tally
from mingbai.packs import Body, Law, Standing
from mingbai.values.terms import Term


class State(Term):
    """Where a decision stands as of a day."""

    OVERDUE = "overdue", "逾期"
    ONGOING = "ongoing", "落实中"
    UNASSIGNED = "unassigned", "未安排"
    DONE = "done", "已完成"
    REJECTED = "rejected", "未通过"
    NO_QUORUM = "no quorum", "未达法定人数"
    DEFERRED = "deferred", "暂缓"
    DISCUSSED = "discussed", "只讨论"
    PLANNED = "planned", "待开会"
    UNRECORDED = "unrecorded", "没有记录"
    CANCELLED = "called off", "没有开"


class Phase(Term):
    """Where a meeting stands as of a day."""

    COMING = "coming", "将要召开"
    HELD = "held", "已召开"
    UNRECORDED = "unrecorded", "没有记录"
    CANCELLED = "called off", "已取消"


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting with its id and its body's rule."""

    id: str
    meeting: Meeting
    body: Body
    filed: Filed[Meeting]

    @property
    def date(self) -> datetime.date:
        return self.meeting.time.date()

    def phase(self, as_of: datetime.date) -> Phase:
        """Still to come, held, its day past and nothing written down, or called off."""
        if self.meeting.cancelled is not None:
            return Phase.CANCELLED
        if is_coming(self.meeting, as_of):
            return Phase.COMING
        return Phase.HELD if is_recorded(self.meeting) else Phase.UNRECORDED


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a meeting with its arithmetic, its result and its state; `result` is None where nothing was put to the vote."""

    held: Held
    decision: Decision
    tally: Tally
    result: Result | None
    state: State

    @property
    def id(self) -> str:
        return f"{self.held.id}/{self.decision.number}"


def body_of(law: Law, meeting: Meeting) -> Body:
    """The body's rule as it was on the day of the meeting, its quorum that of households where these are counted.

    It has no quorum and no majority where no pack knows it, or none of the acts it rests on was in force yet: then the minutes stand as they are.
    """
    kind = meeting.kind
    body = law.on(meeting.time.date()).body(kind.value) or Body(id=kind.value, name=kind.zh, english=kind.value, standing=Standing.DEFAULT)
    if meeting.counts is Electorate.HOUSEHOLDS and body.households is not None:
        return body.model_copy(update={"quorum": body.households})
    return body


def meetings(books: Books) -> tuple[Held, ...]:
    """Every meeting, earliest first."""
    return books.derived(_meetings)


def _meetings(books: Books) -> tuple[Held, ...]:
    found = (Held(f.id, f.record, body_of(books.law, f.record), f) for f in books.of(Meeting) if f.record is not None)
    return tuple(sorted(found, key=lambda h: (h.meeting.time, h.id)))


def took_place(books: Books) -> tuple[Held, ...]:
    """The meetings that were held, earliest first."""
    return tuple(h for h in meetings(books) if h.phase(books.as_of) is Phase.HELD)


def coming(books: Books) -> tuple[Held, ...]:
    """The meetings called and still to come, soonest first."""
    return tuple(h for h in meetings(books) if h.phase(books.as_of) is Phase.COMING)


def entries(books: Books) -> tuple[Entry, ...]:
    """Every item of every meeting, earliest first, in the order of the minutes."""
    return books.derived(_entries)


def items_of(books: Books, held: Held) -> tuple[Entry, ...]:
    """The items of one meeting."""
    return books.derived(_by_meeting).get(held.filed.number, ())


def _by_meeting(books: Books) -> dict[int, tuple[Entry, ...]]:
    return {number: tuple(items) for number, items in groupby(sorted(entries(books), key=_number), key=_number)}


def _number(entry: Entry) -> int:
    return entry.held.filed.number


def _entries(books: Books) -> tuple[Entry, ...]:
    return tuple(e for held in meetings(books) for e in _items(held, books.as_of))


def _items(held: Held, as_of: datetime.date) -> Iterator[Entry]:
    for decision in held.meeting.decisions:
        sums = tally(decision, held.meeting, held.body)
        result = outcome(decision, sums)
        yield Entry(held, decision, sums, result, _state(held, decision, result, as_of))


def outcome(decision: Decision, sums: Tally) -> Result | None:
    """The computed result; the claimed one where it decides between two ways of counting, or where there is nothing to compute."""
    if decision.result is not None and sums.allows(decision.result):
        return decision.result
    if decision.yes is None and decision.result is None:
        return None
    return sums.result or decision.result


def results(books: Books) -> dict[int, Result | None]:
    """What came of every decision, by `at_`: computed where the minutes do not say it; None where nothing was put to the vote."""
    return {entry.decision.at_: entry.result for entry in entries(books)}


_BY_RESULT = {Result.REJECTED: State.REJECTED, Result.NO_QUORUM: State.NO_QUORUM, Result.DEFERRED: State.DEFERRED}
_BY_PHASE = {Phase.COMING: State.PLANNED, Phase.UNRECORDED: State.UNRECORDED, Phase.CANCELLED: State.CANCELLED}


def _state(held: Held, decision: Decision, result: Result | None, as_of: datetime.date) -> State:
    phase = held.phase(as_of)
    if phase is not Phase.HELD:
        return _BY_PHASE[phase]
    if result is None:
        return State.DISCUSSED
    if result is not Result.PASSED:
        return _BY_RESULT[result]
    carried = decision.carry_out
    if carried is None:
        return State.UNASSIGNED
    if carried.done is not None:
        return State.DONE
    return State.OVERDUE if carried.deadline < as_of else State.ONGOING
