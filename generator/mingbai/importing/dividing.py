"""Which rows of a sheet belong to which table of a map: pages of one table are put together, a table ends where another of the map begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from mingbai.importing import units
from mingbai.importing.headings import cited
from mingbai.importing.layout import Block, blocks, turned
from mingbai.importing.lines import Saying, Skipped
from mingbai.importing.mapping import Map, Part, Side, Unit
from mingbai.importing.table import Grid, Row
from mingbai.importing.vocabulary import vocabulary
from mingbai.importing.words import either, plain
from mingbai.values.text import Text

_SIDES: Final = {Side.INCOME: ("收 入", "收款", "Income", "Receipts"), Side.EXPENSE: ("支 出", "付款", "Expense", "Payments")}
_TITLE: Final = Text("标题", "a title")
_UNTIL: Final = Text("末行以后", "after the last row of the table")
_HEADINGS: Final = Text("又一张表的表头", "headings of a further table")
_OTHER: Final = Text("另一张表", "another table")


class Divided(NamedTuple):
    """A table of one part of the map: what it says of itself, and the rows around it that are not read, each with what it is."""

    part: Part
    block: Block
    saying: Saying
    said: str
    """The words by which the sheet names a unit that the map does not name; empty where it names none."""
    around: tuple[Skipped, ...]
    others: tuple[tuple[int, int], ...]
    """The first and last rows of tables among them that nobody asked for."""


def divided(grid: Grid, map: Map) -> list[Divided]:
    """Every table of every part, in the order of the map and of the sheet."""
    found = [(part, block) for part in (map, *map.also) for block in _paged(blocks(grid, cited(part), part.header), part)]
    spans = [(block.lead[0].number, _columns(block, part)) for part, block in found]
    made = []
    for n, (part, whole) in enumerate(found):
        block = whole
        last = block.lead[-1].number
        own = spans[n][1]
        stop = min((start for start, columns in spans if start > last and columns & own), default=None)
        if stop is not None:
            block = _until(block, stop - 1)
        around = list(_above(whole, found)) if not n else []
        if spans[n][0] > min(start for start, _ in spans) and next(b for _, b in found if b.lead[0].number == spans[n][0]) is whole:
            around += [Skipped(r.number, "", _first(r), _HEADINGS) for r in block.lead]
        others = [r.row for r in around if r.what is _OTHER]
        ranges = [(others[0], others[-1])] if others else []
        if part.until is not None:
            below = [r for r in block.table.rows if r.number > part.until]
            around += [Skipped(r.number, "", _first(r), _UNTIL) for r in below]
            first = next((r.number for r in below if vocabulary().names_columns([t for t in r.texts if t])), None)
            ranges += [(first, below[-1].number)] if first else []
            block = _until(block, part.until)
        unit, said = _unit(part, block, found[0][1].above)
        side = side_of(block) if part.direction and part.direction.sections else None
        made.append(Divided(part, block, Saying(side, unit), said, tuple(around), tuple(ranges)))
    return made


def _paged(found: tuple[Block, ...], part: Part) -> list[Block]:
    """Blocks whose headings only stand again at the top of a page are one."""
    sections = bool(part.direction and part.direction.sections)
    made: list[Block] = []
    for block in found:
        if made and block.page and not (sections and side_of(block) not in (None, side_of(made[-1]))):
            made[-1] = turned(made[-1], block, found[0].above)
        else:
            made.append(block)
    return made


def _columns(block: Block, part: Part) -> frozenset[int]:
    wanted = {one for heading in cited(part) for one in either(heading)}
    return frozenset(x for x, text in enumerate(block.table.header.texts) if plain(text) in wanted)


def _until(block: Block, last: int) -> Block:
    """A block without the rows below one; a sheet of many rows is not gone through where there is none."""
    rows = block.table.rows
    if not rows or rows[-1].number <= last:
        return block
    return block._replace(table=block.table._replace(rows=tuple(r for r in rows if r.number <= last)))


def _above(block: Block, found: list[tuple[Part, Block]]) -> Iterator[Skipped]:
    """The rows above the first table, which no other table has: titles, or a table that nobody asked for."""
    taken = [(b.lead[0].number, (b.table.rows or b.lead)[-1].number) for _, b in found if b is not block]
    what = _TITLE
    for row in block.above:
        if any(start <= row.number <= end for start, end in taken):
            continue
        if vocabulary().names_columns([t for t in row.texts if t]):
            what = _OTHER
        yield Skipped(row.number, "", _first(row) if what is _OTHER else row.texts[0], what)


def _first(row: Row) -> str:
    return next((t for t in row.texts if t), "")


def _unit(part: Part, block: Block, titles: tuple[Row, ...]) -> tuple[Unit, str]:
    """The unit that the headings of the amounts name, else a row above; what the map says goes before both."""
    if part.unit is not None:
        return part.unit, ""
    direction = part.direction
    money = (part.columns.amount, *((direction.income_column, direction.expense_column) if direction else ()))
    wanted = {one for heading in money if heading for one in either(heading)}
    headings = [t for t in block.table.header.texts if plain(t) in wanted]
    found = units.unit([*headings, *(t for row in titles for t in row.texts)])
    return found if found and found[0] is not Unit.YUAN else (Unit.YUAN, "")


def side_of(block: Block) -> Side | None:
    """Which side a table is by the words in its headings, in the title right above it, or in its first column."""
    table = block.table
    first = [c.text for r in table.rows[:1] for c in r.cells[:3]]
    above = [c.text for c in block.before.cells] if block.before else []
    for texts in ([c.text for c in table.header.cells], above, first):
        sides = {side for side in Side for t in texts if plain(t) in (side.zh, f"{side.zh}部分", f"{side.zh}项目", *_SIDES[side])}
        if len(sides) == 1:
            return sides.pop()
    return None
