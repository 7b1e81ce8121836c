"""Who is elected: by whole numbers, from those who took part; and whether a recall passed."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from mingbai.books import Books
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


def rest(voted: Round) -> int:
    """How many good ballots of a recall were neither for nor against it; where nobody counted those against, all that were not for it."""
    return max(voted.valid - (voted.yes or 0) - (voted.no or 0), 0)


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


def elected_by(books: Books, recall: Election) -> tuple[Way, ...]:
    """In which ways those who hold the office whose recall is asked for were elected: in the last election of the committee and in by-elections since.

    Of an election that says nothing of the office that of the committee counts; empty where none stands in the ledgers, or where a charter says how.
    """
    day, office = max((r.date for r in recall.rounds), default=None), recall.asked.office if recall.asked else ""
    if recall.kind is not ElectionKind.RECALL or day is None:
        return ()
    dated = ((max(r.date for r in e.rounds), e) for e in books.records(Election) if e.rounds and e.kind in _FILLING)
    before = sorted(((d, e) for d, e in dated if d < day), key=lambda pair: pair[0])
    last = max((n for n, (_, e) in enumerate(before) if e.kind is ElectionKind.COMMITTEE), default=None)
    since = [e for _, e in before[last or 0 :]]
    filled = {id(e): {s.office for r in e.rounds for s in r.seats} for e in since}
    found = [e for e in since if office in filled[id(e)]] or [e for e in since if office.endswith(tuple(filled[id(e)]))]
    return tuple(dict.fromkeys(e.way for e in found or ([before[last][1]] if last is not None else [])))


def other_way(books: Books, recall: Election) -> tuple[Way, ...]:
    """The ways in which the recall should have been voted on, where it was in another; empty where it was in one of them, or no rule of that day is known."""
    ways = elected_by(books, recall)
    known = ways and rules_for(books.law, recall, len(recall.rounds) - 1).majority is not None
    return ways if known and recall.way not in ways else ()


_FILLING = (ElectionKind.COMMITTEE, ElectionKind.BY_ELECTION)
