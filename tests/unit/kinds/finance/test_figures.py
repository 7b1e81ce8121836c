"""What lines do to the figures: every sort of line, from its YAML to the published tables."""

from __future__ import annotations

import pytest

from tests.base.community import codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, balance, flow, ledgers, march, table

PAPER = """
  - 凭证: 03-001
    日期: 2026-03-05
    类型: 支出
    金额: 126.00
    资金: office-2026
    科目: 办公费
    摘要: 购打印纸 4 箱
    对方: 某文具店
    票据: 发票 33914107
""".lstrip("\n")


def test_a_month_opens_with_what_the_month_before_closed_with() -> None:
    found = march(PAPER)
    assert codes(found) == []
    assert flow(found, "committee", "2026-01") == ("20500.00", "0.00", "331.50", "20168.50")
    assert flow(found, "committee", "2026-02") == ("20168.50", "800.00", "518.30", "20450.20")
    assert flow(found, "committee", "2026-03") == ("20450.20", "0.00", "126.00", "20324.20")


def test_defaults_fill_what_a_line_leaves_out_and_a_line_may_differ() -> None:
    """默认 has account, handler and approver; the second line has its own account and approver."""
    found = march(
        PAPER + PAPER.replace("03-001", "03-002").replace("33914107", "33914108").replace("    资金", "    账户: cash\n    审批: 副主任\n    资金")
    )
    first, second = (r for r in table(found, "finance-lines") if r["period"] == "2026-03")
    assert (first["account"], first["handler"], first["approver"]) == ("bank", "文书", "主任")
    assert (second["account"], second["handler"], second["approver"]) == ("cash", "文书", "副主任")


def test_fund_and_category_may_be_defaults_too() -> None:
    head = HEAD.replace("  账户: bank\n", "  账户: bank\n  资金: office-2026\n  科目: 水电费\n")
    found = march(PAPER.replace("    资金: office-2026\n    科目: 办公费\n", ""), head=head)
    assert codes(found) == []
    (row,) = (r for r in table(found, "finance-lines") if r["period"] == "2026-03")
    assert (row["fund"], row["category"]) == ("office-2026", "水电费")


REVERSAL = """
  - 凭证: 03-002
    日期: 2026-03-31
    类型: 冲正
    冲正凭证: {cited}
    原因: 抬头开错
    批准: 主任
"""


@pytest.mark.parametrize("cited", ["committee/2026-02/02-001", "2026-02/02-001"])
def test_a_reversal_takes_back_the_whole_line_in_its_own_column_and_month(cited: str) -> None:
    found = march(REVERSAL.format(cited=cited).lstrip("\n"))
    assert codes(found) == []
    assert flow(found, "committee", "2026-02") == ("20168.50", "800.00", "518.30", "20450.20")
    assert flow(found, "committee", "2026-03") == ("20450.20", "0.00", "-518.30", "20968.50")
    assert balance(found, "2026-03", "fund", "office-2026")[2] == "-518.30"
    (row,) = (r for r in table(found, "finance-lines") if r["period"] == "2026-03")
    assert (row["kind"], row["expense"], row["category"], row["account"], row["undoes"]) == ("冲正", "-518.30", "水电费", "bank", cited)


def test_a_reversal_in_the_same_file_names_the_voucher_alone() -> None:
    found = march(PAPER + REVERSAL.format(cited="03-001").lstrip("\n"))
    assert codes(found) == []
    assert flow(found, "committee", "2026-03") == ("20450.20", "0.00", "0.00", "20450.20")


def test_a_reversal_of_income_lowers_income() -> None:
    found = march(REVERSAL.format(cited="committee/2026-02/02-002").lstrip("\n"))
    assert flow(found, "committee", "2026-03") == ("20450.20", "-800.00", "0.00", "19650.20")


def test_a_reversal_of_a_transfer_moves_back() -> None:
    found = march(REVERSAL.format(cited="committee/2026-01/01-002").lstrip("\n"))
    assert flow(found, "committee", "2026-03") == ("20450.20", "0.00", "0.00", "20450.20")
    assert balance(found, "2026-03", "account", "cash") == ("755.00", "0.00", "0.00", "-300.00", "455.00")


