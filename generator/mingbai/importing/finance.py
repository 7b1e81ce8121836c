"""A table of receipts and payments → month files of one book."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from mingbai.diagnostics import Diagnostic, Place
from mingbai.importing import cells, codes
from mingbai.importing.headings import Headings
from mingbai.importing.mapping import BLANK, SKIP, Calendar, Columns, Map, Side
from mingbai.importing.table import Cell, Row, Table
from mingbai.schema.record import fields
from mingbai.values.days import Month
from mingbai.values.money import plain
from mingbai.values.text import Text

T = TypeVar("T")

_DEFAULTS = ("account", "fund", "category", "handler", "witness", "approver")
"""What a month may say once for all its lines."""
_WHY_UNKNOWN = Text("没有说明它是收入还是支出", "and the map does not say whether that is income or expense")
_WHY_BOTH = Text("收入列和支出列都有金额", "and both columns of amounts are filled")


class Skipped(NamedTuple):
    """A row left out because the map says so: its line in the file, the column and the word."""

    row: int
    column: str
    word: str


@dataclass(frozen=True, slots=True)
class MonthNodes:
    """One month file to be written, and its sums in fen."""

    period: Month
    nodes: dict[str, Any] = field(repr=False)
    lines: int
    income: int
    expense: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table became; with problems there are no months."""

    months: tuple[MonthNodes, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Diagnostic, ...]


class _Line(NamedTuple):
    period: Month
    date: datetime.date
    side: Side
    amount: int
    nodes: dict[str, Any]


def convert(table: Table, map: Map, map_path: str) -> Imported:
    """Every row as a line of its month, in the order of dates and, within a date, of the file; or every reason why not."""
    headings, problems = Headings.of(table, map, map_path)
    if problems:
        return Imported((), (), problems)
    reader = _Reader(table.path, map, headings)
    lines = [line for row in table.rows if (line := reader.line(row)) is not None]
    if reader.problems:
        return Imported((), (), tuple(reader.problems))
    return Imported(tuple(_months(lines, map)), tuple(reader.skipped), ())


