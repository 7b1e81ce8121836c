"""Counts and shares: whole numbers, and the fractions by which a law says how many are enough."""

from __future__ import annotations

import re
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mingbai.values.text import Text

_DIGITS = 9


def count(typed: Any) -> int:
    """`17` → 17; ASCII digits only, up to nine, no sign, no leading zero. Raises SCH017."""
    if type(typed) is str and 0 < len(typed) <= _DIGITS and typed.isascii() and typed.isdecimal() and (typed[0] != "0" or typed == "0"):
        return int(typed)
    raise PydanticCustomError("SCH017", "no count", {"typed": typed if type(typed) is str else ""})


Count = Annotated[int, BeforeValidator(count)]
"""A whole number, zero or more."""

_THRESHOLD = re.compile(r"(至少|超过|at least|more than)\s*(\d{1,3})/(\d{1,3})", re.ASCII)


class Threshold(NamedTuple):
    """How many of a base are enough: 至少 2/3 includes the two thirds, 超过 1/2 (过半数) does not include the half."""

    part: int
    whole: int
    inclusive: bool

    @classmethod
    def parse(cls, typed: Any) -> Threshold:
        """`至少 2/3`, `超过 1/2`, `at least 2/3`, `more than 1/2`. Raises SCH020."""
        found = _THRESHOLD.fullmatch(typed) if type(typed) is str else None
        if found and 0 < int(found[2]) <= int(found[3]):
            return cls(int(found[2]), int(found[3]), found[1] in ("至少", "at least"))
        raise PydanticCustomError("SCH020", "no threshold", {"typed": typed if type(typed) is str else ""})

    def met(self, n: int, base: int) -> bool:
        """Whether `n` of `base` are enough, by whole numbers only."""
        return self.whole * n >= self.part * base if self.inclusive else self.whole * n > self.part * base

    def least(self, base: int) -> int:
        """The smallest number of `base` that is enough."""
        exact = self.part * base
        return -(-exact // self.whole) if self.inclusive else exact // self.whole + 1

    @property
    def text(self) -> Text:
        share = f"{self.part}/{self.whole}"
        return Text(f"{share} 以上" if self.inclusive else f"超过 {share}", f"{'at least' if self.inclusive else 'more than'} {share}")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda v: v if isinstance(v, cls) else cls.parse(v))
