"""The demonstration site, built once and served on 127.0.0.1, and Chromium to open it. Nothing else may be asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.visit import Visit
from tests.support.building import demonstration, second_demonstration, third_demonstration
from tests.support.document import Document, shared
from tests.support.hostile import pair

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
INSTALL = "apt-get install chromium fonts-noto-cjk"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass


def missing(what: str, remedy: str = INSTALL) -> None:
    """In CI nothing may be skipped for want of a program."""
    if os.environ.get("MINGBAI_CI") == "1":
        pytest.fail(f"{what}: {remedy}", pytrace=False)
    pytest.skip(f"{what}; to run this test: {remedy}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built demonstration."""
    return demonstration(tmp_path_factory)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Document]:
    """Every page of the demonstration, parsed, by address."""
    return shared(site)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served while the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address at which the demonstration is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def hexi_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every page of the second demonstration, parsed, by address."""
    return shared(second_demonstration(tmp_path_factory))


@pytest.fixture(scope="session")
def hexi_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the second demonstration is served."""
    with served(second_demonstration(tmp_path_factory)) as address:
        yield address


@pytest.fixture(scope="session")
def liuxi_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every page of the third demonstration, parsed, by address."""
    return shared(third_demonstration(tmp_path_factory))


@pytest.fixture(scope="session")
def liuxi_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the third demonstration is served."""
    with served(third_demonstration(tmp_path_factory)) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the site full of hostile texts is served."""
    with served(pair(tmp_path_factory).hostile) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium with a Chinese font."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        missing("no Chromium")
    if not shutil.which("fc-list") or not subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip():
        missing("no Chinese font (fc-list :lang=zh)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Visit]]:
    """Opens a window on the site: `visit(width, height, scheme, server, **context)`. After the test no window may have anything to complain of."""
    opened: list[tuple[BrowserContext, Visit]] = []

    def open_(width: int = 390, height: int = 844, scheme: Any = "light", server: str = "server", **more: Any) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN", **more)
        context.set_default_timeout(30_000)
        visit = Visit(context, request.getfixturevalue(server))
        opened.append((context, visit))
        return visit

    yield open_
    for context, _ in opened:
        context.close()
    assert [trouble for _, visit in opened for trouble in visit.troubles] == []
