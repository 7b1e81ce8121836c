"""The page of a month: what is not there yet is said."""

from __future__ import annotations

import re
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
    page = _page(community({"finance/committee/2026-03.yml": MONTH}))

    assert "还没有审核" in page
    assert re.search(r'class="lede">[^<]*还没有人审核。有疑问', page)


def test_a_month_that_was_reviewed_says_by_whom(community: Callable[..., Path]) -> None:
    page = _page(community({"finance/committee/2026-03.yml": MONTH + REVIEW}))

    assert "还没有审核" not in page
    assert "监督委员会主任，2026年4月3日" in page
    assert re.search(r'class="lede">[^<]*2026年4月3日由监督委员会主任审核过。有疑问', page)


EARLIER = """期间: 2025-03
默认:
  账户: bank
  经办: 文书
  审批: 主任
收支:
  - 凭证: 03-001
    日期: 2025-03-05
    类型: 支出
    金额: {amount}
    资金: own
    科目: 维修费
    摘要: 修门
    对方: 某五金店
    票据: 发票 9
"""


def test_a_month_stands_beside_the_same_month_of_the_year_before(community: Callable[..., Path]) -> None:
    """
    去年三月支出 40 元，今年三月 100 元：多 60 元，一句话说出来；去年没有三月的，什么也不说。
    """
    now = EARLIER.format(amount="100.00").replace("2025", "2026")
    alone = _page(community({"finance/committee/2026-03.yml": now}))
    assert "上年同月" not in alone

    page = _page(community({"finance/committee/2026-03.yml": now, "finance/committee/2025-03.yml": EARLIER.format(amount="40.00")}))
    assert "比上年同月（2025年3月1日至2025年3月31日）：收入一样，支出多 60.00 元，期末结余少" in page
    assert '<h2 id="before">与上年同月比</h2>' in page
    row = re.search(r'<td class="lead">维修费</td>(.*?)</tr>', page[page.index('id="before"') :], re.DOTALL)
    assert row is not None
    assert re.findall(r">([^<]+)</td>", row[1]) == ["100.00", "40.00", "+60.00"]


def test_a_household_bears_its_part_where_the_number_of_households_is_published(community: Callable[..., Path]) -> None:
    now = {"finance/committee/2026-03.yml": EARLIER.format(amount="100.00").replace("2025", "2026")}
    assert "每户约" not in _page(community(now))
    root = community(now)
    listed = root / "ledgers" / "community.yml"
    listed.write_text(listed.read_text("utf-8") + "人口:\n  户数: 300\n  截止: 2026-01-01\n", "utf-8")
    assert "按 300 户（2026年1月1日）算，每户约 0.33 元：100.00 ÷ 300，四舍五入到分。" in _page(root)


def test_a_fund_ends_its_first_sentences_with_whom_to_ask(community: Callable[..., Path]) -> None:
    root = community({"finance/committee/2026-03.yml": MONTH})
    pages = {p.address: p.body for p in pipeline.site(root, pipeline.check(root, AS_OF)).pages}

    assert re.search(r'class="lede">[^<]*有疑问打 <span class="nb">010-55550100</span> 问。', pages["finance/committee/funds/own/"])


def test_a_warning_is_told_to_residents_without_what_to_write_into_which_file(community: Callable[..., Path]) -> None:
    root = community({"disclosures/2026.yml": "公开:\n  - 事项: U02\n    公布日: 2026-01-10\n    渠道: 网站\n"})
    checked = pipeline.check(root, AS_OF)
    page = {p.address: p.body for p in pipeline.site(root, checked).pages}["warnings/"]

    assert "为什么：" in page
    assert "怎么改" not in page
    assert "ledgers/" not in page
