"""The pages of the demonstration in the browser: the smallest and the largest of each sort, at phone and desk width."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from pathlib import Path
from typing import Any, Literal

import pytest

from tests.browser.visit import Visit
from tests.support.document import Document

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
Look = tuple[tuple[int, int], Literal["light", "dark"]]
"""Width and height of a window, and its colours."""
ONE_OF_MANY = re.compile(
    r"(finance)/[a-z]+/|(search|funds|pacts|services/people|services/occasions|services|matters|category|admission|objections|appraisals|elections|commitments|notices|projects|handovers|data)/[a-z0-9-]+/|(meetings)/\d[\w-]*/|q?\d+"
)

ENGLISH = "en/"


def sort_of(address: str) -> str:
    """The address with what tells one of many apart left out."""
    return ONE_OF_MANY.sub(lambda m: f"{m[1] or m[2] or m[3] or ''}*", address)


def sorts(pages: dict[str, Document]) -> list[list[str]]:
    """The pages of every sort, the smallest first."""
    found: dict[str, list[str]] = {}
    for address in sorted(pages):
        if address != "404.html":
            found.setdefault(sort_of(address), []).append(address)
    return [sorted(addresses, key=lambda a: len(pages[a].text)) for addresses in found.values()]


def chosen(pages: dict[str, Document]) -> list[str]:
    """The smallest and the largest page of every sort."""
    return sorted({one for addresses in sorts(pages) for one in (addresses[0], addresses[-1])})


SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth, root = document.scrollingElement
  const out = [...document.querySelectorAll('main *')].filter(e => {
    const box = e.getBoundingClientRect()
    return box.right > wide + 1 && box.width > 1 && !e.closest('.sheet, pre, .vh') && getComputedStyle(e).position !== 'absolute'
  })
  return {scroll: Math.max(0, root.scrollWidth - wide), out: out.slice(0, 3).map(e => e.outerHTML.slice(0, 120))}
}"""


CONTRAST = """() => {
  const kept = (map, key, make) => { if (!map.has(key)) map.set(key, make(key)); return map.get(key) }
  const colours = new Map(), grounds = new Map()
  const parse = c => kept(colours, c, () => { const n = c.match(/[\\d.]+/g).map(Number); return {r: n[0], g: n[1], b: n[2], a: n[3] ?? 1} })
  const over = (top, low) => ({r: top.r * top.a + low.r * (1 - top.a), g: top.g * top.a + low.g * (1 - top.a), b: top.b * top.a + low.b * (1 - top.a), a: 1})
  const light = c => { const f = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b) }
  const ground = e => e ? kept(grounds, e, () => {
    const own = parse(getComputedStyle(e).backgroundColor)
    return own.a === 1 ? own : own.a ? over(own, ground(e.parentElement)) : ground(e.parentElement)
  }) : {r: 255, g: 255, b: 255, a: 1}
  const poor = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement
    if (!node.data.trim() || !e.checkVisibility({opacityProperty: true, visibilityProperty: true}) || e.closest('[aria-hidden=true], .vh')) continue
    const style = getComputedStyle(e), low = ground(e), ink = over(parse(style.color), low)
    const [a, b] = [light(ink), light(low)].sort((x, y) => y - x)
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700)
    const ratio = (a + 0.05) / (b + 0.05)
    if (ratio < (large ? 3 : 4.5)) poor.push([node.data.trim().slice(0, 30), style.color, Math.round(ratio * 100) / 100])
  }
  return poor.slice(0, 5)
}"""


UNMARKED = """[...document.querySelectorAll('main a[href]')].filter(a => {
  const said = [...a.parentElement.childNodes].some(n => n.nodeType === 3 && n.data.trim()), style = getComputedStyle(a)
  const drawn = [a, ...a.querySelectorAll('*')].some(e => getComputedStyle(e).textDecorationLine.includes('underline'))
  return said && style.display === 'inline' && a.checkVisibility() && a.innerText.trim() && !drawn && parseFloat(style.borderBottomWidth) === 0
}).map(a => a.innerText).slice(0, 3)"""
"""Links among words that only their colour tells from the words (WCAG 2.2 1.4.1)."""

LARGE = """() => {
  const box = document.getElementById('size-large')
  box.checked = true
  const wide = document.documentElement.scrollWidth
  box.checked = false
  return wide
}"""
PHONE, DESK = (390, 844), (1280, 900)
BOTH: tuple[Look, ...] = ((PHONE, "light"), (DESK, "dark"))


def test_every_sort_of_page_opens_in_peace_on_a_phone_by_day_and_at_a_desk_by_night(visit: Open, pages: dict[str, Document]) -> None:
    """No request to another host, no error (see Visit), nothing beyond the right edge, and every word stands out from its ground.

    The smallest page of a sort on a phone, the largest in both ways and in large print. The last is WCAG 2.2 1.4.3 on what is really painted: the ground of a word is taken from the boxes around it.
    """
    chinese = {a: page for a, page in pages.items() if not a.startswith(ENGLISH)}
    addresses = chosen(chinese)
    assert 25 <= len(addresses) <= 140, addresses
    largest = [some[-1] for some in sorts(chinese)]
    in_peace(visit(*PHONE), sorted({*addresses} - {*largest}), BOTH[:1])
    in_peace(visit(*PHONE), largest, BOTH, large=largest)


