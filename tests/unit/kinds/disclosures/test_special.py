"""What is disclosed by itself: a collective's special matters, a village's large ones; each by the records that its item names."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest

from mingbai import pipeline
from mingbai.kind import View
from mingbai.kinds import discover
from mingbai.kinds.disclosures import pages
from mingbai.kinds.disclosures.datasets import datasets
from mingbai.kinds.disclosures.duties import Standing, State, standings
from mingbai.rendering.door import let_out
from tests.support.building import REPOSITORY

AS_OF = datetime.date(2026, 11, 10)
PROJECT = "projects/2026-channel.yml"


def standing(root: Path, name: str, item: str, files: dict[str, tuple[str, str]] | None = None, add: dict[str, str] | None = None) -> Standing:
    """An item of a demonstration after these replacements (file → old, new) and additions."""
    shutil.copytree(REPOSITORY / f"examples/{name}/ledgers", root / "ledgers")
    for path, (old, new) in (files or {}).items():
        text = (root / "ledgers" / path).read_text("utf-8")
        assert old in text, (path, old)
        (root / "ledgers" / path).write_text(text.replace(old, new, 1), "utf-8")
    for path, text in (add or {}).items():
        (root / "ledgers" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "ledgers" / path).write_text(text, "utf-8")
    return next(s for s in standings(pipeline.check(root, AS_OF).books) if s.item.id == item)


def events(found: Standing) -> set[str]:
    return {o.event.id for o in found.obligations if o.event is not None}


CHANNEL = {
    f"2026-channel/{step}"
    for step in ("审核备案/2026-08-28", "招标/2026-09-10", "开工/2026-09-21", "竣工/2026-10-24", "验收/2026-10-28", "决算/2026-11-04")
}
NOTICE = "2026-08-22-ludeng"
OWN = "法规包: [cn-2026]\n标准:\n  - 编号: large-matter\n    金额: {}\n    来源: 示例县办〔2026〕1号\n"


@pytest.mark.parametrize(
    "files, wanted",
    [
        ({}, {NOTICE, *CHANNEL}),
        ({PROJECT: ("预算: 84400.00", "预算: 50000.00")}, {NOTICE, *CHANNEL}),  # 以上 holds the figure itself
        ({PROJECT: ("预算: 84400.00", "预算: 49999.99")}, {NOTICE}),
        ({"community.yml": ("法规包: [cn-2026]\n", OWN.format("84400.01"))}, {NOTICE}),  # the line of the county
        ({"community.yml": ("法规包: [cn-2026]\n", OWN.format("84400.00"))}, {NOTICE, *CHANNEL}),
    ],
)
def test_only_what_comes_to_the_amount_is_a_large_matter(tmp_path: Path, files: dict[str, tuple[str, str]], wanted: set[str]) -> None:
    found = standing(tmp_path, "liuxi", "V16", files)
    assert {t.id for t in found.traces} == wanted


def test_a_project_that_grows_over_the_amount_is_one_from_that_day(tmp_path: Path) -> None:
    grown = "预算: 40000.00\n变更:\n  - 日期: 2026-10-01\n    内容: 加长\n    增加: 20000.00\n    决议: 2026-08-20-cunmindaibiao/1\n"
    found = standing(tmp_path, "liuxi", "V16", {PROJECT: ("预算: 84400.00\n", grown)})
    assert {t.id for t in found.traces} == {NOTICE, *(id for id in CHANNEL if id >= "2026-channel" and id[-10:] >= "2026-10-01")}


def test_its_page_says_from_which_amount() -> None:
    seen = let_out(pipeline.check(REPOSITORY / "examples/liuxi", AS_OF).books, (), (), discover())
    assert isinstance(seen, View)
    context: Any = next(d.context for d in pages.drafts(seen) if d.address.endswith("/v16/"))
    assert context.notices.startswith("项目里，预算 50,000.00 元以上的才列在这一项（待确认的默认值）。")


NOTICES = "标题: 村后河滩征占补偿到账和使用办法\n类型: 征占补偿\n起: 2026-10-21\n内容: 征用河滩三亩，补偿到账，怎样分由成员大会定。\n"


def test_land_compensation_asks_to_be_disclosed_by_itself(tmp_path: Path) -> None:
    quiet = standing(tmp_path / "a", "hexi", "C9-01")
    assert [(q.state, str(q.period)) for q in quiet.quiet if q.period] == [(State.NOTHING, "2026-H1"), (State.NOTHING, "2026-Q3")]
    told = standing(tmp_path / "b", "hexi", "C9-01", add={"notices/2026/2026-10-21-zhengdi.yml": NOTICES})
    assert [(str(o.due.day), o.state) for o in told.obligations] == [("2026-11-02", State.MISSING)]  # ten days end on a Saturday


@pytest.mark.parametrize(
    "item, files, wanted",
    [
        ("C9-02", {}, set()),  # both contracts were signed before the catalogue was kept
        ("C9-02", {"finance/collective/contracts.yml": ("签订日: 2025-12-18", "签订日: 2026-01-08")}, {"HT-2025-01"}),
        ("C9-03", {}, {"2026-hexi-road/招标/2026-04-08", "2026-hexi-road/决算/2026-08-28"}),
        ("C9-03", {"projects/2026-hexi-road.yml": ("来源: 村集体投入", "来源: 其他")}, set()),  # none of its money: the committee's alone
        ("C9-04", {}, {"2026-hexi-road/决算/2026-08-28"}),
        ("C9-04", {"projects/2026-hexi-road.yml": ("类别: 一事一议", "类别: 工程")}, set()),
    ],
)
def test_each_special_matter_has_its_own_evidence(tmp_path: Path, item: str, files: dict[str, tuple[str, str]], wanted: set[str]) -> None:
    assert events(standing(tmp_path, "hexi", item, files)) == wanted


RECALL = """名称: 罢免理事
种类: 罢免理事
方式: 成员选举
主持: 监事会
登记: 300
罢免要求: {日期: 2026-09-01, 谁联名: 成员选举, 联名: 40, 总数: 300, 职务: 理事, 理由: 一年没有参加会议}
投票:
  - {日期: 2026-10-10, 参加投票: 220, 有效: 220, 无效: 0, 同意罢免: 205, 反对罢免: 15, 职位: []}
