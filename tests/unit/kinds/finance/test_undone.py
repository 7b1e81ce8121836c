"""What is given back, moved and closed, as a secretary types it: nothing is undone twice, nothing moves to itself, periods join."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.kinds.finance.traces import traces
from tests.base.community import Files, checked, codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, balance, flow, ledgers, march

PAID = """  - 凭证: 03-001
    日期: 2026-03-05
    类型: 支出
    金额: 1000.00
    资金: own
    科目: 维修费
    摘要: 修楼道灯 8 盏
    对方: 某灯具店
    票据: 发票 33914107
"""
SHARED = (
    PAID.replace("    资金: own\n    科目: 维修费\n", "")
    + """    分摊:
      - 资金: office-2026
        科目: 水电费
        金额: 600.00
      - 资金: own
        科目: 水电费
        金额: 400.00
"""
)
BACK = """  - 凭证: 03-002
    日期: 2026-03-09
    类型: 退款
    金额: {amount}
    原凭证: 03-001
    摘要: 退回多收的灯款
    票据: 银行回单 8840
"""
UNDONE = """  - 凭证: 03-003
    日期: 2026-03-12
    类型: 冲正
    冲正凭证: 03-001
    原因: 重开发票
    批准: 主任
"""
AGAIN = PAID.replace("03-001", "04").replace("2026-03-05", "2026-03-20").replace("33914107", "33914108")
PLANNED = "    计划: 2026-03/1\n"
PLAN = """计划:
  - 编号: 1
    事项: 修楼道灯
    预计金额: 1000.00
    资金: own
    科目: 维修费
"""


def refund(amount: str, more: str = "") -> str:
    return BACK.format(amount=amount) + more


def test_what_was_partly_refunded_is_not_reversed_as_a_whole() -> None:
    """1,000 paid, 400 came back: taking back all of it would make 400 out of nothing."""
    found = march(PAID + refund("400.00") + UNDONE)
    assert codes(found) == ["FIN017"]
    assert "已经退过款" in found.findings[0].message("zh")


def test_a_number_that_stands_twice_is_corrected_once(tmp_path: Path) -> None:
    """Both papers are 03-001 (a warning); the refund means the first, and only that one says so."""
    lines = PAID + PAID.replace("33914107", "33914108") + refund("400.00")
    found = checked(tmp_path, files={MARCH: HEAD + lines + REVIEWED})
    assert codes(found) == ["FIN007"]
    (page,) = [p for p in pipeline.site(tmp_path, found).pages if p.address == "finance/committee/2026/03/"]
    assert page.body.count("已退款") == 1


def test_two_refunds_may_make_the_whole() -> None:
    found = march(PAID + refund("400.00") + refund("600.00").replace("03-002", "03-003"))
    assert codes(found) == []
    assert flow(found, "committee", "2026-03")[2] == "0.00"


def test_a_refund_goes_back_to_the_fund_that_paid() -> None:
    """Money for a purpose is not moved to another by a refund."""
    assert codes(march(PAID + refund("400.00", "    资金: office-2026\n"))) == ["FIN017"]


def test_a_fund_gets_back_no_more_than_its_share() -> None:
    assert codes(march(SHARED + refund("500.00", "    资金: own\n"))) == ["FIN018"]
    found = march(SHARED + refund("400.00", "    资金: own\n"))
    assert codes(found) == []
    assert balance(found, "2026-03", "fund", "own")[2] == "0.00"


@pytest.mark.parametrize("undone", [UNDONE, refund("1000.00")], ids=["reversed", "refunded"])
def test_what_was_given_back_does_not_use_up_the_plan(undone: str) -> None:
    found = march(PAID + PLANNED + undone.replace("03-003", "03-002") + AGAIN + PLANNED, more=PLAN + REVIEWED)
    assert codes(found) == []
    assert codes(march(PAID + PLANNED + AGAIN + PLANNED, more=PLAN + REVIEWED)) == ["FIN033"]


MOVE = """  - 凭证: 03-00{n}
    日期: 2026-03-{day}
    类型: 转账
    金额: 1000.00
    {ends}
    摘要: 拨付活动经费
    票据: 银行回单 884{n}
