"""Who is elected: by whole numbers, from those who took part; and whether a recall passed."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from mingbai.kinds.elections.records import Candidate, Election, ElectionKind, Round, Seat, Way
from mingbai.packs import Law
from mingbai.values.numbers import Threshold


@dataclass(frozen=True, slots=True)
class Rules:
    """The thresholds of a round as the packs lay them down; None where they do not.

    Attributes:
        turnout: of those registered, how many must take part; majority: of those who took part, how many must agree.
    """

    turnout: Threshold | None
    majority: Threshold | None


class Reason(enum.Enum):
    """Why nobody more is elected to an office."""

    FULL = "full"
    TURNOUT = "turnout"
    VOTES = "votes"
    TIE = "tie"


@dataclass(frozen=True, slots=True)
class Count:
    """What the votes for an office come to: who is elected, in the order of votes, and why seats are left."""

    seat: Seat
    elected: tuple[Candidate, ...]
    reason: Reason


def rules_for(law: Law, election: Election, n: int) -> Rules:
    """The thresholds of the n-th round, counted from 0; none where the charter of a collective says how it elects."""
    if election.kind.body is not None:
        return Rules(None, None)

    def share(id: str) -> Threshold | None:
        found = law.standard(id)
        return found.share if found else None

    by_representatives = election.way is Way.REPRESENTATIVES
    turnout = share("election-turnout-representatives" if by_representatives else "election-turnout")
    second = n > 0 and election.kind is not ElectionKind.RECALL
    return Rules(None if second else turnout, share("election-second-round" if second else "election-majority"))


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
    good = [c for c in ordered if rules.majority is None or rules.majority.met(c.votes, voted.took_part)]
    if len(good) <= seat.seats:
        return Count(seat, tuple(good), Reason.FULL if len(good) == seat.seats else Reason.VOTES)
    last = good[seat.seats].votes
    first = [c for c in good[: seat.seats] if c.votes > last]
    return Count(seat, tuple(first), Reason.FULL if len(first) == seat.seats else Reason.TIE)


def recalled(law: Law, election: Election, n: int) -> bool:
    """Whether the recall passed: enough took part and more than half of them agreed."""
    voted, rules = election.rounds[n], rules_for(law, election, n)
    return enough(rules, election, voted) and voted.yes is not None and (rules.majority is None or rules.majority.met(voted.yes, voted.took_part))
