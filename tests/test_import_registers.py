"""Real lists into registers: contracts, a budget, donations, services; the printed sums hold, and every trap is a finding with its row."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import importing, pipeline, reading
from mingbai.cli.registers import Target
from mingbai.importing.registers import Register, RegisterMap, convert, merge
from mingbai.schema import parse
from mingbai.values.money import fen, grouped
from tests.base.community import AS_OF

MAPS = Path(__file__).parent / "importing/registers"
REAL = "data/real/"
OCTOBER = REAL + "zh_cn_luohu_owners/201810天然居10月份财务.xlsx"
DONATIONS = REAL + "zh_cn_nodeparty_foundation/收入_赞助列表.csv"
DUTIES = REAL + "zh_cn_service_lists/安徽城市社区履职与协助清单_17.csv"
SERVICES = REAL + "zh_cn_service_lists/广安区_民政残联退役_39.csv"
PLAN = REAL + "zh_cn_luohu_owners/计划.xlsx"
Read = Callable[..., Register]


@pytest.fixture
def read(shared: Callable[[str], Path]) -> Read:
    """`read("luohu-contracts", "contracts", "data/real/…")`: a real list through the map of its sheet."""

    def run(name: str, kind: str, file: str, change: Callable[[str], str] = lambda text: text) -> Register:
        document, refused = reading.read(change((MAPS / f"{name}.yml").read_text("utf-8")).encode(), f"{name}.yml", 0)
        assert document.nodes is not None, refused
        map, problems = parse(RegisterMap, document.nodes, f"{name}.yml")
        assert map is not None, [p.message("zh") for p in problems]
        grid, unreadable = importing.grid(shared(file).read_bytes(), file, map.sheet)
        assert grid is not None, [p.message("zh") for p in unreadable]
        made = convert(grid, Target(kind).item, map, f"{name}.yml")
        assert made.problems or made.rows == len(made.entries) + len(made.skipped)
        return made

    return run


def refused(made: Register) -> list[tuple[str, int]]:
    return [(p.code.id, p.place.span.line if p.place.span else 0) for p in made.problems]


def test_contracts_with_their_terms_and_a_proved_sum(read: Read) -> None:
    made = read("luohu-contracts", "contracts", OCTOBER)
    assert refused(made) == []
    assert [(e.nodes["编号"], e.nodes["起"], e.nodes.get("止")) for e in made.entries] == [
        ("HT-2018-01", "2018-08-01", "2018-12-31"),
        ("HT-2018-02", "2019-04-01", "2019-03-31"),
        ("HT-2018-03", "2018-05-01", "2019-04-30"),
        ("HT-2018-04", "2018-01-01", None),
        ("HT-2018-05", "2018-05-01", "2019-04-30"),
    ]
    assert grouped(sum(fen(e.nodes["定期"]["金额"]) for e in made.entries)) == "110,950.00"
    assert made.totals == 1


def test_a_budget_with_subtotals_of_its_groups(read: Read, community: Callable[..., Path]) -> None:
    """Rows of one category are one item: nothing stands twice, every row is accounted for, the sum is that of the sheet."""
    made = read("luohu-budget", "budget", OCTOBER)
    assert refused(made) == []
    assert grouped(sum(fen(e.nodes["预算"]) for e in made.entries)) == "397,447.70"
    assert made.totals == 4
    assert [(e.nodes["编号"], e.nodes["科目"], e.nodes["预算"]) for e in made.entries][::4] == [
        ("1", "清洁外包", "76050.00"),
        ("5", "人工成本支出", "261467.06"),
    ]
    assert next(e for e in made.entries if e.nodes["编号"] == "5").nodes["说明"].split("、")[:2] == ["人员薪酬支出", "住房公积金"]
    assert [(s.row, s.what.zh) for s in made.skipped if s.what and "合成" in s.what.zh][:1] == [(5, "与第 4 行合成一项")]
    merged = merge(None, "2018.yml", Target("budget").root, {"年度": "2018"}, made.entries, OCTOBER)
    found = pipeline.check(community({"finance/committee/budget/2018.yml": merged.text}), AS_OF).findings
    assert {f.code.id for f in found if f.severity.value == "error"} == {"REF001"}, "only that the categories are not registered"


def test_apart_the_rows_of_one_category_are_found(read: Read, community: Callable[..., Path]) -> None:
    made = read("luohu-budget", "budget", OCTOBER, lambda text: text.replace("合并: [方向, 科目]\n", ""))
    merged = merge(None, "2018.yml", Target("budget").root, {"年度": "2018"}, made.entries, OCTOBER)
    found = pipeline.check(community({"finance/committee/budget/2018.yml": merged.text}), AS_OF).findings
    assert [f.code.id for f in found].count("BUD003") == 5


def test_an_unknown_field_to_join_by_is_named(read: Read) -> None:
    made = read("luohu-budget", "budget", OCTOBER, lambda text: text.replace("合并: [方向, 科目]", "合并: 类目"))
    assert [p.code.id for p in made.problems] == ["IMP027"]


def test_two_rates_in_one_cell_are_a_finding(read: Read) -> None:
    assert refused(read("luohu-leases", "contracts", OCTOBER)) == [("IMP018", 3)]


def test_leases_without_a_contract_and_by_rate(read: Read) -> None:
    made = read("luohu-leases", "contracts", OCTOBER, lambda text: text + '略过行: ["电动汽车充电桩"]\n')
    assert refused(made) == []
    by_number = {e.nodes["编号"]: e.nodes for e in made.entries}
    assert by_number["ZL-06"]["合同"] == "无"
    assert by_number["ZL-04"]["计价"] == {"单价": "5000.00", "周期": "月"}
    assert len(made.entries) == 22


def test_a_number_used_twice_is_a_finding(read: Read, shared: Callable[[str], Path]) -> None:
    made = read("nodeparty-donations", "donations", DONATIONS)
    assert refused(made) == []
    assert (len(made.entries), grouped(sum(fen(e.nodes["金额"]) for e in made.entries))) == (51, "75,013.90")
    merged = merge(None, "donations.yml", Target("donations").root, {}, made.entries, DONATIONS)
    assert [(p.code.id, p.values["number"]) for p in merged.problems] == [("IMP028", "JZ-44")]


def test_long_item_codes_stay_what_they_are(read: Read) -> None:
    made = read("guangan-services", "services", SERVICES)
    assert refused(made) == []
    assert len(made.entries) == 39
    assert Counter((e.nodes["实施主体"], e.nodes["分类"]) for e in made.entries) == {
        ("区民政局", "社会救助"): 20,
        ("区残联", "养老助残"): 13,
        ("区退役军人事务局", "退役军人与优抚"): 6,
    }
    assert made.entries[0].nodes["事项编码"].startswith("51201104100007")


@pytest.mark.parametrize(
    "name, kind, file, column, field, count",
    [("guangan-services", "services", SERVICES, 2, "名称", 39), ("anhui-duties", "admission", DUTIES, 2, "事项", 17)],
)
def test_every_row_of_a_list_becomes_an_entry_or_is_named(
    read: Read, shared: Callable[[str], Path], name: str, kind: str, file: str, column: int, field: str, count: int
) -> None:
    """The rows as Python's own reader gives them, one by one, in their order; the first line says where the list comes from."""
    rows = list(csv.reader(shared(file).read_text("utf-8").splitlines()))
    source, _headings, *lines = rows
    made = read(name, kind, file)
    assert [(e.row, e.nodes[field]) for e in made.entries] == [(n, line[column]) for n, line in enumerate(lines, 3)]
    assert len(made.entries) == count
    assert made.skipped == ()
    assert source[0].startswith("# ")


