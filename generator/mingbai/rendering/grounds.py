"""Clauses cited on finished pages lead to the act on the page of the law: whatever template or sentence they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import escape

PAGE = "law/"
_ARTICLE = "(?:第[〇零一二三四五六七八九十百千]+条(?:第[〇零一二三四五六七八九十百]+项)?|, art\\. [0-9]+(?:\\([0-9]+\\))?)?"


class Grounds:
    """Acts by the words they are cited in (会计法（2024）), each with its anchor on the page of the law."""

    def __init__(self, acts: Mapping[str, str]) -> None:
        self._anchors = {str(escape(words)): anchor for words, anchor in acts.items()}
        names = "|".join(re.escape(words) for words in sorted(self._anchors, key=len, reverse=True))
        self._cited = re.compile(f"({names}){_ARTICLE}") if names else None

    def linked(self, body: str, link: Callable[[str], str]) -> str:
        """The body with every citation a link; those inside links, headings and tags stay as they are."""
        if self._cited is None:
            return body
        parts, last = [], 0
        for found in self._cited.finditer(body):
            if not _bound(body, found.start()):
                parts += [body[last : found.start()], f'<a href="{link(f"{PAGE}#{self._anchors[found[1]]}")}">{found[0]}</a>']
                last = found.end()
        return "".join((*parts, body[last:])) if parts else body


def _bound(body: str, at: int) -> bool:
    """Whether a place lies inside a tag, a link or a heading."""
    opened = body.rfind("<", 0, at)
    if opened > body.rfind(">", 0, at):
        return True
    return any(
        body.rfind(start, 0, at) > body.rfind(end, 0, at) for start, end in (("<a ", "</a>"), ("<h1", "</h1>"), ("<h2", "</h2>"), ("<h3", "</h3>"))
    )
