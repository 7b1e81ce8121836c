"""What questions mean, in a browser: days and amounts in any form, and the script against the package."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mingbai.searching import Index
from mingbai.searching.questions import parts
from mingbai.searching.words import runs as python_runs
from mingbai.searching.words import words
from tests.browser.test_search import addresses, ask, count
from tests.browser.visit import Visit
from tests.support.document import Document
from tests.support.questions import MEANT, told
from tests.support.searching import Reader

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def test_a_month_in_any_form_is_that_month_beside_what_is_written(visit: Open) -> None:
    window = visit(390, 844)
    month = set(ask(window, "2026年3月"))
    assert month
    for written in ("2026.03", "202603", "2026/3", "２０２６．０３", "Mar 2026"):  # every other form: tests/support/questions.py
        found = ask(window, written)
        assert month <= set(found), written
        assert "finance/committee/2026/03/" in found[:12], written
        expect(window.page.locator("#search-said")).to_contain_text("写作“2026年3月”的也在内" if written not in ("2026/3", "Mar 2026") else "找到")


def test_a_day_in_any_form_is_that_day(visit: Open) -> None:
    window = visit(390, 844)
    day = set(ask(window, "2026年3月5日"))
    assert day
    for written in ("2026.3.5", "20260305", "2026年3月5号", "２０２６０３０５", "二〇二六年三月五日", "2026 3 5"):
        assert day <= set(ask(window, written)), written


def test_a_day_without_its_year_is_that_day_of_every_year(visit: Open) -> None:
    window = visit(1280, 900)
    day = set(ask(window, "2026年3月5日"))
    spoken = ask(window, "3月5日")
    assert day <= set(spoken)
    for written in ("三月五日", "3月5号", "3-5", "03-05"):
        assert set(spoken) <= set(ask(window, written)), written


def test_an_amount_is_found_with_its_sign_and_its_unit(visit: Open, pages: dict[str, Document]) -> None:
    window = visit(1280, 900)
    month = "finance/committee/2026/03/"
    amount = next(a for a in re.findall(r"(?<![\d,])\d,\d{3}\.\d0(?!\d)", pages[month].text))
    plain = ask(window, amount)
    assert month in plain
    for written in (f"¥{amount}", f"￥{amount[:-1]}", f"{amount}元", f"{amount.replace(',', '')} 元", amount.replace(",", "，")):
        assert month in ask(window, written), written
    page = window.go("search/?q=12.3万")
    expect(page.locator("#search-said")).not_to_be_empty()


WANTED = {
    "2026年9月 支出": "finance/committee/2026/09/",
    "2026-09 支出": "finance/committee/2026/09/",
    "2026年9月": "finance/committee/2026/09/",
    "202609": "finance/committee/2026/09/",
    "二〇二六年九月": "finance/committee/2026/09/",
    "09-012": "finance/committee/2026/09/",
    "2026年9月4日": "finance/committee/2026/09/",
    "2026-09-04": "finance/committee/2026/09/",
    "2026.9.4": "finance/committee/2026/09/",
    "2026/9/4": "finance/committee/2026/09/",
    "2026-09-15": "finance/committee/2026/09/",
    "26766.50": "finance/committee/2026/09/",
    "低保": "services/dibao/",
    "异议": "supervision/",
    "投诉": "supervision/",
    "举报": "supervision/",
}
IN_ENGLISH = {
    "September 2026": "finance/committee/2026/09/",
    "4 September 2026": "finance/committee/2026/09/",
    "September 4 2026": "finance/committee/2026/09/",
    "Sept 4, 2026": "finance/committee/2026/09/",
    "2026-09-04": "finance/committee/2026/09/",
    "09-012": "finance/committee/2026/09/",
    "objection": "supervision/",
    "complaint": "supervision/",
}


def test_what_residents_ask_for_stands_among_the_first_three(visit: Open) -> None:
    window = visit(390, 844)
    for base, wanted in (("", WANTED), ("en/", IN_ENGLISH)):
        for question, address in wanted.items():
            page = window.go(f"{base}search/?q={question}")
            count(page)
            found = addresses(page, window.home)
            assert base + address in found[:3], (question, found)


@pytest.mark.parametrize("base, question, marked", [("", "2026-09-04", "9月4日"), ("en/", "Sept 4, 2026", "4 September")])
def test_a_full_date_leads_to_its_row_of_the_month(visit: Open, base: str, question: str, marked: str) -> None:
    window = visit(390, 844)
    page = window.go(f"{base}search/?q={question}")
    count(page)
    first = page.locator(".found").first
    expect(first.locator(".found__text mark")).to_have_text(marked)
    first.locator(".found__line").click()
    page.wait_for_url("**/finance/committee/2026/09/#*")
    expect(page.locator(":target")).to_contain_text("09-003")


def test_how_to_object_is_not_found_on_pages_that_only_lead_there(visit: Open, pages: dict[str, Document]) -> None:
    window = visit(1280, 900)
    leading = {a for a, page in pages.items() if "怎样提异议" in page.text and not a.startswith("en/")}
    assert len(leading) > 200
    assert set(ask(window, "怎样提异议")) <= {"supervision/", ""}
    assert len(ask(window, "异议")) < 40


def test_the_browser_orders_pages_as_the_reader_of_the_tests_does(visit: Open, site: Path) -> None:
    """The files of the demonstration, read by both."""
    window = visit(1280, 900)
    for base, questions in (("", (*WANTED, "公约 养犬", "照明改造", "2026年3月5日 会议", "cwgk")), ("en/", tuple(IN_ENGLISH))):
        page = window.go(f"{base}search/")
        said = page.locator("#search")
        name = said.get_attribute("data-index") or ""
        files = {f.name: f.read_bytes() for f in (site / base / "search" / name).iterdir()}
        reader = Reader(Index(name, files, said.get_attribute("data-common") or ""))
        for question in questions:
            page = window.go(f"{base}search/?q={question}")
            count(page)
            shown = addresses(page, window.home)
            assert shown == [base + a for a in reader.ranked(question)[: len(shown)]], question


def test_the_browser_reads_text_as_the_builder_does(visit: Open) -> None:
    """The script's functions against those of the package."""
    draw = random.Random(11)
    letters = "社区居委会年月日号份元万一二三四五六七八九十〇零12345678900,，、.。-/ aBZ○Ａ１，٣한ཀéß¥"
    samples = ["".join(draw.choices(letters, k=draw.randint(1, 24))) for _ in range(3000)]
    near = "年月日号份元 ,、.-/–十一二三九0123456789万"
    samples += [
        draw.choice(("2026", "20260", "九月", "9月", "1,2", "sep ", "5 march ", "26年")) + "".join(draw.choices(near, k=draw.randint(1, 8)))
        for _ in range(2000)
    ]
    samples += [
        "二〇二六年三月五日",
        "2026-03-05",
        "2026.3",
        "12,345.60",
        "1.0.5",
        "１２，３４５．６０",
        "2026 年 3 月 5 日",
        "0.00",
        "𠀀字",
        "5 March 2026",
        "on 05 may",
        "may 2026.",
        "3 december 1234",
        "on september 5, 2026 and may 05 2026",
        *(question for question, _ in MEANT),
    ]
    window = visit(390, 844)
    window.go("search/")
    read = window.measure(f"{json.dumps(samples)}.map((t) => [asking.runs(t).map(asking.words), asking.parts(t)])")
    assert [t for t, (ours, asked) in zip(samples, read, strict=True) if ours != [words(r) for r in python_runs(t)] or asked != parts(t)] == []
    assert [q for q, meant in MEANT if told(read[samples.index(q)][1]) != meant] == []
