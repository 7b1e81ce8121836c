"""A distribution against the accounts of a book in double entry: what there was to share, and what was booked of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.distribution import codes
from mingbai.kinds.distribution.standing import Standing, standings
from mingbai.kinds.finance.posting.double import DoubleLedger, DoubleMonth, double_ledgers
from mingbai.values.days import Month
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DECEMBER, _TOP = 12, 3


class Booked(NamedTuple):
    """What was taken out of 收益分配 in a stretch of days: to the reserve, and altogether. Fen."""

    reserve: int
    given: int


@rule(codes.NOT_HELD)
def what_is_shared_stands_on_the_account(books: Books) -> Iterator[Diagnostic]:
    """At the year's end 收益分配 holds what the distribution says there was; what is moved in may be booked before or after."""
    for s, double in _double(books):
        at, held = _held_at_the_end(double, s.year)
        if at is None or held in (s.file.available, s.file.available - s.file.moved_in):
            continue
        said: dict[str, Any] = {"year": s.year, "account": at.chart.said(at.chart.chart.distribution), "held": grouped(held)}
        difference = grouped(abs(s.file.available - held))
        place = books.place(s.file, "gain")
        yield codes.NOT_HELD.at(place, record=s.file.at_, available=grouped(s.file.available), difference=difference, **said)


@rule(codes.BOOKED_OTHERWISE)
def it_is_booked_as_it_was_voted(books: Books) -> Iterator[Diagnostic]:
    """From the vote to the next distribution's vote, the accounts say what the plan says; told once a later month is in the books."""
    every = list(_double(books))
    for s, double in every:
        voted = s.outcome[1] if s.outcome else None
        if voted is None or not double.months or double.months[-1].month.month <= Month(voted.year, voted.month):
            continue
        later = [o.outcome[1] for o, other in every if other is double and o.outcome is not None and o.outcome[1] > voted]
        found = booked(double, voted, min(later, default=datetime.date.max))
        chart = double.months[-1].chart
        for what, plan, there, field in (
            (Text(f"转入“{chart.said(chart.chart.reserve)}”的", f"to “{chart.said(chart.chart.reserve)}”"), s.file.reserve, found.reserve, "reserve"),
            (Text("各项分配合计", "of everything given"), s.file.given, found.given, "year"),
        ):
            if plan != there:
                said: dict[str, Any] = {"what": what, "plan": grouped(plan), "booked": grouped(there), "from": voted}
                yield codes.BOOKED_OTHERWISE.at(books.place(s.file, field), record=s.file.at_, **said)
                break


def booked(double: DoubleLedger, first: datetime.date, end: datetime.date) -> Booked:
    """What left 收益分配 from `first` to the day before `end`; what came there from the earnings, or moved inside it, is not of it."""
    reserve = given = 0
    for month in double.months:
        chart = month.chart.chart
        for _, group in groupby(month.booked, key=lambda b: id(b.posted)):
            sides = tuple(group)
            tops = {b.number[:_TOP] for b in sides}
            if chart.distribution in tops and chart.earnings not in tops and first <= sides[0].day < end:
                given += sum(b.fen for b in sides if b.number[:_TOP] == chart.distribution)
                reserve -= sum(b.fen for b in sides if b.number[:_TOP] == chart.reserve)
    return Booked(reserve, given)


def _double(books: Books) -> Iterator[tuple[Standing, DoubleLedger]]:
    every = books.derived(standings)
    known = books.derived(double_ledgers) if every else {}
    yield from ((s, known[s.ledger.book.id]) for s in every if s.ledger.book.id in known)


def _held_at_the_end(double: DoubleLedger, year: int) -> tuple[DoubleMonth | None, int]:
    """收益分配 at the end of the year, credit positive; (None, 0) where the books do not reach it, or the year is not carried over."""
    december = next((m for m in double.months if m.month.month == Month(year, _DECEMBER)), None)
    if december is not None:
        return (december, _credit(december, december.closing)) if not _top(december.closing, december.chart.chart.earnings) else (None, 0)
    first = double.months[0] if double.months else None
    begins = first is not None and first.month.month == Month(year + 1, 1)
    return (first, _credit(first, first.opening)) if first is not None and begins else (None, 0)


def _credit(at: DoubleMonth, held: Mapping[str, int]) -> int:
    return -_top(held, at.chart.chart.distribution)


def _top(held: Mapping[str, int], top: str) -> int:
    return sum(fen for number, fen in held.items() if number[:_TOP] == top)
