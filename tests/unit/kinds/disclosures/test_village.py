"""What the village has by acts of its own and by the same machine as a city: elections are disclosed, gifts for relief are told of."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.kinds.disclosures.duties import Standing, State, standings
from tests.base.community import laid_over
from tests.unit.kinds.disclosures.test_duties import EXAMPLES

LEDGERS = EXAMPLES / "liuxi/ledgers"
REGISTER = "disclosures/2026.yml"
ELECTION = """\
名称: 村民委员会换届选举
种类: 换届选举
方式: 选民直接选举
主持: 村民选举委员会
登记: 1042
名单公布: 2026-04-18
候选人公布: 2026-05-06
投票:
  - 日期: 2026-05-11
    参加投票: 738
    有效: 719
    无效: 19
    职位:
      - 职务: 主任
        名额: 1
        候选人:
          - {称呼: 候选人甲, 姓名: 王示例, 得票: 500, 当选: 是}
          - {称呼: 候选人乙, 得票: 198}
结果公布: 2026-05-11
"""
GIFT = """\
捐赠:
  - 编号: D-01
    日期: 2026-06-03
    捐赠人: 示例便民药店
    捐赠人类别: 单位
    署名: 实名
    类型: 物
    物品:
      - 品名: 藿香正气水
        数量: 60
        单位: 盒
        折价: 720.00
    指定用途: 送给受灾的村民
    票据: 公益捐赠票据 7716
    经办: 文书
    监督: 监督委员会主任
"""


def of(root: Path, item: str, files: dict[str, str]) -> Standing:
    books = pipeline.check(laid_over(root, LEDGERS, files=files, bare=True), datetime.date(2026, 11, 10)).books
    return next(s for s in standings(books) if s.item.id == item)


def entry(item: str, about: str, day: str, more: str = "") -> str:
    signed = f"    签署: [{{角色: 选举委员会, 日期: {day}}}]\n"
    return (LEDGERS / REGISTER).read_text("utf-8") + f"  - 事项: {item}\n    对象: {about}\n    公布日: {day}\n    渠道: [公开栏]\n{more}{signed}"


@pytest.mark.parametrize(
    "shown, state, due",
    [
        ("2026-04-18", State.ON_TIME, "2026-04-21"),  # twenty days before the vote, sooner than five days after it was drawn up
        ("2026-04-22", State.LATE, "2026-04-21"),
    ],
)
def test_the_list_of_voters_of_a_village_hangs_twenty_days_before_the_vote(tmp_path: Path, shown: str, state: State, due: str) -> None:
    files = {"elections/2026-huanjie.yml": ELECTION, REGISTER: entry("V21", "2026-huanjie/2026-04-18", shown)}
    listed = next(o for o in of(tmp_path, "V21", files).obligations if o.event and o.event.id == "2026-huanjie/2026-04-18")
    assert (listed.state, str(listed.due.day)) == (state, due)
    assert [(b.act, b.article) for b in listed.basis] == [("village-committee", "17")]


def test_candidates_and_result_are_disclosed_too(tmp_path: Path) -> None:
    found = of(tmp_path, "V21", {"elections/2026-huanjie.yml": ELECTION}).obligations
    assert [(o.event.id, o.state) for o in found if o.event and o.event.id.startswith("2026-huanjie/")] == [
        ("2026-huanjie/2026-04-18", State.MISSING),
        ("2026-huanjie/2026-05-06", State.MISSING),
        ("2026-huanjie/2026-05-11", State.MISSING),
    ]


def test_gifts_are_told_of_with_relief(tmp_path: Path) -> None:
    """Village law art. 35: what the government gives and what is given for relief."""
    assert "D-01" in {t.id for t in of(tmp_path, "V07", {"finance/committee/donations.yml": GIFT}).traces}
