"""What headings, titles and cells say of a table: which column is which, how days are written, which month, which side."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from mingbai.importing import cells
from mingbai.importing.mapping import Calendar, Order, Unit
from mingbai.importing.refusal import RefusedError
from mingbai.importing.table import Row
from mingbai.importing.vocabulary import Vocabulary
from mingbai.values.days import Month

_DATE: Final = r"(?:(\d{4})(\d{2})(\d{2})|(\d{2,4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?)"
_RANGE: Final = re.compile(rf"{_DATE}\s*[~～\-—–至到]+\s*{_DATE}", re.ASCII)
_YEAR_ONCE: Final = re.compile(
    r"(\d{2,4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日號号]?\s*[-~～—–至到]+\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日號号]", re.ASCII
)
_SPAN_OF_DAYS: Final = re.compile(
    r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?\s*[-~～—–至到]+\s*(?:(?:\d{2,4}\s*年)?\s*(\d{1,2})\s*月)?\s*(\d{1,2})\s*[日号號]", re.ASCII
)
_LAST: Final = 28
"""The day on which a month ends at the earliest."""
_MONTH: Final = re.compile(r"(\d{2,4})\s*年\s*(\d{1,2})\s*月", re.ASCII)
_TURNED: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}", re.ASCII)
_ROC: Final = re.compile(r"(?:民[国國])?\d{2,3}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|1\d{2}(?:0\d|1[0-2])[0-3]\d", re.ASCII)
_SHORT: Final = re.compile(r"\d{1,2}[-/.月]\d{1,2}[日号號]?", re.ASCII)
_SPAN: Final = re.compile(r"(?<!\d)(\d{1,2})\s*(?:月份?)?\s*[-~～—–至到]\s*(\d{1,2})\s*月", re.ASCII)
_NAMED: Final = re.compile(
    r"(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s_-]+(?:to[\s_-]+)?(?:\d{4}[\s_-]+)?"
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.ASCII,
)
_ENGLISH: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OVER: Final = re.compile(r"(?:over|above|超过|超過|大于)[\s_£$¥￥-]*(\d[\d,]*)|(\d[\d,]*)\s*元\s*(?:以上|及以上)", re.ASCII)
_DOTTED: Final = re.compile(r"\d{4}\.\d{1,2}(?:-\d{1,2})?", re.ASCII)


_LEAP: Final = Month(2000, 12)


class Days(NamedTuple):
    """How the days of a column are written; `short` have no year, `unsure` may be read either way round, `two` have a year of two digits of this century."""

    calendar: Calendar
    order: Order
    short: bool
    unsure: bool
    two: bool = False


class Cut(NamedTuple):
    """Two days without a year that a title or remark names as the first and the last of a period, and the words."""

    start: tuple[int, int]
    end: tuple[int, int]
    said: str

    @property
    def follows(self) -> bool:
        """Whether a period after it would begin where it ends, as months that are cut on one day do."""
        return self.start[1] == self.end[1] + 1


class Term(NamedTuple):
    """A period that a title or remark names."""

    month: Month
    start: datetime.date | None
    end: datetime.date | None
    said: str


def fields_of(header: Row, words: Vocabulary) -> dict[str, list[int]]:
    """The columns that may be each field, the best first."""
    found: dict[str, list[tuple[int, int]]] = {}
    for x, cell in enumerate(header.cells):
        for field in words.columns:
            rank = words.rank(field, cell.text)
            if rank is not None:
                found.setdefault(field, []).append((rank, x))
    return {field: [x for _, x in sorted(ranked)] for field, ranked in found.items()}


def days(texts: Iterable[str]) -> Days | None:
    """How a column of days is written; None where most of its cells are none."""
    filled = [t.split(" ")[0] for t in texts if t]
    turned = [m for t in filled if (m := _TURNED.fullmatch(t))]
    if len(turned) * 2 > len(filled):
        first, second = max(int(m[1]) for m in turned), max(int(m[2]) for m in turned)
        order = Order.MONTH_FIRST if second > 12 else Order.DAY_FIRST
        return Days(Calendar.GREGORIAN, order, short=False, unsure=first <= 12 and second <= 12)
    for calendar in Calendar:
        if sum(_is_day(t, calendar) for t in filled) * 2 > len(filled) and not (calendar is Calendar.ROC and not any(map(_is_roc, filled))):
            return Days(calendar, Order.YEAR_FIRST, short=False, unsure=False)
    if sum(_is_day(t, Calendar.GREGORIAN, two=True) for t in filled) * 2 > len(filled):
        return Days(Calendar.GREGORIAN, Order.YEAR_FIRST, short=False, unsure=False, two=True)
    if filled and sum(_is_short(t) for t in filled) * 2 > len(filled):
        return Days(Calendar.GREGORIAN, Order.YEAR_FIRST, short=True, unsure=False)
    return None


def dated(texts: Iterable[str]) -> list[str]:
    """The cells of a column that may be days: sums and headings that stand again hold neither a figure nor 月."""
    return [t for t in texts if "月" in t or any(c.isdigit() for c in t)]


def months(texts: Iterable[str]) -> Calendar | None:
    """By which calendar every cell of a column is a month; None where one is not (2018.1 is none)."""
    filled = [t for t in texts if t]
    return next((c for c in Calendar if filled and all(_is_month(t, c) for t in filled)), None)


def dotted(texts: Iterable[str]) -> str:
    """The first cell that is a year with a dot (2018.1 may be January or October); empty where none is."""
    return next((t for t in texts if _DOTTED.fullmatch(t)), "")


def amounts(texts: Iterable[str]) -> int:
    """How many cells are amounts."""
    return sum(_is_amount(t) for t in texts if t)


def term(texts: Sequence[str], near: Month | None = None) -> Term | None:
    """The period that titles name: two days, else a month; with `near` only one that ends in it."""
    for text in texts:
        found = _RANGE.search(text)
        if found:
            parts = [g for g in found.groups() if g is not None]
            start, end = _date(*parts[:3]), _date(*parts[3:])
            if start and end and start <= end and (near is None or Month.of(end) == near):
                whole = start.day == 1 and end == Month.of(end).last and Month.of(start) == Month.of(end)
                return Term(Month.of(end), None if whole else start, None if whole else end, found[0])
    for text in texts:
        if (half := _YEAR_ONCE.search(text)) and near is None:
            start = _date(half[1], half[2], half[3])
            end = _date(str(start.year + (int(half[4]) < start.month)), half[4], half[5]) if start else None
            if start and end and (start.day != 1 or end != Month.of(end).last):
                return Term(Month.of(end), start, end, half[0])
    for text in texts:
        one = _MONTH.search(text)
        first = _date(one[1], one[2], "1") if one else None
        if one and first and near is None:
            return Term(Month.of(first), None, None, one[0])
    return None


def cut(texts: Iterable[str]) -> Cut | None:
    """The days without a year (1月26日至2月25日) from which to which a title says the table goes; None where none does, or where these are whole months."""
    for text in texts:
        for found in _SPAN_OF_DAYS.finditer(text):
            start, end = (int(found[1]), int(found[2])), (int(found[3] or found[1]), int(found[4]))
            if all(1 <= month <= 12 and 1 <= day <= 31 for month, day in (start, end)) and start != end and (start[1] != 1 or end[1] < _LAST):
                return Cut(start, end, found[0])
    return None


def several(texts: Iterable[str]) -> tuple[range, str] | None:
    """The months (1–12) that a title or the file's name says the table is of, `1-3月` or `jan-mar`, and the words; None where none does."""
    for text in texts:
        if found := _SPAN.search(text):
            first, last = int(found[1]), int(found[2])
        elif found := _NAMED.search(text.lower()):
            first, last = _ENGLISH.index(found[1]) + 1, _ENGLISH.index(found[2]) + 1
        else:
            continue
        if 1 <= first < last <= 12:
            return range(first, last + 1), found[0]
    return None


