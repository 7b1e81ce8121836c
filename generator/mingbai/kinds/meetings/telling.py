"""Plain sentences of meetings and decisions, made from the data: who met, how many voted how, who does it by when."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from mingbai.kinds.meetings.records import CarryOut, Decision, Meeting, Result
from mingbai.kinds.meetings.register import Entry, Held, Phase, State
from mingbai.kinds.meetings.tally import special_of
from mingbai.packs import Body, Law, Standing, affairs_of, unsure
from mingbai.packs.bodies import Base
from mingbai.packs.telling import grounded, members
from mingbai.values.days import spoken
from mingbai.values.numbers import Threshold
from mingbai.values.speech import joined, of, say
from mingbai.values.text import Text

_TIED = "\N{NO-BREAK SPACE}"
_WEEK = "一二三四五六日"


def title(held: Held) -> str:
    """2026年3月5日 议事会."""
    return say("{day} {kind}", day=spoken(held.date), kind=held.meeting.kind.zh)


def clock(moment: datetime.datetime) -> str:
    """2026年3月5日（星期四）14:30."""
    return say("{date}（星期{week}）{moment:%H:%M}", date=spoken(moment.date()), week=_WEEK[moment.weekday()], moment=moment)


def opening(held: Held, entries: Sequence[Entry], as_of: datetime.date) -> str:
    """What happened, in two or three sentences."""
    meeting = held.meeting
    chaired = say("，{chair}主持", chair=meeting.chair) if meeting.chair else ""
    met = say("{convener}召集{chaired}，在{where}", convener=meeting.convener, chaired=chaired, where=meeting.where)
    phase = held.phase(as_of)
    if phase is Phase.COMING:
        return say(
            "{clock}，在{where}召开{kind}，由{convener}召集{chaired}。{agenda}",
            clock=clock(meeting.time),
            where=meeting.where,
            kind=meeting.kind.zh,
            convener=meeting.convener,
            chaired=chaired,
            agenda=_agenda(len(entries)),
        )
    if phase is Phase.CANCELLED and meeting.cancelled is not None:
        return say(
            "原定{clock}在{where}召开的{kind}没有开。{rstrip}。",
            clock=clock(meeting.time),
            where=meeting.where,
            kind=meeting.kind.zh,
            rstrip=meeting.cancelled.reason.rstrip("。"),
        )
    if phase is Phase.UNRECORDED:
        return say(
            "原定{clock}在{where}召开{kind}。日子已经过了，还没有会议记录。", clock=clock(meeting.time), where=meeting.where, kind=meeting.kind.zh
        )
    unit = meeting.counts.unit.zh
    came = say("到会 {present} {unit}。", present=present, unit=unit) if (present := presence(meeting)) is not None else ""
    due = say("应到 {due} {unit}，", due=meeting.due, unit=unit) if meeting.due is not None and came else ""
    return say(
        "{clock}，{met}召开{kind}。{due}{came}{results}",
        clock=clock(meeting.time),
        met=met,
        kind=meeting.kind.zh,
        due=due,
        came=came,
        results=results(entries),
    )


def _agenda(items: int) -> str:
    return say("要议 {items} 件事，列在下面。会议还没有开。", items=items) if items else say("会议还没有开，议题还没有公布。")


def ahead(date: datetime.date, as_of: datetime.date) -> str:
    """今天, 明天, 还有 10 天."""
    days = (date - as_of).days
    return {0: "今天", 1: "明天"}.get(days, say("还有 {days} 天", days=days))


def presence(meeting: Meeting) -> int | None:
    """Present in person and by proxy; None where nobody was counted."""
    return None if meeting.in_person is None else meeting.in_person + (meeting.proxies or 0)


_RESULTS = (
    (Result.PASSED, "通过"),
    (Result.REJECTED, "未通过"),
    (Result.NO_QUORUM, "因人数不够没有作出决定"),
    (Result.DEFERRED, "暂缓"),
    (None, "只讨论"),
)


def results(entries: Sequence[Entry]) -> str:
    """共 3 项议题：通过 2 项，未通过 1 项。."""
    return say("共 {n} 项议题：{counted}。", n=len(entries), counted=counted(entries)) if entries else say("没有形成决议。")


def counted(entries: Sequence[Entry]) -> str:
    """通过 2 项，未通过 1 项."""
    by_result = Counter(e.result for e in entries)
    return joined("，", (say("{word} {by_result} 项", word=word, by_result=by_result[result]) for result, word in _RESULTS if by_result[result]))


def others(entry: Entry) -> str:
    """另有无效 1 票、回避 1 人。; empty where there were none."""
    d = entry.decision
    said = [
        *([say("无效 {invalid} 票", invalid=d.invalid)] if d.invalid else []),
        *([say("因有利害关系回避 {recused} 人", recused=d.recused)] if d.recused else []),
    ]
    return say("另有{list}。", list=joined("、", said)) if said else ""


def follow_up(carried: CarryOut, state: State, as_of: datetime.date) -> str:
    """Who does it by when, and how it stands."""
    who = say("由{responsible}负责", responsible=carried.responsible)
    left = (carried.deadline - as_of).days
    if carried.done is not None:
        early = (carried.deadline - carried.done).days
        timing = say("，比期限早 {early} 天", early=early) if early > 0 else say("，比期限晚 {x} 天", x=-early) if early < 0 else ""
        return say("{who}，{done}已经办完{timing}。", who=who, done=spoken(carried.done), timing=timing)
    if state is State.OVERDUE:
        return say("{who}，应在{deadline}前办完，已经过了 {x} 天，还没有办完。", who=who, deadline=spoken(carried.deadline), x=-left)
    return say("{who}，{deadline}前办完，", who=who, deadline=spoken(carried.deadline)) + (
        say("还有 {left} 天。", left=left) if left else say("今天到期。")
    )


def newest(carried: CarryOut | None) -> str:
    """The last report of progress: 10月19日：仍未划线。."""
    if carried is None or not carried.progress:
        return ""
    last = max(carried.progress, key=lambda p: p.date)
    return say("{month}月{day}日：{text}", month=last.date.month, day=last.date.day, text=last.text)


def notice(held: Held) -> str:
    """2026年2月25日，提前 8 天; empty where it was not written down."""
    called = held.meeting.notified
    if called is None:
        return ""
    ahead = (held.date - called).days
    return spoken(called) + (say("，提前 {ahead} 天", ahead=ahead) if ahead > 0 else "")


def requirements(body: Body, *, households: bool = False) -> str:
    """What is asked of the body, in words: 每 6 个月至少开一次，应到人员 2/3 以上到会才能开，到会人员过半数同意才能通过。."""
    whom = "全体" if body.base is Base.ALL else "到会"
    said = (
        say("每 {every_months} 个月至少开一次", every_months=body.every_months) if body.every_months else "",
        *(say("{share}{who}提议就应当召开", share=of(a.share.text), who=of(Text(a.who, a.english))) for a in body.asked_by),
        say("提前 {notice_days} 天通知", notice_days=body.notice_days) if body.notice_days else "",
        say("有特殊情况的可以临时通知") if body.urgent else "",
        say("先由党组织研究讨论") if body.party_first else "",
        say("方案征求意见不少于 {days} 天", days=body.opinion_days) if body.opinion_days else "",
        *members(body.makeup),
        say("表决时监督委员会要有人在场{unsure}", unsure=of(unsure(body.rests("supervised").standing))) if body.supervised else "",
        say("应到{told}{share}到会才能开", told="的户" if households else "人员", share=_share(body.quorum)) if body.quorum else "",
        say("每户派代表参加的，{strip}的户到会就能开", strip=_share(body.households).strip()) if body.households and not households else "",
        say("{whom}人员{share}同意才能通过", whom=whom, share=_share(body.majority)) if body.majority else "",
        say("推选的代表应占{share}", share=_share(body.representatives)) if body.representatives else "",
        say("妇女应占{share}", share=_share(body.women)) if body.women else "",
    )
    return joined("，", filter(None, said)) + "。" if any(said) else ""


def special(body: Body, decision: Decision) -> str:
    """The special matter of a decision, named or known by its topic; empty where it is none."""
    if decision.special is not None:
        return decision.special
    found = special_of(decision, body.specials)
    return of(Text(found.matter, found.english)) if found else ""


def affairs(law: Law, body: Body, decision: Decision) -> str:
    """The matters of weight that a decision of a body is about, as the packs name them; empty where it is about none that concerns this body."""
    found = affairs_of(law.affairs.values(), decision.affair, decision.topic, decision.text or "")
    return joined("、", (of(Text(a.name, a.english)) for a in found if decision.affair or body.id in (*a.bodies, *a.not_by, *a.outside)))


def _share(threshold: Threshold) -> str:
    half = (threshold.part, threshold.whole, threshold.inclusive) == (1, 2, False)
    return "过半数" if half else f" {of(threshold.text)}"


def footing(body: Body, law: Law) -> str:
    """Where the requirements come from: the article, with that of single figures where it is another; or that they are a default to be confirmed."""
    cited = grounded(body, law.cite)
    if body.firmness is Standing.DEFAULT:
        told = (
            say("法律没有具体规定，照{origin}，由当地确认", origin=of(body.origin))
            if body.source
            else say("法律没有具体规定，按通行做法，由当地确认")
        )
        return told + (say("；参照{cited}", cited=cited) if cited else "")
    return cited


def consulted(decision: Decision) -> str:
    """2026年1月5日至1月20日，收到意见 12 条; empty where nothing was written down."""
    asked = decision.consulted
    if asked is None:
        return ""
    received = say("，收到意见 {n} 条", n=asked.received) if asked.received is not None else ""
    return say("{since}至{until}", since=spoken(asked.since), until=spoken(asked.until)) + received


def votes(entry: Entry) -> str:
    """同意 14，反对 2，弃权 1; empty where nobody voted."""
    d = entry.decision
    return "" if d.yes is None else say("同意{tied}{yes}，反对{tied}{x}，弃权{tied}{x2}", tied=_TIED, yes=d.yes, x=d.no or 0, x2=d.abstain or 0)
