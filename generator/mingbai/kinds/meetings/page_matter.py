"""`meetings/matters/<id>/`: one matter through its meetings, step by step."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.community.registers import ask
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.finance.posting.ledger import citing
from mingbai.kinds.meetings import telling
from mingbai.kinds.meetings.procedure import Course, Taken, about, courses
from mingbai.kinds.meetings.records import Matter, Proposal
from mingbai.kinds.meetings.register import Held, Phase
from mingbai.kinds.meetings.shown import SECTION, SECTION_CRUMB, Warned, address, warned
from mingbai.kinds.projects.records import Project
from mingbai.packs import Body, Stage
from mingbai.pages import Draft, Link
from mingbai.values.money import grouped
from mingbai.values.speech import joined, of, say


@dataclass(frozen=True, slots=True)
class Step:
    """A step taken, or one that the procedure still asks for; `state`: done, now, todo or late."""

    title: str
    when: datetime.date | None
    text: str
    state: str
    address: str
    warned: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class MatterContext:
    """`meetings/matter.html`.

    Attributes:
        steps: those of the procedure in its order, else the meetings in time; further: meetings outside the procedure's steps.
        asks: what is asked of its meetings, in words: (which, what, by which article).
        cited_by: projects and whatever else names it, its meetings left out.
    """

    lede: str
    matter: Matter
    steps: tuple[Step, ...]
    further: tuple[Step, ...]
    asks: tuple[tuple[str, str, str], ...]
    source: str
    cited_by: tuple[Link, ...]


def drafts(view: View) -> list[Draft]:
    """A page for every matter, by id."""
    return [_draft(view, course) for course in courses(view.books)]


def matter_address(id: str) -> str:
    """The page of a matter."""
    return f"{SECTION}matters/{id}/"


def _draft(view: View, course: Course) -> Draft:
    matter = course.matter
    steps = tuple(_by_stage(view, course)) if course.stages else tuple(_meeting(view, course, h) for h in course.held)
    used = {t.held.id for t in course.taken if t.held}
    further = tuple(_meeting(view, course, h) for h in course.held if h.id not in used) if course.stages else ()
    context = MatterContext(
        _lede(view, course), matter, steps, further, tuple(_asks(view, course)), course.filed.path, view.citing("matter", course.filed.id, "meetings")
    )
    days = [t.date for t in course.taken] + [h.date for h in course.held]
    past = max((d for d in days if d <= view.books.as_of), default=None)
    return Draft(
        matter_address(course.filed.id), matter.name, context.lede, "meetings/matter.html", context, (SECTION_CRUMB,), past, source=context.source
    )


def lede(view: View, course: Course) -> str:
    """How far the matter has come, in a sentence."""
    past = [h for h in course.held if h.phase(view.books.as_of) is Phase.HELD]
    steps = course.stages
    said = say("这件事按“{kind}”的程序办", kind=course.matter.kind.zh) if steps else "这件事经过几次会议商议"
    if not past and not course.taken:
        return say("{said}，还没有开过会。", said=said)
    done = sum(any(_over(view, t) for t in course.of(n)) for n in range(len(steps)))
    progress = say("{n} 步走完 {done} 步", n=len(steps), done=done) if steps else say("开过 {n} 次会", n=len(past))
    wrong = tuple(dict.fromkeys(_astray(course, t) for t in course.astray if _over(view, t)))
    if wrong:
        progress = say("{n} 步登记了 {done} 步，没有按顺序走：{wrong}", n=len(steps), done=done, wrong=joined("；", wrong))
    return say("{said}：{progress}", said=said, progress=progress) + (say("，最近一次会是{title}。", title=telling.title(past[-1])) if past else "。")


def _lede(view: View, course: Course) -> str:
    """How far it has come, the last vote on it, what it has cost, whom to ask."""
    past = [h for h in course.held if h.phase(view.books.as_of) is Phase.HELD]
    return joined("", (lede(view, course), _voted(view, course, past), _cost(view, course, past), ask(view.books, course.matter.responsible or "")))


def _voted(view: View, course: Course, past: list[Held]) -> str:
    """The last vote on it, in integers; empty where nothing was put to the vote yet."""
    voted = [(h, e) for h in past for e in about(view.books, course.filed.id, h) if e.decision.yes is not None]
    if not voted:
        return ""
    held, entry = voted[-1]
    if held is past[-1]:
        return say("会上最后表决：{votes}。", votes=telling.votes(entry).strip())
    return say("最近一次表决是{title}：{votes}。", title=telling.title(held), votes=telling.votes(entry).strip())


def _cost(view: View, course: Course, past: list[Held]) -> str:
    """What has been paid for it so far: by the projects that carry it out, and on what was decided about it."""
    books, id = view.books, course.filed.id
    projects = [("project", f.id) for f in books.of(Project) if f.record and f.record.matter and books.resolve("matter", f.record.matter, f) == id]
    decisions = [("decision", f"{h.id}/{e.decision.number}") for h in past for e in about(books, id, h)]
    lines = {p.line.at_: p for what, cited in (*projects, *decisions) for p in citing(books, what, cited)}
    if not projects and not lines:
        return ""
    spent = -sum(e.fen for p in lines.values() for e in p.entries if e.column is Column.EXPENSE and not p.line.to_book)
    return say("账上已付 {spent} 元。", spent=grouped(spent)) if spent else say("账上还没有为它付过钱。")


def _astray(course: Course, taken: Taken) -> str:
    """How a step stands to the one that precedes it: before it, without it, or although it did not pass."""
    step, wanted = course.stages[taken.stage].name, course.stages[taken.stage - 1].name
    before = course.of(taken.stage - 1)
    if not before:
        return say("“{step}”之前没有“{wanted}”", step=step, wanted=wanted)
    if any(b.order <= taken.order for b in before):
        return say("“{wanted}”没有通过就走了“{step}”", step=step, wanted=wanted)
    return say("“{step}”走在“{wanted}”前面", step=step, wanted=wanted)


def _over(view: View, taken: Taken) -> bool:
    return taken.date <= view.books.as_of and taken.passed and (taken.held is None or taken.held.phase(view.books.as_of) is Phase.HELD)


def _by_stage(view: View, course: Course) -> Iterator[Step]:
    """The steps of the procedure in its order; one taken twice stands twice, one passed over is said to be missing."""
    last = max((t.stage for t in course.taken), default=-1)
    for n, stage in enumerate(course.stages):
        taken = course.of(n)
        title = say("{ordinals}、{name}", ordinals=_ORDINALS[n], name=stage.name) if n < len(_ORDINALS) else stage.name
        if not taken:
            yield Step(title, None, "没有登记这一步" if n < last else "还没有走到这一步", "late" if n < last else "todo", "")
        for one in taken:
            yield _step(view, course, title, stage, one)


_ORDINALS = "一二三四五六七八九"


def _step(view: View, course: Course, title: str, stage: Stage, taken: Taken) -> Step:
    notes = warned(view, view.findings.on(taken.record))
    wrong = taken in course.astray and _over(view, taken)
    if taken.held is not None:
        step = _meeting(view, course, taken.held)
        text = step.text if step.title == stage.name else say("{title}：{text}", title=step.title, text=step.text)
        return Step(title, step.when, text, "late" if wrong or not taken.passed else step.state, step.address, notes)
    text = _proposed(taken.record) if isinstance(taken.record, Proposal) else ""
    place = view.where(taken.record)
    state = "late" if wrong else "done" if taken.date <= view.books.as_of else "now"
    return Step(title, taken.date, text, state, place.address if place else "", notes)


def _proposed(proposal: Proposal) -> str:
    came = (
        say("应到 {due} 人，实到 {present} 人", due=proposal.due, present=proposal.present)
        if proposal.due is not None and proposal.present is not None
        else ""
    )
    return joined("，", filter(None, (proposal.form, came))) + (say("：{text}", text=proposal.text) if proposal.text else "")


def _meeting(view: View, course: Course, held: Held) -> Step:
    state = {Phase.COMING: "now", Phase.UNRECORDED: "late"}.get(held.phase(view.books.as_of), "done")
    return Step(held.meeting.kind.zh, held.date, _told(view, course, held), state, address(held))


def _told(view: View, course: Course, held: Held) -> str:
    phase = held.phase(view.books.as_of)
    if phase is not Phase.HELD:
        return "还没有开" if phase is Phase.COMING else say("日子过了，还没有会议记录")
    items = about(view.books, course.filed.id, held)
    topics = joined("；", (say("{topic}（{result}）", topic=e.decision.topic, result=_result(of(e.tally.vote), e.result)) for e in items))
    came = telling.presence(held.meeting)
    return (say("到会 {came} 人。", came=came) if came is not None else "") + topics


def _result(reckoning: str, result: object) -> str:
    return reckoning.rstrip("。") if result else "只讨论"


def _asks(view: View, course: Course) -> Iterator[tuple[str, str, str]]:
    """What is asked of the meetings that took its steps."""
    bodies: dict[str, Body] = {t.held.body.id: t.held.body for t in course.taken if t.held is not None}
    for body in bodies.values():
        if told := telling.requirements(body):
            yield body.name, told, telling.footing(body, view.books.law)
