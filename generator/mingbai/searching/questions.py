"""What a question means: its parts, each as it is written and, where it may be a day or an amount, as it would stand on a page (asking.js does the same).

A page answers where it holds every part in one of its readings. What is written comes first and is never given up: 2026.10 is an amount and a month,
202609 a number and a month, 九月五日 the characters and 9月5日, 12.3万元 the words and 123000. Only a day or a month in English (4 September 2026) is
nothing but that: its words one by one stand on the pages of every other day.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from mingbai.searching.words import DAYS, HAN, MONTHS, NUMERALS, WIDE_COMMA, runs, ten, words

Term = list[str]
"""Words one behind the other."""
Reading = list[Term]
"""A page must hold all of them."""
Part = list[Reading]
"""A page must hold one of them."""

_YEAR = "((?:19|20)[0-9]{2})"
_MONTH = "(1[0-2]|0?[1-9])"
_DAY = "(3[01]|[12][0-9]|0?[1-9])"
_MARK = "[-/.\u2013\u2014_ ]"
_NO_MORE = "(?![0-9]|[.,/-][0-9])"
_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
_TH = "(?:st|nd|rd|th)?"

_APART = re.compile("([0-9]) (?=[年月日号元万亿])")
_APART_AFTER = re.compile("([年月]) (?=[0-9])")
_SPACED = re.compile(f"(^| ){_YEAR}年? {_MONTH}月?(?: {_DAY}[日号]?)?(?= |$)")
_ENGLISH = re.compile(f"(^|[^a-z0-9])(?:{_DAY}{_TH} (?:of )?)?{_NAME}(?: {_DAY}{_TH}(?![0-9a-z]))?(?:,? ?{_YEAR})?(?![a-z0-9])")
_SHORT_YEAR = re.compile(f"(^|[^0-9])([0-9]{{2}})年(?={_MONTH}(?:[^0-9]|$))")
_SHORT = re.compile(f"(^|[^0-9.,/-])([23][0-9])([-/.]){_MONTH}\\3{_DAY}{_NO_MORE}")
_SPOKEN = re.compile(f"(^|[^零一二三四五六七八九十]){MONTHS}月(?:份|{DAYS}[日号]?)?")
_FIGURES = re.compile(f"(^|[^0-9.,/\u2013\u2014_-]){_YEAR}(?:年|{_MARK}){_MONTH}(?:(?:月|{_MARK}){_DAY}[日号]?|月份?)?{_NO_MORE}")
_CLOSE = re.compile(f"(^|[^0-9a-z.,]){_YEAR}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])?{_NO_MORE}")
_YEARLESS = re.compile(f"^(?:{_MONTH}[-/]|(0[1-9])\\.){_DAY}$")
_OF_YEAR = re.compile("([0-9]月)份")
_ALONE = re.compile(f"(^|[^0-9年]){_MONTH}月(?:{_DAY}([日号]?))?(?![0-9])")

_CODE = re.compile(f"([{HAN}]+)([0-9]{{1,2}}-[0-9]{{3,4}}|[a-z]{{1,6}}-[0-9]+(?:-[0-9]+)*)")
"""A number behind what it is the number of (凭证10-014): on a page the two stand in a cell each."""
_LISTED = re.compile("(^|[^0-9])([0-9]{1,3}(?:、[0-9]{3})+)(?![0-9])")
_MONEY = re.compile(
    "^(?:rmb|cny|人民币)? ?[¥$+-]{0,2}([0-9][0-9,]*(?:\\.[0-9]+)?)(?:([万亿])(?:元整?|圆整?|块钱?)?|元整?|圆整?|块钱?|yuan|rmb|cny)?$"
)
_POWERS: Final = {"万": 4, "亿": 8}


def parts(question: str) -> list[Part]:
    """What stands between blanks, each part in all its readings, the one as it is written first; a day keeps its blanks (5 March 2026)."""
    text = " ".join(unicodedata.normalize("NFKC", WIDE_COMMA.sub("、", question)).lower().split())
    text = _APART_AFTER.sub(r"\1", _APART.sub(r"\1", text))
    text = _ENGLISH.sub(_bound, _SPACED.sub(_bound, text))
    return [read for part in text.split(" ") if (read := _readings(part))]


def _bound(found: re.Match[str]) -> str:
    """With the blanks inside as what no question holds, so that the parts are not cut there."""
    return found[1] + found[0][len(found[1]) :].replace(" ", "\0")


def _readings(part: str) -> Part:
    text, read = part.replace("\0", " "), list[Reading]()
    date, meant = _ENGLISH.fullmatch(text), list(map(_terms, _others(text)))
    written = [words(run) for piece in part.split("\0") for run in runs(piece)]
    if code := _CODE.fullmatch(text):
        meant.append([*_terms(code[1]), *_terms(code[2])])
    for reading in meant[:_OF_DAYS] if date and (date[2] or date[4] or date[5]) else (written, *meant):
        if reading and reading not in read:
            read.append(reading)
    return read


def _terms(text: str) -> Reading:
    return [words(run) for run in runs(text)]


_OF_DAYS = 2


def _others(text: str) -> Iterator[str]:
    """What may be meant besides, days first; some of it is what is written over again."""
    day = text
    for pattern, spoken in _SPEAKERS:
        day = pattern.sub(spoken, day)
    yield day
    yield _ALONE.sub(_in_characters, day)
    whole = _LISTED.sub(lambda m: m[1] + m[2].replace("、", ""), text)
    yield whole
    if money := _MONEY.match(whole):
        figures, unit = money[1].replace(",", ""), money[2]
        if unit:
            yield _times(figures, _POWERS[unit])
        yield figures + (unit or "")


def _times(figures: str, power: int) -> str:
    """12.3 and four places more → 123000."""
    whole, _, rest = figures.partition(".")
    rest = rest.ljust(power, "0")
    return f"{(whole + rest[:power]).lstrip('0') or '0'}.{rest[power:]}0"


def _said(year: str | None, month: str, day: str | None) -> str:
    return (f"{year}年" if year else "") + f"{int(month)}月" + (f"{int(day)}日" if day else "")


def _named(found: re.Match[str]) -> str:
    """Sep 5, 2026 → 2026年9月5日; a month alone by its whole name."""
    before, day, name, after, year = found.groups()
    if not (day or after or year) and (len(name) == 3 and name != "may"):
        return found[0]
    return before + _said(year, str(_NAMES.index(name[:3]) + 1), day or after)


def _spoken(found: re.Match[str]) -> str:
    """九月五日 → 9月5日."""
    before, month, day = found.groups()
    return before + _said(None, str(ten(month)), str(ten(day)) if day else None)


def _in_characters(found: re.Match[str]) -> str:
    """9月5日 → 九月五日, as pages may write it."""
    before, month, day, mark = found.groups()
    return f"{before}{_character(int(month))}月{_character(int(day)) if day else ''}{mark and '日'}" if day else f"{before}{_character(int(month))}月"


def _character(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (NUMERALS[tens + 1] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones + 1] if ones else "")


_SPEAKERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (_ENGLISH, _named),
    (_SHORT_YEAR, lambda m: f"{m[1]}20{m[2]}年"),
    (_SHORT, lambda m: m[1] + _said(f"20{m[2]}", m[4], m[5])),
    (_SPOKEN, _spoken),
    (_FIGURES, lambda m: m[1] + _said(m[2], m[3], m[4])),
    (_CLOSE, lambda m: m[1] + _said(m[2], m[3], m[4])),
    (_YEARLESS, lambda m: _said(None, m[1] or m[2], m[3])),
    (_OF_YEAR, lambda m: m[1]),
)
