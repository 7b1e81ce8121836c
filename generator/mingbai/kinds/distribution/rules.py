"""What must hold of a distribution: it balances, it was voted by enough, shown in time, paid as planned."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.registers import declared, strays, year_of
from mingbai.kinds.distribution import codes
from mingbai.kinds.distribution.records import DistributionFile
from mingbai.kinds.distribution.standing import Standing, standings
from mingbai.kinds.finance.posting.standing import families, spent
from mingbai.kinds.meetings.records import Result
from mingbai.packs import doubt
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.text import Text


@rule(codes.WRONG_YEAR, codes.NO_BOOK)
def a_distribution_is_named_by_book_and_year(books: Books) -> Iterator[Diagnostic]:
    """The folder is a registered book, the file name is the year."""
    for filed in books.of(DistributionFile):
        file = filed.record
        if file is not None and file.year != year_of(filed):
            yield codes.WRONG_YEAR.at(books.place(file, "year"), file=filed.id.rpartition("/")[2], year=file.year)
    for stray, book in strays(books, DistributionFile):
        yield codes.NO_BOOK.at(books.place(stray), book=book, known=sorted(declared(books)))


@rule(codes.IDENTITY, codes.SHARES)
def it_balances(books: Books) -> Iterator[Diagnostic]:
    """What there was equals what is given and what is left; shares × each is the amount; to the fen."""
    for file in books.records(DistributionFile):
        for one in file.members:
            whole, rest = one.product
            if whole != one.amount or rest:
                product = grouped(whole) + (f"{rest:04d}".rstrip("0") if rest else "")
                said: dict[str, Any] = {"sort": one.sort, "shares": decimal(one.shares), "each": grouped(one.each), "amount": grouped(one.amount)}
                yield codes.SHARES.at(books.place(one, "amount"), product=product, **said)
        computed = file.left
        if file.closing is not None and computed != file.closing:
            said = {"available": grouped(file.available), "given": grouped(file.given), "computed": grouped(computed)}
            difference = grouped(abs(computed - file.closing))
            yield codes.IDENTITY.at(books.place(file, "closing"), asserted=grouped(file.closing), difference=difference, **said)


@rule(codes.OPENING)
def a_year_begins_where_the_last_one_ended(books: Books) -> Iterator[Diagnostic]:
    """What was not distributed before is what last year's distribution left."""
    every = {(s.ledger.book.id, s.year): s for s in books.derived(standings)}
    for (book, year), s in every.items():
        before = every.get((book, year - 1))
        if before is not None and s.file.opening != before.file.left:
            said: dict[str, Any] = {"asserted": grouped(s.file.opening), "computed": grouped(before.file.left)}
            related = (books.place(before.file, "closing"),)
            yield codes.OPENING.at(books.place(s.file, "opening"), related=related, year=year - 1, **said)


@rule(codes.NO_VOTE, codes.NOT_PASSED, codes.FEW)
def enough_of_all_agreed(books: Books) -> Iterator[Diagnostic]:
    """The plan was put to the vote and passed, by two thirds of all, not of those present."""
    for s in books.derived(standings):
        file = s.file
        standard = books.law.standard("distribution-majority", s.outcome[1]) if s.outcome is not None else None
        if file.decision is None:
            yield codes.NO_VOTE.at(books.place(file, "year"), record=file.at_, year=s.year)
        elif s.outcome is not None and s.outcome[0] is not None and s.outcome[0] is not Result.PASSED:
            yield codes.NOT_PASSED.at(books.place(file, "decision"), record=file.at_, decision=file.decision, result=s.outcome[0].text)
        elif s.votes is not None and standard is not None and standard.share is not None and not standard.share.met(*s.votes):
            said: dict[str, Any] = {"yes": s.votes[0], "due": s.votes[1], "needed": standard.share.text}
            yield codes.FEW.at(books.place(file, "decision"), record=file.at_, basis=books.law.grounds(codes.FEW, standard), **said)


@rule(codes.NOT_SHOWN)
def members_see_the_plan_first(books: Books) -> Iterator[Diagnostic]:
    """The plan is shown so many days before the meeting that votes on it."""
    for s in books.derived(standings):
        if s.outcome is None:
            continue
        meeting, shown = s.outcome[1], s.file.shown
        standard = books.law.standard("distribution-days", meeting)
        if standard is None or standard.count is None:
            continue
        if shown is None or meeting - shown < datetime.timedelta(standard.count):
            told = Text(f" {shown} 公布", f"was shown on {shown}") if shown else Text("没有写公布日", "has no day on which it was shown")
            place = books.place(s.file, "shown" if shown else "decision")
            yield codes.NOT_SHOWN.at(
                place, record=s.file.at_, meeting=meeting, shown=told, days=standard.count, basis=books.law.grounds(codes.NOT_SHOWN, standard)
            )


@rule(codes.RESERVE, codes.NOTHING_THERE)
def the_reserve_comes_first(books: Books) -> Iterator[Diagnostic]:
    """Of a gain the share of the standard goes to the reserve; where there is nothing to share, members get nothing."""
    for filed in books.of(DistributionFile):
        file, year = filed.record, year_of(filed)
        if file is None:
            continue
        standard = books.law.standard("reserve-share", min(datetime.date(year, 12, 31), books.as_of) if year is not None else books.as_of)
        if file.to_members and file.available <= 0:
            said: dict[str, Any] = {"available": grouped(file.available), "members": grouped(file.to_members)}
            yield codes.NOTHING_THERE.at(books.place(file, "members"), record=file.at_, **said)
        elif standard is not None and standard.share is not None and file.gain > 0 and not standard.share.met(file.reserve, file.gain):
            needed = Text(standard.share.text.zh + doubt(standard).zh, standard.share.text.en + doubt(standard).en)
            said = {"gain": grouped(file.gain), "reserve": grouped(file.reserve), "needed": needed}
            yield codes.RESERVE.at(books.place(file, "reserve"), record=file.at_, basis=books.law.grounds(codes.RESERVE, standard), **said)


@rule(codes.OVERPAID, codes.PAID_EARLY)
def members_are_paid_as_planned(books: Books) -> Iterator[Diagnostic]:
    """Members get what the plan says, after it was passed."""
    for s in books.derived(standings):
        if s.paid > s.file.to_members:
            said: dict[str, Any] = {"year": s.year, "members": grouped(s.file.to_members), "paid": grouped(s.paid)}
            yield codes.OVERPAID.at(books.place(s.file, "members" if s.file.members else "closing"), record=s.file.at_, **said)
        first = _first_paid(s)
        if first is not None and s.outcome is not None and first < s.outcome[1]:
            yield codes.PAID_EARLY.at(books.place(s.file, "decision"), record=s.file.at_, day=first, decided=s.outcome[1])


def _first_paid(s: Standing) -> datetime.date | None:
    """The first payment that stands and names no decision itself: of one that does, finance tells."""
    return next((mine[0].line.date for mine in families(s.lines) if spent(mine) > 0 and not any(p.line.decision for p in mine)), None)
