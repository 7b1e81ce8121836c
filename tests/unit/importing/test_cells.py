"""Amounts, days and text as tables write them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.importing import cells
from mingbai.importing.mapping import Calendar, Unit
from mingbai.importing.refusal import RefusedError
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
