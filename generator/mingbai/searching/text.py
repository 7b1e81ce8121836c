"""The text of a finished page, in pieces: what stands between two tags that end a line or a cell."""

from __future__ import annotations

import re
from html import unescape

_INLINE = re.compile(
    r"</?(?:a|span|s(?:mall|trong|amp|u[bp])?|time|code|b(?:di)?|em|abbr|i(?:ns)?|del|dfn|data|mark|cite|kbd|q|u|var|wbr)(?: [^>]*)?>"
)
_PIECE = re.compile(r">\s*([^<\s][^<]*)")
_UNSOUGHT = '<div class="screen-only" data-unsought'
"""Where what stands on every page alike begins, at a body's end: the words a page uses, explained. Whoever looks for one wants the page of words."""


def pieces(body: str) -> list[str]:
    """The distinct pieces of a body in the order they stand; each is what a reader sees as one line or one cell."""
    found = dict.fromkeys(_PIECE.findall(">" + _INLINE.sub("", body.partition(_UNSOUGHT)[0])))
    return [unescape(piece) if "&" in piece else piece for piece in found]
