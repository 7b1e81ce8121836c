"""A paper is known again by its words, its number, or the last four digits on one day; party and amount must be the same."""

from __future__ import annotations

import pytest

from tests.unit.kinds.finance.test_conduct import found, line


@pytest.mark.parametrize(
    "second, twice",
    [
        ({"票据": "发票 33914107"}, True),
        ({"票据": "增值税发票33914107"}, True),  # called otherwise
        ({"票据": "[银行回单 1, 发票 33914107]"}, True),
        ({"票据": "发票 33914108"}, False),
        ({"票据": "发票 33914107", "金额": "100.01"}, False),
        ({"票据": "发票 33914107", "对方": "另一文具店"}, False),
        ({"票据": "发票"}, False),
    ],
)
def test_one_number_two_payments(second: dict[str, str], twice: bool) -> None:
    assert ("FIN019" in found(line(票据="发票 33914107") + line("03-002", "2026-03-06", **second))) == twice


@pytest.mark.parametrize("day, twice", [("2026-03-05", True), ("2026-03-06", False)])
def test_the_last_four_digits_count_on_one_day(day: str, twice: bool) -> None:
    assert ("FIN019" in found(line(票据="发票 4107") + line("03-002", day, 票据="收据 4107"))) == twice


def test_what_was_taken_back_is_not_paid_twice() -> None:
    reversal = "  - 凭证: 03-003\n    日期: 2026-03-10\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 重复\n    批准: 主任\n"
    assert "FIN019" not in found(line(票据="发票 33914107") + line("03-002", 票据="发票 33914107") + reversal)


def test_a_third_payment_is_told_of_the_first() -> None:
    assert found("".join(line(f"03-00{n}", 票据="发票 33914107") for n in (1, 2, 3))).count("FIN019") == 2
