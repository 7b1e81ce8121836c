"""A table nobody has described → a map with its reasons; what cannot be told is asked, in the map itself."""

from __future__ import annotations

import pytest

from mingbai import importing, reading
from mingbai.importing import Guess, Known, Map
from mingbai.schema import parse

KNOWN = Known(("committee",), (("bank", "bank"),), ("own",))
TWO = Known(("committee",), (("bank", "bank"), ("cash", "cash")), ("own",))


def found(text: str, known: Known = KNOWN, path: str = "t.csv") -> Guess:
    grid, refused = importing.grid(text.encode(), path)
    assert grid is not None, refused
    made = importing.guess(grid, known)
    assert made is not None
    return made


def asked(guess: Guess) -> str:
    return "\n".join(q.zh for q in guess.questions)


def lines(text: str, guess: Guess) -> list[dict[str, str]]:
    grid, _ = importing.grid(text.encode(), "t.csv")
    assert grid is not None
    result = importing.convert_grid(grid, guess.map, "MAP.yml")
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
