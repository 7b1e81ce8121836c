"""A table nobody has described → a map with its reasons; what cannot be told is asked, in the map itself."""

from __future__ import annotations

import pytest

from mingbai import importing, reading
from mingbai.importing import Guess, Known, Map
from mingbai.schema import parse

KNOWN = Known(("committee",), (("bank", "bank"),), ("own",))
TWO = Known(("committee",), (("bank", "bank"), ("cash", "cash")), ("own",))


FUNDS = Known(
    ("committee",),
    (("bank", "bank"), ("box", "cash")),
    ("own", "office-2026"),
    {"bank": "基本户", "box": "库存现金"},
    {"own": "自有资金", "office-2026": "社区工作经费"},
    ("办公费", "利息收入"),
)
DOUBLE = Known(
    ("committee",), (("bank", "bank"),), double="合作社账", chart={"513": "513 管理费用", "管理费用": "513 管理费用", "513 管理费用": "513 管理费用"}
)
LEDGER = "日期,凭证号,摘要,科目,资金,收入,支出,经办人,审批人,票据号,合同,备注,结算方式,附件数\n"


def found(text: str, known: Known = KNOWN, path: str = "t.csv") -> Guess:
    grid, refused = importing.grid(text.encode(), path)
    assert grid is not None, refused
    made = importing.guess(grid, known)
    assert made is not None
    return made


def asked(guess: Guess) -> str:
    return "\n".join(q.zh for q in guess.questions)


def lines(text: str, guess: Guess, known: Known = KNOWN) -> list[dict[str, str]]:
    grid, _ = importing.grid(text.encode(), "t.csv")
    assert grid is not None
    result = importing.convert_grid(grid, guess.map, "MAP.yml", known)
    assert not result.problems, [p.message("zh") for p in result.problems]
    return [line for month in result.months for line in month.nodes["收支"]]


def test_a_bank_statement_needs_no_question() -> None:
    text = "某社区 2026 年流水\n交易日期,摘要,收入金额,支出金额,余额,对方户名\n2026-03-01,利息,3.10,,103.10,某银行\n2026-03-05,购纸,,20.00,83.10,某文具店\n"
    guess = found(text)

    assert guess.text("zh") == (
        "# 由程序看表猜出来的映射；请逐条看过，改好“请确认”的，再用 --map 导入\n"
        "账簿: committee\n"
        "# 表头在第 2 行\n"
        "列:\n  日期: 交易日期\n  对方: 对方户名\n  摘要: 摘要\n"
        "方向:\n  收入列: 收入金额\n  支出列: 支出金额\n"
        "# 每一行之后的余额，逐行核对\n余额列: 余额\n"
        "固定:\n  账户: bank\n  资金: own\n"
    )
    assert guess.questions == ()
    assert [(n["日期"], n["类型"], n["金额"]) for n in lines(text, guess)] == [("2026-03-01", "收入", "3.10"), ("2026-03-05", "支出", "20.00")]


def test_the_map_reads_back_as_what_was_tried() -> None:
    guess = found("支出表\n日期,用途,金额\n2026-03-05,购纸,20\n2026-03-06,作废,\n2026-03-07,支票未兑,支票\n")
    document, refused = reading.read(guess.text("en").encode(), "MAP.yml", 0)
    assert document.nodes is not None, refused
    map, problems = parse(Map, document.nodes, "MAP.yml")
    assert not problems
    assert map is not None
    assert (map.columns.summary, map.words) == (guess.map.columns.summary, guess.map.words) == (("用途",), {"支票": 0})
    assert "# please confirm: row 5: the amount is “支票”" in guess.text("en")


