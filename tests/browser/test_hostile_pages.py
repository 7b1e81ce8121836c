"""Pages full of what attackers type, in the browser: nothing runs, nothing is asked for, nothing complains."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

PAGES = (
    *(f"finance/committee/2026/{month:02}/" for month in range(3, 9)),
    "finance/", "finance/committee/", "finance/committee/funds/own/", "meetings/", "meetings/decisions/",
    *(f"meetings/2026-03-{day:02}-yishi/" for day in range(3, 9)),
    "pacts/", "pacts/hostile-3/v1/", "pacts/hostile-4/", "services/", "services/s1/", "services/s20/", "services/s59/", "warnings/", "data/", "",
)  # fmt: skip


def test_no_dialog_no_error_and_no_request_on_hostile_pages(visit: Callable[..., Visit]) -> None:
    window = visit(1280, 900, server="hostile_server")

    for address in PAGES:
        page = window.go(address)
        assert window.measure(
            "[...document.scripts].every(s => s.src.startsWith(location.origin)) && document.querySelectorAll('main [onerror], main img').length == 0"
        )
        page.mouse.move(640, 450)
        page.keyboard.press("Tab")
    assert window.troubles == []