@pytest.mark.parametrize(
    "lines, why",
    [
        (REVERSAL.format(cited="03-002"), "就是这一笔自己"),
        (REVERSAL.format(cited="party/2026-03/1"), "在另一本账里"),
        (REVERSAL.format(cited="03-001").replace("2026-03-31", "2026-03-04"), "晚于"),
        (REVERSAL.format(cited="03-001") + REVERSAL.format(cited="03-001").replace("03-002", "03-003", 1).lstrip("\n"), "已经冲正过"),
        (REVERSAL.format(cited="03-003") + REVERSAL.format(cited="03-002").replace("03-002", "03-003", 1).lstrip("\n"), "绕了一圈又引回这一笔"),
    ],
    ids=["itself", "another book's", "later", "twice", "in a circle"],
)
def test_what_cannot_be_reversed_is_an_error_once_told(lines: str, why: str) -> None:
    party = "期间: 2026-03\n收支:\n  - {凭证: 1, 日期: 2026-03-02, 类型: 支出, 金额: 9.00, 科目: 活动费, 摘要: 茶水, 票据: 发票 3, 经办: 文书, 审批: 主任}\n"
    found = march(PAPER + lines.lstrip("\n"), files={"finance/party/2026-03.yml": party + REVIEWED})
    told = [f for f in found.findings if f.code.id == "FIN017"]
    assert told
    assert all(why in f.message("zh") for f in told)
    assert {c for c in codes(found) if c != "FIN017"} == set()


def test_a_reversal_takes_everything_from_the_line_it_reverses() -> None:
    lines = REVERSAL.format(cited="03-001").lstrip("\n") + "    资金: own\n"
    found = march(PAPER + lines)
    assert codes(found) == ["FIN016"]


REFUND = """
  - 凭证: 03-009
    日期: 2026-03-16
    类型: 退款
    金额: {amount}
    原凭证: {cited}
    摘要: 退回多收的钱
    票据: 银行回单 8841
"""


def test_a_refund_may_be_a_part_and_come_in_several() -> None:
    lines = REFUND.format(amount="100.00", cited="committee/2026-02/02-001") + REFUND.format(amount="18.30", cited="2026-02/02-001").replace(
        "03-009", "03-010"
    )
    found = march(lines.lstrip("\n"))
    assert codes(found) == []
    assert flow(found, "committee", "2026-03") == ("20450.20", "0.00", "-118.30", "20568.50")
    assert balance(found, "2026-03", "fund", "office-2026")[4] == "11268.50"


def test_a_refund_of_all_is_enough_and_a_fen_more_too_much() -> None:
    assert codes(march(REFUND.format(amount="518.30", cited="2026-02/02-001").lstrip("\n"))) == []
    assert codes(march(REFUND.format(amount="518.31", cited="2026-02/02-001").lstrip("\n"))) == ["FIN018"]


def test_a_refund_may_come_back_to_another_account() -> None:
    found = march(REFUND.format(amount="18.30", cited="2026-02/02-001").lstrip("\n") + "    账户: cash\n")
    assert codes(found) == []
    assert balance(found, "2026-03", "account", "cash") == ("755.00", "0.00", "-18.30", "0.00", "773.30")


def test_a_refund_of_a_transfer_is_refused() -> None:
    found = march(REFUND.format(amount="100.00", cited="2026-01/01-002").lstrip("\n"))
    assert codes(found) == ["FIN017"]


DIVIDED = """
  - 凭证: 03-003
    日期: 2026-03-06
    类型: 支出
    金额: 430.00
    摘要: 二月水电费
    对方: 市供电公司
    分摊:
      - 资金: office-2026
        科目: 水电费
        金额: 258.00
      - 资金: own
        科目: 水电费
        金额: 172.00
    票据: 发票 33915533
"""


def test_a_divided_line_is_one_payment_from_several_funds() -> None:
    found = march(DIVIDED.lstrip("\n"))
    assert codes(found) == []
    assert balance(found, "2026-03", "account", "bank")[2] == "430.00"
    assert balance(found, "2026-03", "fund", "office-2026")[2] == "258.00"
    assert balance(found, "2026-03", "fund", "own")[2] == "172.00"
    rows = [(r["share"], r["fund"], r["expense"]) for r in table(found, "finance-lines") if r["period"] == "2026-03"]
    assert rows == [("1", "office-2026", "258.00"), ("2", "own", "172.00")]


