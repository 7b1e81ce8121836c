"""Amounts written in red: a bookkeeper's minus, or mere emphasis. The map says which; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.diagnostics import Diagnostic, Place
from mingbai.importing import codes
from mingbai.importing.headings import Headings
from mingbai.importing.lines import Line
from mingbai.importing.mapping import Part, Red
from mingbai.importing.table import Row, Table

_SIGNS = ("-", "－", "−", "(", "（")


def negative(table: Table, meaning: Red | None, part: Part, headings: Headings) -> Table:
    """The table with a minus before every red amount, where the map says that red means one."""
    if meaning is not Red.NEGATIVE or not table.red:
        return table
    columns = frozenset(_money(part, headings))
    return table._replace(rows=tuple(_negative(row, table.red, columns) for row in table.rows))


def unsaid(table: Table, meaning: Red | None, part: Part, headings: Headings, lines: Sequence[Line]) -> Iterator[Diagnostic]:
    """The columns in which amounts of lines are red although the map does not say what that means."""
    if meaning is not None or not table.red:
        return
    numbers = {line.row for line in lines}
    read = [row for row in table.rows if row.number in numbers]
    for x, column in _money(part, headings).items():
        rows = [row for row in read if (row.number - 1, x) in table.red and _counts(row.texts[x])]
        if rows:
            place = Place(table.path, span=rows[0].cells[x].span)
            yield codes.RED.at(place, row=rows[0].number, column=column, typed=rows[0].texts[x], rows=[row.number for row in rows])


def _money(part: Part, headings: Headings) -> dict[int, str]:
    """The columns of amounts by their position."""
    direction = part.direction
    named = (part.columns.amount, *((direction.income_column, direction.expense_column) if direction else ()))
    return {headings.of_column(name): name for name in named if name}


def _negative(row: Row, red: frozenset[tuple[int, int]], columns: frozenset[int]) -> Row:
    marked = [x for x in columns if (row.number - 1, x) in red and _counts(row.texts[x])]
    return Row(row.number, None, [f"-{t}" if x in marked else t for x, t in enumerate(row.texts)]) if marked else row


def _counts(text: str) -> bool:
    """Whether a cell holds a figure above zero that has no sign of its own."""
    return not text.startswith(_SIGNS) and any(c in "123456789" for c in text)
