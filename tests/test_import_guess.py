"""Real tables that nobody has described: the map that is proposed, what is asked, and the figures that come out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import importing
from mingbai.importing import Guess, Known
from mingbai.values.money import grouped

REAL = "data/real/"
LUOHU = REAL + "zh_cn_luohu_owners/"
OCTOBER = LUOHU + "201810天然居10月份财务.xlsx"
YECHENG = REAL + "zh_tw_yecheng_condo/"
NODEPARTY = REAL + "zh_cn_nodeparty_foundation/"
KNOWN = Known(("b",), (("bank", "bank"),))
Guessed = Callable[..., tuple[importing.Grid, Guess | None]]


@pytest.fixture
def guessed(shared: Callable[[str], Path]) -> Guessed:
    """`guessed("data/real/…", "sheet")`: the rows and the map proposed for them."""

    def run(file: str, sheet: str | None = None) -> tuple[importing.Grid, Guess | None]:
        grid, unreadable = importing.grid(shared(file).read_bytes(), file, sheet)
        assert grid is not None, [p.message("zh") for p in unreadable]
        return grid, importing.guess(grid, KNOWN)

    return run


def asked(found: Guess) -> list[str]:
    return [q.zh for q in found.questions]


@pytest.mark.parametrize(
    "file, sheet, lines, income, expense, questions",
    [
        (OCTOBER, "10月份支出", 24, "0.00", "120,097.33", 0),
        (OCTOBER, "10月份托收明细", 10, "419,784.90", "0.00", 1),
        (OCTOBER, "10月份营业收入", 3, "579,707.26", "0.00", 1),
        (OCTOBER, "10月其他收入明细", 10, "24,178.91", "0.00", 2),
        (LUOHU + "201810天然居10月份财务__10月份托收明细.gb18030.csv", None, 10, "419,784.90", "0.00", 1),
        (LUOHU + "201810天然居10月份财务__10月份营业收入.gb18030.csv", None, 3, "579,707.26", "0.00", 1),
        (LUOHU + "天然居2018年12月份材料采购计划申报表.xlsx", None, 25, "0.00", "12,381.00", 1),
        (YECHENG + "財務報表_113-01.xlsx", None, 24, "2,314,731.00", "641,999.00", 0),
        (YECHENG + "財務報表_113-02.xlsx", None, 17, "2,171,278.00", "539,041.00", 1),
        (YECHENG + "財務報表_113-03.xlsx", None, 19, "407,054.00", "599,118.00", 0),
        (YECHENG + "財務報表_113-01.gb18030.csv", None, 24, "2,314,731.00", "641,999.00", 0),
        (YECHENG + "財務報表_113-02.gb18030.csv", None, 17, "2,171,278.00", "539,041.00", 1),
        (YECHENG + "財務報表_113-03.gb18030.csv", None, 19, "407,054.00", "599,118.00", 0),
        (YECHENG + "零用金_113-01.xlsx", None, 22, "1,120.00", "14,671.00", 1),
        (YECHENG + "零用金_113-02.xlsx", None, 13, "580.00", "17,284.00", 1),
        (YECHENG + "bank_rows.csv", None, 60, "4,893,063.00", "1,780,158.00", 1),
        (YECHENG + "petty_rows.csv", None, 35, "1,700.00", "31,955.00", 2),
        (NODEPARTY + "收支公开表.xlsx", None, 60, "75,013.90", "11,152.09", 0),
        (NODEPARTY + "收入_赞助列表.csv", None, 51, "75,013.90", "0.00", 0),
        (NODEPARTY + "支出_支出记录.csv", None, 9, "0.00", "11,152.09", 0),
        (REAL + "en_oxford_spend/expenditure-over-500-jan-mar-2018.csv", None, 1220, "0.00", "4,339,765.85", 3),
    ],
)
def test_the_proposed_map_makes_the_known_figures(
    guessed: Guessed, file: str, sheet: str | None, lines: int, income: str, expense: str, questions: int
) -> None:
    grid, found = guessed(file, sheet)
    assert found is not None
    result = importing.convert_grid(grid, found.map, "MAP.yml")
    assert not result.problems, [p.message("zh") for p in result.problems]
    assert sum(m.lines for m in result.months) == lines
    assert grouped(sum(m.income for m in result.months)) == income
    assert grouped(sum(m.expense for m in result.months)) == expense
    assert result.rows == lines + len(result.skipped)
    assert len(asked(found)) == questions, asked(found)


@pytest.mark.parametrize(
    "file, sheet",
    [
        (OCTOBER, "9月份薪酬平均发放情况"),
        (LUOHU + "计划.xlsx", "Sheet1"),
        (LUOHU + "计划.xlsx", "网页"),
        (REAL + "zh_cn_service_lists/安徽城市社区履职与协助清单_17.csv", None),
        (REAL + "zh_cn_service_lists/广安区_民政残联退役_39.csv", None),
    ],
)
def test_what_is_no_table_of_money_is_not_taken_for_one(guessed: Guessed, file: str, sheet: str | None) -> None:
    assert guessed(file, sheet)[1] is None


@pytest.mark.parametrize("file", [YECHENG + "bank_printed_totals.csv", YECHENG + "petty_printed_totals.csv"])
def test_a_table_of_totals_is_asked_about(guessed: Guessed, file: str) -> None:
    found = guessed(file)[1]
    assert found is not None
    assert any("摘要" in one for one in asked(found))


def test_a_month_with_a_dot_is_asked_about_and_never_used(guessed: Guessed) -> None:
    found = guessed(OCTOBER, "10月其他收入明细")[1]
    assert found is not None
    assert any("2018.1" in one for one in asked(found))
    assert found.map.period is not None
    assert (found.map.period.column, str(found.map.period.fixed)) == (None, "2018-10"), "the title says October"


def test_four_decimals_stay_a_finding_of_the_table(guessed: Guessed) -> None:
    grid, found = guessed(OCTOBER, "10月份共管账户应支付")
    assert found is not None
    assert {p.code.id for p in importing.convert_grid(grid, found.map, "MAP.yml").problems} == {"IMP008"}


def test_a_plan_is_asked_about_before_it_is_booked(guessed: Guessed) -> None:
    found = guessed(LUOHU + "天然居2018年12月份材料采购计划申报表.xlsx")[1]
    assert found is not None
    assert any("计划" in one for one in asked(found))


def test_a_name_that_promises_more_months_than_the_table_holds_is_asked_about(guessed: Guessed) -> None:
    found = guessed(REAL + "en_oxford_spend/expenditure-over-500-jan-mar-2018.csv")[1]
    assert found is not None
    assert any("jan-mar" in one and "只有 1 月" in one for one in asked(found))


def test_a_name_that_promises_larger_sums_than_the_table_holds_is_asked_about(guessed: Guessed) -> None:
    """A council's spending over 500: 230 of 1,220 rows are below; 370 suppliers."""
    grid, found = guessed(REAL + "en_oxford_spend/expenditure-over-500-jan-mar-2018.csv")
    assert found is not None
    assert any("over-500" in one and "230 行" in one for one in asked(found))
    months = importing.convert_grid(grid, found.map, "MAP.yml").months
    assert len({line.get("对方", "") for month in months for line in month.nodes["收支"]}) == 370, "nine rows name none"


