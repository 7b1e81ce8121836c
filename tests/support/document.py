"""A built page as the standard library's parser sees it: its elements, ids, links and words."""

from __future__ import annotations

import pickle
import sys
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from tests.support.building import alone

HERE = "https://here.invalid/"
"""A host that stands for the site while links are resolved."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SILENT = frozenset(("script", "style", "template"))


class Element(NamedTuple):
    """A start tag: its name and attributes in order."""

    tag: str
    attributes: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """An attribute's value, or nothing."""
        return dict(self.attributes).get(name, "")


class Document(HTMLParser):
    """A parsed page. `stray` names tags that do not match: a page of ours has none."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.pieces: list[str] = []
        self.comments: list[str] = []
        self.stray: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.stray += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(sys.intern(tag), tuple((sys.intern(name), value or "") for name, value in attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.stray.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if not SILENT.intersection(self._open):
            self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        """All words of the page, as one reads them."""
        return "".join(self.pieces)

    @property
    def ids(self) -> Counter[str]:
        return Counter(value for e in self.elements for name, value in e.attributes if name == "id")

    def all(self, tag: str) -> list[Element]:
        """The elements of one name."""
        return [e for e in self.elements if e.tag == tag]

    def addresses(self) -> list[str]:
        """Everything a reader or the browser may follow."""
        names = ("href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href", "ping", "background", "cite")
        return [value for e in self.elements for name, value in e.attributes if name in names]

    def shape(self) -> Counter[tuple[str, tuple[str, ...]]]:
        """How often each element stands there with which attributes: what escaped text can never change."""
        return Counter((e.tag, tuple(sorted(name for name, _ in e.attributes))) for e in self.elements)


def read(path: Path) -> Document:
    """A page of a built site."""
    return Document(path.read_text(encoding="utf-8"))


def address_of(site: Path, path: Path) -> str:
    """`site/finance/index.html` → `finance/`."""
    return path.relative_to(site).as_posix().removesuffix("index.html")


def documents(site: Path) -> dict[str, Document]:
    """Every page of a built site by its address."""
    return {address_of(site, path): read(path) for path in sorted(site.rglob("*.html"))}


@cache
def shared(site: Path) -> dict[str, Document]:
    """The same of a site that is built once for a test run and stays as it is, a demonstration: parsed once for all processes."""
    with alone(site.parent / "pages.lock"):
        kept = site.parent / "pages.pickle"
        if not kept.exists():
            kept.write_bytes(pickle.dumps(documents(site), pickle.HIGHEST_PROTOCOL))
        found: dict[str, Document] = pickle.loads(kept.read_bytes())  # noqa: S301  our own file of this run
    return found


def inside(page: str, link: str) -> tuple[str, str] | None:
    """Where in the site a link on the page at `page` leads (address, anchor); None: to another host or to no page at all."""
    parts = urlsplit(urljoin(HERE + page, link))
    if f"{parts.scheme}://{parts.netloc}/" != HERE:
        return None
    return unquote(parts.path).removeprefix("/"), unquote(parts.fragment)


def dead_links(site: Path, pages: dict[str, Document]) -> list[str]:
    """Every link of the built pages that leads to no file, or to no element of the page it leads to."""
    dead = []
    for page, document in pages.items():
        for link in document.addresses():
            found = inside(page, link)
            if found is None:
                continue
            address, anchor = found
            file = site / address / "index.html" if address.endswith("/") or not address else site / address
            target = pages.get(address)
            if not file.is_file() or (anchor and (target is None or anchor not in target.ids)):
                dead.append(f"{page or 'index.html'}: {link}")
    return dead


def foreign_links(pages: dict[str, Document]) -> dict[str, str]:
    """Addresses that lead out of the site, and a page where each stands."""
    return {link: page for page, document in pages.items() for link in document.addresses() if inside(page, link) is None}
