"""`meetings/<id>/`: one meeting with its attendance, its votes and what became of each decision."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.meetings import telling
from mingbai.kinds.meetings.arithmetic import ways_for
from mingbai.kinds.meetings.citing import Uses, uses_of
from mingbai.kinds.meetings.invitation import invitations
from mingbai.kinds.meetings.records import CarryOut, Decision, Electorate, Matter, Meeting
from mingbai.kinds.meetings.register import Entry, Held, Phase, State, items_of, meetings
from mingbai.kinds.meetings.shown import SECTION_CRUMB, STATE_TAGS, UNHELD, Tag, Warned, address, anchor, tag, warned
from mingbai.kinds.meetings.tally import attendance
from mingbai.pages import Draft, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import joined, of, say


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way from a decision to its end; `state`: done, now, todo or late."""

    title: str
    when: datetime.date
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what was proposed, how many voted how, what came of it, who relies on it.

    Attributes:
        reckoning: the sentence with the integers; note: what is said of proxies; others: invalid votes and recusals in words.
        follow_up: who does it by when; standing: its state as a tag, None where there is nothing to carry out.
    """

    anchor: str
    title: str
    decision: Decision
    tag: Tag
    facts: tuple[tuple[str, str], ...]
    reckoning: str
    note: str
    others: str
    follow_up: str
    standing: Tag | None
    steps: tuple[Step, ...]
    uses: tuple[Uses, ...]
    warned: tuple[Warned, ...]


@dataclass(frozen=True, slots=True)
class MeetingContext:
    """`meetings/meeting.html`.

    Attributes:
        planned: nothing is to be told of what happened: to come, called off, or not written down.
        unit: what people are counted in, 人 or 户.
        notice: of a meeting to come: when, where, who may come; empty else.
    """

    lede: str
    planned: bool
    notice: tuple[tuple[str, str], ...]
    meeting: Meeting
    warned: tuple[Warned, ...]
    people: tuple[tuple[str, int, str], ...]
    unit: str
    enough: str
    items: tuple[Item, ...]
    facts: tuple[tuple[str, str, str], ...]
    asks: str
    footing: str
    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    source: str


def drafts(view: View) -> list[Draft]:
    """A page for every meeting, each leading to the one before and after."""
    known = meetings(view.books)
    around = zip((None, *known), known, (*known[1:], None), strict=False)
    return [_draft(view, held, before, after) for before, held, after in around]


def _draft(view: View, held: Held, before: Held | None, after: Held | None) -> Draft:
    context = _context(view, held, before, after)
    toc = (
        *(Toc(i.title, i.anchor) for i in context.items),
        *([Toc("发言摘要", "minutes")] if held.meeting.minutes else []),
        Toc("会议情况", "about"),
    )
    return Draft(
        address(held),
        telling.title(held),
        context.lede,
        "meetings/meeting.html",
        context,
        (SECTION_CRUMB,),
        updated(held, view.books.as_of),
        (*([Toc("到会人数", "people")] if context.people else []), *toc),
        told=invitations(held.meeting, held.phase(view.books.as_of), telling.title(held), context.lede, address(held)),
        source=context.source,
    )


def updated(held: Held, as_of: datetime.date) -> datetime.date | None:
    """The newest day the meeting's record speaks of, not after today; None where it speaks only of days to come."""
    meeting = held.meeting
    dated = (day for d in meeting.decisions for day in (d.published, d.outcome_published))
    carried = [d.carry_out for d in meeting.decisions if d.carry_out]
    done = (*(p.date for c in carried for p in c.progress), *(c.done for c in carried))
    off = meeting.cancelled.date if meeting.cancelled else None
    return max((d for d in (held.date, meeting.notified, off, *dated, *done) if d is not None and d <= as_of), default=None)


def _context(view: View, held: Held, before: Held | None, after: Held | None) -> MeetingContext:
    meeting, as_of = held.meeting, view.books.as_of
    entries = items_of(view.books, held)
    phase = held.phase(as_of)
    planned = phase is not Phase.HELD
    return MeetingContext(
        telling.opening(held, entries, as_of),
        planned,
        _notice(held, as_of) if phase is Phase.COMING else (),
        meeting,
        warned(view, view.findings.on(meeting)),
        () if planned else _people(meeting),
        meeting.counts.unit.zh,
        "" if planned else _enough(held),
        tuple(_item(view, e) for e in entries),
        _facts(view, held),
        telling.requirements(held.body, households=meeting.counts is Electorate.HOUSEHOLDS),
        telling.footing(held.body, view.books.law),
        (telling.title(before), address(before)) if before else None,
        (telling.title(after), address(after)) if after else None,
        held.filed.path,
    )


