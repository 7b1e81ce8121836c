"""axe-core finds nothing against WCAG 2.2 AA, nor against its own good practice, on any sort of page.

Five combinations, the fewest in which every pair of light or dark, 390 or 1280 px, large print or not, Chinese or English occurs;
every sort is asked about in one for Chinese and one for English, by `make audit` in all.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_pages import ENGLISH, sorts
from tests.browser.visit import Visit
from tests.support.document import Document

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
ASKED: Any = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
WITHOUT_COLOURS: Any = {**ASKED, "rules": {"color-contrast": {"enabled": False}}}
COLOURS: Any = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
COMBINATIONS = [
    pytest.param(390, "light", False, False, (0, 2), id="phone-light-usual-chinese"),
    pytest.param(390, "dark", True, True, (0, 3), id="phone-dark-large-english"),
    pytest.param(1280, "light", True, True, (1, 3), id="desk-light-large-english"),
    pytest.param(1280, "dark", False, True, (2, 3), id="desk-dark-usual-english"),
    pytest.param(1280, "dark", True, False, (1, 2), id="desk-dark-large-chinese"),
]


def violations(window: Visit, options: Any = ASKED) -> list[str]:
    """What axe has against the open page: rule, how often, the first element."""
    found = Axe().run(window.page, options=options).response["violations"]
    return [f"{v['id']} ×{len(v['nodes'])}: {v['nodes'][0]['html'][:120]}" for v in found]


@pytest.mark.parametrize("width, scheme, large, english, turn", COMBINATIONS)
def test_axe_has_nothing_against_any_sort_of_page(
    visit: Open, pages: dict[str, Document], width: int, scheme: str, large: bool, english: bool, turn: tuple[int, int]
) -> None:
    """The largest Chinese page of a sort, the smallest English one: what axe takes grows with the page.

    Colours are four fifths of its work and do not depend on the language. `test_pages.py` measures every word of the smallest and of the
    largest page of every sort, by day and by night; axe is asked for a second opinion on the smallest Chinese page of every third, by
    `make audit` on those of all.
    """
    of_a_sort = sorts({a: page for a, page in pages.items() if a.startswith(ENGLISH) == english})
    everything = os.environ.get("MINGBAI_AUDIT") == "1"
    if not everything:
        first, step = turn
        of_a_sort = of_a_sort[first::step]
    assert 12 <= len(of_a_sort) <= 140, of_a_sort
    asked = [(some[0 if english else -1], ASKED if everything else WITHOUT_COLOURS) for some in of_a_sort]
    if not english:
        asked += [(some[0], COLOURS) for some in (of_a_sort if everything else of_a_sort[::3])]
    window = visit(width, 900, scheme)
    window.go(f"?elder={int(large)}")
    poor: dict[str, list[str]] = {}
    for address, options in sorted(asked, key=lambda one: one[0]):
        if window.address != address:
            window.go(address)
        if found := violations(window, options):
            poor.setdefault(address, []).extend(found)
    assert poor == {}


def test_axe_is_asked_and_does_find_what_is_wrong(visit: Open) -> None:
    window = visit(390, 900)
    window.go("")
    window.measure("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button>')")
    found = " ".join(violations(window))
    assert "image-alt" in found
    assert "button-name" in found
    window.measure("document.querySelector('main h2').style.color = '#bbb'")
    assert "color-contrast" in " ".join(violations(window, COLOURS))
    assert "color-contrast" not in " ".join(violations(window, WITHOUT_COLOURS))
