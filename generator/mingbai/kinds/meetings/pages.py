"""Every page of meetings: the index and the part of the home page here, the others by their modules."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.meetings import page_kind, page_matter, page_meeting, page_register, telling
from mingbai.kinds.meetings.page_kind import Year, kind_address, years_of
from mingbai.kinds.meetings.page_matter import matter_address
from mingbai.kinds.meetings.procedure import courses
from mingbai.kinds.meetings.records import Matter, Result
from mingbai.kinds.meetings.register import Entry, Held, State, coming, entries, items_of, meetings, took_place
from mingbai.kinds.meetings.shown import LEDGERS, REGISTER, SECTION, UNHELD, Row, Tag, address, item_address, row, tag
from mingbai.pages import Block, Draft, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import joined, say

_NEWEST = 2
"""Decisions on the home page; all stand in the register."""


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of meeting: how often it was held, when last, what is asked of it and by which article."""

    name: str
    address: str
    held: int
    last: str
    last_address: str
    asks: str
    footing: str


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter in a list: its procedure and how far it has come."""

    name: str
    address: str
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many decisions are in a state."""

    label: str
    n: int
    address: str
    kind: str


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`meetings/index.html`."""

    lede: str
    counts: tuple[Count, ...]
    coming: tuple[Row, ...]
    years: tuple[Year, ...]
    kinds: tuple[KindLine, ...]
    matters: tuple[MatterLine, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in a list."""

    topic: str
    address: str
    told: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Next:
    """The meeting that comes next, as the home page announces it: what, when and where, what about, who may come."""

    title: str
    address: str
    when: str
    topics: str
    open_to: str


@dataclass(frozen=True, slots=True)
class HomeContext:
    """`meetings/home.html`: what was decided last, what is late, what comes next."""

    lede: str
    overdue: int
    ongoing: int
    next_meeting: Next | None
    further: int
    next_due: str
    next_due_address: str
    newest: tuple[Decided, ...]


def drafts(view: View) -> Iterator[Draft]:
    """The index, the register, one page a meeting, one a matter."""
    yield _index(view)
    yield page_register.draft(view)
    yield from page_kind.drafts(view)
    yield from page_meeting.drafts(view)
    yield from page_matter.drafts(view)


def _index(view: View) -> Draft:
    held, soon = took_place(view.books), coming(view.books)
    past = [h for h in meetings(view.books) if h not in soon]
    years = years_of(view, past)
    context = IndexContext(
        _lede(view, held),
        _counts(view),
        tuple(row(view, h, year=True) for h in soon),
        years,
        tuple(_kinds(view, held)),
        tuple(_matters(view)),
    )
    toc = (
        *([Toc("将要召开", "coming")] if context.coming else []),
        *(Toc(say("{year} 年", year=y.year), y.anchor) for y in years),
        *([Toc(say("一件事，几次会"), "matters")] if context.matters else []),
        *([Toc("各种会议", "kinds")] if context.kinds else []),
    )
    newest = max((h.date for h in held), default=None)
    return Draft(SECTION, "会议与决定", context.lede, "meetings/index.html", context, (), newest, toc, source=LEDGERS)


def _lede(view: View, held: tuple[Held, ...]) -> str:
    if not held:
        return say("还没有公布会议。")
    year = held[-1].date.year
    recent = [h for h in held if h.date.year == year]
    passed = sum(e.result is Result.PASSED for h in recent for e in items_of(view.books, h))
    every = sum(e.result is Result.PASSED for h in held for e in items_of(view.books, h))
    last = held[-1]
    return say(
        "{year} 年开了 {n} 次会，作出 {passed} 项决定。最近一次是{month}月{day}日的{kind}。"
        if every == passed
        else "{year} 年开了 {n} 次会，作出 {passed} 项决定；连同往年一共 {every} 项，办得怎样数在下面。最近一次是{month}月{day}日的{kind}。",
        year=year,
        n=len(recent),
        passed=passed,
        every=every,
        month=last.date.month,
        day=last.date.day,
        kind=last.meeting.kind.zh,
    )


