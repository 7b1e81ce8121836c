"""A table of entries → entries of a register; every row that is none says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from mingbai.diagnostics import Diagnostic, Place, Span
from mingbai.importing import codes, remarks, units, words
from mingbai.importing.headings import place_of
from mingbai.importing.layout import blocks
from mingbai.importing.lines import Skipped
from mingbai.importing.mapping import Side, Unit
from mingbai.importing.refusal import RefusedError
from mingbai.importing.registers import fields as registers_fields
from mingbai.importing.registers.fields import Path, path_of
from mingbai.importing.registers.map import RegisterMap
from mingbai.importing.registers.together import Entry, together
from mingbai.importing.sums import Sums
from mingbai.importing.table import Grid, Row, even
from mingbai.importing.words import either, plain
from mingbai.schema import parse
from mingbai.schema.record import Record, fields, nested
from mingbai.values.money import fen, grouped
from mingbai.values.text import Text

_BLANK: Final = ("空白", "blank")
_TITLE: Final = Text("标题", "a title")
_SAID: Final = Text("映射文件说略过", "the map says so")
_AFTER: Final = Text("表尾以后", "after the end of the table")
_SUM: Final = Text("合计，与各行相符", "a total that agrees with its rows")
_NEEDED: Final = Text("必填的列空着", "a column that must be filled is blank")


@dataclass(frozen=True)
class Register:
    """What a table became; with problems there are no entries. Every row is accounted for: `rows` = entries + skipped; `hidden` are those of entries that the sheet does not show, `notes` say what else the secretary ought to know."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Diagnostic, ...]
    rows: int = 0
    totals: int = 0
    hidden: tuple[int, ...] = ()
    notes: tuple[Text, ...] = ()


def convert(grid: Grid, item: type[Record], map: RegisterMap, map_path: str) -> Register:
    """Every row below the headings as an entry of class `item`, in the order of the table; or every reason why not."""
    headings = [*map.columns.values(), *((map.term,) if map.term else ())]
    found = blocks(grid, headings, map.header)
    if not found:
        return Register((), (), (codes.NO_ROWS.at(Place(grid.path)),))
    table, uneven = even(found[0].table)
    paths = {name: path_of(item, name) for name in map.columns}
    at = {plain(cell.text): x for x, cell in enumerate(table.header.cells)}
    problems = [*uneven, *_unknown(map, map_path, paths, at, item)]
    if problems:
        return Register((), (), tuple(problems))
    known = {name: path for name, path in paths.items() if path is not None}
    columns = {name: next(at[one] for one in either(map.columns[name]) if one in at) for name in known}
    money = {map.columns[name]: columns[name] for name, path in known.items() if path.money}
    said = None if map.unit is not None else units.unit([*money, *(t for r in found[0].above for t in r.texts)])
    unit = map.unit or (said[0] if said else Unit.YUAN)
    reader = _Reader(grid, item, map, known, columns, at[plain(map.term)] if map.term else None, unit)
    entries = [entry for row in table.rows if (entry := reader.entry(row)) is not None]
    above = [Skipped(r.number, "", next(c.text for c in r.cells if c.text), _TITLE) for r in found[0].above]
    problems += reader.problems
    if not entries and not problems:
        problems.append(codes.NO_ROWS.at(Place(grid.path)))
    if problems:
        return Register((), (), tuple(problems))
    hidden = tuple(entry.row for entry in entries if entry.row in grid.hidden)
    used = {**{map.columns[name]: x for name, x in columns.items()}, **({map.term: at[plain(map.term)]} if map.term else {})}
    notes = (*remarks.sheet(grid, used), *_reds(grid, money, entries), *([remarks.unit(said[1])] if said and said[0] is not Unit.YUAN else ()))
    alone, joined = together(entries, item, map)
    skipped = sorted((*above, *reader.skipped, *joined), key=lambda s: s.row)
    return Register(alone, tuple(skipped), (), len(table.rows) + len(above), reader.sums.proved, hidden, notes)


def _reds(grid: Grid, money: dict[str, int], entries: list[Entry]) -> Iterator[Text]:
    """The amounts of entries that are written in red: a register has no minus, so they are taken as they stand, and named."""
    for column, x in money.items():
        rows = [entry.row for entry in entries if (entry.row - 1, x) in grid.red]
        if rows:
            numbers = "、".join(map(str, rows))
            yield Text(
                f"第 {numbers} 行“{column}”是红字，照数读了；红字是负数的，那一项不该这样登记，请核对",
                f"“{column}” of row {numbers} is written in red and was taken as it stands; if red means minus, look at that entry",
            )


