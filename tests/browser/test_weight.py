"""What pages load: our own scripts and styles and nothing else, and little of it."""

from __future__ import annotations

import gzip
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.weight import FIRST, FURTHER, months_of, weigh
from tests.browser.visit import Visit
from tests.support.building import REPOSITORY, demonstration, second_demonstration, third_demonstration
from tests.support.document import Document, shared

pytestmark = pytest.mark.browser

HEAVIEST = 8
HEADERS = 300
"""Bytes that a server says before a page."""
SITES = {"chunhe": demonstration, "hexi": second_demonstration, "liuxi": third_demonstration}
LOADING = ("script", "img", "iframe", "object", "embed", "video", "audio", "source", "track", "link")


@pytest.mark.parametrize("name", ["chunhe", "hexi"])
def test_a_month_page_is_light_on_a_phones_line(name: str, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compressed, all included: the heaviest month as the first page of a visit, and each of several as a further one."""
    site = SITES[name](tmp_path_factory)
    found = weigh(chromium, site, months_of(site)[:HEAVIEST])
    assert found.pages == HEAVIEST
    assert 8_000 < found.first.bytes < FIRST, found
    assert 2_000 < found.further.bytes < FURTHER, found
    assert sum(name.endswith(".css") for name in found.first.files) == 1  # the first visit did begin with nothing
    assert [name for name in found.further.files if name.endswith((".css", ".js"))] == []  # and the further ones with what it had


@pytest.mark.parametrize("name", SITES)
def test_every_page_is_light_once_the_look_is_there(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Not the months alone: whatever a resident opens next. A page of less than twice the bar in plain text is light without being asked."""
    site = SITES[name](tmp_path_factory)
    long = [path for path in site.rglob("*.html") if path.stat().st_size > 2 * FURTHER]
    assert len(long) > 10
    heavy = {path.relative_to(site).as_posix(): size for path in long if (size := len(gzip.compress(path.read_bytes(), 6))) > FURTHER - HEADERS}
    assert heavy == {}


def ours() -> set[str]:
    """Digests of the scripts that lie beside the templates."""
    return {sha256(path.read_bytes()).hexdigest()[:10] for path in (REPOSITORY / "site_templates").rglob("*.js")}


@pytest.mark.parametrize("name", SITES)
def test_no_page_names_a_script_a_style_or_a_picture_that_is_not_ours(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Material's bundle in particular: its look is kept, its scripts are not (the drawer works by CSS)."""
    site = SITES[name](tmp_path_factory)
    assert list(site.glob("assets/javascripts")) == []
    loaded: dict[str, set[str]] = {}
    for address, page in shared(site).items():
        for kind, at in loads(page, address):
            loaded.setdefault(kind, set()).add(at)
    assert set(loaded) <= {"script", "stylesheet", "icon"}
    assert loaded["icon"] == {"assets/seal.svg"}
    assert len(loaded["stylesheet"]) == 1
    common: list[Path] = []
    own: list[Path] = []
    for at in loaded["script"]:
        (common if at.startswith("assets/mingbai.") else own).append(site / at)
    assert len(common) == 1
    assert len(own) >= 1
    assert {path.name.split(".")[-2] for path in own} <= ours()
    assert all(sha256(path.read_bytes()).hexdigest()[:10] == path.name.split(".")[-2] for path in own)


def loads(page: Document, address: str) -> list[tuple[str, str]]:
    """What the page asks a browser to load: of which sort, and where it lies from the root."""
    depth = address.count("/")
    found = []
    for element in page.elements:
        at = element.get("src") or element.get("href")
        if element.tag not in LOADING or not at or (element.tag == "link" and not {"stylesheet", "icon"} & set(element.get("rel").split())):
            continue
        up = "../" * depth
        found.append((element.get("rel") or element.tag, at.removeprefix(up or "./").removeprefix("/")))
    return found


def test_what_a_browser_really_loads_is_that(visit, site: Path) -> None:
    window: Visit = visit(390, 844)
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url.removeprefix(window.home)))
    for address in ("", "finance/committee/2026/03/", "services/gaoling-jintie/", "search/"):
        window.go(address)
        window.page.wait_for_load_state("networkidle")
    scripts = {name for name in asked if name.endswith(".js")}
    assert {name.split(".")[0] for name in scripts} == {"assets/mingbai", "assets/asking", "assets/search"}
    assert {name.rpartition(".")[2] for name in asked if not name.endswith("/")} <= {"", "css", "js", "svg", "json", "txt"}
