"""The decision a version cites, read from the meetings ledger: who decided, when, and what came of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kinds.meetings.records import Decision, Meeting, MeetingKind, Result
from mingbai.kinds.pacts.records import Pact, Version
from mingbai.packs import Power

POWER = "pacts"
"""The entry of the law packs that says which bodies make a formal pact, and which only where these authorised them."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A decision with the meeting that took it.

    Attributes:
        id: the decision's id, `2026-03-28-daibiao/1`; meeting: its part before the slash.
        result: what came of it, computed where the minutes do not say it; None where nothing was put to the vote.
        address: where the decision stands on the site.
    """

    id: str
    meeting: str
    date: datetime.date
    body: MeetingKind
    decision: Decision
    result: Result | None

    @property
    def passed(self) -> bool:
        return self.result is Result.PASSED

    @property
    def address(self) -> str:
        return f"meetings/{self.meeting}/#d-{self.decision.number}"


def cited(books: Books, id: str | None) -> Vote | None:
    """The decision of this id; None where none is cited, or the citation leads nowhere (that is reported as a broken reference)."""
    decision = books.find("decision", id) if id else None
    if not isinstance(decision, Decision):
        return None
    filed = books.file(decision)
    if not isinstance(filed.record, Meeting):
        return None
    return Vote(
        f"{filed.id}/{decision.number}", filed.id, filed.record.time.date(), filed.record.kind, decision, books.outcome(decision, decision.result)
    )


@dataclass(frozen=True, slots=True)
class Makers:
    """Who may make a formal pact, as the law packs say.

    Attributes:
        own: in their own right; authorised: only where one of those authorised them; power: the entry with its standing and its clauses.
    """

    own: tuple[str, ...]
    authorised: tuple[str, ...]
    power: Power

    def may(self, body: MeetingKind) -> bool:
        """Whether a body may at all, authorised or not."""
        return body.value in (*self.own, *self.authorised)


def makers(books: Books, day: datetime.date) -> Makers | None:
    """Who could make a formal pact on a day; None where nothing laid it down then: nothing is asked."""
    power = books.law.on(day).powers.get(POWER)
    return Makers(power.bodies, power.authorised, power) if power is not None else None


def votes(books: Books, pact: Pact) -> tuple[tuple[Version, Vote | None], ...]:
    """Every version with its vote, by number of version, whatever their order in the file."""
    return tuple((v, cited(books, v.vote)) for v in sorted(pact.versions, key=lambda v: v.number))
