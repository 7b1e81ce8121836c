"""A shelf with sites of a few files, and a listener before it."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from mingbai.serving import Board, Shelf
from mingbai.serving.answers import Answers
from mingbai.serving.web import Server

PAGE = '<!doctype html><html lang="zh-CN"><head><title>{0}</title></head><body><p>{0}</p></body></html>'
STOOD = {"404.html": PAGE.format("没有找到"), "en/index.html": PAGE.format("home").replace("zh-CN", "en"), "assets/mingbai.0123456789.css": "a{}"}


class Got(NamedTuple):
    """What a reader gets."""

    status: int
    headers: dict[str, str]
    body: bytes


class Preview:
    """A shelf, a board, their answers; `put` puts the next site on the shelf."""

    def __init__(self, folder: Path) -> None:
        self.shelf, self.board = Shelf(folder), Board()
        self.answers = Answers(self.shelf, self.board)
        self.faults: list[Exception] = []

    def put(self, files: dict[str, str | bytes], base: str = "/") -> None:
        stage = self.shelf.fresh()
        for name, content in files.items():
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).write_bytes(content.encode() if isinstance(content, str) else content)
        self.shelf.put(stage, base)


class Served(Preview):
    """The same behind a socket."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.server = Server("127.0.0.1", 0, self.answers, self.faults.append)
        self.port = self.server.server_port

    def ask(self, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> Got:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            return Got(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """With one site of three pages."""
    preview = Preview(tmp_path)
    preview.put({"index.html": PAGE.format("首页"), "a/index.html": PAGE.format("甲"), **STOOD})
    return preview


@pytest.fixture
def empty(tmp_path: Path) -> Preview:
    """With no site yet."""
    return Preview(tmp_path)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A listener on a port of its own, with the same site."""
    served = Served(tmp_path)
    served.put({"index.html": PAGE.format("首页"), "a/index.html": PAGE.format("甲"), "data/表.csv": "\ufeffa,b\r\n", **STOOD})
    thread = threading.Thread(target=served.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield served
    served.server.shutdown()
    thread.join()
    served.server.server_close()
    assert served.faults == []


@pytest.fixture
def page() -> Callable[[str], str]:
    """A page with one word."""
    return PAGE.format
