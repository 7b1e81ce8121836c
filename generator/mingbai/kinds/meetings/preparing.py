"""MTG043–MTG046: a plan is open to opinions before the vote where the place asks for it; representatives are most of those due; short notice has its reason where the law allows it; supervisors attend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.records import Decision
from mingbai.kinds.meetings.register import Held, Phase, meetings
from mingbai.packs import affairs_of, cites, unsure
from mingbai.values.text import Text

_MATTERS = (Cite("collective", "26"),)
_MEMBERS = (Cite("urban-committee", "28"), Cite("village-committee", "29"))

NO_OPINIONS = Code(
    "MTG043",
    Severity.WARNING,
    Text("方案征求意见的时间不够", "too little time for opinions on a plan"),
    Text(
        "“{topic}”提交{body}表决以前应征求意见 {days} 天，{given}",
        "“{topic}” is open to opinions for {days:day|days} before a {body} votes on it; {given}",
    ),
    Text(
        "征求过的，在这一项里写“征求意见: {{起: 日期, 止: 日期}}”；没有征求的，网页会如实写明。",
        "If opinions were asked for, add “consulted: {{since: …, until: …}}”; if not, the page says so.",
    ),
    Text("重大事项的方案先让大家看、让大家提，再表决。", "Everybody sees the plan of a major matter and says what they think before it is voted on."),
    _MATTERS,
)
FEW_REPRESENTATIVES = Code(
    "MTG044",
    Severity.WARNING,
    Text("代表占组成人员的比例不够", "too few representatives"),
    Text(
        "{body}组成人员 {due} 人，推选的代表 {representatives} 人，不足 {share}（至少要 {least} 人）",
        "a {body} of {due} has {representatives} elected representatives, less than {share} ({least} needed)",
    ),
    Text("核对人数；代表确实不够的，按规定补选。", "Check the figures; if they are right, fill the seats of representatives."),
    Text(
        "代表会议的人里，推选出来的代表要占规定的比例，免得委员会自己表决自己的事。",
        "Most members are elected representatives, lest the committee decide alone.",
    ),
    _MEMBERS,
)
NOT_URGENT = Code(
    "MTG045",
    Severity.WARNING,
    Text("这种会不能临时通知", "this body may not be called at short notice"),
    Text("{body}写了“特殊情况”，法律没有允许它临时通知", "a {body} states a “special case”; the law allows it no short notice"),
    Text("去掉“特殊情况”，按规定的天数通知。", "Leave “urgent” out and give the notice laid down."),
    Text("法律只许居民会议、村民会议在特殊情况下临时通知。", "The law allows short notice to assemblies of residents and of villagers alone."),
    (Cite("urban-committee", "26"), Cite("village-committee", "25")),
)
NO_SUPERVISOR = Code(
    "MTG046",
    Severity.WARNING,
    Text("表决时没有监督委员会的人在场", "no supervisor at the vote"),
    Text("{body}表决了 {items} 项，“监督委员会到会”{told}{unsure}", "a {body} voted on {items:item|items}; “supervisors” {told}{unsure}"),
    Text(
        "在场的，补上“监督委员会到会: 人数”；确实没有人在场的，网页会如实写明。",
        "Add “supervisors: number” if they were there; if not, the page says so.",
    ),
    Text(
        "重大事项表决，监督委员会的人要在场，看着按规矩办。",
        "Supervisors are present where important matters are voted on, and see that it is done rightly.",
    ),
    (Cite("village-committee", "37"),),
)


@rule(NO_OPINIONS)
def plans_are_open_to_opinions(books: Books) -> Iterator[Diagnostic]:
    """Where the law of the place gives days for opinions, what it names and was put to the vote had been open to them as long, and closed before the vote."""
    for held in meetings(books):
        days = held.body.opinion_days
        if days is None or held.phase(books.as_of) is not Phase.HELD:
            continue
        for decision in held.meeting.decisions:
            asked = decision.consulted
            if (
                decision.yes is None
                or not _asked(books, held, decision)
                or (asked is not None and (min(asked.until, held.date) - asked.since).days >= days)
            ):
                continue
            said: dict[str, Any] = {"topic": decision.topic, "body": Text(held.body.name, held.body.english), "days": days}
            place = books.place(decision, "consulted" if asked else "topic")
            yield NO_OPINIONS.at(
                place, record=decision.at_, basis=cites(held.body.clauses("opinion_days")), given=_given(decision, held.date), **said
            )


def _asked(books: Books, held: Held, decision: Decision) -> bool:
    """Whether the plan is about a matter on which opinions are asked for; on every plan where none is named."""
    named = held.body.opinion_affairs
    return not named or any(
        a.id in named for a in affairs_of(books.law.on(held.date).affairs.values(), decision.affair, decision.topic, decision.text or "")
    )


def _given(decision: Decision, met: Any) -> Text:
    asked = decision.consulted
    if asked is None:
        return Text("没有写“征求意见”", "“consulted” is missing")
    given = max((min(asked.until, met) - asked.since).days, 0)
    return Text(f"只征求了 {given} 天", f"it was open for {given}")


@rule(FEW_REPRESENTATIVES)
def representatives_are_most_of_those_due(books: Books) -> Iterator[Diagnostic]:
    """Where the pack lays down a share of elected representatives and their number is stated, they have it."""
    for held in meetings(books):
        meeting, share = held.meeting, held.body.representatives
        if share is None or meeting.due is None or meeting.representatives is None or share.met(meeting.representatives, meeting.due):
            continue
        yield FEW_REPRESENTATIVES.at(
            books.place(meeting, "representatives"),
            record=meeting.at_,
            basis=cites(held.body.clauses("representatives")),
            body=Text(held.body.name, held.body.english),
            due=meeting.due,
            representatives=meeting.representatives,
            share=f"{share.part}/{share.whole}",
            least=share.least(meeting.due),
        )


@rule(NOT_URGENT)
def short_notice_is_for_the_assemblies_alone(books: Books) -> Iterator[Diagnostic]:
    """A special case is stated only of a body that the law lets be called at short notice."""
    for held in meetings(books):
        if held.meeting.urgent is not None and not held.body.urgent and held.body.notice_days is not None:
            yield NOT_URGENT.at(books.place(held.meeting, "urgent"), record=held.meeting.at_, body=Text(held.body.name, held.body.english))


@rule(NO_SUPERVISOR)
def supervisors_attend_the_vote(books: Books) -> Iterator[Diagnostic]:
    """Where the pack asks for it, somebody of the supervisory committee was present when something was put to the vote."""
    for held in meetings(books):
        items = sum(d.yes is not None for d in held.meeting.decisions)
        if not held.body.supervised or not items or held.meeting.supervisors or held.phase(books.as_of) is not Phase.HELD:
            continue
        none = held.meeting.supervisors == 0
        told = Text("是 0 人", "is 0") if none else Text("没有写", "is missing")
        place = books.place(held.meeting, "supervisors" if none else "time")
        said: dict[str, Any] = {"body": Text(held.body.name, held.body.english), "items": items, "told": told}
        yield NO_SUPERVISOR.at(place, record=held.meeting.at_, unsure=unsure(held.body.rests("supervised").standing), **said)
