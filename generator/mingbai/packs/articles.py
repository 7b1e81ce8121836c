"""Articles as they are cited in running text (第三十四条、第三十九条第二款 → 34, 39), and a number as an article is written."""

from __future__ import annotations

import re

from mingbai.values import speech

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_FIGURES = "〇一二三四五六七八九"
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


def article(number: str) -> str:
    """第十七条, or `article 17` where pages are made in English."""
    return f"article {speech.say(number)}" if speech.lang() == "en" else chinese_article(number)


def chinese_article(number: str) -> str:
    """`17` → 第十七条, `34(1)` → 第三十四条第一项; what is not of that form is returned as it stands."""
    found = re.fullmatch(r"(\d{1,4})(?:\((\d{1,2})\))?", number, re.ASCII)
    if not found:
        return number
    item = f"第{_chinese(int(found[2]))}项" if found[2] else ""
    return f"第{_chinese(int(found[1]))}条{item}"


def _chinese(n: int) -> str:
    if n >= 1000:
        return _FIGURES[n // 1000] + "千" + (_tail(n % 1000, 100) if n % 1000 else "")
    if n >= 100:
        return _FIGURES[n // 100] + "百" + (_tail(n % 100, 10) if n % 100 else "")
    if n >= 10:
        return ("" if n < 20 else _FIGURES[n // 10]) + "十" + (_FIGURES[n % 10] if n % 10 else "")
    return _FIGURES[n]


def _tail(n: int, unit: int) -> str:
    if n < unit:
        return "零" + _chinese(n)
    return ("一" if 10 <= n < 20 else "") + _chinese(n)
