"""One form for everything that means the same: widths, capitals, amounts, days."""

from __future__ import annotations

import pypinyin as pinyin
import pytest

from mingbai.searching.initials import letters
from mingbai.searching.questions import parts
from mingbai.searching.words import normal, runs, words
from tests.support.questions import MEANT, told
from tests.support.sweep import each


@pytest.mark.parametrize(
    "written",
    [
        "2026年1月5日",
        "2026年01月05日",
        "2026-01-05",
        "2026-1-5",
        "2026/1/5",
        "2026.01.05",
        "２０２６年１月５日",
        "二〇二六年一月五日",
        "二○二六年一月五日",
        "2026年1月5号",
        "2026 年 1 月 5 日",
    ],
)
def test_a_day_has_one_form(written: str) -> None:
    assert normal(written) == "2026年1月5日"


@pytest.mark.parametrize("written", ["5 January 2026", "05 january, 2026", "January 5, 2026", "January 5 2026"])
def test_a_day_in_english_has_the_same_form(written: str) -> None:
    assert normal(f"on {written}.") == "on 2026年1月5日."


@pytest.mark.parametrize("written", ["2026年1月", "2026-01", "2026/01", "2026年01月", "二〇二六年一月", "２０２６－０１"])
def test_a_month_has_one_form(written: str) -> None:
    assert normal(written) == "2026年1月"


@pytest.mark.parametrize(
    "said, figures", [("二〇二六年十月", "2026年10月"), ("二〇二六年十二月三十一日", "2026年12月31日"), ("二零二五年二月二十日", "2025年2月20日")]
)
def test_days_in_characters(said: str, figures: str) -> None:
    assert normal(said) == figures


@pytest.mark.parametrize("written", ["12,345.60", "12345.60", "12345.6", "１２，３４５．６０"])
def test_an_amount_has_one_form(written: str) -> None:
    assert normal(written) == "12345.6"


@pytest.mark.parametrize(
    "written, form",
    [
        ("1,234,567.00", "1234567"),
        ("0.50", "0.5"),
        ("2026.10", "2026.1"),  # an amount, no month
        ("HT-2026-001", "ht-2026-001"),
        ("1.0.5", "1.0.5"),
        ("2026/27", "2026/27"),
        ("收入 446.83 元，300 人", "收入446.83元、300人"),
        ("100，200户", "100、200户"),  # a list, no thousand
        ("张示例 李示例", "张示例 李示例"),
    ],
)
def test_what_only_looks_alike_stays(written: str, form: str) -> None:
    assert normal(written) == form


def test_marks_and_blanks_end_a_run() -> None:
    assert [words(run) for run in runs("社区居委会（V03）、财务 2026年")] == [list("社区居委会"), ["v03"], ["财", "务", "2026", "年"]]


@each("question, meant", MEANT)
def test_a_question_means_a_day_or_an_amount_in_any_form(question: str, meant: str) -> None:
    assert told(parts(question)) == meant


def test_a_question_is_what_stands_between_blanks_and_marks() -> None:
    assert parts("低保 楼道，电梯") == [[[["低", "保"]]], [[["楼", "道"], ["电", "梯"]]]]
    assert parts(" ，。 ") == []


@pytest.mark.parametrize(
    "written, form", [("二〇二六年三五月", "2026年三五月"), ("二〇二六年十十月", "2026年十十月"), ("二〇二六年三月五五日", "2026年3月五五日")]
)
def test_numerals_that_are_no_number_stay(written: str, form: str) -> None:
    assert normal(written) == form


def test_the_letters_of_sounds_are_those_of_pypinyin() -> None:
    for character in "财务公开居委会计行长重庆社区党组织服务群众专项经费公约办事指南楼门长差旅费还款单位参加":
        known = {str(r)[0] for r in pinyin.pinyin(character, style=pinyin.Style.NORMAL, heteronym=True)[0]}
        assert set(letters(character)) == known, character


def test_a_character_without_a_sound_has_no_letter() -> None:
    assert letters("a") == letters("。") == letters("") == ""
    assert (letters("行"), letters("会"), letters("重")) == ("hx", "hk", "ctz")
