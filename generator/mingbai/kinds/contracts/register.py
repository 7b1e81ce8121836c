"""The contracts of all books with what became of them: state, due, paid, owed, how long overdue."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite
from mingbai.kinds.community.registers import kept
from mingbai.kinds.contracts.records import Contract, ContractFile, Flow, Outcome, State
from mingbai.kinds.contracts.terms import Due, dues, last_day, total
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import citing

BASIS = (Cite("collective", "45"), Cite("urban-committee", "34"), Cite("village-committee", "35"))
"""The clauses by which it is published."""


@dataclass(frozen=True, slots=True)
class Paid:
    """A line that counts for a contract: fen in the contract's own direction, negative where something was undone."""

    posted: Posted
    fen: int


@dataclass(frozen=True, slots=True)
class Settled:
    """One payment of the plan and how much of it is paid, by the rule that the oldest is paid first; fen."""

    due: Due
    paid: int
    is_due: bool

    @property
    def left(self) -> int:
        return self.due.fen - self.paid


@dataclass(frozen=True, slots=True)
class Standing:
    """A contract on the day of the books.

    Attributes:
        id: `committee/HT-2026-01`; book: `committee`; filed: the file it stands in.
        paid: the lines that count; against: lines that cite it in the other direction; deposits: lines of its deposit.
        plan: every payment of the plan; `due_fen` fell due by the day of the books, `paid_fen` was received or paid by then.
        total: fen of the whole term, None where it is open.
        late: the first unpaid day that lies further back than the days of grace; None where nothing is overdue.
    """

    id: str
    book: str
    filed: Filed[ContractFile]
    contract: Contract
    state: State
    last: datetime.date | None
    total: int | None
    plan: tuple[Settled, ...]
    paid: tuple[Paid, ...]
    against: tuple[Posted, ...]
    deposits: tuple[Posted, ...]
    due_fen: int
    paid_fen: int
    late: datetime.date | None
    as_of: datetime.date

    @property
    def owed(self) -> int:
        """Fen that fell due and are not paid."""
        return max(self.due_fen - self.paid_fen, 0)

    @property
    def late_days(self) -> int:
        return (self.as_of - self.late).days if self.late else 0

    @property
    def overdue_fen(self) -> int:
        """What of `owed` is late: the unpaid part of payments whose days of grace are over."""
        if self.late is None:
            return 0
        return sum(s.left for s in self.plan if s.is_due and s.left > 0 and (self.as_of - s.due.day).days > (self.contract.grace or 0))

    @property
    def next(self) -> Due | None:
        """The next payment that is not yet due."""
        return next((s.due for s in self.plan if not s.is_due and s.left > 0), None)


def standings(books: Books) -> tuple[Standing, ...]:
    """Every contract, by book and in the order of the file; use through `books.derived(standings)`."""
    return tuple(_standing(books, filed, one) for _, filed, file in kept(books, ContractFile) for one in file.contracts)


def outcomes(books: Books) -> Mapping[int, Outcome]:
    """What became of every contract, by its `at_`, for the kinds that cite it (claims and debts, assets, resources)."""
    every = books.derived(standings)
    return {s.contract.at_: Outcome(s.id, s.state, s.last, s.total, s.due_fen, s.paid_fen, s.owed, s.overdue_fen, s.late) for s in every}


def state(contract: Contract, day: datetime.date) -> State:
    """未开始 before its first day, 已终止 from the day it ended, 已到期 after its last day, else 履行中."""
    last = last_day(contract)
    if contract.ending and contract.ending.day <= day:
        return State.ENDED
    if day < contract.start:
        return State.WAITING
    return State.EXPIRED if last is not None and last < day else State.RUNNING


def settle(plan: tuple[Due, ...], paid: int, day: datetime.date) -> tuple[Settled, ...]:
    """What was paid, laid against the plan from its oldest payment on."""
    found, left = [], max(paid, 0)
    for due in plan:
        part = min(left, due.fen)
        left -= part
        found.append(Settled(due, part, due.day <= day))
    return tuple(found)


def _standing(books: Books, filed: Filed[ContractFile], contract: Contract) -> Standing:
    book, as_of = filed.id.partition("/")[0], books.as_of
    id = f"{book}/{contract.number}"
    own, other, deposits = _lines(books, contract, id)
    counted = (contract.before or 0) + sum(p.fen for p in own if p.posted.line.date <= as_of)
    plan = settle(dues(contract, as_of), counted, as_of)
    due = sum(s.due.fen for s in plan if s.is_due)
    unpaid = next((s.due.day for s in plan if s.is_due and s.left > 0), None)
    late = unpaid if unpaid is not None and (as_of - unpaid).days > (contract.grace or 0) else None
    return Standing(
        id, book, filed, contract, state(contract, as_of), last_day(contract), total(contract), plan, own, other, deposits, due, counted, late, as_of
    )


def _lines(books: Books, contract: Contract, id: str) -> tuple[tuple[Paid, ...], tuple[Posted, ...], tuple[Posted, ...]]:
    """The lines in the contract's direction, those against it, and those of its deposit."""
    column, sign = (Column.INCOME, 1) if contract.flow is Flow.IN else (Column.EXPENSE, -1)
    own, other, deposits = [], [], []
    for posted in citing(books, "contract", id):
        words = books.law.standard("deposit-words", posted.line.date)
        if words is not None and _speaks_of(posted, words.words):
            deposits.append(posted)
        elif posted.column is column:
            own.append(Paid(posted, sign * sum(e.fen for e in posted.entries)))
        else:
            other.append(posted)
    return tuple(own), tuple(other), tuple(deposits)


def _speaks_of(posted: Posted, words: tuple[str, ...]) -> bool:
    return any(w in text for w in words for text in (posted.line.summary or "", *(e.category for e in posted.entries)))
