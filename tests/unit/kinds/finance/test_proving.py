"""Whether months are proven and reviewed, and grants received: at the edges."""

from __future__ import annotations

from typing import Any

import pytest

from tests.base.community import codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, ledgers, march
from tests.unit.kinds.finance.test_conduct import COMMUNITY, line


@pytest.mark.parametrize("day, said", [("2026-06-14", []), ("2026-06-15", ["FIN091"])])
def test_a_month_is_reviewed_within_75_days(day: str, said: list[str]) -> None:
    assert codes(march(line(), more=REVIEWED.replace("2026-04-03", day))) == said


def test_a_month_nobody_reviewed_is_advice_first_and_a_warning_later() -> None:
    late = march(line(), more="")
    assert codes(late) == ["FIN091"]
    months = {f"finance/committee/2026-{n:02}.yml": f"期间: 2026-{n:02}\n本期无: {{签署: 主任, 日期: 2026-10-03}}\n" for n in range(3, 9)}
    fresh = {"finance/committee/2026-09.yml": (HEAD + line()).replace("2026-03", "2026-09").replace("03-001", "09-001")}
    assert codes(ledgers(months | fresh)) == ["FIN032"]


CLOSED = "结账:\n  银行对账单:\n    - {{账户: bank, 余额: 19595.20, 截止: {day}}}\n{count}  审核:\n    审核人: 监督委员会主任\n    日期: 2026-04-03\n"
CASH = "  现金盘点:\n    - {账户: cash, 余额: 755.00}\n"


@pytest.mark.parametrize(
    "day, count, said",
    [("2026-03-31", CASH, []), ("2026-03-31", "", ["FIN092"]), ("2026-03-30", CASH, ["FIN090"])],
)
def test_every_account_is_proven_on_the_last_day(day: str, count: str, said: list[str]) -> None:
    assert codes(march(line(), more=CLOSED.format(day=day, count=count))) == said


def test_books_of_a_community_cut_off_on_one_day() -> None:
    """The committee ends its March on the 25th, the party's book on the 31st."""
    cut = HEAD.replace("期间: 2026-03\n", "期间: 2026-03\n止: 2026-03-25\n") + line() + REVIEWED
    party = "期间: 2026-03\n本期无: {签署: 主任, 日期: 2026-04-03}\n"
    other = ledgers({MARCH: cut, "finance/party/2026-03.yml": party})
    assert codes(other) == ["FIN090"]
    assert "“居委会账”同一期到 2026-03-25 为止" in other.findings[0].message("zh")
    assert codes(ledgers({MARCH: cut, "finance/party/2026-03.yml": party.replace("\n", "\n止: 2026-03-25\n", 1)})) == []


FUND = """  - 编号: safety
    名称: 消防检查协助经费
    账簿: committee
    性质: 费随事转
    拨付单位: 示例消防救援站
    文号: 示例消〔2026〕9号
    额度: 3000.00
    到账日: 2026-03-10
    用途: 入户检查的误餐和交通
    期初: 0.00
"""


def granted(fund: str = FUND, lines: str = line()) -> list[str]:
    return codes(march(lines, files={"community.yml": COMMUNITY.replace("\n科目: ", f"\n{fund}科目: ", 1)}))


def received(day: str) -> str:
    return line(day=day, kind="收入", amount="3000.00", party="示例消防救援站", 资金="safety", 科目="补助收入", 票据="银行回单 9")


def test_a_grant_is_booked_within_ten_days_of_its_arrival() -> None:
    assert granted(lines=received("2026-03-20")) == []
    assert granted(lines=received("2026-03-21")) == ["FIN094"]
    assert granted() == ["FIN094"]
    assert granted(FUND.replace("2026-03-10", "2026-03-22")) == []  # the months end before it is due


def test_a_grant_says_how_much_and_for_what() -> None:
    lines = received("2026-03-10")
    assert granted(FUND.replace("    额度: 3000.00\n", ""), lines) == ["FIN093"]
    assert granted(FUND.replace("    用途: 入户检查的误餐和交通\n", ""), lines) == ["FIN093"]
    assert granted(FUND.replace("    用途: 入户检查的误餐和交通\n", "    可用科目: [活动费]\n"), lines) == []


