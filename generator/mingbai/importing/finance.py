"""A table of receipts and payments → month files of one book."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from mingbai.diagnostics import Diagnostic, Place, Span
from mingbai.importing import codes, codes_of_books, red, remarks
from mingbai.importing.dividing import divided
from mingbai.importing.headings import Headings, place_of
from mingbai.importing.known import NOTHING, Known
from mingbai.importing.lines import Left, Line, Skipped
from mingbai.importing.mapping import Constants, Map, Part, Side
from mingbai.importing.named import named
from mingbai.importing.reader import Reader
from mingbai.importing.sums import Sums
from mingbai.importing.table import Grid, Row, Table, even
from mingbai.schema.record import fields
from mingbai.values.days import Month
from mingbai.values.money import grouped
from mingbai.values.money import plain as plain_fen
from mingbai.values.text import Text

_DEFAULTS = ("account", "fund", "category", "handler", "witness", "approver")
"""What a month may say once for all its lines."""


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
    were proved, `hidden` are the rows of lines that the sheet does not show, `notes` say what else the secretary ought to know of how it was read.
    """

    months: tuple[MonthNodes, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Diagnostic, ...]
    rows: int = 0
    totals: int = 0
    hidden: tuple[int, ...] = ()
    notes: tuple[Text, ...] = ()


def convert(table: Table, map: Map, map_path: str, known: Known = NOTHING) -> Imported:
    """A table whose first row is its header; `convert_grid` finds the tables on a sheet."""
    return convert_grid(Grid(table.path, table.text, (table.header, *table.rows)), map, map_path, known)


def convert_grid(grid: Grid, map: Map, map_path: str, known: Known = NOTHING, watched: Callable[[Sequence[Row]], Iterable[Row]] = iter) -> Imported:
    """Every row as a line of its month, in the order of dates and, within a date, of the file; or every reason why not.

    `known` is the book the rows go to: its accounts and funds may be called by name. `watched` hands on the rows one by one as they are read, for whoever shows how far it is.
    """
    lines: list[Line] = []
    problems: list[Diagnostic] = []
    skipped: list[Skipped] = []
    closings: list[Left] = []
    notes: list[Text] = []
    left: dict[int, int] = {}
    rows, sums = 0, Sums()
    tables = divided(grid, map)
    for part in (map, *map.also):
        before = sum(line.amount for line in lines)
        for one in (t for t in tables if t.part is part):
            table, uneven = even(one.block.table)
            headings, unknown = Headings.of(table, part, map_path)
            problems += [*uneven, *unknown]
            if unknown:
                continue
            sums.next_section()
            table = red.negative(table, part.red or map.red, part, headings)
            reader = Reader(table, part, headings, sums, _constants(part, map), one.saying, named(known, part, map))
            read = [line for row in watched(table.rows) if (line := reader.line(row)) is not None]
            reader.prove()
            problems += [*reader.problems, *_other(reader.other, table), *red.unsaid(table, part.red or map.red, part, headings, read)]
            lines += read
            skipped += [*one.around, *reader.skipped]
            closings += reader.closings
            rows += len(table.rows) + len(one.around)
            notes += remarks.of(grid, one, headings, reader.passed)
            left |= dict(reader.left)
        made = sum(line.amount for line in lines) - before
        if part.asserted is not None and made != part.asserted and not problems:
            values: dict[str, Any] = {"typed": grouped(part.asserted), "computed": grouped(made), "difference": grouped(abs(made - part.asserted))}
            problems.append(codes.ASSERTED.at(place_of(part, "asserted", map_path), row=0, column="", **values))
    problems += _uncategorised(lines, map, map_path, known, grid)
    if not rows and not problems:
        problems.append(codes.NO_ROWS.at(Place(grid.path)))
    if problems:
        return Imported((), (), tuple(problems))
    skipped.sort(key=lambda s: s.row)
    net = sum(line.amount if line.side is Side.INCOME else -line.amount for line in lines)
    notes += [note for row, fen in left.items() if (note := remarks.left(row, fen, net)) is not None]
    notes += remarks.beside(tables)
    return Imported(
        tuple(_months(lines, map, closings)),
        tuple(skipped),
        (),
        rows,
        sums.proved,
        tuple(sorted(line.row for line in lines if line.row in grid.hidden)),
        tuple(dict.fromkeys(notes)),
    )


def _other(row: int, table: Table) -> Iterator[Diagnostic]:
    """The finding that another table stands from this row on; none for 0."""
    found = next((r for r in table.rows if r.number == row), None) if row else None
    if found is not None:
        values: dict[str, Any] = {"header": [t for t in found.texts if t], "last": table.rows[-1].number, "until": row - 1}
        yield codes.OTHER.at(Place(table.path, span=found.cells[0].span), row=row, column="", typed="", **values)


def _uncategorised(lines: Sequence[Line], map: Map, map_path: str, known: Known, grid: Grid) -> Iterator[Diagnostic]:
    """In a book in double entry: the finding that rows have no category, or that the one of all rows is no account of the chart."""
    constant = map.constants.category
    if known.double and constant and known.chart and constant not in known.chart:
        why = Text(f"科目表里没有“{constant}”", f"its chart has no “{constant}”")
        yield codes_of_books.NO_CATEGORY.at(place_of(map.constants, "category", map_path), book=known.double, why=why)
    without = sorted(line.row for line in lines if "科目" not in line.nodes) if known.double and not constant else []
    if without:
        why = Text(f"从第 {without[0]} 行起有 {len(without)} 行没有科目", f"rows without a category: {len(without)}, the first is row {without[0]}")
        yield codes_of_books.NO_CATEGORY.at(Place(grid.path, span=Span(without[0], 1, without[0], 2)), book=known.double, why=why)


def _constants(part: Part, map: Map) -> dict[str, Any]:
    """What each line of a part has unless its own columns say otherwise: the constants of the part, else of the map, but for what its months say once."""
    found = {}
    for name, info in fields(Constants).items():
        value = getattr(part.constants, name) or getattr(map.constants, name)
        if value and name != "kind" and (name not in _DEFAULTS or value != getattr(map.constants, name)):
            found[info.label.zh] = (value[0] if len(value) == 1 else list(value)) if isinstance(value, tuple) else value
    return found


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
