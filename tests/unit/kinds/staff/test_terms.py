"""Group leaders and representatives serve no longer than a committee: five years to the day (urban law art. 13, village law arts 29, 32)."""

from __future__ import annotations

import pytest

from mingbai.kinds.staff import rules
from tests.unit.kinds.elections.test_terms import books

LIST = """
类别: {sort}
日期: 2026-03-01
岗位:
  - {{岗位: 第一组, 起: {start}{more}}}
"""


def told(start: str, more: str = "", sort: str = "居民小组长") -> list[str]:
    found = books(more={"staff/one.yml": LIST.format(sort=sort, start=start, more=more)})
    return [f.message("zh") for f in rules.nobody_stands_for_a_group_beyond_the_term(found)]


@pytest.mark.parametrize(
    "start, more, beyond",
    [
        ("2021-11-10", "", False),
        ("2021-11-09", "", True),
        ("2024-05-20", ", 止: 2029-05-20", False),
        ("2024-05-20", ", 止: 2029-05-21", True),
        ("2020-01-01", ", 止: 2026-11-09", False),  # over: told as that (STF012)
        ("2021-11-09", ", 止: 2026-11-10", True),
        ("2021-11-09", ", 空缺: 是", False),
    ],
)
def test_five_years_to_the_day(start: str, more: str, beyond: bool) -> None:
    assert bool(told(start, more)) is beyond


def test_it_says_what_is_too_long() -> None:
    assert told("2024-05-20", ", 止: 2030-05-20") == ["第一组从 2024-05-20 起，一届 5 年，最晚到 2029-05-20，“止”写的是 2030-05-20"]


@pytest.mark.parametrize("sort, asked", [("居民代表", True), ("村民小组长", True), ("村民代表", True), ("社区工作者", False), ("网格员", False)])
def test_of_those_whom_a_group_chooses(sort: str, asked: bool) -> None:
    """Who is hired has a contract, no term."""
    assert bool(told("2016-01-01", sort=sort)) is asked
