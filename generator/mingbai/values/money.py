"""Money: whole fen as `int`, read from what people type, never through float."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_PLAIN = re.compile(r"(-?)[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*元?", re.ASCII)
_UNIT = re.compile(r"[百千万亿]")
_HALF = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}
_LONGEST = 16
"""Characters an amount may have in canonical form: up to twelve digits of yuan, the point, two digits, a sign."""


def fen(text: Any) -> int:
    """`1,234.5`, `￥1234.50`, `１２３４．５０` → 123450; any sign. Raises SCH010 (no amount), SCH011 (parts of a fen), SCH012 (万元)."""
    if type(text) is str:
        if text[-3:-2] == "." and len(text) < _LONGEST:  # canonical: no regular expression on the hot path
            digits = text[:-3] + text[-2:]
            if digits.isdecimal() and digits.isascii():
                return int(digits)
        return _as_typed(text)
    raise PydanticCustomError("SCH010", "no amount", {"typed": ""})


def _as_typed(text: str) -> int:
    plain = text.translate(_HALF).strip()
    if _UNIT.search(plain):
        raise PydanticCustomError("SCH012", "unit inside", {"typed": text})
    found = _PLAIN.fullmatch(plain)
    if not found or len(found[2]) > _LONGEST:
        raise PydanticCustomError("SCH010", "no amount", {"typed": text})
    sign, yuan, part = found[1], found[2].replace(",", ""), found[3] or ""
    if len(yuan) > _LONGEST - 4:
        raise PydanticCustomError("SCH010", "no amount", {"typed": text})
    if len(part) > 2:
        raise PydanticCustomError("SCH011", "parts of a fen", {"typed": text})
    value = int(yuan) * 100 + int(part.ljust(2, "0"))
    return -value if sign else value


def positive_fen(text: Any) -> int:
    """As `fen`, and above zero; raises SCH013 for a sign or a zero, for the direction stands in a field of its own."""
    value = fen(text)
    if value <= 0:
        raise PydanticCustomError("SCH013", "not above zero", {"typed": text})
    return value


Yuan = Annotated[int, BeforeValidator(positive_fen)]
"""An amount typed in yuan, held as fen, above zero."""

SignedYuan = Annotated[int, BeforeValidator(fen)]
"""A balance typed in yuan, held as fen, of either sign or zero."""


def plain(value: int) -> str:
    """Fen as plain decimals of yuan: −170400 → `-1704.00`; no separators."""
    sign, value = ("-", -value) if value < 0 else ("", value)
    return f"{sign}{value // 100}.{value % 100:02d}"


def grouped(value: int) -> str:
    """Fen as yuan with separators of thousands: 123450 → `1,234.50`."""
    sign, value = ("-", -value) if value < 0 else ("", value)
    return f"{sign}{value // 100:,}.{value % 100:02d}"