def test_reversing_a_divided_line_gives_each_fund_its_part_back() -> None:
    found = march(DIVIDED.lstrip("\n") + REVERSAL.format(cited="03-003").lstrip("\n"))
    assert codes(found) == []
    assert balance(found, "2026-03", "fund", "own")[2] == "0.00"
    assert balance(found, "2026-03", "fund", "office-2026")[2] == "0.00"


def test_part_of_a_divided_line_given_back_says_which_part() -> None:
    lines = DIVIDED.lstrip("\n") + REFUND.format(amount="30.00", cited="03-003").lstrip("\n")
    vague = march(lines)
    assert codes(vague) == ["FIN015"]
    assert "分摊" in vague.findings[0].message("zh")
    assert codes(march(lines + "    资金: own\n")) == []
    shares = "    分摊:\n      - 资金: own\n        金额: 12.00\n      - 资金: office-2026\n        金额: 18.00\n"
    found = march(lines + shares)
    assert codes(found) == []
    assert balance(found, "2026-03", "fund", "own")[2] == "160.00"


TRANSFER = """
  - 凭证: 03-001
    日期: 2026-03-05
    类型: 转账
    金额: 1000.00
    {ends}
    摘要: 转账
    票据: 银行回单 8833
"""


def test_money_between_accounts_is_neither_income_nor_expense() -> None:
    found = march(TRANSFER.format(ends="转出账户: bank\n    转入账户: cash").lstrip("\n"))
    assert codes(found) == []
    assert flow(found, "committee", "2026-03") == ("20450.20", "0.00", "0.00", "20450.20")
    assert balance(found, "2026-03", "account", "bank") == ("19695.20", "0.00", "0.00", "-1000.00", "18695.20")
    assert balance(found, "2026-03", "account", "cash") == ("755.00", "0.00", "0.00", "1000.00", "1755.00")
    (row,) = (r for r in table(found, "finance-lines") if r["period"] == "2026-03")
    assert (row["moved"], row["account"], row["to_account"]) == ("1000.00", "bank", "cash")


def test_money_between_funds_moves_no_account() -> None:
    found = march(
        TRANSFER.format(ends="转出资金: own\n    转入资金: office-2026\n    决议: 2026-03-28-daibiao/1").replace("03-05", "03-30").lstrip("\n")
    )
    assert codes(found) == []
    assert balance(found, "2026-03", "account", "bank")[3:] == ("0.00", "19695.20")
    assert balance(found, "2026-03", "fund", "own")[3:] == ("-1000.00", "8300.00")
    assert balance(found, "2026-03", "fund", "office-2026")[3:] == ("1000.00", "12150.20")


def test_money_to_another_book_is_expense_here_and_income_there() -> None:
    """Both books have the line; nothing is added over the two."""
    there = HEAD + TRANSFER.format(ends="转入账户: bank\n    转入资金: party-2026\n    转出账簿: committee").lstrip("\n") + REVIEWED
    found = march(
        TRANSFER.format(ends="转出账户: bank\n    转出资金: own\n    转入账簿: party").lstrip("\n"), files={"finance/party/2026-03.yml": there}
    )
    assert codes(found) == []
    assert flow(found, "committee", "2026-03") == ("20450.20", "0.00", "1000.00", "19450.20")
    assert flow(found, "party", "2026-03") == ("8000.00", "1000.00", "0.00", "9000.00")


@pytest.mark.parametrize("change", [("1000.00", "1000.01"), ("转出账簿: committee", "转出账簿: party"), ("", "")], ids=["amount", "book", "absent"])
def test_one_side_of_a_transfer_between_books_alone_is_told(change: tuple[str, str]) -> None:
    there = HEAD + TRANSFER.format(ends="转入账户: bank\n    转入资金: party-2026\n    转出账簿: committee").lstrip("\n") + REVIEWED
    files = {"finance/party/2026-03.yml": there.replace(*change)} if change[0] else {}
    found = march(TRANSFER.format(ends="转出账户: bank\n    转出资金: own\n    转入账簿: party").lstrip("\n"), files=files)
    assert set(codes(found)) - {"FIN035"} == {"FIN027"}  # FIN035: the party's book claims to have sent it to itself


def test_an_account_of_another_book_cannot_be_used() -> None:
    found = march(PAPER + "    账户: party/bank\n")
    assert codes(found) == ["FIN025"]


