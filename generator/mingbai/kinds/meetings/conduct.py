"""MTG021–MTG026: what was recorded is clear, but how the meeting was called, decided or followed up breaks a rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.records import Decision, Result
from mingbai.kinds.meetings.register import State, entries, meetings
from mingbai.packs import Body, cites
from mingbai.values.days import spoken
from mingbai.values.text import Text

_NOTICE = (Cite("urban-committee", "26"), Cite("village-committee", "25"), Cite("collective", "27"))
_PARTY = (Cite("urban-committee", "30"), Cite("village-committee", "28"), Cite("collective", "26"))
_OPEN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))


def _warning(number: int, title: Text, message: Text, remedy: Text, asks: Text, basis: tuple[Cite, ...]) -> Code:
    return Code(f"MTG{number:03d}", Severity.WARNING, title, message, remedy, asks, basis)


LATE_NOTICE = _warning(
    21,
    Text("开会通知晚了", "notice too short"),
    Text(
        "{body}应提前 {days} 天通知，{notified}通知、{met}开会，只提前 {given} 天",
        "a {body} is called {days:day|days} ahead; called on {notified} for {met}, that is {given}",
    ),
    Text(
        "日期写错了就改正；居民会议、村民会议有特殊情况的，在“特殊情况”里写明原因；确实通知晚了，网页会如实写明。下次最晚在开会前第 {days} 天通知。",
        "Mend the date if it is wrong; an assembly of residents or villagers may state a “special case”; otherwise the page says so. Next time call it {days:day|days} before.",
    ),
    Text("提前通知，居民才来得及安排时间、了解议题。", "Residents need time to arrange to come and to learn what it is about."),
    _NOTICE,
)
NO_NOTICE = _warning(
    22,
    Text("没有写通知日期", "date of notice missing"),
    Text("{body}应提前 {days} 天通知，这里没有“通知日期”", "a {body} is called {days:day|days} ahead; “notified” is missing"),
    Text("补上“通知日期: 贴出通知的那一天”。", "Add “notified: the day it was called”."),
    Text("写明哪天通知的，居民才能核对是否提前。", "Only with the date can residents see that it was called in time."),
    _NOTICE,
)
NO_PARTY = _warning(
    23,
    Text("没有写党组织研究日期", "no discussion by the party organisation"),
    Text("提交{body}表决的“{topic}”没有“党组织研究日期”", "“{topic}”, put to a {body}, has no “party_discussed”"),
    Text("补上“党组织研究日期: 日期”；确实没有研究的，网页会如实写明。", "Add the date; if it was not discussed, the page says so."),
    Text("重要事项提交表决前，先由党组织研究讨论。", "Before an important matter is put to the vote, the party organisation discusses it."),
    _PARTY,
)
PARTY_AFTER = _warning(
    24,
    Text("党组织研究在表决之后", "discussed by the party organisation after the vote"),
    Text("党组织研究日期{discussed}晚于开会那天（{met}）", "discussed on {discussed}, after the meeting on {met}"),
    Text("核对日期；研究应当在表决之前。", "Check the date: discussion comes before the vote."),
    Text("先研究，后表决。", "Discussion first, then the vote."),
    _PARTY,
)
NO_CARRY_OUT = Code(
    "MTG025",
    Severity.ADVICE,
    Text("通过的决议没有写怎么落实", "a passed decision without follow-up"),
    Text("“{topic}”通过了，没有“落实”", "“{topic}” passed, but nothing says who carries it out"),
    Text("补上“落实:”，写责任人和期限，办一步记一条进度。", "Add “carry_out” with who and by when; note each step."),
    Text("决议通过只是开头，居民要知道谁去办、什么时候办完。", "A decision is only the beginning: residents want to know who does it, by when."),
    _OPEN,
)
OVERDUE = _warning(
    26,
    Text("决议逾期没有落实", "decision overdue"),
    Text("“{topic}”应在{deadline}前办完，已过 {days} 天，还没有办完的记录", "“{topic}” was due on {deadline}, {days:day|days} ago, and is not done"),
    Text(
        "办完了就补上“完成: 日期”；没办完就记一条进度，说明原因和打算。要改期限，由原会议再定。",
        "Add “done” if it is; else note the reason. A new deadline is for the same body to set.",
    ),
    Text("每项决议都要有下文，过期没有办完的如实公布。", "Every decision has an outcome; what is late is published as late."),
    _OPEN,
)


def _day(date: datetime.date) -> Text:
    """A day as the public reads it: these findings stand on the page."""
    return Text(spoken(date), date.isoformat())


def _name(body: Body) -> Text:
    return Text(body.name, body.english)


@rule(LATE_NOTICE, NO_NOTICE)
def called_in_time(books: Books) -> Iterator[Diagnostic]:
    """A body that must be called some days ahead is called that early, and the day is stated; where the law allows it, a special case that is stated excuses."""
    for held in meetings(books):
        meeting, days = held.meeting, held.body.notice_days
        if days is None or (held.body.urgent and meeting.urgent is not None):
            continue
        if meeting.notified is None:
            yield NO_NOTICE.at(
                books.place(meeting), record=meeting.at_, basis=cites(held.body.clauses("notice_days")), body=_name(held.body), days=days
            )
        elif (given := (held.date - meeting.notified).days) < days:
            yield LATE_NOTICE.at(
                books.place(meeting, "notified"),
                record=meeting.at_,
                basis=cites(held.body.clauses("notice_days")),
                body=_name(held.body),
                days=days,
                notified=_day(meeting.notified),
                met=_day(held.date),
                given=given,
            )


def _put_to_vote(decision: Decision) -> bool:
    return decision.yes is not None or decision.result in (Result.PASSED, Result.REJECTED, Result.NO_QUORUM)


@rule(NO_PARTY, PARTY_AFTER)
def party_discusses_first(books: Books) -> Iterator[Diagnostic]:
    """Where the pack asks for it, the party organisation has discussed an item before it is put to the vote."""
    for held in meetings(books):
        for decision in held.meeting.decisions:
            discussed = decision.party_discussed
            if discussed is None and held.body.party_first and _put_to_vote(decision):
                yield NO_PARTY.at(books.place(decision), record=decision.at_, body=_name(held.body), topic=decision.topic)
            elif discussed is not None and discussed > held.date:
                yield PARTY_AFTER.at(books.place(decision, "party_discussed"), record=decision.at_, discussed=_day(discussed), met=_day(held.date))


@rule(NO_CARRY_OUT, OVERDUE)
def decisions_are_carried_out(books: Books) -> Iterator[Diagnostic]:
    """Every passed decision says who carries it out by when, and is done by then."""
    for entry in entries(books):
        decision, carried = entry.decision, entry.decision.carry_out
        if entry.state is State.UNASSIGNED:
            yield NO_CARRY_OUT.at(books.place(decision), topic=decision.topic)
        elif entry.state is State.OVERDUE and carried is not None:
            days = (books.as_of - carried.deadline).days
            yield OVERDUE.at(books.place(carried, "deadline"), record=decision.at_, topic=decision.topic, deadline=_day(carried.deadline), days=days)
