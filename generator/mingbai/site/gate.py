"""The last look before publication: every page is parsed anew, and holds nothing but what pages are made of.

Independent of escaping, of the sanitiser and of the templates, a community's own included: a gap in one of them ends here. Elements
and attributes are those of an allow-list, addresses have harmless schemes and lead to hosts that the community lists, nothing is loaded
from another host, no script or style stands in a page (security: OWASP ASVS 1.2, 3.4). A block of JSON-LD is data: no browser runs it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from mingbai.values.text import Text

_ELEMENTS: Final = frozenset(
    "a abbr article aside b blockquote body br button caption cite code col colgroup dd del desc details dfn div dl dt em fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd label legend li link main mark meta nav ol p pre q s samp script section small span strong sub summary"
    " sup table tbody td tfoot th thead time title tr u ul var wbr"
    " circle clippath defs g line lineargradient path pattern polygon polyline rect stop svg text tspan use".split()
)
_ATTRIBUTES: Final = frozenset(
    "align alt checked cite class colspan content d datetime defer dir download fill focusable for headers height href hreflang id lang name open points r rel"
    " reversed role rowspan scope span src start tabindex title type value width x x1 x2 xmlns y y1 y2 charset cx cy rx ry offset opacity transform viewbox"
    " autocomplete enterkeyhint maxlength placeholder"
    " font-size font-weight text-anchor stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width patterntransform patternunits preserveaspectratio"
    " clip-path fill-opacity stroke-opacity dominant-baseline gradientunits http-equiv".split()
)
_PREFIXES: Final = ("aria-", "data-")
_EQUIVALENT: Final = frozenset({"content-security-policy"})
"""What a page may tell its browser as if in a header: no redirect, no cookie."""
_INPUTS: Final = frozenset({"radio", "checkbox", "date", "month", "number", "search", "text", "button"})
_BUTTONS: Final = frozenset({"submit", "button"})
_LOADED: Final = {"script": "src", "img": "src", "input": "src", "use": "href"}
_LINKS: Final = frozenset({"stylesheet", "icon"})
"""Relations of a link that a browser loads; the others only name a place."""
_TAG: Final = re.compile("<[^>]*>")
_STRICT: Final = re.compile(r'</[a-z][a-z0-9]*>|<[a-z][a-z0-9]*(?:\s+[a-z][a-z0-9-]*(?:="[^"]*")?)*\s*/?>|<!doctype html>', re.IGNORECASE)
_NAME: Final = re.compile(r"<([a-z][a-z0-9]*)", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r'\s([a-z][a-z0-9-]*)(="([^"]*)")?', re.IGNORECASE)
_PLAIN: Final = re.compile(r' (?:href|id|x|y|width|height)="(?!//)[A-Za-z0-9._/#-]+"')
"""Where a tag leads, what it is called, where a drawing has it, in characters that no verdict depends on: no scheme, no host, nothing escaped."""
_FILLED_SCRIPT: Final = re.compile(r'<script\b[^>"]*(?:"[^"]*"[^>"]*)*>(?!</script>)', re.IGNORECASE)
_UNREADABLE: Final = Text("看不懂的标记", "markup that cannot be read")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ENDS: Final = "".join(map(chr, range(0x21)))
_DROPPED: Final = dict.fromkeys(map(ord, "\t\n\r"))
_HARMLESS: Final = frozenset({"https", "mailto", "tel"})
_DATA: Final = [("type", "application/ld+json")]
"""All that a script element which holds data may say of itself."""
_BLOCK: Final = re.compile(r'<script type="application/ld\+json">([^<>]*)</script>')
_NAMING: Final = frozenset({"@id", "sameAs", "image", "logo"})
"""Keys of such data whose value is an address; others end in `url`."""


class Found(NamedTuple):
    """A fault inside a page: the line, what it is, and of a link the host that nobody listed."""

    line: int
    what: Text
    host: str = ""


class Fault(NamedTuple):
    """What must not stand on a page: its file, the line, what it is; `host` of a link to one that is not listed, else empty."""

    page: str
    line: int
    what: Text
    host: str = ""


def faults(folder: Path, listed: frozenset[str]) -> Iterator[Fault]:
    """What must not be published of a built site, page by page; `listed` are the hosts that may be linked to, in lower case."""
    sound: dict[str, bool] = {}
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text("utf-8")
        if _is_sound(text, sound, listed):
            continue
        look = _Look(listed)
        look.read(text)
        name = path.relative_to(folder).as_posix()
        yield from (Fault(name, *one) for one in look.found or [Found(1, _UNREADABLE)])


def host_of(address: str) -> str:
    """The host of an `https:` address as a browser reads it, in lower case, with its port if there is one; empty where there is none to be read."""
    try:
        return urlsplit(_as_read(address)).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def _as_read(address: str) -> str:
    """An address as browsers take it (WHATWG URL): trimmed, without tabs and line breaks, `\\` for `/`."""
    return address.strip(_ENDS).translate(_DROPPED).replace("\\", "/")


def _is_sound(text: str, known: dict[str, bool], listed: frozenset[str]) -> bool:
    """Whether a page is nothing but text and tags of the strictest form, each without a fault; pages repeat their tags, so `known` keeps the verdicts.

    What is not of that form is not refused here: the parser looks at it and says what is wrong.
    """
    for data in _BLOCK.findall(text):
        look = _Look(listed)
        look.told(data)
        if look.found:
            return False
    text = _BLOCK.sub("", text)
    if "<" in text[text.rfind(">") + 1 :] or _FILLED_SCRIPT.search(text):
        return False
    return all(known[tag] if tag in known else _is_harmless(tag, known, listed) for tag in set(_TAG.findall(text)))


def _is_harmless(tag: str, known: dict[str, bool], listed: frozenset[str]) -> bool:
    """Whether a tag is of the strictest form and without a fault; such as differ only in plain values are alike, and judged once."""
    if _STRICT.fullmatch(tag) is None:
        known[tag] = False
        return False
    shape = _PLAIN.sub(" id", tag)
    if shape not in known:
        known[shape] = not _found_in(shape, listed)
    known[tag] = known[shape]
    return known[tag]


def _found_in(tag: str, listed: frozenset[str]) -> list[Found]:
    """What is wrong with a tag of the strictest form, whose parts need no parser to be told apart."""
    look = _Look(listed)
    name = _NAME.match(tag)
    if name is not None:
        attributes: list[tuple[str, str | None]] = [(a.lower(), unescape(v) if given else None) for a, given, v in _ATTRIBUTE.findall(tag, name.end())]
        look.handle_starttag(name[1].lower(), attributes)
    return look.found


class _Look(HTMLParser):
    def __init__(self, listed: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Found] = []
        self._listed = listed
        self._data: str | None = None  # inside a block of data: what of it has been read
        self._inside = ""

    def read(self, text: str) -> None:
        """The whole page; what the parser itself gives up on is a fault, too."""
        try:
            self.feed(text)
            self.close()
        except AssertionError:
            self._data = ""
        if self._data is not None:  # what does not end has not been read
            self.found.append(Found(self.getpos()[0], _UNREADABLE))

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self._say(f"声明 {decl[:40]}", f"declaration {decl[:40]}")

    def handle_comment(self, data: str) -> None:
        self._say("注释", "a comment")  # ours have none; a server may take one for a command (SSI)

    def unknown_decl(self, data: str) -> None:
        self.found.append(Found(self.getpos()[0], _UNREADABLE))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self._say(f"元素 <{tag}>", f"element <{tag}>")
        given = dict(attrs)
        for name, value in attrs:
            if name not in _ATTRIBUTES and not name.startswith(_PREFIXES):
                self._say(f"属性 {name}", f"attribute {name}")
            elif name in ("href", "src", "cite"):
                self._address(tag, name, value or "", given)
        if tag == "meta" and "http-equiv" in given and (given["http-equiv"] or "").lower() not in _EQUIVALENT:
            self._say("改变网页去向的 meta", "a meta that redirects")
        elif tag == "input" and (given.get("type") or "text").lower() not in _INPUTS:
            self._say(f"输入框 {given.get('type')}", f"input {given.get('type')}")
        elif tag == "button" and (given.get("type") or "").lower() not in _BUTTONS:
            self._say(f"按钮 {given.get('type')}", f"button {given.get('type')}")
        elif tag == "script" and attrs == _DATA:
            self._data = ""
        elif tag == "script" and not given.get("src"):
            self._say("写在网页里的脚本", "a script inside the page")
        self._inside = tag if tag == "script" else ""

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data += data
        elif self._inside and data.strip():
            self._say("写在网页里的脚本", "a script inside the page")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        if self._data is not None:
            self.told(self._data)
            self._data = None

    def told(self, data: str) -> None:
        """JSON and nothing else, no sign of which could end its element or open another; it names no host that nobody listed."""
        try:
            value = None if set("<>&\u2028\u2029") & set(data) else json.loads(data)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            self._say("写在网页里的数据不成 JSON", "data inside the page that is no JSON")
            return
        for address in _addresses(value):
            self._address("a", "href", address, {})

    def handle_pi(self, data: str) -> None:
        self._say("处理指令", "a processing instruction")

    def _address(self, tag: str, name: str, value: str, given: dict[str, str | None]) -> None:
        read = _as_read(value)
        scheme, elsewhere = _SCHEME.match(read), read.startswith("//")
        loaded = _LOADED.get(tag) == name or (tag == "link" and bool(_LINKS & set((given.get("rel") or "").split())))
        if loaded and (scheme or elsewhere):
            self._say(f"从别处加载 {value[:80]}", f"loaded from elsewhere: {value[:80]}")
        elif elsewhere or (scheme and scheme[1].lower() not in _HARMLESS):
            self._say(f"地址 {value[:80]}", f"address {value[:80]}")
        elif scheme and scheme[1].lower() == "https":
            host = host_of(value)
            if host not in self._listed and host.partition(":")[0] not in self._listed:
                host = host or value[:80]
                self._say(f"链接到没有登记的网站 {host}", f"a link to a host that is not listed: {host}", host)

    def _say(self, zh: str, en: str, host: str = "") -> None:
        self.found.append(Found(self.getpos()[0], Text(zh, en), host))


def _addresses(value: Any) -> Iterator[str]:
    """Every text inside a value of JSON that programs take for an address."""
    if isinstance(value, list):
        for inside in value:
            yield from _addresses(inside)
    elif isinstance(value, dict):
        for key, inside in value.items():
            if isinstance(inside, str) and (key in _NAMING or key.lower().endswith("url")):
                yield inside
            yield from _addresses(inside)