def test_a_month_from_the_25th_to_the_25th_begins_the_day_after_the_one_before() -> None:
    """January ends on the 25th; February, which names only its end, begins on the 26th of January."""
    line = "  - {凭证: %s, 日期: %s, 类型: 支出, 金额: 10.00, 资金: own, 科目: 办公费, 摘要: 购笔, 票据: 发票 %s}\n"
    first = "期间: 2026-01\n止: 2026-01-25\n默认: {账户: bank, 经办: 文书, 审批: 主任}\n收支:\n" + line % ("1", "2026-01-25", "1")
    second = "期间: 2026-02\n止: 2026-02-25\n默认: {账户: bank, 经办: 文书, 审批: 主任}\n收支:\n"
    files = {"finance/committee/2026-01.yml": first + REVIEWED, "finance/committee/2026-02.yml": second + line % ("2", "2026-01-26", "2") + REVIEWED}
    assert codes(ledgers(files)) == []
    for day in ("2026-01-25", "2026-02-26"):
        found = ledgers(files | {"finance/committee/2026-02.yml": second + line % ("2", day, "2") + REVIEWED})
        assert codes(found) == ["FIN001"]
        assert "2026-01-26 至 2026-02-25" in found.findings[0].message("zh")


STATEMENT = """结账:
  银行对账单:
    - 账户: bank
      余额: {balance}
      未达账项:
        - {item}
          说明: 四月一日到账
  现金盘点:
    - 账户: cash
      余额: 755.00
  审核:
    审核人: 监督委员会主任
    日期: 2026-04-03
"""


@pytest.mark.parametrize(
    "balance_said, item",
    [("19695.20", "凭证: 03-001"), ("19600.00", "金额: 30.80"), ("19500.00", "金额: -69.20")],
    ids=["cheque not yet cashed", "the bank has received", "the bank has paid"],
)
def test_outstanding_items_explain_the_banks_balance(balance_said: str, item: str) -> None:
    """Book 19,569.20 after a cheque of 126.00."""
    found = march(PAPER, more=STATEMENT.format(balance=balance_said, item=item))
    assert codes(found) == []


def test_a_bank_balance_a_fen_off_is_an_error_that_says_by_how_much() -> None:
    found = march(PAPER, more=STATEMENT.format(balance="19695.21", item="凭证: 03-001"))
    assert codes(found) == ["FIN003"]
    assert found.findings[0].message("zh") == "按明细计算应为 19695.20，相差 0.01"


def test_a_difference_that_later_months_carry_on_is_told_once_where_it_began() -> None:
    """Off by a fen in March, April the same, May by another amount, June not at all."""
    said = {"2026-03": "19569.19", "2026-04": "19569.19", "2026-05": "19569.00", "2026-06": "19569.20"}
    after = {f"finance/committee/{m}.yml": _nothing(m, f"{m[:5]}{int(m[5:]) + 1:02}-03", b) for m, b in said.items() if m > "2026-03"}
    found = march(PAPER, more=_bank("2026-04-03", said["2026-03"]), files=after)
    told = [(f.place.path[-11:-4], f.message("zh")) for f in found.findings if f.code.id == "FIN003"]
    assert told == [
        ("2026-03", "按明细计算应为 19569.20，相差 0.01；此后到 2026-04 都差这么多"),
        ("2026-05", "按明细计算应为 19569.20，相差 0.20"),
    ]


def _bank(reviewed: str, balance: str) -> str:
    return f"结账:\n  银行对账单:\n    - 账户: bank\n      余额: {balance}\n  审核:\n    审核人: 监督委员会主任\n    日期: {reviewed}\n"


def _nothing(month: str, reviewed: str, balance: str) -> str:
    return f"期间: {month}\n本期无: {{签署: 主任, 日期: {reviewed}}}\n{_bank(reviewed, balance)}"


@pytest.mark.parametrize("item", ["说明二: 无", "凭证: 03-001\n          金额: 126.00"], ids=["neither", "both"])
def test_an_outstanding_item_is_a_voucher_or_an_amount(item: str) -> None:
    found = march(
        PAPER,
        more=STATEMENT.format(balance="19695.20", item=item.replace("说明二: 无", "说明: 支票")).replace(
            "支票\n          说明: 四月一日到账", "支票"
        ),
    )
    assert "FIN022" in codes(found)


COUNT = """结账:
  银行对账单:
    - 账户: bank
      余额: 19695.20
  现金盘点:
    - 账户: cash
      余额: {balance}
      截止: {day}
  审核:
    审核人: 监督委员会主任
    日期: 2026-04-03
"""


