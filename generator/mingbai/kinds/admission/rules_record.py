"""ADM: a task's days are in order, it rests on a rule and on the list, it was allowed in time and ended in time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.admission import codes
from mingbai.kinds.admission.records import Admission, Duty, DutySort, Outcome
from mingbai.kinds.admission.standing import Standing, State, lists, standings
from mingbai.packs import doubt
from mingbai.schema.record import Record, fields
from mingbai.values.text import Text

_APPLIED, _DECIDED = Text("申请日", "the application"), Text("决定", "the decision")


def days_of(task: Admission) -> tuple[tuple[Record, str, Text, datetime.date], ...]:
    """The days of a task that cannot lie in the future: where each stands, its label."""
    found: list[tuple[Record, str, Text, datetime.date]] = [(task, "applied", _APPLIED, task.applied)]
    found += [(one, "day", fields(Admission)[name].label, one.day) for name in ("decided", "withdrawn", "closed") if (one := getattr(task, name))]
    found += [(w, "day", fields(Admission)["work"].label, w.day) for w in task.work]
    return tuple(found)


@rule(codes.BACKWARDS, codes.NOT_ADMITTED, codes.FUTURE)
def days_are_in_order(books: Books) -> Iterator[Diagnostic]:
    """Asked for, decided, ended, in this order, and not in the future; only what was admitted can end."""
    for s in books.derived(standings):
        t = s.task
        for record, name, what, day in days_of(t):
            if day > books.as_of:
                yield codes.FUTURE.at(books.place(record, name), record=t.at_, field=what, day=day, as_of=books.as_of)
        yield from _order(books, t)
        admitted = t.decided is not None and t.decided.outcome is Outcome.ADMITTED
        for name in ("withdrawn", "closed"):
            end = getattr(t, name)
            if end is not None and not admitted:
                outcome = t.decided.outcome.text if t.decided else Text("还没有写", "missing")
                said: dict[str, Any] = {"field": fields(Admission)[name].label, "day": end.day, "outcome": outcome}
                yield codes.NOT_ADMITTED.at(books.place(t, name), record=t.at_, **said)


def _order(books: Books, t: Admission) -> Iterator[Diagnostic]:
    pairs: list[tuple[Record, str, Text, datetime.date, Text, datetime.date]] = []
    if t.decided:
        pairs.append((t.decided, "day", _DECIDED, t.decided.day, _APPLIED, t.applied))
    if t.term:
        pairs.append((t.term, "end", Text("期限的止", "the end of the term"), t.term.end, Text("起", "its start"), t.term.start))
    for name in ("withdrawn", "closed"):
        end = getattr(t, name)
        if end is not None and t.decided is not None:
            pairs.append((end, "day", fields(Admission)[name].label, end.day, _DECIDED, t.decided.day))
    for record, name, later, later_day, earlier, earlier_day in pairs:
        if later_day < earlier_day:
            said: dict[str, Any] = {"later": later, "later_day": later_day, "earlier": earlier, "earlier_day": earlier_day}
            yield codes.BACKWARDS.at(books.place(record, name), record=t.at_, **said)


@rule(codes.NO_BASIS, codes.NOT_LISTED, codes.NOT_OURS)
def a_task_rests_on_a_rule_and_on_the_list(books: Books) -> Iterator[Diagnostic]:
    """A task names its legal basis; once there is a list, what was taken on stands on it, and not among what the list rules out."""
    listed = bool(lists(books))
    for s in books.derived(standings):
        t = s.task
        if not t.basis and s.state is not State.REFUSED:
            yield codes.NO_BASIS.at(books.place(t, "matter"), record=t.at_, matter=t.matter)
        if not s.taken:
            continue
        if t.listed is None and listed:
            yield codes.NOT_LISTED.at(books.place(t, "matter"), record=t.at_, matter=t.matter)
        duty = books.find("duty", t.listed, s.filed) if t.listed else None
        if isinstance(duty, Duty) and duty.sort is DutySort.NOT:
            yield codes.NOT_OURS.at(books.place(t, "listed"), record=t.at_, entry=t.listed, listed=duty.matter, matter=t.matter)


@rule(codes.LATE_DECISION)
def applications_are_decided_in_time(books: Books) -> Iterator[Diagnostic]:
    """An application is decided within the working days of the pack: days of rest left out, working weekends counted; a year without a calendar says so."""
    for s in books.derived(standings):
        t = s.task
        standard = books.law.standard("admission-decision-days", t.applied)
        if standard is None or standard.count is None:
            continue
        due, sure = books.law.calendar.within_working(t.applied, standard.count)
        decided = t.decided.day if t.decided and t.decided.day <= books.as_of else None
        if (decided or books.as_of) <= due:
            continue
        now = Text(f"{decided} 才决定", f"decided on {decided}") if decided else Text("到现在还没有决定", "not decided yet")
        counted = Text("", "") if sure else Text("，那一年的节假日还不知道，只扣周末", "; the holidays of that year are not known, weekends only")
        said: dict[str, Any] = {"applied": t.applied, "due": due, "days": standard.count, "counted": counted, "now": now, "unsure": doubt(standard)}
        place = books.place(t.decided, "day") if t.decided else books.place(t, "applied")
        yield codes.LATE_DECISION.at(place, record=t.at_, basis=books.law.grounds(codes.LATE_DECISION, standard), **said)


@rule(codes.BEFORE_LEAVE, codes.STILL_RUNNING, codes.NOT_CLOSED)
def a_task_runs_within_its_admission(books: Books) -> Iterator[Diagnostic]:
    """Nothing is done before a task was admitted, nor for one that was refused, nor after its term has ended."""
    for s in books.derived(standings):
        t = s.task
        begun = min((d for d, _ in _signs(s)), default=None)
        leave = t.decided.day if t.decided and t.decided.day <= books.as_of else None
        refused = s.state is State.REFUSED
        if begun is not None and (refused or leave is None or begun < leave):
            if refused:
                decided = Text(f"{leave} 的决定是不予", f"refused on {leave}")
            else:
                decided = Text(f"{leave} 才批准", f"allowed on {leave}") if leave else Text("到现在还没有批准", "not allowed yet")
            yield codes.BEFORE_LEAVE.at(books.place(t, "matter"), record=t.at_, begun=begun, decided=decided)
        if t.term is None or not s.taken or t.term.end >= books.as_of:
            continue
        end = min(d for d in (t.term.end, t.withdrawn.day if t.withdrawn else None) if d)
        later = next(((d, what) for d, what in _signs(s) if d > end), None)
        if later is not None:
            yield codes.STILL_RUNNING.at(books.place(t.term, "end"), record=t.at_, end=end, day=later[0], what=later[1])
        elif s.state is State.EXPIRED:
            yield codes.NOT_CLOSED.at(books.place(t.term, "end"), record=t.at_, end=t.term.end)


def _signs(s: Standing) -> Iterator[tuple[datetime.date, Text]]:
    """The days on which something was done or spent for a task, in order."""
    worked = [(w.day, Text("办理", "it was worked on")) for w in s.task.work]
    paid = [(f.posted.line.date, Text("花钱", "money was spent on it")) for f in s.flows if f.spent > 0]
    return iter(sorted((*worked, *paid), key=lambda sign: sign[0]))
