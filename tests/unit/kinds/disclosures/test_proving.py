"""What is entered as published stands in the ledgers, or somebody signed that there was nothing; nobody is accused whose ledgers cannot tell."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from mingbai import pipeline
from mingbai.kind import View
from mingbai.kinds import discover
from mingbai.kinds.disclosures import pages
from mingbai.kinds.disclosures.datasets import datasets
from mingbai.kinds.disclosures.duties import State
from mingbai.rendering.door import let_out
from tests.base.community import AS_OF, Files, checked, codes, laid_over, said
from tests.support.building import REPOSITORY
from tests.unit.kinds.disclosures.test_duties import COMMUNITY, FILE, NOTHING, entry, quiet, standing

WITHOUT: Files = {"finance/committee/2026-01.yml": None, "finance/committee/2026-02.yml": None}
Q3 = "    期间: 2026-Q3\n"
U08 = "起: 2026-10-26\n公开:\n" + entry("U08", "2026-10-28", Q3)
LINE = """期间: 2026-08
默认: {账户: bank, 资金: own}
收支:
  - {凭证: 08-001, 日期: 2026-08-03, 类型: 支出, 金额: 20.00, 科目: 活动费, 摘要: 打印纸, 票据: 发票 1, 经办: 文书, 证明: 监督委员会成员, 审批: 主任}
