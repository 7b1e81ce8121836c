"""The columns a map names, looked up in the header of the table; what the map leaves open."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.diagnostics import Diagnostic, Place
from mingbai.importing import codes
from mingbai.importing.mapping import Columns, Part
from mingbai.importing.table import Table
from mingbai.importing.vocabulary import vocabulary
from mingbai.importing.words import either, plain
from mingbai.schema.record import FILE_SHIFT, Record, fields
from mingbai.values.text import Text

_OFFSET = (1 << FILE_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Headings:
    """The position of every column by its heading."""

    at: dict[str, int]

    @classmethod
    def of(cls, table: Table, map: Part, map_path: str) -> tuple[Headings, tuple[Diagnostic, ...]]:
        """The headings, and every column named that is not there, named twice or standing twice, and what is not said at all."""
        header = [cell.text for cell in table.header.cells]
        cited = list(_cited(map, map_path))
        problems = [*_open(map, map_path), *_unknown(cited, header), *_cited_twice(cited), *_standing_twice(cited, table)]
        return cls({plain(name): n for n, name in enumerate(header)}), tuple(problems)

    def of_column(self, name: str) -> int:
        """The position of a column by its heading, blanks aside; of several headings (`甲|乙`) the one that is there."""
        return next(self.at[one] for one in either(name) if one in self.at)


def cited(map: Part) -> list[str]:
    """The headings that a map names."""
    return [name for name, _ in _cited(map, "")]


def place_of(record: Record, name: str, path: str, index: int | None = None) -> Place:
    """Where a field of the map stands."""
    return Place(path, record.at_ & _OFFSET, fields(type(record))[name].keys, index) if record.at_ >= 0 else Place(path)


def _cited(map: Part, path: str) -> Iterator[tuple[str, Place]]:
    """Every heading the map names, with its place in the map."""
    for name in fields(Columns):
        named = getattr(map.columns, name)
        if isinstance(named, tuple):
            for n, one in enumerate(named):
                yield one, place_of(map.columns, name, path, n if len(named) > 1 else None)
        elif named is not None:
            yield named, place_of(map.columns, name, path)
    if map.direction is not None:
        for name in ("column", "income_column", "expense_column"):
            if (named := getattr(map.direction, name)) is not None:
                yield named, place_of(map.direction, name, path)
    if map.period is not None and map.period.column is not None:
        yield map.period.column, place_of(map.period, "column", path)
    if map.balance is not None:
        yield map.balance, place_of(map, "balance", path)


def _unknown(cited: list[tuple[str, Place]], header: list[str]) -> Iterator[Diagnostic]:
    known = {plain(h) for h in header}
    for column, place in cited:
        if known.isdisjoint(either(column)):
            alike = [h for one in column.split("|") for h in vocabulary().alike(one, header)]
            near = list(dict.fromkeys(alike)) or difflib.get_close_matches(column, header, n=3, cutoff=0.5) or header
            yield codes.NO_COLUMN.at(place, column=column, header=[h for h in near if h])


def _cited_twice(cited: list[tuple[str, Place]]) -> Iterator[Diagnostic]:
    first: dict[str, Place] = {}
    for column, place in cited:
        if column in first:
            where = Text("在映射文件里用了两次", "is used twice in the map")
            yield codes.TWICE.at(place, related=(first[column],), column=column, where=where)
        first.setdefault(column, place)


def _standing_twice(cited: list[tuple[str, Place]], table: Table) -> Iterator[Diagnostic]:
    count = Counter(plain(cell.text) for cell in table.header.cells)
    for column in dict.fromkeys(c for c, _ in cited if any(count[one] > 1 for one in either(c))):
        cells = [cell for cell in table.header.cells if count[plain(cell.text)] > 1 and plain(cell.text) in either(column)]
        where = Text("在表头里有两列", "stands twice in the header")
        yield codes.TWICE.at(Place(table.path, span=cells[1].span), related=(Place(table.path, span=cells[0].span),), column=column, where=where)


def _open(map: Part, path: str) -> Iterator[Diagnostic]:
    """What a map must say and this one does not."""
    it, constant = map.direction, map.constants.kind
    two = it is not None and (it.income_column is not None or it.expense_column is not None)
    by_rows = it is not None and (it.sign or it.sections or it.column is not None)
    forms = (constant is not None) + by_rows + two
    if forms != 1 or (two and it is not None and not (it.income_column and it.expense_column)):
        what = Text("没有说清哪些行是收入、哪些是支出" if forms != 1 or two else "", "it does not say which rows are income and which expense")
        how = Text(
            "选一种写法：方向: {列: …, 收入: […], 支出: […]}；方向: {收入列: …, 支出列: …}；方向: 正负号；方向: 分段；固定: {类型: 支出}。",
            "One of: direction: {column: …, income: […], expense: […]}; direction: {income_column: …, expense_column: …}; direction: sign; direction: sections; constants: {kind: expense}.",
        )
        yield codes.UNSAID.at(place_of(map, "direction", path), what=what, how=how)
    if (map.columns.amount is None) is not two and forms == 1:
        what = Text("没有说清金额在哪一列", "it does not say which column holds the amount")
        how = Text("在“列”里写“金额: 列名”；收支分两列的不写“金额”。", "Write “amount: heading” under “columns”; not so with two columns of amounts.")
        yield codes.UNSAID.at(place_of(map, "columns", path), what=what, how=how)
    if map.columns.date is None and (map.period is None or (map.period.column is None and map.period.fixed is None)):
        what = Text("没有说清日期在哪一列", "it does not say which column holds the date")
        how = Text(
            "在“列”里写“日期: 列名”；表里没有日期的，写“期间: {固定: 2026-03}”，按期末记。",
            "Write “date: heading” under “columns”; where there is none, “period: {fixed: 2026-03}”.",
        )
        yield codes.UNSAID.at(place_of(map, "columns", path), what=what, how=how)
    if not map.columns.summary and map.constants.summary is None:
        what = Text("没有说清摘要在哪一列", "it does not say which column holds the summary")
        how = Text("在“列”里写“摘要: 列名”，或在“固定”里写一句。", "Write “summary: heading” under “columns”, or one sentence under “constants”.")
        yield codes.UNSAID.at(place_of(map, "columns", path), what=what, how=how)
