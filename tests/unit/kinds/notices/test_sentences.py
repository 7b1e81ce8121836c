"""A notice opens with what it is about, what it comes to, whose money it is, who decided and whom to ask."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import pipeline

AS_OF = datetime.date(2026, 11, 10)
NOTICE = """
标题: 三号楼更换门帘
类型: 其他
公示: {prior}
起: 2026-11-03
{more}依据: 居民公约
"""
FIGURES = """数据:
  - {名目: 门帘, 户数: 46, 金额: 10600.00}
  - {名目: 磁条, 户数: 46, 金额: 400.00}
资金: office-2026
承办: 环境物业委员
"""


@pytest.mark.parametrize(
    "prior, more, told",
    [
        (
            "否",
            FIGURES,
            "2026年11月3日公布“三号楼更换门帘”。门帘、磁条，一共 92 户，11,000.00 元。钱从“办公经费”出。有疑问问环境物业委员，",
        ),
        (
            "是",
            "止: 2026-11-13\n异议渠道: 打办公室电话\n",
            "“三号楼更换门帘”2026年11月3日起公示，到2026年11月13日截止，还有 3 天。有不同意见：打办公室电话。",
        ),
    ],
)
def test_a_notice_says_what_whose_money_and_whom_to_ask(community: Callable[..., Path], prior: str, more: str, told: str) -> None:
    root = community({"notices/2026/2026-11-03-menlian.yml": NOTICE.format(prior=prior, more=more)})
    checked = pipeline.check(root, AS_OF)
    page = next(p for p in pipeline.site(root, checked).pages if p.address == "notices/2026-11-03-menlian/")
    assert page.description.startswith(told)