@pytest.mark.parametrize(
    "text, question",
    [
        ("日期,摘要,金额\n2026-03-05,购纸,20\n", "收入还是支出"),
        ("支出\n摘要,金额\n购纸,20\n", "哪一个月"),
        ("支出\n日期,摘要,金额\n03/04/2026,购纸,20\n", "日月年"),
        ("日期,摘要,金额\n2026-03-05,购纸,-20\n2026-03-06,利息,3\n", "有正有负"),
        ("支出\n所属月份,摘要,金额\n2018.1,购纸,20\n2018.9,购笔,20\n", "2018.1"),
        ("2026年1-3月支出\n日期,摘要,金额\n2026-03-05,购纸,20\n", "“1-3月”，表里的日期只有 3 月"),
        ("支出计划\n日期,摘要,金额\n2026-03-05,购纸,20\n", "是计划还是已经收付"),
        ("支出\n日期,摘要,金额\n2026-03-05,购纸,待定\n2026-03-06,购笔,2\n", "待定"),
    ],
)
def test_what_cannot_be_told_is_asked(text: str, question: str) -> None:
    guess = found(text)
    assert question in asked(guess)
    assert "# 请确认: " in guess.text("zh")


def test_a_dotted_month_alone_proposes_no_month() -> None:
    guess = found("支出\n所属月份,摘要,金额\n2018.1,购纸,20\n")
    assert guess.map.period is None


def test_the_unit_is_taken_from_above_the_table() -> None:
    text = "支出明细\n单位：万元\n日期,摘要,金额\n2026-03-05,修路,1.2\n"
    guess = found(text)
    assert "单位: 万元" in guess.text("zh")
    assert [n["金额"] for n in lines(text, guess)] == ["12000.00"]


def test_a_period_that_is_no_calendar_month_is_cut_where_the_title_says() -> None:
    text = "收入（2026.2.26-2026.3.25）\n日期,摘要,金额\n2026-02-27,租金,20\n2026-03-25,租金,30\n"
    guess = found(text)
    assert guess.map.period is not None
    assert guess.map.period.cut == 25
    assert len(lines(text, guess)) == 2


def test_the_account_is_asked_for_where_there_are_two() -> None:
    assert "哪个账户" in asked(found("支出\n日期,摘要,金额\n2026-03-05,购纸,20\n", TWO))
    guess = found("现金支出\n日期,摘要,金额\n2026-03-05,购纸,20\n", TWO)
    assert (guess.map.constants.account, guess.questions) == ("cash", ())


def test_no_table_of_money_is_none() -> None:
    grid, _ = importing.grid("部门,事项,编码\n民政局,临时救助,512\n".encode(), "t.csv")
    assert grid is not None
    assert importing.guess(grid, KNOWN) is None


def test_a_cell_cannot_break_out_of_its_comment() -> None:
    guess = found('支出\n日期,摘要,金额\n2026-03-05,购纸,"待\n账簿: 别人的"\n')
    assert guess.map.book == "committee"


# --- headings that are words of the ledger ----------------------------------------------------------------------------

ROWS = (
    "2026-03-05,03-001,购纸,办公费,社区工作经费,,20.00,文书,主任,发票 1,HT-2026-01,,转账,1\n"
    "2026-03-06,03-002,利息,利息收入,own,3.10,,文书,主任,回单 2,HT-2026-01,结息,现金,1\n"
)


def test_every_heading_that_is_a_word_of_the_ledger_is_used_and_what_is_not_is_named() -> None:
    guess = found(LEDGER + ROWS, FUNDS)
    columns = guess.map.columns
    assert (columns.category, columns.fund, columns.account, columns.contract) == ("科目", "资金", "结算方式", "合同")
    assert (guess.map.constants.account, guess.map.constants.fund, asked(guess)) == (None, None, "")
    assert "# 没有用到的列：附件数\n" in guess.text("zh")
    assert guess.unused == ("附件数",)
    first, second = lines(LEDGER + ROWS, guess, FUNDS)
    assert (first["账户"], first["资金"], first["科目"], first["合同"]) == ("bank", "office-2026", "办公费", "HT-2026-01")
    assert (second["账户"], second["资金"], second["科目"]) == ("box", "own", "利息收入")


