"""Pages full of what attackers type, in the browser: nothing runs, nothing is asked for, nothing complains."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

PAGES = (
    *(f"finance/committee/2026/{month:02}/" for month in range(3, 9)),
    *("finance/", "meetings/decisions/", "meetings/2026-03-03-yishi/", "meetings/2026-03-08-yishi/", "pacts/", "pacts/hostile-3/v1/"),
    *("services/", "services/s1/", "services/s59/", "warnings/", ""),
)


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
