"""Periods as disclosure names them: `2026`, `2026-H1`, `2026-Q1`, `2026-03`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mingbai.values.days import Month
from mingbai.values.text import Text

_TYPED = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2}))|年(?:第?([一二三四1-4])季度|([上下])半年|(\d{1,2})月)?)?", re.ASCII)
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_QUARTERS = "一二三四"


class Period(NamedTuple):
    """A month (`months` 1), quarter (3), half-year (6) or year (12); sorts by its first day."""

    first: datetime.date
    months: int

    @classmethod
    def of(cls, day: datetime.date, months: int) -> Period:
        """The period of so many months in which a day lies."""
        return cls(datetime.date(day.year, (day.month - 1) // months * months + 1, 1), months)

    @classmethod
    def parse(cls, typed: Any) -> Period:
        """`2026`, `2026-H1`, `2026-Q1`, `2026-03`, also `2026年`, `2026年上半年`, `2026年一季度`, `2026年3月`. Raises SCH031."""
        found = _TYPED.fullmatch(typed) if type(typed) is str else None
        if found:
            year, quarter, half, month = int(found[1]), found[2] or found[5], found[3] or found[6], found[4] or found[7]
            for number, months in ((quarter, 3), (half, 6), (month, 1)):
                if number:
                    n = _NUMBERS.get(number) or int(number)
                    if year >= 1949 and 1 <= n <= 12 // months:
                        return cls(datetime.date(year, (n - 1) * months + 1, 1), months)
                    break
            else:
                if year >= 1949:
                    return cls(datetime.date(year, 1, 1), 12)
        raise PydanticCustomError("SCH031", "no period", {"typed": typed if type(typed) is str else ""})

    @property
    def last(self) -> datetime.date:
        return Month(self.first.year, self.first.month + self.months - 1).last

    @property
    def next(self) -> Period:
        return Period.of(self.last + datetime.timedelta(days=1), self.months)

    def holds(self, other: Period) -> bool:
        """Whether another period lies inside this one."""
        return self.first <= other.first and other.last <= self.last

    @property
    def text(self) -> Text:
        """2026年第一季度."""
        year, n = self.first.year, (self.first.month - 1) // self.months
        if self.months == 12:
            return Text(f"{year}年", str(year))
        if self.months == 6:
            return Text(f"{year}年{'上下'[n]}半年", f"{('first', 'second')[n]} half of {year}")
        if self.months == 3:
            return Text(f"{year}年第{_QUARTERS[n]}季度", f"quarter {n + 1} of {year}")
        return Text(f"{year}年{n + 1}月", f"{year}-{n + 1:02}")

    def __str__(self) -> str:
        year, n = self.first.year, (self.first.month - 1) // self.months + 1
        return {12: f"{year}", 6: f"{year}-H{n}", 3: f"{year}-Q{n}"}.get(self.months, f"{year}-{n:02}")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(lambda v: v if isinstance(v, cls) else cls.parse(v))


def since(day: datetime.date, months: int, until: datetime.date) -> Iterator[Period]:
    """The periods of so many months from the one in which `day` lies to the one in which `until` lies."""
    period = Period.of(day, months)
    while period.first <= until:
        yield period
        period = period.next
