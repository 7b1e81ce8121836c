"""What residents are shown of a project, and how fresh it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.finance.posting.ledger import decided
from mingbai.kinds.meetings.records import Result
from mingbai.kinds.projects.codes import NO_PROGRESS, NOT_SHOWN, SHOWN_EARLY
from mingbai.kinds.projects.records import NoticePhase, Project, Stage
from mingbai.kinds.projects.standing import Standing, State, standings
from mingbai.packs import doubt
from mingbai.values.days import months_later
from mingbai.values.money import grouped
from mingbai.values.text import Text


@rule(NOT_SHOWN)
def a_project_is_shown_three_times(books: Books) -> Iterator[Diagnostic]:
    """Within some days of the vote, of the start and of the acceptance residents are shown the project."""
    for s in books.derived(standings):
        for phase, event, since in _phases(books, s):
            standard = books.law.standard("project-notice-days", since)
            if standard is None or standard.count is None:
                continue
            due = books.law.calendar.within(since, standard.count).day
            if books.as_of > due and not any(n.phase is phase for n in s.project.notices):
                said: dict[str, Any] = {"phase": phase.text, "event": event, "since": since, "due": due, "unsure": doubt(standard)}
                yield NOT_SHOWN.at(books.place(s.project), record=s.project.at_, basis=books.law.grounds(NOT_SHOWN, standard), **said)


@rule(SHOWN_EARLY)
def phases_are_shown_in_their_order(books: Books) -> Iterator[Diagnostic]:
    """What was approved is shown before how it is carried out, that before how it was accepted, and an acceptance not before it took place."""
    for project in books.records(Project):
        earlier: tuple[Text, datetime.date] | None = None
        for phase in NoticePhase:
            first = min((n for n in project.notices if n.phase is phase), key=lambda n: n.day, default=None)
            after = earlier
            if phase is NoticePhase.ACCEPTED and project.acceptance is not None:
                after = max((a for a in (earlier, (Text("验收", "the acceptance"), project.acceptance.day)) if a), key=lambda a: a[1])
            if first is not None and after is not None and first.day < after[1]:
                said: dict[str, Any] = {"phase": phase.text, "day": first.day, "event": after[0], "since": after[1]}
                yield SHOWN_EARLY.at(books.place(first, "day"), record=project.at_, **said)
            if first is not None:
                earlier = Text(f"“{phase.zh}”阶段的公示", f"the showing of “{phase.value}”"), first.day


def _phases(books: Books, s: Standing) -> Iterator[tuple[NoticePhase, Text, datetime.date]]:
    """What is to be shown, by which event, since when."""
    p = s.project
    outcome = decided(books, p.decision, s.filed) if p.decision else None
    if outcome is not None and outcome[0] is Result.PASSED:
        yield NoticePhase.APPROVED, Text("通过立项", "decided"), outcome[1]
    started = s.day(Stage.STARTED)
    if started is not None:
        yield NoticePhase.CARRIED_OUT, Text("开工", "begun"), started
    if p.acceptance is not None and p.acceptance.day <= s.as_of:
        yield NoticePhase.ACCEPTED, Text("验收", "acceptance"), p.acceptance.day


@rule(NO_PROGRESS)
def large_projects_tell_how_they_go(books: Books) -> Iterator[Diagnostic]:
    """A project from the standard's amount upwards has news every few months while it is under way."""
    for s in books.derived(standings):
        last = max((t.day for t in s.project.steps if t.day <= books.as_of), default=None)
        if s.state is not State.UNDER_WAY or last is None:
            continue
        least, months = books.law.standard("project-progress-amount", last), books.law.standard("project-progress-months", last)
        if least is None or least.amount is None or months is None or months.count is None:
            continue
        if s.budget >= least.amount:
            due = months_later(last, months.count)
            if books.as_of > due:
                said: dict[str, Any] = {"name": s.project.name, "budget": grouped(s.budget), "last": last, "due": due, "unsure": doubt(least)}
                yield NO_PROGRESS.at(
                    books.place(s.project, "steps"), record=s.project.at_, basis=books.law.grounds(NO_PROGRESS, least, months), **said
                )
