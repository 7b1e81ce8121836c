"""Any stretch of days asked on the site: the figures of `mingbai report` to the fen, by finger, key and address; without a script plain words."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from playwright.sync_api import Page, expect

from mingbai import pipeline
from tests.browser.test_pages import CONTRAST, SIDEWAYS
from tests.browser.visit import Visit
from tests.support.building import AS_OF, REPOSITORY, mingbai_here

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
PAGE = "finance/committee/range/"
UNNAMED = {"account": "未写账户", "fund": "未分资金", "category": "未分科目", "project": "不属于项目", "counterpart": "未写明"}
STRETCHES = [("2026-01", "2026-10"), ("2026-03-10", "2026-04-20"), ("2026-07-01", "2026-07-01"), ("2025-06-30", "2026-02"), ("2026-09", "2027-12-31")]


_checked = cache(pipeline.check)
"""A community does not change between two questions."""


@cache
def report(root: Path, book: str, first: str, last: str, by: str) -> Any:
    """What the command says of a stretch."""
    more = ["--by", by] if by else []
    with patch.object(pipeline, "check", _checked):
        done = mingbai_here("-C", root, "--as-of", AS_OF.isoformat(), "report", "--book", book, "--from", first, "--to", last, "-f", "json", *more)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)["books"][0]


def answered(page: Page) -> str:
    """The sentence, once the lines have come."""
    expect(page.locator("#anytime-said")).to_contain_text(re.compile("共 [0-9]+ 笔"))
    return page.locator("#anytime-said").inner_text()


def plain(shown: str) -> str:
    """`−1,234.50` → `-1234.50`, `+500.00` → `500.00`."""
    return shown.replace(",", "").replace("−", "-").removeprefix("+")


def shown(page: Page) -> list[dict[str, str]]:
    """The rows of the table by the heads of their columns, the sum last."""
    heads = [re.sub("（元）", "", h) for h in page.locator("#anytime-result thead th").all_inner_texts()]
    rows = [row.locator("th, td").all_inner_texts() for row in page.locator("#anytime-result tbody tr").all()]
    return [dict(zip(heads, map(plain, row), strict=True)) for row in rows]


def said(one: dict[str, Any], by: str) -> dict[str, str]:
    """A part of the report as the page should show it."""
    heads = {"期初": "opening", "收入": "income", "支出": "expense", "账内转账": "moved", "期末": "closing"}
    return {"name": one["name"] or UNNAMED[by], **{head: one[key] for head, key in heads.items() if one[key] is not None}, "笔数": str(one["lines"])}


BOOKS = [("server", REPOSITORY, b) for b in ("committee", "party", "special")]
BOOKS += [("hexi_server", REPOSITORY / "examples" / "hexi", b) for b in ("committee", "collective", "levy")]


@pytest.mark.parametrize("turn, at, root, book", [(n, *one) for n, one in enumerate(BOOKS)], ids=[f"{s}-{b}" for s, _, b in BOOKS])
def test_every_sum_is_that_of_the_command(visit: Open, turn: int, at: str, root: Path, book: str) -> None:
    """Every stretch as a whole and by one thing, by turns; of one book by everything."""
    window = visit(1280, 900, "light", at)
    for n, (first, last) in enumerate(STRETCHES):
        for by in ("", *(UNNAMED if book == "special" else [[*UNNAMED][(n + turn) % len(UNNAMED)]])):
            page = window.go(f"finance/{book}/range/?from={first}&to={last}" + (f"&by={by}" if by else ""))
            sentence, wanted = answered(page), report(root, book, first, last, by)
            amounts = re.findall(r"(?:期初结余|收入|支出|期末结余) (\S+) 元", sentence)
            assert list(map(plain, amounts)) == [wanted[k] for k in ("opening", "income", "expense", "closing")], (first, last)
            assert f"共 {wanted['lines']} 笔" in sentence
            boxes = page.locator("#anytime-result .equation dd").all_inner_texts()
            assert list(map(plain, boxes)) == list(map(plain, amounts))
            if by and wanted["parts"]:
                rows, parts = shown(page), [said(p, by) for p in wanted["parts"]]
                kept = ["name", *list(rows[0])[1:]]
                assert [list(r.values()) for r in rows[:-1]] == [[p[k] for k in kept] for p in parts], (first, last, by)
                assert "账内转账" in kept or not any(p.get("账内转账", "0.00") != "0.00" for p in parts)
                assert [rows[-1]["收入"], rows[-1]["支出"]] == [wanted["income"], wanted["expense"]]


def test_the_form_asks_by_month_and_by_day_and_the_address_can_be_passed_on(visit: Open) -> None:
    window = visit(390, 844)
    page = window.go(PAGE)
    page.get_by_label("从哪个月").select_option("2026-03")
    page.get_by_label("到哪个月").select_option("2026-05")
    page.get_by_label("再按什么分").select_option("fund")
    page.get_by_role("button", name="算出来").press("Enter")
    months = answered(page)
    assert months.startswith("2026年3月1日至2026年5月31日：")
    assert window.address == f"{PAGE}?from=2026-03&to=2026-05&by=fund"
    expect(page.locator("#anytime-result caption")).to_have_text("2026年3月1日至2026年5月31日，按资金分")

    page.get_by_text("按日选").click()
    expect(page.get_by_label("从哪个月")).to_be_hidden()
    page.get_by_label("从哪一天").fill("2026-03-10")
    page.get_by_label("到哪一天").fill("2026-03-10")
    page.get_by_role("button", name="算出来").click()
    expect(page.locator("#anytime-said")).to_contain_text("2026年3月10日：")
    assert window.address == f"{PAGE}?from=2026-03-10&to=2026-03-10&by=fund"
    page.go_back()
    expect(page.locator("#anytime-said")).to_have_text(months)
    expect(page.get_by_label("从哪个月")).to_have_value("2026-03")


def test_lines_come_only_when_asked_and_once(visit: Open) -> None:
    window = visit(390, 844)
    asked: list[str] = []
    window.page.on("request", lambda r: asked.append(r.url) if r.url.endswith(".json") else None)
    page = window.go(PAGE)
    expect(page.get_by_role("button", name="算出来")).to_be_visible()
    assert asked == []
    for _ in range(2):
        page.get_by_role("button", name="算出来").click()
        answered(page)
    assert [url.removeprefix(window.home) for url in asked] == [f"{PAGE}2026.json"]


def test_what_cannot_be_answered_is_said(visit: Open) -> None:
    window = visit(390, 844)
    page = window.go(PAGE)
    status = page.locator("#anytime-said")
    page.get_by_label("从哪个月").select_option("2026-05")
    page.get_by_label("到哪个月").select_option("2026-03")
    page.get_by_role("button", name="算出来").click()
    expect(status).to_have_text("开始的日子在结束的日子之后，请调换过来。")
    expect(page.get_by_label("从哪个月")).to_be_focused()
    expect(page.get_by_label("从哪个月")).to_have_attribute("aria-invalid", "true")
    page.get_by_text("按日选").click()
    page.get_by_label("到哪一天").fill("")
    page.get_by_role("button", name="算出来").click()
    expect(status).to_have_text("请选好开始和结束的日子。")
    for wrong in ("from=2026-02-30&to=2026-03", "from=2026-01&to=soon", "by=%3Cb%3E", "from=2026-13"):
        expect(window.go(f"{PAGE}?{wrong}").locator("#anytime-said")).to_have_text("网址里的日子或者分法看不懂，请在上面重新选。")
    answered(window.go(f"{PAGE}?by=account"))
    window.go(f"{PAGE}?from=2026-10&to=2026-12")
    assert "账目到2026年10月31日，以后的还没有公布。" in answered(page)


def test_a_broken_network_is_said_and_can_be_tried_again(visit: Open) -> None:
    window = visit(390, 844)
    page = window.go(PAGE)
    page.route("**/2026.json", lambda route: route.abort())
    page.get_by_role("button", name="算出来").click()
    expect(page.locator("#anytime-said")).to_contain_text("账目没有取到")
    page.unroute("**/2026.json")
    page.get_by_role("button", name="算出来").click()
    answered(page)
    assert all("2026.json net::ERR_FAILED" in t or "ERR_FAILED" in t for t in window.troubles)
    window.troubles.clear()  # the failure was ours


def test_without_a_script_the_ready_periods_and_the_tables_are_there(visit: Open) -> None:
    window = visit(390, 844, java_script_enabled=False)
    page = window.go(PAGE)
    expect(page.locator("main")).to_contain_text("现在不能当场计算")
    assert page.locator("main form, main select, main button:visible").count() == 0
    for ready in ("2026年全年", "2026年上半年", "2026年第三季度", "2026年10月"):
        expect(page.locator("main").get_by_role("link", name=ready, exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="逐日收支 CSV")).to_be_visible()


@pytest.mark.parametrize("width, scheme, large", [(390, "light", True), (390, "dark", False), (320, "light", False), (1280, "dark", True)])
def test_the_answer_fits_every_screen_and_stands_out(visit: Open, width: int, scheme: str, large: bool) -> None:
    window = visit(width, 844, scheme)
    for by in ("account", "category"):
        page = window.go(f"{PAGE}?from=2026-01-05&to=2026-10-20&by={by}")
        answered(page)
        if large:
            page.get_by_label("大字版").check()
        assert window.measure(SIDEWAYS) == {"scroll": 0, "out": []}
        assert window.measure(CONTRAST) == []


def test_a_screen_reader_is_told_and_finds_a_real_table(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.go(f"{PAGE}?from=2026-03&to=2026-03&by=account")
    answered(page)
    expect(page.get_by_role("status")).to_contain_text("期末结余")
    table = page.get_by_role("table", name="2026年3月1日至2026年3月31日，按账户分")
    assert table.get_by_role("columnheader").count() == table.locator("thead th[scope=col]").count() >= 6
    assert table.get_by_role("rowheader").count() == table.locator("tbody tr").count()
    expect(page.get_by_role("form", name="任选日子")).to_be_visible()


def test_paper_shows_the_answer_and_not_the_form(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.go(f"{PAGE}?from=2026-03&to=2026-05&by=fund")
    answered(page)
    page.emulate_media(media="print")
    expect(page.locator("form.anytime")).to_be_hidden()
    expect(page.locator("#anytime-result table")).to_be_visible()
    assert window.measure("getComputedStyle(document.querySelector('#anytime-result tr')).display") == "table-row"


def test_the_page_is_small_and_statements_lead_to_it(site: Path, visit: Open) -> None:
    text = (site / PAGE / "index.html").read_text(encoding="utf-8")
    (script,) = re.findall(r'src="[./]*(assets/anytime\.[0-9a-f]{10}\.js)"', text)
    packed = sum(len(gzip.compress(data)) for data in (text.encode(), (site / script).read_bytes()))
    assert packed < 12_000, "the page and its script, compressed"
    window = visit(390, 844)
    for address in ("2026/03/", "2026/q1/", "2026/h1/", "2026/"):
        page = window.go(f"finance/committee/{address}")
        here = page.locator(".equation dd").all_inner_texts()
        page.get_by_role("link", name="自己选日子").click()
        answered(page)
        expect(page.locator("#anytime-result .equation dd").first).to_be_visible()
        assert page.locator("#anytime-result .equation dd").all_inner_texts() == here, address
