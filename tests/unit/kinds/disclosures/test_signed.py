"""Who signed held the office that day; the supervisors had the plan first, and their days to examine it."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from textwrap import dedent

import pytest

from mingbai import pipeline, reading
from mingbai.books import Books
from mingbai.kinds.community import KIND as COMMUNITY
from mingbai.kinds.disclosures import KIND, rules_signed
from mingbai.packs import Law
from tests.base.community import BASE, checked

PLACE = """
格式: 1
名称: 新河社区
类型: 城市居委会
人员:
  - {姓名: 王示例, 角色: [书记, 主任], 任期: {起: 2024-06-01, 止: 2026-06-30}}
  - {姓名: 李样本, 角色: [主任], 任期: {起: 2026-07-03}}
  - {姓名: 陈样例, 角色: [文书]}
  - {姓名: 张示范, 角色: [环境物业委员], 任期: {起: 2024-06-01}}
监督委员会:
  - {姓名: 赵示例, 角色: [监督委员会主任], 任期: {起: 2024-06-01}}
"""
ENTRY = """
公开:
  - 事项: U19
    期间: 2026-Q3
{plan}    公布日: {day}
    渠道: [公开栏]
    签署: [{signed}]
"""


@cache
def law(*packs: str, community: str = "城市居委会") -> Law:
    return Law.of([file for name in ("cn-2026", *packs) for file in pipeline.pack(name)], community)


def books(signed: str, plan: str = "", day: str = "2026-10-28", under: Law | None = None, as_of: str = "2026-11-10") -> Books:
    text = ENTRY.format(plan=f"    方案: {plan}\n" if plan else "", day=day, signed=signed)
    documents = []
    for n, (path, content) in enumerate((("community.yml", PLACE), ("disclosures/2026.yml", text))):
        document, refused = reading.read(dedent(content).lstrip("\n").encode(), f"ledgers/{path}", n)
        assert not refused
        documents.append(document)
    filed, problems = pipeline.parse_all(documents, (COMMUNITY, KIND))
    assert not [p.message("zh") for p in problems]
    return Books(filed, {}, under or law(), datetime.date.fromisoformat(as_of))


def signed(office: str, day: str) -> str:
    return f"{{角色: {office}, 日期: {day}}}"


@pytest.mark.parametrize(
    "office, day, what",
    [
        ("主任", "2026-06-30", None),
        ("主任", "2026-07-01", "登记的任期是 2024-06-01 至 2026-06-30、2026-07-03 至 今"),
        ("主任", "2026-07-02", "登记的任期是 2024-06-01 至 2026-06-30、2026-07-03 至 今"),
        ("主任", "2026-07-03", None),
        ("主任", "2024-05-31", "登记的任期是 2024-06-01 至 2026-06-30、2026-07-03 至 今"),
        ("居委会主任", "2026-07-03", None),  # what stands before an office may be left out
        ("党组织书记", "2026-06-30", None),
        ("党支部书记", "2026-07-01", "登记的任期是 2024-06-01 至 2026-06-30"),
        ("居务监督委员会主任", "2026-07-01", None),
        ("王示例", "2026-06-30", None),
        ("王示例", "2026-07-01", "登记的任期是 2024-06-01 至 2026-06-30"),
        ("文书", "2020-01-01", None),  # registered without a term
        ("副主任", "2026-06-30", "community.yml 里没有人担任"),
        ("监督委员会", "2026-06-30", "community.yml 里没有人担任"),  # an office signs, not a body
        ("监督委员会成员", "2026-06-30", None),  # the head is a member
        ("监督委员会委员", "2024-05-31", "登记的任期是 2024-06-01 至 今"),
        ("委员", "2026-06-30", None),  # whichever of them it was
        ("街道办事处", "2026-06-30", None),
        ("选举委员会主任", "2026-06-30", None),
        ("第三村民小组长", "2026-06-30", None),
        ("主持人", "2026-06-30", None),
    ],
)
def test_somebody_held_the_office_on_the_day(office: str, day: str, what: str | None) -> None:
    found = [f.message("zh") for f in rules_signed.who_signs_holds_the_office(books(signed(office, day)))]
    assert found == ([f"“{office}”签于 {day}，{what}"] if what else [])


def examined(plan: str, by: str, under: Law | None = None, day: str = "2026-10-28", as_of: str = "2026-11-10") -> list[tuple[str, str]]:
    signature = signed("监督委员会主任", by) if by else ""
    found = rules_signed.supervisors_examine_the_plan_in_time(books(signature, plan, day, under, as_of))
    return [(f.code.id, f.message("zh")) for f in found]


@pytest.mark.parametrize(
    "plan, by, late",
    [
        ("2026-10-12", "2026-10-12", False),
        ("2026-10-12", "2026-10-17", False),
        ("2026-10-12", "2026-10-19", False),  # the fifth day is a Saturday: Monday is in time
        ("2026-10-12", "2026-10-20", True),
        ("2026-10-21", "2026-10-26", False),
        ("2026-10-21", "2026-10-27", True),
        ("2026-09-28", "2026-10-08", False),  # the fifth day is in the holiday, 1 to 7 October 2026
        ("2026-09-28", "2026-10-09", True),
    ],
)
def test_five_days_after_the_plan_it_is_examined(plan: str, by: str, late: bool) -> None:
    """The day of the plan is not counted, a day of rest moves the end on."""
    assert [code for code, _ in examined(plan, by)] == (["DUE022"] if late else [])


def test_without_a_signature_it_is_told_when_the_days_are_over() -> None:
    assert examined("2026-10-21", "", as_of="2026-10-26") == []
    assert examined("2026-10-21", "", as_of="2026-10-27") == [
        ("DUE022", "方案 2026-10-21 提出，监督委员会应在 2026-10-26 以前审查（5 天），还没有签字（待确认的默认值）")
    ]


def test_what_comes_before_the_plan_is_out_of_order() -> None:
    assert examined("2026-10-26", "2026-10-25") == [("DUE023", "方案 2026-10-26 提出，监督委员会 2026-10-25 已经签字")]
    assert examined("2026-10-29", "2026-10-29") == [("DUE023", "方案 2026-10-29 提出，2026-10-28 已经公布")]
    assert examined("2026-10-28", "2026-10-28") == []


def test_chongqing_makes_it_a_rule_of_villages() -> None:
    ((_, told),) = examined("2026-10-21", "2026-10-27", law("cn-chongqing", community="村委会"))
    assert told == "方案 2026-10-21 提出，监督委员会应在 2026-10-26 以前审查（5 天），2026-10-27 才签字"
    standard = law().standards["publication-review-days"]
    ((_, elsewhere),) = examined("2026-10-21", "2026-10-27", law("cn-chongqing"))
    assert elsewhere.endswith("（待确认的默认值）")
    longer = Law(standards={**law().standards, standard.id: standard.model_copy(update={"count": 6})}, calendar=law().calendar)
    assert examined("2026-10-21", "2026-10-27", longer) == []


def test_where_no_plan_is_written_down_nothing_is_asked() -> None:
    assert [*rules_signed.supervisors_examine_the_plan_in_time(books(signed("监督委员会主任", "2026-10-27")))] == []


# --- which office a signature is of ------------------------------------------------------------------------------------

MEMBERS = """监督委员会:
  - 姓名: 赵示例
    角色: [监督委员会主任]
    任期: {起: 2024-06-01, 止: 2029-05-31}
  - 姓名: 孙样本
    角色: [监督委员会委员甲]
    任期: {起: 2024-06-01, 止: 2029-05-31}
  - 姓名: 周示范
    角色: [监督委员会委员乙]
    任期: {起: 2024-06-01, 止: 2025-12-31}
