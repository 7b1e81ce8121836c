"""`meetings/decisions/`: every decision with its state (决定台账), rejected ones too."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.meetings import telling
from mingbai.kinds.meetings.page_meeting import updated
from mingbai.kinds.meetings.register import Entry, State, entries
from mingbai.kinds.meetings.shown import LEDGERS, REGISTER, SECTION_CRUMB, STATE_TAGS, UNHELD, Tag, item_address
from mingbai.pages import Draft, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import joined, say

SECTIONS = (
    (State.OVERDUE, "overdue", "逾期没有办完", "期限已经过了，还没有办完。"),
    (State.ONGOING, "ongoing", "正在落实", "通过了，期限还没有到。"),
    (State.UNASSIGNED, "unassigned", "通过了，还没有安排", "通过了，但没有写由谁在什么时候办完。"),
    (State.DONE, "done", "已经办完", ""),
    (State.REJECTED, "rejected", "没有通过", "同意的人数不够。没有通过的议题同样公布。"),
    (State.NO_QUORUM, "no-quorum", "到会人数不够", "到会人数没有达到规定，不能作出决定。"),
    (State.DEFERRED, "deferred", "暂缓", "会议决定以后再议。"),
)
"""The sections of the page in order: state, anchor, heading, what it means."""


@dataclass(frozen=True, slots=True)
class Line:
    """One decision of the register."""

    date: datetime.date
    topic: str
    address: str
    meeting: str
    votes: str
    responsible: str
    deadline: datetime.date | None
    done: datetime.date | None
    newest: str


@dataclass(frozen=True, slots=True)
class Section:
    """The decisions of one state, newest meeting first."""

    anchor: str
    heading: str
    meaning: str
    tag: Tag
    follows: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RegisterContext:
    """`meetings/decisions.html`."""

    lede: str
    late: str
    sections: tuple[Section, ...]


def draft(view: View) -> Draft:
    """The decisions register."""
    known = entries(view.books)
    sections = tuple(s for s in (_section(known, *about) for about in SECTIONS) if s.lines)
    total, overdue = sum(len(s.lines) for s in sections), sum(e.state is State.OVERDUE for e in known)
    lede = say("截至{as_of}，会议处理过的议题共 {total} 项", as_of=spoken(view.books.as_of), total=total) + (
        say("：{summary}。", summary=summary(known)) if total else "。"
    )
    return Draft(
        REGISTER,
        "决定台账",
        lede,
        "meetings/decisions.html",
        RegisterContext(lede, say("{overdue} 项过了期限还没有办完。", overdue=overdue) if overdue else "", sections),
        (SECTION_CRUMB,),
        max((day for e in known if e.state not in UNHELD and (day := updated(e.held, view.books.as_of))), default=None),
        tuple(Toc(say("{heading}（{n}）", heading=s.heading, n=len(s.lines)), s.anchor) for s in sections),
        source=LEDGERS,
    )


def summary(known: tuple[Entry, ...]) -> str:
    """逾期 1 项，落实中 6 项，已完成 24 项."""
    counts = ((STATE_TAGS[state].word, sum(e.state is state for e in known)) for state, *_ in SECTIONS)
    return joined("，", (say("{word} {n} 项", word=word, n=n) for word, n in counts if n))


def _section(known: tuple[Entry, ...], state: State, anchor: str, heading: str, meaning: str) -> Section:
    found = sorted((e for e in known if e.state is state), key=lambda e: e.held.meeting.time, reverse=True)
    follows = state in (State.OVERDUE, State.ONGOING, State.DONE)
    return Section(anchor, heading, meaning, STATE_TAGS[state], follows, tuple(_line(e) for e in found))


def _line(entry: Entry) -> Line:
    carried = entry.decision.carry_out
    return Line(
        entry.held.date,
        entry.decision.topic,
        item_address(entry),
        entry.held.meeting.kind.zh,
        telling.votes(entry),
        carried.responsible if carried else "",
        carried.deadline if carried else None,
        carried.done if carried else None,
        telling.newest(carried),
    )
