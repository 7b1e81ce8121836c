"""COM108: what would act in a hand-written page: scripts, frames, forms, addresses that run something. The site leaves it out, and says so here.

Markdown lets HTML through as it is written; the sanitiser (`mingbai.site.sanitise`) then drops what acts, without a word. Whoever wrote it, or
reads it in a change, is told where it stands. What stands between backticks is shown as text and acts nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from mingbai.checking.personal import span_of
from mingbai.diagnostics import Code, Diagnostic, Place, Severity
from mingbai.values.text import Text

ACTING: Final = Code(
    "COM108",
    Severity.ERROR,
    Text("手写的页面里有会动的代码", "a hand-written page holds something that acts"),
    Text("这里写了{what}，网站不会放它", "there is {what} here; the site leaves it out"),
    Text(
        "删掉它，只写文字、链接和图片；链接写 https:// 的网址或相对地址。要给人看代码，用反引号（`）括起来。",
        "Delete it and write text, links and pictures only; a link is an https:// or a relative address. To show code, put it between backticks (`).",
    ),
    Text(
        "公开的网页不运行手写的脚本，不嵌别处的页面，也不收表单：谁改了这一页，都不能借它在居民的手机上做什么。",
        "A public page runs no script that was written into it, frames no other page and sends no form: nobody who changes it can do anything on a resident's phone.",
    ),
)

_FENCED: Final = re.compile(r"^( {0,3})(`{3,}|~{3,})[^\n]*\n(?:.*\n)*?\1\2[`~]*[ \t]*$", re.MULTILINE)
_QUOTED: Final = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)\1(?!`)")
_ELEMENT: Final = re.compile(
    r"<(script|style|iframe|frame|frameset|object|embed|applet|form|input|button|textarea|select|base|link|meta|svg|math|template|audio|video)\b",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"""<[a-z][a-z0-9-]*(?:[^<>"']|"[^"]*"|'[^']*')*>?""", re.IGNORECASE)
_HANDLER: Final = re.compile(r"""(?<=[\s"'/])(on[a-z]+)\s*=""", re.IGNORECASE)
_LISTED: Final = re.compile(r"\{:[^{}\n]*\}")
"""Attributes as Markdown has them: `{: onclick="…" }`."""
_ADDRESS: Final = re.compile(
    r"""\]\(\s*<?(?P<link>[^)\s>]+)|^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<named>[^\s>]+)|<(?P<bare>[a-z][a-z0-9+.-]*:[^>\s]+)>"""
    r"""|\b(?:href|src|action|formaction|data|poster)\s*=\s*(?P<given>"[^"]*"|'[^']*'|[^\s>"']+)""",
    re.IGNORECASE | re.MULTILINE,
)
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HARMLESS: Final = frozenset({"https", "http", "mailto", "tel"})
"""`http:` leads to a page and runs nothing."""
_DROPPED: Final = dict.fromkeys(range(0x21))
"""What browsers overlook in an address."""


def acting(text: str, path: str) -> Iterator[Diagnostic]:
    """What acts in the Markdown of a page, each with its place."""
    read = _shown(text)
    found = [(m.start(), m.end(), _element(m[1].lower())) for m in _ELEMENT.finditer(read)]
    for tag in (*_TAG.finditer(read), *_LISTED.finditer(read)):
        found += ((tag.start() + m.start(1), tag.start() + m.end(1), _handler(m[1].lower())) for m in _HANDLER.finditer(tag[0]))
    for one in _ADDRESS.finditer(read):
        name = one.lastgroup or ""
        scheme = _SCHEME.match(unescape(one[name].strip("\"'")).translate(_DROPPED))
        if scheme and scheme[1].lower() not in _HARMLESS:
            found.append(
                (one.start(name), one.end(name), Text(f"“{scheme[1].lower()}:”开头的地址", f"an address that begins with “{scheme[1].lower()}:”"))
            )
    for start, end, what in sorted(found, key=lambda one: one[0]):
        yield ACTING.at(Place(path, span=span_of(text, start, end)), what=what)


def _shown(text: str) -> str:
    """The text with code blanked out, every place kept: what is shown as code is no code."""
    for pattern in (_FENCED, _QUOTED):
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def _element(name: str) -> Text:
    return Text(f"<{name}>", f"<{name}>")


def _handler(name: str) -> Text:
    return Text(f"{name}=（点到、打开时运行的脚本）", f"{name}= (a script that runs when something happens)")
