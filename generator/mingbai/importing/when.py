"""The month and the day of a row: of its own cell, of a column of months, or of the whole table."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Final

from mingbai.importing import cells
from mingbai.importing.mapping import Part
from mingbai.importing.refusal import RefusedError
from mingbai.importing.table import Row
from mingbai.importing.texts import Refuse
from mingbai.values.days import Month
from mingbai.values.text import Text

_DATE: Final = Text("日期", "date")
_MONTH: Final = Text("期间", "month")


class When:
    """Reads the month and the day of rows.

    Args:
        at: the position of every column by its heading.
        epoch: day 0 of plain numbers.
        refuse: told of a row and the heading of the column whose cell cannot be read.
    """

    def __init__(self, map: Part, at: Mapping[str, int], epoch: datetime.date, refuse: Refuse) -> None:
        self.map, self.at, self.epoch, self.refuse = map, at, epoch, refuse
        self.days: dict[str, tuple[Month, datetime.date]] = {}
        """What cells with a day came to: they repeat from row to row."""

    def of(self, row: Row) -> tuple[Month, datetime.date] | None:
        """The month and the day of a row; None where one of them cannot be read."""
        period, column = self.map.period, self.map.columns.date
        alone = row.texts[self.at[column]] if column and (period is None or period.column is None) else ""  # the day says the month, too
        if alone in self.days:
            return self.days[alone]
        said = self._period(row)
        date = self._date(row, said)
        if date is None or (said is None and period is not None and period.column is not None):
            return None
        found = said or self._month_of(date), date
        if alone:
            self.days[alone] = found
        return found

    def _date(self, row: Row, period: Month | None) -> datetime.date | None:
        dates, column = self.map.dates, self.map.columns.date
        if column is None:
            return self._last(period) if period else None
        try:
            return cells.day(cells.filled(row.texts[self.at[column]], _DATE), dates.calendar, dates.order, period, self.epoch, dates.two)
        except RefusedError as refused:
            self.refuse(row, column, refused)
            return None

    def _last(self, period: Month) -> datetime.date:
        said = self.map.period
        cut = said.cut if said else None
        return said.end if said and said.end else datetime.date(period.year, period.month, cut) if cut else period.last

    def _month_of(self, date: datetime.date) -> Month:
        cut = self.map.period.cut if self.map.period else None
        month = Month.of(date)
        return month.next if cut and date.day > cut else month

    def _period(self, row: Row) -> Month | None:
        """The month that a column or the map says; None where the date decides, or the column cannot be read."""
        period, calendar = self.map.period, self.map.dates.calendar
        if period is None or (period.column is None and period.fixed is None):
            return None
        if period.column is None:
            return period.fixed
        try:
            return cells.month(cells.filled(row.texts[self.at[period.column]], _MONTH), calendar)
        except RefusedError as refused:
            self.refuse(row, period.column, refused)
            return None
