"""OBJ: every objection is answered in its time, in public, without names, beside what it is about."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.objections import codes
from mingbai.kinds.objections.records import Answer, Objection, ObjectionFile, Outcome, Sort
from mingbai.kinds.objections.standing import REFS, Standing, State, standings
from mingbai.packs import doubt
from mingbai.schema.record import Record, fields
from mingbai.values.text import Text


@rule(codes.BACKWARDS, codes.FUTURE, codes.WRONG_YEAR)
def days_are_in_order(books: Books) -> Iterator[Diagnostic]:
    """Raised, answered, published, in this order, in the year of the file, and not in the future."""
    for s in books.derived(standings):
        o = s.objection
        if f"{o.day.year}" != s.filed.id:
            yield codes.WRONG_YEAR.at(books.place(o, "day"), record=o.at_, day=o.day, year=s.filed.id)
        for record, name, label, day in _days(o):
            if day > books.as_of:
                yield codes.FUTURE.at(books.place(record, name), record=o.at_, field=label, day=day, as_of=books.as_of)
            if day < o.day:
                yield codes.BACKWARDS.at(books.place(record, name), record=o.at_, field=label, day=day, raised=o.day)


def _days(o: Objection) -> Iterator[tuple[Record, str, Text, datetime.date]]:
    yield o, "day", fields(Objection)["day"].label, o.day
    if o.answer:
        yield o.answer, "day", fields(Objection)["answer"].label, o.answer.day
        if o.answer.published:
            yield o.answer, "published", fields(Answer)["published"].label, o.answer.published


@rule(codes.OVERDUE, codes.LATE)
def objections_are_answered_in_time(books: Books) -> Iterator[Diagnostic]:
    """An objection is answered within the days its sort has in the pack, or within the time it was extended to."""
    for s in books.derived(standings):
        if s.due is None or s.standard is None or s.state in (State.OPEN, State.IN_TIME):
            continue
        o = s.objection
        unsure = Text("", "") if o.extended else doubt(s.standard)
        said: dict[str, Any] = {"due": s.due, "days": s.counted, "late": s.days, "unsure": unsure}
        if o.answer and s.answered:
            yield codes.LATE.at(
                books.place(o.answer, "day"), record=o.at_, basis=books.law.grounds(codes.LATE, s.standard), answered=s.answered, **said
            )
        else:
            yield codes.OVERDUE.at(books.place(o, "day"), record=o.at_, basis=books.law.grounds(codes.OVERDUE, s.standard), raised=o.day, **said)


@rule(codes.NOT_PUBLISHED, codes.NOT_MENDED)
def answers_are_published_and_acted_on(books: Books) -> Iterator[Diagnostic]:
    """The answer to an objection is published; where it was upheld, something was put right."""
    for s in books.derived(standings):
        answer = s.objection.answer
        if answer is None:
            continue
        if answer.published is None and s.objection.sort is Sort.OBJECTION:
            yield codes.NOT_PUBLISHED.at(books.place(answer, "day"), record=s.objection.at_, answered=answer.day)
        if answer.outcome in (Outcome.UPHELD, Outcome.PARTLY) and answer.remedy is None:
            yield codes.NOT_MENDED.at(books.place(answer, "outcome"), record=s.objection.at_, outcome=answer.outcome.text)


@rule(codes.NAMED, codes.ABOUT_NOTHING)
def an_objection_names_its_matter_and_nobody(books: Books) -> Iterator[Diagnostic]:
    """Who raised it is described, not named; an objection says what it is about."""
    naming = books.law.naming()
    for s in books.derived(standings):
        o = s.objection
        if o.by and naming.likely(o.by):
            yield codes.NAMED.at(books.place(o, "by"), record=o.at_, by=o.by)
        if o.sort is Sort.OBJECTION and not named(s):
            yield codes.ABOUT_NOTHING.at(books.place(o, "summary"), record=o.at_, number=o.number)


def named(s: Standing) -> bool:
    """Whether an objection says what it is about."""
    return any(getattr(s.objection, name) for name, _ in REFS)


@rule(codes.NO_CHANNELS)
def residents_know_how_to_object(books: Books) -> Iterator[Diagnostic]:
    """A community that keeps this register says in community.yml how to object."""
    community = books.the(Community)
    if community is not None and not community.channels and community.phone is None and books.of(ObjectionFile):
        yield codes.NO_CHANNELS.at(books.place(community, "name"), record=community.at_)
