"""A distribution beside its vote and its lines. Fen throughout."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from mingbai.books import Books, Filed
from mingbai.kinds.community.registers import book_of, year_of
from mingbai.kinds.distribution.records import DistributionFile
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, citing, decided, ledgers
from mingbai.kinds.meetings.records import Decision, Meeting, Result


@dataclass(frozen=True)
class Standing:
    """A year's distribution; `outcome` is the vote's result and day, `votes` (for, due), None where the minutes do not say them."""

    filed: Filed[DistributionFile]
    file: DistributionFile
    ledger: BookLedger
    year: int
    lines: tuple[Posted, ...]
    outcome: tuple[Result | None, datetime.date] | None
    votes: tuple[int, int] | None

    @cached_property
    def paid(self) -> int:
        """Paid to members by the lines, what came back taken off."""
        return -sum(e.fen for p in self.lines for e in p.entries if e.column is Column.EXPENSE)

    @property
    def unpaid(self) -> int:
        """What members still have to get."""
        return self.file.to_members - self.paid


def distribution_id(filed: Filed[DistributionFile]) -> str:
    """What lines cite: `collective/2026`."""
    return f"{book_of(filed)}/{filed.id.rpartition('/')[2]}"


def standings(books: Books) -> tuple[Standing, ...]:
    """Every distribution of a known book and year, by book and year; use through `books.derived`."""
    known = books.derived(ledgers) if books.of(DistributionFile) else {}
    found = []
    for filed in books.of(DistributionFile):
        file, ledger, year = filed.record, known.get(book_of(filed)), year_of(filed)
        if file is not None and ledger is not None and year is not None:
            outcome = decided(books, file.decision, filed) if file.decision else None
            lines = citing(books, "distribution", distribution_id(filed))
            found.append(Standing(filed, file, ledger, year, lines, outcome, _votes(books, file, filed)))
    return tuple(sorted(found, key=lambda s: (s.ledger.book.id, s.year)))


def _votes(books: Books, file: DistributionFile, filed: Filed[DistributionFile]) -> tuple[int, int] | None:
    decision = books.find("decision", file.decision, filed) if file.decision else None
    meeting = books.file(decision).record if decision is not None else None
    if isinstance(decision, Decision) and isinstance(meeting, Meeting) and decision.yes is not None and meeting.due is not None:
        return decision.yes, meeting.due
    return None
