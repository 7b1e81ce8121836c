"""How days are counted (Civil Code arts. 201–203): the day of the event is not, a period that ends on a day of rest ends on the next working day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


class Due(NamedTuple):
    """The last day on which something is in time; `sure` is False where the holidays of a year it rests on are not known."""

    day: datetime.date
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days of rest and weekends that are worked, of the years whose holidays are known; of other years weekends alone count as rest."""

    rest: frozenset[datetime.date] = frozenset()
    worked: frozenset[datetime.date] = frozenset()
    years: frozenset[int] = frozenset()

    def rests(self, day: datetime.date) -> bool:
        """Whether nobody works on a day; a weekend that is worked (调休) is no day of rest."""
        return day in self.rest or (day.weekday() >= _SATURDAY and day not in self.worked)

    def by(self, day: datetime.date) -> Due:
        """A fixed day, or the next working day where it is a day of rest."""
        sure = day.year in self.years
        while self.rests(day):
            day += _DAY
        return Due(day, sure and day.year in self.years)

    def within(self, event: datetime.date, days: int) -> Due:
        """So many days after an event: its own day is not counted, an end on a day of rest moves on. 0 is the event's day, unmoved."""
        return self.by(event + days * _DAY) if days else Due(event)

    def within_working(self, event: datetime.date, days: int) -> Due:
        """So many working days after an event, its own day not counted."""
        day, sure = event, True
        for _ in range(days):
            day += _DAY
            while self.rests(day):
                sure = sure and day.year in self.years
                day += _DAY
            sure = sure and day.year in self.years
        return Due(day, sure)


def ahead(event: datetime.date, days: int) -> datetime.date:
    """The last day of a notice so many days before an event: counted backwards, the event's day not counted, never moved by a day of rest."""
    return event - days * _DAY


def lasted(first: datetime.date, last: datetime.date) -> int:
    """How many days something has hung, or opinions were open, from its first day to its last; the first is not counted (from 3 to 9 November: 6)."""
    return (last - first).days


def kept_up(first: datetime.date, days: int) -> datetime.date:
    """The first day on which what was put up on `first` has hung for so many full days, that day not counted."""
    return first + (days + 1) * _DAY