"""


@pytest.mark.parametrize(
    "ends",
    ["转出账户: bank\n    转入账户: bank", "转出资金: own\n    转入资金: own", "资金: own\n    转入账簿: committee"],
    ids=["account", "fund", "book"],
)
def test_a_transfer_to_itself_is_an_error(ends: str) -> None:
    assert codes(march(MOVE.format(n=1, day="05", ends=ends))) == ["FIN035"]


def between(out: str, into: str, *, month: str = "2026-03") -> Files:
    """A committee's March and the party book's months: what left, what arrived."""
    head = HEAD.replace("2026-03", month)
    return {"finance/committee/2026-03.yml": HEAD + out + REVIEWED, f"finance/party/{month}.yml": head + into.replace("2026-03", month) + REVIEWED}


def test_every_transfer_to_another_book_wants_a_line_of_its_own_there() -> None:
    out = "".join(MOVE.format(n=n, day=f"0{n}", ends="资金: own\n    转入账簿: party") for n in (1, 2))
    into = MOVE.format(n=1, day="02", ends="转出账簿: committee")
    assert codes(ledgers(between(out, into))) == ["FIN027"]
    assert codes(ledgers(between(out, into + into.replace("03-001", "03-002").replace("8841", "8842")))) == []


def test_what_is_sent_on_the_last_day_may_arrive_in_the_next_month() -> None:
    out = MOVE.format(n=1, day="31", ends="资金: own\n    转入账簿: party")
    assert codes(ledgers(between(out, MOVE.format(n=1, day="01", ends="转出账簿: committee"), month="2026-04"))) == []


def test_a_broken_book_is_not_accused_of_lacking_the_other_side() -> None:
    out = MOVE.format(n=1, day="05", ends="资金: own\n    转入账簿: party")
    found = march(out, files={"finance/party/2026-03.yml": "期间: 2026-03\n天气: 晴\n"})
    assert codes(found) == ["SCH001"]


def test_a_wrong_default_is_told_once_where_it_stands() -> None:
    head = HEAD.replace("账户: bank", "账户: party/bank")
    found = march(PAID + AGAIN, head=head)
    assert [(f.code.id, f.place.span and f.place.span.line) for f in found.findings] == [("FIN025", 3)]


STATEMENT = """结账:
  银行对账单:
    - 账户: bank
      余额: {balance}
      截止: {day}
{items}  现金盘点:
    - 账户: cash
      余额: 755.00
  审核:
    审核人: 监督委员会主任
    日期: 2026-04-30
"""


def closed(balance: str, day: str = "2026-03-31", items: str = "", *, april: bool = False) -> list[str]:
    """What a bank statement over March says, with or without an April in which 1,000 more is paid on the 5th."""
    head = HEAD.replace("2026-03", "2026-04")
    after = {"finance/committee/2026-04.yml": head + PAID.replace("2026-03", "2026-04").replace("03-0", "04-0") + REVIEWED.replace("04-03", "05-06")}
    text = STATEMENT.format(balance=balance, day=day, items=items)
    return codes(march(PAID.replace("33914107", "33914109"), more=text, files=after if april else None))


def bank() -> float:
    """The bank account at the end of March, as the tables say."""
    return float(balance(march(PAID), "2026-03", "account", "bank")[4])


def test_a_statement_of_a_later_day_is_held_against_the_lines_up_to_that_day() -> None:
    """Printed on 6 April, after April's first payment of 1,000."""
    assert closed(f"{bank() - 1000:.2f}", "2026-04-06", april=True) == ["FIN090"]
    assert closed(f"{bank():.2f}", "2026-04-06", april=True) == ["FIN003", "FIN090"]
    assert closed(f"{bank():.2f}", "2026-04-04", april=True) == ["FIN090"]


