"""The plain sentences of pacts: what state a text is in, and what that means for a resident."""

from __future__ import annotations

import datetime

from mingbai.kinds.pacts.records import Pact
from mingbai.kinds.pacts.state import Stage, Standing, State, stage
from mingbai.kinds.pacts.steps import counted, heard
from mingbai.values.days import spoken
from mingbai.values.speech import of, say

__all__ = ["lede", "must_know", "noted", "tag"]


def tag(standing: Standing, as_of: datetime.date) -> str:
    """The state in a word; a draft that was voted down says so."""
    if standing.state is State.DRAFT and stage(standing, as_of) is Stage.REJECTED:
        return say("草案，未通过")
    return of(standing.state.text)


def lede(pact: Pact, standing: Standing, as_of: datetime.date) -> str:
    """One sentence: which version this is, since when it holds, who adopted it."""
    version = standing.version
    what = say("第 {number} 版，共 {n} 条", number=version.number, n=len(version.articles))
    where = say("，适用于{scope}", scope=pact.scope) if pact.scope else ""
    if standing.state is State.DRAFT:
        return say("{what}{where}。{value}。", what=what, where=where, value=stage(standing, as_of).value)
    start = standing.begins
    since = say("，{start}起施行", start=spoken(start)) if start else ""
    vote = standing.vote
    signed = say("{signed} 户签约，共同遵守。", signed=standing.signed) if standing.signed else ""
    adopted = say("{date}由{body}表决通过。", date=spoken(vote.date), body=vote.body) if vote else signed
    return say("{what}{since}{where}。{adopted}", what=what, since=since, where=where, adopted=adopted)


def must_know(standing: Standing, shown: Standing, as_of: datetime.date) -> str:
    """What a reader of this version must not miss; empty for the text in force."""
    if standing.state is State.DRAFT:
        return _of_draft(standing, as_of)
    if standing.state is State.SUPERSEDED:
        newer = say("，现在照第 {version} 版做", version=shown.version.number) if shown.state is State.IN_FORCE else ""
        ended = say("施行到{until}为止", until=spoken(standing.until)) if standing.until else "没有实际施行"
        return say("这一版已被取代，{ended}{newer}。", ended=ended, newer=newer)
    if standing.state is State.REPEALED:
        return (
            say("这份公约已经废止，{until}是最后一天，不再照它做。", until=spoken(standing.until))
            if standing.until
            else say("这份公约已经废止，不再照它做。")
        )
    return ""


def _of_draft(standing: Standing, as_of: datetime.date) -> str:
    version, at = standing.version, stage(standing, as_of)
    if at is Stage.ASKING and version.opinions is not None:
        return say("这是草案，还没有生效。到{end}为止，都可以提意见。", end=spoken(version.opinions.end))
    if at is Stage.REJECTED:
        return say("这份草案表决没有通过，不生效。")
    start = standing.begins
    if at is Stage.SIGNED and start is not None:
        return say("已经签约，{start}起施行。", start=spoken(start))
    if at is Stage.WAITING and start is not None:
        return say("已经表决通过，{start}起施行，在那以前还不用照它做。", start=spoken(start))
    return say("这是草案，还没有生效，现在不用照它做。")


def noted(standing: Standing, as_of: datetime.date) -> tuple[str, str]:
    """What a list says of a version: a sentence, and a short remark beside it."""
    version, vote = standing.version, standing.vote
    count = say("{n} 条", n=len(version.articles))
    start = standing.begins
    if standing.state is State.DRAFT or start is None:
        return _noted_draft(standing, as_of), count
    by = say("，{body}通过", body=vote.body) if vote else say("，{signed} 户签约", signed=standing.signed) if standing.signed else ""
    if standing.until is not None:
        return say("{start}起施行，到{until}为止{by}", start=spoken(start), until=spoken(standing.until), by=by), count
    return say("{start}起施行{by}", start=spoken(start), by=by), count


def _noted_draft(standing: Standing, as_of: datetime.date) -> str:
    opinions, vote, at = standing.version.opinions, standing.vote, stage(standing, as_of)
    if at is Stage.ASKING and opinions is not None:
        return say("正在征求意见，到{end}截止", end=spoken(opinions.end))
    if at is Stage.ASKED and opinions is not None and opinions.received is not None:
        return say("{value}，{heard}", value=at.value, heard=heard(opinions))
    if at is Stage.REJECTED and vote is not None:
        return (
            say("{date}{body}表决没有通过（{counted}）", date=spoken(vote.date), body=vote.body, counted=counted(vote))
            if counted(vote)
            else say("{date}{body}表决没有通过", date=spoken(vote.date), body=vote.body)
        )
    return at.value
