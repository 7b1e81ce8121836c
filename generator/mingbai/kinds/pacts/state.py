"""What a version is today: computed from its vote, its dates and the day asked about; never typed."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mingbai.kinds.pacts.records import Version
from mingbai.kinds.pacts.votes import Vote
from mingbai.values.text import Text


class State(enum.Enum):
    """Draft, in force, superseded by a newer version, or repealed."""

    DRAFT = "draft"
    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"

    @property
    def text(self) -> Text:
        return _WORDS[self]


_WORDS = {
    State.DRAFT: Text("草案", "draft"),
    State.IN_FORCE: Text("现行", "in force"),
    State.SUPERSEDED: Text("已被取代", "superseded"),
    State.REPEALED: Text("废止", "repealed"),
}


class Stage(enum.Enum):
    """How far a draft has come."""

    WRITING = "正在起草"
    ASKING = "正在征求意见"
    ASKED = "意见已收齐，等待审核"
    SIGNED = "已经签约，还没到生效日"
    REVIEWED = "已经审核，等待表决"
    REJECTED = "表决没有通过"
    VOTED = "表决已通过，生效日期未定"
    WAITING = "表决已通过，还没到生效日"
    UNVOTED = "还没有表决，不能生效"


@dataclass(frozen=True, slots=True)
class Standing:
    """A version, its vote and its state on the day asked about; `until` is the last day it was in force (None: still, or never).

    `signed` households put it in force without a vote (0: it needs one).
    """

    version: Version
    vote: Vote | None
    state: State
    until: datetime.date | None = None
    signed: int = 0

    @property
    def begins(self) -> datetime.date | None:
        """The day from which it binds; None where nothing adopted it."""
        return begins(self.version, self.vote, self.signed)


def begins(version: Version, vote: Vote | None, signed: int = 0) -> datetime.date | None:
    """The day from which a version binds: the day it names, but never before the vote that adopted it; None where nothing adopted it.

    A pact among neighbours that `signed` households have signed needs no vote; one that was put to the vote all the same keeps to it.
    """
    if signed and version.vote is None:
        return version.effective
    if vote is None or not vote.passed or version.effective is None:
        return None
    return max(version.effective, vote.date)


def _nobody(_: Version) -> int:
    return 0


def standings(
    versions: Iterable[tuple[Version, Vote | None]], as_of: datetime.date, signed: Callable[[Version], int] = _nobody
) -> tuple[Standing, ...]:
    """Every version with its state on that day, by number; at most one is in force. `signed`: the households that put a version in force."""
    ordered = sorted(versions, key=lambda v: v[0].number)
    begun = sorted((start, v.number) for v, vote in ordered if (start := begins(v, vote, signed(v))) is not None and start <= as_of)
    return tuple(replace(_standing(v, vote, begun, as_of, signed(v)), signed=signed(v)) for v, vote in ordered)


def _standing(version: Version, vote: Vote | None, begun: list[tuple[datetime.date, int]], as_of: datetime.date, signed: int) -> Standing:
    start = begins(version, vote, signed)
    if start is None or start > as_of:
        return Standing(version, vote, State.DRAFT)
    replaced = min((day for day, number in begun if (day, number) > (start, version.number)), default=None)
    repealed = version.repealed if version.repealed is not None and version.repealed <= as_of else None
    if replaced is not None and (repealed is None or replaced < repealed):
        return Standing(version, vote, State.SUPERSEDED, _before(replaced))
    if repealed is not None:
        return Standing(version, vote, State.REPEALED, _before(repealed))
    return Standing(version, vote, State.IN_FORCE)


def _before(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=1)


def current(found: Iterable[Standing]) -> Standing:
    """The version to show first: the one in force, else the newest that was, else the newest draft."""
    rank = {State.IN_FORCE: 3, State.REPEALED: 2, State.SUPERSEDED: 1, State.DRAFT: 0}
    return max(found, key=lambda s: (rank[s.state], s.version.number))


def stage(standing: Standing, as_of: datetime.date) -> Stage:
    """How far a draft has come by that day."""
    version, vote = standing.version, standing.vote
    if vote is not None and vote.date <= as_of and vote.result is not None:
        if not vote.passed:
            return Stage.REJECTED
        return Stage.WAITING if version.effective else Stage.VOTED
    if standing.begins is not None:
        return Stage.SIGNED
    if version.effective is not None and version.effective <= as_of:
        return Stage.UNVOTED
    if version.review is not None:
        return Stage.REVIEWED
    if version.opinions is None or version.opinions.start > as_of:
        return Stage.WRITING
    return Stage.ASKING if version.opinions.end >= as_of else Stage.ASKED
