"""What a resident does: from the home page to a payment, from the payment to the decision behind it; by thumb, by key, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
PHONE, DESK = (390, 844), (1280, 900)
WINDOWS = [(*PHONE, "light"), (*PHONE, "dark"), (*DESK, "light"), (*DESK, "dark")]
MONTH = "finance/committee/2026/03/"


def navigate(page: Page, title: str, width: int) -> None:
    """Go to a section: through the drawer on a phone, by the tabs on a desk."""
    if width < 600:
        page.locator(".md-menu--drawer summary").click()
        page.locator(".md-nav").get_by_role("link", name=title, exact=True).click()
    else:
        link = page.locator(".md-tabs").get_by_role("link", name=title, exact=True)
        if not link.is_visible():
            page.locator(".md-tabs summary").click()
        link.click()


@pytest.mark.parametrize("width, height, scheme", WINDOWS)
def test_from_home_to_the_decision_behind_a_payment(visit: Open, width: int, height: int, scheme: str) -> None:
    window = visit(width, height, scheme)
    page = window.go("")

    navigate(page, "财务公开", width)
    expect(page.locator("h1")).to_have_text("财务公开")
    page.locator("main").get_by_role("link", name="居委会账", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("居委会账")
    page.locator("main a[href$='2026/03/']:not([href*='#'])").first.click()
    assert window.address == MONTH
    line = page.locator("tr:has(a[href*='meetings/'])").first
    decision = line.locator("a[href*='meetings/']").first
    topic = re.sub(r"^\S+ ", "", decision.inner_text())
    decision.click()
    page.locator(":target").wait_for()

    assert re.fullmatch(r"meetings/2026-\d\d-\d\d-[a-z]+/#d-\d+", window.address)
    place = window.measure("(({top, bottom}) => ({top, bottom}))(document.querySelector(':target').getBoundingClientRect())")
    assert 0 <= place["top"] < height
    assert topic in page.locator(":target").inner_text()
    dark = scheme == "dark"
    assert (window.measure("getComputedStyle(document.documentElement).colorScheme") == "dark") is dark
    assert (brightness(window) < 60) is dark


def brightness(window: Visit) -> float:
    """How bright the page's ground is, 0 to 255."""
    shown = window.measure("getComputedStyle(document.documentElement).backgroundColor")
    red, green, blue = (float(n) for n in re.findall(r"[\d.]+", shown)[:3])
    return (red + green + blue) / 3


@pytest.mark.parametrize("width, height", [PHONE, DESK])
def test_with_javascript_off_everything_is_there(visit: Open, width: int, height: int) -> None:
    on, off = visit(width, height), visit(width, height, java_script_enabled=False)

    for address in ("", MONTH, "meetings/2026-01-24-jumin/", "services/gaoling-jintie/"):
        read, same = (window.go(address).locator("main").inner_text() for window in (on, off))
        assert read.removesuffix("打印这一页").rstrip() == same.rstrip()  # which only a script can
        assert len(read) > 150
    page = off.go("")
    navigate(page, "会议与决定", width)
    assert off.address == "meetings/"
    page.get_by_label("深色").check()
    assert brightness(off) < 60
    before = float(off.measure("parseFloat(getComputedStyle(document.body).fontSize)"))
    page.get_by_label("大字版").check()
    assert off.measure("parseFloat(getComputedStyle(document.body).fontSize)") >= before * 1.1


def test_the_choice_of_colour_and_size_stays(visit: Open) -> None:
    window = visit(*PHONE, "light")
    page = window.go("")
    small = window.measure("parseFloat(getComputedStyle(document.body).fontSize)")
    page.get_by_label("深色").check()
    page.get_by_label("大字版").focus()
    page.keyboard.press("Space")

    for address in ("finance/", MONTH, "guide/", ""):
        window.go(address)
        assert brightness(window) < 60, address
        assert window.measure("parseFloat(getComputedStyle(document.body).fontSize)") > small, address

    page.get_by_label("跟随系统").check()
    window.go("meetings/")
    assert brightness(window) > 200


def test_an_open_menu_closes_on_escape_and_on_a_click_elsewhere(visit: Open) -> None:
    window = visit(*PHONE)
    page = window.go("finance/")
    menu = page.locator(".md-menu--drawer")

    menu.locator("summary").click()
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    assert window.measure("document.activeElement.tagName") == "SUMMARY"
    menu.locator("summary").click()
    page.locator(".md-footer").click()
    expect(menu).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width, height", [PHONE, DESK])