def test_every_sort_of_english_page_opens_in_peace_on_a_phone(visit: Open, pages: dict[str, Document]) -> None:
    """Words are longer there: the largest page of every sort once."""
    addresses = [addresses[-1] for addresses in sorts({a: page for a, page in pages.items() if a.startswith(ENGLISH)})]
    assert 25 <= len(addresses) <= 140, addresses
    in_peace(visit(*PHONE), addresses, BOTH[:1], narrowest=390, large=addresses)


def test_the_pages_of_a_collective_open_in_peace(visit: Open, hexi_pages: dict[str, Document]) -> None:
    """The same of what only the second demonstration has: accounts of the chart, statements, a levy, a distribution."""
    only = ("accounts/", "ledger/", "levies/", "distribution/", "resources/")
    addresses = [a for a in chosen(hexi_pages) if any(part in a for part in only)]
    assert 8 <= len(addresses) <= 30, addresses
    in_peace(visit(*PHONE, "dark", "hexi_server"), addresses, ((PHONE, "dark"), (DESK, "light")))


@pytest.mark.parametrize("name, fewest", [("hexi", 8), ("liuxi", 5)])
def test_what_only_the_other_demonstrations_have_opens_in_peace_on_a_phone(
    visit: Open, pages: dict[str, Document], name: str, fewest: int, request: pytest.FixtureRequest
) -> None:
    """A converted village with a collective, and a village: the largest page of every sort that the first has not, and the three largest of all."""
    others: dict[str, Document] = request.getfixturevalue(f"{name}_pages")
    known = {sort_of(address) for address in pages}
    largest = [some[-1] for some in sorts(others)]
    own = [address for address in largest if sort_of(address) not in known]
    assert fewest <= len(own) <= 40, own
    addresses = sorted({*own, *sorted(largest, key=lambda a: len(others[a].text))[-3:]})
    in_peace(visit(*PHONE, "light", f"{name}_server"), addresses, BOTH[:1], narrowest=390)


def in_peace(window: Visit, addresses: list[str], looks: Sequence[Look], narrowest: int = 320, large: Container[str] = ()) -> None:
    """Nothing reaches beyond the right edge, and every word stands out from its ground; each page is opened once and looked at in every way.

    Args:
        narrowest: the width to which a phone is narrowed.
        large: what must fit a phone in large print too (大字版).
    """
    sideways: dict[tuple[str, int], Any] = {}
    poor: dict[tuple[str, str], Any] = {}
    wide: dict[str, int] = {}
    for address in addresses:
        page = window.go(address)
        for (width, height), scheme in looks:
            page.emulate_media(color_scheme=scheme)
            for narrow in sorted({narrowest, width}) if width == 390 else (width,):
                page.set_viewport_size({"width": narrow, "height": height})
                if (found := window.measure(SIDEWAYS)) != {"scroll": 0, "out": []}:
                    sideways[address, narrow] = found
            if found := window.measure(CONTRAST):
                poor[address, scheme] = found
            if found := window.measure(UNMARKED):
                poor[address, "links"] = found
            if width == 390 and address in large and (found := window.measure(LARGE)) > 390:
                wide[address] = found
    assert sideways == {}
    assert poor == {}
    assert wide == {}


def test_the_large_print_that_is_measured_is_that_of_an_address(visit: Open) -> None:
    """The box that `in_peace` checks by itself makes the page as wide as `?elder=1` does, and the words as large."""
    window = visit(*PHONE)
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    window.go("finance/committee/2026/03/")
    window.measure("document.getElementById('size-large').checked = true")
    by_the_box = window.measure(f"[{size}, document.documentElement.scrollHeight]")
    window.go("finance/committee/2026/03/?elder=1")
    assert window.measure(f"[{size}, document.documentElement.scrollHeight]") == by_the_box


def test_large_type_does_not_break_the_phone_page(visit: Open) -> None:
    window = visit(390, 844)
    page = window.go("")
    page.get_by_label("大字版").check()

    for address in ("", "finance/committee/2026/03/", "finance/funds/", "meetings/decisions/", "services/gaoling-jintie/", "data/"):
        window.go(address)
        assert window.measure(SIDEWAYS) == {"scroll": 0, "out": []}, address


def test_an_unknown_address_is_answered_in_plain_words(visit: Open, site: Path) -> None:
    window = visit(390, 844)
    page = window.go("404.html")

    assert page.locator("h1").inner_text() == "没有找到这一页"
    page.locator("main").get_by_role("link", name="财务公开").click()
    assert window.address == "finance/"
