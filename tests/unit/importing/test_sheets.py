"""Workbooks and odd texts: what is read, what is refused, and that every row is accounted for."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai import importing, reading
from mingbai.importing import Imported, Map
from mingbai.importing.capitals import capital
from mingbai.importing.cells import amount, day
from mingbai.importing.mapping import Calendar, Order, Unit
from mingbai.importing.refusal import RefusedError
from mingbai.schema import parse
from mingbai.values.days import Month
from tests.support.workbooks import ods, xls, xlsx

TABLE: list[list[Any]] = [
    ["日期", "摘要", "收入", "支出"],
    ["2026-01-05", "拨款", 1200.5, ""],
    ["2026-01-07", "购纸", "", 286.5],
    ["合计", "", 1200.5, 286.5],
]
MAP = "列: {日期: 日期, 摘要: 摘要}\n方向: {收入列: 收入, 支出列: 支出}\n固定: {账户: bank, 票据: 银行回单}\n"


def convert(data: bytes, map: str = MAP, sheet: str | None = None) -> Imported:
    document, refused = reading.read(map.encode(), "map.yml", 0)
    assert document.nodes is not None, refused
    record, problems = parse(Map, document.nodes, "map.yml")
    assert record is not None, [p.message("zh") for p in problems]
    grid, unreadable = importing.grid(data, "t", sheet or record.sheet, record.encoding)
    return Imported((), (), unreadable) if grid is None else importing.convert_grid(grid, record, "map.yml")


def sums(result: Imported) -> tuple[int, int]:
    assert not result.problems, [p.message("zh") for p in result.problems]
    return sum(m.income for m in result.months), sum(m.expense for m in result.months)


def codes(result: Imported) -> list[str]:
    return [p.code.id for p in result.problems]


@pytest.mark.parametrize("made", [xlsx, xls, ods], ids=["xlsx", "xls", "ods"])
def test_workbooks_of_every_program_read_alike(made: Callable[[Any], bytes]) -> None:
    result = convert(made(TABLE))
    assert sums(result) == (1200_50, 286_50)
    assert (result.rows, result.totals) == (3, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_texts_of_every_encoding_read_alike(encoding: str) -> None:
    text = "\n".join(",".join(map(str, row)) for row in TABLE)
    assert sums(convert(text.encode(encoding))) == (1200_50, 286_50)


def test_big5_is_told_from_gb18030_by_what_is_common() -> None:
    text = "日期,摘要,收入,支出\n2026-01-05,社區管理費收入,1200.5,\n2026-01-07,購買影印紙與碳粉匣,,286.5\n"
    result = convert(text.encode("big5"))
    assert sums(result) == (1200_50, 286_50)
    assert result.months[0].nodes["收支"][1]["摘要"] == "購買影印紙與碳粉匣"
    assert sums(convert(text.encode("big5"), MAP + "编码: big5\n")) == (1200_50, 286_50)


def test_tabs_between_cells() -> None:
    assert sums(convert("\n".join("\t".join(map(str, row)) for row in TABLE).encode())) == (1200_50, 286_50)


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04", b"PK\x03\x04" + bytes(200), b"\xd0\xcf\x11\xe0" + bytes(600), xlsx(TABLE)[:900], b"\xff\xfe\x00", bytes(64)],
    ids=["head", "zeros", "ole", "cut off", "half a character", "nothing"],
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert codes(convert(data)) == ["IMP001"]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * (401 << 20))
    assert codes(convert(out.getvalue())) == ["IMP001"]


def test_a_sheet_is_chosen_by_name() -> None:
    book = xlsx(TABLE, more={"二月": [TABLE[0], ["2026-02-05", "拨款", 5, ""]], "空": []})
    assert codes(convert(book)) == ["IMP020"]
    assert convert(book).problems[0].values["known"] == ["Sheet1", "二月"]
    assert sums(convert(book, sheet="二月")) == (5_00, 0)
    assert sums(convert(book, MAP + "工作表: 二月\n")) == (5_00, 0)
    assert codes(convert(book, sheet="三月")) == ["IMP020"]


def test_titles_two_lines_of_headings_and_merged_cells() -> None:
    rows: list[list[Any]] = [
        ["某社区收支表", "", "", ""],
        ["日期", "摘要", "金额", ""],
        ["", "", "收入", "支出"],
        ["2026-01-05", "拨款", 1200.5, ""],
        ["2026-01-07", "购纸", "", 286.5],
    ]
    map = MAP.replace("收入列: 收入, 支出列: 支出", "收入列: 金额/收入, 支出列: 金额/支出")
    result = convert(xlsx(rows, merge=("A1:D1", "A2:A3", "B2:B3", "C2:D2")), map)
    assert sums(result) == (1200_50, 286_50)
    assert [(s.row, s.what.zh if s.what else "") for s in result.skipped] == [(1, "标题")]
    assert sums(convert("\n".join(",".join(map_) for map_ in ([str(c) for c in row] for row in rows)).encode(), map)) == (1200_50, 286_50)


def test_sums_signatures_and_void_rows_are_named() -> None:
    rows = [
        *TABLE[:3], ["小计", "", 1200.5, 286.5], ["2026-01-09", "购灯", "", 13.5], ["2026-01-10", "作废", "", ""], ["合计", "", 1200.5, 300],
        ["以下空白", "", "", ""], ["备注：含税", "", "", ""], ["制表人：文书", "", "审核人：", ""],
    ]  # fmt: skip
    result = convert(xlsx(rows))
    assert sums(result) == (1200_50, 300_00)
    assert result.totals == 2
    assert [s.what.zh for s in result.skipped if s.what] == ["合计，与各行相符", "作废", "合计，与各行相符", "以下空白", "附注", "签字栏"]


def test_a_wrong_sum_names_both_figures() -> None:
    found = convert(xlsx([*TABLE[:3], ["合计", "", 1200.5, 286.51]])).problems
    assert [(p.code.id, p.values["row"], p.values["typed"], p.values["computed"]) for p in found] == [("IMP019", 4, "286.51", "286.50")]


def test_a_row_that_cannot_be_read_is_never_taken_for_a_remark() -> None:
    assert codes(convert(xlsx([TABLE[0], ["昨天", "购纸", "", "一些"]]))) == ["IMP007", "IMP010"]


def test_periods_cut_on_the_25th() -> None:
    map = MAP + "期间: {截止日: 25}\n"
    months = convert(xlsx([TABLE[0], ["2026-01-25", "甲", 1, ""], ["2026-01-26", "乙", 2, ""], ["2025-12-26", "丙", 4, ""]]), map).months
    assert [(str(m.period), m.income, m.nodes["起"], m.nodes["止"]) for m in months] == [
        ("2026-01", 5_00, "2025-12-26", "2026-01-25"),
        ("2026-02", 2_00, "2026-01-26", "2026-02-25"),
    ]


def test_days_of_a_workbook() -> None:
    rows = [TABLE[0], [datetime.date(2026, 1, 5), "甲", 1, ""], [datetime.datetime(2026, 1, 6, 9, 30), "乙", 2, ""], [46029, "丙", 4, ""]]
    lines = convert(xlsx(rows)).months[0].nodes["收支"]
    assert [line["日期"] for line in lines] == ["2026-01-05", "2026-01-06", "2026-01-07"]


@pytest.mark.parametrize(
    "typed, near, expected",
    [("12/29", Month(2024, 1), "2023-12-29"), ("1月8日", Month(2024, 1), "2024-01-08"), ("01-08", Month(2024, 2), "2024-01-08")],
)
def test_a_day_takes_its_year_from_the_period(typed: str, near: Month, expected: str) -> None:
    assert day(typed, Calendar.GREGORIAN, Order.YEAR_FIRST, near).isoformat() == expected


@pytest.mark.parametrize("order, expected", [(Order.DAY_FIRST, "2018-01-09"), (Order.MONTH_FIRST, "2018-09-01")])
def test_the_map_says_which_part_of_a_date_is_the_day(order: Order, expected: str) -> None:
    assert day("09/01/2018", Calendar.GREGORIAN, order).isoformat() == expected


@pytest.mark.parametrize(
    "typed, fen",
    [
        ("人民币：壹佰元整", 100_00), ("人民币 1,200.00 元", 1200_00),
        ("壹仟贰佰元整", 1200_00), ("叁万零伍拾元零伍分", 30050_05), ("壹拾元", 10_00), ("拾元", 10_00), ("壹亿零叁万元整", 100030000_00), ("贰元叁角", 2_30),
        ("12.3万元", 123000_00), ("1.5万", 15000_00), ("500-", -500_00), ("（1,200.00）", -1200_00), ("￥1,200.00", 1200_00), ("NT$20", 20_00),
    ],
)  # fmt: skip
def test_amounts_as_papers_write_them(typed: str, fen: int) -> None:
    assert amount(typed, Unit.YUAN) == fen


@pytest.mark.parametrize(
    "typed, code", [("4000元/年（800元/个）", "IMP018"), ("5500元/年", "IMP018"), ("壹仟", "IMP007"), ("壹元贰", "IMP007"), ("约300", "IMP007")]
)
def test_what_is_no_amount_is_said_to_be_so(typed: str, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        amount(typed, Unit.YUAN)
    assert refused.value.code.id == code


_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def written(yuan: int) -> str:
    """A whole amount in capitals, every digit with its unit."""
    units = ("", "拾", "佰", "仟")

    def four(n: int) -> str:
        return "".join(f"{_DIGITS[int(d)]}{units[len(f'{n}') - 1 - i]}" if d != "0" else "零" for i, d in enumerate(str(n)))

    high, low = divmod(yuan, 10**4)
    return f"{four(high)}万{four(low)}元整" if high else f"{four(low)}元整"


@given(st.integers(1, 99_999_999))
def test_capitals_are_read_as_they_are_written(yuan: int) -> None:
    assert capital(written(yuan)) == yuan * 100


_ROW = st.sampled_from(
    [
        ["2026-01-05", "甲", 1, ""],
        ["2026-01-05", "乙", "", "2.50"],
        ["", "", "", ""],
        ["以下空白", "", "", ""],
        ["", "说明：无", "", ""],
        ["2026-01-06", "作废", "", ""],
    ]
)


@given(st.lists(_ROW, min_size=1, max_size=30))
def test_rows_in_are_lines_out_and_rows_named(rows: list[list[Any]]) -> None:
    text = "\n".join(",".join(map(str, row)) for row in [TABLE[0], *rows])
    result = convert(text.encode())
    filled = [row for row in rows if any(row)]
    assert [p.code.id for p in result.problems] == ([] if filled else ["IMP016"])
    assert result.rows == len(filled)
    assert sum(m.lines for m in result.months) + len(result.skipped) == len(filled)
