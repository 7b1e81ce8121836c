"""A part of a whole and planned against actual: what is drawn is what was given, what goes beyond is told in words."""

from __future__ import annotations

import re

import pytest

from mingbai.pages import Chart, Series
from mingbai.rendering.measures import against, share


def widths(svg: str, kind: str) -> list[int]:
    return [int(w) for w in re.findall(rf'class="share__{kind}" x="\d+" width="(\d+)"', svg)]


@pytest.mark.parametrize(
    "part, whole, inside, beyond",
    [(50_00, 100_00, 500, []), (0, 100_00, 0, []), (100_00, 100_00, 1000, []), (150_00, 100_00, 666, [333]), (-5_00, 100_00, 0, []), (0, 0, 0, [])],
)
def test_a_share_is_as_wide_as_it_is_large(part: int, whole: int, inside: int, beyond: list[int]) -> None:
    drawn = share("办公经费", part, whole)
    assert widths(drawn, "part") == [inside]
    assert widths(drawn, "over") == beyond


def test_what_goes_beyond_is_said_in_words_and_names_are_escaped() -> None:
    drawn = share("<b>费", 150_00, 100_00, ["已花", "预算"])
    assert "已花 <b>150.00</b> 元，预算 100.00 元，超出 50.00 元" in drawn
    assert "&lt;b&gt;费" in drawn
    assert "超出" not in share("费", 100_00, 100_00)


def test_a_row_shows_what_was_done_in_the_frame_of_what_was_planned() -> None:
    names = ("办公费", "印刷 <b>", "没有花的")
    chart = Chart("b", "支出", "一句话。", names, (Series("预算", "plan", (100_00, 50_00, 25_00)), Series("已花", "out", (50_00, 100_00, None))))
    drawn = against(chart)
    frames = re.findall(r'class="chart__frame" x="4" y="\d+" width="([\d.]+)"', drawn)
    bars = re.findall(r'class="chart__bar chart__bar--out" fill="url\(#b-(?:wide|narrow)-hatch\)" x="4" y="\d+" width="([\d.]+)"', drawn)
    assert frames == ["632.0", "316.0", "158.0", "352.0", "176.0", "88.0"]
    assert bars == ["316.0", "632.0", "0.0", "176.0", "352.0", "0.0"]
    assert "印刷 &lt;b&gt;：已花 100.00 元，预算 50.00 元" in drawn
    assert drawn.count("100.00 / 50.00") == 2
    assert "一句话。" in drawn
