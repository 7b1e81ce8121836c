"""Which month a table is of: a column, the days themselves, or what its titles say; a month with a dot is asked about, never guessed."""

from __future__ import annotations

import datetime
from contextlib import suppress
from typing import Final

from mingbai.importing import cells
from mingbai.importing.guessing import evidence
from mingbai.importing.guessing.proposal import Path, Proposal
from mingbai.importing.guessing.scene import Scene
from mingbai.importing.refusal import RefusedError
from mingbai.values.text import Text

_WHOLE: Final = 28
"""From this day on the last of a period may be that of a month."""


def period(proposal: Proposal, scene: Scene, at: Path, chosen: dict[str, int]) -> None:
    """The entries below 期间, where the days alone do not say it."""
    days = evidence.days(evidence.dated(scene.column(chosen["日期"]))) if "日期" in chosen else None
    named = chosen.get("期间")
    if named is not None and evidence.months([t for t in scene.column(named) if any(c.isdigit() for c in t)]):
        proposal.set((*at, "期间", "列"), scene.header.cells[named].text)
        return
    dotted = evidence.dotted(scene.column(named)) if named is not None else ""
    found = evidence.term(scene.titles)
    if days is not None and not days.short:
        if found and found.start and found.end and found.end.day < 28:
            because = Text(f"标题写着“{found.said}”：不是自然月", f"the title says “{found.said}”: no calendar month")
            proposal.set((*at, "期间", "截止日"), str(found.end.day), because)
        elif not (found and found.start):
            _cut_short(proposal, scene, at)
        _whole(proposal, scene, at, chosen["日期"], days)
        return
    path = (*at, "期间", "固定")
    span = evidence.cut((*scene.titles, *scene.remarks))
    if found is None:
        said = (f"（写着“{span.said}”，没有年份）", f" (it says “{span.said}” without a year)") if span else ("", "")
        asked = Text(
            f"这张表是哪一个月的？{said[0]}写 期间: {{固定: 2026-03}}", f"which month is this table of?{said[1]} Say 期间: {{固定: 2026-03}}"
        )
        proposal.ask(path, asked)
    else:
        why = Text(f"标题写着“{found.said}”", f"the title says “{found.said}”")
        more = (
            Text("没有日期列，按期末记", "no column of dates: the last day of the period")
            if days is None
            else Text("日期没有年份，从期间取", "days without a year")
        )
        proposal.set(path, str(found.month), why, more)
        if found.start and found.end:
            proposal.set((*at, "期间", "起"), found.start.isoformat())
            proposal.set((*at, "期间", "止"), found.end.isoformat())
        elif span:
            _spanned(proposal, at, found, span)
        else:
            _cut(proposal, scene, at, found)
    if dotted:
        assert named is not None
        heading = scene.header.cells[named].text
        asked = Text(
            f"“{heading}”里有 {dotted}：点后面是几月看不出来（2018.1 可以是一月，也可以是十月），没有用这一列",
            f"“{heading}” holds {dotted}: the month after the dot cannot be told, the column is not used",
        )
        proposal.ask(path, asked, str(found.month) if found else None)


def _cut_short(proposal: Proposal, scene: Scene, at: Path) -> None:
    """“1月26日至2月25日” over days that have their years: where the month is cut; asked where the first day does not follow on the last."""
    span = evidence.cut((*scene.titles, *scene.remarks))
    if span is None:
        return
    path, last = (*at, "期间", "截止日"), span.end[1]
    if span.follows and last < _WHOLE:
        proposal.set(path, str(last), Text(f"标题写着“{span.said}”：{last} 日截止", f"the title says “{span.said}”: cut off on day {last}"))
    else:
        asked = Text(
            f"标题写着“{span.said}”：不是自然月；每月几日截止？写 期间: {{截止日: 25}}，按自然月分的不写",
            f"the title says “{span.said}”, no calendar month: on which day are months cut off? Say 期间: {{截止日: 25}}, or nothing for calendar months",
        )
        proposal.ask(path, asked)


def _spanned(proposal: Proposal, at: Path, found: evidence.Term, span: evidence.Cut) -> None:
    """The first and the last day of the month that a title names, of days without a year; asked where they end in another month."""
    year, month = found.month
    with suppress(ValueError):
        start = datetime.date(year - (span.start[0] > span.end[0]), *span.start)
        end = datetime.date(year, *span.end)
        if span.end[0] == month and start < end:
            proposal.set((*at, "期间", "起"), start.isoformat(), Text(f"写着“{span.said}”", f"it says “{span.said}”"))
            proposal.set((*at, "期间", "止"), end.isoformat())
            return
    asked = Text(
        f"写着“{span.said}”，和 {found.month} 对不上：是哪一期？写 期间: {{固定: 2026-02, 起: 2026-01-26, 止: 2026-02-25}}",
        f"it says “{span.said}”, which is not {found.month}: which period? Say 期间: {{固定: 2026-02, 起: 2026-01-26, 止: 2026-02-25}}",
    )
    proposal.ask((*at, "期间", "起"), asked)


def _whole(proposal: Proposal, scene: Scene, at: Path, column: int, written: evidence.Days) -> None:
    """A title that promises several months where the days are of fewer is asked about: a part may be missing."""
    named = evidence.several(scene.titles)
    if named is None:
        return
    months, said = named
    there: set[int] = set()
    for text in scene.column(column):
        with suppress(RefusedError):
            there.add(cells.day(text, written.calendar, written.order, two=written.two).month)
    missing = [m for m in months if m not in there]
    if there and missing:
        only = "、".join(f"{m} 月" for m in sorted(there))
        asked = Text(
            f"名字里写着“{said}”，表里的日期只有 {only}：是不是少了几个月？",
            f"the name says “{said}”, the days are of month {', '.join(map(str, sorted(there)))} only: are some missing?",
        )
        proposal.ask((*at, "列", "日期"), asked, proposal.values[*at, "列", "日期"])


def _cut(proposal: Proposal, scene: Scene, at: Path, found: evidence.Term) -> None:
    """A remark such as “此表收入为20180925-20181025” tells where the month is cut."""
    said = evidence.term(scene.remarks, near=found.month)
    if said is None or said.start is None or said.end is None or said.end.day >= 28:
        return
    path = (*at, "期间", "截止日")
    day = str(said.end.day)
    why = Text(f"附注写着“{said.said}”：{day} 日截止", f"a remark says “{said.said}”: cut off on day {day}")
    if said.start.day == said.end.day:
        proposal.ask(
            path, Text(f"{why.zh}；首尾同一天，按上月 {said.end.day + 1} 日到本月 {day} 日，对不对？", f"{why.en}; from the day after?"), day
        )
    else:
        proposal.set(path, day, why)
