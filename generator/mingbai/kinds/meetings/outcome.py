"""MTG060–MTG063: how a matter begins and how it ends: the proposal by enough of the party organisation, the outcome shown once there is one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.procedure import Course, about, courses
from mingbai.kinds.meetings.records import Decision, Matter
from mingbai.packs import Proof, doubt
from mingbai.values.days import spoken
from mingbai.values.text import Text

_BASIS = (Cite("urban-committee", "30"), Cite("village-committee", "28"))
_OPEN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

TOO_SOON = Code(
    "MTG060",
    Severity.WARNING,
    Text("还没办完就公开了结果", "an outcome shown before the work was done"),
    Text("“{topic}”的结果公开写的是{shown}，完成是{done}", "the outcome of “{topic}” was shown on {shown}, the work done on {done}"),
    Text(
        "核对两个日期；办完以前贴的是进度，写进“进度”，办完以后把结果再公开一次。",
        "Check both days; what was shown before the end is progress. Show the outcome again now that there is one.",
    ),
    Text(
        "结果要办完了才有；提前贴出来的，居民看不到最后花了多少、办成什么样。",
        "There is an outcome only at the end: what it cost and what came of it.",
    ),
    _OPEN,
)
NOT_SHOWN = Code(
    "MTG061",
    Severity.WARNING,
    Text("办完了没有按期公开结果", "the outcome was not shown in time"),
    Text(
        "{matter}：{done}办完，结果应在{due}以前公开（{days} 天），{now}{unsure}",
        "{matter}: done on {done}, the outcome is shown by {due} ({days:day|days}); {now}{unsure}",
    ),
    Text(
        "把实施结果贴出来，在决议里写“结果公开: 日期”；贴过的补上日期。",
        "Show the outcome and write “outcome_published” with the decision; if it was shown add the day.",
    ),
    Text("两公开：决议公开，实施结果也要公开，才算走完。", "Both the decision and its outcome are shown; only then is the procedure complete."),
    _OPEN,
)
PROPOSED_BY_MORE = Code(
    "MTG062",
    Severity.ERROR,
    Text("提议的会实到比应到多", "more present at the proposal than were due"),
    Text("提议：应到 {due} 人，实到 {present} 人", "proposal: {due} due, {present} present"),
    Text("对照签到表改正。", "Compare with the sign-in sheet."),
    Text("到会的人不会比应到的多。", "No more people come than are due."),
    _BASIS,
)
PROPOSED_BY_FEW = Code(
    "MTG063",
    Severity.WARNING,
    Text("提议的会到的人不够", "too few at the meeting that proposed it"),
    Text(
        "提议：{body}应到 {due} 人，实到 {present} 人，要有 {least} 人{unsure}",
        "proposal: {present} of {due} came to the {body}, {least} are needed{unsure}",
    ),
    Text("核对人数；确实不够的，重新开会提议。", "Check the figures; if too few came, hold the meeting again."),
    Text("第一步就没有几个人到，后面几步就没有根。", "Where few took the first step the others have no ground."),
    _BASIS,
)


@rule(TOO_SOON)
def outcomes_are_shown_when_there_is_one(books: Books) -> Iterator[Diagnostic]:
    """The outcome of a decision is shown on or after the day it was carried out."""
    for course in courses(books):
        for decision in _decisions(books, course):
            done, shown = _done(decision), decision.outcome_published
            if done is not None and shown is not None and shown < done:
                said: dict[str, Any] = {"topic": decision.topic, "shown": _day(shown), "done": _day(done)}
                yield TOO_SOON.at(books.place(decision, "outcome_published"), record=decision.at_, **said)


@rule(NOT_SHOWN)
def outcomes_are_shown_in_time(books: Books) -> Iterator[Diagnostic]:
    """In a matter whose procedure ends with showing the outcome, it is shown within the days of the pack once all is done; a day of rest moves the end on."""
    standard = books.law.standard("outcome-publish-days")
    for course in courses(books) if standard is not None and standard.count is not None else ():
        carried = [d for d in _decisions(books, course) if d.carry_out is not None]
        done = [(day, d) for d in carried if (day := _done(d)) is not None]
        if standard is None or standard.count is None or not done or len(done) < len(carried) or not _asks(course):
            continue
        last, decision = max(done, key=lambda pair: pair[0])
        due = books.law.calendar.within(last, standard.count).day
        shown = max((d.outcome_published for d in carried if d.outcome_published is not None), default=None)
        if (shown or books.as_of) > due:
            now = Text(f"{spoken(shown)}才公开", f"it was on {shown}") if shown else Text("还没有公开", "it has not been")
            said: dict[str, Any] = {"matter": course.matter.name, "done": _day(last), "due": _day(due), "days": standard.count, "now": now}
            place = books.place(decision, "outcome_published" if shown and decision.outcome_published else "topic")
            yield NOT_SHOWN.at(place, record=decision.at_, basis=books.law.grounds(NOT_SHOWN, standard), unsure=doubt(standard), **said)


def _asks(course: Course) -> bool:
    return any(stage.proof is Proof.OUTCOME for stage in course.stages)


def _decisions(books: Books, course: Course) -> Iterator[Decision]:
    """The decisions about a matter, each once."""
    for held in course.held:
        yield from (entry.decision for entry in about(books, course.filed.id, held))


def _done(decision: Decision) -> datetime.date | None:
    return decision.carry_out.done if decision.carry_out is not None else None


def _day(date: datetime.date) -> Text:
    return Text(spoken(date), date.isoformat())


@rule(PROPOSED_BY_MORE, PROPOSED_BY_FEW)
def enough_propose(books: Books) -> Iterator[Diagnostic]:
    """No more are present at a proposal than are due, and as many as the body of that step needs by the pack."""
    for filed in books.of(Matter):
        proposed = filed.record.proposed if filed.record is not None else None
        if filed.record is None or proposed is None or proposed.due is None or proposed.present is None:
            continue
        said: dict[str, Any] = {"due": proposed.due, "present": proposed.present}
        if proposed.present > proposed.due:
            yield PROPOSED_BY_MORE.at(books.place(proposed, "present"), **said)
            continue
        procedure = books.law.procedure(filed.record.kind.zh)
        bodies = next((s.bodies for s in procedure.stages if s.proof is Proof.PROPOSED), ()) if procedure else ()
        # where several bodies may propose it is not known which one did
        body = books.law.on(proposed.date).body(bodies[0]) if len(bodies) == 1 else None
        if body is not None and body.quorum is not None and not body.quorum.met(proposed.present, proposed.due):
            least, unsure = body.quorum.least(proposed.due), doubt(body)
            named = Text(body.name, body.english)
            yield PROPOSED_BY_FEW.at(books.place(proposed, "present"), record=filed.record.at_, body=named, least=least, unsure=unsure, **said)