@pytest.mark.parametrize("fund, decision, said", [("office-2026", None, ["FIN098"]), ("office-2026", "2026-03-28-daibiao/1", []), ("own", None, [])])
def test_money_for_a_purpose_leaves_its_book_by_decision(fund: str, decision: str | None, said: list[str]) -> None:
    ends: dict[str, Any] = {"资金": None, "科目": None, "对方": None, "票据": "银行回单 7"}
    sent = line(day="2026-03-30", kind="转账", 转出资金=fund, 转入账簿="party", 决议=decision, **ends)
    came = HEAD + line(day="2026-03-30", kind="转账", 转入资金="party-2026", 转出账簿="committee", **ends) + REVIEWED
    assert codes(march(sent, files={"finance/party/2026-03.yml": came})) == said


FEE = "      未达账项:\n        - {金额: -12.00, 说明: 账户管理费}\n"
BALANCE = 19683_20


def proven(number: int, items: str = FEE) -> str:
    """A month without lines whose bank statement is 12.00 lower while the fee is outstanding."""
    last, asserted = (31 if number in (3, 5, 7) else 30), BALANCE if items else BALANCE + 12_00
    return (
        f"期间: 2026-{number:02}\n本期无: {{签署: 主任, 日期: 2026-{number + 1:02}-03}}\n结账:\n  银行对账单:\n    - 账户: bank\n"
        f"      余额: {asserted // 100}.{asserted % 100:02}\n      截止: 2026-{number:02}-{last}\n{items}{CASH}"
        f"  审核:\n    审核人: 监督委员会主任\n    日期: 2026-{number + 1:02}-03\n"
    )


def statements(items: dict[int, str]) -> list[str]:
    return codes(ledgers({f"finance/committee/2026-{n:02}.yml": proven(n, text) for n, text in items.items()}))


def test_what_only_the_bank_has_is_booked_within_two_months() -> None:
    """Outstanding since 31 March: two months end with 31 May, and 30 June is too late."""
    assert statements({3: FEE, 4: FEE, 5: FEE}) == []
    assert statements({3: FEE, 4: FEE, 5: FEE, 6: FEE, 7: FEE}) == ["FIN104"]


def test_an_item_that_was_booked_meanwhile_begins_anew() -> None:
    assert statements({3: FEE, 4: "", 5: FEE, 6: FEE}) == []


@pytest.mark.parametrize(
    "kind, account, summary, said",
    [
        ("收入", "cash", "提取备用金", ["FIN051"]),
        ("支出", "bank", "提取备用金", ["FIN051"]),
        ("支出", "bank", "补足备用金", ["FIN051"]),
        ("支出", "bank", "备用金购买扫帚 20 把", []),  # spent, not drawn
        ("支出", "cash", "提取备用金", []),  # nothing is drawn from the box
        ("收入", "bank", "退回备用金", []),
    ],
)
def test_petty_cash_is_a_transfer_on_both_sides(kind: str, account: str, summary: str, said: list[str]) -> None:
    more: dict[str, Any] = {"科目": "利息收入", "票据": "统一收据 12"} if kind == "收入" else {}
    found = codes(march(line("03-001", "2026-03-05", kind, "100.00", 摘要=summary, 账户=account, **more)))
    assert [c for c in found if c == "FIN051"] == said


def test_a_book_has_every_month_since_it_began() -> None:
    """Not only between two months that are there: what is lacking before the first is told as well."""
    month = HEAD + line() + REVIEWED
    found = ledgers({MARCH: month, "finance/committee/2026-01.yml": None, "finance/committee/2026-02.yml": None})
    [gap] = [f for f in found.findings if f.code.id == "FIN020"]
    assert gap.place.path == f"ledgers/{MARCH}"
    assert "2026-01-01 启用 之后缺 2026-01 至 2026-02" in gap.message("zh")


@pytest.mark.parametrize(
    "what, account, right", [("银行对账单", "bank", True), ("现金盘点", "cash", True), ("银行对账单", "cash", False), ("现金盘点", "bank", False)]
)
def test_bank_and_cash_are_each_proven_by_their_own(what: str, account: str, right: bool) -> None:
    """The balance is right, and a shortfall of the bank is not explained away as one of the box."""
    hands = "      盘点人: 出纳\n      监盘人: 监督委员会主任\n" if what == "现金盘点" else ""
    balance = {"bank": "19695.20", "cash": "755.00"}[account]
    found = march(
        "",
        head="期间: 2026-03\n本期无: {签署: 主任, 日期: 2026-04-01}\n",
        more=f"结账:\n  {what}:\n    - 账户: {account}\n      余额: {balance}\n{hands}",
    )
    told = [(f.code.id, f.message("zh")) for f in found.findings if f.severity.value == "error"]
    name = {"bank": "“基本户”是银行账户", "cash": "“库存现金”是现金账户"}[account]
    assert told == ([] if right else [("FIN106", f"{name}，写成了{what}")])
