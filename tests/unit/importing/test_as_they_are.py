"""Workbooks as offices keep them: red figures, hidden columns, printed pages, carried sums, units in headings, two tables on a sheet, passwords."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import xlwt
from openpyxl import Workbook
from openpyxl.styles import Font

from mingbai import importing, reading
from mingbai.importing import Guess, Imported, Known, Map
from mingbai.schema import parse

SPENT = "列: {日期: 日期, 摘要: 摘要, 金额: 金额}\n固定: {账户: bank, 类型: 支出}\n"
BOTH = "列: {日期: 日期, 摘要: 摘要}\n方向: {收入列: 收入, 支出列: 支出}\n余额列: 余额\n固定: {账户: bank}\n"
HEAD = ["日期", "摘要", "金额"]
WIDE = ["日期", "摘要", "收入", "支出", "余额"]
KNOWN = Known(("b",), (("bank", "bank"),), ("own",))
NOBODY = Known()


def day(n: int) -> datetime.date:
    return datetime.date(2026, 1, n)


def book(rows: Sequence[Sequence[Any]], change: Callable[[Any], None] = lambda _: None) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    change(made.active)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def grid(data: bytes, name: str = "a.xlsx") -> importing.Grid:
    found, problems = importing.grid(data, name)
    assert found is not None, [p.message("zh") for p in problems]
    return found


def imported(data: bytes, text: str = SPENT, name: str = "a.xlsx", known: Known = NOBODY) -> Imported:
    map, wrong = parse(Map, reading.read(text.encode(), "map.yml", 0)[0].nodes or {}, "map.yml")
    assert map is not None, [p.message("zh") for p in wrong]
    return importing.convert_grid(grid(data, name), map, "map.yml", known)


def guessed(data: bytes) -> tuple[Guess, Imported]:
    found = importing.guess(grid(data), KNOWN)
    assert found is not None
    return found, importing.convert_grid(grid(data), found.map, "map.yml")


def lines(made: Imported) -> list[tuple[str, str, str]]:
    assert made.problems == (), [p.message("zh") for p in made.problems]
    found = [(line["摘要"], line["类型"], line["金额"]) for month in made.months for line in month.nodes["收支"]]
    assert made.rows == len(found) + len(made.skipped)
    return found


def refused(made: Imported) -> list[tuple[str, str]]:
    return [(p.code.id, p.message("zh")) for p in made.problems]


def skipped(made: Imported) -> list[tuple[int, str]]:
    return [(one.row, one.what.zh if one.what else "") for one in made.skipped]


# --- red ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colour", ["FFFF0000", "FFC00000", "FFFF3333"])
def test_a_red_amount_is_asked_about_and_never_guessed(colour: str) -> None:
    def paint(sheet: Any) -> None:
        sheet["C3"].font = sheet["C4"].font = Font(color=colour)

    data = book([HEAD, [day(5), "购纸", 100], [day(6), "退货", 40], [day(7), "退货", 30]], paint)
    assert refused(imported(data)) == [("IMP038", "第 3、4 行“金额”是红字")]
    assert lines(imported(data, SPENT + "红字: 照数\n"))[1] == ("退货", "支出", "40.00")
    assert refused(imported(data, SPENT + "红字: 负数\n")) == [("IMP009", "第 3 行“金额”是 -40"), ("IMP009", "第 4 行“金额”是 -30")]
    signed = SPENT.replace(", 类型: 支出", "") + "方向: 正负号\n红字: 负数\n"
    assert lines(imported(data, signed)) == [("购纸", "收入", "100.00"), ("退货", "支出", "40.00"), ("退货", "支出", "30.00")]


def test_red_that_means_minus_makes_the_printed_total() -> None:
    def paint(sheet: Any) -> None:
        sheet["C3"].font = Font(color="FFFF0000")

    data = book([HEAD, [day(5), "收入", 100], [day(6), "退回", 40], ["合计", None, 60]], paint)
    signed = SPENT.replace(", 类型: 支出", "") + "方向: 正负号\n"
    assert imported(data, signed + "红字: 负数\n").totals == 1
    assert [code for code, _ in refused(imported(data, signed + "红字: 照数\n"))] == ["IMP019"]


@pytest.mark.parametrize("typed, red", [(40, True), (-40, False)])
def test_a_refund_among_payments_is_left_out_by_hand_and_still_stands_in_total_and_balance(typed: int, red: bool) -> None:
    def paint(sheet: Any) -> None:
        sheet["C3"].font = Font(color="FFFF0000" if red else "FF000000")

    rows: list[list[Any]] = [
        [*HEAD, "余额"],
        [day(5), "购纸", 100, 900],
        [day(6), "退货", typed, 940],
        [day(7), "水费", 30, 910],
        ["合计", None, 90, None],
    ]
    text = SPENT + "余额列: 余额\n红字: 负数\n"
    assert [code for code, _ in refused(imported(book(rows, paint), text))] == ["IMP009", "IMP019"]
    made = imported(book(rows, paint), text + '金额: {"-40": 略过}\n')
    assert lines(made) == [("购纸", "支出", "100.00"), ("水费", "支出", "30.00")]
    assert (made.totals, [(s.row, s.word) for s in made.skipped]) == (1, [(3, "-40"), (5, "合计")])


@pytest.mark.parametrize("cell", ["A2", "B2", "C1", "D2"])
def test_red_elsewhere_is_nobody_s_business(cell: str) -> None:
    def paint(sheet: Any) -> None:
        sheet[cell].font = Font(color="FFFF0000")

    assert len(lines(imported(book([HEAD, [day(5), "购纸", 100, "注"]], paint)))) == 1


@pytest.mark.parametrize("colour", ["FF000000", "FF0000FF", "FFFFC000", "FF800080"])
def test_another_colour_says_nothing(colour: str) -> None:
    def paint(sheet: Any) -> None:
        sheet["C2"].font = Font(color=colour)

    assert len(lines(imported(book([HEAD, [day(5), "购纸", 100]], paint)))) == 1


def test_the_guess_asks_what_red_means() -> None:
    def paint(sheet: Any) -> None:
        sheet["C2"].font = Font(color="FFFF0000")

    found, made = guessed(book([["日期", "摘要", "支出金额"], [day(5), "购纸", 100]], paint))
    assert [q.zh for q in found.questions] == ["第 2 行的金额是红字：退回、冲销的负数就写 红字: 负数，只是醒目就写 红字: 照数"]
    assert len(lines(made)) == 1


# --- hidden columns, formats that hide ---------------------------------------------------------------------------------


def test_a_hidden_column_that_is_used_is_named() -> None:
    def hide(sheet: Any) -> None:
        sheet.column_dimensions["B"].hidden = sheet.column_dimensions["D"].hidden = True

    made = imported(book([[*HEAD, "应付"], [day(5), "购纸", 100, 7]], hide))
    assert [n.zh for n in made.notes] == ["“摘要”列在表格里是隐藏的，也用了；不该用的，在映射文件里换一列"]


def test_a_format_that_cannot_be_looked_behind_is_called_so() -> None:
    made, out = xlwt.Workbook(), io.BytesIO()
    sheet = made.add_sheet("a")
    rows: list[list[Any]] = [HEAD, ["2026-01-05", "购纸", 100]]
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            sheet.write(y, x, value)
    made.save(out)
    found = imported(out.getvalue(), name="a.xls")
    assert len(lines(found)) == 1
    assert "另存为 .xlsx" in found.notes[0].zh


# --- printed pages -----------------------------------------------------------------------------------------------------

PAGES: list[list[Any]] = [
    ["某社区收支表"],
    WIDE,
    [day(1), "利息", 10, None, 110],
    [day(2), "购纸", None, 5, 105],
    ["过次页", None, 10, 5, 105],
    ["某社区收支表（第2页）"],
    WIDE,
    ["承前页", None, 10, 5, 105],
    [day(3), "水费", None, 5, 100],
    ["合计", None, 10, 10, None],
]


def test_headings_of_a_new_page_are_named_and_carried_sums_proved() -> None:
    made = imported(book(PAGES), BOTH)
    assert len(lines(made)) == 3
    assert skipped(made) == [
        (1, "标题"),
        (5, "过次页，到这里的累计，与各行相符"),
        (6, "表头或标题重复（换页）"),
        (7, "表头或标题重复（换页）"),
        (8, "承前页，前面各页的累计，与各行相符"),
        (10, "合计，与各行相符"),
    ]
    assert made.totals == 3


def test_a_table_of_pages_is_guessed_as_one() -> None:
    found, made = guessed(book(PAGES))
    assert found.questions == ()
    assert len(lines(made)) == 3
    assert "分段" not in found.text("zh")


def test_one_page_after_another_of_one_column_is_no_table_of_the_other_side() -> None:
    rows: list[list[Any]] = [["支出表"], HEAD, [day(1), "购纸", 10], [day(2), "购笔", 5], HEAD, [day(3), "水费", 5], ["合计", None, 20]]
    found, made = guessed(book(rows))
    assert found.questions == ()
    assert [side for _, side, _ in lines(made)] == ["支出"] * 3


@pytest.mark.parametrize("row, x", [(4, 3), (7, 2)])
def test_a_carried_sum_that_is_wrong_is_a_finding(row: int, x: int) -> None:
    rows: list[list[Any]] = [list(one) for one in PAGES]
    rows[row][x] = 11
    assert [code for code, _ in refused(imported(book(rows), BOTH))] == ["IMP019"]


def test_a_balance_is_proved_across_pages() -> None:
    rows: list[list[Any]] = [list(one) for one in PAGES]
    rows[8][4] = 99
    assert refused(imported(book(rows), BOTH)) == [("IMP029", "第 9 行“余额”是 99，按上一行余额和这一笔计算应为 100.00")]


def test_what_was_brought_forward_from_another_file_counts_in_what_is_carried_on() -> None:
    rows: list[list[Any]] = [
        WIDE,
        ["承前页", None, 1000, 900, 100],
        [day(1), "利息", 10, None, 110],
        [day(2), "购纸", None, 5, 105],
        ["过次页", None, 1010, 905, 105],
    ]
    made = imported(book(rows), BOTH)
    assert skipped(made) == [(2, "承前页，前面各页的累计，不在这张表里"), (5, "过次页，到这里的累计，与各行相符")]
    rows[4] = ["过次页", None, 1010, 906, 105]
    assert refused(imported(book(rows), BOTH)) == [("IMP019", "第 5 行“支出”印的是 906，上面各行加起来是 905.00")]


def test_a_balance_brought_forward_in_a_column_with_signs_counts_in_what_is_carried_on() -> None:
    signed = SPENT.replace(", 类型: 支出", "") + "方向: 正负号\n"
    rows: list[list[Any]] = [HEAD, ["承前页", None, 1000], [day(1), "利息", 10], [day(2), "购纸", -5], ["过次页", None, 1005]]
    assert imported(book(rows), signed).totals == 1
    rows[4] = ["过次页", None, 1006]
    assert [code for code, _ in refused(imported(book(rows), signed))] == ["IMP019"]


@pytest.mark.parametrize(
    "word",
    [
        *(
            "上年结转",
            "期初余额",
            "上 月 结 转",
            "上月结余",
            "上期结余",
            "上年结余",
            "期初结余",
            "年初结余",
            "上月结存",
            "上月余额",
            "上期餘額",
            "上季度结余",
        ),
        *("结转上月余额", "承上月", "上月转入", "（上年度结余）"),
    ],
)
def test_what_was_left_of_an_earlier_term_is_no_income(word: str) -> None:
    made = imported(book([WIDE, [day(1), word, 500, None, 500], [day(2), "购纸", None, 5, 495]]), BOTH)
    assert [summary for summary, _, _ in lines(made)] == ["购纸"]
    assert skipped(made) == [(2, "以前结转的余额，不是这一期的收支")]


def test_like_headings_under_a_title_of_their_own_stay_a_table_of_their_own_and_are_named() -> None:
    rows: list[list[Any]] = [["一月"], HEAD, [day(1), "购纸", 10], ["合计", None, 10], ["二月"], HEAD, [day(9), "水费", 5], ["合计", None, 5]]
    made = imported(book(rows))
    assert len(lines(made)) == 2
    assert (6, "又一张表的表头") in skipped(made)
    assert made.totals == 2


def test_a_printed_balance_without_a_figure_is_a_finding() -> None:
    data = book([HEAD, [day(1), "购纸", 5], ["合计", None, 5], ["存款余额：见附页", None, None]])
    assert refused(imported(data, SPENT + "结余: {词: 存款余额, 账户: bank}\n")) == [("IMP021", "第 4 行“存款余额：见附页”里没有一个金额")]


# --- amounts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("1 234,50", "也许是 1234.50（逗号当了小数点）"),
        ("1.234,50", "也许是 1234.50（逗号当了小数点）"),
        ("1 234.50", "也许是 1234.50（数字中间有空格）"),
        ("1O0", "也许是 100（字母 O、l 当了数字 0、1）"),
        ("△40", "也许是 -40（三角是负号）"),
        ("约500元", "是大约的数"),
        ("100+20", "是算式"),
        ("—", "多半是没有金额"),
        ("-", "多半是没有金额"),
    ],
)
def test_what_is_no_amount_says_what_it_may_be(typed: str, meant: str) -> None:
    ((code, said),) = refused(imported(book([HEAD, [day(1), "购纸", typed]])))
    assert code == "IMP007"
    assert said.startswith(f"第 2 行“金额”是“{typed}”，不是金额：")
    assert meant in said


@pytest.mark.parametrize(
    "typed, yuan", [("5元整", "5.00"), ("12元5角", "12.50"), ("12元5角8分", "12.58"), ("1.5万元整", "15000.00"), ("1,200圆正", "1200.00")]
)
def test_amounts_in_words_that_mean_one_thing(typed: str, yuan: str) -> None:
    assert lines(imported(book([HEAD, [day(1), "购纸", typed]]))) == [("购纸", "支出", yuan)]


@pytest.mark.parametrize("nothing", ["-", "—", "——", "－", "/", "零", "零元整", "0.00"])
def test_a_stroke_in_one_of_two_columns_is_nothing(nothing: str) -> None:
    made = imported(book([WIDE, [day(1), "购纸", nothing, 5, 95], [day(2), "利息", 7, nothing, 102]]), BOTH)
    assert lines(made) == [("购纸", "支出", "5.00"), ("利息", "收入", "7.00")]


def test_nothing_in_a_single_column_of_amounts_is_no_line_unless_the_map_says_so() -> None:
    data = book([HEAD, [day(1), "购纸", "零"], [day(2), "水费", 5]])
    assert refused(imported(data)) == [("IMP009", "第 2 行“金额”是 零")]
    assert len(lines(imported(data, SPENT + "金额: {零: 略过}\n"))) == 1


# --- units -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("heading", ["金额（万元）", "金额(万元)", "金額（萬元）", "金额/万元"])
def test_a_unit_in_the_heading_is_honoured_though_the_map_says_nothing(heading: str) -> None:
    made = imported(book([["日期", "摘要", heading], [day(1), "道路", "1.5"]]), SPENT.replace("金额: 金额", f'金额: "{heading}"'))
    assert lines(made) == [("道路", "支出", "15000.00")]
    assert ["金额按表上写的" in n.zh for n in made.notes] == [True]


def test_a_unit_above_the_table_is_honoured_and_the_map_goes_before_both() -> None:
    data = book([["单位：千元"], HEAD, [day(1), "道路", "1.5"]])
    assert lines(imported(data)) == [("道路", "支出", "1500.00")]
    assert lines(imported(data, SPENT + "单位: 元\n")) == [("道路", "支出", "1.50")]
    mixed = book([["单位：万元"], HEAD, [day(1), "道路", "1.5"], [day(2), "灯泡", "500元"]])
    assert lines(imported(mixed)) == [("道路", "支出", "15000.00"), ("灯泡", "支出", "500.00")]


@pytest.mark.parametrize("heading", ["金额（万元）", "金額", "支出金额", "發生金額"])
def test_a_like_heading_is_offered(heading: str) -> None:
    (problem,) = imported(book([["日期", "摘要", "甲", "乙", heading], [day(1), "道路", None, None, 5]])).problems
    assert (problem.code.id, problem.values["header"]) == ("IMP002", [heading])


# --- two tables --------------------------------------------------------------------------------------------------------

TWO: list[list[Any]] = [
    ["日期", "摘要", "支出金额"],
    [day(1), "购纸", 5],
    ["合计", None, 5],
    ["资产名称", "购置日期", "数量", "金额", "备注"],
    ["电脑", day(3), 2, 8000, "新"],
    ["桌子", day(4), 1, 300, ""],
]


def test_another_table_below_is_a_finding_that_names_its_rows() -> None:
    text = SPENT.replace("金额: 金额", "金额: 支出金额")
    ((code, said),) = refused(imported(book(TWO), text))
    assert code == "IMP039"
    assert said == "第 4 行起是另一张表（表头：资产名称、购置日期、数量、金额、备注），到第 6 行"
    made = imported(book(TWO), text + "末行: 3\n")
    assert len(lines(made)) == 1
    assert [row for row, what in skipped(made) if what == "末行以后"] == [4, 5, 6]
    assert ["第 4-6 行是另一张表，没有读" in n.zh for n in made.notes] == [True]


def test_both_tables_are_read_where_the_map_describes_both() -> None:
    also = "另有:\n  - {表头: 4, 列: {日期: 购置日期, 摘要: 资产名称, 金额: 金额}, 固定: {账户: bank, 类型: 支出}}\n"
    made = imported(book(TWO), SPENT.replace("金额: 金额", "金额: 支出金额") + also)
    assert [summary for summary, _, _ in lines(made)] == ["购纸", "电脑", "桌子"]
    assert skipped(made) == [(3, "合计，与各行相符"), (4, "又一张表的表头")]


def test_another_table_above_is_no_title() -> None:
    rows: list[list[Any]] = [["物资名称", "数量", "单价", "总金额", "备注"], ["电脑", 2, 4000, 8000, "新"], WIDE, [day(1), "购纸", None, 5, 95]]
    made = imported(book(rows), BOTH)
    assert skipped(made) == [(1, "另一张表"), (2, "另一张表")]
    assert made.notes[0].zh.startswith("第 1-2 行是另一张表，没有读")


def test_the_guess_says_what_it_leaves_out() -> None:
    found, made = guessed(book(TWO))
    assert "第 4-6 行是另一张表" in found.text("zh")
    assert [summary for summary, _, _ in lines(made)] == ["购纸"]
    assert made.notes[0].zh.startswith("第 4-6 行是另一张表，没有读")


# --- passwords ---------------------------------------------------------------------------------------------------------


def encrypted() -> bytes:
    """The compound file in which a workbook with a password lies: header, one sector of allocation, one of its directory; the streams are left out."""
    free, end, fat = b"\xff" * 4, b"\xfe\xff\xff\xff", b"\xfd\xff\xff\xff"
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e00 0300 feff 0900 0600") + bytes(10)
    header += (
        (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + bytes(4) + (4096).to_bytes(4, "little") + end + bytes(4) + end + bytes(4) + bytes(4)
    )
    allocation = fat + end + free * 126

    def entry(name: str, kind: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0"
        return text.ljust(64, b"\0") + len(text).to_bytes(2, "little") + bytes([kind, 1]) + free * 3 + bytes(36) + end + bytes(8)

    directory = b"".join(entry(name, kind) for name, kind in (("Root Entry", 5), ("EncryptionInfo", 2), ("EncryptedPackage", 2), ("", 0)))
    return header + free * 109 + allocation + directory


def test_a_workbook_with_a_password_is_called_so_with_what_to_do() -> None:
    found, problems = importing.grid(encrypted(), "a.xlsx")
    assert found is None
    assert [(p.code.id, p.message("zh")) for p in problems] == [("IMP040", "工作簿有打开密码，读不了")]
    assert "去掉密码" in problems[0].code.remedy.zh


@pytest.mark.parametrize("data", [bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), b"PK\x03\x04" + bytes(200)])
def test_a_damaged_workbook_is_told_without_a_name_of_the_program_s_own(data: bytes) -> None:
    found, problems = importing.grid(data, "a.xls")
    assert found is None
    assert "Error" not in problems[0].message("zh")
    assert problems[0].code.id == "IMP001"


@pytest.mark.parametrize("word", ["作废", "水费（作废）", "此票作废", "【已作废】"])
def test_a_void_row_that_still_holds_its_amount_is_no_payment_and_the_amount_is_named(word: str) -> None:
    made = imported(book([HEAD, [day(1), "购纸", 10], [day(2), word, 20]]))
    assert [summary for summary, _, _ in lines(made)] == ["购纸"]
    assert skipped(made) == [(3, "作废，印的金额 20 没有记")]


def test_what_is_paid_for_something_void_is_a_payment() -> None:
    made = imported(book([HEAD, [day(1), "作废票据销毁费", 10]]))
    assert [summary for summary, _, _ in lines(made)] == ["作废票据销毁费"]


SIGNED = SPENT.replace(", 类型: 支出", "") + "方向: {列: 收支}\n"


@pytest.mark.parametrize("income, expense, wrong", [(10, 25, []), (25, 10, ["IMP019", "IMP019"]), (10, 10, ["IMP019"]), (-15, 25, ["IMP019"])])
def test_a_total_of_one_side_is_proved_by_that_side_alone(income: int, expense: int, wrong: list[str]) -> None:
    rows: list[list[Any]] = [[*HEAD, "收支"], [day(1), "捐款", 10, "收入"], [day(2), "购纸", 25, "支出"]]
    made = imported(book([*rows, ["收入合计", None, income, None], ["支 出 合 计", None, expense, None]]), SIGNED)
    assert [code for code, _ in refused(made)] == wrong


def test_the_figure_a_wrong_total_is_held_against_is_one_of_the_rows() -> None:
    rows: list[list[Any]] = [HEAD, [day(1), "购纸", 100], [day(2), "购笔", 200], [day(3), "购灯", 300], ["合计", None, 250]]
    [(code, said)] = refused(imported(book(rows)))
    assert (code, "600.00" in said) == ("IMP019", True)


def test_a_sum_since_the_new_year_is_proved_where_january_is_there_and_else_said_to_be_unproved() -> None:
    def rows(month: int) -> list[list[Any]]:
        return [HEAD, [f"2026-{month:02}-05", "购纸", 10], ["本月合计", None, 10], ["本年累计", None, 60]]

    assert skipped(imported(book(rows(2))))[-1] == (4, "从年初算起的累计，前几个月不在这张表里，没有核对")
    assert [code for code, _ in refused(imported(book(rows(1))))] == ["IMP019"]


@pytest.mark.parametrize(
    "total, found",
    [
        (["合计", None, 0, 0, None], ["IMP019", "IMP019"]),
        (["合计", None, 30, 0, None], ["IMP019"]),
        (["合计", None, 30, 12, None], []),
        (["合计", None, None, "-", None], []),
    ],
)
def test_a_nought_that_is_printed_as_a_sum_is_one(total: list[Any], found: list[str]) -> None:
    rows: list[list[Any]] = [WIDE, [day(5), "利息", 30, None, 30], [day(6), "买纸", None, 12, 18], total]
    assert [p.code.id for p in imported(book(rows), BOTH).problems] == found


def test_a_nought_beside_one_column_of_amounts_is_a_sum() -> None:
    assert [p.code.id for p in imported(book([HEAD, [day(5), "买纸", 12], ["合计", None, "0.00"]])).problems] == ["IMP019"]


# --- accounts, funds and categories by their names ---------------------------------------------------------------------

NAMED = Known(
    ("b",),
    (("bank", "bank"), ("bank-2", "bank"), ("box", "cash")),
    ("own", "aid"),
    {"bank": "基本户", "bank-2": "专户"},
    {"own": "自有 资金", "aid": "补助"},
)
COLUMNS = "列: {日期: 日期, 摘要: 摘要, 金额: 金额, 资金: 资金, 账户: 方式}\n固定: {类型: 支出}\n"


def paid(*cells: tuple[str, str]) -> bytes:
    return book([[*HEAD, "资金", "方式"], *([day(n), "购纸", 10 * n, *pair] for n, pair in enumerate(cells, 1))])


def fields(made: Imported) -> list[tuple[str, str]]:
    assert made.problems == (), [p.message("zh") for p in made.problems]
    return [(line["资金"], line["账户"]) for month in made.months for line in month.nodes["收支"]]


def test_accounts_and_funds_are_known_by_id_name_and_sort() -> None:
    data = paid(("自有资金", "基本户"), ("aid", "现金"), ("补助", "专户"))
    assert fields(imported(data, COLUMNS, known=NAMED)) == [("own", "bank"), ("aid", "box"), ("aid", "bank-2")]
    assert fields(imported(data, COLUMNS)) == [("自有资金", "基本户"), ("aid", "现金"), ("补助", "专户")], "no community: as the sheet has it"


def test_a_word_that_means_no_one_account_is_refused_once_and_explained_in_the_map() -> None:
    data = paid(("own", "转账"), ("捐款", "转账"), ("捐款", "现金"))
    found = imported(data, COLUMNS, known=NAMED).problems
    assert [(p.code.id, p.values["row"], p.values["typed"]) for p in found] == [("IMP041", 2, "转账"), ("IMP041", 3, "捐款")], (
        "two banks: 转账 is either"
    )
    assert found[0].remedy("zh").startswith("在映射文件里写明是哪一个，例如“账户: {转账: 编号}”；有：bank、bank-2、box。")
    explained = COLUMNS + "账户: {转账: bank}\n资金: {捐款: aid}\n"
    assert fields(imported(data, explained, known=NAMED)) == [("own", "bank"), ("aid", "bank"), ("aid", "box")]


def test_a_map_may_say_what_a_category_is_in_the_ledger() -> None:
    data = book([[*HEAD, "科目"], [day(1), "购纸", 10, "办公"], [day(2), "电费", 20, "水电费"]])
    made = imported(data, SPENT.replace("金额: 金额", "金额: 金额, 科目: 科目") + "科目: {办公: 办公费}\n")
    assert [line["科目"] for line in made.months[0].nodes["收支"]] == ["办公费", "水电费"]


def test_double_entry_takes_no_row_without_a_category_of_its_chart() -> None:
    known = Known(("b",), (("bank", "bank"),), double="合作社账", chart={"513": "513 管理费用"})
    data = book([[*HEAD, "科目"], [day(1), "购纸", 10, "513"], [day(2), "电费", 20, ""], [day(3), "水费", 20, ""]])
    assert refused(imported(data, known=known)) == [("IMP042", "“合作社账”是复式记账，从第 2 行起有 3 行没有科目")]
    column = SPENT.replace("金额: 金额", "金额: 金额, 科目: 科目")
    assert refused(imported(data, column, known=known)) == [("IMP042", "“合作社账”是复式记账，从第 3 行起有 2 行没有科目")]
    constant = column.replace("类型: 支出", "类型: 支出, 科目: 办公费")
    assert refused(imported(data, constant, known=known)) == [("IMP042", "“合作社账”是复式记账，科目表里没有“办公费”")]
    made = imported(data, constant.replace("办公费", "513"), known=known)
    assert len(lines(made)) == 3
