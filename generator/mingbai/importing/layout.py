"""Where the table stands on the sheet: titles above it, one or two lines of headings, several tables one under the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mingbai.importing import words
from mingbai.importing.carried import carried
from mingbai.importing.table import Cell, Grid, Row, Table
from mingbai.importing.words import either, plain

_PAGE: Final = "页"
_NUMBERED: Final = re.compile(r"[（(]?(?:续表|續表|第[0-9一二三四五六七八九十]+[页頁]|共[0-9一二三四五六七八九十]+[页頁]|[，,/])[）)]?")
_JOINT = "/"
"""Between the upper and the lower heading of a column with two lines: `收入/金额`."""


class Block(NamedTuple):
    """A table on the sheet, what stood above it that is not part of another (its titles), the row right above its headings, and the rows of its headings.

    `page` says that its headings are those of the block before once more, as printed pages have them.
    """

    table: Table
    above: tuple[Row, ...]
    before: Row | None
    lead: tuple[Row, ...]
    page: bool = False


def blocks(grid: Grid, headings: Sequence[str], row: int | None = None) -> tuple[Block, ...]:
    """The tables whose headings hold every one of `headings`, top to bottom; `row` is the header's number where it is given.

    Where none holds them all, one table is returned whose header is the row that holds most of them: what is missing is then
    told with the headings that are there.
    """
    wanted = [frozenset(either(h)) for h in headings]
    rows = [r for r in grid.rows if any(r.texts)]
    likely = [one for at in _likely(rows, wanted, row) for one in _at(grid, rows, at)]
    found = [f for f in likely if (row is None and _held(wanted, f[1]) == len(wanted)) or f[1].number == row]
    if row is not None and found:
        first = max(found, key=lambda f: (_held(wanted, f[1]), -f[2]))
        found = [first, *(f for f in likely if f[0] > first[0] and f[2] == first[2] and new_page(rows, first, f[0]))]
    taken: list[tuple[int, Row, int]] = []
    for one in found:
        if not taken or one[0] >= taken[-1][0] + taken[-1][2]:
            taken.append(one)
    if not taken:
        taken = _nearest(grid, rows, wanted)
    return tuple(_cut(grid, rows, taken))


def _cut(grid: Grid, rows: list[Row], taken: list[tuple[int, Row, int]]) -> Iterator[Block]:
    for i, (n, header, deep) in enumerate(taken):
        end = taken[i + 1][0] if i + 1 < len(taken) else len(rows)
        above = rows[:n] if i == 0 else []
        inside = rows[n + deep : end]
        table = Table(grid.path, grid.decoded or "", header, tuple(inside), grid.epoch, grid.red)
        page = i > 0 and deep == taken[0][2] and new_page(rows, taken[0], n)
        yield Block(table, tuple(above), rows[n - 1] if n else None, tuple(rows[n : n + deep]), page)


def new_page(rows: Sequence[Row], first: tuple[int, Row, int], n: int) -> bool:
    """Whether the headings at `n` are the first ones once more, as every printed page has them: what stands right above is no new title and no closing total."""
    at, _header, deep = first
    if any([plain(t) for t in a.texts] != [plain(t) for t in b.texts] for a, b in zip(rows[at : at + deep], rows[n : n + deep], strict=False)):
        return False
    before = rows[n - 1]
    texts = [t for t in before.texts if t]
    if _bare(before) in {"", *map(_bare, rows[:at])} or carried(texts):
        return True
    if words.is_total(texts):
        return any(_PAGE in t for t in texts)
    return len(set(texts)) > 1 and words.what_else(texts) is words.NOTHING


def turned(block: Block, page: Block, titles: Sequence[Row]) -> Block:
    """A block with the page that follows it; its repeated headings, and the titles above them, are marked."""
    known = {"", *map(_bare, titles)}
    repeated = {r.number for r in page.lead}
    for row in reversed(block.table.rows):
        if _bare(row) not in known:
            break
        repeated.add(row.number)
    rows = (*block.table.rows, *page.lead, *page.table.rows)
    return block._replace(table=block.table._replace(rows=rows, repeated=block.table.repeated | repeated))


def _bare(row: Row) -> str:
    """The texts of a title without what numbers its page."""
    return _NUMBERED.sub("", plain("".join(dict.fromkeys(row.texts))))


def headers(grid: Grid, rows: Sequence[Row]) -> Iterator[tuple[int, Row, int]]:
    """(position, header, how many rows it takes) of every row that may be a header: alone, and together with the one below."""
    for n in range(len(rows)):
        yield from _at(grid, rows, n)


def _at(grid: Grid, rows: Sequence[Row], n: int) -> Iterator[tuple[int, Row, int]]:
    yield n, rows[n], 1
    if n + 1 < len(rows) and rows[n + 1].number == rows[n].number + 1:
        yield n, _joined(grid, rows[n], rows[n + 1]), 2


def _likely(rows: Sequence[Row], wanted: Sequence[frozenset[str]], number: int | None) -> list[int]:
    """The positions of rows that hold a heading, or stand above one that does: no other can be a header; of many rows few are."""
    parts = {part for one in wanted for h in one for part in (h, *h.split(_JOINT))}
    first = {part[:1] for part in parts}
    near = [n for n, r in enumerate(rows) if not first.isdisjoint([t[:1] for t in r.texts])]  # nearly no row of many begins a cell like a heading
    found = {n for n in near if any(t[:1] in first and plain(t) in parts for t in rows[n].texts if t)}
    found |= {n for n, r in enumerate(rows) if r.number == number} if number is not None else set()
    return sorted(found | {n - 1 for n in found if n})


def _joined(grid: Grid, upper: Row, lower: Row) -> Row:
    """Two lines of headings as one: the upper one, over all the columns it spans, before the lower."""
    cells, last = [], ""
    for x, (above, below) in enumerate(zip(upper.cells, lower.cells, strict=False)):
        spread = (upper.number - 1, x) in grid.merged
        last = above.text or (last if not grid.merged or spread else "")
        same = not last or not below.text or plain(last) == plain(below.text)
        cells.append(Cell(below.text or last if same else f"{last}{_JOINT}{below.text}", below.span))
    return Row(upper.number, tuple(cells))


def _held(wanted: Sequence[frozenset[str]], header: Row) -> int:
    """How many of the headings stand in a row."""
    texts = {plain(t) for t in header.texts if t}
    return sum(not texts.isdisjoint(one) for one in wanted)


def _nearest(grid: Grid, rows: list[Row], wanted: Sequence[frozenset[str]]) -> list[tuple[int, Row, int]]:
    best = max(headers(grid, rows), key=lambda h: (_held(wanted, h[1]), -h[0], -h[2]), default=None)
    return [best] if best else []
