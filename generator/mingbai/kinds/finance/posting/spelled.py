"""The same thing written otherwise: full-width signs and blanks, which fingers type and eyes do not see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_WIDE = re.compile("[\u3000\uff00-\uffef]")
_ODD = re.compile("[\\s\uff00-\uffef]")


def narrow(text: str) -> str:
    """A text with full-width digits, letters and brackets as ASCII has them."""
    return unicodedata.normalize("NFKC", text) if _WIDE.search(text) else text


def bare(text: str) -> str:
    """A name as names are compared: `某店（一店）` is `某店 (一店)`."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def odd(names: Collection[str | None]) -> dict[str | None, str]:
    """Those of some names, each given once, that are compared otherwise than they are written; nearly all are not."""
    if not _ODD.search("|".join(filter(None, names))):
        return {}
    return {name: bare(name) for name in names if name and _ODD.search(name)}
