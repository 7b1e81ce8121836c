"""The lines that end a year in double entry: worked out from the books, written only when asked, nothing proposed twice."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import keeping, pipeline
from mingbai.keeping import Given, YearEnd
from mingbai.values.days import Month
from tests.unit.keeping.test_year import CLOSING
from tests.unit.kinds.finance.double import COMMUNITY, INCOME, closing, root
from tests.unit.kinds.finance.test_double import journal

AS_OF = datetime.date(2027, 3, 1)
DECEMBER = "finance/collective/2026-12.yml"
RENT = INCOME.format(n="11-001", day="2026-11-05", fen="600.00", account="501 经营收入")
WAGES = journal("12-001", "513 管理费用, 借: 5.00", "211 应付款, 贷: 5.00", day="2026-12-20", summary="应付保洁费")
ASSETS = """资产:
  - 编号: ZC-001
    名称: 铺面
    类别: 经营性
    分类: 房屋建筑
    存放地点: 河西路
    数量: 1
    单位: 间
    购建日期: 2014-12-01
    来源: 自建
    原值: 200000.00
    折旧方法: 平均年限法
    年限: 50
    残值: 0.00
    权属证书: 是
    使用状态: 自用
    保管人: 资产保管员
"""


def book(tmp: Path, december: str = WAGES, community: str = COMMUNITY, more: str = "") -> Path:
    """A collective's book that began in November 2026: rent of 600 yuan came in, 5 yuan are owed for cleaning."""
    text = community.replace("{begins}", "2026-11-01")
    return root(tmp, {"2026-11": RENT, "2026-12": december + more}, text)


def proposed(folder: Path, year: int = 2026) -> YearEnd:
    return keeping.year_end(folder, "collective", pipeline.check(folder, AS_OF), year)


def lines(made: YearEnd) -> list[tuple[str, tuple[tuple[str, int], ...]]]:
    return [(line.summary, line.sides) for line in made.lines]


def write(folder: Path, made: YearEnd) -> None:
    (folder / "ledgers" / made.path).write_text(made.text, "utf-8")


def held(folder: Path) -> dict[str, int]:
    return closing(pipeline.check(folder, AS_OF))


def test_income_and_expense_go_to_the_earnings_and_these_to_what_is_not_distributed(tmp_path: Path) -> None:
    made = proposed(book(tmp_path))
    assert (made.problems, made.notes) == ((), ())
    assert lines(made) == [
        ("结转本年收入", (("501", 600_00), ("321", -600_00))),
        ("结转本年支出", (("513", -5_00), ("321", 5_00))),
        ("本年收益转入收益分配", (("321", 595_00), ("322", -595_00))),
    ]
    assert made.offered == (
        "收支:\n"
        "  - 凭证: 12-002\n    日期: 2026-12-31\n    类型: 记账\n    摘要: 结转本年收入\n    分录:\n"
        "      - 科目: 501 经营收入\n        借: 600.00\n      - 科目: 321 本年收益\n        贷: 600.00\n"
        "  - 凭证: 12-003\n    日期: 2026-12-31\n    类型: 记账\n    摘要: 结转本年支出\n    分录:\n"
        "      - 科目: 513 管理费用\n        贷: 5.00\n      - 科目: 321 本年收益\n        借: 5.00\n"
        "  - 凭证: 12-004\n    日期: 2026-12-31\n    类型: 记账\n    摘要: 本年收益转入收益分配\n    分录:\n"
        "      - 科目: 321 本年收益\n        借: 595.00\n      - 科目: 322 收益分配\n        贷: 595.00\n"
    )


def test_nothing_is_written_by_itself_and_once_written_nothing_is_left(tmp_path: Path) -> None:
    folder = book(tmp_path)
    before = (folder / "ledgers" / DECEMBER).read_text("utf-8")
    made = proposed(folder)
    assert (folder / "ledgers" / DECEMBER).read_text("utf-8") == before
    write(folder, made)
    assert {n: fen for n, fen in held(folder).items() if n in ("321", "501", "513", "322")} == {"322": -14_595_00}
    again = proposed(folder)
    assert (again.lines, again.problems, again.text) == ((), (), "")


def test_comments_of_the_month_stay(tmp_path: Path) -> None:
    folder = book(tmp_path, december="  # 保洁说好月底结\n" + WAGES)
    made = proposed(folder)
    assert "# 保洁说好月底结" in made.text
    assert made.text.index("保洁") < made.text.index("结转本年收入")


def test_a_loss_goes_the_other_way_round(tmp_path: Path) -> None:
    cost = journal("12-001", "513 管理费用, 借: 900.00", "211 应付款, 贷: 900.00", day="2026-12-20", summary="应付维修费")
    assert lines(proposed(book(tmp_path, cost)))[-1] == ("本年收益转入收益分配", (("321", -300_00), ("322", 300_00)))


