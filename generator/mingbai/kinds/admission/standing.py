"""Where a task stands on the day of the books: its state, the money promised and arrived. Fen throughout."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from mingbai.books import Books, Filed
from mingbai.kinds.admission.records import Admission, DutyFile, Outcome, Promise
from mingbai.kinds.community.records import Community, Fund, FundNature
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import citing, ledgers
from mingbai.values.terms import Term


class State(Term):
    """The state of a task, computed from its days."""

    ASKED = "asked for", "待决定"
    REFUSED = "refused", "不予"
    ADMITTED = "admitted", "准入"
    WITHDRAWN = "withdrawn", "撤销"
    DONE = "done", "办结"
    EXPIRED = "expired", "到期"


TAKEN = (State.ADMITTED, State.DONE, State.EXPIRED, State.WITHDRAWN)
"""States of a task that the community took on."""


class Followed(Term):
    """Whether the money followed the task."""

    ALL = "all of it came", "钱到齐了"
    PART = "part of it came", "到了一部分"
    NONE = "none came", "一分没到"
    WAITING = "not due yet", "还没到约定的日子"
    UNPROMISED = "no money", "没有给钱"
    FREE = "none needed", "不用花钱"


class Flow(NamedTuple):
    """What a line brought to a task or took from it: `arrived` and `spent` in fen, negative where a line takes them back.

    `own` is what other funds of the community put in (negative: took out); it is not the office's money and does not count as arrived.
    """

    posted: Posted
    arrived: int
    spent: int
    own: int


@dataclass(frozen=True)
class Standing:
    """A task as of a day: the funds that are there for it, what the lines brought and spent, by day."""

    filed: Filed[Admission]
    task: Admission
    as_of: datetime.date
    funds: tuple[Fund, ...]
    flows: tuple[Flow, ...]
    promised_by: tuple[tuple[Promise, int], ...] = field(default=())
    """Each promise, the earliest first, with all that is promised up to it."""

    @property
    def id(self) -> str:
        """Its id, the name of its file."""
        return self.filed.id

    @property
    def state(self) -> State:
        """What its days come to."""
        t = self.task
        if t.decided is None or t.decided.day > self.as_of:
            return State.ASKED
        if t.decided.outcome is Outcome.REFUSED:
            return State.REFUSED
        if t.withdrawn and t.withdrawn.day <= self.as_of:
            return State.WITHDRAWN
        if t.closed and t.closed.day <= self.as_of:
            return State.DONE
        return State.EXPIRED if t.term and t.term.end < self.as_of else State.ADMITTED

    @property
    def taken(self) -> bool:
        """Whether the community took it on, now or before."""
        return self.state in TAKEN

    @cached_property
    def promised(self) -> int:
        """All the money promised."""
        return sum(p.amount for p in self.task.promises)

    @cached_property
    def due(self) -> int:
        """What should have arrived by now."""
        return sum(p.amount for p in self.task.promises if p.due < self.as_of)

    @cached_property
    def arrived(self) -> int:
        """What has arrived."""
        return self.arrived_by(self.as_of)

    @cached_property
    def spent(self) -> int:
        """What was spent on it."""
        return sum(f.spent for f in self.flows if f.posted.line.date <= self.as_of)

    @cached_property
    def own(self) -> int:
        """What other funds of the community put in."""
        return sum(f.own for f in self.flows if f.posted.line.date <= self.as_of)

    def arrived_by(self, day: datetime.date) -> int:
        """What had arrived at the end of a day."""
        return (self.task.before or 0) + sum(f.arrived for f in self.flows if f.posted.line.date <= day)

    def reached(self, fen: int) -> datetime.date | None:
        """The day on which so much had arrived; None where it has not."""
        return next((d for d in sorted({f.posted.line.date for f in self.flows}) if self.arrived_by(d) >= fen), None)

    @property
    def followed(self) -> Followed:
        """Whether the money followed: promised money by what arrived, else whether there is any."""
        if not self.promised:
            return Followed.ALL if self.arrived > 0 else Followed.FREE if self.task.free else Followed.UNPROMISED
        if self.arrived >= self.promised:
            return Followed.ALL
        if self.arrived > 0:
            return Followed.PART
        return Followed.NONE if self.due else Followed.WAITING

    def newest(self) -> datetime.date:
        """The newest day it speaks of that lies not after the books'."""
        return max((d for d in self._days() if d <= self.as_of), default=self.as_of)

    def _days(self) -> Iterator[datetime.date]:
        t = self.task
        yield t.applied
        yield from (one.day for one in (t.decided, t.withdrawn, t.closed) if one)
        yield from (w.day for w in t.work)
        yield from (p.due for p in t.promises)  # from then on the money is missing or there
        yield from (f.posted.line.date for f in self.flows)


def standings(books: Books) -> tuple[Standing, ...]:
    """Every task, by id; use through `books.derived`."""
    found = [(f, f.record) for f in books.of(Admission) if f.record is not None]
    return tuple(_standing(books, filed, task) for filed, task in sorted(found, key=lambda pair: pair[0].id))


def _standing(books: Books, filed: Filed[Admission], task: Admission) -> Standing:
    funds = tuple(f for f in _funds(books) if f.admission == filed.id)
    running, by = 0, []
    for promise in sorted(task.promises, key=lambda p: p.due):
        running += promise.amount
        by.append((promise, running))
    return Standing(filed, task, books.as_of, funds, tuple(_flows(books, filed.id, funds)), tuple(by))


def _flows(books: Books, id: str, funds: tuple[Fund, ...]) -> Iterator[Flow]:
    """The lines that name the task, and those of its funds, each once; interest is nobody's promise."""
    there = {(f.book, f.id) for f in funds}
    cited = {p.line.at_: p for p in citing(books, "admission", id)}
    every = {p.line.at_: p for book in {f.book for f in funds} for p in _posted(books, book) if any((book, e.fund) in there for e in p.entries)}
    for posted in sorted((every | cited).values(), key=lambda p: (p.line.date, p.line.at_)):
        book = posted.id.partition("/")[0]
        interest = books.law.standard("interest-categories", posted.line.date)
        leave = interest.words if interest else ()
        mine = [e for e in posted.entries if (posted.line.at_ in cited and e.column is not Column.MOVE) or (book, e.fund) in there]
        own = sum(e.fen for e in mine if e.column is Column.MOVE)
        arrived = sum(e.fen for e in mine if e.column is Column.INCOME and e.category not in leave)
        spent = -sum(e.fen for e in mine if e.column is Column.EXPENSE)
        if arrived or spent or own:
            yield Flow(posted, arrived, spent, own)


def _posted(books: Books, book: str) -> Iterator[Posted]:
    ledger = books.derived(ledgers).get(book)
    return (p for month in ledger.months for p in month.posted) if ledger else iter(())


def _funds(books: Books) -> tuple[Fund, ...]:
    community = books.the(Community)
    return community.funds if community else ()


def without_task(books: Books) -> tuple[Fund, ...]:
    """Funds whose money is said to follow a task (费随事转), and that name none."""
    return tuple(f for f in _funds(books) if f.nature is FundNature.FOLLOWS_TASK and f.admission is None)


def came_into(books: Books, fund: Fund) -> int:
    """The fen that were paid into a fund."""
    return sum(e.fen for p in _posted(books, fund.book) for e in p.entries if e.fund == fund.id and e.column is Column.INCOME)


def lists(books: Books) -> tuple[tuple[Filed[DutyFile], DutyFile], ...]:
    """The lists of what the community does, by id."""
    return tuple((f, f.record) for f in books.of(DutyFile) if f.record is not None)
