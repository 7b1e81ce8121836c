"""The plain sentences of pacts: what state a text is in, and what that means for a resident."""

from __future__ import annotations

import datetime

from mingbai.kinds.pacts.records import Pact
from mingbai.kinds.pacts.state import Stage, Standing, State, stage
from mingbai.kinds.pacts.steps import counted, heard
from mingbai.values.days import spoken

__all__ = ["lede", "must_know", "noted", "tag"]


def tag(standing: Standing, as_of: datetime.date) -> str:
    """The state in a word; a draft that was voted down says so."""
    if standing.state is State.DRAFT and stage(standing, as_of) is Stage.REJECTED:
        return "草案，未通过"
    return standing.state.text.zh


def lede(pact: Pact, standing: Standing, as_of: datetime.date) -> str:
    """One sentence: which version this is, since when it holds, who adopted it."""
    version = standing.version
    what = f"第 {version.number} 版，共 {len(version.articles)} 条"
    where = f"，适用于{pact.scope}" if pact.scope else ""
    if standing.state is State.DRAFT:
        return f"{what}{where}。{stage(standing, as_of).value}。"
    start = standing.begins
    since = f"，{spoken(start)}起施行" if start else ""
    vote = standing.vote
    signed = f"{standing.signed} 户签约，共同遵守。" if standing.signed else ""
    adopted = f"{spoken(vote.date)}由{vote.body}表决通过。" if vote else signed
    return f"{what}{since}{where}。{adopted}"


def must_know(standing: Standing, shown: Standing, as_of: datetime.date) -> str:
    """What a reader of this version must not miss; empty for the text in force."""
    if standing.state is State.DRAFT:
        return _of_draft(standing, as_of)
    if standing.state is State.SUPERSEDED:
        newer = f"，现在照第 {shown.version.number} 版做" if shown.state is State.IN_FORCE else ""
        ended = f"施行到{spoken(standing.until)}为止" if standing.until else "没有实际施行"
        return f"这一版已被取代，{ended}{newer}。"
    if standing.state is State.REPEALED:
        return f"这份公约已经废止，{spoken(standing.until)}是最后一天，不再照它做。" if standing.until else "这份公约已经废止，不再照它做。"
    return ""


def _of_draft(standing: Standing, as_of: datetime.date) -> str:
    version, at = standing.version, stage(standing, as_of)
    if at is Stage.ASKING and version.opinions is not None:
        return f"这是草案，还没有生效。{spoken(version.opinions.end)}前都可以提意见。"
    if at is Stage.REJECTED:
        return "这份草案表决没有通过，不生效。"
    start = standing.begins
    if at is Stage.SIGNED and start is not None:
        return f"已经签约，{spoken(start)}起施行。"
    if at is Stage.WAITING and start is not None:
        return f"已经表决通过，{spoken(start)}起施行，在那以前还不用照它做。"
    return "这是草案，还没有生效，现在不用照它做。"


def noted(standing: Standing, as_of: datetime.date) -> tuple[str, str]:
    """What a list says of a version: a sentence, and a short remark beside it."""
    version, vote = standing.version, standing.vote
    count = f"{len(version.articles)} 条"
    start = standing.begins
    if standing.state is State.DRAFT or start is None:
        return _noted_draft(standing, as_of), count
    by = f"，{vote.body}通过" if vote else f"，{standing.signed} 户签约" if standing.signed else ""
    if standing.until is not None:
        return f"{spoken(start)}起施行，到{spoken(standing.until)}为止{by}", count
    return f"{spoken(start)}起施行{by}", count


def _noted_draft(standing: Standing, as_of: datetime.date) -> str:
    opinions, vote, at = standing.version.opinions, standing.vote, stage(standing, as_of)
    if at is Stage.ASKING and opinions is not None:
        return f"正在征求意见，到{spoken(opinions.end)}截止"
    if at is Stage.ASKED and opinions is not None and opinions.received is not None:
        return f"{at.value}，{heard(opinions)}"
    if at is Stage.REJECTED and vote is not None:
        return f"{spoken(vote.date)}{vote.body}表决没有通过（{counted(vote)}）" if counted(vote) else f"{spoken(vote.date)}{vote.body}表决没有通过"
    return at.value
