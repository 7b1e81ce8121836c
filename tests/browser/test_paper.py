"""Pages on paper: what leads about the site is gone, where the page stands and how old it is is said, no table is cut."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import missing
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
PAGES = ["finance/committee/2026/03/", "services/gaoling-jintie/", "meetings/2026-03-28-daibiao/", "disclosure/u10/", "en/finance/committee/2026/03/"]
WIDTH = 673
"""Of an A4 sheet between its margins, in pixels of CSS."""

GONE = ".md-tabs, .md-menu, .md-skip, .md-toc, .md-path, .pager, .downloads, .onward, .md-tongue, .md-large, .md-scheme, .screen-only"
SHOWN = """selector => [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length).map(e => e.className)"""
CUT = """() => {
  const wide = document.documentElement.clientWidth
  return [...document.querySelectorAll('table, td, th, svg, pre, dd')].filter(e => {
    const box = e.getBoundingClientRect()
    return box.width > 1 && (box.right > wide + 1 || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'))
  }).map(e => e.outerHTML.slice(0, 120))
}"""


@pytest.fixture
def paper(visit: Open) -> Any:
    """A window as wide as an A4 sheet that shows pages as they are printed."""
    window = visit(WIDTH, 950)
    window.page.emulate_media(media="print")
    return window


@pytest.mark.parametrize("address", PAGES)
def test_on_paper_nothing_leads_anywhere_and_nothing_is_cut(paper: Visit, address: str) -> None:
    paper.go(address)

    assert paper.page.evaluate(SHOWN, GONE) == []
    assert paper.measure(CUT) == []
    assert paper.measure("() => getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


@pytest.mark.parametrize("address", PAGES)
def test_on_paper_a_page_says_where_it_stands_and_how_old_it_is(paper: Visit, address: str) -> None:
    paper.go(address)
    told = paper.page.locator("h1 + .print-only").inner_text()

    assert f"https://chunhe.example.org/{address}" in told
    assert "2026" in told
    paper.page.emulate_media(media="screen")
    assert not paper.page.locator("h1 + .print-only").is_visible()


def test_on_paper_states_are_told_without_grounds(paper: Visit) -> None:
    """Browsers leave grounds out: a state is black words in a frame with its shape, and what was not published has the stronger frame."""
    paper.go("disclosure/")
    told = """() => [...document.querySelectorAll('main .tag')].map(e => {
      const own = getComputedStyle(e), shape = getComputedStyle(e, '::before')
      return [e.className, own.color, parseFloat(own.borderTopWidth), shape.printColorAdjust]
    })"""
    found = paper.measure(told)

    assert {colour for _, colour, _, _ in found} == {"rgb(0, 0, 0)"}
    assert {adjust for _, _, _, adjust in found} == {"exact"}
    late = {frame for name, _, frame, _ in found if "tag--late" in name}
    others = {frame for name, _, frame, _ in found if "tag--ok" in name or "tag--wait" in name}
    assert others
    assert late
    assert min(late) > max(others) > 0.5


@pytest.mark.parametrize("address", ["", "projects/2026-bike-shed/"])
def test_on_paper_the_footer_is_never_alone_on_a_sheet(paper: Visit, address: str, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        missing("no pdftotext", "apt-get install poppler-utils")
    pdf = tmp_path / "page.pdf"
    paper.go(address).pdf(path=pdf, format="A4")
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True)
    last = done.stdout.decode().rstrip("\f").split("\f")[-1]

    assert "数据更新到" in re.sub(r"\s", "", last)


def test_on_paper_only_links_to_other_hosts_show_their_address(paper: Visit) -> None:
    paper.go("finance/committee/2026/03/")
    shown = """() => [...document.querySelectorAll('.md-content a')].filter(a => a.checkVisibility()).filter(a => getComputedStyle(a, '::after').content.includes('attr') ||
      getComputedStyle(a, '::after').content.includes(a.getAttribute('href'))).map(a => a.getAttribute('href'))"""
    assert paper.measure(shown) == []
    paper.page.evaluate(
        "() => document.querySelector('.md-content').insertAdjacentHTML('beforeend', '<a href=\"https://www.example.gov.cn/x\">x</a>')"
    )
    assert paper.measure(shown) == ["https://www.example.gov.cn/x"]


def test_paper_looks_the_same_whatever_the_size_of_letters_on_the_screen(paper: Visit) -> None:
    """Codes on the board lead to large print."""
    sizes = """() => [...document.querySelectorAll('main :is(p, td, th, dd, dt, li, .small)')].map(e => getComputedStyle(e).fontSize)"""
    paper.go("finance/committee/2026/03/")
    plain = paper.measure(sizes)
    paper.go("finance/committee/2026/03/?elder=1")

    assert paper.measure(sizes) == plain


def test_no_drawing_is_higher_than_a_sheet(paper: Visit) -> None:
    paper.go("finance/committee/budget/2026/")
    high = paper.measure("() => [...document.querySelectorAll('.chart')].map(e => e.getBoundingClientRect().height)")

    assert high
    assert max(high) < 950
