"""The decision a version cites, read from the meetings ledger: who decided, when, and what came of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kinds.meetings.records import Decision, Meeting, MeetingKind, Result
from mingbai.kinds.pacts.records import Pact, Version

REPRESENTATIVES = (MeetingKind.DAIBIAO, MeetingKind.CUNMINDAIBIAO)
"""Bodies that may make a formal pact only where the assembly has authorised them."""

ASSEMBLIES = (MeetingKind.JUMIN, MeetingKind.CUNMIN)
"""Bodies that make a formal pact in their own right."""


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


def votes(books: Books, pact: Pact) -> tuple[tuple[Version, Vote | None], ...]:
    """Every version with its vote, by number of version, whatever their order in the file."""
    return tuple((v, cited(books, v.vote)) for v in sorted(pact.versions, key=lambda v: v.number))
