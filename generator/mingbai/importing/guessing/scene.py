"""Where the table seems to be: its headings, the rows below, the titles above, and what the community has."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import Final

from mingbai.importing.guessing import evidence
from mingbai.importing.known import Known
from mingbai.importing.layout import headers
from mingbai.importing.table import Grid, Row
from mingbai.importing.vocabulary import AMOUNTS, Vocabulary, vocabulary

_SEARCHED: Final = 60
"""Filled rows among which the headings are looked for."""
_SAMPLE: Final = 2000
"""Rows by which a column is judged; the trial reads all."""


@dataclass(frozen=True)
class Scene:
    """The table that was found: `fields` are the columns that may be each field, the best first; `titles` what stands around it."""

    grid: Grid
    known: Known
    words: Vocabulary
    header: Row
    deep: int
    rows: tuple[Row, ...]
    fields: dict[str, list[int]]
    titles: tuple[str, ...]
    remarks: tuple[str, ...]

    def column(self, x: int) -> list[str]:
        """The cells of a column."""
        return [row.cells[x].text for row in self.rows if x < len(row.cells)]

    def lines(self, chosen: dict[str, int]) -> list[Row]:
        """The rows with a figure in a column of money."""
        money = [chosen[a] for a in AMOUNTS if a in chosen]
        return [r for r in self.rows if any(x < len(r.cells) and any(c.isdigit() for c in r.cells[x].text) for x in money)]


def look(grid: Grid, known: Known) -> Scene | None:
    """The headings that name most fields, an amount among them; None where no row does."""
    words = vocabulary()
    filled = list(islice((r for r in grid.rows if any(c.text for c in r.cells)), _SEARCHED))
    best, score = None, 1
    for n, header, deep in headers(grid, filled):
        if deep > 1 and any(c.text[:1].isdigit() for c in filled[n + 1].cells):
            continue  # a line of the table is no second line of headings
        fields = evidence.fields_of(header, words)
        points = len(fields) * 4 + 6 * _two_sided(header, words) - deep
        if points > score and len(fields) > 1 and any(a in fields for a in AMOUNTS):
            best, score = (n, header, deep, fields), points
    if best is None:
        return None
    n, header, deep, fields = best
    last = header.number + deep - 1
    rows = tuple(islice((r for r in grid.rows if r.number > last and any(c.text for c in r.cells)), _SAMPLE))
    above = [c.text for r in filled[:n] for c in r.cells if c.text]
    titles = tuple(dict.fromkeys([*above, grid.sheet, PurePath(grid.path).stem]))
    alone = [r.cells[0].text for r in rows if len({c.text for c in r.cells if c.text}) == 1 and r.cells[0].text]
    return Scene(grid, known, words, header, deep, rows, fields, tuple(t for t in titles if t), tuple(alone))


def side(heading: str) -> str:
    """What stands over a heading of two lines: `收入` of `收入/金额`; empty for one line."""
    return "".join(heading.rpartition("/")[0].split())


def _two_sided(header: Row, words: Vocabulary) -> bool:
    """Whether income stands beside expense, each with an amount."""
    sides = {side(c.text) for c in header.cells if words.rank("金额", c.text) is not None}
    return any(s in words.income for s in sides) and any(s in words.expense for s in sides)