结果公布: 2026-10-11
"""


def test_an_election_of_the_collective_is_its_own_matter(tmp_path: Path) -> None:
    """Urban law arts 17–19 (U05) are of the committee; the collective tells its own under C8-01."""
    add = {"elections/2026-bamian.yml": RECALL}
    assert "2026-bamian/2026-10-10" not in events(standing(tmp_path / "a", "hexi", "U05", add=add))
    assert events(standing(tmp_path / "b", "hexi", "C8-01", add=add)) == {"2026-bamian/2026-10-10"}


@pytest.mark.parametrize("pack, unsure", [("", True), (", cn-chongqing", False)])
def test_a_signature_that_an_act_of_the_place_asks_for_is_no_default(tmp_path: Path, pack: str, unsure: bool) -> None:
    """Chongqing art. 29: the supervisors examine every plan; elsewhere the recorder's signature, taken away here, is practice."""
    shutil.copytree(REPOSITORY / "examples/liuxi/ledgers", tmp_path / "ledgers")
    path = tmp_path / "ledgers/community.yml"
    path.write_text(path.read_text("utf-8").replace("法规包: [cn-2026]", f"法规包: [cn-2026{pack}]"), "utf-8")
    if not pack:
        path = tmp_path / "ledgers/disclosures/2026.yml"
        head, entry, rest = path.read_text("utf-8").partition("  - 事项: V05\n")
        path.write_text(head + entry + rest.replace("      - 角色: 文书\n", "      - 角色: 委员\n", 1), "utf-8")
    told = [f for f in pipeline.check(tmp_path, AS_OF).findings if f.code.id == "DUE012" and f.values["item"] == "V05"]
    assert [("待确认的默认值" in f.message("zh")) for f in told] == [unsure]


