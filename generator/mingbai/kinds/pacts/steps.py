"""The seven steps of a version from the first opinion to the day it holds, each with what is known of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mingbai.kinds.pacts.records import Opinions, PactKind, Version
from mingbai.kinds.pacts.state import Stage, Standing, State, stage
from mingbai.kinds.pacts.votes import Vote
from mingbai.values.days import spoken
from mingbai.values.speech import joined, say

Done = Literal["done", "now", "todo"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, when, what is known of it; `state`: done, now (going on), todo (still to come, or not recorded)."""

    title: str
    when: str
    text: str
    state: Done
    address: str = ""


def steps(standing: Standing, kind: PactKind, as_of: datetime.date) -> tuple[Step, ...]:
    """Solicit, draft, review, vote, file, publish, in force; what is still to come of a draft is said to be so."""
    version, vote = standing.version, standing.vote
    held = standing.state is not State.DRAFT
    known = (
        _asked(version.opinions, as_of),
        Step("拟定草案", "", say("草案共 {n} 条", n=len(version.articles)), "done"),
        _reviewed(version),
        _voted(vote, as_of) or _signed(standing),
        _filed(version),
        _published(version, held=held),
        _begun(standing, as_of),
    )
    if not held and stage(standing, as_of) is Stage.REJECTED:
        return tuple(step or Step(name, "", "表决没有通过，不用办这一步", "todo") for name, step in zip(_NAMES, known, strict=True))
    return tuple(_pending(known, held=held, formal=kind.formal))


def _pending(known: tuple[Step | None, ...], *, held: bool, formal: bool) -> Iterator[Step]:
    """Fills what is missing: still to come of a draft, else not recorded, or not asked for of neighbours' own pacts."""
    missing = "没有登记这一步" if formal else "这类公约不要求这一步"
    to_come = {} if held else _TO_COME if formal else _NEIGHBOURS_TO_COME
    for name, step in zip(_NAMES, known, strict=True):
        yield step or Step(name, "", to_come.get(name, missing), "todo")


_NAMES = ("征求意见", "拟定草案", "街道（乡镇）审核", "开会表决", "备案", "公布", "生效")
_TO_COME = {
    "征求意见": "还没有开始",
    "街道（乡镇）审核": "意见收齐后送审",
    "开会表决": "审核后提交会议表决",
    "备案": "表决通过后报街道（乡镇）备案",
    "公布": "备案后公布",
    "生效": "生效日期还没有定",
}
_NEIGHBOURS_TO_COME = {
    "征求意见": "还没有开始",
    "开会表决": "由住户签约，或者开会表决",
    "公布": "定下来以后公布",
    "生效": "生效日期还没有定",
}


def _asked(opinions: Opinions | None, as_of: datetime.date) -> Step | None:
    if opinions is None:
        return None
    when = say("{start}至{end}", start=spoken(opinions.start), end=spoken(opinions.end))
    if opinions.start > as_of:
        return Step("征求意见", when, "还没有开始", "todo")
    if opinions.end >= as_of:
        return Step("征求意见", when, say("到{end}为止，都可以提", end=spoken(opinions.end)), "now")
    return Step("征求意见", when, heard(opinions), "done")


def heard(opinions: Opinions) -> str:
    """收到 57 条意见，采纳 19 条."""
    if opinions.received is None:
        return say("已经结束，收到多少条还没有登记")
    taken = say("，采纳 {adopted} 条", adopted=opinions.adopted) if opinions.adopted is not None else ""
    return say("收到 {received} 条意见{taken}", received=opinions.received, taken=taken)


def _reviewed(version: Version) -> Step | None:
    review = version.review
    if review is None:
        return None
    return Step(
        "街道（乡镇）审核",
        spoken(review.date),
        say("{authority}：{opinion}", authority=review.authority, opinion=review.opinion) if review.opinion else review.authority,
        "done",
    )


def _voted(vote: Vote | None, as_of: datetime.date) -> Step | None:
    if vote is None:
        return None
    if vote.date > as_of or vote.result is None:
        return Step("开会表决", spoken(vote.date), say("将由{body}表决", body=vote.body), "todo", vote.address)
    return Step("开会表决", spoken(vote.date), say("{body}：{x}", body=vote.body, x=counted(vote) or vote.result.zh), "done", vote.address)


def _signed(standing: Standing) -> Step | None:
    return Step("签约", "", say("{signed} 户签约", signed=standing.signed), "done") if standing.signed else None


def counted(vote: Vote) -> str:
    """同意 38 票，反对 7 票，弃权 4 票，通过; empty where no votes were counted."""
    decision = vote.decision
    if decision.yes is None or vote.result is None:
        return ""
    parts = [("同意", decision.yes), ("反对", decision.no), ("弃权", decision.abstain)]
    return joined("，", (say("{word} {n} 票", word=word, n=n) for word, n in parts if n is not None)) + say("，{result}", result=vote.result.zh)


def _filed(version: Version) -> Step | None:
    filing = version.filing
    if filing is None:
        return None
    return Step(
        "备案",
        spoken(filing.date),
        say("{authority}，{document}", authority=filing.authority, document=filing.document) if filing.document else filing.authority,
        "done",
    )


def _published(version: Version, *, held: bool) -> Step | None:
    if version.published is not None:
        return Step("公布", spoken(version.published), "全文公布", "done")
    return Step("公布", "", say("全文就在本页；第一次公布的日期没有单独登记"), "done") if held else None


def _begun(standing: Standing, as_of: datetime.date) -> Step | None:
    version = standing.version
    start = standing.begins
    if start is None:
        return Step("生效", "", say("原定{effective}，要等表决通过", effective=spoken(version.effective)), "todo") if version.effective else None
    if start > as_of:
        return Step("生效", spoken(start), "到这一天才开始施行", "todo")
    words = {State.IN_FORCE: "现行有效", State.SUPERSEDED: "后来被新版本取代", State.REPEALED: "后来废止", State.DRAFT: ""}
    ended = say("，施行到{until}", until=spoken(standing.until)) if standing.until else ""
    return Step("生效", spoken(start), say("{words}{ended}", words=words[standing.state], ended=ended), "done")
