"""How a budget was adopted, changed and kept to. All of it is published beside the record and blocks nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books, Filed
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.budget.codes import CHANGE_EARLY, CHANGE_NO_VOTE, NO_BUDGET, NO_VOTE, NOT_PASSED, OVERSPENT, UNKNOWN_CATEGORY, VARIANCE
from mingbai.kinds.budget.outturn import budgets, key
from mingbai.kinds.budget.records import BudgetFile, Change, Direction
from mingbai.kinds.budget.rules_record import words
from mingbai.kinds.community.registers import book_of, year_of
from mingbai.kinds.finance.posting.entries import TO_OTHER
from mingbai.kinds.finance.posting.ledger import BookLedger, decided, ledgers
from mingbai.kinds.meetings.records import Result
from mingbai.packs import doubt
from mingbai.values.days import months_later
from mingbai.values.money import grouped


@rule(NO_VOTE, NOT_PASSED, CHANGE_NO_VOTE, CHANGE_EARLY)
def budgets_and_changes_are_voted(books: Books) -> Iterator[Diagnostic]:
    """A budget and each of its changes rest on a decision that was passed, a change not before its decision."""
    for filed in books.of(BudgetFile):
        file = filed.record
        if file is None:
            continue
        if file.decision is None:
            yield NO_VOTE.at(books.place(file, "year"), record=file.at_, year=file.year)
        else:
            yield from _passed(books, file, file.decision, filed)
        for change in file.changes:
            yield from _changed(books, change, filed)


def _changed(books: Books, change: Change, filed: Filed[BudgetFile]) -> Iterator[Diagnostic]:
    if change.decision is None:
        said: dict[str, Any] = {"day": change.day, "number": change.item, "way": change.way.text, "amount": grouped(change.amount)}
        yield CHANGE_NO_VOTE.at(books.place(change), record=change.at_, **said)
        return
    yield from _passed(books, change, change.decision, filed)
    outcome = decided(books, change.decision, filed)
    if outcome is not None and outcome[1] > change.day:
        yield CHANGE_EARLY.at(books.place(change, "day"), record=change.at_, day=change.day, decided=outcome[1])


def _passed(books: Books, record: BudgetFile | Change, decision: str, filed: Filed[BudgetFile]) -> Iterator[Diagnostic]:
    outcome = decided(books, decision, filed)
    result = outcome[0] if outcome else None
    if result is not None and result is not Result.PASSED:
        yield NOT_PASSED.at(books.place(record, "decision"), record=record.at_, decision=decision, result=result.text)


@rule(OVERSPENT, UNKNOWN_CATEGORY)
def spending_keeps_to_the_budget(books: Books) -> Iterator[Diagnostic]:
    """No item is overspent by the budget of the day, and no category is paid from that the budget does not know; told once, at the line."""
    for year in books.derived(budgets):
        for one in year.executed:
            if one.first_over is not None:
                posted, spent, allowed = one.first_over
                said: dict[str, Any] = {"what": words(books, key(one.item)), "budget": grouped(allowed), "spent": grouped(spent)}
                related = (books.place(one.item, "amount"),)
                yield OVERSPENT.at(books.place(posted.line), record=posted.line.at_, related=related, **said)
        for other in year.unknown:
            if other.key.direction is Direction.EXPENSE and other.fen > 0 and other.key.category not in ("", TO_OTHER):
                line = other.first.line
                yield UNKNOWN_CATEGORY.at(books.place(line), record=line.at_, year=year.year, what=words(books, other.key), spent=grouped(other.fen))


@rule(NO_BUDGET)
def every_book_has_its_budget(books: Books) -> Iterator[Diagnostic]:
    """Where a community keeps budgets, every book with lines of a year has that year's some months into it."""
    kept = [f for f in books.filed if f.kind == "budget"]
    if not kept:
        return
    known = books.derived(ledgers)
    named = ((book_of(f), year_of(f)) for f in kept)  # a broken file is there as well: it has a finding of its own
    there = {(b, y) for b, y in named if y is not None and b in known}
    for ledger in known.values() if there else ():
        yield from _missing(books, ledger, {y for b, y in there if b == ledger.book.id}, min(y for _, y in there))


def _missing(books: Books, ledger: BookLedger, there: set[int], first: int) -> Iterator[Diagnostic]:
    for year in sorted({m.month.year for m in ledger.months} - there):
        begins = datetime.date(year, 1, 1)
        standard = books.law.standard("budget-months", begins)
        if standard is None or standard.count is None:
            continue
        due = months_later(begins, standard.count) - datetime.timedelta(1)
        if year >= first and books.as_of > due:
            month = next(m for m in ledger.months if m.month.year == year)
            said: dict[str, Any] = {"book": ledger.book.name, "id": ledger.book.id, "year": year, "due": due, "unsure": doubt(standard)}
            yield NO_BUDGET.at(books.place(month.file, "period"), record=month.file.at_, basis=books.law.grounds(NO_BUDGET, standard), **said)


@rule(VARIANCE)
def what_is_far_from_the_budget_is_explained(books: Books) -> Iterator[Diagnostic]:
    """Some months after its year an item that stayed far behind its budget, or brought far more, has an explanation; what was overspent is told at its line."""
    for year in books.derived(budgets):
        ends = datetime.date(year.year, 12, 31)
        share, wait = books.law.standard("budget-variance", ends), books.law.standard("budget-months", ends)
        if share is None or share.share is None or wait is None or wait.count is None:
            continue
        over = months_later(ends, wait.count) < books.as_of
        whole = {m.month.month for m in year.months} >= {12} and all(m.sound for m in year.months)
        for one in year.executed if over and whole else ():
            far = abs(one.left)
            if one.revised > 0 and one.item.note is None and one.first_over is None and share.share.met(far, one.revised):
                said: dict[str, Any] = {"year": year.year, "what": words(books, key(one.item)), "budget": grouped(one.revised)}
                said |= {"done": grouped(one.done), "difference": grouped(far), "unsure": doubt(share)}
                yield VARIANCE.at(books.place(one.item, "amount"), record=one.item.at_, basis=books.law.grounds(VARIANCE, share, wait), **said)
