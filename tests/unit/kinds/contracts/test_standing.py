"""What became of a contract: state, due, paid, owed, overdue; dates counted as the paper counts them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.kinds.contracts.records import Contract, Ending, Every, Flow, Instalment, Other, Price, Regular, Sort, State, When
from mingbai.kinds.contracts.register import settle, state
from mingbai.kinds.contracts.terms import Due, dues, last_day, periods, priced, total
from mingbai.values.measures import ONE
from tests.unit.kinds.contracts.ledger import LET, PAY, con, day, line, look, only

MONTHLY = "    起: 2026-01-01\n    止: 2026-12-31\n    定期:\n      周期: 月\n      时点: 先付\n      金额: 500.00\n"


def contract(start: str = "2026-01-01", end: str | None = "2026-12-31", **more: object) -> Contract:
    facts: dict[str, Any] = {"number": "1", "name": "x", "sort": Sort.LEASE, "other": "y", "other_kind": Other.FIRM, "subject": "z", "flow": Flow.IN}
    facts |= {"start": day(start), "end": day(end) if end else None, **more}
    return Contract.model_construct(**facts)


@pytest.mark.parametrize(
    "every, when, expected",
    [
        (Every.QUARTER, When.ADVANCE, ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"]),
        (Every.QUARTER, When.ARREARS, ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        (Every.HALF, When.ADVANCE, ["2026-01-01", "2026-07-01"]),
        (Every.YEAR, When.ARREARS, ["2026-12-31"]),
    ],
)
def test_regular_payments_fall_due_on_the_first_or_the_last_day_of_each_period(every: Every, when: When, expected: list[str]) -> None:
    regular = Regular.model_construct(every=every, when=when, amount=100)
    assert [str(d.day) for d in dues(contract(regular=regular), day("2026-02-01"))] == expected


def test_months_that_start_on_the_31st_end_with_the_month() -> None:
    regular = Regular.model_construct(every=Every.MONTH, when=When.ADVANCE, amount=100)
    one = contract("2026-01-31", "2026-04-29", regular=regular)
    assert periods(one, regular) is None or [str(d.day) for d in dues(one, day("2026-12-01"))][:2] == ["2026-01-31", "2026-02-28"]


def test_a_leap_year_is_twelve_months() -> None:
    regular = Regular.model_construct(every=Every.MONTH, when=When.ARREARS, amount=100)
    one = contract("2028-03-01", "2029-02-28", regular=regular)
    assert periods(one, regular) == 12
    assert total(one) == 1200


def test_a_broken_period_is_not_guessed() -> None:
    regular = Regular.model_construct(every=Every.MONTH, when=When.ADVANCE, amount=100)
    one = contract(end="2026-11-15", regular=regular)
    assert periods(one, regular) is None
    assert dues(one, day("2026-12-01")) == ()


def test_an_open_term_is_due_up_to_today() -> None:
    regular = Regular.model_construct(every=Every.MONTH, when=When.ADVANCE, amount=100)
    assert len(dues(contract(end=None, regular=regular), day("2026-03-01"))) == 3


def test_nothing_regular_falls_due_after_the_ending() -> None:
    regular = Regular.model_construct(every=Every.MONTH, when=When.ADVANCE, amount=100)
    ending = Ending.model_construct(day=day("2026-05-20"), reason="解除")
    assert len(dues(contract(regular=regular, ending=ending), day("2026-12-01"))) == 5


def test_area_times_rate_times_years() -> None:
    price = Price.model_construct(rate=620_00, unit="亩", every=Every.YEAR)
    assert priced(contract(end="2028-12-31", price=price, quantity=12 * ONE + 5000)) == 3 * 7750_00


def test_without_an_amount_the_plan_is_the_sum() -> None:
    plan = tuple(Instalment.model_construct(number=str(n), due=day("2026-05-01"), amount=n * 100) for n in (1, 2))
    assert total(contract(plan=plan)) == 300


@pytest.mark.parametrize(
    "when, expected",
    [("2025-12-31", State.WAITING), ("2026-01-01", State.RUNNING), ("2026-12-31", State.RUNNING), ("2027-01-01", State.EXPIRED)],
)
def test_the_state_follows_the_day(when: str, expected: State) -> None:
    assert state(contract(), day(when)) is expected


def test_an_ended_contract_is_ended_from_that_day() -> None:
    one = contract(ending=Ending.model_construct(day=day("2026-06-01"), reason="解除"))
    assert (state(one, day("2026-05-31")), state(one, day("2026-06-01"))) == (State.RUNNING, State.ENDED)


@given(st.lists(st.integers(1, 10**9), max_size=12), st.integers(-(10**9), 10**10))
def test_what_is_paid_is_laid_against_the_oldest_first_and_nothing_is_lost(amounts: list[int], paid: int) -> None:
    plan = tuple(Due(str(n), day("2026-01-01"), fen) for n, fen in enumerate(amounts))
    settled = settle(plan, paid, day("2026-02-01"))
    assert sum(s.paid for s in settled) == min(max(paid, 0), sum(amounts))
    opened = [s.left > 0 for s in settled]
    assert opened == sorted(opened)


def test_lines_refunds_and_deposits(tmp_path: Path) -> None:
    refund = line(4, "2026-03-09", "100.00", kind="退款", more="    原凭证: 03-001\n    原因: 多收\n")
    lines = line(1, "2026-03-02", "600.00") + line(2, "2026-03-03", "1000.00", "收仓库押金") + line(3, "2026-03-05", "900.00") + refund
    found = look(tmp_path, LET + MONTHLY, lines)
    s = only(found)
    assert (s.due_fen, s.paid_fen, s.owed, s.total) == (5500_00, 1400_00, 4100_00, 6000_00)
    assert [p.line.voucher for p in s.deposits] == ["03-002"]
    assert (str(s.late), s.late_days, s.overdue_fen) == ("2026-03-01", 254, 4100_00)
    assert con(found) == ["CON010"]


def test_days_of_grace_hold_back_the_warning(tmp_path: Path) -> None:
    plan = "    起: 2026-01-01\n    止: 2026-12-31\n    宽限: {}\n    分期:\n      - 期次: 1\n        到期日: 2026-11-01\n        金额: 10.00\n"
    assert con(look(tmp_path / "a", LET + plan.format(9))) == []
    assert con(look(tmp_path / "b", LET + plan.format(8))) == ["CON010"]


def test_a_change_moves_the_end_and_the_sum(tmp_path: Path) -> None:
    change = "    变更:\n      - 日期: 2026-06-01\n        内容: 延期并增加灯具\n        金额: 4500.00\n        止: 2026-12-31\n"
    s = only(look(tmp_path, PAY + "    金额: 4000.00\n    起: 2026-03-01\n    止: 2026-06-30\n" + change))
    assert (s.total, str(last_day(s.contract)), s.state) == (4500_00, "2026-12-31", State.RUNNING)


def test_other_kinds_see_the_outcome(tmp_path: Path) -> None:
    found = look(tmp_path, LET + MONTHLY)
    outcome = found.books.outcome(only(found).contract, None)
    assert outcome is not None
    assert (outcome.id, outcome.due, outcome.paid, outcome.overdue) == ("committee/HT-1", 5500_00, 0, 5500_00)
