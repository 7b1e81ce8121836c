"""The text of a finished page, in pieces: what stands between two tags that end a line or a cell."""

from __future__ import annotations

import re
from html import unescape

_INLINE = re.compile(
    r"</?(?:a|span|s(?:mall|trong|amp|u[bp])?|time|code|b(?:di)?|em|abbr|i(?:ns)?|del|dfn|data|mark|cite|kbd|q|u|var|wbr)(?: [^>]*)?>"
)
_PIECE = re.compile(r">\s*([^<\s][^<]*)")
_NAME = re.compile("<([a-z][a-z0-9]*)")
_UNSOUGHT = " data-unsought"
"""The mark of an element that stands alike on many pages: how to object, what is published by which item, the page before and the one behind, the
words a page uses. Whoever looks for one of these wants the page that is about it."""


def pieces(body: str) -> list[str]:
    """The distinct pieces of a body in the order they stand; each is what a reader sees as one line or one cell."""
    found = dict.fromkeys(_PIECE.findall(">" + _INLINE.sub("", _sought(body))))
    return [unescape(piece) if "&" in piece else piece for piece in found]


def _sought(body: str) -> str:
    """The body without the elements that are marked."""
    kept, at, mark = [], 0, body.find(_UNSOUGHT)
    while mark >= 0:
        start = body.rfind("<", at, mark)
        if start >= 0 and ">" not in body[start:mark]:  # else it is a word of the text
            kept.append(body[at:start])
            at = _end(body, start)
        mark = body.find(_UNSOUGHT, max(at, mark + 1))
    return "".join((*kept, body[at:]))


def _end(body: str, start: int) -> int:
    """Where the element ends that starts there."""
    name = _NAME.match(body, start)
    depth = 0
    for tag in re.compile(f"<(/?){name[1]}(?![a-z0-9])").finditer(body, start) if name else ():
        depth += -1 if tag[1] else 1
        if not depth:
            return body.index(">", tag.end()) + 1
    return len(body)