class _Reader:
    """Reads rows; keeps what is wrong and what was skipped."""

    def __init__(self, path: str, map: Map, headings: Headings) -> None:
        self.path, self.map, self.headings = path, map, headings
        self.problems: list[Diagnostic] = []
        self.skipped: list[Skipped] = []

    def line(self, row: Row) -> _Line | None:
        """The line of a row; None where it is skipped or cannot be read."""
        calendar = self.map.dates.calendar
        before, left_out = len(self.problems), len(self.skipped)
        side, amount = self._money(row)
        if len(self.skipped) > left_out:
            return None
        date = self._take(row, self.map.columns.date, Text("日期", "date"), lambda c: cells.day(c, calendar))
        period = self._period(row, date, calendar)
        nodes = dict(self._texts(row))
        if len(self.problems) > before or side is None or date is None or period is None:
            return None
        return _Line(period, date, side, amount, nodes)

    def _period(self, row: Row, date: datetime.date | None, calendar: Calendar) -> Month | None:
        if self.map.period is None:
            return Month.of(date) if date else None
        return self._take(row, self.map.period.column, Text("期间", "month"), lambda c: cells.month(c, calendar))

    def _texts(self, row: Row) -> Iterator[tuple[str, Any]]:
        """The text fields of a line, by their Chinese keys."""
        for name, info in fields(Columns).items():
            named = getattr(self.map.columns, name)
            if name in ("date", "amount") or not named:
                continue
            if name == "voucher":
                yield info.label.zh, self._take(row, named, Text("凭证号", "voucher number"), cells.number)
                continue
            columns = _listed(named)
            if name == "summary" and not self.map.constants.summary and not any(self._cell(row, c).text for c in columns):
                self._refuse(row, columns[0], cells.RefusedError(codes.EMPTY, field=info.label))
            found = [said for column in columns if (said := self._optional(row, column))]
            if found:
                yield info.label.zh, (found[0] if len(found) == 1 else found) if name == "documents" else " ".join(found)

    def _money(self, row: Row) -> tuple[Side | None, int]:
        """The side and the amount (above zero); (None, 0) where the row is skipped or refused."""
        direction, constant = self.map.direction, self.map.constants.kind
        column = self.map.columns.amount or ""
        if direction is None:
            return constant, self._amount(row, column)
        if direction.sign:
            value = self._amount(row, column, signed=True)
            return (Side.INCOME if value > 0 else Side.EXPENSE), abs(value)
        if direction.column is not None:
            if self._word(row, column) == SKIP:  # a row that is skipped for its amount need not say its direction
                return None, self._amount(row, column)
            left_out = len(self.skipped)
            side = self._side(row, direction.column)
            return side, self._amount(row, column) if len(self.skipped) == left_out else 0
        return self._two_columns(row, direction.income_column or "", direction.expense_column or "")

    def _two_columns(self, row: Row, income: str, expense: str) -> tuple[Side | None, int]:
        filled = [(s, c) for s, c in ((Side.INCOME, income), (Side.EXPENSE, expense)) if not _nothing(self._cell(row, c).text)]
        if len(filled) == 1:
            return filled[0][0], self._amount(row, filled[0][1])
        if not filled:
            return None, self._amount(row, expense)
        self._refuse(row, expense, cells.RefusedError(codes.NO_SIDE, why=_WHY_BOTH))
        return None, 0

    def _side(self, row: Row, column: str) -> Side | None:
        direction, word = self.map.direction, self._cell(row, column).text
        assert direction is not None
        if word in direction.skipped:
            self.skipped.append(Skipped(row.number, column, word))
            return None
        if word in direction.income or word in direction.expense:
            return Side.INCOME if word in direction.income else Side.EXPENSE
        self._refuse(row, column, cells.RefusedError(codes.NO_SIDE, why=_WHY_UNKNOWN))
        return None

    def _amount(self, row: Row, column: str, *, signed: bool = False) -> int:
        """Fen; 0 where the row is skipped or the cell refused."""
        word = self._word(row, column)
        if word == SKIP:
            self.skipped.append(Skipped(row.number, column, self._cell(row, column).text or BLANK[0]))
            return 0
        if word is not None:
            return word

        def read(cell: str) -> int:
            value = cells.amount(cell, self.map.unit)
            if not value or (value < 0 and not signed):
                raise cells.RefusedError(codes.SIGN)
            return value

        return self._take(row, column, Text("金额", "amount"), read) or 0

    def _word(self, row: Row, column: str) -> int | None:
        """What the map says a word in the amount column stands for; None where it says nothing."""
        text = self._cell(row, column).text
        return next((self.map.words[w] for w in ((text,) if text else BLANK) if w in self.map.words), None)

    def _take(self, row: Row, column: str, name: Text, read: Callable[[str], T]) -> T | None:
        """The value of a cell that must be filled."""
        text = self._cell(row, column).text
        try:
            return read(cells.filled(text, name))
        except cells.RefusedError as refused:
            self._refuse(row, column, refused)
            return None

    def _optional(self, row: Row, column: str) -> str | None:
        try:
            return cells.words(self._cell(row, column).text)
        except cells.RefusedError as refused:
            self._refuse(row, column, refused)
            return None

    def _cell(self, row: Row, column: str) -> Cell:
        return row.cells[self.headings.at[column]]

    def _refuse(self, row: Row, column: str, refused: cells.RefusedError) -> None:
        cell = self._cell(row, column)
        typed = cell.text[:40] if cell.text.isprintable() else ""
        self.problems.append(refused.code.at(Place(self.path, span=cell.span), row=cell.span.line, column=column, typed=typed, **refused.values))


def _listed(named: Any) -> tuple[str, ...]:
    return named if isinstance(named, tuple) else (named,)


def _nothing(cell: str) -> bool:
    """Banks fill the unused column with 0.00 or a dash."""
    return not cell.strip("0.- —")


def _months(lines: list[_Line], map: Map) -> Iterator[MonthNodes]:
    by_month: dict[Month, list[_Line]] = defaultdict(list)
    for line in lines:
        by_month[line.period].append(line)
    for period in sorted(by_month):
        inside = sorted(by_month[period], key=lambda n: n.date)
        sums = {side: sum(n.amount for n in inside if n.side is side) for side in Side}
        yield MonthNodes(period, _nodes(period, inside, map), len(inside), sums[Side.INCOME], sums[Side.EXPENSE])


def _nodes(period: Month, lines: list[_Line], map: Map) -> dict[str, Any]:
    known = fields(type(map.constants))
    constants = {n: v for n in known if n != "kind" and (v := getattr(map.constants, n))}
    always = {known[n].label.zh: v for n, v in constants.items() if n in _DEFAULTS}
    each = {
        known[n].label.zh: list(v) if isinstance(v, tuple) and len(v) > 1 else v[0] if isinstance(v, tuple) else v
        for n, v in constants.items()
        if n not in _DEFAULTS
    }
    nodes: dict[str, Any] = {"期间": str(period)}
    if always:
        nodes["默认"] = always
    nodes["收支"] = [_line(n, line, period, each) for n, line in enumerate(lines, 1)]
    return nodes


def _line(n: int, line: _Line, period: Month, each: dict[str, Any]) -> dict[str, Any]:
    texts = {**each, **line.nodes}
    first = {
        "凭证": texts.pop("凭证", f"{period.month:02d}-{n:03d}"),
        "日期": line.date.isoformat(),
        "类型": line.side.zh,
        "金额": plain(line.amount),
    }
    order = [info.label.zh for info in fields(Columns).values()]
    return first | {k: texts[k] for k in sorted(texts, key=order.index)}
