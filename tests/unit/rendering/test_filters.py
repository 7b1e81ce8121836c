"""Filters: what a template prints for money, days, addresses and plain text."""

from __future__ import annotations

import datetime

import pytest
from markupsafe import Markup

from mingbai.rendering.filters import anchor, day, lines, month, url, whole, yuan


@pytest.mark.parametrize(
    "fen, printed",
    [(0, "0.00"), (5, "0.05"), (-5, "−0.05"), (123450, "1,234.50"), (-170400, "−1,704.00"), (100000000, "1,000,000.00"), (None, "—")],
)
def test_yuan(fen: int | None, printed: str) -> None:
    assert yuan(fen) == printed


def test_days_and_months() -> None:
    assert day(datetime.date(2026, 3, 5)) == "2026年3月5日"
    assert month(datetime.date(2026, 3, 5)) == month("2026-03") == "2026年3月"
    assert day(None) == month(None) == "—"


@pytest.mark.parametrize(
    "address",
    ["https://a.cn/x?y#z", "/x", "#a", "?q=1", "tel:010-1", "mailto:a@b.cn", "../../x/", "./", "x/y.html", "data.csv", "中文/", "./a:b"],
)
def test_addresses_that_pass(address: str) -> None:
    assert url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "\x01javascript:x", "data:text/html,x",
        "vbscript:x", "http://a.cn", "//a.cn", "/\\a.cn", "\\\\a.cn", "file:///etc/passwd", "x:y/z", "a b", "", None,
    ],
)  # fmt: skip
def test_addresses_that_do_not(address: str | None) -> None:
    assert url(address) == "#"


def test_lines_keep_breaks_and_escape() -> None:
    assert lines("a<b\nc\r\n\r\n \n\nd & e\n") == Markup("<p>a&lt;b<br>\nc</p>\n<p>d &amp; e</p>")
    assert lines(None) == lines("") == ""


def test_anchors_are_ascii_stable_and_start_with_a_letter() -> None:
    assert anchor("Line 3") == "line-3"
    assert anchor("03-001") == "n-03-001"
    assert anchor("水电费") == anchor("水电费") != anchor("办公费")
    assert all(anchor(t).isascii() and anchor(t)[0].isalpha() for t in ("水电费", "a 水", "１", "", "—"))


def test_a_number_is_not_broken_at_its_hyphen_and_text_stays_text() -> None:
    told = whole("有疑问打 010-55550100 问，凭证 01-007、合同 HT-2026-01 <b>")
    assert told == (
        '有疑问打 <span class="nb">010-55550100</span> 问，凭证 <span class="nb">01-007</span>、合同 <span class="nb">HT-2026-01</span> &lt;b&gt;'
    )
    assert whole("没有-号码 <b>") == "没有-号码 <b>"  # escaped where it is printed
