"""Who is enough and how many must agree: whole numbers only, by the body's rule in the law pack.

Where a rule does not say whether written proxies count as present (委托: 未定), the quorum is reckoned both ways and
both are kept; a claimed result may agree with either. The majority is measured against those whose votes were counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.kinds.meetings.records import Decision, Meeting, Result
from mingbai.packs import Body
from mingbai.packs.bodies import Base, Proxies
from mingbai.values.numbers import Threshold


@dataclass(frozen=True, slots=True)
class Way:
    """One way of counting who is present, and what follows from it.

    Attributes:
        proxies: whether proxies are counted as present here.
        present: people present (到会), None where it was not written down.
        quorum: how many had to be present; None where the law lays none down.
        quorum_met: None where there is no quorum, or nobody was counted.
        base: what the majority is measured against; needed: how many had to agree; None where nothing was put to the vote.
        result: what follows; None where nothing was put to the vote.
    """

    proxies: bool
    present: int | None
    quorum: int | None
    quorum_met: bool | None
    base: int | None
    needed: int | None
    result: Result | None

    @property
    def free(self) -> bool:
        """Whether no majority is laid down for the votes, where there are any."""
        return self.result is None and self.needed is None and self.base is not None


def ballots(decision: Decision) -> int | None:
    """Every vote and recusal together; None where nothing was put to the vote."""
    if decision.yes is None:
        return None
    return decision.yes + sum(n or 0 for n in (decision.no, decision.abstain, decision.invalid, decision.recused))


def presences(meeting: Meeting, body: Body) -> tuple[tuple[bool, int | None], ...]:
    """How many are present, each with whether that counts proxies; two answers where the rule is unsettled and proxies are there."""
    counted, person = _together(meeting), meeting.in_person
    if body.proxies is Proxies.COUNTED or not meeting.proxies:
        return ((True, counted),)
    if body.proxies is Proxies.NOT_COUNTED:
        return ((False, person),)
    return (True, counted), (False, person)


def ways_of(decision: Decision, meeting: Meeting, body: Body) -> tuple[Way, ...]:
    """Every way of counting that the body's rule leaves open: one, or two (proxies counted, then not counted).

    The majority is measured against those who voted or withdrew: where the votes show that proxies took part, they are
    part of its base either way; only the quorum is then reckoned both ways.
    """
    total, counted = ballots(decision), presences(meeting, body)
    voted = total if total in [n for _, n in counted] else None
    return tuple(_way(decision, meeting, body, proxies, total if present is None else present, voted) for proxies, present in counted)


def ways_for(meeting: Meeting, body: Body) -> tuple[Way, ...]:
    """Every way of counting who is present, nothing being put to the vote."""
    return tuple(_way(None, meeting, body, proxies, present, None) for proxies, present in presences(meeting, body))


def adds_up(meeting: Meeting) -> bool:
    """Whether those due are those in person, by proxy and absent; also where too little is written down to say so."""
    if meeting.due is None or meeting.in_person is None:
        return True
    together = meeting.in_person + (meeting.proxies or 0)
    return together <= meeting.due if meeting.absent is None else together + meeting.absent == meeting.due


def votes_agree(decision: Decision, meeting: Meeting, body: Body) -> bool:
    """Whether votes and recusals make those present, counted one way or the other; also where either was not written down."""
    total, present = ballots(decision), [n for _, n in presences(meeting, body)]
    return total is None or None in present or total in present


def quorate(meeting: Meeting, body: Body) -> bool:
    """Whether enough were present, counted one way or the other; also where no quorum is laid down or nobody was counted."""
    return any(_quorum_met(meeting, body, present) is not False for _, present in presences(meeting, body))


def _together(meeting: Meeting) -> int | None:
    return None if meeting.in_person is None else meeting.in_person + (meeting.proxies or 0)


def _quorum_met(meeting: Meeting, body: Body, present: int | None) -> bool | None:
    if body.quorum is None or meeting.due is None or present is None:
        return None
    return body.quorum.met(present, meeting.due)


def _way(decision: Decision | None, meeting: Meeting, body: Body, proxies: bool, present: int | None, voted: int | None) -> Way:
    quorum = body.quorum.least(meeting.due) if body.quorum and meeting.due is not None else None
    met = _quorum_met(meeting, body, present)
    base = meeting.due if body.base is Base.ALL else present if voted is None else voted
    yes = decision.yes if decision is not None else None
    needed = body.majority.least(base) if body.majority and base is not None and yes is not None else None
    return Way(proxies, present, quorum, met, base, needed, _result(yes, body.majority, base, met))


def _result(yes: int | None, majority: Threshold | None, base: int | None, met: bool | None) -> Result | None:
    if met is False:
        return Result.NO_QUORUM
    if yes is None or majority is None or base is None:
        return None
    return Result.PASSED if majority.met(yes, base) else Result.REJECTED
