"""`mingbai serve` in Chromium: a mistake is saved and told in the page; it is mended, and the page shows the new figure where the reader was."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from mingbai.serving.preview import Told, Wish, run
from tests.browser.visit import Visit
from tests.support.building import AS_OF, small_community

MONTH = "finance/committee/2026/01/"
FIGURE = "预计金额: 400.00"

BEFORE_THE_HIDDEN = """
const top = document.getElementById('mingbai-serve').getBoundingClientRect().top
const links = [...document.querySelectorAll('main a')].filter((a) => a.offsetParent)
const hidden = links.findIndex((a) => a.getBoundingClientRect().top > top)
links[hidden - 1].focus({ preventScroll: true })
"""
"""Goes to the link before the first one that lies behind the panel."""


class Preview:
    """A preview in a thread, ended by the event that Ctrl-C would set."""

    def __init__(self, root: Path) -> None:
        self.ledger = root / "ledgers" / "finance" / "committee" / "2026-01.yml"
        self.ended = threading.Event()
        url: Queue[str] = Queue()
        told = Told(lambda address, _: url.put(address), lambda _: None, lambda _: None, lambda _: None)
        wish = Wish(root, "127.0.0.1", 0, lambda: AS_OF)
        self._thread = threading.Thread(target=run, args=(wish, told, self.ended), daemon=True)
        self._thread.start()
        self.url = url.get(timeout=30)

    def change(self, old: str, new: str) -> None:
        """Saves the month with other words in it."""
        text = self.ledger.read_text("utf-8")
        assert old in text
        self.ledger.write_text(text.replace(old, new), "utf-8")

    def end(self) -> None:
        """As Ctrl-C does."""
        self.ended.set()
        self._thread.join(60)
        assert not self._thread.is_alive()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small community; its site is made in a second."""
    return small_community(tmp_path / "community")


@pytest.fixture
def preview(root: Path) -> Iterator[Preview]:
    """Running while the test does."""
    preview = Preview(root)
    yield preview
    preview.end()


@pytest.fixture
def preview_server(preview: Preview) -> str:
    """Its address, for `visit`."""
    return preview.url


def test_a_mistake_is_told_in_the_page_and_the_mended_figure_comes_by_itself(
    preview: Preview, chromium: Browser, visit: Callable[..., Visit]
) -> None:
    waiting = chromium.new_page()
    waiting.goto(preview.url + MONTH)  # the first round is on its way: the page says so and becomes the site
    waiting.get_by_text("400.00").first.wait_for()
    waiting.close()

    window = visit(390, server="preview_server")
    page = window.go(MONTH)
    page.evaluate("scrollTo(0, 500)")
    preview.change(FIGURE, "预计金额: x400")
    panel = page.get_by_role("complementary", name="检查结果（只在预览里）")
    headline = panel.locator("summary").first
    headline.get_by_text("不能发布：1 处错误，1 处提醒").wait_for()

    assert "错误 SCH010" in panel.inner_text()
    assert "ledgers/finance/committee/2026-01.yml:37:11" in panel.inner_text()
    assert "怎么改：写成以元为单位的数字" in panel.inner_text()
    assert page.get_by_role("status").filter(has_text="不能发布").count() == 1
    assert page.get_by_text("400.00").count() > 0  # the old site stands
    assert window.measure("document.documentElement.scrollWidth") <= 390
    assert window.measure("scrollY") == 500
    assert Axe().run(page).response["violations"] == []

    headline.focus()
    page.keyboard.press("Enter")
    assert not panel.get_by_text("错误 SCH010").is_visible()
    page.reload()
    assert not panel.get_by_text("错误 SCH010").is_visible()  # folded it stays
    headline.focus()
    page.keyboard.press("Enter")
    assert panel.get_by_text("错误 SCH010").is_visible()

    page.evaluate(BEFORE_THE_HIDDEN)
    page.keyboard.press("Tab")
    assert window.measure("document.activeElement.closest('main') !== null")
    assert window.measure(
        "document.activeElement.getBoundingClientRect().bottom <= document.getElementById('mingbai-serve').getBoundingClientRect().top"
    )
    page.evaluate("scrollTo(0, 500)")
    with page.expect_navigation():  # by itself
        preview.change("预计金额: x400", "预计金额: 450.00")
    assert page.get_by_text("450.00").count() > 0
    assert page.get_by_text("400.00").count() == 0
    assert "不能发布" not in panel.inner_text()
    assert window.measure("scrollY") == 500
    page.goto("about:blank")


def test_where_the_first_round_fails_a_page_says_why_and_the_site_follows(root: Path, chromium: Browser) -> None:
    ledger = root / "ledgers" / "finance" / "committee" / "2026-01.yml"
    good = ledger.read_text("utf-8")
    ledger.write_text(good.replace(FIGURE, "预计金额: <b>400"), "utf-8")
    preview = Preview(root)
    page = chromium.new_page()
    page.goto(preview.url)
    page.get_by_text("不能发布：1 处错误，1 处提醒。还没有网页").last.wait_for()
    assert "“预计金额”不是金额：<b>400" in page.inner_text("main")

    ledger.write_text(good, "utf-8")
    page.get_by_role("banner").get_by_text("新河社区明白账").wait_for()
    page.route("**/.mingbai/state*", lambda route: route.abort())  # from the next question on nobody answers
    ledger.write_text(good + "\n", "utf-8")
    page.get_by_text("预览已经结束").wait_for()
    page.close()
    preview.end()
