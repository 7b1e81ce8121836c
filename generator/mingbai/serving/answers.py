"""What is answered to a request: a file of the version that is shown, or one of the few things of the preview itself. No sockets here."""

from __future__ import annotations

import ipaddress
import json
import re
import secrets
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import parse_qs, quote, unquote_to_bytes, urlsplit

from mingbai.serving import panel
from mingbai.serving.board import Board, News
from mingbai.serving.shelf import Shelf, Version
from mingbai.site.headers import HEADERS
from mingbai.values.text import Lang, Text

OWN: Final = "/.mingbai/"
"""Where what belongs to the preview and not to the site is found; no file of a site begins with a dot."""
PATIENCE: Final = 25.0
"""So many seconds a page waits to hear that something has changed; then it asks again."""

_HTML: Final = "text/html; charset=utf-8"
_PLAIN: Final = "text/plain; charset=utf-8"
_TYPES: Final = {
    "html": _HTML,
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": _PLAIN,
    "md": _PLAIN,
    "conf": _PLAIN,
    "xml": "application/xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
    "parquet": "application/vnd.apache.parquet",
}
"""By ending; not asked of the system, whose table differs from one computer to the next."""
_FEED: Final = "application/atom+xml; charset=utf-8"
_HASHED: Final = re.compile(r"(?:^|[/.])[0-9a-f]{8,}(?:-[0-9]+)?(?=[/.])")
"""Files named by their content: what an older page still asks for cannot be confused with what a newer one does."""
_HOST: Final = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::[0-9]*)?", re.ASCII)
"""A number in brackets or a name, and a port, which need not be ours: it may be handed on from another one (ssh -L)."""
_TONGUE: Final = re.compile(rb'<html\b[^>]*\blang="([A-Za-z-]+)"')

_LOST: Final = Text("没有这一页", "There is no such page")
_STRANGER: Final = Text("预览只答应本机的地址，请用终端里显示的地址打开", "The preview answers to the address that the terminal shows")
_ODD: Final = Text("看不懂的请求", "The request cannot be understood")


class Answer(NamedTuple):
    """A status, the type of the content, the content, further headers."""

    status: int
    type: str
    body: bytes
    more: tuple[tuple[str, str], ...] = ()


