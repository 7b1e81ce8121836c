"""Measures: areas and quantities with up to four decimals, held as whole ten-thousandths, never through float."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

ONE = 10_000
"""One unit (亩, ㎡, 台) in ten-thousandths."""

_PLAIN = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,4}))?", re.ASCII)
_HALF = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DIGITS = 9


def measure(typed: Any) -> int:
    """`12.35` → 123500; above zero, up to four decimals, no unit. Raises SCH028."""
    value = quantity(typed)
    if value:
        return value
    raise PydanticCustomError("SCH028", "no measure", {"typed": typed})


def quantity(typed: Any) -> int:
    """As `measure`, and nothing is a quantity, too: `0` → 0. Raises SCH028."""
    text = typed if type(typed) is str else ""
    found = _PLAIN.fullmatch(text.translate(_HALF).strip())
    whole = found[1].replace(",", "") if found else ""
    if found and len(whole) <= _DIGITS:
        return int(whole) * ONE + int((found[2] or "").ljust(4, "0"))
    raise PydanticCustomError("SCH028", "no measure", {"typed": text})


Measure = Annotated[int, BeforeValidator(measure)]
"""An area or a quantity above zero, in ten-thousandths of its unit."""

Quantity = Annotated[int, BeforeValidator(quantity)]
"""A quantity, in ten-thousandths of its unit; it may be nothing."""


def decimal(value: int) -> str:
    """Ten-thousandths as plain decimals, no more of them than needed: 123500 → `12.35`, 30000 → `3`."""
    sign, value = ("-", -value) if value < 0 else ("", value)
    return f"{sign}{value // ONE}.{value % ONE:04d}".rstrip("0").rstrip(".")


def times(rate: int, quantity: int) -> int:
    """Fen for a quantity in ten-thousandths at a rate in fen for one unit; half a fen and more counts as one."""
    return (rate * quantity * 2 + ONE) // (2 * ONE)
