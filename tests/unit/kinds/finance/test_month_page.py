"""The page of a month: what is not there yet is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mingbai import pipeline
from tests.base.community import AS_OF

MONTH = """
期间: 2026-03
本期无:
  签署: 主任
  日期: 2026-04-02
"""
REVIEW = """
结账:
  审核:
    审核人: 监督委员会主任
    日期: 2026-04-03
"""


def _page(root: Path) -> str:
    pages = {p.address: p.body for p in pipeline.site(root, pipeline.check(root, AS_OF)).pages}
    return pages["finance/committee/2026/03/"]


def test_a_month_that_nobody_has_reviewed_says_so(community: Callable[..., Path]) -> None:
    assert "还没有审核" in _page(community({"finance/committee/2026-03.yml": MONTH}))


def test_a_month_that_was_reviewed_says_by_whom(community: Callable[..., Path]) -> None:
    page = _page(community({"finance/committee/2026-03.yml": MONTH + REVIEW}))

    assert "还没有审核" not in page
    assert "监督委员会主任，2026年4月3日" in page
