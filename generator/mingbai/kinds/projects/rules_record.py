"""A project in itself: sources and outturn add up, its days can be true."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.finance.posting.ledger import ledgers, readable
from mingbai.kinds.projects.codes import EARLY_STAGE, ORDER, OUTTURN, SOURCE_SAYS, SOURCES, SURVEY
from mingbai.kinds.projects.records import Project, SourceKind, Stage, Step
from mingbai.kinds.projects.standing import Standing, standings
from mingbai.schema.record import Record, fields
from mingbai.values.money import grouped
from mingbai.values.text import Text


@rule(SOURCES, SOURCE_SAYS)
def sources_make_the_budget(books: Books) -> Iterator[Diagnostic]:
    """The sources sum to the budget, and one from the community's own money says which fund or book it is."""
    for project in books.records(Project):
        total = sum(s.amount for s in project.sources)
        if total != project.budget:
            said: dict[str, Any] = {"sum": grouped(total), "budget": grouped(project.budget), "difference": grouped(abs(total - project.budget))}
            yield SOURCES.at(books.place(project, "sources"), **said)
        for source in project.sources:
            needed = {SourceKind.FUND: "fund", SourceKind.BOOK: "book"}.get(source.kind)
            if needed is not None and getattr(source, needed) is None:
                yield SOURCE_SAYS.at(books.place(source, "kind"), kind=source.kind.text, field=fields(type(source))[needed].label)


@rule(OUTTURN)
def the_outturn_is_the_sum_of_the_lines(books: Books) -> Iterator[Diagnostic]:
    """What is asserted as outturn is what the lines of all books paid, what is still owed, and labour, to the fen."""
    for s in books.derived(standings):
        outturn = s.project.outturn
        if outturn is None or not _known(books, s):
            continue
        parts = [(s.spent, Text("账上已付", "paid by the lines"))]
        parts += [(outturn.owed, Text("应付未付", "still owed"))] if outturn.owed else []
        parts += [(s.labour, Text("投劳折资", "labour"))] if s.labour else []
        computed = sum(fen for fen, _ in parts)
        if computed != outturn.amount:
            told = Text("、".join(f"{t.zh} {grouped(f)}" for f, t in parts), ", ".join(f"{t.en} {grouped(f)}" for f, t in parts))
            if len(parts) > 1:
                told = Text(f"{told.zh} 合计 {grouped(computed)}", f"{told.en}, together {grouped(computed)}")
            said: dict[str, Any] = {"asserted": grouped(outturn.amount), "parts": told, "difference": grouped(abs(computed - outturn.amount))}
            yield OUTTURN.at(books.place(outturn, "amount"), **said)


def _known(books: Books, s: Standing) -> bool:
    """Whether no month could be missing from the sum because it cannot be read; its own finding says so."""
    return readable(books) and all(m.sound for ledger in books.derived(ledgers).values() for m in ledger.months if any(p in m.posted for p in s.paid))


@rule(ORDER, EARLY_STAGE)
def stages_follow_one_another(books: Books) -> Iterator[Diagnostic]:
    """Work ends after it began, else a day is wrong; it is accepted after it ended and settled after it was accepted; told at the later stage."""
    for s in books.derived(standings):
        reached = list(_reached(s.project))
        for (what, day, _record), (later, later_day, record) in pairwise(reached):
            if later_day < day:
                said: dict[str, Any] = {"later": later, "later_day": later_day, "earlier": what, "earlier_day": day}
                code = ORDER if isinstance(record, Step) else EARLY_STAGE
                yield code.at(books.place(record, "day"), record=s.project.at_, **said)


def _reached(project: Project) -> Iterator[tuple[Text, datetime.date, Record]]:
    """What can only follow one upon the other, each with its day and the record that says it."""
    for stage in (Stage.STARTED, Stage.FINISHED):
        step = next((t for t in project.steps if t.stage is stage), None)
        if step is not None:
            yield stage.text, step.day, step
    if project.acceptance is not None:
        yield Text("验收", "acceptance"), project.acceptance.day, project.acceptance
    if project.outturn is not None:
        yield Text("决算", "outturn"), project.outturn.day, project.outturn


@rule(SURVEY)
def no_more_are_content_than_were_asked(books: Books) -> Iterator[Diagnostic]:
    """Of those asked at most all were content."""
    for project in books.records(Project):
        for survey in project.surveys:
            if survey.content > survey.asked:
                yield SURVEY.at(books.place(survey, "content"), asked=survey.asked, content=survey.content)
