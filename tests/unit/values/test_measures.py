"""Areas and quantities: exact, up to four decimals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mingbai.values.measures import ONE, decimal, measure, times


@pytest.mark.parametrize(
    "typed, value",
    [("12.35", 123500), ("3", 3 * ONE), ("0.0001", 1), ("1,234.5", 12345000), ("１２．５", 125000), (" 7 ", 7 * ONE), ("007", 7 * ONE)],
)
def test_what_people_type(typed: str, value: int) -> None:
    assert measure(typed) == value


@pytest.mark.parametrize("typed", ["0", "0.0", "-1", "1.23456", "12亩", "1e3", "", ".5", "5.", "1234567890", "1,23", None, 3, ["1"]])
def test_what_is_none(typed: object) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        measure(typed)
    assert refused.value.type == "SCH028"


@given(st.integers(1, 10**9 * ONE - 1))
def test_printed_and_read_again(value: int) -> None:
    assert measure(decimal(value)) == value


@pytest.mark.parametrize("rate, quantity, fen", [(620_00, 12 * ONE, 7440_00), (1, 5000, 1), (1, 4999, 0), (333, ONE // 3, 111)])
def test_rate_times_area_rounds_half_a_fen_up(rate: int, quantity: int, fen: int) -> None:
    assert times(rate, quantity) == fen
