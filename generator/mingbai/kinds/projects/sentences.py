"""A project in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.kinds.projects.records import SourceKind, Survey
from mingbai.kinds.projects.standing import Standing, State
from mingbai.values.days import spoken
from mingbai.values.money import grouped

COLOURS = {
    State.PLANNED: "wait",
    State.UNDER_WAY: "now",
    State.FINISHED: "info",
    State.REJECTED: "no",
    State.ACCEPTED: "info",
    State.SETTLED: "ok",
    State.STOPPED: "past",
}


def one(s: Standing) -> str:
    """A project in two or three sentences: what, where, how much, how far."""
    p = s.project
    where = f"，在{p.place}" if p.place else ""
    who = f"，由{p.contractor}承办" if p.contractor else ""
    told = [f"{p.kind.zh}项目{where}，预算 {grouped(s.budget)} 元{who}。"]
    paid = f"账上已付 {grouped(s.spent)} 元"
    if s.labour:
        paid += f"，投劳折资 {grouped(s.labour)} 元"
    if p.outturn:
        owed = f"，还有 {grouped(p.outturn.owed)} 元没有到期" if p.outturn.owed else ""
        told.append(f"决算 {grouped(p.outturn.amount)} 元，{paid}{owed}。")
    else:
        told.append(f"{paid}。")
    if p.acceptance and s.state is not State.STOPPED:
        told.append(f"{spoken(p.acceptance.day)}验收，结论：{p.acceptance.conclusion.zh}。")
    return "".join(told)


def late(s: Standing) -> str:
    """What stands out of one project."""
    return f"超出预算 {grouped(s.over)} 元。" if s.over else ""


def every(standings: Sequence[Standing]) -> str:
    """All projects in a sentence: how many, how far, how much."""
    if not standings:
        return "一事一议、公益金、为民服务资金、惠民和工程项目，谁定的、钱从哪里来、花了多少、谁验收，都会公布在这里。"
    count = {state: sum(s.state is state for s in standings) for state in State}
    going = count[State.UNDER_WAY] + count[State.FINISHED] + count[State.ACCEPTED] + count[State.REJECTED]
    parts = [f"{going} 个正在办"] if going else []
    parts += [f"{count[State.SETTLED]} 个已决算"] if count[State.SETTLED] else []
    parts += [f"{count[State.PLANNED]} 个还没有开工"] if count[State.PLANNED] else []
    parts += [f"{count[State.STOPPED]} 个已终止"] if count[State.STOPPED] else []
    return f"共有 {len(standings)} 个项目：{'，'.join(parts)}。每个项目谁定的、钱从哪里来、花了多少、谁验收，都在各自的页面上。"


def late_all(standings: Sequence[Standing]) -> str:
    """What stands out of all of them."""
    over = [s for s in standings if s.over]
    return f"{len(over)} 个超出预算，共超 {grouped(sum(s.over for s in over))} 元。" if over else ""


def survey(one: Survey) -> str:
    """How many were content, per thousand by whole numbers."""
    share = (2000 * one.content + one.asked) // (2 * one.asked) if one.asked else 0
    how = f"（{one.method}）" if one.method else ""
    return f"{spoken(one.day)}问了 {one.asked} 人{how}，{one.content} 人满意，满意率 {share // 10}.{share % 10}%"


def outturn(s: Standing) -> str:
    """How the asserted outturn is made up, and what became of the difference to the budget."""
    o = s.project.outturn
    if o is None:
        return ""
    parts = [f"账上已付 {grouped(s.spent)} 元"]
    parts += [f"应付未付 {grouped(o.owed)} 元"] if o.owed else []
    parts += [f"投劳折资 {grouped(s.labour)} 元"] if s.labour else []
    rest = s.budget - o.amount
    beside = f"比预算节余 {grouped(rest)} 元" if rest > 0 else f"比预算超出 {grouped(-rest)} 元" if rest < 0 else "与预算相同"
    return f"决算 {grouped(o.amount)} 元 = {' + '.join(parts)}；{beside}。{o.words + '。' if o.words else ''}"


def source_words(kind: SourceKind, words: str | None) -> str:
    """What a source is called."""
    return words or kind.zh
