"""Rows of the tables for download as parts of a notice: what hangs on the board and what can be downloaded are the same cells."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Formatter
from typing import Any

from mingbai.books import Trace
from mingbai.kind import Kind, View
from mingbai.kinds.community.records import Community
from mingbai.pages import Column, Dataset
from mingbai.rendering.columns import layout
from mingbai.schema.record import Record
from mingbai.sheets import Asked, Card, Grid, Head, Part, Phrase, Prose, Shown
from mingbai.values import measures
from mingbai.values.days import spoken
from mingbai.values.money import grouped

_FIGURES = frozenset(("money", "integer", "decimal"))
_SHORT = re.compile(r"[，：；]")


def parts(view: View, kind: Kind, asked: Asked) -> Iterator[Part]:
    """What a kind shows of what it is asked for: its own parts, then rows of its tables."""
    yield from kind.sheet(view, asked)
    if kind.shown:
        tables = {d.name: d for d in _tables(view)[kind.name]}
        now, ever = wanted(view, asked.traces), wanted(view, asked.so_far)
        for shown in kind.shown:
            if shown.table in tables:
                yield from _shown(view, asked, tables, shown, ever if shown.standing else now)


def _tables(view: View) -> Mapping[str, tuple[Dataset, ...]]:
    return view.derived(_every_table)


def _every_table(view: View) -> dict[str, tuple[Dataset, ...]]:
    return {k.name: tuple(k.datasets(view)) for k in view.kinds if k.shown}


def wanted(view: View, traces: Iterable[Trace]) -> dict[str, Record]:
    """Every name under which a table may hold what the traces are about, with the record: `HT-1`, `committee/HT-1`, `2026-x` of `2026-x/验收/…`."""
    found: dict[str, Record] = {}
    books = _books(view)
    for trace in traces:
        filed = view.books.file(trace.record).id.split("/")
        steps = trace.id.split("/")
        names = ["/".join(steps[:n]) for n in range(len(steps), 0, -1)]
        names += [f"{steps[0]}/{steps[-1]}"] if len(steps) == 3 else []
        if filed[0] in books and steps[0] != filed[0]:
            names = [f"{filed[0]}/{name}" for name in names]  # numbers of a register are unique within its book only
        for name in names:
            found.setdefault(name, trace.record)
    return found


def _books(view: View) -> Mapping[str, str]:
    """The body of every book by its id."""
    community = view.books.the(Community)
    return {b.id: b.body for b in community.books} if community else {}


def _shown(view: View, asked: Asked, tables: Mapping[str, Dataset], shown: Shown, ids: Mapping[str, Record]) -> Iterator[Part]:
    table = tables[shown.table]
    rows = list(_rows(view, asked, table, shown, ids))
    if not rows:
        return
    columns = [c for name in shown.columns for c in table.columns if c.name == name and any(row[name] not in (None, "", 0) for row in rows)]
    grid = _grid(view, shown, columns, rows, asked.last.year)
    if not shown.cards and layout(grid).fits:
        yield grid
        return
    for row in rows:
        id = _key(shown, row)
        name = _name(row)
        yield Card(name, tuple(_facts(view, shown, columns, row, name)))
        yield from _prose(ids[id], shown.prose) if shown.prose else ()
        for below in shown.below:
            if below.table in tables:
                yield from _below(view, tables[below.table], below, id, asked.last.year)


def _facts(view: View, shown: Shown, columns: Sequence[Column], row: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """The fields of a card: what belongs together as one phrase, a state that another field has told already not again."""
    said, told = {name}, set[str]()
    for column in columns:
        if column.name in told:
            continue
        phrase = next((p for p in (*shown.phrases, *_PERIODS) if column.name in p.columns), None)
        if phrase is not None and (words := phrase.words(row)):
            told.update(phrase.columns)
            yield phrase.label, words
        elif (words := _words(view, column, row[column.name])) and words != name and not (column.name == "state" and words in said):
            said.add(words)
            yield _label(column), words


def _stretch(first: str, last: str) -> Phrase:
    """Two columns with days as one period; without an end it runs on."""

    def words(row: Mapping[str, Any]) -> str:
        since, until = row.get(first), row.get(last)
        if not isinstance(since, datetime.date):
            return ""
        return f"{spoken(since)}至{spoken(until)}" if isinstance(until, datetime.date) else f"{spoken(since)}起"

    return Phrase("时间", (first, last), words)


_PERIODS = (_stretch("start", "end"), _stretch("from", "to"))


def _below(view: View, table: Dataset, shown: Shown, id: str, year: int) -> Iterator[Part]:
    rows = [row for row in _dicts(table) if _key(shown, row) == id]
    columns = [c for name in shown.columns for c in table.columns if c.name == name and any(row[name] not in (None, "") for row in rows)]
    if rows:
        yield _grid(view, shown, columns, rows, year)


def _rows(view: View, asked: Asked, table: Dataset, shown: Shown, ids: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    books = _books(view)
    for row in _dicts(table):
        body = books.get(row.get("book") or str(row.get("id") or "").partition("/")[0], "")
        if asked.item.books and body and not any(word in body for word in asked.item.books):
            continue
        if shown.date and not asked.first <= row[shown.date] <= asked.last:
            continue
        if not shown.key or _key(shown, row) in ids:
            yield row


def _dicts(table: Dataset) -> Iterator[dict[str, Any]]:
    names = [c.name for c in table.columns]
    return (dict(zip(names, row, strict=True)) for row in table.rows)


def _key(shown: Shown, row: Mapping[str, Any]) -> str:
    return shown.key.format(**{name: row[name] for _, name, _, _ in Formatter().parse(shown.key) if name})


def _grid(view: View, shown: Shown, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]], year: int) -> Grid:
    heads = tuple(Head(_label(c), figure=c.type in _FIGURES) for c in columns)
    cells = tuple(tuple(_narrow(view, c, row[c.name], year) for c in columns) for row in rows)
    total: tuple[str, ...] = ()
    sums = shown.sum
    if sums and len(rows) > 1 and _one_book(rows) and columns and columns[0].name not in sums:
        added = {c.name: sum(row[c.name] or 0 for row in rows) for c in columns if c.name in sums}
        total = ("合计", *(grouped(added[c.name]) if c.name in added else "" for c in columns[1:]))
    return Grid(shown.title, heads, cells, total)


def _one_book(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Sums of several books mean nothing: their bodies differ."""
    return len({row.get("book") for row in rows}) <= 1