class Answers:
    """Answers for one preview.

    Args:
        lang: in which what stands on no page is said.
        hosts: names by which the preview may be asked for, beside those every computer has for itself and numbers; lower case.
        open_: whether numbers other than this computer's own are welcome (`--address`).
    """

    def __init__(self, shelf: Shelf, board: Board, lang: Lang = "zh", hosts: Sequence[str] = (), *, open_: bool = False) -> None:
        self._shelf, self._board, self._lang = shelf, board, lang
        self._hosts, self._open = frozenset(hosts), open_
        self._run = secrets.token_hex(4)  # pages of an earlier preview at the same address know that this is another one

    def answer(self, target: str, host: str | None) -> Answer:
        """The answer to GET `target` (as it was sent) of `host` (the header)."""
        if host is None or not self._welcome(host):
            return self._plain(400 if host is None else 421, _ODD if host is None else _STRANGER)
        asked = urlsplit(target) if target.startswith("/") and not target.startswith("//") else None
        if asked is None:
            return self._plain(400, _ODD)
        if asked.path.startswith(OWN):
            return self._own(asked.path.removeprefix(OWN), parse_qs(asked.query))
        with self._shelf.lent() as versions:
            return self._page(asked.path, asked.query, versions) if versions else self._none()

    def _welcome(self, host: str) -> bool:
        """Against DNS rebinding: a name of somebody else's that leads here is not answered."""
        found = _HOST.fullmatch(host)
        name = (found[1] or found[2]).lower() if found else ""
        if name == "localhost" or name in self._hosts:
            return True
        try:
            number = ipaddress.ip_address(name)
        except ValueError:
            return False
        return self._open or number.is_loopback

    def _page(self, path: str, query: str, versions: Sequence[Version]) -> Answer:
        shown = versions[0]
        if path == "/" and shown.base != "/":
            return self._moved(shown.base, query)
        below = _below(path, shown.base)
        if below is None:
            return self._lost(shown)
        if below in shown.files:
            return self._file(shown, below)
        if f"{below}/index.html" in shown.files:
            return self._moved(f"{path}/", query)
        older = next((v for v in versions[1:] if below in v.files), None) if _HASHED.search(below) else None
        return self._lost(shown) if older is None else self._file(older, below)

    def _file(self, version: Version, path: str, status: int = 200) -> Answer:
        type_ = _FEED if path.rsplit("/", 1)[-1] == "feed.xml" else _TYPES.get(path.rsplit(".", 1)[-1].lower(), "application/octet-stream")
        body = version.read(path)
        return Answer(status, type_, self._with_panel(body, version.number) if type_ == _HTML else body)

    def _with_panel(self, page: bytes, number: int) -> bytes:
        """The page with our stylesheet, our script and the findings, which are in no file."""
        tongue = _TONGUE.search(page)
        lang = panel.lang_of(tongue[1].decode()) if tongue else self._lang
        news = self._board.news
        found = panel.aside(news.outcome, lang, pages=True)
        head, body, rest = page.partition(b"</head>")
        before, end, after = rest.rpartition(b"</body>")
        if not body or not end:
            return page
        return b"".join([head, self._head(number, news).encode(), body, before, found.encode(), end, after])

    def _head(self, number: int, news: News) -> str:
        own = f'<link rel="stylesheet" href="{OWN}serve.css"><script src="{OWN}serve.js" defer'
        return f'{own} data-version="{self._run}-{number}" data-serial="{news.serial}"></script>'

    def _none(self) -> Answer:
        news = self._board.news
        page = panel.alone(news.outcome, self._lang, self._head(0, news))
        return Answer(503, _HTML, page.encode())

    def _lost(self, shown: Version) -> Answer:
        return self._file(shown, "404.html", 404) if "404.html" in shown.files else self._plain(404, _LOST)

    def _moved(self, path: str, query: str) -> Answer:
        place = quote(path, safe="/%~") + (f"?{query}" if query else "")
        return Answer(302, _PLAIN, b"", (("Location", place),))

    def _plain(self, status: int, text: Text) -> Answer:
        return Answer(status, _PLAIN, f"{text.say(self._lang)}\n".encode())

    def _own(self, name: str, query: Mapping[str, Sequence[str]]) -> Answer:
        """`state` (waits until there is something else than what was seen), `panel`, the stylesheet and the script."""
        if name in ("serve.css", "serve.js"):
            return Answer(200, _TYPES[name.rsplit(".", 1)[-1]], _shipped(name))
        if name == "panel":
            outcome, lang = self._board.news.outcome, panel.lang_of("".join(query.get("lang", ())))
            said = "" if outcome is None else panel.inside(outcome, lang, pages=bool(self._shelf.number))
            return Answer(200, _HTML, said.encode())
        if name == "state":
            seen = "".join(query.get("seen", ()))
            news = self._board.wait(int(seen) if seen.isdecimal() and len(seen) < 10 else -1, PATIENCE)
            state = {"version": f"{self._run}-{self._shelf.number}", "serial": news.serial, "making": news.making}
            return Answer(200, _TYPES["json"], json.dumps(state).encode())
        return self._plain(404, _LOST)


def headers(answer: Answer) -> dict[str, str]:
    """Everything that is sent with an answer: what the site's own server should send, and that nothing is kept."""
    return {
        "Content-Type": answer.type,
        "Content-Length": str(len(answer.body)),
        "Cache-Control": "no-store",
        **HEADERS,
        "Cross-Origin-Resource-Policy": "same-origin",
        **dict(answer.more),
    }


def _below(path: str, base: str) -> str | None:
    """A path as it was sent → the name of a file in the site; None where it can be none. What is not in the list of files is refused anyway."""
    try:
        plain = unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        return None
    if not plain.startswith(base):
        return None
    name = plain[len(base) :]
    return f"{name}index.html" if not name or name.endswith("/") else name


@cache
def _shipped(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()
