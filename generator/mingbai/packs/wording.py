"""Whether words are said somewhere: in one piece, or in several that stand in one sentence (`章程 修改`: 修改合作社章程)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile(r"[。；;！!？?\n]")


def says(text: str, words: Iterable[str]) -> bool:
    """Whether one sentence of the text has all parts of one of the words; parts have a blank between them."""
    sentences = _END.split(text)
    return any(all(part in sentence for part in word.split()) for word in words for sentence in sentences)
