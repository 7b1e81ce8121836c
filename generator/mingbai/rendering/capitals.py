"""Capitals, in languages that write them: whatever stands by itself on a page (a heading, a cell, a sentence) begins with one.

Chinese has none, and the same word may stand by itself here and inside a sentence there, so catalogues write words small. What a
ledger says stays as it was written: a word in small letters before Chinese is its, and what names a file or a column is `code`.
"""

from __future__ import annotations

import re

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_FIRST = rf"[a-z](?=[a-z'’-]*(?:[,.:;()/·…]|&|<| (?![{_HAN}])|$))"
"""The first letter of a word in small letters that a language other than Chinese goes on from."""
_BEHIND_TAG = re.compile(rf">\s*{_FIRST}")
_LABEL = re.compile(rf' data-label="{_FIRST}')
_OPENING = re.compile(r"<([a-z][a-z0-9]*)(?: [^<>]*)?>\s*$")
_ALONE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "td", "th", "div", "caption", "summary", "figcaption"))
_VERBATIM = frozenset(("code", "svg", "kbd"))
_WHOLE = re.compile(_FIRST)


def begun_alone(text: str) -> str:
    """A title or a sentence with the capital it begins with."""
    return text[:1].upper() + text[1:] if _WHOLE.match(text) else text


def begun_blocks(body: str) -> str:
    """The HTML of a page, everything in it that stands by itself begun so, and what a phone shows beside a cell."""
    body = _LABEL.sub(lambda found: found[0][:-1] + found[0][-1].upper(), body)
    return _BEHIND_TAG.sub(lambda found: found[0].upper() if _stands_alone(body, found.start() + 1) else found[0], body)


def _stands_alone(body: str, end: int) -> bool:
    """Whether what begins behind the tag that ends there is the first of its block: only opening tags lie between."""
    while (start := body.rfind("<", 0, end)) >= 0 and (tag := _OPENING.match(body, start, end)):
        if tag[1] in _ALONE or tag[1] in _VERBATIM:
            return tag[1] in _ALONE
        end = len(body[:start].rstrip()) if body[start - 1 : start].isspace() else start
    return False
