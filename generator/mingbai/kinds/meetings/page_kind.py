"""`meetings/<slug>/`: every meeting of one kind by year, with what is asked of it and how it kept to that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.kinds.meetings import telling
from mingbai.kinds.meetings.records import MeetingKind, Result
from mingbai.kinds.meetings.register import Held, Phase, coming, items_of, meetings
from mingbai.kinds.meetings.shown import LEDGERS, SECTION, SECTION_CRUMB, Row, row
from mingbai.pages import Draft, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import say


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of one year, newest first, and how many of them took place."""

    year: int
    anchor: str
    rows: tuple[Row, ...]
    held: int


@dataclass(frozen=True, slots=True)
class KindContext:
    """`meetings/kind.html`: the meetings of one kind."""

    lede: str
    coming: tuple[Row, ...]
    years: tuple[Year, ...]
    name: str
    asks: str
    footing: str


def kind_address(kind: MeetingKind) -> str:
    """The page of a kind of meeting."""
    return f"{SECTION}{kind.value}/"


def years_of(view: View, past: Iterable[Held]) -> tuple[Year, ...]:
    """Meetings by year, the newest first."""
    by_year: dict[int, list[Held]] = {}
    for held in past:
        by_year.setdefault(held.date.year, []).append(held)
    happened = {y: sum(h.phase(view.books.as_of) is Phase.HELD for h in known) for y, known in by_year.items()}
    return tuple(Year(y, f"y{y}", tuple(row(view, h) for h in reversed(by_year[y])), happened[y]) for y in sorted(by_year, reverse=True))


def drafts(view: View) -> list[Draft]:
    """A page for every kind of meeting that was called at least once."""
    known = meetings(view.books)
    return [_draft(view, kind, [h for h in known if h.meeting.kind is kind]) for kind in MeetingKind if any(h.meeting.kind is kind for h in known)]


def _draft(view: View, kind: MeetingKind, known: list[Held]) -> Draft:
    soon = [h for h in coming(view.books) if h.meeting.kind is kind]
    held = [h for h in known if h.phase(view.books.as_of) is Phase.HELD]
    body = known[-1].body
    context = KindContext(
        _lede(view, kind, held),
        tuple(row(view, h, year=True) for h in soon),
        years_of(view, [h for h in known if h not in soon]),
        kind.zh,
        telling.requirements(body),
        telling.footing(body, view.books.law),
    )
    toc = (*([Toc("将要召开", "coming")] if soon else []), *(Toc(say("{year} 年", year=y.year), y.anchor) for y in context.years))
    newest = max((h.date for h in held), default=None)
    return Draft(kind_address(kind), kind.zh, context.lede, "meetings/kind.html", context, (SECTION_CRUMB,), newest, toc, source=LEDGERS)


def _lede(view: View, kind: MeetingKind, held: list[Held]) -> str:
    if not held:
        return say("{kind}还没有开过。", kind=kind.zh)
    items = [e for h in held for e in items_of(view.books, h)]
    passed, rejected = sum(e.result is Result.PASSED for e in items), sum(e.result is Result.REJECTED for e in items)
    failed = sum(any(e.result is Result.NO_QUORUM for e in items_of(view.books, h)) for h in held)
    ended = say("通过 {passed} 项", passed=passed) + (say("，没有通过 {rejected} 项", rejected=rejected) if rejected else "")
    short = say("，其中 {failed} 次到会人数不够", failed=failed) if failed else ""
    return say(
        "{kind}开过 {n} 次{short}，{ended}。最近一次是{date}。", kind=kind.zh, n=len(held), short=short, ended=ended, date=spoken(held[-1].date)
    )
