"""Amounts, days and text as tables write them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.importing import cells
from mingbai.importing.mapping import Calendar, Order, Unit
from mingbai.importing.refusal import RefusedError
from mingbai.values.days import Month
from mingbai.values.money import grouped, plain


@pytest.mark.parametrize(
    "typed, fen",
    [
        ("2267540", 226754000),
        ("2,267,540", 226754000),
        ("$2,267,540", 226754000),
        ("NT$2,267,540", 226754000),
        ("￥12.5", 1250),
        ("１２３．４５元", 12345),
        ("12.50 元", 1250),
        ("-3.00", -300),
        ("−3.00", -300),
        ("(1,234.00)", -123400),
        ("+5", 500),
        ("0.10000", 10),
        ("0", 0),
    ],
)
def test_amounts(typed: str, fen: int) -> None:
    assert cells.amount(typed, Unit.YUAN) == fen


@pytest.mark.parametrize("typed, fen", [("6.75", 6750000), ("1,000", 1000000000), ("0.000001", 1)])
def test_amounts_in_ten_thousands(typed: str, fen: int) -> None:
    assert cells.amount(typed, Unit.WAN) == fen


@pytest.mark.parametrize(
    "typed, code",
    [
        ("支票", "IMP007"),
        ("1,2.5", "IMP007"),
        ("1e3", "IMP007"),
        ("NaN", "IMP007"),
        ("--1", "IMP007"),
        ("(5", "IMP007"),
        ("5)", "IMP007"),
        ("４٣", "IMP007"),
        ("1234567890123", "IMP007"),
        ("12.345", "IMP008"),
    ],
)
def test_what_is_no_amount(typed: str, code: str) -> None:
    assert _refused(cells.amount, typed, Unit.YUAN) == code


@given(st.integers(-(10**13), 10**13))
def test_what_we_print_is_read_back(fen: int) -> None:
    assert cells.amount(plain(fen), Unit.YUAN) == fen == cells.amount(grouped(fen), Unit.YUAN)


@pytest.mark.parametrize(
    "typed", ["2024-01-31", "2024/1/31", "2024.1.31", "2024年1月31日", "20240131", "２０２４-０１-３１", "2024-01-31 12:30:00", "2024-01-31T00:00:00"]
)
def test_days(typed: str) -> None:
    assert cells.day(typed, Calendar.GREGORIAN) == datetime.date(2024, 1, 31)


@pytest.mark.parametrize("typed", ["113/1/31", "113.01.31", "113-01-31", "1130131", "民國113年1月31日", "民国 113年1月31日"])
def test_days_of_the_republic(typed: str) -> None:
    assert cells.day(typed, Calendar.ROC) == datetime.date(2024, 1, 31)


@pytest.mark.parametrize(
    "typed, calendar",
    [
        ("113/1/31", Calendar.GREGORIAN),
        ("2024/1/31", Calendar.ROC),
        ("2024-02-30", Calendar.GREGORIAN),
        ("2024-01", Calendar.GREGORIAN),
        ("24-01-31", Calendar.GREGORIAN),
        ("昨天", Calendar.GREGORIAN),
        ("9999999/1/1", Calendar.GREGORIAN),
    ],
)
def test_what_is_no_day(typed: str, calendar: Calendar) -> None:
    assert _refused(cells.day, typed, calendar) == "IMP010"


@pytest.mark.parametrize(
    "typed", ["中華民國113年1月7日", "民國一一三年一月七日", "民国一百一十三年一月七日", "一一三年一月七日", "中华民国一一三年元月七日"]
)
def test_days_of_the_republic_in_words(typed: str) -> None:
    assert cells.day(typed, Calendar.ROC) == datetime.date(2024, 1, 7)
    assert _refused(cells.day, typed, Calendar.GREGORIAN) == "IMP010"


@pytest.mark.parametrize(
    "typed", ["二〇二六年三月五日", "2026年三月五日", "二○二六年三月五号", "贰零贰六年三月五日", "公元2026年3月5日", "46086.0", "46086.5", "46086"]
)
def test_days_in_words_and_serials_kept_as_text(typed: str) -> None:
    assert cells.day(typed, Calendar.GREGORIAN) == datetime.date(2026, 3, 5)


@pytest.mark.parametrize(
    "typed, day",
    [("一月七日", (2026, 1, 7)), ("元月7日", (2026, 1, 7)), ("0107", (2026, 1, 7)), ("十二月廿八", (2025, 12, 28)), ("1230", (2025, 12, 30))],
)
def test_days_without_a_year_take_it_from_the_period(typed: str, day: tuple[int, int, int]) -> None:
    assert cells.day(typed, Calendar.GREGORIAN, near=Month(2026, 3)) == datetime.date(*day)
    assert _refused(cells.day, typed, Calendar.GREGORIAN) == "IMP010"


def test_a_year_of_two_digits_is_read_where_the_period_or_the_map_says_it() -> None:
    for typed in ("26.3.5", "26/3/5", "26-03-05", "26年3月5日", "二六年三月五日"):
        assert _refused(cells.day, typed, Calendar.GREGORIAN) == "IMP010"
        assert cells.day(typed, Calendar.GREGORIAN, near=Month(2026, 3)) == datetime.date(2026, 3, 5)
        assert cells.day(typed, Calendar.GREGORIAN, two=True) == datetime.date(2026, 3, 5)


@pytest.mark.parametrize(
    "typed", ["25.3.5", "5.3.26", "2026", "1301", "100.5", "12.50", "三月三十二日", "三月百日", "元元年三月五日", "1234.5", "9.126", "126.00"]
)
def test_what_may_be_something_else_is_no_day_of_the_period(typed: str) -> None:
    assert _refused(lambda t: cells.day(t, Calendar.GREGORIAN, near=Month(2026, 3)), typed) == "IMP010"


@pytest.mark.parametrize("order", [Order.DAY_FIRST, Order.MONTH_FIRST])
def test_a_year_of_two_digits_stands_first_or_is_not_read(order: Order) -> None:
    assert _refused(lambda t: cells.day(t, Calendar.GREGORIAN, order, Month(2026, 3)), "26.3.5") == "IMP010"


@pytest.mark.parametrize(
    "typed, calendar",
    [
        ("2024-01", Calendar.GREGORIAN),
        ("202401", Calendar.GREGORIAN),
        ("2024年1月", Calendar.GREGORIAN),
        ("113-01", Calendar.ROC),
        ("11301", Calendar.ROC),
    ],
)
def test_months(typed: str, calendar: Calendar) -> None:
    assert cells.month(typed, calendar) == (2024, 1)


@pytest.mark.parametrize("typed", ["2018.1", "2018.10", "1", "2018-13", "113-01"])
def test_a_month_is_never_guessed(typed: str) -> None:
    assert _refused(cells.month, typed, Calendar.GREGORIAN) == "IMP011"


@pytest.mark.parametrize(
    "typed, code",
    [
        ("=1+1", "IMP013"),
        ("+86", "IMP013"),
        ("-", "IMP013"),
        ("@x", "IMP013"),
        ("＝1", "IMP013"),
        ("a\u200bb", "IMP014"),
        ("x" * 2001, "IMP014"),
    ],
)
def test_what_is_no_text(typed: str, code: str) -> None:
    assert _refused(cells.words, typed) == code


@pytest.mark.parametrize("typed", ["03 001", "3/1", "#1", "50%", "x" * 65])
def test_what_is_no_number(typed: str) -> None:
    assert _refused(cells.number, typed) == "IMP014"


def test_zeros_of_a_number_are_kept() -> None:
    assert cells.number("0012") == "0012"


def _refused(read: Any, *arguments: Any) -> str:
    with pytest.raises(RefusedError) as caught:
        read(*arguments)
    return str(caught.value.code.id)
