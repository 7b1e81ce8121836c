"""What a community's own catalogue names must be there: one finding for each name that is not, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base.community import checked

ACTS = """
法规:
  - 编号: street-rules
    名称: 示例街道居务公开办法
    英文: Rules of the subdistrict
    版本: "2026"
    施行: 2026-01-01
    核对: 2026-02-01
    条文:
      - {条: "5", 要求: 财政拨款的使用每月公开。, 英文要求: Grants are disclosed every month.}
"""
ITEM = """
事项:
  - 编号: X01
    名称: 社区食堂收支
    英文: Canteen
    适用: [城市居委会]
    类别: 财务
    时限: [{周期: 每月, 期限: 15}]
    公布天数: 15
    签署: [S1]
    证据: [{台账: finance}]
    效力: 地方规定
    依据: [{法: street-rules, 条: "5"}]
"""


def told(tmp_path: Path, item: str) -> list[tuple[str, str]]:
    found = checked(tmp_path, files={"law/acts.yml": ACTS, "law/catalogue.yml": item})
    return [(f.code.id, str(f.values["name"])) for f in found.findings if f.place.path.endswith("law/catalogue.yml") and f.code.id == "LAW009"]


@pytest.mark.parametrize(
    "change, name",
    [
        (("", ""), ""),
        (("[城市居委会]", "[城市居委]"), "城市居委"),
        (("S1", "S9"), "S9"),
        (("[S1]", "[S1, S9]"), "S9"),
        (("台账: finance", "台账: nowhere"), "nowhere"),
        (("台账: finance", "台账: law"), "law"),  # a kind that leaves no traces proves nothing
        (("台账: finance", "台账: projects, 条件: [{栏目: 预算, 不少于: large}]"), "large"),
        (("台账: finance", "台账: projects, 条件: [{栏目: 预算, 不少于: term-years}]"), "term-years"),  # years are no amount
    ],
)
def test_a_name_that_is_nowhere_is_told(tmp_path: Path, change: tuple[str, str], name: str) -> None:
    assert told(tmp_path, ITEM.replace(*change) if name else ITEM) == ([("LAW009", name)] if name else [])


def test_a_form_of_ones_own_may_be_added(tmp_path: Path) -> None:
    own = '签署形式:\n  - {编号: SX, 名称: 食堂管理小组签字, 英文: Canteen group, 签署: [{职责: 食堂, 可由: [主任]}], 效力: 地方规定, 依据: [{法: street-rules, 条: "5"}]}\n'
    assert told(tmp_path, own + ITEM.replace("S1", "SX")) == []


def test_nobody_can_do_without_the_signatures_of_the_law(tmp_path: Path) -> None:
    change = '调整:\n  - {编号: U08, 签署: [], 效力: 地方规定, 依据: [{法: street-rules, 条: "5"}]}\n'
    found = checked(tmp_path, files={"law/acts.yml": ACTS, "law/catalogue.yml": change})
    (laxer,) = [f for f in found.findings if f.code.id == "LAW005"]
    assert {c.act for c in laxer.basis} & {"urban-committee"}  # the clause of what is loosened


@pytest.mark.parametrize(
    "evidence, name, known",
    [
        ("{台账: finance, 条件: [{栏目: 资金性质, 值: [补助, 自筹]}]}", "", ""),
        ("{台账: finance, 条件: [{栏目: 主体, 值: [居民]}]}", "", ""),
        ("{台账: finance, 条件: [{栏目: 科目, 值: [活动费]}]}", "", ""),
        ("{台账: finance, 条件: [{栏目: 科目, 值: [活动废]}]}", "活动废", "活动费"),
        ("{台账: finance, 条件: [{栏目: 性质, 值: [补助]}]}", "性质", "资金性质"),
        ("{台账: finance, 条件: [{栏目: 资金性质, 值: [补肋]}]}", "补肋", "补助"),
        ("{台账: finance, 条件: [{栏目: 资金性质, 值: [补助, 自愁]}]}", "自愁", "自筹"),
        ("{台账: finance, 条件: [{栏目: 账簿, 值: [nowhere]}]}", "nowhere", "committee"),
        ("{台账: notices, 条件: [{栏目: 类型, 值: [物业, 食堂]}]}", "食堂", "物业"),
        ("{台账: meetings, 条件: [{栏目: 种类, 值: [居民大会]}]}", "居民大会", "居民会议"),
        ("{台账: distribution, 条件: [{栏目: 类型, 值: [收入]}]}", "类型", "数额"),
        ("{台账: finance, 条件: [{栏目: 类型, 除外: [余额]}]}", "", ""),
        ("{台账: finance, 条件: [{栏目: 类型, 除外: [佘额]}]}", "佘额", "余额"),
        ("{台账: projects, 条件: [{栏目: 预算, 不少于: large-matter}]}", "", ""),
        ("{台账: projects, 条件: [{栏目: 类别, 不少于: large-matter}]}", "large-matter", "一事一议"),
        ("{台账: projects, 条件: [{栏目: 类别}]}", "类别", "一事一议"),
        ("{台账: projects, 条件: [{栏目: 资金来源, 值: [居民委员会, 奖补]}]}", "", ""),
    ],
)
def test_a_field_or_word_that_the_ledger_never_has_is_told_with_those_it_has(tmp_path: Path, evidence: str, name: str, known: str) -> None:
    found = checked(tmp_path, files={"law/acts.yml": ACTS, "law/catalogue.yml": ITEM.replace("{台账: finance}", evidence)})
    told = [f for f in found.findings if f.code.id == "LAW010"]
    assert [str(f.values["name"]) for f in told] == ([name] if name else [])
    assert all(known in f.remedy("zh") and f.place.span is not None and f.place.span.line == 10 for f in told)
