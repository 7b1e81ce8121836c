"""A paper is known again by its words, its number, or the last four digits on one day; party and amount must be the same."""

from __future__ import annotations

from typing import Any

import pytest

from mingbai.diagnostics import Diagnostic
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, ledgers
from tests.unit.kinds.finance.test_conduct import COMMUNITY, found, line


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
        ({"票据": "发票 ３３９１４１０７"}, True),  # full-width digits
        ({"票据": "发票 33914107", "对方": "某文具店 "}, True),
        ({"票据": "发票 33914107", "对方": "某 文具店"}, True),
        ({"票据": "发票 33914107", "对方": "某文具店（二）"}, False),
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


def test_brackets_of_either_width_are_the_same() -> None:
    papers = line(票据="发票 33914107", party="某文具店（一店）") + line("03-002", 票据="发票 33914107", party="某文具店 (一店)")
    assert "FIN019" in found(papers)


# --- over several books -----------------------------------------------------------------------------------------------

PARTY_FUND: dict[str, Any] = {"资金": "party-2026", "科目": "为民服务项目", "账户": None}


def books(committee: str, party: str, *, community: str = COMMUNITY) -> list[Diagnostic]:
    """The findings of paying twice or in parts, with these lines in March of two books."""
    files = {MARCH: HEAD + committee + REVIEWED, "finance/party/2026-03.yml": HEAD + party + REVIEWED, "community.yml": community}
    return [f for f in ledgers(files).findings if f.code.id in ("FIN019", "FIN059")]


def test_one_paper_paid_from_two_books_is_told_with_the_other_book() -> None:
    (told,) = books(
        line("03-002", amount="860.00", 票据="发票 33910001"), line("03-001", "2026-03-06", amount="860.00", 票据="发票 33910001", **PARTY_FUND)
    )
    assert (told.code.id, told.message("zh")) == ("FIN019", "与凭证 居委会账 03-002 的对方、金额、票据号都相同")
    assert told.place.path.endswith("finance/party/2026-03.yml")
    assert [p.path.endswith("finance/committee/2026-03.yml") for p in told.related] == [True]


def test_two_papers_of_two_books_are_two() -> None:
    assert books(line("03-002", 票据="发票 33910001"), line("03-001", 票据="发票 33910002", **PARTY_FUND)) == []


@pytest.mark.parametrize("body, split", [("社区党组织", False), ("居民委员会", True)])
def test_a_bill_in_parts_is_one_over_all_books_of_a_body(body: str, split: bool) -> None:
    """Who decides is the body: two books of one go round one meeting, each of two bodies has its own."""
    community = COMMUNITY.replace("主体: 社区党组织", f"主体: {body}")
    fund: dict[str, Any] = PARTY_FUND | {"科目": "活动费"}
    told = books(line("03-002", amount="6000.00"), line("03-001", "2026-03-06", amount="6000.00", party="某文具店 ", **fund), community=community)
    assert [f.code.id for f in told] == ["FIN059"] * split
