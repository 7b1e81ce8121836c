"""What a record says of its own publication, the entry of the register for it, and the days of its item: decisions, appraisals, pacts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.base.community import laid_over
from tests.unit.kinds.disclosures.test_duties import EXAMPLES

MEETING = "meetings/2026/2026-04-16-cunmindaibiao.yml"
REGISTER = "disclosures/2026.yml"
LEDGERS = EXAMPLES / "liuxi/ledgers"
ENTRY = "  - 事项: V01\n    对象: 2026-04-16-cunmindaibiao/1\n    公布日: {}\n"


def told(root: Path, said: str | None, register: str | None = "2026-04-17") -> list[tuple[str, str, str]]:
    """What is found of the decision with this 决议公开, published on this day by the register; None: says nothing, is entered nowhere."""
    minutes, publications = (LEDGERS / MEETING).read_text("utf-8"), (LEDGERS / REGISTER).read_text("utf-8")
    line, before = "    决议公开: 2026-04-17\n", ENTRY.format("2026-04-17")
    assert line in minutes
    assert before in publications
    after = ENTRY.format(register) if register else before.replace("cunmindaibiao/1", "cunmindaibiao/9")
    files = {
        MEETING: minutes.replace(line, f"    决议公开: {said}\n" if said else ""),
        REGISTER: publications.replace(before, after),
    }
    found = pipeline.check(laid_over(root, LEDGERS, files=files, bare=True), datetime.date(2026, 11, 10)).findings
    return [
        (f.code.id, f.message("zh"), f.related[0].path if f.related else "")
        for f in found
        if f.code.id in ("DUE011", "DUE027", "DUE028") and ("路灯" in f.message("zh") or f.values.get("due") == datetime.date(2026, 4, 27))
    ]


@pytest.mark.parametrize("said", ["2026-05-30", "2026-04-28", "2026-04-18", "2026-04-16"])
def test_another_day_than_the_register_has_is_told_at_the_minutes_with_the_entry(tmp_path: Path, said: str) -> None:
    ((code, message, beside),) = told(tmp_path, said)
    assert code == "DUE027"
    assert message.endswith(f"写的是 {said} 公开，公开登记里“V01 村民会议、村民代表会议决定事项及实施”是 2026-04-17 公布")
    assert beside == "ledgers/disclosures/2026.yml"


@pytest.mark.parametrize("said", ["2026-04-17", None])
def test_the_same_day_or_none_is_good(tmp_path: Path, said: str | None) -> None:
    assert told(tmp_path, said) == []


def test_the_same_late_day_is_told_once_where_it_is_entered(tmp_path: Path) -> None:
    assert [code for code, *_ in told(tmp_path, "2026-04-28", "2026-04-28")] == ["DUE011"]


@pytest.mark.parametrize("said, late", [("2026-04-27", 0), ("2026-04-28", 1), ("2026-05-30", 33)])  # ten days, the end moved by a Sunday
def test_what_the_register_does_not_name_is_held_against_the_days_of_its_item(tmp_path: Path, said: str, late: int) -> None:
    found = told(tmp_path, said, None)
    by_minutes = [message for code, message, _ in found if code == "DUE028"]
    assert len(by_minutes) == bool(late)
    assert all("应当在 2026-04-27 前公布" in message and f"晚了 {late} 天" in message for message in by_minutes)


# --- appraisals and pacts ----------------------------------------------------------------------------------------------

ROOT = EXAMPLES.parent / "ledgers"
APPRAISAL, PACT = "appraisals/2025.yml", "pacts/wenming-yangquan.yml"


def found(root: Path, path: str, line: str, instead: str, register: str | None = None) -> list[tuple[str, str]]:
    """What is found of a record of 春和 in which this stands in place of a line, and in the register only what is kept of it."""
    text, publications = (ROOT / path).read_text("utf-8"), (ROOT / REGISTER).read_text("utf-8")
    assert line in text
    files = {path: text.replace(line, instead), REGISTER: publications.replace("    对象: 2025\n", register) if register else publications}
    every = pipeline.check(laid_over(root, ROOT, files=files, bare=True), datetime.date(2026, 11, 10)).findings
    return [(f.code.id, f.message("zh")) for f in every if f.code.id in ("DUE027", "DUE028", "APR006")]


@pytest.mark.parametrize("said, wanted", [("2026-01-20", 1), ("2026-01-23", 0), ("2026-02-20", 1)])
def test_an_appraisal_and_the_register_agree(tmp_path: Path, said: str, wanted: int) -> None:
    told = f"“2025 年民主评议”写的是 {said} 公开，公开登记里“U29 民主评议结果”是 2026-01-23 公布"
    assert found(tmp_path, APPRAISAL, "公布日: 2026-01-23", f"公布日: {said}") == [("DUE027", told)] * wanted


def test_an_appraisal_that_the_register_names_was_published(tmp_path: Path) -> None:
    assert found(tmp_path, APPRAISAL, "公布日: 2026-01-23\n", "") == []


@pytest.mark.parametrize("said, told", [("公布日: 2026-02-20\n", "2026-02-20 才公布"), ("", "还没有公布")])
def test_an_appraisal_that_no_entry_names_is_judged_by_its_own_word_and_once(tmp_path: Path, said: str, told: str) -> None:
    ((code, message),) = found(tmp_path, APPRAISAL, "公布日: 2026-01-23\n", said, register="    对象: 2024\n")
    assert code == "APR006"
    assert told in message


def test_every_version_of_a_pact_agrees_with_the_register(tmp_path: Path) -> None:
    ((code, message),) = found(tmp_path, PACT, "公布: 2026-09-29", "公布: 2026-09-26")
    assert code == "DUE027"
    assert "文明养犬公约第 3 版”写的是 2026-09-26 公开，公开登记里“U25" in message
