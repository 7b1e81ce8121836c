"""Values as an English sentence needs them: counted, a month by its name, a word begun small."""

from __future__ import annotations

import calendar
import string
from collections.abc import Mapping
from typing import Any

_FIGURES = {word: n for words in ("一二三四五六七八九", "上下") for n, word in enumerate(words, 1)}
"""第一季度, 上半年."""


def inflected(value: Any, spec: str) -> str:
    """A value as a sentence asks for it: `contract|contracts` counts, `month` names the month, `lower` begins small, `figure` is 1 for 一; anything else is Python's."""
    if "|" in spec:
        one, many = spec.split("|", 1)
        return f"{value} {one if str(value) == '1' else many}"
    if spec == "month":
        return calendar.month_name[int(value)]
    if spec == "lower":
        return str(value)[:1].lower() + str(value)[1:]
    if spec == "figure":
        return str(_FIGURES.get(str(value), value))
    return format(value, spec)


def counted(n: Any, one: str, many: str) -> str:
    """`1 day`, `2 days`: for an English text that is put together where it is said."""
    return inflected(n, f"{one}|{many}")


class Counting(string.Formatter):
    """Fills the places of a sentence: `{n:day|days}` is `1 day` and `2 days`."""

    def format_field(self, value: Any, format_spec: str) -> str:
        return inflected(value, format_spec)


_COUNTING = Counting()


def filled(sentence: str, values: Mapping[str, Any]) -> str:
    """An English sentence with its values."""
    return _COUNTING.vformat(sentence, (), values)