def test_a_row_that_the_map_leaves_out_is_named(read: Read) -> None:
    """A word of the map leaves out one row: it is accounted for with its number and the reason."""
    made = read("guangan-services", "services", SERVICES, lambda text: text + "略过行: [临时救助]\n")
    assert (len(made.entries), [(s.row, s.what.zh) for s in made.skipped if s.what]) == (38, [(10, "映射文件说略过")])
    assert made.rows == 39


def test_long_item_codes_are_no_personal_numbers(read: Read, community: Callable[..., Path]) -> None:
    """The 39 items as a ledger: no code of theirs is taken for an ID, a card or a telephone."""
    made = read("guangan-services", "services", SERVICES)
    merged = merge(None, "guangan.yml", Target("services").root, {}, made.entries, SERVICES)
    assert (merged.added, merged.problems) == (39, ())
    found = pipeline.check(community({"services/guangan.yml": merged.text}), AS_OF).findings
    assert [f.message("zh") for f in found if f.severity.value == "error"] == []


def test_a_list_of_duties_with_their_legal_basis(read: Read, community: Callable[..., Path]) -> None:
    made = read("anhui-duties", "admission", DUTIES)
    assert refused(made) == []
    assert [e.nodes["种类"] for e in made.entries] == ["自治"] * 13 + ["协助"] * 4
    assert all(e.nodes["依据"] for e in made.entries)
    merged = merge(None, "list.yml", Target("admission").root, {"名称": "社区履职与协助清单"}, made.entries, DUTIES)
    found = pipeline.check(community({"admission/list.yml": merged.text}), AS_OF)
    assert [f.message("zh") for f in found.findings] == []
    assert len(found.books.ids["duty"]) == 17


def test_a_plan_of_works_with_what_is_done_and_what_is_under_way(read: Read, community: Callable[..., Path]) -> None:
    """23 items: 12 done, 11 under way; that no day says when they were done is asked about, item by item."""
    made = read("luohu-plan", "docs", PLAN)
    assert refused(made) == []
    assert Counter(e.nodes["进度"] for e in made.entries) == {"已完成": 12, "进行中": 11}
    assert (made.entries[0].nodes["编号"], made.entries[0].nodes["期限"]) == ("20181216", "2019-01-30")
    assert all("说明" not in e.nodes for e in made.entries)
    file = {"名称": "2019 年工作计划", "类型": "年度计划", "年度": "2019", "日期": "2018-12-31"}
    merged = merge(None, "docs/2019-jihua.yml", Target("docs").root, file, made.entries, PLAN)
    checked = pipeline.check(community({"docs/2019-jihua.yml": merged.text}), AS_OF)
    assert Counter(f.code.id for f in checked.findings) == {"DOC015": 12, "DOC012": 11}


def test_posts_with_their_average_pay(read: Read, community: Callable[..., Path]) -> None:
    made = read("luohu-pay", "staff", OCTOBER)
    assert refused(made) == []
    assert sum(int(e.nodes["人数"]) for e in made.entries) == 41
    assert [(e.nodes["岗位"], e.nodes["补贴"]) for e in made.entries][::6] == [("经理级", "8759.00"), ("救生员", "4526.90")]
    file = {"类别": "社区工作者", "日期": "2018-09-30"}
    merged = merge(None, "staff/2018-09.yml", Target("staff").root, file, made.entries, OCTOBER)
    assert (merged.added, merged.problems) == (7, ())
    again = merge(merged.text.encode(), "staff/2018-09.yml", Target("staff").root, file, made.entries, OCTOBER)
    assert (again.added, again.same, again.text) == (0, 7, merged.text)
