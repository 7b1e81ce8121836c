"""Pages full of what attackers type, in the browser: nothing runs, nothing is asked for, nothing complains."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.visit import Visit
from tests.support.hostile import pair

pytestmark = pytest.mark.browser

PAGES = (
    *(f"finance/committee/2026/{month:02}/" for month in range(3, 9)),
    *("finance/", "meetings/decisions/", "meetings/2026-03-03-yishi/", "meetings/2026-03-08-yishi/", "pacts/", "pacts/hostile-3/v1/"),
    *("services/", "services/s1/", "services/s59/", "warnings/", ""),
)


@pytest.fixture
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pair(tmp_path_factory).hostile


@pytest.fixture
def hostile_texts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What stands in the lines of the hostile site."""
    return pair(tmp_path_factory).accepted["finance"]


def test_no_dialog_no_error_and_no_request_on_hostile_pages(visit: Callable[..., Visit]) -> None:
    window = visit(1280, 900, server="hostile_server")

    for address in PAGES:
        page = window.go(address)
        assert window.measure(
            "[...document.scripts].every(s => s.src.startsWith(location.origin) || s.type === 'application/ld+json' && JSON.parse(s.text)) && document.querySelectorAll('main [onerror], main img').length == 0"
        )
        page.mouse.move(640, 450)
        page.keyboard.press("Tab")
    assert window.troubles == []


def test_the_same_texts_do_run_where_nothing_is_escaped(visit: Callable[..., Visit], hostile_texts: list[str]) -> None:
    """That nothing runs on our pages says something only because it runs here: the window does hear a dialog."""
    window = visit(1280, 900, server="hostile_server")
    window.page.set_content("".join(f"<div>{text}</div>" for text in hostile_texts if "<img" in text or "<svg" in text), wait_until="load")
    window.page.wait_for_timeout(500)
    heard = [trouble for trouble in window.troubles if "dialog" in trouble]
    window.troubles.clear()
    assert len(heard) > 3


def test_files_that_a_browser_shows_run_nothing(visit: Callable[..., Visit], hostile_site: Path) -> None:
    """The feed, the map of the site, every table and every file of data in which something looks like markup, and some of the others, as the browser shows them."""
    window = visit(1280, 900, server="hostile_server")
    files = [path for path in hostile_site.rglob("*") if path.suffix in (".xml", ".json")]
    marked = {path for path in files if path.suffix == ".xml" or re.search(rb"<|&|\\u003c|javascript:|data:", path.read_bytes(), re.IGNORECASE)}
    assert len(marked) > 6
    others = sorted(path for path in files if path not in marked)  # hundreds of parts of the index, which holds no marks
    shown = sorted(path.relative_to(hostile_site).as_posix() for path in (*marked, *others[::10]))
    assert len(shown) > 20
    for address in shown:
        window.go(address)
    missing = [trouble for trouble in window.troubles if "404" in trouble]  # a file of data names no icon: the browser asks for favicon.ico
    heard = [trouble for trouble in window.troubles if trouble not in missing]
    window.troubles.clear()
    assert heard == []


def test_searching_for_what_attackers_type_runs_nothing_and_finds_the_page(visit: Callable[..., Visit], hostile_texts: list[str]) -> None:
    window = visit(390, 844, server="hostile_server")
    tried = [text for text in hostile_texts if any(sign in text for sign in ("<script", "<img", "<svg", "javascript:", "{{")) and len(text) <= 60]
    assert len(tried) > 20
    found = 0
    for text in tried[:40]:
        page = window.go("search/?q=" + quote(text))
        page.wait_for_function("document.querySelector('.search__said')?.textContent.trim()")
        found += page.locator("main ol a, main ul a").count() > 0
        assert window.measure("document.querySelectorAll('main [onerror], main [onload], main img, main script:not([src])').length") == 0, text
    assert found > 20
