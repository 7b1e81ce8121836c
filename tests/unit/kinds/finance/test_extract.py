"""The small extract of a year that a page's script adds up: complete in itself, in whole fen, with nothing that is not published."""

from __future__ import annotations

import json
from typing import Any

from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.statements.extract import extracts
from mingbai.kinds.finance.statements.ranges import began_with
from mingbai.rendering import small_json
from tests.unit.kinds.finance.ledger import HEAD, REVIEWED, march, view
from tests.unit.kinds.finance.ledger import ledgers as books_of

LINES = HEAD + (
    "  - 凭证: 03-001\n    日期: 2026-03-09\n    类型: 支出\n    金额: 300.00\n    资金: own\n    科目: 活动费\n    摘要: 讲课费\n"
    "    对方: 讲师\n    对方类别: 个人\n    票据: 收据 1\n"
    "  - 凭证: 03-002\n    日期: 2026-03-02\n    类型: 转账\n    金额: 50.00\n    转出账户: bank\n    转入账户: cash\n    摘要: 提现\n    票据: 银行回单 1\n"
)


def made(found: Any, book: str = "committee") -> dict[int, Any]:
    """The extracts as a script reads them."""
    shown = view(found).books
    every = extracts(shown, shown.derived(ledgers)[book], lambda what, one: f"{what}/{one}/")
    return {year: json.loads(small_json(value)) for year, value in every.items()}


def test_a_year_begins_with_what_the_one_before_left() -> None:
    second = LINES.replace("2026-03", "2027-01").replace("03-0", "01-0")
    found = books_of({"finance/committee/2026-03.yml": LINES + REVIEWED, "finance/committee/2027-01.yml": second})
    one, two = made(found)[2026], made(found)[2027]
    total = sum(one["opening"]["account"]) + sum(e[4] for _, _, entries in one["lines"] for e in entries)
    assert sum(two["opening"]["account"]) == sum(two["opening"]["fund"]) == total
    assert sum(one["opening"]["account"]) == began_with(found.books.derived(ledgers)["committee"]).total


def test_lines_stand_in_order_of_days_with_numbers_of_names() -> None:
    it = made(march(LINES.removeprefix(HEAD)))[2026]
    last = [line for line in it["lines"] if line[0].startswith("03")]
    assert [day for day, _, _ in last] == ["03-02", "03-09"]
    moved, paid = (entries for _, _, entries in last)
    assert [(column, it["account"][account][0], fund, category, fen) for column, account, fund, category, fen in moved] == [
        (2, "bank", -1, -1, -5000),
        (2, "cash", -1, -1, 5000),
    ]
    ((column, account, fund, category, fen),) = paid
    assert (column, it["account"][account][0], it["fund"][fund][0], it["category"][category], fen) == (
        1, "bank", "own", ["活动费", "活动费", "category/活动费/"], -30000,
    )  # fmt: skip
    assert it["counterpart"][last[1][1]][0] == "个人"


def test_what_a_script_could_not_hold_exactly_is_text() -> None:
    """
    Ninety-eight payments of 999,999,999,999.99 yuan: each fits, what is left of them at the year's end does not.
    """
    one = "  - 凭证: 03-{n:03}\n    日期: 2026-03-09\n    类型: 支出\n    金额: 999999999999.99\n    资金: own\n    科目: 活动费\n    摘要: 场地费\n    票据: 发票 {n}\n"
    huge = HEAD + "".join(one.format(n=n) for n in range(1, 99))
    found = books_of(
        {"finance/committee/2026-03.yml": huge, "finance/committee/2027-01.yml": LINES.replace("2026-03", "2027-01").replace("03-0", "01-0")}
    )
    one_year, next_year = made(found)[2026], made(found)[2027]
    assert one_year["lines"][-1][2][0][4] == -99_999_999_999_999
    left = next_year["opening"]["account"][0]
    assert isinstance(left, str)
    bank = [e[4] for _, _, entries in one_year["lines"] for e in entries if e[1] == 0]
    assert int(left) == one_year["opening"]["account"][0] + sum(bank) < -(2**53)


def test_names_of_people_and_what_was_bought_stay_out() -> None:
    text = json.dumps(made(march(LINES.removeprefix(HEAD))), ensure_ascii=False)
    assert "讲师" not in text
    assert "讲课费" not in text
    assert "文书" not in text
