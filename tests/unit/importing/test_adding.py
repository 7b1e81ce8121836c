"""A table into a month that stands there: what is new is added by its day, what is there is not entered twice, what differs is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai import importing, keeping, reading, writing
from mingbai.importing import Added, Map, Standing
from mingbai.kinds import discover
from mingbai.schema import parse

MAP = """
列: {日期: 日期, 凭证: 号, 摘要: 摘要, 金额: 金额, 对方: 对方}
方向: 正负号
固定: {账户: bank, 资金: own, 经办: 文书}
"""
COUNTED = MAP.replace("凭证: 号, ", "")
PATH = "ledgers/finance/committee/2026-03.yml"
MONTH = """\
# 三月的账，出纳记

期间: 2026-03
默认:
  账户: bank
  资金: own
  经办: 文书
收支:
  # 年初就约好的
  - 凭证: b1
    日期: 2026-03-02
    类型: 收入
    金额: 300.00
    科目: 租金
    摘要: 房租
    票据: 收据 7

  - 凭证: b4
    日期: 2026-03-20
    类型: 支出
    金额: 12.50
    摘要: 购笔
    # 以后改用公务卡
结账:
  现金盘点:
    - 账户: cash
      余额: 0.00
"""


def add(rows: str, month: str = MONTH, map: str = MAP, *, closed: bool = False, lang: str = "zh") -> Added:
    document, _ = reading.read(map.encode(), "map.yml", 0)
    read, problems = parse(Map, document.nodes or {}, "map.yml")
    assert read is not None, problems
    grid, _ = importing.grid(f"日期,号,摘要,金额,对方\n{rows}".encode(), "t.csv")
    assert grid is not None
    made = importing.convert_grid(grid, read, "map.yml")
    assert not made.problems, [p.message("zh") for p in made.problems]
    assert len(made.months) == 1
    return importing.add(made.months[0], Standing(month.encode(), PATH, closed), "t.csv", "en" if lang == "en" else "zh")


def messages(added: Added) -> list[str]:
    return [f"{p.code.id} {p.message('zh')}" for p in added.problems]


def test_new_rows_stand_by_their_day_and_nothing_else_changes() -> None:
    added = add("2026-03-15,b3,购纸,-126,文具店\n2026-03-02,b2,利息,3.1,\n2026-03-01,b0,捐款,5,\n")

    assert (added.lines, added.income, added.expense, added.there, added.problems) == (3, 810, 12600, (), ())
    assert added.text == MONTH.replace(
        "  # 年初就约好的\n",
        "  - 凭证: b0\n    日期: 2026-03-01\n    类型: 收入\n    金额: 5.00\n    摘要: 捐款\n  # 年初就约好的\n",
    ).replace(
        "    票据: 收据 7\n",
        "    票据: 收据 7\n"
        "  - 凭证: b2\n    日期: 2026-03-02\n    类型: 收入\n    金额: 3.10\n    摘要: 利息\n"
        "  - 凭证: b3\n    日期: 2026-03-15\n    类型: 支出\n    金额: 126.00\n    摘要: 购纸\n    对方: 文具店\n",
    )


def test_what_is_written_is_in_the_form_of_fmt() -> None:
    added = add("2026-03-15,b3,购纸,-126,文具店\n", MONTH.replace("金额: 300.00", "金额: 300").replace("2026-03-20", "2026年3月20日"))
    tidied = keeping.tidy(added.text.encode(), "finance/committee/2026-03.yml", discover())

    assert (tidied.changed, tidied.findings) == (False, ())


def test_rows_that_stand_there_are_named_and_not_entered_again() -> None:
    """The secretary has added a category, a document and a party; that is no difference."""
    added = add("2026-03-02,b1,房租,300,\n2026-03-20,b4,购笔,-12.5,\n", MONTH.replace("    摘要: 购笔\n", "    摘要: 购笔\n    对方: 文具店\n"))

    assert (added.changed, added.lines, [tuple(t) for t in added.there]) == (False, 0, [(2, "b1"), (3, "b4")])


def test_a_voucher_that_stands_there_and_says_something_else_is_refused_with_both_shown() -> None:
    added = add("2026-03-02,b1,房租,310,\n2026-03-25,b5,购纸,-1,\n")

    assert messages(added) == [f"IMP032 第 2 行的凭证 b1 在 {PATH} 里已经有了，金额：账里是“300.00”，表里是“310.00”"]
    assert added.problems[0].place.span is not None
    assert (added.problems[0].place.span.line, added.problems[0].related[0].path, added.changed) == (2, PATH, False)


def test_one_voucher_with_several_lines() -> None:
    added = add("2026-03-02,b1,房租,300,\n2026-03-02,b1,押金,50,\n")
    assert ([t.row for t in added.there], added.lines) == ([2], 1)
    assert add("2026-03-02,b1,房租,300,\n2026-03-02,b1,押金,50,\n", added.text).lines == 0


def test_without_vouchers_rows_are_known_by_day_amount_and_what_they_say_and_numbers_go_on() -> None:
    first = writing.dump({"期间": "2026-03", "默认": {"账户": "bank", "资金": "own", "经办": "文书"}, "收支": []})
    once = add("2026-03-02,,手续费,-5,\n2026-03-02,,手续费,-5,\n", first, COUNTED)
    more = add("2026-03-01,,利息,2,\n2026-03-02,,手续费,-5,\n2026-03-02,,手续费,-5,\n2026-03-02,,手续费,-5,\n", once.text, COUNTED)

    assert (once.lines, more.lines, [t.voucher for t in more.there]) == (2, 2, ["03-001", "03-002"])
    assert [line.split()[-1] for line in more.text.split("\n") if "凭证" in line] == ["03-003", "03-001", "03-002", "03-004"]


def test_without_vouchers_what_may_be_the_same_is_asked() -> None:
    added = add("2026-03-20,,购笔 两支,-12.5,\n", map=COUNTED)
    assert messages(added) == [f"IMP033 第 2 行与 {PATH} 里的凭证 b4 日期、金额相同，摘要：账里是“购笔”，表里是“购笔 两支”"]


def test_the_same_amount_on_another_account_is_asked_too() -> None:
    added = add("2026-03-20,,购笔,-12.5,\n", map=COUNTED.replace("bank", "cash"))
    assert messages(added) == [f"IMP033 第 2 行与 {PATH} 里的凭证 b4 日期、金额相同，账户：账里是“bank”，表里是“cash”"]


def test_constants_that_the_month_does_not_say_stand_on_the_line() -> None:
    added = add("2026-03-25,b5,购纸,-1,\n", map=MAP.replace("账户: bank", "账户: cash").replace("经办: 文书", "经办: 主任, 科目: 办公费"))
    assert (
        "  - 凭证: b5\n    日期: 2026-03-25\n    类型: 支出\n    金额: 1.00\n    账户: cash\n    科目: 办公费\n    摘要: 购纸\n    经办: 主任\n"
        in added.text
    )


def test_constants_of_the_map_are_not_compared_for_the_secretary_settles_them_afterwards() -> None:
    settled = MONTH.replace("    摘要: 购笔\n", "    资金: other\n    摘要: 购笔\n    经办: 主任\n")
    assert [t.row for t in add("2026-03-20,b4,购笔,-12.5,\n", settled).there] == [2]


def test_a_closed_month_is_never_touched() -> None:
    added = add("2026-03-25,b5,购纸,-1,\n2026-03-02,b1,房租,300,\n2026-03-26,b6,购笔,-1,\n", closed=True)

    assert messages(added) == ["IMP034 2026-03 已经结账，表里第 2、4 行不能再加进去"]
    assert "“更正”或“冲正”" in added.problems[0].remedy("zh")
    assert (added.changed, added.text) == (False, MONTH)
    assert add("2026-03-02,b1,房租,300,\n", closed=True).problems == (), "nothing new, nothing to refuse"


def test_a_month_signed_as_empty_is_not_filled() -> None:
    empty = "期间: 2026-03\n本期无:\n  签署: 主任\n  日期: 2026-04-01\n"
    assert messages(add("2026-03-25,b5,购纸,-1,\n", empty)) == ["IMP035 2026-03 的台账写着“本期无”，表里却有 1 笔"]


@pytest.mark.parametrize("broken, code", [("期间: 2026-03\n收支:\n  - 凭证: a\n    日期: 32\n", "SCH"), ("期间: [\n", "YML"), ("{{{", "YML")])
def test_what_stands_there_must_be_readable(broken: str, code: str) -> None:
    added = add("2026-03-25,b5,购纸,-1,\n", broken)
    assert added.problems
    assert {p.code.id[:3] for p in added.problems} == {code}
    assert {p.place.path for p in added.problems} == {PATH}


def test_a_printed_balance_goes_into_the_closing_or_is_compared() -> None:
    map = MAP + "结余: {词: 存款余额, 账户: bank}\n"
    rows = "2026-03-25,b5,购纸,-1,\n,,,存款余额 286.50,\n"
    added = add(rows, map=map)
    assert "结账:\n  银行对账单:\n    - 账户: bank\n      余额: 286.50\n  现金盘点:\n" in added.text
    assert add(rows, added.text, map).changed is False
    assert messages(add(rows.replace("286.50", "280"), added.text, map)) == ["IMP036 账户 bank 的余额，台账的“结账”里是 286.50，表上印的是 280.00"]


def test_keys_are_english_where_the_community_writes_english() -> None:
    english = "period: 2026-03\ndefaults:\n  account: bank\nlines:\n  - voucher: b1\n    date: 2026-03-02\n    kind: income\n    amount: 300.00\n    summary: 房租\n"
    added = add("2026-03-25,b5,购纸,-1,\n2026-03-02,b1,房租,300,\n", english, lang="en")
    assert (
        added.text
        == english
        + "  - voucher: b5\n    date: 2026-03-25\n    kind: expense\n    amount: 1.00\n    fund: own\n    summary: 购纸\n    handler: 文书\n"
    )


rows = st.lists(st.tuples(st.integers(1, 28), st.sampled_from("甲乙丙"), st.integers(1, 400), st.booleans()), min_size=1, max_size=8).map(
    lambda drawn: [f"2026-03-{day:02},,{text},{'' if came else '-'}{fen / 100:.2f},\n" for day, text, fen, came in drawn]
)


@settings(max_examples=60, deadline=None)
@given(rows, st.data())
def test_in_parts_or_at_once_every_row_is_there_once(drawn: list[str], data: st.DataObject) -> None:
    """Whatever part was imported before, importing all leaves each row once; once more changes nothing."""
    empty = "期间: 2026-03\n"
    first = data.draw(st.lists(st.sampled_from(drawn), unique_by=id, max_size=len(drawn)))
    before = add("".join(first), empty, COUNTED) if first else None
    after = add("".join(drawn), before.text if before else empty, COUNTED)
    if after.problems:
        assert {p.code.id for p in after.problems} == {"IMP033"}
        return
    assert after.lines + len(after.there) == len(drawn)
    assert len(after.there) == len(first)
    once_more = add("".join(drawn), after.text, COUNTED)
    assert (once_more.changed, len(once_more.there)) == (False, len(drawn))
    document, _ = reading.read(after.text.encode(), "x", 0)
    lines = (document.nodes or {})["收支"]
    assert len({line["凭证"] for line in lines}) == len(lines) == len(drawn)
    assert [line["日期"] for line in lines] == sorted(line["日期"] for line in lines)
