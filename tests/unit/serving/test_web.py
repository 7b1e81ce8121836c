"""Over real sockets: methods, refusals, ports, and readers in the midst of a switch."""

from __future__ import annotations

import errno
import re
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from mingbai.serving.answers import Answers
from mingbai.serving.web import ListenError, Server, is_loopback

if TYPE_CHECKING:
    from tests.unit.serving.conftest import Got, Served


def raw(served: Served, text: bytes) -> bytes:
    """What comes back to a request typed by hand."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as line:
        line.sendall(text)
        return b"".join(iter(lambda: line.recv(65536), b""))


def test_a_page_comes_with_the_headers_of_a_careful_server(served: Served) -> None:
    got = served.ask("/?elder=1")

    assert got.status == 200
    assert "首页" in got.body.decode()
    assert int(got.headers["Content-Length"]) == len(got.body)
    assert got.headers["Content-Type"] == "text/html; charset=utf-8"
    assert got.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in got.headers["Content-Security-Policy"]
    assert got.headers["Server"] == "mingbai"


def test_a_name_of_more_than_ascii_is_found(served: Served) -> None:
    got = served.ask("/data/%E8%A1%A8.csv")

    assert (got.status, got.headers["Content-Type"], got.body) == (200, "text/csv; charset=utf-8", "\ufeffa,b\r\n".encode())


def test_head_is_get_without_the_body(served: Served) -> None:
    for path in ("/", "/a", "/nowhere/"):
        head, get = served.ask(path, "HEAD"), served.ask(path)
        same = [{k: v for k, v in got.headers.items() if k != "Date"} for got in (head, get)]
        assert (head.status, same[0], head.body) == (get.status, same[1], b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_is_taken(served: Served, method: str) -> None:
    got = served.ask("/", method)

    assert (got.status, got.headers["Allow"]) == (405, "GET, HEAD")


def test_a_page_that_is_none_is_the_sites_own_with_404(served: Served) -> None:
    got = served.ask("/nowhere/")

    assert got.status == 404
    assert "没有找到" in got.body.decode()
    assert b"mingbai-serve" in got.body


def test_no_way_leads_out_of_the_site(served: Served) -> None:
    for path in ("/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/a/..%2f..%2f..%2fetc%2fpasswd", "/..\\..\\etc\\passwd"):
        got = raw(served, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        assert got.startswith(b"HTTP/1.1 404 ")
        assert b"root:" not in got


@pytest.mark.parametrize(
    "request_, status",
    [
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
        (b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400),
        (b"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
    ],
)
def test_odd_requests_are_refused_without_a_page(served: Served, request_: bytes, status: int) -> None:
    got = raw(served, request_)

    assert got.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"text/html" not in got
    assert b"nosniff" in got


def test_who_waits_hears_at_once(served: Served) -> None:
    got: list[Got] = []
    seen = served.board.news.serial
    thread = threading.Thread(target=lambda: got.append(served.ask(f"/.mingbai/state?seen={seen}")))
    thread.start()
    served.board.begin()
    thread.join(10)

    assert got
    assert b'"making": true' in got[0].body


def test_no_reader_ever_sees_half_a_site(served: Served, page: Callable[[str], str]) -> None:
    """Sites of twenty pages with their number in each, switched a hundred times under four readers: every page is whole, none is ever missing."""

    def site(number: int) -> dict[str, str | bytes]:
        asset = f"assets/mingbai.{number:010x}.css"
        body = f"n{number} {asset} " + "账" * 5000 + f" n{number}"
        return {"404.html": page("404"), asset: f"/* n{number} */", "index.html": page(body), **{f"p{n}/index.html": page(body) for n in range(20)}}

    wrong: list[str] = []
    asked = [0, 0, 0, 0]
    done = threading.Event()

    def read(reader: int) -> None:
        last = 0
        while not done.is_set() or not asked[reader]:
            got = served.ask(f"/p{asked[reader] % 20}/")
            text = got.body.decode()
            numbers = set(re.findall(r"\bn(\d+)\b", text))
            asset = re.search(r"assets/mingbai\.[0-9a-f]{10}\.css", text)
            if got.status != 200 or len(numbers) != 1 or asset is None or not text.endswith("</html>"):
                wrong.append(f"{got.status} {numbers}")
                return
            number = int(numbers.pop())
            if number < last:
                wrong.append(f"back from {last} to {number}")
            last = number
            beside = served.ask(f"/{asset[0]}")
            if beside.status == 200 and beside.body != f"/* n{number} */".encode():
                wrong.append(f"mixed: {beside.body!r} on a page of {number}")
            asked[reader] += 1

    served.put(site(1))
    readers = [threading.Thread(target=read, args=(n,)) for n in range(4)]
    for reader in readers:
        reader.start()
    for number in range(2, 102):
        served.put(site(number))
    done.set()
    for reader in readers:
        reader.join(30)

    assert wrong == []
    assert min(asked) > 0
    assert served.shelf.number == 102  # one more than the sites of this test: the fixture's


def test_a_port_that_is_taken_says_so(served: Served) -> None:
    with pytest.raises(ListenError) as refused:
        Server("127.0.0.1", served.port, served.answers, served.faults.append)

    assert f"端口 {served.port} 已经有程序在用" in refused.value.text.zh
    assert f"--port {served.port + 1}" in refused.value.text.en


@pytest.mark.parametrize("number, says", [(errno.EACCES, "没有权限使用端口"), (errno.EADDRNOTAVAIL, "不能在地址 192.0.2.1 上开预览")])
def test_other_refusals_say_what_to_do(monkeypatch: pytest.MonkeyPatch, served: Served, number: int, says: str) -> None:
    def refuse(self: Server) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Server, "server_bind", refuse)
    with pytest.raises(ListenError) as refused:
        Server("192.0.2.1", 80, served.answers, served.faults.append)

    assert says in refused.value.text.zh


def test_a_fault_of_ours_closes_one_connection_and_is_told(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Answers, target: str, host: str | None) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(Answers, "answer", broken)
        assert raw(served, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") == b""
    assert [type(fault) for fault in served.faults] == [ZeroDivisionError]
    served.faults.clear()
    assert served.ask("/").status == 200


def test_a_reader_who_goes_away_is_no_fault(served: Served) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", served.port)) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    assert served.ask("/").status == 200


def test_only_some_addresses_are_this_computers_alone() -> None:
    assert [is_loopback(a) for a in ("127.0.0.1", "localhost", "::1", "127.9.9.9", "0.0.0.0", "::", "192.168.1.2")] == [True] * 4 + [False] * 3  # noqa: S104


def test_the_address_to_type_is_one_a_browser_can_open(served: Served) -> None:
    assert served.server.url == f"http://127.0.0.1:{served.port}/"
    with Server("0.0.0.0", 0, served.answers, served.faults.append) as everywhere:  # noqa: S104
        assert everywhere.url.startswith("http://127.0.0.1:")