def test_what_the_collective_published_in_time_is_on_time(tmp_path: Path) -> None:
    for n, item in enumerate(("C9-03", "C9-04")):
        assert {o.state for o in standing(tmp_path / str(n), "hexi", item).obligations} == {State.ON_TIME}


def test_a_village_without_the_collective_s_book_is_not_asked() -> None:
    bound = {s.item.id for s in standings(pipeline.check(REPOSITORY / "examples/liuxi", AS_OF).books)}
    assert not [id for id in bound if id.startswith("C")]


# --- what higher levels are told ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name, item, wanted",
    [
        ("liuxi", "V10", ("法定", "待确认的默认值", 15, "法定")),  # the quarter is law, its fifteenth day is not; the fifteen days are
        ("liuxi", "V16", ("待确认的默认值", "待确认的默认值", 15, "法定")),
        ("liuxi", "V20", ("待确认的默认值", "待确认的默认值", None, None)),  # stays for good
        ("hexi", "C2-01", ("待确认的默认值", "待确认的默认值", 15, "待确认的默认值")),
        ("hexi", "C9-03", ("待确认的默认值", "待确认的默认值", 15, "待确认的默认值")),
        ("hexi", "U08", ("法定", "待确认的默认值", 15, "法定")),
    ],
)
def test_the_report_on_timeliness_says_how_firm_every_figure_is(name: str, item: str, wanted: tuple[Any, ...]) -> None:
    seen = let_out(pipeline.check(REPOSITORY / "examples" / name, AS_OF).books, (), (), discover())
    assert isinstance(seen, View)
    table = next(t for t in datasets(seen) if t.name == "disclosures-timeliness")
    names = [c.name for c in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    found = {(r["status"], r["due_status"], r["board_days"], r["board_status"]) for r in rows if r["item"] == item and r["due"]}
    assert found == {wanted}
    assert all((r["due"] is None) is (r["due_status"] is None) for r in rows)


def test_in_a_province_that_lays_the_days_down_the_report_says_so(tmp_path: Path) -> None:
    found = standing(tmp_path, "liuxi", "V10", {"community.yml": ("法规包: [cn-2026]", "法规包: [cn-2026, cn-chongqing]")})
    assert {(found.item.firmness(o.duty).zh, found.item.board.zh) for o in found.obligations} == {("地方规定", "法定")}


@pytest.mark.parametrize(
    "pack, signatures, plan",
    [
        ("", "会议主持人、记录人签字（待确认的默认值）", ""),
        (", cn-shandong", "会议主持人、记录人签字（待确认的默认值）；监督委员会审查，联席会议确定", ""),
        (", cn-chongqing", "会议主持人、记录人签字（待确认的默认值）；监督委员会审查公开方案", "没有写哪天提出，看不出监督委员会是不是 5 天内审查的"),
    ],
)
def test_the_page_says_whose_rule_a_signature_is_and_what_nobody_wrote_down(tmp_path: Path, pack: str, signatures: str, plan: str) -> None:
    """Shandong art. 11, Chongqing arts 29 and 35; the five days are law in Chongqing alone."""
    shutil.copytree(REPOSITORY / "examples/liuxi/ledgers", tmp_path / "ledgers")
    path = tmp_path / "ledgers/community.yml"
    path.write_text(path.read_text("utf-8").replace("法规包: [cn-2026]", f"法规包: [cn-2026{pack}]"), "utf-8")
    seen = let_out(pipeline.check(tmp_path, AS_OF).books, (), (), discover())
    assert isinstance(seen, View)
    context: Any = next(d.context for d in pages.drafts(seen) if d.address.endswith("/v05/"))
    assert context.signatures.partition("：在本社区是")[0] == signatures
    assert {e.plan for e in context.entries} == {plan}