def _name(row: Mapping[str, Any]) -> str:
    """What a card is called."""
    return next((str(row[name]) for name in ("title", "topic", "name", "matter", "summary") if row.get(name)), "")


def _label(column: Column) -> str:
    """编号：账簿/合同编号 → 编号."""
    return _SHORT.split(column.label.zh)[0]


def _words(view: View, column: Column, value: Any) -> str:
    """A cell as it is printed."""
    if value is None or value == "":
        return ""
    if column.type == "money":
        return grouped(value)
    if column.type == "decimal":
        return measures.decimal(value)
    if isinstance(value, datetime.date):
        return spoken(value)
    text = str(value).strip()
    book, slash, rest = text.partition("/")
    return rest if column.name == "id" and slash and book in _books(view) else text


def _narrow(view: View, column: Column, value: Any, year: int) -> str:
    """A cell of a table, which is narrow: a day of the notice's own year without the year, another as 2023-03-31."""
    if isinstance(value, datetime.date):
        return f"{value.month}月{value.day}日" if value.year == year else value.isoformat()
    return _words(view, column, value)


def _prose(record: Record, names: Iterable[str]) -> Iterator[Prose]:
    """The paragraphs of a record's fields of running text; sections with their headings."""
    for name in names:
        value = getattr(record, name, None)
        if isinstance(value, str) and value.strip():
            yield Prose("", paragraphs(value))
        elif isinstance(value, tuple):
            for section in value:
                yield Prose(section.title, paragraphs(section.text))


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
