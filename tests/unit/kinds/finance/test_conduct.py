"""Conduct at its edges: what is just allowed, what is just too much, and what a local rule changes."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from mingbai.values.days import months_later
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, ledgers, march

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")


def line(
    voucher: str = "03-001", day: str = "2026-03-05", kind: str = "支出", amount: str = "100.00", party: str = "某文具店", **more: str | None
) -> str:
    """A line as the secretary writes it; None leaves a field out."""
    fields: dict[str, str | None] = {
        "凭证": voucher, "日期": day, "类型": kind, "金额": amount, "资金": "own", "科目": "活动费", "摘要": f"购奖品 {voucher}", "对方": party, "票据": f"发票 {voucher}"
    }  # fmt: skip
    written = [f"{k}: {v}" for k, v in (fields | more).items() if v is not None]
    return "  - " + "\n    ".join(written) + "\n"


def income(voucher: str, day: str, amount: str, **more: str | None) -> str:
    return line(voucher, day, "收入", amount, "示例回收站", 科目="利息收入", 票据="统一收据 12", 账户="cash", **more)


def banked(voucher: str, day: str, amount: str) -> str:
    ends: dict[str, Any] = {"资金": None, "科目": None, "对方": None, "转出账户": "cash", "转入账户": "bank"}
    return line(voucher, day, "转账", amount, **ends)


def found(lines: str, *, community: str = COMMUNITY) -> list[str]:
    return codes(march(lines, files={"community.yml": community}))


# --- cash -----------------------------------------------------------------------------------------------------------


def test_cash_banked_on_the_third_day_is_in_time() -> None:
    assert found(income("03-001", "2026-03-05", "300.00") + banked("03-002", "2026-03-08", "300.00")) == []
    assert found(income("03-001", "2026-03-05", "300.00") + banked("03-002", "2026-03-09", "300.00")) == ["FIN062"]


def test_cash_of_the_last_day_goes_to_the_bank_within_the_month() -> None:
    assert found(income("03-001", "2026-03-30", "300.00") + banked("03-002", "2026-03-31", "300.00")) == []
    assert found(income("03-001", "2026-03-31", "300.00")) == ["FIN062"]


def test_what_is_banked_in_part_is_late_for_the_rest() -> None:
    late = march(income("03-001", "2026-03-05", "300.00") + banked("03-002", "2026-03-06", "120.00"))
    assert [f.values["left"] for f in late.findings] == ["180.00"]


def test_paying_from_drawn_cash_is_no_spending_of_takings() -> None:
    """755.00 of drawn cash lie in the box: 755.00 may be spent while 300.00 wait for the bank, 755.01 may not."""
    rest = banked("03-003", "2026-03-07", "299.99")
    assert (
        found(
            income("03-001", "2026-03-05", "300.00")
            + line("03-002", "2026-03-06", amount="755.00", 账户="cash")
            + banked("03-003", "2026-03-07", "300.00")
        )
        == []
    )
    assert found(income("03-001", "2026-03-05", "300.00") + line("03-002", "2026-03-06", amount="755.01", 账户="cash") + rest) == ["FIN062", "FIN063"]


def test_a_box_below_zero_spends_no_takings_where_none_wait() -> None:
    assert found(line("03-001", amount="900.00", 账户="cash")) == ["FIN009"]


def test_the_cash_limit_is_inclusive_and_local() -> None:
    drawn: dict[str, Any] = {"资金": None, "科目": None, "对方": None, "转出账户": "bank", "转入账户": "cash"}
    assert found(line("03-001", kind="转账", amount="4245.00", **drawn)) == []
    assert found(line("03-001", kind="转账", amount="4245.01", **drawn)) == ["FIN061"]
    local = COMMUNITY + "标准:\n  - 编号: cash-limit\n    金额: 8000.00\n    来源: 示例街财〔2026〕3号\n"
    assert found(line("03-001", kind="转账", amount="4245.01", **drawn), community=local) == []


# --- splitting ------------------------------------------------------------------------------------------------------


def test_bills_a_week_apart_are_looked_at_together() -> None:
    first = line("03-001", "2026-03-02", amount="5000.00")
    assert "FIN059" in found(first + line("03-002", "2026-03-09", amount="5000.00"))
    assert "FIN059" not in found(first + line("03-002", "2026-03-10", amount="5000.00"))
    assert "FIN059" not in found(first + line("03-002", "2026-03-09", amount="4999.99"))


def test_a_decided_or_reversed_payment_is_not_split() -> None:
    first = line("03-001", "2026-03-02", amount="5000.00")
    decided = line("03-002", "2026-03-30", amount="5000.00", 决议="2026-03-28-daibiao/1")
    assert "FIN059" not in found(first.replace("2026-03-02", "2026-03-29") + decided)
    reversal = "  - 凭证: 03-003\n    日期: 2026-03-10\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 重复\n    批准: 主任\n"
    assert "FIN059" not in found(first + line("03-002", "2026-03-05", amount="5000.00") + reversal)


# --- signatures -----------------------------------------------------------------------------------------------------

TIER = "单据要求:\n  - 类型: 支出\n    金额起: 2000.00\n    审批人数: 2\n    效力: 地方规定\n"


@pytest.mark.parametrize(
    "amount, countersigned, said",
    [
        ("1999.99", None, []),
        ("2000.00", None, ["FIN058"]),
        ("2000.00", "副主任", []),
        ("2000.00", "文书", ["FIN058"]),  # the handler does not count
        ("2000.00", "审批人", ["FIN058"]),  # the approver under another of his offices
        ("2000.00", "[副主任, 监督委员会主任]", []),
    ],
)
def test_a_local_tier_asks_for_a_second_person(amount: str, countersigned: str | None, said: list[str]) -> None:
    assert found(line(amount=amount, 会签=countersigned), community=COMMUNITY + TIER) == said


def test_a_declared_relation_is_fine_where_the_officer_stands_aside() -> None:
    related = COMMUNITY.replace("角色: [副主任]", "关联单位: [示例便民店]\n    角色: [副主任]")
    assert found(line(party="示例便民店"), community=related) == ["FIN065"]
    assert found(line(party="示例便民店", 关联说明="副主任亲属经营，副主任回避"), community=related) == []
    assert found(line(party="示例便民店", 关联说明="副主任亲属经营", 会签="副主任"), community=related) == ["FIN065"]


def test_the_agency_may_keep_the_books() -> None:
    """A bookkeeper who neither handles money nor is cashier is what the law asks for."""
    kept = COMMUNITY.replace("监督委员会:", "  - 姓名: 孙示例\n    角色: [会计]\n监督委员会:")
    assert found(line(), community=kept) == []
    assert found(line(经办="会计"), community=kept) == ["FIN055"]


# --- papers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper, said", [("2026-01-05", []), ("2026-01-04", ["FIN066"]), ("2025-12-31", ["FIN066"])])
def test_papers_are_good_for_two_months_of_their_year(paper: str, said: list[str]) -> None:
    assert found(line(票据日期=paper)) == said


@pytest.mark.parametrize(
    "documents, said",
    [
        ("发票 2026-01-05 No.123", []),
        ("发票 2026-01-04 No.123", ["FIN066"]),
        ("发票 2025年12月31日 3391", ["FIN066"]),
        ("收据 2025.12.31", ["FIN066"]),
        ("[发票 2026-02-01, 火车票 2025-12-30]", ["FIN066"]),
        ("发票 2025-12-310 张", []),  # a number, no day
        ("发票 2025-13-01", []),
        ("发票 12月31日", []),  # of which year is not guessed
        ("租赁合同 2024-01-01", []),  # no paper that is reimbursed
        ("2025-12-31 的发票", []),  # what stands before is not known to be its day
    ],
)
def test_the_day_is_read_from_the_words_of_an_invoice(documents: str, said: list[str]) -> None:
    assert found(line(票据=documents)) == said


def test_a_day_that_is_typed_goes_before_one_in_words() -> None:
    assert found(line(票据="发票 2025-12-31", 票据日期="2026-03-01")) == []


def test_the_earliest_of_several_is_pointed_at() -> None:
    (told,) = march(line(票据="[发票 2026-02-01, 火车票 2025-12-30, 发票 2025-12-31]")).findings
    assert (told.code.id, told.values["paper"].isoformat(), told.place.item) == ("FIN066", "2025-12-30", 1)


def test_months_end_with_the_month() -> None:
    assert months_later(datetime.date(2025, 12, 31), 2) == datetime.date(2026, 2, 28)
    assert months_later(datetime.date(2023, 12, 31), 2) == datetime.date(2024, 2, 29)
    assert months_later(datetime.date(2026, 10, 15), 3) == datetime.date(2027, 1, 15)


def test_vouchers_of_an_open_month_may_still_have_gaps() -> None:
    lines = line("03-001") + line("03-003") + line("03-004")
    assert found(lines) == ["FIN068"]
    assert "FIN068" not in codes(march(lines, more=""))


def test_numbers_from_elsewhere_are_no_series() -> None:
    assert found(line("银-8801") + line("银-9644") + line("A-003")) == []


# --- a year ---------------------------------------------------------------------------------------------------------


def test_a_tenth_under_other_is_allowed() -> None:
    """The base spends 849.80: with 8,150.20 more the thousand under other is exactly a tenth, and a fen more is too much."""
    others = COMMUNITY.replace("志愿者补贴,", "志愿者补贴, 其他支出,")
    decided = {"决议": "2026-03-28-daibiao/1", "科目": "活动费"}
    rest = line("03-001", "2026-03-29", amount="8150.20", **decided)
    assert "FIN067" not in found(rest + line("03-002", "2026-03-30", amount="1000.00", 科目="其他支出"), community=others)
    assert "FIN067" in found(rest + line("03-002", "2026-03-30", amount="1000.01", 科目="其他支出"), community=others)


def test_a_carried_fund_is_spent_in_its_new_term() -> None:
    ended = COMMUNITY.replace("      止: 2026-12-31", "      止: 2026-02-28")
    spend = line(资金="office-2026", 科目="办公费")
    assert "FIN023" in found(spend, community=ended)
    carried = ended.replace(
        "    期初: 12000.00\n  - 编号: own",
        "    期初: 12000.00\n    结清:\n      日期: 2026-02-28\n      处理: 结转\n      延至: 2026-06-30\n      决议: 2026-03-28-daibiao/1\n  - 编号: own",
    )
    assert found(spend, community=carried) == []


def test_a_fund_that_was_given_back_is_settled() -> None:
    settled = COMMUNITY.replace(
        "    期初: 12000.00\n  - 编号: own", "    期初: 12000.00\n    结清:\n      日期: 2026-03-31\n      处理: 退回\n  - 编号: own"
    )
    back = line("03-001", "2026-03-31", amount="11150.20", 资金="office-2026", 科目="办公费", 决议="2026-03-28-daibiao/1")
    assert found(back, community=settled) == []


def test_head_and_review_of_the_month_are_those_of_the_base() -> None:
    assert codes(ledgers({MARCH: HEAD + line() + REVIEWED})) == []
