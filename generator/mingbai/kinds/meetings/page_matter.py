"""`meetings/matters/<id>/`: one matter through its meetings, step by step."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.meetings import telling
from mingbai.kinds.meetings.procedure import in_order, path_of, taken_up
from mingbai.kinds.meetings.records import Matter
from mingbai.kinds.meetings.register import Held, items_of, meetings
from mingbai.kinds.meetings.shown import SECTION, SECTION_CRUMB, address
from mingbai.pages import Draft


@dataclass(frozen=True, slots=True)
class Step:
    """A meeting held, or one that the procedure still asks for; `state`: done, now or todo."""

    title: str
    when: datetime.date | None
    text: str
    state: str
    address: str


@dataclass(frozen=True, slots=True)
class MatterContext:
    """`meetings/matter.html`."""

    lede: str
    matter: Matter
    steps: tuple[Step, ...]
    source: str


def drafts(view: View) -> list[Draft]:
    """A page for every matter, by id."""
    held = {h.id: h for h in meetings(view.books)}
    taken = view.books.derived(taken_up)
    return [_draft(view, f.id, f.path, f.record, [held[id] for id, _ in taken.get(f.id, ())]) for f in view.books.of(Matter) if f.record is not None]


def matter_address(id: str) -> str:
    """The page of a matter."""
    return f"{SECTION}matters/{id}/"


def _draft(view: View, id: str, path: str, matter: Matter, held: list[Held]) -> Draft:
    context = MatterContext(lede(view, matter, held), matter, (*_held(view, held), *_missing(matter, held)), path)
    past = [h.date for h in held if h.date <= view.books.as_of]
    return Draft(matter_address(id), matter.name, context.lede, "meetings/matter.html", context, (SECTION_CRUMB,), max(past, default=None))


def lede(view: View, matter: Matter, held: list[Held]) -> str:
    """How far the matter has come, in a sentence."""
    steps = path_of(matter.kind)
    past = [h for h in held if h.date <= view.books.as_of]
    kinds = {h.meeting.kind for h in past}
    said = f"这件事按“{matter.kind.zh}”的程序办" if steps else "这件事经过几次会议商议"
    if not past:
        return f"{said}，还没有开过会。"
    taken = sum(bool(step & kinds) for step in steps)
    progress = f"{len(steps)} 步走完 {taken} 步" if steps else f"开过 {len(past)} 次会"
    return f"{said}：{progress}，最近一次是{telling.title(past[-1])}。"


def _held(view: View, held: list[Held]) -> list[Step]:
    as_of = view.books.as_of
    return [Step(h.meeting.kind.zh, h.date, _told(view, h), "now" if h.date > as_of else "done", address(h)) for h in held]


def _told(view: View, held: Held) -> str:
    if held.date > view.books.as_of:
        return "还没有开"
    items = items_of(view.books, held)
    topics = "；".join(f"{e.decision.topic}（{e.result.zh if e.result else '只讨论'}）" for e in items)
    came = telling.presence(held.meeting)
    return (f"到会 {came} 人。" if came is not None else "") + topics


def _missing(matter: Matter, held: list[Held]) -> list[Step]:
    """The steps after the last one taken."""
    kinds = {h.meeting.kind for h in held}
    path = path_of(matter.kind)
    last = max((n for n, step in enumerate(path) if step & kinds), default=-1)
    names = ("或".join(k.zh for k in in_order(step)) for step in path[last + 1 :])
    return [Step(name, None, "还没有开", "todo", "") for name in names]
