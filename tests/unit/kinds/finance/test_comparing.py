"""Beside the year before, by the class of the other party, and for one household."""

from __future__ import annotations

import pytest

from mingbai.kinds.community.records import Keeping
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.statements.comparing import Beside, Household, Party, parties, per_household
from tests.base.community import BASE
from tests.unit.kinds.finance.ledger import march

BOOK = type("B", (), {"keeping": Keeping.SINGLE})()


class Held:
    """Books that hold a community of so many households."""

    def __init__(self, households: int | None) -> None:
        self.population = type("P", (), {"households": households, "counted": None})()

    def the(self, _: type) -> Held:
        return self


@pytest.mark.parametrize("fen, households, each", [(100, 3, 33), (200, 3, 67), (1, 2, 1), (1, 3, 0), (7, 2, 4)])
def test_a_household_bears_its_share_rounded_half_up(fen: int, households: int, each: int) -> None:
    found = per_household(Held(households), BOOK, fen)  # type: ignore[arg-type]
    assert found == Household(fen, households, None, each)


@pytest.mark.parametrize("households", [None, 0])
def test_without_the_number_of_households_nothing_is_divided(households: int | None) -> None:
    assert per_household(Held(households), BOOK, 100) is None  # type: ignore[arg-type]


def test_what_a_collective_paid_is_not_divided_among_the_households() -> None:
    book = type("B", (), {"keeping": Keeping.DOUBLE})()
    assert per_household(Held(513), book, 262_472_50) is None  # type: ignore[arg-type]


def test_more_than_a_year_before_is_a_positive_difference() -> None:
    assert Beside("支出", 300, 500).difference == -200


def test_a_refund_counts_with_the_class_of_the_payment_it_takes_back() -> None:
    """
    03-001 支出 300，对方类别: 个人；03-002 退款 100，没有写对方类别：个人一共付了 200，没有“未写明”。
    """
    found = march(
        """  - 凭证: 03-001
    日期: 2026-03-02
    类型: 支出
    金额: 300.00
    资金: own
    科目: 活动费
    摘要: 讲课费
    对方: 讲师
    对方类别: 个人
    票据: 收据 1
  - 凭证: 03-002
    日期: 2026-03-09
    类型: 退款
    金额: 100.00
    原凭证: 03-001
    原因: 少讲一课
"""
    )
    ledger = found.books.derived(ledgers)["committee"]
    assert parties(ledger, [m for m in ledger.months if str(m.month) == "2026-03"]) == (Party("个人", 2, 0, 200_00),)


def paid(voucher: str, party: str, kind: str = "") -> str:
    said = f"    对方类别: {kind}\n" if kind else ""
    return (
        f"  - 凭证: {voucher}\n    日期: 2026-03-05\n    类型: 支出\n    金额: 100.00\n    资金: own\n    科目: 活动费\n    摘要: 购奖品 {voucher}\n"
        f"    对方: {party}\n{said}    票据: 发票 {voucher}\n"
    )


def test_a_party_has_the_class_under_which_the_book_names_it() -> None:
    """Named once as a firm it is one in every line; named with two classes it is neither, and its lines that say none are unsaid."""
    text = (
        paid("03-001", "甲店") + paid("03-002", "甲店", "单位") + paid("03-003", "乙") + paid("03-004", "乙", "单位") + paid("03-005", "乙", "个人")
    )
    ledger = march(text).books.derived(ledgers)["committee"]
    march_only = [m for m in ledger.months if str(m.month) == "2026-03"]
    assert {p.name: (p.lines, p.expense) for p in parties(ledger, march_only)} == {"单位": (3, 300_00), "个人": (1, 100_00), "未写明": (1, 100_00)}


@pytest.mark.parametrize("nature, name", [("财政专项", "政府部门"), ("公益金", "未写明")])
def test_who_grants_public_money_is_government(nature: str, name: str) -> None:
    community = (BASE / "ledgers/community.yml").read_text("utf-8").replace("性质: 财政专项", f"性质: {nature}", 1)
    community = community.replace("拨付单位: 示例街道办事处", "拨付单位: 示例区财政局")
    came = paid("03-001", "示例区财政局").replace("支出", "收入").replace("活动费", "补助收入")
    ledger = march(came, files={"community.yml": community}).books.derived(ledgers)["committee"]
    found = parties(ledger, [m for m in ledger.months if str(m.month) == "2026-03"])
    assert [p.name for p in found] == [name]
