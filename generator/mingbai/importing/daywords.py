"""Days written in other ways than nearly all are: Chinese numerals, the Republic by name, no year, a year of two digits, a serial kept as text.

Asked only where a cell is none of the common forms (`cells.day`). What may be read in two ways is not read.
"""

from __future__ import annotations

import datetime
import re
from typing import Final

from mingbai.importing.mapping import Calendar
from mingbai.values.days import Month

_DIGITS: Final = {c: n for row in ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖") for n, c in enumerate(row)} | {"○": 0, "元": 1}
_N: Final = "〇○零一二三四五六七八九十百廿卅元壹贰叁肆伍陆柒捌玖拾\\d"
_ERA: Final = re.compile(r"(?:(?P<roc>(?:中[华華])?民[国國])|公元|西元)?\s*(?P<rest>.*)")
_YEAR: Final = re.compile(rf"([{_N}]{{1,6}})年\s*([{_N}]{{1,3}})月(?:份)?\s*([{_N}]{{1,3}})[日號号]?(?:\s.*)?", re.ASCII)
_NO_YEAR: Final = re.compile(rf"([{_N}]{{1,3}})月(?:份)?\s*([{_N}]{{1,3}})[日號号]?", re.ASCII)
_FOUR: Final = re.compile(r"(\d\d)(\d\d)", re.ASCII)
_TWO: Final = re.compile(r"(\d\d)(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日號号]?)(?:[ T].*)?", re.ASCII)
_SERIAL: Final = re.compile(r"([2-7]\d{4})\.\d*", re.ASCII)
_CENTURY: Final = 2000


def unusual(text: str, calendar: Calendar, near: Month | None, epoch: datetime.date, *, two: bool) -> tuple[str, int, int] | datetime.date | None:
    """Year as it is written, month and day; or the date itself; None where a text is no day.

    Args:
        near: the period, where it is known: it says the year of `一月七日` and `0107`, and bears out that of `26.3.5`.
        epoch: day 0 of a workbook's count of days.
        two: whether the map says that a year of two digits is one of this century.
    """
    era = _ERA.fullmatch(text)
    rest = era["rest"] if era else text
    if era and era["roc"] and calendar is not Calendar.ROC:
        return None
    if whole := _YEAR.fullmatch(rest):
        year, month, day = (_number(g) for g in whole.groups())
        typed = str(year) if year is not None else ""
        if month is None or day is None or not typed:
            return None
        return (typed, month, day) if len(typed) > 2 or calendar is Calendar.ROC else _of_century(year or 0, month, day, near, two=two)
    if calendar is Calendar.GREGORIAN and (short := _TWO.fullmatch(rest)):
        return _of_century(int(short[1]), int(short[3] or short[5]), int(short[4] or short[6]), near, two=two)
    if near is not None and (bare := _NO_YEAR.fullmatch(rest) or _FOUR.fullmatch(rest)):
        month, day = _number(bare[1]), _number(bare[2])
        return _within(month, day, near) if month is not None and day is not None else None
    if calendar is Calendar.GREGORIAN and (serial := _SERIAL.fullmatch(rest)):
        return epoch + datetime.timedelta(days=int(serial[1]))
    return None


def _of_century(year: int, month: int, day: int, near: Month | None, *, two: bool) -> datetime.date | None:
    """A year of two digits where the map says its century, or the period bears it out."""
    if two:
        return datetime.date(_CENTURY + year, month, day)
    found = _within(month, day, near) if near is not None else None
    return found if found is not None and found.year == _CENTURY + year else None


def _within(month: int, day: int, near: Month) -> datetime.date:
    """The day in the period's year, or in the one before for a month after it."""
    return datetime.date(near.year - (month > near.month), month, day)


def _number(text: str) -> int | None:
    """`113`, `一一三`, `一百一十三`, `二十`, `廿八`, `元` (the first) → the number; None where the signs make none."""
    if text.isdecimal():
        return int(text)
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text)) if text == "元" or "元" not in text else None
    found = _TENS.fullmatch(text)
    if found is None:
        return None
    hundred, ten, one = found["hundred"], found["ten"], found["one"]
    tens = {"廿": 2, "卅": 3}.get(ten or "") or (_DIGITS[ten[0]] if ten and len(ten) > 1 else 1 if ten else 0)
    return (_DIGITS[hundred] if hundred else 0) * 100 + tens * 10 + (_DIGITS[one] if one else 0)


_TENS: Final = re.compile(r"(?:(?P<hundred>[一二三四五六七八九])百零?)?(?P<ten>[一二三四五六七八九]?[十拾]|廿|卅)?(?P<one>[一二三四五六七八九])?")