@pytest.mark.parametrize(
    "said, day, wrong",
    [("629.00", "2026-03-31", False), ("755.00", "2026-03-04", False), ("755.00", "2026-03-05", True), ("-5.00", "2026-03-31", True)],
)
def test_a_cash_count_is_held_against_the_book_at_the_end_of_its_day(said: str, day: str, wrong: bool) -> None:
    found = march(PAPER + "    账户: cash\n", more=COUNT.format(balance=said, day=day))
    other_day = ["FIN090"] if day != "2026-03-31" else []
    assert codes(found) == (["FIN004"] if wrong else []) + other_day


BOOK = """
    格式: 1
    名称: 示例社区居民委员会
    类型: 城市居委会
    网址: https://xinhe.example.org/
    账簿:
      - 编号: main
        名称: 居委会账
        主体: 居民委员会
        启用: 2026-01-01
        账户:
          - 编号: bank
            名称: 基本户
            种类: 银行
            期初: -12.50
    监督委员会: [{姓名: 赵示例, 角色: [监督委员会主任]}]
"""
MONTH = """
    期间: 2026-01
    收支:
      - 凭证: 1
        日期: 2026-01-05
        类型: 收入
        金额: 100
        科目: 随便什么收入
        摘要: 收到补助
        票据: 银行回单 1
      - 凭证: 2
        日期: 2026-01-06
        类型: 支出
        金额: 37.5
        摘要: 购笔
        票据: 发票 7
        经办: 甲
        审批: 乙
    结账:
      银行对账单:
        - 账户: bank
          余额: 50.00
      审核:
        审核人: 监督委员会主任
        日期: 2026-02-03
"""


def test_a_book_without_funds_needs_none() -> None:
    """As an imported book is: one account, no fund, no registered category, an opening below zero."""
    found = ledgers({"community.yml": BOOK, "finance/main/2026-01.yml": MONTH}, bare=True)
    assert codes(found) == []
    assert flow(found, "main", "2026-01") == ("-12.50", "100.00", "37.50", "50.00")
    assert balance(found, "2026-01", "fund", "", "main") == ("-12.50", "100.00", "37.50", "0.00", "50.00")


def test_a_book_with_one_fund_need_not_name_it() -> None:
    fund = "    资金:\n      - {编号: all, 名称: 全部资金, 账簿: main, 性质: 自筹, 期初: -12.50}\n"
    found = ledgers({"community.yml": BOOK + fund, "finance/main/2026-01.yml": MONTH}, bare=True)
    assert codes(found) == []
    assert balance(found, "2026-01", "fund", "all", "main") == ("-12.50", "100.00", "37.50", "0.00", "50.00")


def test_a_signed_month_without_lines_carries_the_balance_on() -> None:
    found = ledgers({MARCH: "期间: 2026-03\n本期无:\n  签署: 主任\n  日期: 2026-04-03\n"})
    assert codes(found) == []
    assert flow(found, "committee", "2026-03") == ("20450.20", "0.00", "0.00", "20450.20")


def test_a_voucher_used_twice_keeps_both_lines() -> None:
    found = march(PAPER + PAPER.replace("126.00", "88.00").replace("33914107", "33914108"))
    assert codes(found) == ["FIN007"]
    assert flow(found, "committee", "2026-03")[2] == "214.00"
    assert [r["expense"] for r in table(found, "finance-lines") if r["period"] == "2026-03"] == ["126.00", "88.00"]


def test_plain_running_numbers_may_begin_anew_each_month() -> None:
    files = {
        f"finance/committee/2026-0{n}.yml": HEAD.replace("2026-03", f"2026-0{n}")
        + PAPER.replace("03-001", "1").replace("2026-03", f"2026-0{n}").replace("33914107", str(n))
        + REVIEWED
        for n in (3, 4)
    }
    assert "FIN008" not in codes(ledgers(files))
    dated = {k: v.replace("凭证: 1\n", "凭证: 2026-1\n") for k, v in files.items()}
    assert "FIN008" in codes(ledgers(dated))


def test_a_transfer_has_one_other_book() -> None:
    line = (
        "  - {凭证: 03-001, 日期: 2026-03-05, 类型: 转账, 金额: 9.00, 转出账户: bank, 转入账簿: party, 转出账簿: party, 摘要: 划转, 票据: 回单 1}\n"
    )
    assert "FIN016" in codes(march(line))