def test_a_fund_the_book_has_not_is_asked_about_by_its_word() -> None:
    guess = found(LEDGER + ROWS.replace("社区工作经费", "工作款"), FUNDS)
    assert asked(guess) == "第 2 行资金是“工作款”：是哪一个？有：own、office-2026；写 资金: {工作款: 编号}"
    assert "# 请确认: 第 2 行资金" in guess.text("zh")


def test_one_fund_is_not_written_over_a_column_of_funds() -> None:
    guess = found(LEDGER + ROWS.replace("社区工作经费", "工作款"))
    assert (guess.map.columns.fund, guess.map.constants.fund) == ("资金", None)
    assert "“工作款”" in asked(guess)


def test_a_fund_of_some_rows_alone_leaves_the_others_to_be_asked() -> None:
    text = LEDGER + ROWS.replace("利息收入,own", "利息收入,")
    assert "用的是哪笔资金" in asked(found(text, FUNDS))
    text = text.replace("社区工作经费", "own").replace("现金", "转账")
    alone = found(text)
    assert [n.get("资金") for n in lines(text, alone)] == ["own", None], "the other row has the month's"
    assert alone.map.constants.fund == "own"


@pytest.mark.parametrize("heading", ["资金来源", "经费来源", "资金渠道", "專項資金"])
def test_funds_are_called_in_many_ways(heading: str) -> None:
    assert found(f"支出\n日期,摘要,金额,{heading}\n2026-03-05,购纸,20,自有资金\n", FUNDS).map.columns.fund == heading


@pytest.mark.parametrize(
    "heading, cell",
    [("合同", "有"), ("合同", "1"), ("科目", "支出"), ("资金", "500.00"), ("项目", "办公"), ("结算方式", "")],
)
def test_a_column_that_does_not_hold_what_its_heading_says_is_named_and_not_used(heading: str, cell: str) -> None:
    guess = found(f"支出\n日期,摘要,金额,{heading}\n2026-03-05,购纸,20,{cell}\n", FUNDS)
    # a column that says 支出 is the direction
    assert guess.unused == (() if heading == "科目" else (heading,))
    columns = guess.map.columns
    assert {columns.contract, columns.category, columns.fund, columns.project, columns.account} == {None}


def test_a_column_of_projects_beside_a_summary_is_kept() -> None:
    text = "支出\n日期,摘要,金额,项目\n2026-03-05,装灯,20,2026-lighting\n"
    guess = found(text)
    assert guess.map.columns.project == "项目"
    assert [n["项目"] for n in lines(text, guess)] == ["2026-lighting"]


def test_a_category_nobody_registered_is_pointed_out() -> None:
    guess = found(LEDGER + ROWS.replace("办公费", "杂支"), FUNDS)
    assert "  # 没有登记的科目：杂支\n  科目: 科目\n" in guess.text("zh")
    assert asked(guess) == "", "it is the word of the sheet: check tells of it"


def test_double_entry_needs_an_account_of_the_chart_for_every_row() -> None:
    text = "支出\n日期,摘要,金额\n2026-03-05,购纸,20\n"
    assert asked(found(text, DOUBLE)).startswith("“合作社账”是复式记账，从第 3 行起有 1 行没有科目。在映射文件的“列”里写")
    text = "支出\n日期,摘要,金额,科目\n2026-03-05,购纸,20,办公费\n"
    assert asked(found(text, DOUBLE)) == "第 3 行科目是“办公费”：是哪一个？有：513 管理费用；写 科目: {办公费: 编号}"
    guess = found(text.replace("办公费", "管理费用"), DOUBLE)
    assert (asked(guess), lines(text.replace("办公费", "管理费用"), guess, DOUBLE)[0]["科目"]) == ("", "513 管理费用")


