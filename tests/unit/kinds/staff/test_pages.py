"""Who works here: whom to ask by building; a list shows the columns that it fills, and names only those who may be named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.base.community import AS_OF
from tests.support.document import Document

GRIDS = """
    类别: 网格员
    日期: 2026-01-05
    岗位:
      - 岗位: 一号网格
        姓名: 马样本
        负责: [1 号楼, 2 号楼]
        户数: 120
        办公电话: 010-55550105
      - 岗位: 二号网格
        负责: [3 号楼]
        空缺: 是
"""
REPRESENTATIVES = """
    类别: 居民代表
    日期: 2026-01-05
    岗位:
      - 岗位: 第一居民小组
        人数: 5
"""


@pytest.fixture
def page(community: Callable[..., Path]) -> Document:
    root = community({"staff/wangge.yml": GRIDS, "staff/daibiao.yml": REPRESENTATIVES})
    checked = pipeline.check(root, AS_OF)
    assert checked.errors == 0
    return Document(next(p.body for p in pipeline.site(root, checked).pages if p.address == "staff/"))


def test_a_building_leads_to_its_grid_and_telephone(page: Document) -> None:
    assert "马样本（一号网格）" in page.text
    assert "空缺（二号网格）" in page.text
    assert ("a", "tel:01055550105") in [(e.tag, e.get("href")) for e in page.elements]


def test_a_list_shows_the_columns_that_it_fills(page: Document) -> None:
    """Grids: nobody has a duty, all are one person. Representatives: their number, no name, no telephone."""
    labels = [e.get("data-label") for e in page.elements if e.tag == "td"]
    assert "分工" not in labels
    assert "补贴标准" not in labels
    assert labels.count("人数") == 1
    assert labels.count("姓名") == labels.count("电话") == 2


def test_lists_are_folded_below_their_names_and_numbers(page: Document) -> None:
    tags = [e.tag for e in page.elements]
    assert [tags[n - 1] for n, tag in enumerate(tags) if tag == "h3"] == ["summary", "summary"]
    assert "网格员 2 个网格，1 人，空缺 1 个" in page.text
    assert page.text.count("1 号楼、2 号楼") == 2  # once with its grid in front, once in the list
