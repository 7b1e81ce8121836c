"""The days of a project in one line: decided, shown, begun, changed, accepted, settled."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.finance.posting.ledger import decided
from mingbai.kinds.projects.contexts import StepRow
from mingbai.kinds.projects.records import Variation
from mingbai.kinds.projects.standing import Standing
from mingbai.pages import Link
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

_Point = tuple[datetime.date, int, StepRow]
"""Day, rank among those of one day, the step."""


def timeline(view: View, s: Standing) -> tuple[StepRow, ...]:
    """Every dated event, by day; what lies after the books' day is still to come."""
    points = sorted((*_decided(view, s), *_steps(s), *_changes(view, s), *_ends(s), *_notices(s)), key=lambda p: p[:2])
    return tuple(row for _, _, row in points)


def _row(s: Standing, day: datetime.date, rank: int, title: str, text: str = "", link: Link | None = None) -> _Point:
    return day, rank, StepRow(title, day, text, "done" if day <= s.as_of else "todo", link)


def _decided(view: View, s: Standing) -> Iterator[_Point]:
    p = s.project
    outcome = decided(view.books, p.decision, s.filed) if p.decision else None
    if p.decision and outcome is not None:
        link = view.where(view.books.find("decision", p.decision, s.filed))
        yield _row(s, outcome[1], 0, say("表决立项：{told}", told=outcome[0].zh if outcome[0] else "待表决"), link.words if link else "", link)


def _steps(s: Standing) -> Iterator[_Point]:
    for n, step in enumerate(s.project.steps):
        yield _row(s, step.day, 10 + n, step.stage.zh, step.words or "")


def _changes(view: View, s: Standing) -> Iterator[_Point]:
    for change in s.project.variations:
        link = view.where(view.books.find("decision", change.decision, s.filed)) if change.decision else None
        yield _row(
            s, change.day, 50, say("变更：{content}{amount}", content=change.content, amount=_amount(change)), link.words if link else "", link
        )


def _amount(change: Variation) -> str:
    if not change.fen:
        return ""
    return say("（预算{told} {fen} 元）", told="增加" if change.fen > 0 else "减少", fen=grouped(abs(change.fen)))


def _ends(s: Standing) -> Iterator[_Point]:
    p = s.project
    if p.acceptance:
        a = p.acceptance
        yield _row(
            s,
            a.day,
            60,
            say("验收：{conclusion}", conclusion=a.conclusion.zh),
            say("参加：{list}", list=joined("、", a.people)) + (say("。{words}", words=a.words) if a.words else ""),
        )
    if p.outturn:
        yield _row(s, p.outturn.day, 70, say("决算 {amount} 元", amount=grouped(p.outturn.amount)), p.outturn.words or "")
    if p.warranty:
        yield _row(s, p.warranty, 90, "质保期满")


def _notices(s: Standing) -> Iterator[_Point]:
    for notice in s.project.notices:
        yield _row(s, notice.day, 80, say("公示（{phase}阶段）", phase=notice.phase.zh), joined("、", notice.where))