CHEQUE = "      未达账项:\n        - {凭证: 03-001, 说明: 支票未兑}\n"


def test_a_cheque_is_outstanding_once_and_not_before_it_was_written() -> None:
    assert closed(f"{bank() + 1000:.2f}", items=CHEQUE) == []
    assert closed(f"{bank() + 2000:.2f}", items=CHEQUE + CHEQUE.split("\n", 1)[1]) == ["FIN022"]
    assert closed(f"{bank() + 2000:.2f}", "2026-03-04", items=CHEQUE) == ["FIN090", "FIN022"]


@pytest.mark.parametrize("account, code", [("party/bank", "FIN025"), ("bnak", "REF001")])
def test_a_statement_of_an_account_that_is_not_the_books_is_told_once(account: str, code: str) -> None:
    text = STATEMENT.format(balance="1.00", day="2026-03-31", items="").replace("账户: bank", f"账户: {account}")
    assert codes(march(PAID, more=text)) == [code]


LINE = "  - {{凭证: {n}, 日期: {day}, 类型: 支出, 金额: 10.00, 资金: own, 科目: 办公费, 摘要: 购笔, 票据: 发票 {n}}}\n"


def months(second: str, day: str = "2026-02-10") -> list[str]:
    """January to the 25th, then a February with these days."""
    head = "默认: {账户: bank, 经办: 文书, 审批: 主任}\n收支:\n"
    january = "期间: 2026-01\n止: 2026-01-25\n" + head + LINE.format(n="1", day="2026-01-20") + REVIEWED
    february = "期间: 2026-02\n" + second + head + LINE.format(n="2", day=day) + REVIEWED
    return codes(ledgers({"finance/committee/2026-01.yml": january, "finance/committee/2026-02.yml": february}))


@pytest.mark.parametrize(
    "second",
    ["起: 2026-01-20\n止: 2026-02-25\n", "起: 2026-02-01\n止: 2026-02-25\n", "起: 2026-02-25\n止: 2026-01-26\n", "起: 2025-01-26\n止: 2026-03-25\n"],
    ids=["overlap", "hole", "backwards", "elsewhere"],
)
def test_periods_that_do_not_join_are_an_error(second: str) -> None:
    assert months(second) == ["FIN036"]


@pytest.mark.parametrize("second", ["起: 2026-01-26\n止: 2026-02-25\n", "止: 2026-02-25\n", ""], ids=["typed", "end only", "back to the calendar"])
def test_periods_that_join_are_clean(second: str) -> None:
    """The days after the 25th of January belong to February, however much of it is typed."""
    assert months(second) == []
    assert months(second, "2026-01-26") == []


def test_a_decision_whose_result_is_left_to_be_computed_was_rejected_all_the_same() -> None:
    """2 for, 16 against: a payment that cites it is told, though the minutes name no result."""
    meeting = "种类: 议事会\n时间: 2026-02-05 14:30\n地点: 议事厅\n召集: 居委会\n主持: 副主任\n记录: 文书\n应到: 21\n亲到: 18\n缺席: 3\n决议:\n"
    item = "  - {编号: 1, 议题: 楼道灯, 同意: %d, 反对: %d, 落实: {责任人: 主任, 期限: 2026-12-31}}\n"
    for yes, expected in ((2, ["FIN028"]), (16, [])):
        files: Files = {"meetings/2026/2026-02-05-yishi.yml": meeting + item % (yes, 18 - yes)}
        assert codes(march(PAID + "    决议: 2026-02-05-yishi/1\n", files=files)) == expected


@pytest.mark.parametrize("reason, words", [("    原因: 重开发票\n", "重开发票"), ("", "03-003")])
def test_a_reversal_without_a_summary_says_in_the_catalogue_why_it_was_made(reason: str, words: str) -> None:
    found = [t.words for t in traces(march(PAID + UNDONE.replace("    原因: 重开发票\n", reason)).books)]
    assert words in found
    assert all(found)
