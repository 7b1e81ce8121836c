"""MTG027, MTG032: the steps of a matter are taken one after the other, and none after one that did not pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.procedure import Course, Taken, broken_slugs, courses
from mingbai.packs import Stage, cites
from mingbai.values.days import spoken
from mingbai.values.text import Text

_BASIS = (Cite("urban-committee", "32"), Cite("village-committee", "28"))

STEP_SKIPPED = Code(
    "MTG027",
    Severity.WARNING,
    Text("程序跳过了一步", "a step was skipped"),
    Text("{matter}：{date}“{step}”之前，应当先走“{wanted}”", "{matter}: “{wanted}” comes before “{step}” on {date}"),
    Text(
        "前一步的会议记录里补上“事项: {id}”，或者补上它的日期；确实没有走的，按程序补走。",
        "Add “matters: {id}” to the earlier meeting, or the date of that step; if it was not taken, take it.",
    ),
    Text("三会、四议两公开按顺序一步一步来，不能跳过，也不能倒过来。", "The steps are taken in order, none skipped."),
    _BASIS,
)
STEP_FAILED = Code(
    "MTG032",
    Severity.WARNING,
    Text("上一步没有通过，就走了下一步", "a step was taken although the one before did not pass"),
    Text("{matter}：“{before}”没有通过，{date}就走了“{step}”", "{matter}: “{before}” did not pass, yet “{step}” was taken on {date}"),
    Text(
        "核对上一步的票数；确实没有通过的，改了方案重新走上一步，通过了再往下走。",
        "Check the votes of the step before; if it failed, change the plan, take that step again, and go on when it passes.",
    ),
    Text("前一步大家没有同意，后一步不能算数。", "Where the step before did not agree, the next does not count."),
    _BASIS,
)


@rule(STEP_SKIPPED, STEP_FAILED)
def steps_are_taken_in_order(books: Books) -> Iterator[Diagnostic]:
    """In a matter with a procedure every step comes after the one that precedes it was taken and had passed."""
    for course in courses(books):
        for taken in course.taken:
            if taken.stage:
                yield from _step(books, course, taken)


def _step(books: Books, course: Course, taken: Taken) -> Iterator[Diagnostic]:
    wanted = course.stages[taken.stage - 1]
    before = [t for t in course.of(taken.stage - 1) if t.order <= taken.order]
    said: dict[str, Any] = {"record": taken.record.at_, "matter": course.matter.name, "date": Text(spoken(taken.date), taken.date.isoformat())}
    basis, step = cites(course.procedure.basis) if course.procedure else (), _name(course.stages[taken.stage])
    place = books.place(taken.record, _field(taken))
    if not before:
        if not broken_slugs(books) & {*wanted.bodies}:
            yield STEP_SKIPPED.at(place, basis=basis, id=course.filed.id, step=step, wanted=_name(wanted), **said)
    elif not any(t.passed for t in before):
        yield STEP_FAILED.at(place, basis=basis, step=step, before=_name(wanted), **said)


def _field(taken: Taken) -> str:
    """The field that names the matter; empty where only an item of the meeting does."""
    return taken.field if taken.held is None or taken.held.meeting.matters else ""


def _name(stage: Stage) -> Text:
    return Text(stage.name, stage.english)
