"""Days as the Civil Code counts them, on the calendar of the law pack; held against another count of holidays."""

from __future__ import annotations

import datetime

import chinese_calendar  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai import packs, pipeline
from mingbai.values.counting import Calendar, Due, ahead, kept_up, lasted
from mingbai.values.days import months_later

CALENDAR = packs.Law.of(pipeline.pack("cn-2026")).calendar
KNOWN = st.dates(datetime.date(2020, 1, 1), datetime.date(2026, 12, 31))


def on(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_holidays_are_known_from_2020_to_2026() -> None:
    assert sorted(CALENDAR.years) == list(range(2020, 2027))


def test_every_day_rests_as_another_library_says() -> None:
    days = [datetime.date(2020, 1, 1) + datetime.timedelta(days=n) for n in range(366 * 2 + 365 * 5)]
    assert days[-1] == on("2026-12-31")
    assert [d for d in days if CALENDAR.rests(d) != chinese_calendar.is_holiday(d)] == []


@pytest.mark.parametrize(
    "event, days, due",
    [
        ("2026-03-31", 15, "2026-04-15"),  # a quarter's end
        ("2026-09-16", 15, "2026-10-08"),  # ends on National Day: the first working day after the holiday
        ("2026-09-30", 1, "2026-10-08"),  # the eve of a holiday
        ("2026-02-04", 10, "2026-02-14"),  # a Saturday that is worked
        ("2026-02-05", 10, "2026-02-24"),  # the first day of Spring Festival
        ("2026-03-04", 10, "2026-03-16"),  # a Saturday
        ("2024-02-28", 1, "2024-02-29"),  # a leap year
        ("2025-12-31", 5, "2026-01-05"),  # over the year's end
        ("2026-03-01", 0, "2026-03-01"),  # Sunday: nothing is counted, nothing moves
    ],
)
def test_a_period_leaves_out_the_event_and_never_ends_on_a_day_of_rest(event: str, days: int, due: str) -> None:
    assert CALENDAR.within(on(event), days) == Due(on(due))


@pytest.mark.parametrize(
    "event, days, due",
    [
        ("2026-09-29", 3, "2026-10-09"),  # 30 September, then 8 and 9 October
        ("2026-10-09", 1, "2026-10-10"),  # a Saturday that is worked
        ("2026-03-13", 1, "2026-03-16"),
        ("2026-01-01", 20, "2026-01-29"),
    ],
)
def test_working_days(event: str, days: int, due: str) -> None:
    assert CALENDAR.within_working(on(event), days) == Due(on(due))


def test_a_year_without_a_calendar_counts_weekends_and_says_so() -> None:
    assert CALENDAR.within(on("2027-03-31"), 15) == Due(on("2027-04-15"), sure=False)
    assert CALENDAR.within(on("2026-12-25"), 10) == Due(on("2027-01-04"), sure=False)
    assert CALENDAR.within_working(on("2026-12-30"), 5) == Due(on("2027-01-06"), sure=False)
    assert Calendar().by(on("2026-10-01")) == Due(on("2026-10-01"), sure=False)


def test_a_notice_is_counted_backwards_and_never_moved() -> None:
    assert ahead(on("2026-10-11"), 10) == on("2026-10-01")
    assert ahead(on("2024-03-10"), 10) == on("2024-02-29")


def test_fifteen_days_on_the_board_are_fifteen_full_days() -> None:
    assert kept_up(on("2026-04-10"), 15) == on("2026-04-26")


@pytest.mark.parametrize(
    "first, last, days",
    [("2026-11-03", "2026-11-09", 6), ("2026-11-03", "2026-11-10", 7), ("2026-11-03", "2026-11-03", 0), ("2024-02-28", "2024-03-01", 2)],
)
def test_from_one_day_to_another_the_first_is_not_counted(first: str, last: str, days: int) -> None:
    """As a notice, so opinions on a pact, and so the board: the day before it may be taken down it has hung for its days."""
    assert lasted(on(first), on(last)) == days
    assert kept_up(on(first), days) - datetime.timedelta(1) == on(last)


@pytest.mark.parametrize("day, months, later", [("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-08-31", 6, "2027-02-28")])
def test_a_month_without_that_day_ends_at_its_last(day: str, months: int, later: str) -> None:
    assert months_later(on(day), months) == on(later)


@given(KNOWN, st.integers(1, 60))
def test_more_days_never_end_earlier_and_never_on_rest(event: datetime.date, days: int) -> None:
    due, next_ = CALENDAR.within(event, days).day, CALENDAR.within(event, days + 1).day
    assert event + datetime.timedelta(days=days) <= due <= next_
    assert not CALENDAR.rests(due)


@given(KNOWN, st.integers(1, 40))
def test_so_many_working_days_lie_between(event: datetime.date, days: int) -> None:
    due = CALENDAR.within_working(event, days).day
    between = [event + datetime.timedelta(days=n) for n in range(1, (due - event).days + 1)]
    assert sum(not CALENDAR.rests(d) for d in between) == days
    assert not CALENDAR.rests(due)
