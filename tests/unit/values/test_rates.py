"""Rates are whole millionths; interest rounds once, at the end."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mingbai.values.rates import WHOLE, percent, rate, simple


@pytest.mark.parametrize("typed,value", [("4.35%", 43_500), ("４．３５％", 43_500), ("12 %", 120_000), ("0.0001%", 1), ("100%", WHOLE)])
def test_rates_as_people_type_them(typed: str, value: int) -> None:
    assert rate(typed) == value


@pytest.mark.parametrize("typed", ["0.0435", "4.35", "0%", "-4%", "4.35000%", "千分之四", "", "1e2%", None, 4])
def test_what_is_no_rate_is_refused(typed: object) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        rate(typed)
    assert refused.value.type == "SCH029"


@given(st.integers(1, 999 * WHOLE // 100))
def test_what_is_printed_is_read_again(value: int) -> None:
    assert rate(percent(value)) == value


@given(st.integers(0, 10**15), st.integers(1, WHOLE), st.sampled_from([360, 365]))
def test_interest_is_off_by_no_more_than_half_a_fen(fen_days: int, yearly: int, year: int) -> None:
    exact = Fraction(fen_days * yearly, year * WHOLE)
    assert abs(simple(fen_days, yearly, year) - exact) <= Fraction(1, 2)


def test_a_year_of_interest() -> None:
    assert simple(10_000_00 * 365, 43_500, 365) == 435_00
