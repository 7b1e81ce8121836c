"""An appraisal and the meeting at which it was held; a year without any, also where there never was one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.base.community import laid_over
from tests.conftest import REPOSITORY

ROOT, VILLAGE = REPOSITORY / "ledgers", REPOSITORY / "examples/liuxi/ledgers"
FILE = "appraisals/2025.yml"


def told(root: Path, ledgers: Path, text: str | None, as_of: str = "2026-11-10") -> list[tuple[str, str]]:
    every = pipeline.check(laid_over(root, ledgers, files={FILE: text}, bare=True), datetime.date.fromisoformat(as_of)).findings
    return [(f.code.id, f.message("zh")) for f in every if f.code.id in ("APR007", "APR020", "APR021")]


def changed(ledgers: Path, before: str, after: str) -> str:
    text = (ledgers / FILE).read_text("utf-8")
    assert before in text
    return text.replace(before, after, 1)


@pytest.mark.parametrize(
    "ledgers, before, after, message",
    [
        (ROOT, "2026-01-16-daibiao", "2026-01-09-juweihui", "评议是在居委会会议（2026-01-09-juweihui）上做的，应当由居民会议、居民代表会议评"),
        (VILLAGE, "2026-01-22-cunmindaibiao", "2026-01-20-liangwei", ""),  # no such minutes: told as a broken reference
    ],
)
def test_residents_or_their_representatives_appraise(tmp_path: Path, ledgers: Path, before: str, after: str, message: str) -> None:
    assert told(tmp_path, ledgers, changed(ledgers, before, after)) == ([("APR020", message)] if message else [])


@pytest.mark.parametrize(
    "before, after, message",
    [
        ("实到: 52", "实到: 60", "“实到”是 60，2026-01-16-daibiao 的会议记录里是 52"),
        ("实到: 52", "实到: 53", "“实到”是 53，2026-01-16-daibiao 的会议记录里是 52"),
        ("实到: 52", "实到: 52", ""),
        ("应到: 61", "应到: 62", "“应到”是 62，2026-01-16-daibiao 的会议记录里是 61"),
        ("日期: 2026-01-16", "日期: 2026-01-17", "“日期”是 2026-01-17，2026-01-16-daibiao 的会议记录里是 2026-01-16"),
        ("会议: 2026-01-16-daibiao\n", "", ""),
    ],
)
def test_it_agrees_with_the_minutes(tmp_path: Path, before: str, after: str, message: str) -> None:
    assert told(tmp_path, ROOT, changed(ROOT, before, after)) == ([("APR021", message)] if message else [])


def test_some_may_have_left_before_the_ballot(tmp_path: Path) -> None:
    text = changed(ROOT, "实到: 52\n有效票: 51\n无效票: 1", "实到: 51\n有效票: 51\n无效票: 0")
    assert told(tmp_path, ROOT, text) == []


@pytest.mark.parametrize(
    "ledgers, as_of, years",
    [(ROOT, "2026-12-31", []), (ROOT, "2027-01-01", [2026]), (ROOT, "2028-12-31", [2026, 2027]), (VILLAGE, "2027-12-31", [2026])],
)
def test_a_year_without_an_appraisal_is_told_though_there_never_was_one(tmp_path: Path, ledgers: Path, as_of: str, years: list[int]) -> None:
    """The law of 2026 asks for one every year; what was before it is not asked."""
    assert told(tmp_path, ledgers, None, as_of) == [("APR007", f"{year} 年没有评议记录") for year in years]
