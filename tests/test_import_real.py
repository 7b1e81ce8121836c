"""Real workbooks that no one here wrote: the figures a correct product computes, and every trap as a finding with its row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import importing, reading
from mingbai.importing import Imported, Map
from mingbai.schema import parse
from mingbai.values.money import grouped

MAPS = Path(__file__).parent / "importing/maps"
REAL = "data/real/"
LUOHU = REAL + "zh_cn_luohu_owners/201810天然居10月份财务.xlsx"
YECHENG = REAL + "zh_tw_yecheng_condo/"
Read = Callable[..., Imported]


@pytest.fixture
def read(shared: Callable[[str], Path]) -> Read:
    """`read("luohu-expense", "data/real/…")`: a real file through the map of its sheet."""

    def run(name: str, file: str, change: Callable[[str], str] = lambda text: text) -> Imported:
        text = change((MAPS / f"{name}.yml").read_text("utf-8"))
        document, refused = reading.read(text.encode(), f"{name}.yml", 0)
        assert document.nodes is not None, refused
        map, problems = parse(Map, document.nodes, f"{name}.yml")
        assert map is not None, [p.message("zh") for p in problems]
        grid, unreadable = importing.grid(shared(file).read_bytes(), file, map.sheet, map.encoding)
        assert grid is not None, [p.message("zh") for p in unreadable]
        return importing.convert_grid(grid, map, f"{name}.yml")

    return run


def figures(result: Imported) -> list[tuple[str, int, str, str]]:
    """(period, lines, income, expense) of every month; every row of the table is accounted for."""
    assert not result.problems, [(p.code.id, p.message("zh")) for p in result.problems]
    assert result.rows == sum(m.lines for m in result.months) + len(result.skipped)
    assert all(s.what is not None or s.word for s in result.skipped)
    return [(str(m.period), m.lines, grouped(m.income), grouped(m.expense)) for m in result.months]


def refused(result: Imported) -> list[tuple[str, object, object]]:
    assert result.months == ()
    return [(p.code.id, p.values["row"], p.values["typed"]) for p in result.problems]


@pytest.mark.parametrize(
    "name, file, expected, totals",
    [
        ("luohu-expense", LUOHU, [("2018-10", 24, "0.00", "120,097.33")], 1),
        ("luohu-collected", LUOHU, [("2018-10", 10, "419,784.90", "0.00")], 1),
        ("luohu-operating", LUOHU, [("2018-10", 3, "579,707.26", "0.00")], 1),
        ("luohu-purchases", REAL + "zh_cn_luohu_owners/天然居2018年12月份材料采购计划申报表.xlsx", [("2018-12", 25, "0.00", "12,381.00")], 1),
        ("yecheng-bank", YECHENG + "財務報表_113-01.xlsx", [("2024-01", 24, "2,314,731.00", "641,999.00")], 7),
        ("yecheng-bank", YECHENG + "財務報表_113-02.xlsx", [("2024-02", 17, "2,171,278.00", "539,041.00")], 6),
        ("yecheng-bank", YECHENG + "財務報表_113-03.xlsx", [("2024-03", 19, "407,054.00", "599,118.00")], 6),
        ("yecheng-bank", YECHENG + "財務報表_113-01.gb18030.csv", [("2024-01", 24, "2,314,731.00", "641,999.00")], 7),
        ("yecheng-bank", YECHENG + "財務報表_113-02.gb18030.csv", [("2024-02", 17, "2,171,278.00", "539,041.00")], 6),
        ("yecheng-bank", YECHENG + "財務報表_113-03.gb18030.csv", [("2024-03", 19, "407,054.00", "599,118.00")], 6),
        ("yecheng-petty-01", YECHENG + "零用金_113-01.xlsx", [("2024-01", 22, "1,120.00", "14,671.00")], 3),
        ("yecheng-petty-02", YECHENG + "零用金_113-02.xlsx", [("2024-02", 13, "580.00", "17,284.00")], 3),
        ("yecheng-petty-rows", YECHENG + "petty_rows.csv", [("2024-01", 22, "1,120.00", "14,671.00"), ("2024-02", 13, "580.00", "17,284.00")], 0),
        ("oxford", REAL + "en_oxford_spend/expenditure-over-500-jan-mar-2018.csv", [("2018-01", 1220, "0.00", "4,339,765.85")], 0),
    ],
)
def test_the_figures_come_out_and_printed_totals_hold(
    read: Read, name: str, file: str, expected: list[tuple[str, int, str, str]], totals: int
) -> None:
    result = read(name, file)
    assert figures(result) == expected
    assert result.totals == totals


def test_income_and_expense_side_by_side(read: Read) -> None:
    result = read("nodeparty", REAL + "zh_cn_nodeparty_foundation/收支公开表.xlsx")
    assert not result.problems, [(p.code.id, p.message("zh")) for p in result.problems]
    assert (sum(m.income for m in result.months), sum(m.expense for m in result.months)) == (75013_90, 11152_09)
    assert (sum(m.lines for m in result.months), result.totals) == (60, 2)


def test_the_balance_printed_below_the_table_is_left_to_be_proved(read: Read) -> None:
    month = read("yecheng-bank", YECHENG + "財務報表_113-02.xlsx").months[0]
    assert month.nodes["结账"] == {"银行对账单": [{"账户": "bank", "余额": "3739205.00"}]}


def test_a_cheque_is_no_money_until_the_map_says_so(read: Read) -> None:
    result = read("yecheng-bank", YECHENG + "財務報表_113-02.xlsx", lambda text: text.replace("金额: {支票: 略过}\n", ""))
    assert [(code, typed) for code, _, typed in refused(result)] == [("IMP007", "支票")]


def test_four_decimals_are_a_finding(read: Read) -> None:
    assert refused(read("luohu-joint", LUOHU)) == [("IMP008", 9, "46294.5951"), ("IMP008", 12, "619839.6251")]


def test_a_month_stored_as_a_number_is_asked_about(read: Read) -> None:
    found = refused(read("luohu-other", LUOHU))
    assert {(code, typed) for code, _, typed in found if code == "IMP011"} >= {("IMP011", "2018.1")}


def test_a_total_carried_over_from_another_table_does_not_hold(read: Read) -> None:
    """The detail sheet makes 24,178.91; the summary says 28,427.85 for the same thing."""

    def october(text: str) -> str:
        return text.replace("期间: {列: 所属月份}", "期间: {固定: 2018-10}").replace("空白: 略过", '空白: 略过, "0": 略过')

    detail = read("luohu-other", LUOHU, october)
    assert (figures(detail)[0][2], detail.totals) == ("24,178.91", 2)
    carried = read("luohu-other", LUOHU, lambda text: october(text) + "核对合计: 28427.85\n")
    assert [(p.code.id, p.values["difference"]) for p in carried.problems] == [("IMP022", "4,248.94")]


def test_a_published_balance_that_nobody_can_explain(read: Read) -> None:
    """Income 75,013.90 − spending 11,152.09 = 63,861.81, and the page says 67,775.89: asserted as income it is found."""
    whole = REAL + "zh_cn_nodeparty_foundation/收支公开表.xlsx"
    assert not read("nodeparty", whole, lambda text: text.replace("另有:", "核对合计: 75013.90\n另有:")).problems
    wrong = read("nodeparty", whole, lambda text: text.replace("另有:", "核对合计: 78927.98\n另有:")).problems
    assert [(p.code.id, p.values["difference"]) for p in wrong] == [("IMP022", "3,914.08")]


def test_a_changed_figure_breaks_the_printed_total(read: Read, shared: Callable[[str], Path]) -> None:
    file = shared(YECHENG + "財務報表_113-01.gb18030.csv")
    text = file.read_bytes().decode("gb18030").replace("$22,000", "$22,001")
    document, _ = reading.read((MAPS / "yecheng-bank.yml").read_bytes(), "map.yml", 0)
    assert document.nodes is not None
    map, _problems = parse(Map, document.nodes, "map.yml")
    grid, _unreadable = importing.grid(text.encode("gb18030"), "t.csv")
    assert grid is not None
    assert map is not None
    found = importing.convert_grid(grid, map, "map.yml").problems
    assert {p.code.id for p in found} == {"IMP019"}
    assert found[0].values["computed"] != found[0].values["typed"]


def test_the_traps_of_a_councils_spending(read: Read) -> None:
    """A file over £500 for three months: 370 suppliers, 230 rows below, and the days of January alone."""
    result = read("oxford", REAL + "en_oxford_spend/expenditure-over-500-jan-mar-2018.csv")
    lines = [line for month in result.months for line in month.nodes["收支"]]
    assert len({line.get("对方", "") for line in lines}) == 370  # nine rows name nobody
    assert sum(abs(float(line["金额"])) < 500 for line in lines) == 230
    assert {line["日期"][:7] for line in lines} == {"2018-01"}
