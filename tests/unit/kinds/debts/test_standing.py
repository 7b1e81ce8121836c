"""Balances, ages, interest: worked out of lines, to the fen and to the day."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai.kinds.debts.records import Nature, outstanding
from tests.unit.kinds.debts.ledger import dbt, debt, line, look, only

DECIDED = "    决议: 2026-03-28-daibiao/1\n"


def test_income_settles_a_claim(tmp_path: Path) -> None:
    found = look(tmp_path, debt(), line(1, "收入", "250.00") + line(2, "收入", "350.00", day="2026-03-20"))
    s = only(found)
    assert (s.settled, s.left, s.open) == (600_00, 0, False)
    assert dbt(found) == []


def test_spending_settles_a_debt(tmp_path: Path) -> None:
    assert only(look(tmp_path, debt("应付"), line(1, "支出", "250.00"))).left == 350_00


def test_refund_and_reversal_give_back(tmp_path: Path) -> None:
    refund = line(2, "退款", "100.00", more="    原凭证: 03-001\n    原因: 多收\n")
    reversal = line(3, "冲正", "", more="    冲正凭证: 03-004\n    原因: 记错\n    批准: 主任\n")
    found = look(tmp_path, debt(), line(1, "收入", "250.00") + refund + line(4, "收入", "50.00") + reversal)
    assert only(found).left == 450_00


def test_a_correction_moves_the_balance_by_its_difference(tmp_path: Path) -> None:
    correction = line(2, "更正", "280.00", more="    更正凭证: 03-001\n    原因: 少记\n    批准: 主任\n")
    assert only(look(tmp_path, debt(), line(1, "收入", "250.00") + correction)).left == 320_00


def test_what_was_settled_before_the_book_and_written_off_is_taken_off(tmp_path: Path) -> None:
    given_up = f"    核销:\n      - 日期: 2026-09-20\n        金额: 100.00\n        原因: 对方已注销\n    {DECIDED}"
    found = look(tmp_path, debt(day="2025-05-01", more="    启用前已结: 200.00\n" + given_up), line(1, "收入", "50.00"))
    assert (only(found).settled, only(found).written_off, only(found).left) == (50_00, 100_00, 250_00)
    assert dbt(found) == []


def test_a_deposit_is_paid_on_its_day_and_comes_back(tmp_path: Path) -> None:
    paid = line(1, "支出", "600.00", day="2026-03-02")
    back = line(2, "收入", "600.00", day="2026-03-30")
    found = look(tmp_path, debt(), paid + back)
    assert (only(found).left, dbt(found)) == (0, [])


def test_a_deposit_paid_on_another_day_goes_the_wrong_way(tmp_path: Path) -> None:
    assert dbt(look(tmp_path, debt(), line(1, "支出", "600.00", day="2026-03-05"))) == ["DBT016"]


def test_a_deposit_of_another_sum_is_pointed_out(tmp_path: Path) -> None:
    assert dbt(look(tmp_path, debt(), line(1, "支出", "500.00", day="2026-03-02"))) == ["DBT017"]


def test_a_loan_is_drawn_in_parts_and_interest_settles_no_principal(tmp_path: Path) -> None:
    from tests.base.community import BASE

    own = (BASE / "ledgers/community.yml").read_text("utf-8").replace("利息收入]", "利息收入, 利息支出]").encode()
    loan = debt("借入", "5000.00", "2026-03-02", "    到期日: 2027-03-01\n    利率: 3.65%\n")
    lines = (
        line(1, "收入", "2000.00", day="2026-03-02")
        + line(2, "收入", "3000.00", day="2026-03-03")
        + line(3, "支出", "10.00", category="利息支出", day="2026-03-12")
        + line(4, "支出", "1000.00", day="2026-03-12")
    )
    found = look(tmp_path, loan, lines, {"community.yml": own})
    s = only(found)
    assert (s.settled, s.interest, s.left) == (1000_00, 10_00, 4000_00)
    # 5,000 for ten days at 0.01 % a day, then 4,000 for 243 days to 10 November
    assert s.accrued == 5_00 + 97_20
    assert s.interest_left == 92_20
    assert dbt(found) == ["DBT018"]


def test_interest_in_a_share_is_told_apart_from_principal(tmp_path: Path) -> None:
    parts = "    债权债务: D-1\n    分摊:\n      - 科目: 补助收入\n        金额: 600.00\n      - 科目: 利息收入\n        金额: 12.00\n"
    one = line(1, "收入", "612.00", more=parts).replace("    科目: 补助收入\n    摘要", "    摘要")
    s = only(look(tmp_path, debt(), one))
    assert (s.settled, s.interest, s.left) == (600_00, 12_00, 0)


@pytest.mark.parametrize(
    "day,band", [("2026-11-10", 0), ("2025-11-10", 0), ("2025-11-09", 1), ("2024-11-10", 1), ("2024-11-09", 2), ("2023-11-10", 2), ("2023-11-09", 3)]
)
def test_bands_include_their_last_day(tmp_path: Path, day: str, band: int) -> None:
    assert only(look(tmp_path, debt(day=day))).band == band


def test_what_has_not_arisen_owes_nothing(tmp_path: Path) -> None:
    s = only(look(tmp_path, debt(day="2026-12-01", more="    到期日: 2026-12-31\n")))
    assert (s.left, s.late_days) == (0, 0)


def test_other_kinds_are_told_the_balance_of_any_day(tmp_path: Path) -> None:
    second = debt("借入", "900.00", "2026-02-01", "    决议: 2026-03-28-daibiao/1\n").replace("D-1", "D-2")
    books = look(tmp_path, debt() + second, line(1, "收入", "250.00")).books
    none = dict.fromkeys(Nature, 0)
    assert outstanding(books, "committee", datetime.date(2026, 3, 1)) == none | {Nature.BORROWED: 900_00}
    assert outstanding(books, "committee", datetime.date(2026, 3, 9)) == none | {Nature.RECEIVABLE: 600_00, Nature.BORROWED: 900_00}
    assert outstanding(books, "committee", datetime.date(2026, 3, 10)) == none | {Nature.RECEIVABLE: 350_00, Nature.BORROWED: 900_00}
    assert outstanding(books, "party", datetime.date(2026, 3, 10)) == none


def test_an_agreed_balance_is_that_of_its_day(tmp_path: Path) -> None:
    agreed = "    核对:\n      - 截止: 2026-03-09\n        余额: 600.00\n      - 截止: 2026-03-10\n        余额: 350.00\n"
    assert dbt(look(tmp_path / "a", debt(more=agreed), line(1, "收入", "250.00"))) == []
    assert dbt(look(tmp_path / "b", debt(more=agreed.replace("350.00", "350.01")), line(1, "收入", "250.00"))) == ["DBT004"]
