"""Columns of a printed table: what must stand in one line does, long texts share the rest, letters shrink before a table is too wide."""

from __future__ import annotations

import pytest

from mingbai.rendering.columns import SIZES, ems, layout
from mingbai.sheets import Grid, Head


def grid(*columns: tuple[str, bool, str]) -> Grid:
    return Grid("", tuple(Head(words, figure) for words, figure, _ in columns), (tuple(cell for *_, cell in columns),))


@pytest.mark.parametrize(
    "words,wide",
    [("", 0.0), ("公章", 2.0), ("1,200.50", 8 * 0.57), ("3月5日", 2 + 2 * 0.57 + 3 * 0.25), ("（元）", 3.0), ("𠮷", 1.0)],
)
def test_a_text_is_as_wide_as_its_characters(words, wide):
    assert ems(words) == pytest.approx(wide)


def test_figures_and_days_stand_in_one_line_and_long_texts_share_the_rest():
    placed = layout(grid(("日期", False, "12月31日"), ("摘要", False, "购打印纸" * 6), ("金额（元）", True, "1,234,567.89")))
    assert [w.fixed for w in placed.widths] == [True, False, True]
    assert placed.widths[0].ems >= ems("12月31日")
    assert placed.widths[2].ems >= ems("1,234,567.89")
    assert (placed.size, placed.fits) == (SIZES[0], True)


def test_a_long_heading_over_short_words_is_broken_in_two():
    placed = layout(
        grid(
            ("最近盘点日期", False, "相符"),
        )
    )
    assert ems("最近盘点") <= placed.widths[0].ems < ems("最近盘点日期")


def test_letters_shrink_before_a_table_is_too_wide():
    column = ("金额（元）", True, "1,234,567.89")
    sizes = [layout(grid(("摘要", False, "购打印纸" * 6), *[column] * n)) for n in range(1, 12)]
    assert [one.size for one in sizes] == sorted((one.size for one in sizes), reverse=True)
    assert sizes[0].size == SIZES[0]
    assert sizes[-1].size == SIZES[-1]
    assert sizes[0].fits
    assert not sizes[-1].fits