def _notice(held: Held, as_of: datetime.date) -> tuple[tuple[str, str], ...]:
    """What a resident wants to know of a meeting to come."""
    meeting = held.meeting
    return (
        ("什么时候", say("{clock}，{ahead}", clock=telling.clock(meeting.time), ahead=telling.ahead(held.date, as_of))),
        ("在哪里", meeting.where),
        ("谁可以来", meeting.open_to or say("公告没有写明，想旁听的先问{convener}", convener=meeting.convener)),
        ("议什么", joined("；", (d.topic for d in meeting.decisions))),
    )


def _people(meeting: Meeting) -> tuple[tuple[str, int, str], ...]:
    heads = (
        ("应到", meeting.due, say("每户派一名代表，共有多少户") if meeting.counts is Electorate.HOUSEHOLDS else "有权参加会议的人数"),
        ("亲到", meeting.in_person, ""),
        ("委托", meeting.proxies, "书面委托别人代为表决"),
        ("缺席", meeting.absent, ""),
    )
    return tuple((label, n, note if n else "") for label, n, note in heads if n is not None and (n or label in ("应到", "亲到")))


def _enough(held: Held) -> str:
    """Whether enough people came, in a sentence; one for each way of counting proxies where they differ."""
    if held.body.quorum is None:
        return say("{kind}没有规定最少要到多少人。", kind=held.meeting.kind.zh)
    ways = [w for w in ways_for(held.meeting, held.body) if w.present is not None]
    alike = len({w.quorum_met for w in ways}) == 1
    return joined("", (say("{told}。", told=of(attendance(held.meeting, held.body, way))) for way in (ways[:1] if alike else ways)))


def _facts(view: View, held: Held) -> tuple[tuple[str, str, str], ...]:
    meeting = held.meeting
    matters = [
        (id, view.books.find("matter", id, held.filed))
        for id in dict.fromkeys((*meeting.matters, *(d.matter for d in meeting.decisions if d.matter)))
    ]
    return (
        ("时间", telling.clock(meeting.time), ""),
        ("地点", meeting.where, ""),
        ("通知日期", telling.notice(held), ""),
        ("临时通知的原因", meeting.urgent or "", ""),
        ("召集", meeting.convener, ""),
        ("主持", meeting.chair or "", ""),
        ("记录", meeting.clerk or "", ""),
        ("谁可以来", meeting.open_to or "", ""),
        ("监督委员会到会", "" if meeting.supervisors is None else say("{supervisors} 人", supervisors=meeting.supervisors), ""),
        ("应到人员中推选的代表", "" if meeting.representatives is None else say("{n} 人", n=meeting.representatives), ""),
        ("应到人员中的妇女", "" if meeting.women is None else say("{women} 人", women=meeting.women), ""),
        ("列席", joined("、", meeting.attending), ""),
        *(("事项", m.name, f"meetings/matters/{id}/") for id, m in matters if isinstance(m, Matter)),
        *((key, value, "") for key, value in meeting.extra.items()),
    )


def _item(view: View, entry: Entry) -> Item:
    decision, carried = entry.decision, entry.decision.carry_out
    as_of = view.books.as_of
    planned = entry.state in UNHELD
    shown = carried if carried is not None and not planned else None
    return Item(
        anchor(entry),
        say("第 {number} 项 {topic}", number=decision.number, topic=decision.topic),
        decision,
        tag(entry),
        (
            ("提议", decision.proposer or ""),
            ("党组织研究", spoken(decision.party_discussed) if decision.party_discussed else ""),
            ("征求意见", telling.consulted(decision)),
            ("表决方式", decision.method.zh if decision.method else ""),
            ("特别事项", telling.special(entry.held.body, decision)),
            ("大事", telling.affairs(view.books.law.on(entry.held.date), entry.held.body, decision)),
            ("决议公开", spoken(decision.published) if decision.published else ""),
            ("结果公开", spoken(decision.outcome_published) if decision.outcome_published else ""),
        ),
        "" if planned else of(entry.tally.vote if entry.held.meeting.in_person is not None else entry.tally.text),
        "" if planned else of(entry.tally.note),
        telling.others(entry),
        telling.follow_up(shown, entry.state, as_of) if shown else "",
        STATE_TAGS[entry.state] if shown or entry.state is State.UNASSIGNED else None,
        _steps(entry, shown) if shown else (),
        uses_of(view, entry.id),
        warned(view, view.findings.on(decision)),
    )


def _steps(entry: Entry, carried: CarryOut) -> tuple[Step, ...]:
    done = [Step(p.text, p.date, "", "done") for p in sorted(carried.progress, key=lambda p: p.date)]
    if carried.done is not None:
        last = done.pop().title if done and done[-1].when == carried.done else ""
        end = [Step("办完", carried.done, last, "done")]
    else:
        end = [Step("应当办完的日子", carried.deadline, "", "late" if entry.state is State.OVERDUE else "todo")]
    first = Step("会议通过", entry.held.date, "", "done")
    return (first, *sorted((*done, *end), key=lambda s: s.when))
