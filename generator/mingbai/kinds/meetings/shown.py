"""What several pages show alike: rows of meetings, tags of results and states, findings beside what they concern."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.diagnostics import Cite, Diagnostic
from mingbai.kind import View
from mingbai.kinds.meetings import telling
from mingbai.kinds.meetings.records import Result
from mingbai.kinds.meetings.register import Entry, Held, Phase, State, items_of
from mingbai.pages import Crumb
from mingbai.values.days import spoken
from mingbai.values.speech import joined, phrase, say

SECTION = "meetings/"
REGISTER = "meetings/decisions/"
LEDGERS = "ledgers/meetings/"
SECTION_CRUMB = Crumb("会议与决定", SECTION)


@dataclass(frozen=True, slots=True)
class Tag:
    """A word and the shape and colour it wears."""

    word: str
    state: str


RESULT_TAGS = {
    Result.PASSED: Tag("通过", "ok"),
    Result.REJECTED: Tag("未通过", "no"),
    Result.NO_QUORUM: Tag("未达法定人数", "no"),
    Result.DEFERRED: Tag("暂缓", "wait"),
    None: Tag("只讨论", "info"),
}
STATE_TAGS = {
    State.OVERDUE: Tag("逾期", "late"),
    State.ONGOING: Tag("落实中", "now"),
    State.UNASSIGNED: Tag("未安排落实", "warn"),
    State.DONE: Tag("已完成", "ok"),
    State.REJECTED: Tag("未通过", "no"),
    State.NO_QUORUM: Tag("未达法定人数", "no"),
    State.DEFERRED: Tag("暂缓", "wait"),
    State.DISCUSSED: Tag("只讨论", "info"),
    State.PLANNED: Tag("待开会", "wait"),
    State.UNRECORDED: Tag("没有记录", "warn"),
    State.CANCELLED: Tag("没有开", "info"),
}

UNHELD = (State.PLANNED, State.UNRECORDED, State.CANCELLED)
"""States of the items of a meeting of which there is nothing to tell: to come, not written down, called off."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A finding as it is shown beside what it concerns: its sentence and the articles behind it."""

    text: str
    basis: str


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting in a list."""

    title: str
    address: str
    topics: str
    results: str
    tag: str


def address(held: Held) -> str:
    """The page of a meeting."""
    return f"{SECTION}{held.id}/"


def item_address(entry: Entry) -> str:
    """The place of an item on its meeting's page."""
    return f"{address(entry.held)}#{anchor(entry)}"


def anchor(entry: Entry) -> str:
    """`d-2`, stable: other ledgers' pages link there."""
    return f"d-{entry.decision.number}"


def tag(entry: Entry) -> Tag:
    """The result of an item, or that it is still to be dealt with."""
    return STATE_TAGS[entry.state] if entry.state in UNHELD else RESULT_TAGS[entry.result]


def row(view: View, held: Held, *, year: bool = False) -> Row:
    """A meeting as a row; the year stands in the title where the list spans years."""
    items = items_of(view.books, held)
    phase = held.phase(view.books.as_of)
    date = spoken(held.date) if year else say("{month}月{day}日", month=held.date.month, day=held.date.day)
    warnings = len(view.findings.on(held.meeting)) + sum(len(view.findings.on(e.decision)) for e in items)
    return Row(
        say("{day} {kind}", day=date, kind=held.meeting.kind.zh),
        address(held),
        joined("；", (e.decision.topic for e in items)),
        telling.counted(items) if phase is Phase.HELD else "" if phase is Phase.COMING else phase.zh,
        say("{warnings} 处提醒", warnings=warnings) if warnings else "",
    )


def warned(view: View, found: Iterable[Diagnostic]) -> tuple[Warned, ...]:
    """Findings in words."""
    return tuple(Warned(phrase(f.code.message, f.values) + "。", _cited(view, f.basis)) for f in found)


def _cited(view: View, basis: tuple[Cite, ...]) -> str:
    law = view.books.law
    return joined("、", (law.cite(c) for c in law.basis(basis)))
