"""Where a project stands on the day of the books: its state, its money, its days. Fen throughout."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mingbai.books import Books, Filed
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import citing
from mingbai.kinds.projects.records import Conclusion, Project, SourceKind, Stage
from mingbai.values.terms import Term


class State(Term):
    """The state of a project, computed from its days."""

    PLANNED = "planned", "未开工"
    UNDER_WAY = "under way", "进行中"
    FINISHED = "finished", "已完工待验收"
    REJECTED = "not accepted", "验收不合格"
    ACCEPTED = "accepted", "已验收待决算"
    SETTLED = "settled", "已决算"
    STOPPED = "stopped", "已终止"


@dataclass(frozen=True)
class Standing:
    """A project as of a day. `paid` are the lines of every book that name it, with what was reversed or refunded, by day."""

    filed: Filed[Project]
    project: Project
    as_of: datetime.date
    paid: tuple[Posted, ...]

    @property
    def id(self) -> str:
        """Its id, the name of its file."""
        return self.filed.id

    def day(self, stage: Stage) -> datetime.date | None:
        """The day a stage was reached, the last where it stands several times; None where it was not, or not yet."""
        days = [s.day for s in self.project.steps if s.stage is stage and s.day <= self.as_of]
        return max(days) if days else None

    @cached_property
    def spent(self) -> int:
        """Paid under the project in all books, money passed from one book to another left out."""
        return -sum(e.fen for p in self.paid for e in p.entries if e.column is Column.EXPENSE and not p.line.to_book)

    @cached_property
    def received(self) -> int:
        """Received for the project in all books, money from another book left out."""
        return sum(e.fen for p in self.paid for e in p.entries if e.column is Column.INCOME and not p.line.from_book)

    @property
    def labour(self) -> int:
        """Labour in place of money: it costs nobody's account anything."""
        return sum(s.amount for s in self.project.sources if s.kind is SourceKind.LABOUR)

    @property
    def budget(self) -> int:
        """The budget with every decided variation."""
        return self.project.budget + sum(v.fen for v in self.project.variations if v.decision)

    @property
    def cost(self) -> int:
        """What it has cost so far: the asserted outturn where it is there, else what is paid and worked."""
        return self.project.outturn.amount if self.project.outturn else self.spent + self.labour

    @property
    def over(self) -> int:
        """How far the cost lies above the decided budget; 0 where it does not."""
        return max(0, self.cost - self.budget)

    @property
    def state(self) -> State:
        """Where it stands."""
        p = self.project
        if self.day(Stage.STOPPED):
            return State.STOPPED
        if p.acceptance and p.acceptance.day <= self.as_of:
            if p.acceptance.conclusion is Conclusion.BAD:
                return State.REJECTED
            return State.SETTLED if p.outturn and p.outturn.day <= self.as_of else State.ACCEPTED
        if self.day(Stage.FINISHED):
            return State.FINISHED
        return State.UNDER_WAY if self.day(Stage.STARTED) or self.day(Stage.PROGRESS) else State.PLANNED

    def newest(self) -> datetime.date:
        """The newest day it speaks of that lies not after the books'."""
        return max((d for d in self._days() if d <= self.as_of), default=self.as_of)

    def _days(self) -> Iterator[datetime.date]:
        p = self.project
        yield from (s.day for s in p.steps)
        yield from (n.day for n in p.notices)
        yield from (v.day for v in p.variations)
        yield from (posted.line.date for posted in self.paid)
        yield from (one.day for one in (p.acceptance, p.outturn) if one)


def standings(books: Books) -> tuple[Standing, ...]:
    """Every project, by id; use through `books.derived`."""
    found = (Standing(f, f.record, books.as_of, citing(books, "project", f.id)) for f in books.of(Project) if f.record is not None)
    return tuple(sorted(found, key=lambda s: s.id))