"""


def told(root: Path, text: str, files: Files | None = None) -> int:
    return codes(checked(root, files={FILE: text, **(files or {})})).count("DUE025")


def test_a_publication_with_nothing_behind_it_is_told_where_it_is_entered(tmp_path: Path) -> None:
    """No accounts were written at all: that it was published says the register alone."""
    found = checked(tmp_path, files={FILE: U08, **WITHOUT})
    assert [one for one in said(found) if one.startswith("DUE025")] == ["DUE025 disclosures/2026.yml:6"]
    (one,) = [f for f in found.findings if f.code.id == "DUE025"]
    assert "finance" in one.remedy("zh")
    assert one.severity.name == "WARNING"


def test_the_pages_and_the_report_of_timeliness_show_it(tmp_path: Path) -> None:
    root = laid_over(tmp_path, files={FILE: "起: 2026-07-01\n公开:\n" + entry("U08", "2026-10-12", Q3), **WITHOUT})
    seen = let_out(pipeline.check(root, AS_OF).books, (), (), discover())
    assert isinstance(seen, View)
    drafts = {d.address: d.context for d in pages.drafts(seen)}
    matrix: Any = drafts["disclosure/"]
    assert "有 1 次登记了公布，台账里没有那一期的内容，也没有写“本期无”。" in matrix.late
    (chip,) = [c for a in matrix.areas for r in a.rows if r.id == "U08" for c in r.chips if c.words == "三季度"]
    assert (chip.state, chip.tone) == ("按时，台账里没有内容", "warn")
    item: Any = drafts["disclosure/u08/"]
    assert item.late == "2026年第三季度登记了公布，台账里没有那一期的内容，也没有写“本期无”。"
    assert [d.state for d in item.duties if d.published] == ["按时，台账里没有内容"]
    tables = {t.name: t for t in datasets(seen)}
    timeliness = tables["disclosures-timeliness"]
    named = [c.name for c in timeliness.columns].index("not_in_ledgers")
    assert [row[named] for row in timeliness.rows if row[named] is not None] == [1]
    assert ("登记了公布、台账里没有内容", 1) in list(tables["disclosures-statistics"].rows)


@pytest.mark.parametrize(
    "text, files",
    [
        ("公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n"), {}),  # its lines are there
        ("起: 2026-10-26\n公开:\n" + entry("U08", "2026-10-28", NOTHING.format("2026-Q3")), WITHOUT),  # signed
        (U08, {"finance/committee/2026-08.yml": LINE}),  # nothing was granted, but the accounts go on: what is left of the first quarter's
        (U08, {**WITHOUT, "community.yml": COMMUNITY.replace("启用: 2026-01-01", "启用: 2026-08-01")}),  # before there was a book
        (U08, {"finance/committee/2026-02.yml": "期间: ["}),  # what cannot be read is not known
        ("起: 2026-10-26\n公开:\n" + entry("U35", "2026-10-28", Q3, "S1"), {}),  # no register of requests is kept
        ("起: 2026-10-26\n公开:\n" + entry("U28", "2026-10-28", Q3, "S1"), {}),  # nor any notices
        ("公开:\n" + entry("U02", "2026-10-28", signed="S0"), {}),  # for good
        ("公开:\n" + entry("U12", "2026-03-28", "    期间: 2026\n"), {}),  # no budget is kept
        ("起: 2026-10-26\n公开:\n" + entry("U08", "2026-11-28", Q3), WITHOUT),  # not yet published
        (U08 + entry("U08", "2026-10-29", NOTHING.format("2026-Q3") + "    更正: U08/2026-Q3\n    原因: 没有拨款\n"), WITHOUT),
    ],
)
def test_nobody_is_accused_where_there_was_something_or_the_ledgers_cannot_tell(tmp_path: Path, text: str, files: Files) -> None:
    assert told(tmp_path, text, files) == 0


@pytest.mark.parametrize("sort, day, wanted", [("年度计划", "2025-12-20", 0), ("制度", "2025-12-20", 1)])
def test_a_plan_may_be_older_than_its_year(tmp_path: Path, sort: str, day: str, wanted: int) -> None:
    """Documents are kept; a standing rule is no plan."""
    doc = f"名称: 一份文件\n类型: {sort}\n年度: 2026\n日期: {day}\n摘要: 做什么。\n"
    assert told(tmp_path, "公开:\n" + entry("U07", "2026-03-28", "    期间: 2026\n", "SM"), {"docs/plan.yml": doc}) == wanted


def test_a_matter_that_goes_on_needs_no_new_event(tmp_path: Path) -> None:
    """Decisions of January are being carried out in the third quarter."""
    assert told(tmp_path, "起: 2026-10-26\n公开:\n" + entry("U06", "2026-10-28", Q3, "SM+S1")) == 0


@pytest.mark.parametrize("name", [".", "examples/hexi", "examples/liuxi"])
def test_the_demonstrations_published_what_their_ledgers_hold(name: str) -> None:
    assert "DUE025" not in codes(pipeline.check(REPOSITORY / name, datetime.date(2026, 11, 10)))


# --- 本期无 before the period is over ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "item, period, day, early",
    [
        ("U30", "2026", "2026-10-10", True),
        ("U29", "2026", "2026-02-10", True),
        ("U21", "2026-H2", "2026-10-10", True),
        ("U21", "2026-H1", "2026-07-01", False),
        ("U21", "2026-H1", "2026-06-30", True),
        ("U38", "2026-Q4", "2026-11-01", True),
        ("U12", "2026-H2", "2026-10-10", True),  # the half-year's outturn is no plan
        ("U12", "2026", "2026-02-10", False),  # the year's budget is
        ("U07", "2026", "2026-02-10", False),
        ("U30", "2025", "2026-01-04", False),
    ],
)
def test_that_there_was_nothing_is_said_when_the_period_is_over(tmp_path: Path, item: str, period: str, day: str, early: bool) -> None:
    found = checked(tmp_path, files={FILE: "公开:\n" + entry(item, day, NOTHING.format(period))})
    assert ("DUE003" in codes(found)) is early


def test_what_was_signed_too_early_is_no_statement(tmp_path: Path) -> None:
    text = "公开:\n" + entry("U30", "2026-10-10", NOTHING.format("2026"))
    assert quiet(standing(tmp_path, text, "U30")) == [("", "2026-01-01", State.UNRECORDED)]


def test_events_are_published_while_the_period_goes_on(tmp_path: Path) -> None:
    assert "DUE003" not in codes(checked(tmp_path, files={FILE: "公开:\n" + entry("U21", "2026-10-28", "    期间: 2026\n", "SM")}))


# --- 本期无 while something is being carried out ------------------------------------------------------------------------

DECIDED = "meetings/2026/2026-03-28-daibiao.yml"
MINUTES = (Path(__file__).parents[3] / "base/ledgers" / DECIDED).read_text("utf-8")
VILLAGE = REPOSITORY / "examples/liuxi/ledgers"


def denied(root: Path, item: str, period: str, day: str, files: Files) -> list[str]:
    found = checked(root, files={FILE: "公开:\n" + entry(item, day, NOTHING.format(period), "SM+S1"), **files}).findings
    return [f.message("zh") for f in found if f.code.id == "DUE004"]


@pytest.mark.parametrize("on, wanted", [("2026-03-31", 0), ("2026-04-01", 1), ("2026-06-30", 1), ("2026-07-01", 0)])
def test_a_quarter_in_which_a_decision_was_carried_out_was_not_one_without_anything(tmp_path: Path, on: str, wanted: int) -> None:
    minutes = MINUTES.replace("2026-04-15", on).replace("期限: 2026-04-30", "期限: 2026-12-31")
    told = f"2026年第二季度 台账里有 1 件，第一件是 {on} 文明养犬公约：落实"
    assert denied(tmp_path, "U06", "2026-Q2", "2026-07-10", {DECIDED: minutes}) == [told] * wanted


def test_how_a_decision_is_carried_out_asks_for_no_publication_of_its_own(tmp_path: Path) -> None:
    asked = standing(tmp_path, "公开:\n" + entry("U02", "2026-01-10", signed="S0"), "U06").obligations
    assert {str(o.event.day) for o in asked if o.event} == {"2026-03-28", "2026-09-18"}


def test_a_quarter_in_which_a_group_of_villagers_met_was_not_one_without_anything(tmp_path: Path) -> None:
    """柳溪 signed that its groups had nothing in the second quarter."""
    minutes = (VILLAGE / "meetings/2026/2026-04-16-cunmindaibiao.yml").read_text("utf-8").replace("村民代表会议", "村民小组会议")
    root = laid_over(tmp_path, VILLAGE, files={"meetings/2026/2026-06-17-xiaozu.yml": minutes.replace("2026-04-16", "2026-06-17")}, bare=True)
    found = pipeline.check(root, AS_OF).findings
    assert [f.message("zh") for f in found if f.code.id == "DUE004"] == ["2026年第二季度 台账里有 1 件，第一件是 2026-06-17 村道路灯安装"]
