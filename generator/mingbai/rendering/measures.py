"""What was done held against what was planned: a part of a whole, and rows of planned and actual; inline SVG like the charts.

Colour never speaks alone: the plan is a frame, what was done a hatched or filled bar in it, and what goes beyond stands outside
the frame and is said in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from markupsafe import Markup, escape

from mingbai.pages import Chart
from mingbai.rendering.charts import Frame, figure, wrapped
from mingbai.rendering.filters import yuan
from mingbai.values.speech import say

_safe: Callable[[str], Markup] = partial(str.__new__, Markup)
_WIDTH = 1000
_ROW = {"wide": 46, "narrow": 62}
"""Pixels a row of planned and actual takes: its words above, its bar below; on a narrow drawing the figures have a line of their own."""
_LONGEST = {"wide": 30, "narrow": 25}
"""So many Chinese characters of a name are shown."""
_BAR = 13


def share(label: str, part: int, whole: int, words: Sequence[str] = ("已用", "总额")) -> Markup:
    """A part of a whole, in fen: a bar in its frame, and the same in words; what goes beyond the whole is told apart."""
    most = max(part, whole, 1)
    inside, beyond = max(min(part, whole), 0), max(part - whole, 0)
    rects = [("whole", 0, whole), ("part", 0, inside), *([("over", whole, beyond)] if beyond else [])]
    drawn = "".join(
        f'<rect class="share__{kind}" x="{_WIDTH * x // most}" width="{_WIDTH * max(wide, 0) // most}" height="10"/>' for kind, x, wide in rects
    )
    over = say("，超出 {beyond} 元", beyond=yuan(beyond)) if beyond else ""
    said = say(
        "{escape} <b>{part}</b> 元，{escape2} {whole} 元{over}",
        escape=escape(words[0]),
        part=yuan(part),
        escape2=escape(words[1]),
        whole=yuan(whole),
        over=over,
    )
    return _safe(
        f'<div class="share"><p class="share__label">{escape(label)}</p>'
        f'<svg class="share__bar" viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
        f'<p class="share__words">{said}</p></div>'
    )


def against(chart: Chart) -> Markup:
    """A row a label: the second series as a bar in the frame of the first; a value that is missing or below zero has no width."""
    return figure(chart, lambda frame: "".join(_rows(chart, frame)), lambda frame: _ROW[frame.kind] * len(chart.labels) + 6)


def _rows(chart: Chart, frame: Frame) -> Iterator[str]:
    planned, actual = chart.series
    most = max((v for s in chart.series for v in s.values if v), default=1)
    room, row = frame.width - 8, _ROW[frame.kind]
    for n, (label, plan, done) in enumerate(zip(chart.labels, planned.values, actual.values, strict=True)):
        top, below = row * n + 4, row - _ROW["wide"]
        (short,) = wrapped(label, _LONGEST[frame.kind], 1)
        said = say(
            "{label}：{name} {x} 元，{name2} {x2} 元", label=label, name=actual.name, x=yuan(done or 0), name2=planned.name, x2=yuan(plan or 0)
        )
        fill = f' fill="url(#{chart.id}-{frame.kind}-hatch)"' if actual.kind == "out" else ""
        yield f'<text x="4" y="{top + 12}">{escape(short)}</text>'
        yield f'<text class="chart__small" x="{frame.width - 4}" y="{top + 12 + below}" text-anchor="end">{yuan(done or 0)} / {yuan(plan or 0)}</text>'
        y = top + 19 + below
        yield f'<rect class="chart__bar chart__bar--{actual.kind}"{fill} x="4" y="{y}" width="{_wide(done, most, room):.1f}" height="{_BAR}"><title>{escape(said)}</title></rect>'
        yield f'<rect class="chart__frame" x="4" y="{y - 2}" width="{_wide(plan, most, room):.1f}" height="{_BAR + 4}"/>'


def _wide(fen: int | None, most: int, room: int) -> float:
    return room * max(fen or 0, 0) / most


MEASURES: dict[str, Callable[..., Markup]] = {"share": share, "against": against}
"""What templates call besides the charts: `{{ chart.share('已花', it.done, it.planned) }}`."""
