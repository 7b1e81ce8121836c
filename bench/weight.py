"""What a month page costs a phone: the bytes that really come over the line, compressed, for the first page of a visit and for each further one.

A server that compresses and lets assets be kept (their names hold their content), a browser with an empty cache. The first page is opened
in a visit of its own, the others one after the other behind it. Bytes are the browser's own count, headers included.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.measure import WorkError
from bench.serving import NAMES, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIRST, FURTHER = 40_000, 12_000
"""Bars in bytes."""


@dataclass(frozen=True, slots=True)
class Load:
    """One page opened: what was loaded for it, by the address from the site's root, in bytes."""

    address: str
    files: dict[str, int]

    @property
    def bytes(self) -> int:
        """All of it."""
        return sum(self.files.values())


@dataclass(frozen=True, slots=True)
class Weight:
    """The heaviest first load and the heaviest further page of several pages."""

    first: Load
    further: Load
    pages: int

    def __str__(self) -> str:
        parts = ", ".join(f"{name or 'page'} {size / 1000:.1f}" for name, size in sorted(self.first.files.items(), key=lambda f: -f[1]))
        return (
            f"page_weight {self.first.bytes / 1000:.1f} kB first, {self.further.bytes / 1000:.1f} kB further "
            f"({self.pages} month pages; first {self.first.address}: {parts}; further {self.further.address})"
        )


def months_of(site: Path) -> list[str]:
    """The month pages of all books of a site, the largest first."""
    found = site.glob("finance/*/[0-9][0-9][0-9][0-9]/[0-9][0-9]/index.html")
    by_size = sorted(found, key=lambda path: (-path.stat().st_size, path))
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in by_size]


def weigh(browser: Browser, site: Path, addresses: Sequence[str]) -> Weight:
    """The weight of these pages, given with the largest first: that is opened in an empty cache, then each behind the last one."""
    if len(addresses) < 2:
        raise WorkError("there are no month pages to open")
    with served(site) as home:
        first = _visit(browser, home, addresses[:1])[0]
        loads = _visit(browser, home, [addresses[-1], *addresses[:-1]])
    return Weight(first, max(loads[1:], key=lambda load: load.bytes), len(addresses))


def _visit(browser: Browser, home: str, addresses: Sequence[str]) -> list[Load]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    client = context.new_cdp_session(page)
    named: dict[str, str] = {}
    sizes: dict[str, int] = {}
    client.on("Network.requestWillBeSent", lambda e: named.update({e["requestId"]: e["request"]["url"]}))
    client.on("Network.loadingFinished", lambda e: sizes.update({e["requestId"]: int(e["encodedDataLength"])}))
    client.send("Network.enable")
    loads: list[Load] = []
    for address in addresses:
        sizes.clear()
        page.goto(home + address, wait_until="load" if loads else "networkidle")  # what comes late (the icon) comes with the first page
        for _ in range(100):
            files = _named(named, sizes, home, address)
            if files.get(""):
                break
            page.wait_for_timeout(20)  # the browser tells of the page's size a moment after it is there
        if not files.get(""):
            raise WorkError(f"{address}: the page itself was not counted")
        loads.append(Load(address, files))
    context.close()
    return loads


def _named(named: dict[str, str], sizes: dict[str, int], home: str, address: str) -> dict[str, int]:
    files: dict[str, int] = {}
    for id, size in sizes.items():
        url = named.get(id, "")
        name = url.removeprefix(home).removeprefix(address) if url.startswith(home) else url
        if size:
            files[name] = files.get(name, 0) + size
    return files


def weights(root: Path, community: Path) -> Iterator[Weight]:
    """The weight of the month pages of a community, which is built for it."""
    from playwright.sync_api import sync_playwright

    from bench.measure import ours, run

    program: Any = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise WorkError("no Chromium")
    run(ours("-C", str(community), "build", "--site-dir", str(root / "site")))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield weigh(browser, root / "site", months_of(root / "site"))
        browser.close()
