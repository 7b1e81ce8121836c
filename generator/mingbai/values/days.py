"""Days, months and moments as people type them; months and quarters as values with their first and last day."""

from __future__ import annotations

import datetime
import re
from calendar import month_name, monthrange
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mingbai.values.speech import say
from mingbai.values.text import Text

_HALF = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DAY = re.compile(r"(\d{4})(?:-(\d{2})-(\d{2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])", re.ASCII)
_MONTH = re.compile(r"(\d{4})(?:-(\d{2})|/(\d{1,2})|年(\d{1,2})月)", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


@lru_cache(maxsize=8192)
def _day(text: str) -> datetime.date:
    found = _DAY.fullmatch(text.translate(_HALF).strip())
    if found:
        year, month, day = (int(g) for g in found.groups() if g)
        try:
            return datetime.date(year, month, day)
        except ValueError:
            raise PydanticCustomError("SCH015", "no such day", {"typed": text}) from None
    raise PydanticCustomError("SCH014", "no day", {"typed": text})


def day(text: Any) -> datetime.date:
    """`2026-03-05`, `2026年3月5日`, `2026.3.5`, `2026/3/5` → the date. Raises SCH014 (not a day), SCH015 (a day no calendar has)."""
    if type(text) is str:
        return _day(text)
    raise PydanticCustomError("SCH014", "no day", {"typed": ""})


Day = Annotated[datetime.date, BeforeValidator(day)]
"""A calendar day."""


def moment(text: Any) -> datetime.datetime:
    """`2026-03-05 14:30` → that moment, in the community's own time (Asia/Shanghai, kept without a zone). Raises SCH019."""
    if type(text) is str:
        first, _, clock = text.translate(_HALF).strip().replace("T", " ").partition(" ")
        found = _CLOCK.fullmatch(clock.strip()) if clock else None
        if found and int(found[1]) < 24 and int(found[2]) < 60:
            return datetime.datetime.combine(day(first), datetime.time(int(found[1]), int(found[2])))
    raise PydanticCustomError("SCH019", "no moment", {"typed": text if type(text) is str else ""})


Moment = Annotated[datetime.datetime, BeforeValidator(moment)]
"""A day with the time of day."""


class Month(NamedTuple):
    """A calendar month; sorts by time."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: Any) -> Month:
        """`2026-03`, `2026/3`, `2026年3月` → the month. Raises SCH018: a month with a dot (2018.1 is 1 or 10) is never guessed."""
        found = _MONTH.fullmatch(text.translate(_HALF).strip()) if type(text) is str else None
        if found:
            year, month = (int(g) for g in found.groups() if g)
            if 1 <= month <= 12 and year >= 1949:
                return cls(year, month)
        raise PydanticCustomError("SCH018", "no month", {"typed": text if type(text) is str else ""})

    @classmethod
    def of(cls, date: datetime.date) -> Month:
        return cls(date.year, date.month)

    @property
    def first(self) -> datetime.date:
        return datetime.date(self.year, self.month, 1)

    @property
    def last(self) -> datetime.date:
        return datetime.date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def quarter(self) -> int:
        return (self.month + 2) // 3

    @property
    def next(self) -> Month:
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda v: v if isinstance(v, cls) else cls.parse(v))


def spoken(day: datetime.date) -> str:
    """The day as it is said and printed: 2026年3月5日."""
    return say("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def in_words(day: datetime.date) -> Text:
    """The same in both languages, for what is told in both."""
    return Text(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {month_name[day.month]} {day.year}")


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later; a day the month lacks is its last (Civil Code art. 202)."""
    year, month = divmod(day.month - 1 + months, 12)
    first = datetime.date(day.year + year, month + 1, 1)
    last = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
