"""Planned spending from the vote to the review (三审三公开): decided, published, spent, looked over. Fen throughout."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, citing, decided, ledgers
from mingbai.kinds.finance.records import MonthFile, Plan


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with what became of it; `reviews` are the months in which it was spent, with who looked them over and when."""

    id: str
    plan: Plan
    month: MonthLedger
    decided: datetime.date | None
    published: datetime.date | None
    lines: tuple[Posted, ...]
    reviews: tuple[tuple[str, str, datetime.date], ...]

    @property
    def spent(self) -> int:
        """Paid under it, what was reversed or given back taken off."""
        return -sum(e.fen for p in self.lines for e in p.entries if e.column is Column.EXPENSE)

    @property
    def left(self) -> int:
        """Estimate less spent; negative where more was spent."""
        return self.plan.estimate - self.spent

    @property
    def word(self) -> tuple[str, str]:
        """What became of it, in a word with its colour."""
        if self.spent > self.plan.estimate:
            return "超出计划", "warn"
        if self.lines:
            return "已支出", "ok"
        return ("不支出", "past") if self.plan.unspent else ("还没有支出", "wait")


def planned(books: Books) -> Mapping[str, tuple[Planned, ...]]:
    """Every plan by its book, in the order of months; use through `books.derived`."""
    return {id: tuple(_of(books, ledger)) for id, ledger in books.derived(ledgers).items()}


def _of(books: Books, ledger: BookLedger) -> Iterator[Planned]:
    for month in ledger.months:
        for plan in month.file.plans:
            id = f"{month.filed.id}/{plan.number}"
            outcome = decided(books, plan.decision, month.filed) if plan.decision else None
            lines = citing(books, "plan", id)
            yield Planned(id, plan, month, outcome[1] if outcome else None, published(plan, month.file), lines, tuple(_reviews(ledger, lines)))


def published(plan: Plan, file: MonthFile) -> datetime.date | None:
    """The day a plan was published: its own, else that of all plans of the month; None where neither is said."""
    return plan.published or file.plans_published


def _reviews(ledger: BookLedger, lines: tuple[Posted, ...]) -> Iterator[tuple[str, str, datetime.date]]:
    """(month, reviewer, day) of each month in which it was spent and that was looked over."""
    months = dict.fromkeys(p.id.rsplit("/", 1)[0] for p in lines)
    for month in ledger.months:
        review = month.file.closing.review if month.filed.id in months and month.file.closing else None
        if review is not None:
            yield str(month.month), review.reviewer, review.day
