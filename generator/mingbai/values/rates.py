"""Rates of interest for a year, as whole millionths, never through float."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

WHOLE = 1_000_000
"""100 % in millionths: 4.35 % is 43,500."""

_RATE = re.compile(r"(\d{1,3})(?:\.(\d{1,4}))?\s*%", re.ASCII)
_HALF = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def rate(typed: Any) -> int:
    """`4.35%`, `４．３５％` → 43500; above zero, up to four decimals, the sign belongs to it. Raises SCH029."""
    text = typed if type(typed) is str else ""
    found = _RATE.fullmatch(text.translate(_HALF).strip())
    value = int(found[1]) * 10_000 + int((found[2] or "").ljust(4, "0")) if found else 0
    if value:
        return value
    raise PydanticCustomError("SCH029", "no rate", {"typed": text})


Rate = Annotated[int, BeforeValidator(rate)]
"""A yearly rate of interest, in millionths."""


def percent(value: int) -> str:
    """Millionths as they are typed, no more decimals than needed: 43500 → `4.35%`."""
    return f"{value // 10_000}.{value % 10_000:04d}".rstrip("0").rstrip(".") + "%"


def simple(fen_days: int, yearly: int, days_a_year: int) -> int:
    """Simple interest in fen on a sum of fen × days at a yearly rate; half a fen and more counts as one."""
    divisor = days_a_year * WHOLE
    return (2 * fen_days * yearly + divisor) // (2 * divisor)
