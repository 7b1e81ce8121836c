"""Articles as they are cited in running text: 第三十四条、第三十九条第二款 → 34, 39."""

from __future__ import annotations

import re

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SIGNS = "".join((*_DIGITS, *_UNITS))
_ONE = rf"第\s*(?:\d{{1,4}}|[{_SIGNS}]{{1,8}})\s*条(?:之[{_SIGNS}]{{1,3}})?(?:第?[（(]?[\d{_SIGNS}]{{1,4}}[）)]?[款项目])*"
_RUN = re.compile(rf"{_ONE}(?:\s*[、，,和及与至到—-]\s*{_ONE})*")
_NUMBER = re.compile(rf"第\s*(\d{{1,4}}|[{_SIGNS}]{{1,8}})\s*条")


def cited_articles(text: str, start: int = 0) -> tuple[int, ...]:
    """The articles that are cited in a row at a place of a text; none where something else stands there."""
    found = _RUN.match(text, start)
    return tuple(n for one in _NUMBER.findall(found[0]) if (n := _number(one)) is not None) if found else ()


def _number(said: str) -> int | None:
    """二十二 → 22, 一百零三 → 103, 22 → 22; None where the signs make no number."""
    if said.isascii():
        return int(said)
    total = digit = 0
    for sign in said:
        if sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit or None
