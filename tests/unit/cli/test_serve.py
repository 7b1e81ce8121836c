"""`mingbai serve` in a process of its own: what it says, how it ends, what it refuses."""

from __future__ import annotations

import os
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.building import clean, small_community


def as_in_a_window() -> None:
    """The signals of a terminal are heard, also where the tests themselves run behind `nohup` or in the background."""
    for name in (signal.SIGINT, signal.SIGHUP):
        signal.signal(name, signal.SIG_DFL)


class Running:
    """The command, its lines as they come."""

    def __init__(self, root: Path, temporary: Path, *more: str) -> None:
        arguments = [sys.executable, "-m", "mingbai", "serve", "-C", str(root), "--port", "0", "--as-of", "2026-11-10", "--lang", "zh", *more]
        environment = clean({"TMPDIR": str(temporary)})
        self.process = subprocess.Popen(
            arguments,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env=environment,
            preexec_fn=None if os.name == "nt" else as_in_a_window,  # noqa: PLW1509  no thread has begun
        )
        self.said: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.url = self.line(r"预览：(http://127\.0\.0\.1:\d+/)")[1]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def line(self, pattern: str) -> re.Match[str]:
        """The next line of this form."""
        while True:
            self.said.append(self._lines.get(timeout=120))
            found = re.search(pattern, self.said[-1])
            if found:
                return found

    def page(self, address: str = "") -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.url + address, timeout=60) as answer:  # noqa: S310  our own server
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """`serve(root, …)`: the command, ended with the test."""
    (tmp_path / "temporary").mkdir()
    begun: list[Running] = []

    def start(root: Path, *more: str) -> Running:
        begun.append(Running(root, tmp_path / "temporary", *more))
        return begun[-1]

    yield start
    for running in begun:
        running.close()


@pytest.mark.slow
def test_a_ledger_is_broken_and_mended_while_the_site_stands(serve: Callable[..., Running], tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    (root / "private").mkdir()
    (root / "private" / "board.yml").write_text("secret", encoding="utf-8")
    running = serve(root)
    running.line("网页更新了")
    assert running.page()[0] == 200
    assert running.page("private/board.yml")[0] == 404

    stray = root / "ledgers" / "stray" / "x.yml"
    stray.parent.mkdir()
    stray.write_text("a: 1\n", encoding="utf-8")
    running.line("改了 ledgers/stray/x.yml")
    running.line("错误 COM102")
    running.line("网页没有更新")
    status, page = running.page()
    assert status == 200
    assert "COM102" in page

    stray.unlink()
    running.line("网页更新了")
    assert "COM102" not in running.page()[1]

    running.process.send_signal(signal.SIGINT)
    running.line("预览结束了")
    assert running.process.wait(60) == 0
    assert not (root / "site").exists()
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_closed_window_in_the_midst_of_a_round_leaves_nothing_behind(serve: Callable[..., Running], tmp_path: Path) -> None:
    running = serve(small_community(tmp_path / "community"))
    assert running.page()[0] == 503  # the first round is on its way
    running.process.send_signal(signal.SIGHUP)

    assert running.process.wait(60) == 0
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_port_that_is_taken_is_4_and_says_what_to_do(mingbai: Any, community: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, out, err = mingbai("serve", "--port", str(port))

    assert (code, out) == (4, "")
    assert f"mingbai serve --port {port + 1}" in err


@pytest.mark.parametrize(
    "arguments, says",
    [
        (("--address", "office"), "--address 应当是 IP 地址"),
        (("--port", "99999"), "--port 的值不对"),
        (("--as-of", "2026-02-30"), "--as-of 应当是日期"),
        (("-f", "json"), "serve 不用 -f/--format"),
    ],
)
def test_a_wrong_wish_is_2_before_anything_begins(mingbai: Any, community: Path, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = mingbai("serve", *arguments)

    assert (code, out) == (2, "")
    assert says in err


def test_neighbours_are_let_in_with_a_warning_and_the_browser_is_opened_when_asked(
    mingbai: Any, community: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mingbai.serving import preview

    def interrupted(wish: preview.Wish, told: preview.Told, ended: threading.Event) -> None:
        told.ready("http://127.0.0.1:8000/", True)
        raise KeyboardInterrupt

    monkeypatch.setattr(preview, "run", interrupted)

    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)

    code, out, err = mingbai("serve", "--address", "0.0.0.0")  # noqa: S104
    assert (code, out) == (0, "预览：http://127.0.0.1:8000/\n")
    assert "同一网络里的人都能打开" in err
    assert opened == []
    assert "同一网络" not in mingbai("serve", "--open")[2]
    assert opened == ["http://127.0.0.1:8000/"]
