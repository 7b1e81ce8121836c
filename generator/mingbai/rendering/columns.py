"""How wide the columns of a printed table are: figures and short words take what they need, long texts share the rest; letters get smaller before a table gets too wide."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import NamedTuple

from mingbai.sheets import Grid

SIZES = (10.5, 9.5, 8.5)
"""Sizes of letters that are tried, in points of an A4 sheet."""
_ROOM = 172 / 25.4 * 72
"""Between the margins of an A4 sheet, in points; A3 is larger in all its parts."""
_INSET = 2 * 1.5 / 25.4 * 72
_SHORT = 8.7
"""What is no longer than that, in Chinese characters, stands in one line: a date with its year, a sum."""
_WELL, _LEAST = 8.5, 6.0
"""So much a column of long texts should have, and at the smallest letters must have."""
_LONGEST = 30.0


class Width(NamedTuple):
    """Of a column: `ems` of its letters if `fixed`, else its part of what the fixed ones leave."""

    fixed: bool
    ems: float


class Layout(NamedTuple):
    """Points of the letters, and the columns; `fits`: whether that is wide enough for every column."""

    size: float
    widths: tuple[Width, ...]
    fits: bool


def ems(words: str) -> float:
    """How wide a text is, in Chinese characters: others take a little more than half of one, and a quarter is left between the two."""
    wide = [unicodedata.east_asian_width(c) in "WFA" for c in words]
    between = sum(a != b for a, b in pairwise(wide))
    return sum(1.0 if w else 0.57 for w in wide) + 0.25 * between


def layout(grid: Grid) -> Layout:
    """The largest letters with which every column has room."""
    widths = tuple(_width(grid, n) for n in range(len(grid.heads)))

    def room(size: float, least: float) -> bool:
        return sum(w.ems if w.fixed else min(w.ems, least) for w in widths) * size + _INSET * len(widths) <= _ROOM

    size = next((s for s in SIZES if room(s, _WELL)), SIZES[-1])
    return Layout(size, widths, fits=room(size, _LEAST))


def _width(grid: Grid, n: int) -> Width:
    """A heading may be broken in two; what stands below it decides."""
    head = grid.heads[n]
    body = max((ems(row[n]) for row in (*grid.rows, *([grid.total] if grid.total else ()))), default=0.0)
    if head.figure or body <= _SHORT:
        return Width(fixed=True, ems=round(max(body, ems(head.words) if len(head.words) <= 3 else ems(head.words) / 2 + 0.6) + 0.4, 2))
    return Width(fixed=False, ems=round(min(body, _LONGEST), 2))
