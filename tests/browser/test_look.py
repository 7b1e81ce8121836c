"""What a reader sees of states, figures and labels: shapes in every language, sizes in large print, lists that can be reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
WITH_STATES = ["disclosure/", "en/disclosure/", "finance/corrections/", "en/finance/corrections/", "meetings/decisions/", "en/meetings/decisions/"]

SHAPES = """() => [...document.querySelectorAll('main .tag:not(.tag--plain)')].map(e => {
  const shape = getComputedStyle(e, '::before'), box = e.getBoundingClientRect()
  return {word: e.innerText, width: parseFloat(shape.width), height: parseFloat(shape.height), drawn: shape.maskImage.startsWith('url'),
          ground: shape.backgroundColor, frame: parseFloat(getComputedStyle(e).borderTopWidth), shown: box.width > 0}
}).filter(t => t.shown)"""


@pytest.mark.parametrize("address", WITH_STATES)
def test_a_state_has_its_shape_in_every_language(visit: Open, address: str) -> None:
    window = visit(1280, 900)
    window.go(address)
    found = window.measure(SHAPES)

    assert found
    assert [t for t in found if not (t["width"] >= 9 and t["height"] >= 9 and t["drawn"])] == []


@pytest.mark.parametrize("address", ["disclosure/", "en/disclosure/"])
def test_a_reader_with_colours_of_their_own_sees_shapes_and_frames(visit: Open, address: str) -> None:
    """High contrast takes every ground away: the shape is drawn in the colour of text, each state has a frame."""
    window = visit(1280, 900, forced_colors="active")
    window.go(address)
    paper = window.measure("() => getComputedStyle(document.body).backgroundColor")
    found = window.measure(SHAPES)

    assert found
    assert [t for t in found if t["frame"] < 1 or t["ground"] in (paper, "rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")] == []


@pytest.mark.parametrize("address", ["finance/committee/2026/09/", "finance/corrections/", "calendar/"])
def test_a_correction_has_one_look(visit: Open, address: str) -> None:
    """Wherever it is named; and it is not that of what is late, for nothing is."""
    window = visit(1280, 900)
    window.go(address)
    looks = window.measure(
        "() => [...document.querySelectorAll('main .tag')].filter(e => /^已?更正$/.test(e.innerText.trim())).map(e => e.className)"
    )

    assert set(looks) == {"tag tag--amended"}


SIZES = """() => {
  const small = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement
    if (!node.data.trim() || e.closest('.vh, svg, script') || !e.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue
    const size = parseFloat(getComputedStyle(e).fontSize)
    if (size < 19.9) small.push([node.data.trim().slice(0, 20), size])
  }
  const cells = [...document.querySelectorAll('main td')].map(e => Math.round(parseFloat(getComputedStyle(e).fontSize)))
  return {body: Math.round(parseFloat(getComputedStyle(document.body).fontSize)), cells: [...new Set(cells)], small: small.slice(0, 5),
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth}
}"""
LARGE = ["finance/committee/2026/09/", "disclosure/", "projects/2026-bike-shed/", "en/finance/committee/2026/09/", "data/finance-lines/"]


@pytest.mark.parametrize("width", [390, 900, 1280])
def test_large_print_is_24_pixels_in_text_and_cells_at_every_width(visit: Open, width: int) -> None:
    window = visit(width, 900)
    for address in LARGE:
        window.go(f"{address}?elder=1")

        assert window.measure(SIZES) == {"body": 24, "cells": [24], "small": [], "sideways": 0}, address


@pytest.mark.parametrize("large", [False, True])
def test_a_figure_and_its_unit_share_a_line_and_stand_in_no_second_frame(visit: Open, large: bool) -> None:
    """On a phone: 元 beside the figure, no card inside the card of a book."""
    window = visit(390, 844)
    lines = """() => [...document.querySelectorAll('.figure__value')].map(e => {
      const range = document.createRange(); range.selectNodeContents(e)
      return new Set([...range.getClientRects()].map(r => Math.round(r.bottom / 12))).size
    })"""
    for address in ("", "finance/"):
        window.go(f"{address}?elder=1" if large else address)

        assert set(window.measure(lines)) <= {1, 2}, address  # the unit is smaller: its box ends a little higher
        assert set(
            window.measure(
                "() => [...document.querySelectorAll('.figure__value')].map(e => Math.round(e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight)))"
            )
        ) == {1}
        assert set(window.measure("() => [...document.querySelectorAll('.card .figures')].map(e => getComputedStyle(e).borderTopWidth)")) == {"0px"}


LABELS = """() => [...document.querySelectorAll('.stack td[data-label]:not(.num, .lead, .none, .long)')].filter(e => e.getClientRects().length).map(e => {
  const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT)
  let node = walk.nextNode(); while (node && !node.data.trim()) node = walk.nextNode()
  if (!node || e.dataset.label === '日期') return null
  const range = document.createRange(); range.selectNodeContents(node)
  const tag = node.parentElement.closest('.tag')
  return tag ? null : Math.round(range.getClientRects()[0].left - e.getBoundingClientRect().left)
}).filter(x => x !== null)"""


@pytest.mark.parametrize("address", ["finance/committee/2026/09/", "disclosure/", "projects/2026-bike-shed/"])
@pytest.mark.parametrize("large", [False, True])
def test_the_texts_of_a_card_begin_beside_their_labels_in_one_line(visit: Open, address: str, large: bool) -> None:
    """No label is pressed together by a long value (时/限), and no text is set flush right with a ragged beginning."""
    window = visit(390, 844)
    window.go(f"{address}?elder=1" if large else address)
    begins: list[Any] = window.measure(LABELS)

    assert len(begins) > 5
    assert max(begins) - min(begins) <= 1
    assert min(begins) >= 96


def test_a_long_list_of_contents_scrolls_by_itself_and_keeps_the_focus_on_the_screen(visit: Open) -> None:
    window = visit(1280, 800)
    page = window.go("data/")
    assert page.locator(".md-toc ul").bounding_box()["height"] <= 800  # type: ignore[index]

    page.locator(".md-toc a").last.focus()
    box = page.locator(".md-toc a").last.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 800 - box["height"]
    page.locator(".md-toc ul").hover()
    page.mouse.wheel(0, -3000)
    top = """() => new Promise(done => {
      const list = document.querySelector('.md-toc ul'), look = () => list.scrollTop === 0 ? done(list.scrollHeight > list.clientHeight) : requestAnimationFrame(look)
      look()
    })"""
    assert window.measure(top)


def test_figures_fill_their_rows_on_a_desk(visit: Open) -> None:
    """Six stand three by three, not four and two; a default to be confirmed is explained once."""
    window = visit(1280, 900)
    page = window.go("disclosure/")
    rows: list[int] = window.measure("() => [...document.querySelectorAll('.figures > .figure')].map(e => Math.round(e.getBoundingClientRect().top))")

    assert len(rows) == 6
    assert {rows.count(row) for row in rows} == {3}
    assert page.locator("main").inner_text().count("待确认的默认值") == 1
    assert page.locator("main td .mark").count() > 20