# --- days written in other ways ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title, cell, day",
    [
        ("支出", "二〇二六年三月五日", "2026-03-05"),
        ("支出", "46086.0", "2026-03-05"),
        ("支出", "民國一一五年三月五日", "2026-03-05"),
        ("支出", "115年三月五日", "2026-03-05"),
        ("2026年3月支出", "三月五日", "2026-03-05"),
        ("2026年3月支出", "0305", "2026-03-05"),
        ("2026年3月支出", "26.3.5", "2026-03-05"),
    ],
)
def test_days_are_known_however_they_are_written(title: str, cell: str, day: str) -> None:
    text = f"{title}\n日期,摘要,金额\n{cell},购纸,20\n合计,,20\n"
    guess = found(text)
    assert (asked(guess), [n["日期"] for n in lines(text, guess)]) == ("", [day])


@pytest.mark.parametrize("title", ["支出", "2025年3月支出"])
def test_a_year_of_two_digits_is_asked_about_where_no_title_says_it(title: str) -> None:
    text = f"{title}\n日期,摘要,金额\n26.3.5,购纸,20\n26.12.5,购笔,20\n"
    guess = found(text)
    assert asked(guess) == "“26.3.5”的年份是 2026 年，对不对？"
    assert [n["日期"] for n in lines(text, guess)] == ["2026-03-05", "2026-12-05"], "what stands in the map until somebody says otherwise"


# --- periods that titles name without a year --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title", ["2026年2月支出（1月26日至2月25日）", "二月支出（1月26日—2月25日）", "支出 1月26日-2月25日", "2026年1月26日至2月25日支出"]
)
def test_a_title_with_days_and_no_year_cuts_the_month(title: str) -> None:
    text = f"{title}\n日期,摘要,金额\n2026-01-27,购纸,20\n2026-02-25,购笔,30\n"
    guess = found(text)
    assert asked(guess) == ""
    assert guess.map.period is not None
    assert guess.map.period.cut == 25
    grid, _ = importing.grid(text.encode(), "t.csv")
    assert grid is not None
    (month,) = importing.convert_grid(grid, guess.map, "MAP.yml").months
    assert (month.nodes["期间"], month.nodes["起"], month.nodes["止"]) == ("2026-02", "2026-01-26", "2026-02-25")


@pytest.mark.parametrize("title", ["2026年1月支出（12月26日至1月25日）", "支出（2025年12月26日至1月25日）"])
def test_days_without_years_take_the_period_that_the_title_names(title: str) -> None:
    text = f"{title}\n日期,摘要,金额\n12月27日,购纸,20\n1月25日,购笔,30\n"
    guess = found(text)
    assert (asked(guess), [n["日期"] for n in lines(text, guess)]) == ("", ["2025-12-27", "2026-01-25"])
    assert "  起: 2025-12-26\n  止: 2026-01-25\n" in guess.text("zh")


@pytest.mark.parametrize(
    "title, cell, question",
    [
        ("支出（1月26日至2月26日）", "2026-01-27", "标题写着“1月26日至2月26日”：不是自然月；每月几日截止"),
        ("2026年3月支出（1月26日至2月25日）", "1月27日", "写着“1月26日至2月25日”，和 2026-03 对不上"),
        ("支出（1月26日至2月25日）", "1月27日", "哪一个月的？（写着“1月26日至2月25日”，没有年份）"),
    ],
)
def test_a_period_that_cannot_be_told_is_asked(title: str, cell: str, question: str) -> None:
    assert question in asked(found(f"{title}\n日期,摘要,金额\n{cell},购纸,20\n"))


@pytest.mark.parametrize("title", ["支出（1月1日至1月31日）", "2026年1月支出（1月1日-31日）", "支出（1月1日至3月31日）"])
def test_whole_months_are_cut_nowhere(title: str) -> None:
    guess = found(f"{title}\n日期,摘要,金额\n2026-01-27,购纸,20\n2026-02-27,购纸,20\n2026-03-27,购纸,20\n")
    assert (guess.map.period, asked(guess)) == (None, "")
