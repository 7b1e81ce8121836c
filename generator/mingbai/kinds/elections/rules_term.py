"""ELE022, ELE023: nobody stays in an elected office beyond the term that the law lays down."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.elections import codes
from mingbai.kinds.elections.records import Election, ElectionKind
from mingbai.kinds.elections.telling import said as said_day
from mingbai.kinds.elections.terms import Elected, bodies
from mingbai.schema.record import Record
from mingbai.values.counted import counted
from mingbai.values.text import Text


@rule(codes.TERM_OVER)
def a_term_that_is_over_ends_with_an_election(books: Books) -> Iterator[Diagnostic]:
    """The years of the pack after a body was elected the next is; where no election is on record, after the term of those in office began, or when the last of their terms ended."""
    for body in bodies(books):
        for record, field, begun, over in _ended(books, body):
            if books.as_of > over:
                told: dict[str, Any] = {"body": body.name, "begun": begun, "over": over, "days": (books.as_of - over).days}
                yield codes.TERM_OVER.at(books.place(record, field), record=record.at_, basis=books.law.clauses(body.standard), **told)


def _ended(books: Books, body: Elected) -> Iterator[tuple[Record, str, Text, datetime.date]]:
    """Where it is told, since when the body is in office, and the last day of its term."""
    if body.election is not None and body.since is not None:
        chosen = Text(
            f"{said_day(body.since)}选出，每届 {body.standard.count} 年",
            f"elected on {body.since} for {counted(body.standard.count, 'year', 'years')}",
        )
        yield body.election, "kind", chosen, body.over(body.since)
        return
    serving = [p for p in body.holders if p.serves(books.as_of)]
    for person in serving:
        if person.term is not None:
            started = Text(
                f"“{person.name}”的任期从 {person.term.start} 起，每届 {body.standard.count} 年",
                f"the term of “{person.name}” began on {person.term.start}, for {counted(body.standard.count, 'year', 'years')}",
            )
            yield person, "term", started, body.over(person.term.start)
    ended = [(p.term.end, p) for p in body.holders if p.term is not None and p.term.end is not None]
    if ended and not serving:
        end, last = max(ended, key=lambda one: one[0])
        yield last, "term", Text("登记的任期都已结束", "all registered terms have ended"), end


@rule(codes.TERM_LONG)
def no_term_is_longer_than_the_law_allows(books: Books) -> Iterator[Diagnostic]:
    """A term ends no later than the years of the pack after it began; that of somebody chosen for a vacant seat, with the term of the others."""
    chosen = _by_elected(books)
    for body in bodies(books):
        ends = [p.term.end for p in body.holders if p.term and p.term.end and p.name not in chosen and p.term.start <= books.as_of]
        for person in body.holders:
            term = person.term
            if term is None or term.end is None or term.end < term.start:
                continue
            latest, why = body.over(term.start), Text(f"每届 {body.standard.count} 年", f"a term is {counted(body.standard.count, 'year', 'years')}")
            if (day := chosen.get(person.name)) is not None and (body.since or day) <= day <= term.start:
                others = max((end for end in ends if end >= day), default=latest)
                latest, why = min(
                    (latest, why), (others, Text("补选的，到本届届满为止", "chosen for a vacant seat, for the rest of the term")), key=_day
                )
            if term.end > latest:
                told: dict[str, Any] = {"person": person.name, "end": term.end, "latest": latest, "why": why}
                yield codes.TERM_LONG.at(books.place(term, "end"), record=person.at_, basis=books.law.clauses(body.standard), **told)


def _day(pair: tuple[datetime.date, Text]) -> datetime.date:
    return pair[0]


def _by_elected(books: Books) -> dict[str, datetime.date]:
    """Who was chosen for a vacant seat, and when; they serve for the rest of the term (urban law art. 24, village law art. 23)."""
    return {
        candidate.name: voted.date
        for election in books.records(Election)
        if election.kind is ElectionKind.BY_ELECTION
        for voted in election.rounds
        for seat in voted.seats
        for candidate in seat.candidates
        if candidate.elected and candidate.name is not None
    }