"""
LACKS = ["“U19 社区服务项目实施情况”还缺：审查（待确认的默认值）"]


@pytest.mark.parametrize(
    "director, supervisor, lacking",
    [
        ("主任", "监督委员会主任", []),
        ("主任", "监督委员会委员甲", []),  # any member of it examines
        ("主任", "居务监督委员会委员甲", []),
        ("主任", "监督委员会成员", []),
        ("主任", "孙样本", []),  # by name, as whatever she holds
        ("居委会主任", "监督委员会委员甲", []),
        ("主任", "周示范", LACKS),  # no longer a member on that day
        ("主任", "环境物业委员", LACKS),  # of the committee that is examined
        ("主任", "副主任", LACKS),
    ],
)
def test_whoever_sits_on_the_committee_examines_for_it(tmp_path: Path, director: str, supervisor: str, lacking: list[str]) -> None:
    head, _, tail = (BASE / "ledgers/community.yml").read_text("utf-8").partition("监督委员会:\n")
    text = f"公开:\n  - 事项: U19\n    期间: 2026-Q3\n    公布日: 2026-10-12\n    渠道: [公开栏]\n    签署: [{signed(director, '2026-10-10')}, {signed(supervisor, '2026-10-10')}]\n"
    files = {"community.yml": head + MEMBERS + tail[tail.index("外链") :], "disclosures/2026.yml": text}
    assert [f.message("zh") for f in checked(tmp_path, files=files).findings if f.code.id == "DUE012"] == lacking
