"""Periods as people name them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mingbai.values.periods import Period, since


@pytest.mark.parametrize(
    "typed, written, first, last",
    [
        ("2026", "2026", "2026-01-01", "2026-12-31"),
        ("2026年", "2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-H1", "2026-01-01", "2026-06-30"),
        ("2026年下半年", "2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-Q1", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026年第四季度", "2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026年2季度", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2026年3月", "2026-03", "2026-03-01", "2026-03-31"),
    ],
)
def test_what_is_understood(typed: str, written: str, first: str, last: str) -> None:
    period = Period.parse(typed)
    assert (str(period), str(period.first), str(period.last)) == (written, first, last)


@pytest.mark.parametrize("typed", ["2026-Q5", "2026-H3", "2026-13", "2026-00", "2026.1", "26-Q1", "2026-q1", "", "2026-Q", "1900", None, 2026])
def test_what_is_refused(typed: object) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        Period.parse(typed)
    assert refused.value.type == "SCH031"


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from([1, 3, 6, 12]))
def test_a_day_lies_in_its_period_and_what_is_written_reads_the_same(day: datetime.date, months: int) -> None:
    period = Period.of(day, months)
    assert period.first <= day <= period.last
    assert Period.parse(str(period)) == Period.parse(period.text.zh) == period
    assert period.next.first == period.last + datetime.timedelta(days=1)


def test_periods_follow_each_other_from_a_day_to_another() -> None:
    found = since(datetime.date(2025, 11, 3), 3, datetime.date(2026, 4, 1))
    assert [str(p) for p in found] == ["2025-Q4", "2026-Q1", "2026-Q2"]
    assert Period.parse("2026-H1").holds(Period.parse("2026-Q2"))
    assert not Period.parse("2026-Q1").holds(Period.parse("2026-H1"))