def test_the_first_key_reaches_the_skip_link(visit: Open, width: int, height: int) -> None:
    window = visit(width, height)
    page = window.go(MONTH)

    page.keyboard.press("Tab")
    assert window.measure("document.activeElement.getAttribute('href')") == "#main"
    expect(page.locator(".md-skip")).to_be_in_viewport(ratio=0.9)
    page.keyboard.press("Enter")
    assert window.address == f"{MONTH}#main"
    assert window.measure("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert window.measure("document.querySelector('main').contains(document.activeElement)")


def test_what_has_the_focus_shows_it(visit: Open) -> None:
    window = visit(*DESK)
    page = window.go("finance/")
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        name, shown = window.measure(
            "(e => [e.outerHTML.slice(0, 80), getComputedStyle(e).outlineStyle !== 'none' || e.matches('.md-skip, main')])(document.activeElement)"
        )
        if not shown:
            unseen.append(name)

    assert unseen == []


@pytest.mark.parametrize("width, height", [PHONE, DESK])
def test_what_a_thumb_must_hit_in_the_header_is_large_enough(visit: Open, width: int, height: int) -> None:
    window = visit(width, height)
    page = window.go("finance/")
    small = []
    for menu in ("", ".md-menu--drawer", ".md-tabs"):
        if menu and page.locator(f"{menu} summary").is_visible():
            page.locator(f"{menu} summary").click()
        for target in page.locator(".md-header a, .md-header summary, .md-header label, .md-header .seek > *, .md-tabs a").all():
            box = target.bounding_box() if target.is_visible() else None
            if box and (box["height"] < 43.9 or box["width"] < 43.9):
                small.append((target.inner_text(), box["width"], box["height"]))

    assert small == []


@pytest.mark.parametrize("address, width", [("", 1024), ("", 1280), ("en/", 960), ("en/", 1024), ("en/", 1280)])
def test_the_menu_is_one_row_on_a_desk_and_names_nothing_twice(visit: Open, address: str, width: int) -> None:
    window = visit(width, 900)
    page = window.go(address)
    rows = window.measure("[...new Set([...document.querySelectorAll('.md-tabs__list > li')].map(e => Math.round(e.getBoundingClientRect().top)))]")
    assert len(rows) == 1, rows
    names = [name.strip() for name in page.locator(".md-tabs__link").all_text_contents()]
    assert len(names) == len(set(names)) == 18
    assert sum("依据" in name or "legal" in name.lower() for name in names) == 1


def test_the_rest_of_the_menu_opens_and_closes_by_hand_and_by_key(visit: Open) -> None:
    window = visit(*DESK)
    page = window.go("data/")
    more, inside = page.locator(".md-tabs summary"), page.locator(".md-tabs__panel")
    assert page.locator(".md-tabs [aria-current]").inner_text() == ""  # the page's own entry stands in the closed part …
    assert window.measure("getComputedStyle(document.querySelector('.md-tabs summary')).fontWeight") == "700"  # … which says so
    more.focus()
    page.keyboard.press("Enter")
    assert inside.is_visible()
    page.keyboard.press("Tab")
    assert window.measure("document.activeElement.textContent") == "怎么看"
    page.keyboard.press("Escape")
    assert not inside.is_visible()
    more.click()
    box = inside.bounding_box()
    assert box
    assert box["x"] + box["width"] <= DESK[0]
    page.locator("h1").click()
    assert not inside.is_visible()


def test_paper_shows_every_line(visit: Open) -> None:
    window = visit(*DESK)
    page = window.go(MONTH)
    rows = page.locator("tbody tr[id^='v-']")
    count = rows.count()
    page.emulate_media(media="print")

    assert count > 15
    assert all(rows.nth(n).is_visible() for n in range(count))
    assert window.measure("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
    assert window.measure("getComputedStyle(document.querySelector(\"tr[id^='v-']\")).display") == "table-row"
    for gone in (".md-tabs", ".md-menus", ".md-skip"):
        assert not page.locator(gone).is_visible(), gone
    shown = window.measure("getComputedStyle(document.body).color")
    assert sum(float(n) for n in re.findall(r"[\d.]+", shown)[:3]) < 200, "dark ink on white paper"
    assert page.pdf(format="A4").startswith(b"%PDF-")


def test_paper_from_a_dark_screen_is_light_too(visit: Open) -> None:
    window = visit(*DESK, "dark")
    page = window.go(MONTH)
    page.emulate_media(media="print", color_scheme="dark")

    ink = window.measure("getComputedStyle(document.querySelector('main td')).color")
    assert sum(float(n) for n in re.findall(r"[\d.]+", ink)[:3]) < 300, "ink, not chalk"


def test_an_anchor_of_a_line_can_be_cited(visit: Open) -> None:
    window = visit(*PHONE)
    page = window.go(f"{MONTH}#v-03-009")

    assert "打印复印一体机" in page.locator(":target").inner_text()
    expect(page.locator(":target")).to_be_in_viewport()


def test_an_address_may_open_the_large_print_and_close_it(visit: Open) -> None:
    """`?elder=1` stands behind the QR codes on the notice board."""
    window = visit(*PHONE, "light")
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    window.go("finance/")
    small = window.measure(size)

    window.go("finance/?elder=1")
    assert window.measure(size) >= 23.9
    window.go("meetings/")
    assert window.measure(size) >= 23.9, "it stays"
    window.go("meetings/?elder=0")
    assert window.measure(size) == small