def threshold(texts: Iterable[str]) -> tuple[int, str] | None:
    """The fen that a title or the file's name says every amount is above (`over-500`, `500元以上`), and the words; None where none does."""
    for text in texts:
        found = _OVER.search(text.lower())
        if found:
            return int((found[1] or found[2]).replace(",", "")) * 100, found[0].strip()
    return None


def said(texts: Iterable[str], words: Sequence[str]) -> str:
    """The first of the words that stands in one of the texts; empty where none does."""
    low = [t.lower() for t in texts]
    return next((w for t in low for w in words if w in t), "")


def _date(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year) + (1911 if len(year) < 4 else 0), int(month), int(day))
    except ValueError:
        return None


def _is_roc(text: str) -> bool:
    return bool(_ROC.fullmatch(text)) or "年" in text


def _is_short(text: str) -> bool:
    """Whether a text is a day without its year: of a leap year every such day is one."""
    return bool(_SHORT.fullmatch(text)) or _is_day(text, Calendar.GREGORIAN, near=_LEAP)


def _is_day(text: str, calendar: Calendar, *, near: Month | None = None, two: bool = False) -> bool:
    try:
        cells.day(text, calendar, near=near, two=two)
    except RefusedError:
        return False
    return True


def _is_month(text: str, calendar: Calendar) -> bool:
    try:
        cells.month(text, calendar)
    except RefusedError:
        return False
    return True


def _is_amount(text: str) -> bool:
    try:
        cells.amount(text, Unit.WAN)  # four more decimals are an amount too, and refused later with their place
    except RefusedError as refused:
        return refused.code.id == "IMP008"
    return True