def test_depreciation_that_the_register_knows_and_the_books_do_not_is_booked_first(tmp_path: Path) -> None:
    folder = book(tmp_path)
    (folder / "ledgers/finance/collective/assets.yml").write_text(ASSETS, "utf-8")
    checked = pipeline.check(folder, AS_OF)
    assert [f.code.id for f in checked.findings if f.severity.value == "error"] == []
    first = proposed(folder).lines[0]
    assert first.summary == "计提 2026 年折旧（按资产台账，到 12 月末）"
    (to, fen), (of, less) = first.sides
    assert (to, of, fen, less) == ("513", "152", 7_999_52, -7_999_52)  # 144 months of 333.33; 40,000 are booked
    write(folder, proposed(folder))
    assert [f.code.id for f in pipeline.check(folder, AS_OF).findings if f.code.id == "AST023"] == []
    assert proposed(folder).lines == ()


def test_a_sub_account_called_undistributed_takes_it_and_what_was_distributed_joins_it(tmp_path: Path) -> None:
    more = '      - 编号: "32201"\n        名称: 未分配收益\n      - 编号: "32202"\n        名称: 分给成员\n'
    community = COMMUNITY.replace("    科目期初:\n", more + "    科目期初:\n").replace("科目: 322 收益分配", "科目: 32201 未分配收益")
    shared = journal("12-005", "32202 分给成员, 借: 100.00", "211 应付款, 贷: 100.00", day="2026-12-25", summary="分给成员")
    made = proposed(book(tmp_path, WAGES + shared, community))
    assert made.problems == ()
    assert lines(made)[-2:] == [
        ("本年收益转入收益分配", (("321", 595_00), ("32201", -595_00))),
        ("各项分配转入未分配收益", (("32202", -100_00), ("32201", 100_00))),
    ]
    assert made.offered.count("凭证: 12-006") == 1  # after the last number of the month


def test_several_sub_accounts_and_none_called_so_is_said(tmp_path: Path) -> None:
    more = '      - 编号: "32201"\n        名称: 结余\n      - 编号: "32202"\n        名称: 分给成员\n'
    community = COMMUNITY.replace("    科目期初:\n", more + "    科目期初:\n").replace("科目: 322 收益分配", "科目: 32201 结余")
    made = proposed(book(tmp_path, community=community))
    assert [n.zh for n in made.notes] == ["“322 收益分配”有几个明细科目，没有一个叫“未分配收益”：在 community.yml 登记一个，再运行一次"]
    assert [line.summary for line in made.lines] == ["结转本年收入", "结转本年支出"]


@pytest.mark.parametrize(
    "december, why",
    [
        ("", "没有 ledgers/finance/collective/2026-12.yml：先建这个月的账（mingbai new finance）"),
        (WAGES.replace("贷: 5.00", "贷: 6.00"), "台账有 1 处错误，先改好（mingbai check）"),
    ],
)
def test_why_nothing_is_proposed(tmp_path: Path, december: str, why: str) -> None:
    folder = book(tmp_path, december or WAGES)
    if not december:
        (folder / "ledgers" / DECEMBER).unlink()
    made = proposed(folder)
    assert [p.zh for p in made.problems] == [why]
    assert (made.lines, made.text) == ((), "")


def test_a_year_that_is_not_over_waits(tmp_path: Path) -> None:
    folder = book(tmp_path)
    made = keeping.year_end(folder, "collective", pipeline.check(folder, datetime.date(2026, 12, 30)), 2026)
    assert [p.zh for p in made.problems] == ["2026-12 还没有过完（到 2026-12-31）"]


def test_december_is_not_closed_before_its_results_are_carried_over(tmp_path: Path) -> None:
    folder = book(tmp_path, WAGES)
    for month, bank, day in (("2026-11", "50600.00", "2026-12-02"), ("2026-12", "50600.00", "2027-01-05")):
        path = folder / f"ledgers/finance/collective/{month}.yml"
        path.write_text(path.read_text("utf-8") + CLOSING.format(bank=bank, reviewed=day), "utf-8")

    def close(month: int, day: datetime.date) -> keeping.Closed:
        made = keeping.close(folder, "collective", Month(2026, month), AS_OF, Given(by="会计", day=day))
        for path, text in made.files.items():
            (folder / "ledgers" / path).write_text(text, "utf-8")
        return made

    assert close(11, datetime.date(2026, 12, 8)).problems == ()
    assert [p.zh for p in close(12, datetime.date(2027, 1, 8)).problems] == [
        "收入、支出没有结转到“321 本年收益”：501 经营收入 600.00、513 管理费用 5.00。先看代拟的结转：mingbai close 2026 --book collective --carry"
    ]
    write(folder, proposed(folder))
    assert close(12, datetime.date(2027, 1, 8)).problems == ()
    assert [p.zh for p in proposed(folder).problems] == ["2026-12 已经结账，不能再往里记"]


def test_a_single_entry_book_has_nothing_to_carry(tmp_path: Path) -> None:
    folder = book(tmp_path)
    path = folder / "ledgers/community.yml"
    text = path.read_text("utf-8").replace("    记账: 复式\n", "")
    head, _, rest = text.partition("    明细科目:\n")
    path.write_text(head + "人员:\n" + rest.partition("人员:\n")[2], "utf-8")
    assert next(p.zh for p in proposed(folder).problems) == "这本账不是复式记账，没有要结转的科目"