def _unknown(map: RegisterMap, map_path: str, paths: dict[str, Path | None], at: dict[str, int], item: type[Record]) -> Iterator[Diagnostic]:
    place = place_of(map, "columns", map_path)
    known = Text("、".join(f.label.zh for f in fields(item).values()), ", ".join(fields(item)))
    for name in map.together:
        if path_of(item, name) is None:
            yield codes.NO_FIELD.at(place_of(map, "together", map_path), field=name, known=known)
    for name, path in paths.items():
        if path is None:
            yield codes.NO_FIELD.at(place, field=name, known=known)
    for heading in [*map.columns.values(), *((map.term,) if map.term else ())]:
        if at.keys().isdisjoint(either(heading)):
            yield codes.NO_COLUMN.at(place, column=heading, header=[h for h in at if h])


class _Reader:
    """Reads rows; keeps what is wrong, what was skipped, and the sums of the columns of money."""

    def __init__(
        self, grid: Grid, item: type[Record], map: RegisterMap, paths: dict[str, Path], columns: dict[str, int], term: int | None, unit: Unit
    ) -> None:
        self.unit = unit
        self.grid, self.item, self.map, self.paths, self.columns, self.term = grid, item, map, paths, columns, term
        self.problems: list[Diagnostic] = []
        self.skipped: list[Skipped] = []
        self.sums = Sums()
        self.made: list[tuple[tuple[str, ...], int]] = []
        self.ended = False
        self.count = 0
        self.money = next((name for name, path in paths.items() if path.money), None)
        number = next((f for n, f in fields(item).items() if n in ("number", "id")), None)
        self.number = number.label.zh if number else None

    def entry(self, row: Row) -> Entry | None:
        """The entry of a row; None where it is skipped or refused."""
        if self._aside(row):
            return None
        before = len(self.problems)
        nodes = dict(self._filled(row))
        self.count += 1
        nodes = _under(self.map.constants, nodes)
        if self.number is not None:
            said = str(nodes.get(self.number, self.count))
            nodes[self.number] = f"{self.map.prefix}{said.zfill(2)}" if self.map.prefix else said
        if len(self.problems) > before:
            return None
        ordered = _ordered(self.item, nodes)
        _record, wrong = parse(self.item, ordered, self.grid.path)
        self.problems += [self._placed(one, row) for one in wrong]
        if wrong:
            return None
        if self.money is not None and (cell := self._cell(row, self.money)):
            value = fen(str(registers_fields.node(self.paths[self.money], cell, self.map.dates, self.unit, self.grid.epoch)))
            self.sums.add(Side.EXPENSE, value)
            self.made.append((tuple(c.text for c in row.cells), value))
        return Entry(row.number, ordered)

    def _aside(self, row: Row) -> bool:
        texts = [c.text for c in row.cells if c.text]
        self.ended = self.ended or any(w in t for w in self.map.ends for t in texts)
        word = next((w for w in self.map.skipped if any(w in t for t in texts)), None)
        what: Text | None = None
        if word is not None:
            what = _SAID
        elif self.ended:
            what = _AFTER
        elif words.is_total(texts):
            what = self._total(row)
        elif not texts or (len(texts) > 2 and len(set(texts)) == 1):
            what = words.what_else(texts)
        elif any(not self._heading(row, column) for column in self.map.needs):
            what = _NEEDED
        elif words.what_else(texts) is not words.NOTHING and sum(bool(self._cell(row, name)) for name in self.columns) < 2:
            what = words.what_else(texts)  # a row that fills two columns is an entry, whatever its remark says
        if what is not None:
            self.skipped.append(Skipped(row.number, "", texts[0] if texts else "", what))
        return what is not None

    def _total(self, row: Row) -> Text:
        """A printed sum of the first column of money is proved."""
        cell = self._cell(row, self.money) if self.money else ""
        if self.money and cell:
            try:
                value = fen(str(registers_fields.node(self.paths[self.money], cell, self.map.dates, self.unit, self.grid.epoch)))
            except RefusedError as refused:
                self._refuse(row, self.columns[self.money], refused)
                return _SUM
            if self.sums.holds(value, None) or value == self._group(row):
                self.sums.proved += 1
            else:
                near = grouped(self.sums.nearest(value, None))
                self._refuse(row, self.columns[self.money], RefusedError(codes.TOTAL, computed=near))
        self.sums.next_section()
        return _SUM

    def _group(self, row: Row) -> int:
        """What the entries make that have the same cells before the word 小计: a subtotal of their group."""
        x = next((x for x, c in enumerate(row.cells) if words.is_total([c.text])), 0)
        labels = tuple(c.text for c in row.cells[:x])
        return sum(one for texts, one in self.made if any(labels) and texts[:x] == labels)

    def _filled(self, row: Row) -> Iterator[tuple[str, Any]]:
        """The fields that cells fill; groups are put together."""
        groups: dict[str, dict[str, Any]] = {}
        for name, path in self.paths.items():
            cell = self._cell(row, name)
            for key, value in self._worded(cell).items():
                yield key, value
            if not cell or cell in self.map.words:
                continue
            try:
                value = registers_fields.node(path, cell, self.map.dates, self.unit, self.grid.epoch)
            except RefusedError as refused:
                self._refuse(row, self.columns[name], refused)
                continue
            if len(path.keys) > 1:
                groups.setdefault(path.keys[0], {})[path.keys[-1]] = value
            else:
                yield path.keys[0], value
        yield from groups.items()
        if self.term is not None:
            yield from self._days(row, row.cells[self.term].text)

    def _days(self, row: Row, cell: str) -> Iterator[tuple[str, Any]]:
        yield from self._worded(cell).items()
        if not cell or cell in self.map.words or self.term is None:
            return
        try:
            start, end = registers_fields.term(cell)
        except RefusedError as refused:
            self._refuse(row, self.term, refused)
            return
        yield "起", start
        yield "止", end

    def _worded(self, cell: str) -> dict[str, Any]:
        """The fields that a word of the map stands for."""
        meant = self.map.words.get(cell) if cell else None
        return meant if isinstance(meant, dict) else {}

    def _cell(self, row: Row, name: str) -> str:
        """A cell; of an amount that is spread over several rows only the first counts."""
        x = self.columns[name]
        if self.paths[name].money and (row.number - 1, x) in self.grid.merged:
            return ""
        text = row.cells[x].text
        for sign in self.map.stripped:
            text = text.removeprefix(sign).strip()
        return "" if self.map.words.get(text) in _BLANK else text

    def _heading(self, row: Row, heading: str) -> str:
        wanted = either(heading)
        return next((self._cell(row, n) for n in self.columns if not set(wanted).isdisjoint(either(self.map.columns[n]))), "")

    def _refuse(self, row: Row, x: int, refused: RefusedError) -> None:
        cell = row.cells[x]
        column = next((self.map.columns[n] for n, at in self.columns.items() if at == x), self.map.term or "")
        values = {"row": row.number, "column": column, "typed": cell.text[:40], **refused.values}
        self.problems.append(refused.code.at(Place(self.grid.path, span=cell.span), **values))

    def _placed(self, one: Diagnostic, row: Row) -> Diagnostic:
        """A finding of the record at the cell it comes from, else at the row."""
        keys = set(one.place.keys)
        x = next((self.columns[n] for n, p in self.paths.items() if keys & set(p.keys) or keys & set(p.info.keys)), None)
        first, last = row.cells[0].span, row.cells[-1].span
        span = row.cells[x].span if x is not None else Span(first.line, first.column, last.end_line, last.end_column)
        return replace(one, place=Place(self.grid.path, span=span))


def _under(constants: dict[str, Any], nodes: dict[str, Any]) -> dict[str, Any]:
    """The nodes with the constants where they say nothing; a group whose own column is blank in all is left out."""
    made = {k: v for k, v in constants.items() if not isinstance(v, dict)} | nodes
    for key, group in constants.items():
        if isinstance(group, dict) and isinstance(nodes.get(key), dict):
            made[key] = group | nodes[key]
    return made


def _ordered(item: type[Record], nodes: dict[str, Any]) -> dict[str, Any]:
    """In the order in which the record declares its fields, at every depth; Chinese keys."""
    made: dict[str, Any] = {}
    left = dict(nodes)
    for info in fields(item).values():
        for key in info.keys:
            if key in left:
                value = left.pop(key)
                group = next(nested(info.annotation), None)
                made[info.label.zh] = _ordered(group, value) if group is not None and isinstance(value, dict) else value
    return made | left