def test_a_row_that_is_no_line_is_known_by_its_own_words(guessed: Guessed) -> None:
    grid, found = guessed(OCTOBER, "10月其他收入明细")
    assert found is not None
    skipped = {s.row: (s.what.zh if s.what else "", s.word) for s in importing.convert_grid(grid, found.map, "MAP.yml").skipped}
    assert skipped[3] == ("没有金额", "电动汽车充电桩")
    assert skipped[27] == ("合计，与各行相符", "租赁收入合计")


def test_the_rows_of_one_side_that_the_other_fills_are_told_so(guessed: Guessed) -> None:
    grid, found = guessed(NODEPARTY + "收支公开表.xlsx")
    assert found is not None
    made = importing.convert_grid(grid, found.map, "MAP.yml")
    assert {s.word for s in made.skipped if s.what and s.what.zh == "用到的列都空着"} == {""}
    assert [n.zh for n in made.notes] == ["左右并排的表，同一行各数一次"], "the printed balance is income less expense"


def test_the_balance_that_the_page_publishes_is_not_what_the_rows_make(guessed: Guessed) -> None:
    """75,013.90 − 11,152.09 = 63,861.81; the page says 67,775.89."""
    grid, found = guessed(NODEPARTY + "收支公开表.xlsx")
    assert found is not None
    rows = tuple(importing.Row(r.number, None, ["67775.89" if t == "63861.81" else t for t in r.texts]) for r in grid.rows)
    notes = importing.convert_grid(grid._replace(rows=rows), found.map, "MAP.yml").notes
    assert any("67,775.89" in n.zh and "63,861.81" in n.zh and "3,914.08" in n.zh for n in notes)


def test_a_rate_in_the_column_of_amounts_is_called_so(guessed: Guessed) -> None:
    """Column 应收金额 of the leases taken for the amount: `4000元/年（800元/个）` is a rate and two figures."""
    grid, found = guessed(OCTOBER, "10月其他收入明细")
    assert found is not None
    columns = found.map.columns.model_copy(update={"amount": "应收金额"})
    problems = importing.convert_grid(grid, found.map.model_copy(update={"columns": columns}), "MAP.yml").problems
    assert ("IMP018", 3) in {(p.code.id, p.values["row"]) for p in problems}


def test_the_printed_balance_is_left_to_be_proved(guessed: Guessed) -> None:
    grid, found = guessed(YECHENG + "財務報表_113-02.xlsx")
    assert found is not None
    month = importing.convert_grid(grid, found.map, "MAP.yml").months[0]
    assert month.nodes["结账"] == {"银行对账单": [{"账户": "bank", "余额": "3739205.00"}]}


def test_a_cut_off_in_a_remark_is_proposed_and_asked_about(guessed: Guessed) -> None:
    grid, found = guessed(OCTOBER, "10月份营业收入")
    assert found is not None
    month = importing.convert_grid(grid, found.map, "MAP.yml").months[0]
    assert (month.nodes["起"], month.nodes["止"]) == ("2018-09-26", "2018-10-25")
    assert any("20180925-20181025" in one for one in asked(found))
