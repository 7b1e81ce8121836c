"""Charts draw what the table beside them says, whatever the figures and names are."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree  # well-formedness of our own output

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.pages import Chart, FlowChart, Series
from mingbai.rendering import charts

AMOUNTS = st.integers(min_value=1, max_value=10**13)


def months(*pairs: tuple[int | None, int | None]) -> Chart:
    labels = tuple(f"{n}月" for n in range(1, len(pairs) + 1))
    return Chart(
        "t", "收支", "一句话。", labels, (Series("收入", "in", tuple(p[0] for p in pairs)), Series("支出", "out", tuple(p[1] for p in pairs)))
    )


def heights(svg: str) -> list[float]:
    wide = svg[svg.index("chart__wide") : svg.index("chart__narrow")]
    return [float(h) for h in re.findall(r'<rect class="chart__bar[^>]* height="([\d.]+)"', wide)]


def test_a_bar_is_as_high_as_its_figure() -> None:
    first, second, third = heights(charts.bars(months((100_00, 50_00), (25_00, None))))
    assert first == pytest.approx(4 * second, abs=0.5)
    assert first == pytest.approx(2 * third, abs=0.5)


def test_of_nothing_not_even_a_line_is_drawn() -> None:
    assert len(heights(charts.bars(months((100_00, 0), (0, None), (1, 50_00))))) == 3


def test_a_refund_month_hangs_below_the_line() -> None:
    svg = str(charts.bars(months((0, -30_00), (60_00, 10_00))))
    zero = float(re.search(r'chart__zero" [^>]*y1="([\d.]+)"', svg)[1])  # type: ignore[index]
    assert f'y="{zero:.1f}"' in svg
    assert "-30.00" in svg or "−30.00" in svg


@given(low=st.integers(-(10**13), 10**13), high=st.integers(-(10**13), 10**13))
def test_an_axis_holds_every_value_and_zero(low: int, high: int) -> None:
    marks = charts.ticks(min(low, high), max(low, high))
    assert 0 in marks
    assert marks[0] <= min(low, high, 0)
    assert marks[-1] >= max(low, high, 0)
    assert 2 <= len(marks) <= 7
    assert len({b - a for a, b in itertools.pairwise(marks)}) == 1


def test_an_axis_names_its_unit() -> None:
    assert charts.axis_word(200_00, 400_00) == "200"
    assert charts.axis_word(25_000_00, 50_000_00) == "2.5万"
    assert charts.axis_word(0, 50_000_00) == "0"


@given(st.lists(AMOUNTS, min_size=1, max_size=8))
def test_the_parts_of_a_flow_come_to_the_whole_and_do_not_overlap(amounts: list[int]) -> None:
    parts = [(str(n), fen) for n, fen in enumerate(amounts)]
    placed = charts.stack(parts, 600, 34)
    assert sum(h for _, h in placed) == pytest.approx(150)
    middles = [y + h / 2 for y, h in placed]
    assert all(b - a >= 34 - 1e-6 for a, b in itertools.pairwise(middles))


def test_a_name_from_a_ledger_stays_text() -> None:
    evil = '</title><script>alert(1)</script>"'
    svg = str(charts.flow(FlowChart("t", evil, evil, ((evil, 100),), ((evil, 100),)))) + str(
        charts.bars(Chart("t", evil, evil, (evil, "b"), (Series(evil, "in", (1, 2)), Series(evil, "out", (1, 2)))))
    )
    assert "<script" not in svg
    ElementTree.fromstring(f"<all>{svg}</all>")  # noqa: S314


def test_a_flow_of_nothing_is_not_drawn() -> None:
    assert charts.flow(FlowChart("t", "t", "t", (("期初结余", 0),), (("期末结余", 0),))) == ""


@given(st.text(alphabet="资金A1 费（）", max_size=60), st.integers(3, 20), st.integers(1, 3))
def test_a_name_in_lines_keeps_its_letters_or_says_that_some_are_missing(name: str, fits: int, lines: int) -> None:
    found = charts.wrapped(name, fits, lines)
    assert 1 <= len(found) <= lines
    assert all(sum(0.6 if c.isascii() else 1 for c in line) <= fits + 1e-6 for line in found)
    whole = "".join(found).replace(" ", "")
    kept = whole.removesuffix("…")
    assert name.replace(" ", "").startswith(kept)
    assert whole.endswith("…") or whole == name.replace(" ", "")


def test_the_last_value_stands_above_the_drawing_where_no_line_can_cross_it() -> None:
    svg = str(
        charts.lines(Chart("held", "结余", "一句话。", ("1月", "2月"), (Series("结余", "left", (900, 100)), Series("上年", "before", (100, 900)))))
    )
    wide = svg[: svg.index("chart__narrow")]
    said = [(float(y), words) for y, words in re.findall(r'chart__last" x="[\d.]+" y="([\d.]+)"[^>]*>([^<]+)<', wide)]
    highest = min(float(y) for y in re.findall(r'chart__(?:grid|zero)"[^>]* y1="([\d.]+)"', wide))
    assert [words for _, words in said] == ["2月末 结余 1.00", "2月末 上年 9.00"]
    assert max(y for y, _ in said) < highest


@pytest.mark.parametrize("count", [2, 12, 24, 60])
def test_labels_of_an_axis_do_not_touch(count: int) -> None:
    labels = tuple(f"{24 + n // 12}年{n % 12 + 1}月" for n in range(count))
    svg = str(charts.bars(Chart("t", "收支", "一句话。", labels, (Series("支出", "out", tuple(range(1, count + 1))),))))
    for drawing in (svg[: svg.index("chart__narrow")], svg[svg.index("chart__narrow") :]):
        at = [(float(x), words) for x, words in re.findall(r'<text x="([\d.]+)" y="\d+" text-anchor="middle">([^<]+)<', drawing)]
        widths = [sum(0.6 if c.isascii() else 1 for c in words) * 13 for _, words in at]
        assert len(at) >= 2
        assert all(b - a > (v + w) / 2 for (a, _), (b, _), v, w in zip(at, at[1:], widths, widths[1:], strict=False))


def test_a_reader_who_cannot_see_hears_the_sentence() -> None:
    svg = str(charts.lines(Chart("held", "结余", "九月末 5.00 元。", ("1月", "2月"), (Series("结余", "left", (100, 500)),))))
    assert svg.count('role="img"') == 2
    assert "<desc" in svg
    assert "九月末 5.00 元。" in svg