def _counts(view: View) -> tuple[Count, ...]:
    known = entries(view.books)
    shown = ((State.OVERDUE, "逾期没有办完", "overdue", "warn"), (State.ONGOING, "正在落实", "ongoing", ""), (State.DONE, "已经办完", "done", "in"))
    counts = ((label, sum(e.state is state for e in known), anchor, kind) for state, label, anchor, kind in shown)
    return tuple(Count(label, n, f"{REGISTER}#{anchor}" if n else REGISTER, kind if n else "") for label, n, anchor, kind in counts)


def _kinds(view: View, held: tuple[Held, ...]) -> Iterator[KindLine]:
    for body_id in dict.fromkeys(h.body.id for h in reversed(held)):
        own = [h for h in held if h.body.id == body_id]
        last = own[-1]
        yield KindLine(
            last.meeting.kind.zh,
            kind_address(last.meeting.kind),
            len(own),
            spoken(last.date),
            address(last),
            telling.requirements(last.body),
            telling.footing(last.body, view.books.law),
        )


def _matters(view: View) -> Iterator[MatterLine]:
    for course in courses(view.books):
        yield MatterLine(course.matter.name, matter_address(course.filed.id), course.matter.kind.zh, page_matter.lede(view, course))


def home(view: View) -> Iterator[Block]:
    """The newest decisions, what is late, what comes next."""
    as_of, known = view.books.as_of, entries(view.books)
    decided = sorted((e for e in known if e.result is not None and e.state not in UNHELD), key=lambda e: e.held.meeting.time, reverse=True)
    soon = coming(view.books)
    if not decided and not soon:
        return
    due = _next_due(known)
    yield Block(
        20,
        "meetings/home.html",
        HomeContext(
            page_register.summary(known),
            sum(e.state is State.OVERDUE for e in known),
            sum(e.state is State.ONGOING for e in known),
            _next(soon[0], as_of) if soon else None,
            len(soon) - 1 if soon else 0,
            _due_told(due, as_of) if due else "",
            item_address(due) if due else "",
            tuple(Decided(e.decision.topic, item_address(e), _decided(e), tag(e)) for e in decided[:_NEWEST]),
        ),
    )


def _next(held: Held, as_of: datetime.date) -> Next:
    meeting = held.meeting
    when = say("{clock}，{ahead}，在{where}", clock=telling.clock(meeting.time), ahead=telling.ahead(held.date, as_of), where=meeting.where)
    return Next(meeting.kind.zh, address(held), when, joined("；", (d.topic for d in meeting.decisions)), meeting.open_to or "")


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where meetings, decisions and matters stand on the site."""
    for held in meetings(view.books):
        yield held.meeting.at_, (address(held), telling.title(held))
        for entry in items_of(view.books, held):
            yield entry.decision.at_, (item_address(entry), f"{telling.title(held)} {entry.decision.topic}")
    for filed in view.books.of(Matter):
        if filed.record is not None:
            yield filed.record.at_, (matter_address(filed.id), filed.record.name)


def _decided(entry: Entry) -> str:
    return joined("，", filter(None, (telling.title(entry.held), telling.votes(entry))))


def _next_due(known: tuple[Entry, ...]) -> Entry | None:
    ongoing = [e for e in known if e.state is State.ONGOING and e.decision.carry_out]
    return min(ongoing, key=lambda e: e.decision.carry_out.deadline if e.decision.carry_out else datetime.date.max, default=None)


def _due_told(entry: Entry, as_of: datetime.date) -> str:
    carried = entry.decision.carry_out
    assert carried is not None
    return say("{topic}：{follow_up}", topic=entry.decision.topic, follow_up=telling.follow_up(carried, entry.state, as_of))
