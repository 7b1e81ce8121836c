"""How a project was decided, paid for and shown. All of it is published beside the project and blocks nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.finance.posting.ledger import decided
from mingbai.kinds.finance.posting.standing import families, spent
from mingbai.kinds.meetings.records import Result
from mingbai.kinds.projects.codes import NO_DECISION, NOT_ACCEPTED, NOT_PASSED, OVER, RELATED, TOO_EARLY, UNDECIDED_MORE
from mingbai.kinds.projects.records import Project, Stage, Variation
from mingbai.kinds.projects.standing import Standing, State, standings
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_BEGUN = (Stage.TENDERED, Stage.STARTED)


@rule(NO_DECISION, NOT_PASSED, TOO_EARLY)
def a_project_is_decided_first(books: Books) -> Iterator[Diagnostic]:
    """Before anything is tendered, begun or paid there is a decision that was passed."""
    for s in books.derived(standings):
        p, begun = s.project, _begun(s)
        if p.decision is None:
            if begun is not None:
                yield NO_DECISION.at(
                    books.place(p), record=p.at_, name=p.name, what=Text(f"已在 {begun[1]} {begun[0].zh}", f"{begun[0].en} on {begun[1]}")
                )
            continue
        outcome = decided(books, p.decision, s.filed)
        if outcome is None:
            continue
        if outcome[0] is not None and outcome[0] is not Result.PASSED:
            yield NOT_PASSED.at(books.place(p, "decision"), record=p.at_, decision=p.decision, result=outcome[0].text)
        elif begun is not None and begun[1] < outcome[1]:
            yield TOO_EARLY.at(books.place(p, "decision"), record=p.at_, stage=begun[0], day=begun[1], decided=outcome[1])


def _begun(s: Standing) -> tuple[Text, datetime.date] | None:
    """The first thing that binds: a tender, work, a payment that stands and names no decision itself (of one that does, finance tells)."""
    found = [(t.stage.text, t.day) for t in s.project.steps if t.stage in _BEGUN]
    paid = (mine for mine in families(s.paid) if spent(mine) > 0 and not any(p.line.decision for p in mine))
    found += [(Text("付款", "paid"), mine[0].line.date) for mine in paid]
    return min(found, key=lambda f: f[1], default=None)


@rule(OVER, UNDECIDED_MORE)
def a_project_keeps_to_its_budget(books: Books) -> Iterator[Diagnostic]:
    """It costs no more than its budget and what was decided to be added; more money is decided."""
    for s in books.derived(standings):
        for variation in s.project.variations:
            yield from _variation(books, s, variation)
        if s.over:
            p = s.project
            what = Text("决算", "outturn") if p.outturn else Text("已花", "spent")
            said: dict[str, Any] = {"name": p.name, "budget": grouped(s.budget), "what": what, "cost": grouped(s.cost), "over": grouped(s.over)}
            yield OVER.at(books.place(p.outturn, "amount") if p.outturn else books.place(p, "budget"), record=p.at_, **said)


def _variation(books: Books, s: Standing, variation: Variation) -> Iterator[Diagnostic]:
    if variation.decision is None:
        if variation.fen > 0:
            yield UNDECIDED_MORE.at(books.place(variation), record=variation.at_, day=variation.day, amount=grouped(variation.fen))
        return
    outcome = decided(books, variation.decision, s.filed)
    if outcome is not None and outcome[0] is not None and outcome[0] is not Result.PASSED:
        yield NOT_PASSED.at(books.place(variation, "decision"), record=variation.at_, decision=variation.decision, result=outcome[0].text)


@rule(RELATED)
def a_contractor_is_no_officers_firm(books: Books) -> Iterator[Diagnostic]:
    """The contractor is not among the firms registered as related to an officer."""
    community = books.the(Community)
    firms = community.related if community and books.of(Project) else {}
    for project in books.records(Project) if firms else ():
        officer = firms.get(project.contractor or "")
        if officer is not None:
            yield RELATED.at(books.place(project, "contractor"), record=project.at_, contractor=project.contractor, role=officer.roles[0])


@rule(NOT_ACCEPTED)
def finished_work_is_accepted(books: Books) -> Iterator[Diagnostic]:
    """Work that is finished is accepted within the days of the standard."""
    for s in books.derived(standings):
        finished = s.day(Stage.FINISHED)
        standard = books.law.standard("acceptance-days", finished) if finished is not None else None
        if s.state is State.FINISHED and finished is not None and standard is not None and standard.count is not None:
            due = books.law.calendar.within(finished, standard.count).day
            if books.as_of > due:
                said: dict[str, Any] = {"name": s.project.name, "day": finished, "due": due, "unsure": doubt(standard)}
                yield NOT_ACCEPTED.at(books.place(s.project, "steps"), record=s.project.at_, basis=books.law.grounds(NOT_ACCEPTED, standard), **said)
