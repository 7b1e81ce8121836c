"""A table and a map → months, or every reason why not."""

from __future__ import annotations

from typing import Any

import pytest

from mingbai import importing, pipeline, reading
from mingbai.importing import Imported, Map
from mingbai.importing.mapping import Columns, Constants
from mingbai.kinds.finance.records import Line, MonthFile
from mingbai.schema import parse
from mingbai.schema.record import fields
from mingbai.values.text import Text

HEADER = "日期,号,摘要,金额,收支,备注\n"
MAP = """
列: {日期: 日期, 凭证: 号, 摘要: 摘要, 金额: 金额, 备注: 备注}
方向: {列: 收支}
固定: {账户: bank, 票据: 银行回单}
"""


def convert(rows: str, map: str = MAP, header: str = HEADER) -> Imported:
    document, refused = reading.read(map.encode(), "map.yml", 0)
    assert document.nodes is not None, refused
    record, problems = parse(Map, document.nodes, "map.yml")
    if record is None:
        return Imported((), (), problems)
    table, ragged = importing.read((header + rows).encode(), "t.csv")
    assert table is not None, ragged
    return importing.convert(table, record, "map.yml")


def lines(result: Imported) -> list[dict[str, Any]]:
    assert not result.problems, [p.message("zh") for p in result.problems]
    return [line for month in result.months for line in month.nodes["收支"]]


def refusals(result: Imported) -> list[tuple[str, Any, Any]]:
    return [(p.code.id, p.values.get("row"), p.values.get("column")) for p in result.problems]


def test_rows_become_lines_of_their_months_in_the_order_of_dates() -> None:
    result = convert('2026-02-03,b1,丙,3,支出,\n2026-01-05,a2,乙,2.5,支出,说明\n2026-01-02,a0,甲,"1,000",收入,\n2026-01-05,a1,丁,4,支出,\n')

    assert [(str(m.period), m.lines, m.income, m.expense) for m in result.months] == [("2026-01", 3, 100000, 650), ("2026-02", 1, 0, 300)]
    assert [line["凭证"] for line in lines(result)] == ["a0", "a2", "a1", "b1"]
    assert result.months[0].nodes["默认"] == {"账户": "bank"}
    assert lines(result)[1] == {"凭证": "a2", "日期": "2026-01-05", "类型": "支出", "金额": "2.50", "摘要": "乙", "票据": "银行回单", "备注": "说明"}


def test_what_is_written_is_a_month_of_the_books() -> None:
    month = convert("2026-01-05,a2,乙,2.5,支出,说明\n").months[0]
    record, problems = parse(MonthFile, month.nodes, "x")

    assert (record is not None, problems) == (True, ())


def test_the_map_knows_the_fields_of_a_line_by_the_same_names() -> None:
    line = fields(Line)
    for record in (Columns, Constants):
        for name, info in fields(record).items():
            assert (name, info.label) == (name, line[name].label)
    assert fields(Map)["book"].label == Text("账簿", "Book")


def test_english_keys_say_the_same() -> None:
    english = """
columns: {date: 日期, voucher: 号, summary: 摘要, amount: 金额, note: 备注}
direction: {column: 收支, income: 收入, expense: [支出]}
constants: {account: bank, documents: 银行回单}
"""
    assert convert("2026-01-05,a2,乙,2.5,支出,\n", english).months == convert("2026-01-05,a2,乙,2.5,支出,\n").months


@pytest.mark.parametrize(
    "direction, header, row, side",
    [
        ("方向: 正负号", "金额", "5", "收入"),
        ("方向: 正负号", "金额", "-5", "支出"),
        ("方向: sign", "金额", "(5.00)", "支出"),
        ("固定: {类型: 支出}", "金额", "5", "支出"),
        ("方向: {收入列: 贷, 支出列: 借}", "贷,借", "5,", "收入"),
        ("方向: {收入列: 贷, 支出列: 借}", "贷,借", "0.00,5", "支出"),
        ("方向: {收入列: 贷, 支出列: 借}", "贷,借", "-,5", "支出"),
    ],
)
def test_four_ways_to_say_the_direction(direction: str, header: str, row: str, side: str) -> None:
    amount = ", 金额: 金额" if header == "金额" else ""
    found = lines(convert(f"2026-01-05,甲,{row}\n", f"列: {{日期: 日期, 摘要: 摘要{amount}}}\n{direction}\n", f"日期,摘要,{header}\n"))

    assert [(line["类型"], line["金额"], line["凭证"]) for line in found] == [(side, "5.00", "01-001")]


