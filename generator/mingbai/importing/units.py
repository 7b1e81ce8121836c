"""The unit that a sheet says itself: in a heading (`金额（万元）`), or in a row above the table (`单位：万元`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from mingbai.importing.mapping import Unit

_UNIT: Final = re.compile(
    r"(?:单位|單位)\s*[:：]?\s*[（(]?\s*(?:人民币|人民幣|新台幣|新臺幣)?\s*([万萬千仟]?元)|[（(\[/／:：]\s*(?:人民币|人民幣)?\s*([万萬千仟]?元)\s*(?:[）)\]]|$)"
)
_UNITS: Final = {"元": Unit.YUAN, "千元": Unit.QIAN, "仟元": Unit.QIAN, "万元": Unit.WAN, "萬元": Unit.WAN}


def unit(texts: Iterable[str]) -> tuple[Unit, str] | None:
    """The unit that the first of these texts to name one names, and how: headings go before titles."""
    for text in texts:
        found = _UNIT.search(text)
        if found:
            return _UNITS[found[1] or found[2]], found[0]
    return None
