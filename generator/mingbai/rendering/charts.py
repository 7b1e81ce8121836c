"""Charts as inline SVG: plain values in, safe markup out, no script.

Every chart stands beside the table that holds its figures, and says its main sentence to a screen reader (`role=img`, title,
desc). Colour never speaks alone: income is filled, expense hatched, lines carry their last value. Each is drawn twice, 640 and
360 wide, and CSS shows the one that fits, so that labels stay readable on a phone. Ink comes from the page's CSS variables, and
so do dark mode and print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup, escape

from mingbai.pages import Chart, FlowChart
from mingbai.rendering.filters import yuan
from mingbai.values.speech import say

_safe: Callable[[str], Markup] = partial(str.__new__, Markup)
_STEPS = (1, 2, 5)
_MOST = 5
"""So many steps an axis has at the most."""
_WAN = 10_000_00
"""From this many fen on an axis speaks of 万元."""


class Frame(NamedTuple):
    """How large a drawing is, and what room its labels take; in pixels of its own."""

    kind: str
    width: int
    height: int
    left: int
    right: int
    font: int
    top: int = 14

    @property
    def inner(self) -> int:
        return self.width - self.left - self.right


_WIDE = Frame("wide", 640, 260, 62, 12, 13)
_NARROW = Frame("narrow", 360, 240, 54, 8, 13)
_LARGE = Frame("large", 360, 240, 54, 8, 22)
"""For large print on a phone, where words take so much room that what stands beside them must be drawn anew."""
_BOTTOM = 34


def bars(chart: Chart) -> Markup:
    """Groups of bars, one group a label, one bar a series; a missing value has no bar."""
    return figure(chart, lambda frame: _axes(chart, frame) + "".join(_bars(chart, frame)))


def lines(chart: Chart) -> Markup:
    """A line a series, with a dot at each value; the last value is written above the drawing, where no line can cross it."""
    above = 10 + 17 * len(chart.series)

    def draw(frame: Frame) -> str:
        lower = frame._replace(top=frame.top + above)
        return _axes(chart, lower) + "".join(_lines(chart, lower))

    return figure(chart, draw)


def figure(chart: Chart | FlowChart, draw: Callable[[Frame], str], height: Callable[[Frame], int] | None = None, *, large: bool = False) -> Markup:
    """A chart with its title and, for several series, its keys: drawn wide and narrow, as tall as `height` says; `large`: once more for large print."""
    frames: Iterable[Frame] = (_WIDE, _NARROW, *([_LARGE] if large else []))
    if height is not None:
        frames = (f._replace(height=height(f)) for f in frames)
    drawn = "".join(_svg(chart, frame, draw) for frame in frames)
    legend = ""
    if isinstance(chart, Chart) and len(chart.series) > 1:
        keys = "".join(f'<span class="chart__key chart__key--{s.kind}">{escape(s.name)}</span>' for s in chart.series)
        legend = f'<p class="chart__keys" aria-hidden="true">{keys}</p>'
    return _safe(f'<figure class="chart"><figcaption>{escape(chart.title)}</figcaption>{legend}{drawn}</figure>')


def _svg(chart: Chart | FlowChart, frame: Frame, draw: Callable[[Frame], str]) -> str:
    name = f"{chart.id}-{frame.kind}"
    hatch = f'<pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6"/></pattern>'
    return (
        f'<svg class="chart__{frame.kind}" viewBox="0 0 {frame.width} {frame.height}" role="img" aria-labelledby="{name}-t {name}-d" font-size="{frame.font}">'
        f'<title id="{name}-t">{escape(chart.title)}</title><desc id="{name}-d">{escape(chart.sentence)}</desc><defs>{hatch}</defs>{draw(frame)}</svg>'
    )


# --- axes -----------------------------------------------------------------------------------------------------------


def ticks(low: int, high: int) -> list[int]:
    """Round values from at or below `low` to at or above `high`, zero among them; in fen."""
    low, high = min(low, 0), max(high, 0)
    if low == high:
        high = 100_00
    power = 1
    while True:
        for factor in _STEPS:
            step = factor * power
            if -(-high // step) - low // step <= _MOST:
                return [n * step for n in range(low // step, -(-high // step) + 1)]
        power *= 10


def axis_word(fen: int, largest: int) -> str:
    """A tick in words: whole yuan, or 万元 where the axis reaches that far."""
    if largest < _WAN:
        return f"{fen / 100:,.0f}"
    wan = f"{fen / _WAN:,.2f}".rstrip("0").rstrip(".")
    return say("{wan}万", wan=wan) if fen else "0"


class _Scale(NamedTuple):
    """Fen to pixels: `bottom` and `top` are the ends of the axis in fen."""

    bottom: int
    top: int
    frame: Frame

    def y(self, fen: int) -> float:
        room = self.frame.height - self.frame.top - _BOTTOM
        return self.frame.top + room * (self.top - fen) / (self.top - self.bottom)


def _scale(chart: Chart, frame: Frame) -> tuple[_Scale, list[int]]:
    values = [v for s in chart.series for v in s.values if v is not None] or [0]
    marks = ticks(min(values), max(values))
    return _Scale(marks[0], marks[-1], frame), marks


def _axes(chart: Chart, frame: Frame) -> str:
    scale, marks = _scale(chart, frame)
    largest = max(abs(m) for m in marks)
    found = []
    for mark in marks:
        y = scale.y(mark)
        kind = "zero" if mark == 0 else "grid"
        found.append(f'<line class="chart__{kind}" x1="{frame.left}" x2="{frame.width - frame.right}" y1="{y:.1f}" y2="{y:.1f}"/>')
        found.append(f'<text x="{frame.left - 6}" y="{y + 4:.1f}" text-anchor="end">{axis_word(mark, largest)}</text>')
    slot = frame.inner / max(len(chart.labels), 1)
    widest = max((_wide(label) * frame.font + 8 for label in chart.labels), default=0)
    every = max(1, -(-int(widest) // max(int(slot), 1)))
    for n, label in enumerate(chart.labels):
        if n % every == 0:
            x = min(frame.left + slot * (n + 0.5), frame.width - _wide(label) * frame.font / 2)  # a long word stays inside
            found.append(f'<text x="{x:.1f}" y="{frame.height - 12}" text-anchor="middle">{escape(label)}</text>')
    return "".join(found)


# --- bars and lines -------------------------------------------------------------------------------------------------


def _bars(chart: Chart, frame: Frame) -> Iterator[str]:
    scale, _ = _scale(chart, frame)
    slot = frame.inner / max(len(chart.labels), 1)
    width = min(slot * 0.8 / max(len(chart.series), 1), 26)
    for k, series in enumerate(chart.series):
        for n, value in enumerate(series.values):
            if not value:  # of nothing not even a line is drawn
                continue
            x = frame.left + slot * (n + 0.5) + width * (k - len(chart.series) / 2)
            top, bottom = sorted((scale.y(value), scale.y(0)))
            fill = f' fill="url(#{chart.id}-{frame.kind}-hatch)"' if series.kind == "out" else ""
            said = say("{labels} {name} {value} 元", labels=chart.labels[n], name=series.name, value=yuan(value))
            yield (
                f'<rect class="chart__bar chart__bar--{series.kind}"{fill} x="{x:.1f}" y="{top:.1f}" width="{max(width - 1, 1):.1f}" '
                f'height="{max(bottom - top, 0.5):.1f}"><title>{escape(said)}</title></rect>'
            )


def _lines(chart: Chart, frame: Frame) -> Iterator[str]:
    scale, _ = _scale(chart, frame)
    slot = frame.inner / max(len(chart.labels), 1)
    for k, series in enumerate(chart.series):
        points = [(frame.left + slot * (n + 0.5), scale.y(v), n, v) for n, v in enumerate(series.values) if v is not None]
        if not points:
            continue
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in points)
        yield f'<polyline class="chart__line chart__line--{series.kind}" points="{path}"/>'
        for x, y, n, value in points:
            said = say("{labels} {name} {value} 元", labels=chart.labels[n], name=series.name, value=yuan(value))
            yield f'<circle class="chart__dot" cx="{x:.1f}" cy="{y:.1f}" r="3"><title>{escape(said)}</title></circle>'
        _, _, n, value = points[-1]
        name = f"{series.name} " if len(chart.series) > 1 else ""
        said = say("{labels}末 {name}{value}", labels=chart.labels[n], name=name, value=yuan(value))
        yield f'<text class="chart__last" x="{frame.width - frame.right}" y="{15 + 17 * k}" text-anchor="end">{escape(said)}</text>'


# --- where the money came from and went -----------------------------------------------------------------------------

_LINE = 14 / 13
"""From one line of words to the next, by the size of the font."""
_ROW = 34 / 13
"""What a part of a flow takes beside its width, by the same: room for its name in one line and its figure; a line more for names that need it."""
_SIDES = {"large": 0.4}
_SIDE = 0.31
"""The share of the width that names have on either side."""
_LINES = {"large": 4}
"""A name may have two lines, so many in large print."""
_ROOM = 150
"""Pixels of the whole: a part is as wide as its share of this, at both ends of its ribbon."""


def flow(chart: FlowChart) -> Markup:
    """Sources on the left, uses on the right, ribbons between; the width of each is its share. Parts of nothing are left out."""
    sources, uses = [s for s in chart.sources if s[1] > 0], [u for u in chart.uses if u[1] > 0]
    if not sources or not uses:
        return Markup("")
    names = [name for name, _ in (*sources, *uses)]
    most = max(len(sources), len(uses))
    return figure(chart, lambda frame: "".join(_flow(sources, uses, frame)), lambda frame: 20 + _ROOM + _row(names, frame) * most, large=True)


def _row(names: Sequence[str], frame: Frame) -> int:
    return round(frame.font * (_ROW + _LINE * (max(len(_name(name, frame)) for name in names) - 1)))


def _name(name: str, frame: Frame) -> list[str]:
    return wrapped(name, _fits(frame), _LINES.get(frame.kind, 2))


def _side(frame: Frame) -> float:
    return frame.width * _SIDES.get(frame.kind, _SIDE)


def _fits(frame: Frame) -> float:
    """So many Chinese characters stand in a line beside a flow."""
    return (_side(frame) - 6) / frame.font


def wrapped(name: str, fits: float, lines: int = 2) -> list[str]:
    """A name in lines of at most `fits` Chinese characters (ASCII counts little more than half); what does not go into the last ends with “…”."""
    found = [""]
    for letter in name:
        if _wide(found[-1] + letter) <= fits:
            found[-1] += letter
        elif len(found) < lines:
            found.append(letter)
        else:
            while found[-1] and _wide(found[-1]) + 1 > fits:
                found[-1] = found[-1][:-1]
            found[-1] += "…"
            break
    return [line.strip() for line in found]


def _wide(text: str) -> float:
    return sum(0.6 if letter.isascii() else 1 for letter in text)


def _flow(sources: Sequence[tuple[str, int]], uses: Sequence[tuple[str, int]], frame: Frame) -> Iterator[str]:
    middle, label, top = frame.width / 2, _side(frame), (frame.height - _ROOM) / 2
    row = _row([name for name, _ in (*sources, *uses)], frame)
    for (name, fen), (y, h), (ty, th) in zip(sources, stack(sources, frame.height, row), stack(sources, frame.height, 0), strict=True):
        yield _ribbon(label, y, h, middle - 4, ty, th, "in", say("{name} {fen} 元", name=name, fen=yuan(fen)))
        yield _words(label - 6, y + h / 2, _name(name, frame), fen, "end", frame.font * _LINE)
    for (name, fen), (y, h), (ty, th) in zip(uses, stack(uses, frame.height, row), stack(uses, frame.height, 0), strict=True):
        yield _ribbon(middle + 4, ty, th, frame.width - label, y, h, "out", say("{name} {fen} 元", name=name, fen=yuan(fen)))
        yield _words(frame.width - label + 6, y + h / 2, _name(name, frame), fen, "start", frame.font * _LINE)
    yield f'<rect class="chart__trunk" x="{middle - 4:.1f}" y="{top:.1f}" width="8" height="{_ROOM}"/>'


def stack(parts: Sequence[tuple[str, int]], height: int, row: int) -> list[tuple[float, float]]:
    """(top, width) of every part in pixels, one below the other about the middle of `height`, each with `row` pixels around it; the widths come to `_ROOM`."""
    total = sum(fen for _, fen in parts)
    y = (height - _ROOM - row * len(parts)) / 2
    found = []
    for _, fen in parts:
        wide = _ROOM * fen / total
        found.append((y + row / 2, wide))
        y += wide + row
    return found


def _ribbon(x1: float, y1: float, h1: float, x2: float, y2: float, h2: float, kind: str, said: str) -> str:
    bend = (x1 + x2) / 2
    path = (
        f"M{x1:.1f},{y1:.1f} C{bend:.1f},{y1:.1f} {bend:.1f},{y2:.1f} {x2:.1f},{y2:.1f} "
        f"L{x2:.1f},{y2 + h2:.1f} C{bend:.1f},{y2 + h2:.1f} {bend:.1f},{y1 + h1:.1f} {x1:.1f},{y1 + h1:.1f} Z"
    )
    return f'<path class="chart__ribbon chart__ribbon--{kind}" d="{path}"><title>{escape(said)}</title></path>'


def _words(x: float, y: float, name: Sequence[str], fen: int, anchor: str, line: float) -> str:
    """The lines of a name, so far from each other, the figure below them, about the middle `y`."""
    first = y - 1 - line * (len(name) - 1) / 2
    said = [f'<text x="{x:.1f}" y="{first + line * n:.1f}" text-anchor="{anchor}">{escape(words)}</text>' for n, words in enumerate(name)]
    return f'{"".join(said)}<text class="chart__small" x="{x:.1f}" y="{first + line * len(name):.1f}" text-anchor="{anchor}">{yuan(fen)}</text>'


CHARTS: dict[str, Callable[..., Markup]] = {"bars": bars, "lines": lines, "flow": flow}
"""What templates call: `{{ chart.bars(it.months_chart) }}`."""
