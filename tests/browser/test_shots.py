"""Pictures of ten pages at two widths, to be looked at: `make shots` writes them into shots/."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.visit import Visit

FOLDER = os.environ.get("MINGBAI_SHOTS", "")

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not FOLDER, reason="make shots")]

PAGES = {
    "home": "",
    "finance": "finance/",
    "book": "finance/committee/",
    "month": "finance/committee/2026/03/",
    "funds": "finance/funds/",
    "disclosure": "disclosure/",
    "meeting": "meetings/2026-03-28-daibiao/",
    "guide": "services/gaoling-jintie/",
    "search": "search/?q=%E6%94%AF%E5%87%BA",
    "english": "en/",
}


@pytest.mark.parametrize("width, height", [(390, 844), (1280, 900)])
def test_ten_pages_are_pictured(visit: Callable[..., Visit], width: int, height: int) -> None:
    window = visit(width, height)
    folder = Path(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    for name, address in PAGES.items():
        page = window.go(address)
        page.wait_for_load_state("networkidle")
        file = folder / f"{name}-{width}.png"
        page.screenshot(path=file, full_page=True)
        assert file.stat().st_size > 20_000, name
