"""Nobody signs for, or publishes, what has not happened: a decision of 28 March, a quarter, a contract, and what is made ready before its day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.base.community import checked
from tests.support.building import REPOSITORY
from tests.unit.kinds.disclosures.test_duties import FILE
from tests.unit.kinds.disclosures.test_prior import NOTICE

DECISION = "    对象: 2026-03-28-daibiao/1\n"
QUARTER = "    期间: 2026-Q1\n"
NOTHING = QUARTER + "    本期无: 是\n"
CONTRACT = """\
合同:
  - 编号: HT-2026-09
    名称: 打印机采购
    类型: 大额货物采购
    方向: 付
    乙方: 某办公设备公司
    乙方类别: 单位
    标的: 打印机
    金额: 3000.00
    起: 2026-05-06
    止: 2026-05-31
"""


def entry(item: str, about: str, day: str, **signed: str) -> str:
    names = "".join(f"      - 角色: {office}\n        日期: {on}\n" for office, on in signed.items())
    return f"起: 2026-01-01\n公开:\n  - 事项: {item}\n{about}    公布日: {day}\n    渠道: [网站, 公开栏]\n    签署:\n{names}"


def ahead(root: Path, text: str, files: Mapping[str, str] | None = None) -> list[str]:
    return [f.message("zh") for f in checked(root, files={FILE: text, **(files or {})}).findings if f.code.id == "DUE032"]


@pytest.mark.parametrize(
    "text, told",
    [
        (entry("U06", DECISION, "2026-03-30", 主任="2026-03-27", 文书="2026-03-28"), ["主任签于 2026-03-27，“文明养犬公约”是 2026-03-28 的事"]),
        (entry("U06", DECISION, "2026-03-30", 主任="2026-03-28", 文书="2026-03-30"), []),
        (entry("U08", QUARTER, "2026-04-10", 文书="2026-03-30", 主任="2026-03-31"), ["文书签于 2026-03-30，2026年第一季度到 2026-03-31 才过完"]),
        (entry("U08", QUARTER, "2026-04-10", 文书="2026-04-01"), []),
        (entry("U06", QUARTER, "2026-04-10", 主任="2026-03-29"), ["主任签于 2026-03-29，2026年第一季度到 2026-03-31 才过完"]),  # its progress too
        (entry("U30", NOTHING, "2026-04-10", 街道办事处="2026-03-20"), ["街道办事处签于 2026-03-20，2026年第一季度到 2026-03-31 才过完"]),
        (entry("U07", "    期间: 2026\n", "2026-02-10", 主任="2026-01-20"), []),  # the plan of a year is signed at its beginning
        (entry("U07", "    期间: 2025\n", "2026-02-10", 主任="2025-12-20"), ["主任签于 2025-12-20，2025年到 2025-12-31 才过完"]),  # its report is not
        (entry("U02", "", "2026-02-10", 主任="2025-12-20"), []),  # what stands for good has no day
    ],
)
def test_who_signs_has_seen_it_happen(tmp_path: Path, text: str, told: list[str]) -> None:
    assert ahead(tmp_path, text) == told


@pytest.mark.parametrize("prior", ["是", "否"])
def test_a_notice_is_signed_and_then_hangs(tmp_path: Path, prior: str) -> None:
    notice = NOTICE.format(
        title="社会救助申请初审公示", sort="社会救助", prior=prior, start="2026-09-01", more="止: 2026-09-09\n" if prior == "是" else ""
    )
    text = entry("U26", "    对象: 2026-09-01-jiuzhu\n", "2026-09-01", 街道办事处="2026-08-30")
    assert ahead(tmp_path, text, {"notices/2026/2026-09-01-jiuzhu.yml": notice}) == []


@pytest.mark.parametrize("made, wanted", [("", 0), ("    签订日: 2026-05-06\n", 1)])
def test_a_contract_is_held_against_the_day_it_was_made_and_not_against_its_first(tmp_path: Path, made: str, wanted: int) -> None:
    text = entry("U17", "    对象: HT-2026-09\n", "2026-05-07", 主任="2026-05-05", 监督委员会主任="2026-05-06")
    assert len(ahead(tmp_path, text, {"finance/committee/contracts.yml": CONTRACT + made})) == wanted


# --- published ahead ---------------------------------------------------------------------------------------------------


def early(root: Path, text: str) -> list[tuple[str, str]]:
    found = checked(root, files={FILE: text}).findings
    wanted = [f for f in found if f.code.id in ("DUE003", "DUE033") or (f.code.id == "DUE011" and "2026-04-07" in f.message("zh"))]
    return [(f.code.id, f.message("zh")) for f in wanted]


@pytest.mark.parametrize("item", ["U06", "U08", "U09", "U10", "U19", "U20", "U27"])
def test_a_quarter_is_published_when_it_is_over_whatever_else_the_item_asks_for(tmp_path: Path, item: str) -> None:
    told = "2026年第二季度 到 2026-06-30 才过完，公布日写的是 2026-06-20"
    assert early(tmp_path, entry(item, "    期间: 2026-Q2\n", "2026-06-20", 主任="2026-06-20")) == [("DUE003", told)]


@pytest.mark.parametrize("about", [DECISION, "    期间: 2026-Q1\n" + DECISION])
def test_what_happened_in_a_quarter_is_published_before_its_end_where_it_is_named(tmp_path: Path, about: str) -> None:
    assert early(tmp_path, entry("U06", about, "2026-03-30", 主任="2026-03-30")) == []


def test_a_decision_published_before_the_meeting_is_told_where_it_stands(tmp_path: Path) -> None:
    text = entry("U06", DECISION, "2026-03-25", 主任="2026-03-25") + entry("U06", QUARTER, "2026-04-14", 主任="2026-04-14").partition("公开:\n")[2]
    assert early(tmp_path, text) == [("DUE033", "“文明养犬公约”是 2026-03-28 的事，公布日写的是 2026-03-25")]


@pytest.mark.parametrize("name", [".", "examples/hexi", "examples/liuxi"])
def test_nobody_of_the_demonstrations_signs_ahead(name: str) -> None:
    found = pipeline.check(REPOSITORY / name, datetime.date(2026, 11, 10)).findings
    assert [f.message("zh") for f in found if f.code.id == "DUE032"] == []
