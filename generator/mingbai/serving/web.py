"""The one listener: requests in, answers out, each in a thread of its own."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import socketserver
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from mingbai.serving.answers import Answer, Answers, headers
from mingbai.values.text import Text

_IDLE: Final = 60
"""Seconds after which a connection that says nothing is closed."""


class ListenError(Exception):
    """Nobody can be answered at this address; `text` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(f"{text.zh} / {text.en}")
        self.text = text


class Server(ThreadingHTTPServer):
    """Listens from the moment it is made; threads end with the process.

    Args:
        address: a number (127.0.0.1, ::1, 0.0.0.0) or localhost.
        port: 0: any that is free.
        fault: is told of an exception that was no reader's fault.

    Raises:
        ListenError: the port is taken, the address is not this computer's, the right is missing.
    """

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two programs have one port
    request_queue_size = 64

    def __init__(self, address: str, port: int, answers: Answers, fault: Callable[[Exception], None]) -> None:
        self.answers, self._fault = answers, fault
        number = "127.0.0.1" if address == "localhost" else address
        self.address_family = socket.AF_INET6 if ":" in number else socket.AF_INET
        try:
            super().__init__((number, port), _Handler)
        except OSError as refused:
            raise _refused(refused, address, port) from refused

    def server_bind(self) -> None:
        """Without asking the network for the computer's name, as the standard library does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def url(self) -> str:
        """What to type into the browser of this computer."""
        host = self.server_name
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  compared, not bound
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who went away is no fault."""
        fault = sys.exc_info()[1]
        if isinstance(fault, Exception) and not isinstance(fault, ConnectionError | TimeoutError):
            self._fault(fault)


def is_loopback(address: str) -> bool:
    """Whether only this computer can ask at an address."""
    return address == "localhost" or ipaddress.ip_address(address).is_loopback


def own_names() -> tuple[str, ...]:
    """What this computer is called among its neighbours."""
    name = socket.gethostname().lower()
    return (name, f"{name.split('.', 1)[0]}.local")


def _refused(error: OSError, address: str, port: int) -> ListenError:
    if error.errno == errno.EADDRINUSE or getattr(error, "winerror", None) == 10048:
        other = port + 1 if port < 65535 else 8001
        return ListenError(
            Text(
                f"端口 {port} 已经有程序在用，多半是另一个 mingbai serve 还开着。关掉它，或者换一个端口：mingbai serve --port {other}。",
                f"Port {port} is taken, most often by another mingbai serve. Close it, or choose another port: mingbai serve --port {other}.",
            )
        )
    if isinstance(error, PermissionError):
        return ListenError(
            Text(
                f"没有权限使用端口 {port}。请换一个大于 1023 的端口：mingbai serve --port 8000。",
                f"No right to use port {port}. Choose one above 1023: mingbai serve --port 8000.",
            )
        )
    what = error.strerror or str(error)
    return ListenError(
        Text(
            f"不能在地址 {address} 上开预览（{what}）。它要是这台电脑自己的地址；一般不用写 --address。",
            f"Cannot listen at the address {address} ({what}). It must be one of this computer's own; --address is seldom needed.",
        )
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE
    server: Server

    def do_GET(self) -> None:
        self._send(self._answer())

    def do_HEAD(self) -> None:
        self._send(self._answer(), bare=True)

    def _other(self) -> None:
        """Nothing is taken here; what was sent along is not read."""
        self.close_connection = True
        self._send(Answer(405, "text/plain; charset=utf-8", b"GET, HEAD\n", (("Allow", "GET, HEAD"),)))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _other  # noqa: N815  the library's names

    def _answer(self) -> Answer:
        hosts = self.headers.get_all("Host") or []
        return self.server.answers.answer(self.path, hosts[0] if len(hosts) == 1 else None)

    def _send(self, answer: Answer, *, bare: bool = False) -> None:
        self.send_response(answer.status)
        for name, value in headers(answer).items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if not bare:
            self.wfile.write(answer.body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses by itself (a request line that is none), in plain text and with our headers."""
        self.close_connection = True
        self._send(Answer(code, "text/plain; charset=utf-8", f"{code}\n".encode()), bare=self.command == "HEAD")

    def version_string(self) -> str:
        return "mingbai"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what matters is in the page and in the terminal."""
