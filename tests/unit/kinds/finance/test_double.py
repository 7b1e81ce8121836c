"""Double entry: what lines of a collective's book do to the accounts of the chart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingbai.kinds.finance.posting.double import turnovers
from tests.unit.kinds.finance.double import COMMUNITY, INCOME, checked, closing, codes, ledger

OPENING = {"101": 1_000_00, "102": 50_000_00, "11201": 3_000_00, "151": 200_000_00, "152": -40_000_00, "301": -200_000_00, "322": -14_000_00}
JOURNAL = "  - 凭证: {n}\n    日期: {day}\n    类型: 记账\n    摘要: {summary}\n    分录:\n{legs}"


def journal(n: str, *legs: str, day: str = "2026-01-20", summary: str = "计提折旧") -> str:
    return JOURNAL.format(n=n, day=day, summary=summary, legs="".join(f"      - {{科目: {leg}}}\n" for leg in legs))


def test_openings_are_those_of_accounts_and_chart(tmp_path: Path) -> None:
    found = checked(tmp_path, INCOME.format(n="01-001", day="2026-01-05", fen="500.00", account="501 经营收入"))
    assert codes(found) == []
    assert dict(ledger(found).months[0].opening) == OPENING


@pytest.mark.parametrize("words", ["501 经营收入", '"501"', "经营收入"])
def test_a_plain_line_posts_the_money_and_its_category(tmp_path: Path, words: str) -> None:
    found = checked(tmp_path, INCOME.format(n="01-001", day="2026-01-05", fen="500.00", account=words))
    assert codes(found) == []
    assert closing(found) == {**OPENING, "102": 50_500_00, "501": -500_00}
    assert ledger(found).months[0].booked[0].posted.category == "501 经营收入"


def test_a_claim_is_booked_and_collected(tmp_path: Path) -> None:
    lines = journal("01-001", "11202 鱼塘承包户, 借: 8000.00", "501 经营收入, 贷: 8000.00", summary="鱼塘承包费到期应收")
    lines += INCOME.format(n="01-002", day="2026-01-25", fen="6000.00", account="11202 鱼塘承包户")
    found = checked(tmp_path, lines)
    assert codes(found) == []
    assert closing(found) == {**OPENING, "102": 56_000_00, "11202": 2_000_00, "501": -8_000_00}
    month = ledger(found).ledger.months[0]
    assert (month.income, month.expense, month.closing.accounts["bank"]) == (6_000_00, 0, 56_000_00)


def test_one_line_over_several_accounts(tmp_path: Path) -> None:
    """收 1,060 元：租金 1,000，税 60; the side of the money may stand there or not."""
    line = "  - 凭证: 01-001\n    日期: 2026-01-05\n    类型: 收入\n    金额: 1060.00\n    摘要: 收铺面租金\n    对方: 某超市\n    票据: 发票 1\n    分录:\n"
    other = "      - {科目: 501 经营收入, 贷: 1000.00}\n      - {科目: 214 应交税费, 贷: 60.00}\n"
    for legs in (other, "      - {科目: 102 银行存款, 借: 1060.00}\n" + other):
        found = checked(tmp_path, line + legs)
        assert codes(found) == []
        assert closing(found) == {**OPENING, "102": 51_060_00, "214": -60_00, "501": -1_000_00}


def test_a_transfer_between_accounts_moves_between_cash_and_bank(tmp_path: Path) -> None:
    line = "  - {凭证: 01-001, 日期: 2026-01-05, 类型: 转账, 金额: 300.00, 转出账户: bank, 转入账户: cash, 摘要: 提现, 票据: 回单 1}\n"
    assert closing(checked(tmp_path, line)) == {**OPENING, "101": 1_300_00, "102": 49_700_00}


def test_a_journal_line_is_reversed_as_a_whole_and_cannot_be_refunded(tmp_path: Path) -> None:
    lines = journal("01-001", "513 管理费用, 借: 800.00", "152 累计折旧, 贷: 800.00")
    undo = "  - 凭证: 01-002\n    日期: 2026-01-25\n    类型: {kind}\n    {field}: 01-001\n    原因: 记错\n    批准: 社长\n"
    found = checked(tmp_path, lines + undo.format(kind="冲正", field="冲正凭证"))
    assert codes(found) == []
    assert closing(found) == OPENING
    corrected = checked(tmp_path, lines + undo.format(kind="更正", field="更正凭证").replace("原因", "摘要: 又记\n    原因"))
    assert codes(corrected) == ["FIN017"]


def test_a_correction_moves_a_category_of_the_chart(tmp_path: Path) -> None:
    lines = INCOME.format(n="01-001", day="2026-01-05", fen="500.00", account="501 经营收入")
    fix = "  - 凭证: 01-002\n    日期: 2026-01-25\n    类型: 更正\n    科目: 其他收入\n    更正凭证: 01-001\n    原因: 记错\n    批准: 社长\n"
    found = checked(tmp_path, lines + fix)
    assert codes(found) == []
    assert closing(found) == {**OPENING, "102": 50_500_00, "504": -500_00}


def test_the_trial_balance_adds_up_and_parents_are_the_sum_of_what_lies_below(tmp_path: Path) -> None:
    lines = journal("01-001", "11202 鱼塘承包户, 借: 8000.00", "501 经营收入, 贷: 8000.00")
    rows = {r.account.number: r for r in turnovers(ledger(checked(tmp_path, lines)).months)}
    assert (rows["112"].opening, rows["112"].debit, rows["112"].closing) == (3_000_00, 8_000_00, 11_000_00)
    top = [r for r in rows.values() if not r.account.parent]
    assert sum(r.opening for r in top) == sum(r.closing for r in top) == 0
    assert sum(r.debit for r in top) == sum(r.credit for r in top) == 8_000_00


def test_the_old_chart_goes_over_into_the_new_one(tmp_path: Path) -> None:
    """A book that began in 2023 under the chart of 2004: 202 应付款 and 502 经营支出 become 211 and 511."""
    old = COMMUNITY.replace("322 收益分配", "202 应付款").replace("11201 铺面承租户", '"11201"').replace("启用: {begins}", "启用: 2023-12-01")
    december = "  - {凭证: 12-001, 日期: 2023-12-05, 类型: 支出, 金额: 100.00, 科目: 502 经营支出, 摘要: 修水泵, 对方: 某五金店, 票据: 发票 7}\n"
    january = "  - {凭证: 01-001, 日期: 2024-01-05, 类型: 支出, 金额: 40.00, 科目: 502 经营支出, 摘要: 修水泵, 对方: 某五金店, 票据: 发票 8}\n"
    found = checked(tmp_path, months={"2023-12": december, "2024-01": january.replace("502 经营支出", "511 经营支出")}, community=old)
    assert [c for c in codes(found) if c != "DBE013"] == []
    assert closing(found) == {
        "101": 1_000_00,
        "102": 49_860_00,
        "11201": 3_000_00,
        "151": 200_000_00,
        "152": -40_000_00,
        "211": -14_000_00,
        "301": -200_000_00,
        "511": 140_00,
    }
    wrong = checked(tmp_path, months={"2023-12": december, "2024-01": january}, community=old)
    (told,) = (f for f in wrong.findings if f.code.id == "DBE002")
    assert "511 经营支出" in told.remedy("zh")


@pytest.mark.parametrize(
    "fields", ["类型: 收入, 金额: 5.00, 摘要: 收, 对方: 户, 票据: 收据 1", "类型: 支出, 金额: 5.00, 摘要: 付, 对方: 户, 票据: 发票 1"]
)
def test_in_double_entry_a_line_has_an_account_of_the_chart(tmp_path: Path, fields: str) -> None:
    found = checked(tmp_path, f"  - {{凭证: 01-001, 日期: 2026-01-05, {fields}}}\n")
    assert codes(found) == ["FIN015"]


ACCOUNTS = ["11201", "151", "211", "301", "322", "501", "511", "513"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["收入", "支出", "记账"]), st.sampled_from(ACCOUNTS), st.sampled_from(ACCOUNTS), st.integers(1, 10**9)), max_size=12
    )
)
def test_whatever_is_booked_debits_equal_credits_and_money_agrees(tmp_path: Path, drawn: list[tuple[str, str, str, int]]) -> None:
    lines = ""
    for n, (kind, one, other, fen) in enumerate(drawn, 1):
        amount = f"{fen // 100}.{fen % 100:02}"
        if kind == "记账":
            lines += journal(f"01-{n:03}", f'"{one}", 借: {amount}', f'"{other}", 贷: {amount}')
        else:
            lines += f'  - {{凭证: 01-{n:03}, 日期: 2026-01-05, 类型: {kind}, 金额: {amount}, 科目: "{one}", 摘要: 事, 对方: 户, 票据: 收据 {n}}}\n'
    found = checked(tmp_path, lines or "  []\n")
    month = ledger(found).months[0]
    assert sum(month.closing.values()) == 0
    assert month.closing["102"] == month.month.closing.accounts["bank"]
    assert month.closing["101"] == month.month.closing.accounts["cash"]
