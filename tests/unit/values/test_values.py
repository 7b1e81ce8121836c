"""Values as people type them: what is understood, what is refused and with which code."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from mingbai.values.clock import as_of
from mingbai.values.days import Month, day, moment
from mingbai.values.money import fen, grouped, plain, positive_fen
from mingbai.values.numbers import Threshold, count
from mingbai.values.terms import yes_no
from mingbai.values.text import Text
from mingbai.values.words import office_phone, web


def refusal(read: Callable[[Any], object], typed: object) -> str:
    with pytest.raises(PydanticCustomError) as refused:
        read(typed)
    return refused.value.type


@pytest.mark.parametrize(
    "typed, meant",
    [
        *(("1234.5", 123450), ("1,234.50", 123450), ("1234", 123400), ("0.05", 5), ("128.50", 12850), ("￥1234.50", 123450), ("¥ 1234.50", 123450)),
        *(
            ("１２３４．５０", 123450),
            ("１，２３４．５", 123450),
            ("1234.50元", 123450),
            ("0123", 12300),
            ("-1704.00", -170400),
            ("−3.20", -320),
            ("-0.00", 0),
        ),
        *((" 5 ", 500), ("999999999999.99", 99999999999999), ("12,345,678.90", 1234567890)),
    ],
)
def test_amounts_are_read_to_the_fen(typed: str, meant: int) -> None:
    assert fen(typed) == meant


@pytest.mark.parametrize(
    "typed, code",
    [
        *(
            ("1.005", "SCH011"),
            ("1.2万", "SCH012"),
            ("3千元", "SCH012"),
            ("约120", "SCH010"),
            ("", "SCH010"),
            ("1,23.00", "SCH010"),
            ("1_000", "SCH010"),
        ),
        *(
            ("1e5", "SCH010"),
            ("12:30", "SCH010"),
            ("1.234,50", "SCH010"),
            ("--1", "SCH010"),
            ("9999999999999.00", "SCH010"),
            ("٣٤", "SCH010"),
            ("NaN", "SCH010"),
        ),
        *(
            ("45300.20.1", "SCH010"),
            (".5", "SCH010"),
            ("5.", "SCH010"),
            (None, "SCH010"),
            (5, "SCH010"),
            (1.5, "SCH010"),
            (True, "SCH010"),
            (["1"], "SCH010"),
        ),
    ],
)
def test_what_is_no_amount_is_refused(typed: object, code: str) -> None:
    assert refusal(fen, typed) == code


@pytest.mark.parametrize("typed", ["0", "0.00", "-1.00"])
def test_a_lines_amount_is_above_zero(typed: str) -> None:
    assert refusal(positive_fen, typed) == "SCH013"


def test_amounts_are_printed_plainly_and_for_people() -> None:
    assert [plain(n) for n in (0, 5, -5, 123450, -170400)] == ["0.00", "0.05", "-0.05", "1234.50", "-1704.00"]
    assert [grouped(n) for n in (0, 99999, 123456789, -123456789)] == ["0.00", "999.99", "1,234,567.89", "-1,234,567.89"]


@pytest.mark.parametrize(
    "typed", ["2026-03-05", "2026年3月5日", "2026年03月05号", "2026.3.5", "2026/3/5", "2026/03/05", "２０２６－０３－０５", " 2026-03-05 "]
)
def test_days_as_people_write_them(typed: str) -> None:
    assert day(typed) == datetime.date(2026, 3, 5)


@pytest.mark.parametrize(
    "typed, code",
    [
        *(
            ("2026-02-30", "SCH015"),
            ("2026年13月1日", "SCH015"),
            ("2026-3-5", "SCH014"),
            ("3月5日", "SCH014"),
            ("26-03-05", "SCH014"),
            ("2026-03", "SCH014"),
        ),
        *(("20260305", "SCH014"), ("", "SCH014"), ("2026-03/05", "SCH014"), (datetime.date(2026, 3, 5), "SCH014"), (None, "SCH014")),
    ],
)
def test_what_is_no_day_is_refused(typed: object, code: str) -> None:
    assert refusal(day, typed) == code


def test_months_and_what_follows_from_them() -> None:
    assert [Month.parse(t) for t in ("2026-03", "2026/3", "2026年3月", "２０２６-０３")] == [Month(2026, 3)] * 4
    december = Month(2026, 12)
    assert (str(december.next), december.quarter, december.first, december.last) == (
        "2027-01",
        4,
        datetime.date(2026, 12, 1),
        datetime.date(2026, 12, 31),
    )
    assert Month(2028, 2).last.day == 29
    assert [Month(2026, m).quarter for m in (1, 3, 4, 9, 10)] == [1, 1, 2, 3, 4]
    assert Month.of(datetime.date(2026, 3, 31)) == Month(2026, 3)


@pytest.mark.parametrize("typed", ["2018.10", "2018.1", "2026-13", "2026-0", "202603", "1900-01", "", None, 2026])
def test_a_month_with_a_dot_is_never_guessed(typed: object) -> None:
    assert refusal(Month.parse, typed) == "SCH018"


def test_moments_are_a_day_and_a_clock() -> None:
    assert moment("2026-03-05 14:30") == moment("2026年3月5日 14:30") == moment("2026-03-05T14:30") == datetime.datetime(2026, 3, 5, 14, 30)
    for typed in ("2026-03-05", "2026-03-05 24:00", "2026-03-05 下午", "14:30", None):
        assert refusal(moment, typed) in ("SCH019", "SCH014")
    assert refusal(moment, "2026-02-30 10:00") == "SCH015"


def test_counts_are_whole_and_plain() -> None:
    assert [count(t) for t in ("0", "7", "999999999")] == [0, 7, 999999999]
    for typed in ("", "-1", "07", "1,000", "17人", "1.0", "１", "9999999999", None, 3, True):
        assert refusal(count, typed) == "SCH017"


def test_thresholds_count_by_whole_numbers() -> None:
    two_thirds, more_than_half = Threshold.parse("至少 2/3"), Threshold.parse("more than 1/2")
    assert (two_thirds.met(40, 60), two_thirds.met(39, 60), two_thirds.least(61)) == (True, False, 41)
    assert (more_than_half.met(30, 60), more_than_half.met(31, 60), more_than_half.least(60), more_than_half.least(61)) == (False, True, 31, 31)
    for base in range(1, 40):
        for limit in (two_thirds, more_than_half):
            assert next(n for n in range(base + 1) if limit.met(n, base)) == limit.least(base)
    for typed in ("2/3", "过半数", "至少 3/2", "至少 0/3", "", None):
        assert refusal(Threshold.parse, typed) == "SCH020"


def test_yes_and_no_in_both_languages() -> None:
    assert [yes_no(t) for t in ("是", "否", "yes", "no", "true", "false")] == [True, False] * 3
    for typed in ("True", "on", "1", "", None, True):
        assert refusal(yes_no, typed) == "SCH016"


def test_office_telephones_are_landlines() -> None:
    for good in (
        "010-55550100",
        "12345",
        "400-800-8820",
        "010-55550100、010-55550101",
        "(010) 55550100",
        "（010）55550100",
        "010-55550100转8001",
        "0512-58123456/58123457",
    ):
        assert office_phone(good) == good
    for typed in ("13800138000", "138 0013 8000", "总机转 8", "", "12", "13800138000转1", "010-55550100、13800138000", None):
        assert refusal(office_phone, typed) == "SCH021"


def test_addresses_are_https_and_harmless() -> None:
    assert web("https://xinhe.example.org/") == "https://xinhe.example.org/"
    for typed in (
        "http://a.example.org",
        "https://a@b.example.org",
        "https://",
        "javascript:alert(1)",
        'https://a.example.org/"',
        "https://a b.example",
        "",
        None,
    ):
        assert refusal(web, typed) == "SCH022"


def test_text_is_said_in_its_language_with_its_values() -> None:
    text = Text("“{what}”有 {names}：{month}", "“{what}” has {names}: {month}")
    values: dict[str, object] = {"what": Text("资金", "fund"), "names": ("甲", Text("乙", "B")), "month": Month(2026, 3)}
    assert text.say("zh", **values) == "“资金”有 甲、乙：2026-03"
    assert text.say("en", **values) == "“fund” has 甲, B: 2026-03"
    assert Text("{", "{").say("zh") == "{"


def test_the_day_of_a_run_comes_from_the_environment_in_shanghai() -> None:
    assert as_of({"MINGBAI_AS_OF": "2026-11-10", "SOURCE_DATE_EPOCH": "0"}) == datetime.date(2026, 11, 10)
    assert as_of({"SOURCE_DATE_EPOCH": "1794240000"}) == datetime.date(2026, 11, 10)
    assert as_of({"SOURCE_DATE_EPOCH": str(1794240000 - 8 * 3600 - 1)}) == datetime.date(2026, 11, 9)
    assert as_of({"MINGBAI_AS_OF": ""}) == datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    with pytest.raises(ValueError, match="gestern"):
        as_of({"MINGBAI_AS_OF": "gestern"})
