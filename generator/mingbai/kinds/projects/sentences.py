"""A project in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.kinds.meetings.records import Decision, Meeting
from mingbai.kinds.projects.records import SourceKind, Survey
from mingbai.kinds.projects.standing import Standing, State
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

_NAMED = 3
"""So many funds are named in the first sentences; all stand in the table of lines."""
COLOURS = {
    State.PLANNED: "wait",
    State.UNDER_WAY: "now",
    State.FINISHED: "info",
    State.REJECTED: "no",
    State.ACCEPTED: "info",
    State.SETTLED: "ok",
    State.STOPPED: "past",
}


def one(s: Standing, funds: Sequence[str] = ()) -> str:
    """A project in two or three sentences: what, where, how much, from which funds, how far."""
    p = s.project
    where = say("，在{place}", place=p.place) if p.place else ""
    who = say("，由{contractor}承办", contractor=p.contractor) if p.contractor else ""
    told = [say("{kind}项目{where}，预算 {budget} 元{who}。", kind=p.kind.zh, where=where, budget=grouped(s.budget), who=who)]
    paid = say("账上已付 {spent} 元", spent=grouped(s.spent))
    if funds:
        paid += say("（出自{funds}{more}）", funds=joined("、", funds[:_NAMED]), more="等" if len(funds) > _NAMED else "")
    if s.labour:
        paid += say("，投劳折资 {labour} 元", labour=grouped(s.labour))
    if p.outturn:
        owed = say("，还有 {owed} 元没有到期", owed=grouped(p.outturn.owed)) if p.outturn.owed else ""
        told.append(say("决算 {amount} 元，{paid}{owed}。", amount=grouped(p.outturn.amount), paid=paid, owed=owed))
    else:
        told.append(say("{paid}。", paid=paid))
    if p.acceptance and s.state is not State.STOPPED:
        told.append(say("{day}验收，结论：{conclusion}。", day=spoken(p.acceptance.day), conclusion=p.acceptance.conclusion.zh))
    return joined("", told)


def decided(decision: Decision, meeting: Meeting) -> str:
    """Who decided it by which vote: 2026年3月28日居民代表会议表决：同意 40，反对 2。; the meeting alone where no votes were written down."""
    day, kind = spoken(meeting.time.date()), meeting.kind.zh
    if decision.yes is None:
        return say("{day}{kind}议定。", day=day, kind=kind)
    return say("{day}{kind}表决：同意 {yes}，反对 {no}。", day=day, kind=kind, yes=decision.yes, no=decision.no or 0)


def late(s: Standing) -> str:
    """What stands out of one project."""
    return say("超出预算 {over} 元。", over=grouped(s.over)) if s.over else ""


def every(standings: Sequence[Standing]) -> str:
    """All projects in a sentence: how many, how far, how much."""
    if not standings:
        return say("一事一议、公益金、为民服务资金、惠民和工程项目，谁定的、钱从哪里来、花了多少、谁验收，都会公布在这里。")
    count = {state: sum(s.state is state for s in standings) for state in State}
    going = count[State.UNDER_WAY] + count[State.FINISHED] + count[State.ACCEPTED] + count[State.REJECTED]
    parts = [say("{going} 个正在办", going=going)] if going else []
    parts += [say("{count} 个已决算", count=count[State.SETTLED])] if count[State.SETTLED] else []
    parts += [say("{count} 个还没有开工", count=count[State.PLANNED])] if count[State.PLANNED] else []
    parts += [say("{count} 个已终止", count=count[State.STOPPED])] if count[State.STOPPED] else []
    return say(
        "共有 {n} 个项目：{list}。每个项目谁定的、钱从哪里来、花了多少、谁验收，都在各自的页面上。", n=len(standings), list=joined("，", parts)
    )


def late_all(standings: Sequence[Standing]) -> str:
    """What stands out of all of them."""
    over = [s for s in standings if s.over]
    return say("{n} 个超出预算，共超 {sum} 元。", n=len(over), sum=grouped(sum(s.over for s in over))) if over else ""


def survey(one: Survey) -> str:
    """How many were content, per thousand by whole numbers."""
    share = (2000 * one.content + one.asked) // (2 * one.asked) if one.asked else 0
    how = say("（{method}）", method=one.method) if one.method else ""
    return say(
        "{day}问了 {asked} 人{how}，{content} 人满意，满意率 {share}.{share2}%",
        day=spoken(one.day),
        asked=one.asked,
        how=how,
        content=one.content,
        share=share // 10,
        share2=share % 10,
    )


def outturn(s: Standing) -> str:
    """How the asserted outturn is made up, and what became of the difference to the budget."""
    o = s.project.outturn
    if o is None:
        return ""
    parts = [say("账上已付 {spent} 元", spent=grouped(s.spent))]
    parts += [say("应付未付 {owed} 元", owed=grouped(o.owed))] if o.owed else []
    parts += [say("投劳折资 {labour} 元", labour=grouped(s.labour))] if s.labour else []
    rest = s.budget - o.amount
    beside = say("比预算节余 {rest} 元", rest=grouped(rest)) if rest > 0 else say("比预算超出 {x} 元", x=grouped(-rest)) if rest < 0 else "与预算相同"
    return say(
        "决算 {amount} 元 = {list}；{beside}。{told}",
        amount=grouped(o.amount),
        list=" + ".join(parts),
        beside=beside,
        told=o.words + "。" if o.words else "",
    )


def source_words(kind: SourceKind, words: str | None) -> str:
    """What a source is called."""
    return words or kind.zh