@pytest.mark.parametrize(
    "row, code, column",
    [
        ("2026-01-05,a,甲,支票,支出,", "IMP007", "金额"),
        ("2026-01-05,a,甲,1.005,支出,", "IMP008", "金额"),
        ("2026-01-05,a,甲,-5,支出,", "IMP009", "金额"),
        ("2026-01-05,a,甲,0,支出,", "IMP009", "金额"),
        ("2026-01-05,a,甲,,支出,", "IMP006", "金额"),
        ("113/1/5,a,甲,5,支出,", "IMP010", "日期"),
        (",a,甲,5,支出,", "IMP006", "日期"),
        ("2026-01-05,,甲,5,支出,", "IMP006", "号"),
        ("2026-01-05,a b,甲,5,支出,", "IMP014", "号"),
        ("2026-01-05,a,,5,支出,", "IMP006", "摘要"),
        ("2026-01-05,a,=甲,5,支出,", "IMP013", "摘要"),
        ("2026-01-05,a,甲,5,支出,@x", "IMP013", "备注"),
        ("2026-01-05,a,甲,5,转账,", "IMP012", "收支"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_with_row_and_column(row: str, code: str, column: str) -> None:
    result = convert(f"2026-01-04,z,好,1,收入,\n{row}\n")

    assert refusals(result) == [(code, 3, column)]
    assert result.months == ()
    assert f"第 3 行“{column}”" in result.problems[0].message("zh")
    assert f"row 3, column “{column}”" in result.problems[0].message("en")


def test_everything_wrong_is_said_at_once() -> None:
    assert refusals(convert("x,,=,支票,?,\n2026-01-05,a,甲,1,支出,\n2026-01-05,a,甲,x,支出,+\n")) == [
        ("IMP012", 2, "收支"),
        ("IMP007", 2, "金额"),
        ("IMP010", 2, "日期"),
        ("IMP006", 2, "号"),
        ("IMP013", 2, "摘要"),
        ("IMP007", 4, "金额"),
        ("IMP013", 4, "备注"),
    ]


def test_words_in_the_amount_column_are_explained_by_the_map() -> None:
    result = convert(
        "2026-01-05,a,甲,支票,支出,\n2026-01-05,b,乙,,支出,\n2026-01-05,c,丙,工本费,支出,\n2026-01-06,d,丁,0,支出,\n",
        MAP + '金额: {支票: 略过, 空白: skip, 工本费: 5.00, "0": 略过}\n',
    )

    assert [(line["凭证"], line["金额"]) for line in lines(result)] == [("c", "5.00")]
    assert [s[:3] for s in result.skipped] == [(2, "金额", "支票"), (3, "金额", "空白"), (5, "金额", "0")]


def test_a_row_skipped_for_its_amount_need_not_say_its_direction() -> None:
    result = convert("2026-01-05,a,甲,1,支出,\n2026-01-06,b,乙,,,\n", MAP + "金额: {空白: 略过}\n")

    assert (len(lines(result)), [s[:3] for s in result.skipped]) == (1, [(3, "金额", "空白")])


def test_rows_named_by_their_direction_are_skipped() -> None:
    map = MAP.replace("{列: 收支}", "{列: 收支, 略过: [合计]}")

    assert [s[:3] for s in convert("2026-01-05,a,甲,1,支出,\n,,,5,合计,\n", map).skipped] == [(3, "收支", "合计")]


def test_years_of_the_republic_and_a_column_with_the_month() -> None:
    result = convert("113/2/1,a,甲,1,支出,113-01\n", MAP.replace(", 备注: 备注", "") + "日期: {历法: 民国}\n期间: {列: 备注}\n")

    assert str(result.months[0].period) == "2024-01"
    assert lines(result)[0]["日期"] == "2024-02-01"


def test_several_columns_are_joined_documents_listed() -> None:
    map = "列: {日期: 日期, 摘要: [摘要, 备注], 金额: 金额, 票据: [号, 票]}\n方向: {列: 收支}\n"
    found = lines(convert("2026-01-05,发票 1,甲,1,支出,乙,回单 2\n2026-01-06,发票 3,丙,1,支出,,\n", map, HEADER.strip() + ",票\n"))

    assert [(line["摘要"], line["票据"]) for line in found] == [("甲 乙", ["发票 1", "回单 2"]), ("丙", "发票 3")]


@pytest.mark.parametrize(
    "map, codes",
    [
        (MAP.replace("金额: 金额", "金额: 钱"), ["IMP002"]),
        (MAP.replace("备注: 备注", "备注: 摘要"), ["IMP003"]),
        (MAP.replace("备注: 备注", "用途: 备注"), ["SCH001"]),
        (MAP.replace("日期: 日期, ", ""), ["IMP015"]),
        (MAP.replace("方向: {列: 收支}\n", ""), ["IMP015"]),
        (MAP.replace("{列: 收支}", "左右"), ["SCH016"]),
        (MAP.replace("{列: 收支}", "{收入列: 收支}").replace(", 金额: 金额", ""), ["IMP015"]),
        (MAP.replace("{列: 收支}", "正负号").replace("{账户", "{类型: 支出, 账户"), ["IMP015"]),
        (MAP.replace(", 金额: 金额", ""), ["IMP015"]),
        (MAP.replace("摘要: 摘要, ", ""), ["IMP015"]),
        (MAP + "单位: 美元\n", ["SCH016"]),
        (MAP + "金额: {支票: 大概五块}\n", ["SCH010"]),
        (MAP + "日期: {历法: 农历}\n", ["SCH016"]),
        (MAP + "期间: {列: 月}\n", ["IMP002"]),
    ],
)
def test_a_map_that_says_too_little_or_too_much_is_refused_at_its_place(map: str, codes: list[str]) -> None:
    problems = convert("2026-01-05,a,甲,1,支出,\n", map).problems

    assert [p.code.id for p in problems] == codes
    placed = pipeline.located(problems, {"map.yml": map})
    assert all(p.place.path == "map.yml" and p.place.span is not None for p in placed)


def test_a_column_that_stands_twice_in_the_header_is_refused_where_it_is_used() -> None:
    result = convert("2026-01-05,a,甲,1,支出,x,y\n", MAP, "日期,号,摘要,金额,收支,备注,备注\n")

    assert [(p.code.id, p.place.span) for p in result.problems] == [("IMP003", (1, 18, 1, 20))]


def test_the_documented_map_is_a_map() -> None:
    text = "\n".join(line[4:] for line in (importing.__doc__ or "").split("\n") if line.startswith("    ") and not line.startswith("    # "))
    plain = "\n".join(line.split("#")[0].rstrip() for line in text.split("\n"))
    document, refused = reading.read(plain.encode(), "map.yml", 0)

    assert document.nodes is not None, [p.message("zh") for p in refused]
    record, problems = parse(Map, document.nodes, "map.yml")
    assert (record is not None, problems) == (True, ())


BALANCES = """
列: {日期: 日期, 摘要: 摘要}
方向: {收入列: 收, 支出列: 付}
固定: {账户: bank, 票据: 银行回单}
余额列: 余额
"""
STATEMENT = "日期,摘要,收,付,余额\n"


@pytest.mark.parametrize(
    "rows",
    [
        "2026-01-01,上期余额,,,100\n2026-01-02,租金,50,,150.00\n2026-01-03,购纸,,20.5,129.50\n",
        "2026-01-02,租金,50,,150\n2026-01-03,购纸,,20.5,129.5\n",
        "2026-01-02,租金,50,,150\n2026-01-03,利息,1,,\n2026-01-03,购纸,,20.5,130.5\n",
    ],
)
def test_balances_that_follow_row_by_row_are_proved(rows: str) -> None:
    assert lines(convert(rows, BALANCES, STATEMENT))


def test_the_first_balance_that_does_not_follow_is_named() -> None:
    rows = "2026-01-02,租金,50,,150\n2026-01-03,购纸,,20,130\n2026-01-04,购笔,,2,127\n2026-01-05,利息,1,,128\n"
    found = convert(rows, BALANCES, STATEMENT)
    assert [(p.code.id, p.values["row"], p.values["computed"]) for p in found.problems] == [("IMP029", 4, "128.00")]
    assert found.months == ()


def test_a_statement_with_the_newest_row_first_is_proved_too() -> None:
    rows = "2026-01-04,购笔,,2,128\n2026-01-03,购纸,,20,130\n2026-01-02,租金,50,,150\n"
    assert not convert(rows, BALANCES, STATEMENT).problems
    wrong = rows.replace("20,130", "20,131")
    assert [p.code.id for p in convert(wrong, BALANCES, STATEMENT).problems] == ["IMP029"]


def test_a_table_beside_another_has_its_own_constants() -> None:
    map = """
列: {日期: 日期, 摘要: 摘要, 金额: 收}
固定: {类型: 收入, 账户: bank, 资金: own, 票据: 收据}
另有: [{列: {日期: 日期, 摘要: 用途, 金额: 付}, 固定: {类型: 支出, 账户: cash, 票据: 发票, 对方: 文具店}}]
"""
    month = convert("2026-01-05,租金,50,购纸,20\n", map, "日期,摘要,收,用途,付\n").months[0].nodes

    assert month["默认"] == {"账户": "bank", "资金": "own"}
    assert [{k: line.get(k) for k in ("摘要", "账户", "资金", "票据", "对方")} for line in month["收支"]] == [
        {"摘要": "租金", "账户": None, "资金": None, "票据": "收据", "对方": None},
        {"摘要": "购纸", "账户": "cash", "资金": None, "票据": "发票", "对方": "文具店"},
    ]
