"""What a table must obey on its way into months: no row lost, no row changed by what stands in another."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai import importing, reading
from mingbai.importing import Grid, Imported, Map
from mingbai.importing.table import Row
from mingbai.schema import parse

many = settings(max_examples=200, deadline=None)

HEADER = ("日期", "号", "摘要", "收", "付", "对方", "票据")
MAP = """
列: {日期: 日期, 凭证: 号, 摘要: 摘要, 对方: 对方, 票据: 票据}
方向: {收入列: 收, 支出列: 付}
略过行: [不算]
去掉开头: "@"
"""
days = st.dates(min_value=datetime.date(2026, 1, 1), max_value=datetime.date(2026, 3, 31)).map(str)
vouchers = st.text("0123456789-甲a", min_size=1, max_size=5).map(lambda v: f"v{v}")
texts = st.text("水电费报销结算 主任１a-（）", max_size=8).map(lambda t: " ".join(f"甲{t}".split()))
amounts = st.one_of(st.integers(1, 10**9).map(lambda n: f"{n // 100}.{n % 100:02}"), st.sampled_from(["1,200", "￥5", "３０", "壹佰元整", "7"]))
rows = st.lists(st.tuples(days, vouchers, texts, amounts, st.booleans(), st.one_of(st.just(""), texts), st.one_of(st.just(""), texts)), max_size=12)
ODD = ("不算", "号 /", "=摘\u3000要", "一百", "x", "@", "+票")
"""A row that the map says to skip, with something odd in every column: none can be read as a whole any more."""


def convert(rows: list[tuple[str, ...]]) -> Imported:
    document, _ = reading.read(MAP.encode(), "map.yml", 0)
    map, problems = parse(Map, document.nodes or {}, "map.yml")
    assert map is not None, problems
    grid = Grid("t.xlsx", None, tuple(Row(n, None, list(row)) for n, row in enumerate([HEADER, *rows], 1)))
    return importing.convert_grid(grid, map, "map.yml")


def laid(drawn: list[Any]) -> list[tuple[str, ...]]:
    return [
        (day, voucher, summary, *((amount, "") if came else ("", amount)), party, paper)
        for day, voucher, summary, amount, came, party, paper in drawn
    ]


@many
@given(rows)
def test_every_row_is_a_line_or_says_why_not_and_no_fen_is_lost(drawn: list[Any]) -> None:
    found = convert([*laid(drawn), ODD])
    assert not found.problems, [p.message("zh") for p in found.problems]
    assert found.rows == sum(m.lines for m in found.months) + len(found.skipped) == len(drawn) + 1
    lines = [line for month in found.months for line in month.nodes["收支"]]
    assert sorted(line["凭证"] for line in lines) == sorted(one[1] for one in drawn)
    assert sum(m.income + m.expense for m in found.months) == sum(round(float(line["金额"]) * 100) for line in lines)


@many
@given(rows)
def test_what_stands_in_another_row_changes_no_line(drawn: list[Any]) -> None:
    """A column is looked over as a whole where nothing in it is odd, cell by cell else: both read the same."""
    assert convert(laid(drawn)).months == convert([*laid(drawn), ODD]).months
