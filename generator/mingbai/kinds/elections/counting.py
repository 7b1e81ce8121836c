"""Who is elected: by whole numbers, from those who took part; and whether a recall passed."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from mingbai.kinds.elections.records import Candidate, Election, ElectionKind, Round, Seat, Way
from mingbai.packs import Base, Law, Standard
from mingbai.values.numbers import Threshold


@dataclass(frozen=True, slots=True)
class Rules:
    """The thresholds of a round as the packs lay them down; None where they do not.

    Attributes:
        turnout: of those registered, how many must take part; majority: of those who took part, how many must agree.
        of_all: whether the majority is measured against all who are registered instead.
    """

    turnout: Threshold | None
    majority: Threshold | None
    of_all: bool = False


class Reason(enum.Enum):
    """Why nobody more is elected to an office."""

    FULL = "full"
    TURNOUT = "turnout"
    VOTES = "votes"
    TIE = "tie"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Count:
    """What the votes for an office come to: who is elected, in the order of votes, and why seats are left."""

    seat: Seat
    elected: tuple[Candidate, ...]
    reason: Reason


def rules_for(law: Law, election: Election, n: int) -> Rules:
    """The thresholds of the n-th round, counted from 0, as the law of its day lays them down; none where the charter of a collective says how it elects.

    The recall of a director or supervisor is decided as the assembly that votes decides anything (law on collectives arts 26–28).
    """
    law = law.on(election.rounds[n].date)
    if election.kind is ElectionKind.BOARD_RECALL:
        body = law.bodies.get(deciding(election) or "")
        return Rules(body.quorum, body.majority, body.base is Base.ALL) if body else Rules(None, None)
    if election.kind.chartered:
        return Rules(None, None)

    def share(id: str) -> Threshold | None:
        found = law.standard(id)
        return found.share if found else None

    by_representatives = election.way is Way.REPRESENTATIVES
    turnout = share("election-turnout-representatives" if by_representatives else "election-turnout")
    second = n > 0 and election.kind is not ElectionKind.RECALL
    return Rules(None if second else turnout, share("election-second-round" if second else "election-majority"))


def deciding(election: Election) -> str | None:
    """The assembly of a collective that votes, by its id in the packs; None where neither members nor their representatives do."""
    return {Way.MEMBERS: "chengyuan", Way.REPRESENTATIVES: "chengyuandaibiao"}.get(election.way)


def base(rules: Rules, election: Election, voted: Round) -> int:
    """What a majority is measured against: all who are registered, or those who took part."""
    return election.registered if rules.of_all else voted.took_part


def enough(rules: Rules, election: Election, voted: Round) -> bool:
    """Whether enough took part."""
    return rules.turnout is None or rules.turnout.met(voted.took_part, election.registered)


def counts(law: Law, election: Election, n: int) -> tuple[Count, ...]:
    """What the n-th round comes to, office by office."""
    voted, rules = election.rounds[n], rules_for(law, election, n)
    return tuple(_count(seat, voted, rules, valid=enough(rules, election, voted)) for seat in voted.seats)


def _count(seat: Seat, voted: Round, rules: Rules, *, valid: bool) -> Count:
    if not valid:
        return Count(seat, (), Reason.TURNOUT)
    ordered = sorted(seat.candidates, key=lambda c: -c.votes)
    claimed = tuple(c for c in ordered if c.elected)
    if rules.majority is None and 0 < len(claimed) <= seat.seats and _first(claimed, seat):
        return Count(seat, claimed, Reason.FULL if len(claimed) == seat.seats else Reason.UNKNOWN)
    good = [c for c in ordered if rules.majority is None or rules.majority.met(c.votes, voted.took_part)]
    if len(good) <= seat.seats:
        return Count(seat, tuple(good), Reason.FULL if len(good) == seat.seats else Reason.VOTES)
    last = good[seat.seats].votes
    first = [c for c in good[: seat.seats] if c.votes > last]
    return Count(seat, tuple(first), Reason.FULL if len(first) == seat.seats else Reason.TIE)


def _first(claimed: tuple[Candidate, ...], seat: Seat) -> bool:
    """Whether nobody else has more votes than one of these: all that can be told where no rule of that day is known."""
    return max((c.votes for c in seat.candidates if not c.elected), default=0) <= min(c.votes for c in claimed)


def recalled(law: Law, election: Election, n: int) -> bool | None:
    """Whether the recall passed: enough took part, and enough of them, or of all, agreed; None where no rule of that day is known."""
    voted, rules = election.rounds[n], rules_for(law, election, n)
    if rules.majority is None:
        return None
    agreed = voted.yes is not None and rules.majority.met(voted.yes, base(rules, election, voted))
    return enough(rules, election, voted) and agreed


def too_few_asked(law: Law, election: Election) -> Standard | None:
    """The standard that those who asked for a recall do not reach: then no vote ends the office. None where they do, where nobody is said to have asked, or none is known."""
    asked = election.asked
    if asked is None:
        return None
    if election.kind is ElectionKind.BOARD_RECALL:
        id = "board-recall"
    elif asked.by is Way.REPRESENTATIVES:
        id = "recall-representatives"
    else:
        id = "village-recall" if law.community == "村委会" else "recall"
    standard = law.on(asked.date).standard(id)
    missed = standard is not None and standard.share is not None and not standard.share.met(asked.count, asked.of)
    return standard if missed else None
