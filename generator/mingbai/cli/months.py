"""`mingbai import --as finance`: the months of a table into the files of a book, new ones and such as stand there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.cli.session import Session
from mingbai.cli.words import _
from mingbai.diagnostics import Place, Span
from mingbai.values.money import grouped, plain
from mingbai.values.text import Lang, Text

if TYPE_CHECKING:
    from mingbai.diagnostics import Diagnostic
    from mingbai.importing import Imported, MonthNodes, Skipped, There


@dataclass(frozen=True)
class Target:
    """Where months go: the folder, how it is called when spoken of, the table they come from, and how the community writes."""

    folder: Path
    shown: str
    source: str
    lang: Lang = "zh"
    scripts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Planned:
    """A month file as it is to stand there; `old` is what stands there now, `lines` and the sums (fen) are what is new in it."""

    path: Path
    shown: str
    period: str
    text: str
    old: bytes | None
    changed: bool
    lines: int
    income: int
    expense: int
    there: tuple[There, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def planned(month: MonthNodes, target: Target) -> Planned:
    """A new file, or the one that stands there with the lines it has not."""
    from mingbai import importing, writing

    path, shown, period = target.folder / f"{month.period}.yml", f"{target.shown}/{month.period}.yml", str(month.period)
    closed = os.path.lexists(_lock(path))
    if not os.path.lexists(path):
        text = writing.dump(month.nodes) if target.lang == "zh" else _tidy(month, target)
        problems: tuple[Diagnostic, ...] = ()
        if closed:
            rows = sorted(origin.row for origin in month.origins)
            problems = (importing.CLOSED.at(Place(target.source, span=Span(rows[0], 1, rows[0], 2)), period=period, rows=rows, count=len(rows)),)
        return Planned(path, shown, period, text, None, True, month.lines, month.income, month.expense, problems=problems)
    if not path.is_file():
        why = Text("不是一个文件", "it is no file")
        return Planned(path, shown, period, "", None, False, 0, 0, 0, problems=(importing.EXISTS.at(Place(shown), path=shown, why=why),))
    old = path.read_bytes()
    added = importing.add(month, importing.Standing(old, shown, closed), target.source, target.lang, target.scripts)
    return Planned(path, shown, period, added.text, old, added.changed, added.lines, added.income, added.expense, added.there, added.problems)


def _tidy(month: MonthNodes, target: Target) -> str:
    """A new month with English keys."""
    from mingbai import keeping, writing
    from mingbai.kinds import discover

    text = writing.dump(month.nodes)
    return keeping.tidy(text.encode(), f"finance/book/{month.period}.yml", discover(), target.lang, target.scripts).after or text


def unfit(months: Sequence[Planned], scripts: frozenset[str]) -> list[Diagnostic]:
    """What our own reader, schema or privacy scan would refuse in the files to be written, at the line of that file."""
    from mingbai import checking, reading
    from mingbai.kinds.finance.records import MonthFile
    from mingbai.schema import parse

    found: list[Diagnostic] = []
    for one in months:
        if not one.changed:
            continue
        document, refused = reading.read(one.text.encode(), one.shown, 0, scripts=scripts, pack=True)
        found += [*refused, *checking.scan(one.text, one.shown)]
        if document.nodes is not None:
            found += parse(MonthFile, document.nodes, one.shown)[1]
    return found


def write(months: Sequence[Planned]) -> None:
    """All of them, each whole or not at all, and none where somebody has written or closed one of them meanwhile.

    Raises:
        ChangedError: somebody has.
        OSError: no room, no right.
    """
    from mingbai.cli.files import replace

    changed = [one for one in months if one.changed]
    for one in changed:
        one.path.parent.mkdir(parents=True, exist_ok=True)
    read = {one.path: one.old for one in changed} | {_lock(one.path): None for one in changed}
    replace({one.path: one.text for one in changed}, read)


def _lock(path: Path) -> Path:
    return path.with_suffix(".lock.yml")


# --- what is said -----------------------------------------------------------------------------------------------------


def told(session: Session, result: Imported, months: Sequence[Planned], *, dry_run: bool) -> None:
    """What was written, with its sums, what stood there already, and what was skipped."""
    if session.json:
        session.data(_data(result, months, dry_run=dry_run))
        return
    lines, there = sum(one.lines for one in months), sum(len(one.there) for one in months)
    changed = sum(one.changed for one in months)
    head = _("会写 {months} 个月，{lines} 笔（没有真的写）") if dry_run else _("写好 {months} 个月，{lines} 笔")
    session.say(head.format(months=changed, lines=lines) if changed else _("没有新的，什么也没有写。"))
    for one in months:
        session.say("  " + "；".join(_said(one)))
    for told_ in left_out(session, result.skipped):
        session.say(told_)
    account = (
        _("表里 {rows} 行 = 写成 {lines} 笔 + 已有 {there} 笔 + 略过 {skipped} 行；印的合计核对相符 {totals} 处")
        if there
        else _("表里 {rows} 行 = 写成 {lines} 笔 + 略过 {skipped} 行；印的合计核对相符 {totals} 处")
    )
    for told_ in (*hidden_rows(result.hidden), *(note.say(session.lang) for note in result.notes)):
        session.say(told_)
    session.say(account.format(rows=result.rows, lines=lines, there=there, skipped=len(result.skipped), totals=result.totals))
    if changed and not dry_run:
        session.note(_("接下来：mingbai check，再核对每月的合计与原表是否相同。"))


def left_out(session: Session, skipped: Sequence[Skipped]) -> Iterator[str]:
    """Every row that was skipped and why; rows of one sort that follow each other are named together."""
    for (column, word, what), group in groupby(skipped, key=lambda s: (s.column, s.word, s.what)):
        rows = _rows(sorted({one.row for one in group}))
        if what is None:
            yield _("略过第 {row} 行：“{column}”列是“{word}”").format(row=rows, column=column, word=word)
        elif word:
            yield _("略过第 {row} 行：{what}（{word}）").format(row=rows, what=what.say(session.lang), word=word[:24])
        else:
            yield _("略过第 {row} 行：{what}").format(row=rows, what=what.say(session.lang))


def hidden_rows(rows: Sequence[int]) -> Iterator[str]:
    """What is said of rows that were read although the sheet hides them; nothing where there is none."""
    if rows:
        yield _("第 {rows} 行在表格里是隐藏的，也读进来了；不该要的，在表格里删掉再导入").format(rows=_rows(rows))


def _said(one: Planned) -> Iterator[str]:
    """What became of one month: 加 2 笔 …；已有 12 笔，没有再记（第 3-14 行）."""
    sums = {"path": one.shown, "lines": one.lines, "income": grouped(one.income), "expense": grouped(one.expense)}
    if one.lines:
        row = _("{path}  {lines} 笔  收入 {income}  支出 {expense}") if one.old is None else _("{path}  加 {lines} 笔  收入 {income}  支出 {expense}")
        yield row.format(**sums)
    else:
        yield (_("{path}  写上结账的余额") if one.changed else _("{path}  没有新的")).format(path=one.shown)
    if one.there:
        yield _("已有 {count} 笔，没有再记（第 {rows} 行）").format(count=len(one.there), rows=_rows(sorted(t.row for t in one.there)))


def _rows(numbers: Sequence[int]) -> str:
    """Numbers in rising order as ranges: 3-14、16."""
    begins = [numbers[0], *(b for a, b in pairwise(numbers) if b != a + 1)]
    ends = [*(a for a, b in pairwise(numbers) if b != a + 1), numbers[-1]]
    return "、".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(begins, ends, strict=True))


def _data(result: Imported, months: Sequence[Planned], *, dry_run: bool) -> dict[str, object]:
    skipped = [{"row": s.row, "column": s.column, "word": s.word, "what": s.what.en if s.what else "skipped by the map"} for s in result.skipped]
    there = sum(len(one.there) for one in months)
    account = {
        "rows": result.rows,
        "lines": sum(one.lines for one in months),
        "there": there,
        "skipped": len(skipped),
        "totals_proved": result.totals,
    }
    return {
        "schema": 1,
        "dry_run": dry_run,
        "account": account,
        "written": [_entry(one) for one in months],
        "skipped": skipped,
        "hidden": list(result.hidden),
        "notes": [note.en for note in result.notes],
        "findings": [],
    }


def _entry(one: Planned) -> dict[str, object]:
    return {
        "path": one.shown,
        "period": one.period,
        "lines": one.lines,
        "income": plain(one.income),
        "expense": plain(one.expense),
        "unchanged": not one.changed,
        "there": [{"row": t.row, "voucher": t.voucher} for t in one.there],
    }
