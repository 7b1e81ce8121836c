"""Every chart of both demonstrations: readable on a phone, in the dark and on paper, told to those who cannot see it, beside its table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.visit import Visit
from tests.support.document import Document

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]

FAULTS = """() => {
  const faults = []
  const parse = c => { const n = c.match(/[\\d.]+/g).map(Number); return {r: n[0], g: n[1], b: n[2], a: n[3] ?? 1} }
  const light = c => { const f = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b) }
  const ratio = (a, b) => { const [x, y] = [light(parse(a)), light(parse(b))].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05) }
  for (const figure of document.querySelectorAll('figure.chart')) {
    const name = figure.querySelector('figcaption').textContent, say = what => faults.push(`${name}: ${what}`)
    const shown = [...figure.querySelectorAll('svg')].filter(s => getComputedStyle(s).display !== 'none')
    if (shown.length !== 1) { say(`${shown.length} drawings shown`); continue }
    const svg = shown[0], box = svg.getBoundingClientRect(), ground = getComputedStyle(figure).backgroundColor
    if (svg.getAttribute('role') !== 'img') say('no image to a screen reader')
    for (const id of svg.getAttribute('aria-labelledby').split(' ')) if (!document.getElementById(id)?.textContent.trim()) say(`nothing at ${id}`)
    if (svg.querySelector('desc').textContent.trim().length < 10) say('no sentence')
    let beside = figure
    while ((beside = beside.nextElementSibling) && !beside.matches('h2, figure')) if (beside.matches('.sheet, .pair, .rows') || beside.querySelector('table, dl')) break
    if (!beside || beside.matches('h2, figure')) say('no table beside it')
    const texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()])
    for (const [t, b] of texts) {
      if (b.left < box.left - 1 || b.right > box.right + 1 || b.top < box.top - 1 || b.bottom > box.bottom + 1) say(`cut: ${t.textContent}`)
      if (ratio(getComputedStyle(t).fill, ground) < 4.5) say(`pale words: ${t.textContent}`)
      if (b.height < 9) say(`tiny words: ${t.textContent}`)
      if (t.textContent.includes('…')) say(`shortened: ${t.textContent}`)
    }
    for (const [n, [t, a]] of texts.entries()) for (const [u, b] of texts.slice(n + 1))
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6) say(`overlap: ${t.textContent} / ${u.textContent}`)
    for (const drawn of svg.querySelectorAll('.chart__bar, .chart__line, .chart__dot, .chart__ribbon, .chart__frame, .chart__trunk')) {
      const style = getComputedStyle(drawn)
      const inks = [style.stroke, style.fill].filter(c => c.startsWith('rgb') && parse(c).a > 0)
      if (!inks.some(c => ratio(c, ground) >= 3)) say(`pale: ${drawn.getAttribute('class')}`)
    }
  }
  return faults
}"""


def with_charts(pages: dict[str, Document]) -> list[str]:
    """The last page of each sort and book that has a chart."""
    found: dict[str, list[str]] = {}
    for address, page in pages.items():
        if any("chart" in e.get("class").split() for e in page.all("figure")):
            found.setdefault("/".join(address.split("/")[:3]), []).append(address)
    return sorted(every[-1] for every in found.values())


@pytest.mark.parametrize(
    "at, made, looks",
    [
        ("server", "pages", [(390, "light", "screen"), (1280, "dark", "screen"), (720, "dark", "print")]),
        ("hexi_server", "hexi_pages", [(390, "dark", "screen"), (320, "light", "screen"), (1280, "light", "screen")]),
    ],
    ids=["chunhe", "hexi"],
)
def test_charts_are_whole_readable_and_told(
    visit: Open, request: pytest.FixtureRequest, at: str, made: str, looks: list[tuple[int, Any, Any]]
) -> None:
    """Each page is opened once and looked at in every way."""
    addresses = with_charts(request.getfixturevalue(made))
    assert len(addresses) >= 10
    window = visit(390, 900, server=at)
    faults: dict[tuple[str, int, str], list[str]] = {}
    for address in addresses:
        page = window.go(address)
        for width, scheme, media in looks:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(media=media, color_scheme=scheme)
            if found := window.measure(FAULTS):
                faults[address, width, scheme] = found
    assert faults == {}
