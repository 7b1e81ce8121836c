"""The text of a finished page, in pieces: what stands between two tags that end a line or a cell."""

from __future__ import annotations

import re
from html import unescape

from mingbai.searching.words import normal

_INLINE = re.compile(
    r"</?(?:a|span|s(?:mall|trong|amp|u[bp])?|time|code|b(?:di)?|em|abbr|i(?:ns)?|del|dfn|data|mark|cite|kbd|q|u|var|wbr)(?: [^>]*)?>"
)
_PIECE = re.compile(r">\s*([^<\s][^<]*)")
_NAME = re.compile("<([a-z][a-z0-9]*)")
_UNSOUGHT = " data-unsought"
"""The mark of an element that stands alike on many pages: how to object, what is published by which item, the page before and the one behind, the
words a page uses. Whoever looks for one of these wants the page that is about it."""


_OF_MONTH = re.compile("/((?:19|20)[0-9]{2})/(0[1-9]|1[0-2])/$")
_LONGEST = 12
"""Letters of a day without its year: 30 September."""


def pieces(body: str, address: str = "") -> list[str]:
    """The distinct pieces of a body in the order they stand; each is what a reader sees as one line or one cell.

    On the page of a month, whose address ends in it, a day of that month that fills a cell has the year, too: there is no room to say it in each row,
    but who looks for 2026年9月4日 wants the page with the lines of that day.
    """
    found = dict.fromkeys(_PIECE.findall(">" + _INLINE.sub("", _sought(body))))
    said = [unescape(piece) if "&" in piece else piece for piece in found]
    month = _OF_MONTH.search(address)
    return [_dated(piece, month[1], f"{int(month[2])}月") for piece in said] if month else said


def _dated(piece: str, year: str, month: str) -> str:
    if len(piece) > _LONGEST or not piece[0].isdigit():
        return piece
    day = normal(piece)
    return f"{year}年{day}" if re.fullmatch(f"{month}[0-9]{{1,2}}日", day) else piece


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
