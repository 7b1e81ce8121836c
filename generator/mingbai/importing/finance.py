"""A table of receipts and payments → month files of one book."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from mingbai.diagnostics import Diagnostic
from mingbai.importing import codes
from mingbai.importing.headings import Headings, cited, place_of
from mingbai.importing.layout import Block, blocks
from mingbai.importing.mapping import Constants, Map, Part, Side
from mingbai.importing.reader import Left, Line, Reader, Skipped
from mingbai.importing.sums import Sums
from mingbai.importing.table import Grid, Row, Table, even
from mingbai.importing.words import plain
from mingbai.schema.record import fields
from mingbai.values.days import Month
from mingbai.values.money import grouped
from mingbai.values.money import plain as plain_fen
from mingbai.values.text import Text

_DEFAULTS = ("account", "fund", "category", "handler", "witness", "approver")
"""What a month may say once for all its lines."""
_TITLE = Text("标题", "a title")
_SIDES = {Side.INCOME: ("收 入", "收款", "Income", "Receipts"), Side.EXPENSE: ("支 出", "付款", "Expense", "Payments")}


@dataclass(frozen=True, slots=True)
class MonthNodes:
    """One month file to be written, the rows its lines come from, and its sums in fen."""

    period: Month
    nodes: dict[str, Any] = field(repr=False)
    origins: tuple[Line, ...] = field(repr=False)
    lines: int
    income: int
    expense: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table became; with problems there are no months.

    Every row of the table is accounted for: `rows` = the lines of all months + `skipped`. `totals` counts the printed sums that
    were proved, `hidden` are the rows of lines that the sheet does not show.
    """

    months: tuple[MonthNodes, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Diagnostic, ...]
    rows: int = 0
    totals: int = 0
    hidden: tuple[int, ...] = ()


def convert(table: Table, map: Map, map_path: str) -> Imported:
    """A table whose first row is its header; `convert_grid` finds the tables on a sheet."""
    return convert_grid(Grid(table.path, table.text, (table.header, *table.rows)), map, map_path)


def convert_grid(grid: Grid, map: Map, map_path: str, watched: Callable[[Sequence[Row]], Iterable[Row]] = iter) -> Imported:
    """Every row as a line of its month, in the order of dates and, within a date, of the file; or every reason why not.

    `watched` hands on the rows one by one as they are read, for whoever shows how far it is.
    """
    lines: list[Line] = []
    problems: list[Diagnostic] = []
    skipped: list[Skipped] = []
    closings: list[Left] = []
    rows, sums = 0, Sums()
    for part in (map, *map.also):
        before = sum(line.amount for line in lines)
        for n, block in enumerate(blocks(grid, cited(part), part.header)):
            table, uneven = even(block.table)
            headings, unknown = Headings.of(table, part, map_path)
            problems += [*uneven, *unknown]
            if unknown:
                continue
            sums.next_section()
            side = _side_of(block) if part.direction and part.direction.sections else None
            reader = Reader(table, part, headings, sums, _constants(part, map), side)
            lines += [line for row in watched(table.rows) if (line := reader.line(row)) is not None]
            reader.prove()
            problems += reader.problems
            skipped += [*(Skipped(r.number, "", r.cells[0].text, _TITLE) for r in block.above if not n and part is map), *reader.skipped]
            closings += reader.closings
            rows += len(table.rows) + (len(block.above) if not n and part is map else 0)
        made = sum(line.amount for line in lines) - before
        if part.asserted is not None and made != part.asserted and not problems:
            values: dict[str, Any] = {"typed": grouped(part.asserted), "computed": grouped(made), "difference": grouped(abs(made - part.asserted))}
            problems.append(codes.ASSERTED.at(place_of(part, "asserted", map_path), row=0, column="", **values))
    if problems:
        return Imported((), (), tuple(problems))
    skipped.sort(key=lambda s: s.row)
    return Imported(
        tuple(_months(lines, map, closings)),
        tuple(skipped),
        (),
        rows,
        sums.proved,
        tuple(sorted(line.row for line in lines if line.row in grid.hidden)),
    )


def _constants(part: Part, map: Map) -> dict[str, Any]:
    """What each line of a part has unless its own columns say otherwise: the constants of the part, else of the map, but for what its months say once."""
    found = {}
    for name, info in fields(Constants).items():
        value = getattr(part.constants, name) or getattr(map.constants, name)
        if value and name != "kind" and (name not in _DEFAULTS or value != getattr(map.constants, name)):
            found[info.label.zh] = (value[0] if len(value) == 1 else list(value)) if isinstance(value, tuple) else value
    return found


def _side_of(block: Block) -> Side | None:
    """Which side a table is by the words in its headings, in the title right above it, or in its first column."""
    table = block.table
    first = [c.text for r in table.rows[:1] for c in r.cells[:3]]
    above = [c.text for c in block.before.cells] if block.before else []
    for texts in ([c.text for c in table.header.cells], above, first):
        sides = {side for side in Side for t in texts if plain(t) in (side.zh, f"{side.zh}部分", f"{side.zh}项目", *_SIDES[side])}
        if len(sides) == 1:
            return sides.pop()
    return None


def _months(lines: list[Line], map: Map, closings: list[Left]) -> Iterator[MonthNodes]:
    by_month: dict[Month, list[Line]] = defaultdict(list)
    for line in lines:
        by_month[line.period].append(line)
    for period in sorted(by_month):
        inside = sorted(by_month[period], key=lambda n: n.date)
        sums = {side: sum(n.amount for n in inside if n.side is side) for side in Side}
        nodes = _nodes(period, inside, map)
        if closings and period == max(by_month):  # what a table prints below itself is left at its end
            nodes["结账"] = {"银行对账单": [{"账户": c.account, "余额": plain_fen(c.fen)} for c in closings]}
        yield MonthNodes(period, nodes, tuple(inside), len(inside), sums[Side.INCOME], sums[Side.EXPENSE])


def _nodes(period: Month, lines: list[Line], map: Map) -> dict[str, Any]:
    always = {info.label.zh: v for n, info in fields(Constants).items() if n in _DEFAULTS and (v := getattr(map.constants, n))}
    nodes: dict[str, Any] = {"期间": str(period)}
    said = map.period
    cut = said.cut if said else None
    if said and said.fixed and said.start and said.end:
        nodes |= {"起": said.start.isoformat(), "止": said.end.isoformat()}
    elif cut:
        before = datetime.date(period.year - (period.month == 1), period.month - 1 or 12, cut)
        nodes |= {"起": (before + datetime.timedelta(days=1)).isoformat(), "止": datetime.date(period.year, period.month, cut).isoformat()}
    if always:
        nodes["默认"] = always
    nodes["收支"] = [_line(n, line, period) for n, line in enumerate(lines, 1)]
    return nodes


def _line(n: int, line: Line, period: Month) -> dict[str, Any]:
    voucher = line.nodes.get("凭证") or f"{period.month:02d}-{n:03d}"
    return {"凭证": voucher, "日期": line.date.isoformat(), "类型": line.side.zh, "金额": plain_fen(line.amount), **line.nodes}
