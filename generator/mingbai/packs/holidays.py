"""`holidays.yml`: the days of rest and the weekends that are worked, as the State Council announces them for a year."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.counting import Calendar
from mingbai.values.days import Day
from mingbai.values.numbers import Count
from mingbai.values.text import Text
from mingbai.values.words import Many, Words

_PUBLIC = Privacy.PUBLIC


class Holiday(Record):
    """Days of rest without a break, both ends included."""

    name: Words = label("名称", "Name", _PUBLIC)
    first: Day = label("起", "From", _PUBLIC)
    last: Day = label("止", "To", _PUBLIC)


class HolidayYear(Record):
    """One year."""

    year: Count = label("年", "Year", _PUBLIC, help=Text("公历年份，例如 2027", "The year, e.g. 2027"))
    holidays: Many[Holiday] = label("放假", "Holidays", _PUBLIC, strict=False)
    worked: Many[Day] = label("上班", "Weekends that are worked", _PUBLIC, default=(), strict=False)


class HolidayFile(Record):
    """`holidays.yml`."""

    years: Many[HolidayYear] = label("年度", "Years", _PUBLIC, strict=False)


def calendar(years: Iterable[HolidayYear]) -> Calendar:
    """The years as a calendar to count with."""
    known = tuple(years)
    rest = frozenset(day for y in known for h in y.holidays for day in _days(h))
    return Calendar(rest, frozenset(day for y in known for day in y.worked), frozenset(y.year for y in known))


def _days(holiday: Holiday) -> Iterator[datetime.date]:
    for n in range((holiday.last - holiday.first).days + 1):
        yield holiday.first + datetime.timedelta(days=n)
