"""Whether a text names a person, where ledgers may only describe one (个人承租户A, 独居老人 32 户)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIGNS = re.compile(r"[、，,；;和及与/\s]+")
_BARE = re.compile(r"[㐀-䶿一-鿿]{2,3}(?:先生|女士|同志|老师|师傅|大爷|大妈|奶奶|爷爷|阿姨|叔叔)?")


def described(text: str, words: Iterable[str]) -> bool:
    """Whether a text describes somebody by one of these words (居民, 承租户, 某 …) instead of naming them."""
    return any(word in text for word in words)


def likely_name(text: str, words: Iterable[str], surnames: Iterable[str]) -> str:
    """The first part of a text that looks like the name of a person: two or three characters, a surname first; empty where none does.

    A part that holds one of `words` describes (高龄老人 begins with a surname and names nobody).
    """
    known, told = tuple(surnames), tuple(words)
    for part in _SIGNS.split(text):
        if _BARE.fullmatch(part) and part.startswith(known) and not described(part, told):
            return part
    return ""
