"""axe-core finds nothing against WCAG 2.2 AA, nor against its own good practice, on any sort of page.

Every sort is asked about in four combinations, in which every pair of 390 or 1280 px, large print or not, Chinese or English occurs, and each
of these with light and with dark. Only colours differ between light and dark; where axe is asked about them, every other sort is shown in
large print by day and in usual print by night. `make audit` asks every page of a sort in both ways, the home page, a month, a guide in all sixteen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import product
from typing import Any, Literal, get_args

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.test_pages import ENGLISH, UNMARKED, sorts
from tests.browser.visit import Visit
from tests.support.document import Document

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
ASKED: Any = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"], "selectors": False}
COLOURED_RULES = ("color-contrast", "link-in-text-block")
WITHOUT_COLOURS: Any = {**ASKED, "rules": {rule: {"enabled": False} for rule in COLOURED_RULES}}
COLOURS: Any = {"runOnly": [*COLOURED_RULES], "resultTypes": ["violations"], "selectors": False}
Combination = tuple[int, Literal["light", "dark"], bool]
"""Width of the window, colours, large print."""
CHINESE: tuple[Combination, ...] = ((390, "light", False), (1280, "dark", True))
IN_ENGLISH: tuple[Combination, ...] = ((390, "dark", True), (1280, "light", False))
OF_COLOURS: tuple[Combination, ...] = ((1280, "light", True), (390, "dark", False))
"""Large print by day, usual print by night."""
EVERY: tuple[Combination, ...] = tuple(product((390, 1280), get_args(Literal["light", "dark"]), (False, True)))
MAIN = ("", "finance/committee/2026/03/", "services/gaoling-jintie/")
AUDIT = os.environ.get("MINGBAI_AUDIT") == "1"
COLOURED, LARGEST = 6, 4
"""Of so many sorts axe is asked about the colours of one (that is nine tenths of its work, and `test_pages.py` measures every word and every link
of every sort), about the largest page of one."""


FOUND = """options => axe.run(document, options).then(said =>
  said.violations.map(v => `${v.id} ×${v.nodes.length}: ${v.nodes[0].html.slice(0, 120)}`))"""


def violations(window: Visit, options: Any = ASKED) -> list[str]:
    """What axe has against the open page: rule, how often, the first element."""
    if not window.measure("'axe' in window"):
        window.measure(AXE_SCRIPT)
    found: list[str] = window.page.evaluate(FOUND, options)
    return found


@pytest.mark.parametrize("english, combinations", [(False, CHINESE), (True, IN_ENGLISH)], ids=["chinese", "english"])
def test_axe_has_nothing_against_any_sort_of_page(
    visit: Open, pages: dict[str, Document], english: bool, combinations: tuple[Combination, ...]
) -> None:
    """The smallest page of a sort, for what axe takes grows with the page; the largest as well of some, of all by `make audit`."""
    of_a_sort = sorts({a: page for a, page in pages.items() if a.startswith(ENGLISH) == english})
    assert 40 <= len(of_a_sort) <= 140, of_a_sort
    window, poor = visit(390, 900), dict[str, list[str]]()
    for n, some in enumerate(of_a_sort):
        colours = AUDIT or (n % COLOURED == 0 and not english)
        asked = (*combinations, *OF_COLOURS) if AUDIT else OF_COLOURS if colours and n // COLOURED % 2 else combinations
        ask(window, some[0], asked, poor, colours=colours)
        if some[-1] != some[0] and (AUDIT or (n % LARGEST == 0 and not english)):
            ask(window, some[-1], asked if AUDIT else asked[:1], poor, colours=AUDIT)
    assert poor == {}


@pytest.mark.skipif(not AUDIT, reason="every combination of the main pages: make audit")
def test_axe_has_nothing_against_the_main_pages_in_any_combination(visit: Open) -> None:
    window, poor = visit(390, 900), dict[str, list[str]]()
    for address in MAIN:
        for language in ("", ENGLISH):
            ask(window, language + address, EVERY, poor, colours=True)
    assert poor == {}


def ask(window: Visit, address: str, combinations: Sequence[Combination], poor: dict[str, list[str]], colours: bool) -> None:
    """Opens a page once and asks about it in every combination."""
    page = window.go(address)
    for width, scheme, large in combinations:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        window.measure(f"document.getElementById('size-large').checked = {str(large).lower()}")
        if found := violations(window, ASKED if colours else WITHOUT_COLOURS):
            poor.setdefault(f"{address} {width} {scheme} {'large' if large else 'usual'}", []).extend(found)


def test_axe_is_asked_and_does_find_what_is_wrong(visit: Open) -> None:
    window = visit(390, 900)
    window.go("finance/funds/")
    window.measure("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button>')")
    found = " ".join(violations(window))
    assert "image-alt" in found
    assert "button-name" in found
    window.measure("document.querySelector('main h2').style.color = '#bbb'")
    assert "color-contrast" in " ".join(violations(window, COLOURS))
    assert "color-contrast" not in " ".join(violations(window, WITHOUT_COLOURS))
    window.measure(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p>这一段写了很多话，要看的请见<a href=\"#\">此处</a>，其余的在后面。</p>')"
    )
    window.measure("Object.assign(document.querySelector('main > p:last-child a').style, {color: '#235', textDecoration: 'none'})")
    assert "link-in-text-block" in " ".join(violations(window, COLOURS))
    assert window.measure(UNMARKED) == ["此处"]
