"""Where an objection stands: by when it must be answered, whether it was, what it is about."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.kinds.objections.records import Objection, ObjectionFile, Sort
from mingbai.packs import Standard
from mingbai.schema.record import Record, fields
from mingbai.values.counted import counted
from mingbai.values.counting import Calendar, lasted
from mingbai.values.terms import Term
from mingbai.values.text import Text

STANDARDS = {
    Sort.OBJECTION: "objection-days",
    Sort.REQUEST: "request-days",
    Sort.PETITION: "petition-days",
    Sort.REVIEW: "review-answer-days",
    Sort.APPEAL: "government-answer-days",
}
"""Which standard of the packs says how many days there are for an answer to each sort."""
RAISED = {Sort.OBJECTION: "objection-raise-days", Sort.REVIEW: "review-raise-days"}
"""Which says how many days there are to raise it, after a publication or after its plan."""
REFS = tuple((f.name, f.ref) for f in fields(Objection).values() if f.ref)
"""The fields by which an objection says what it is about, and what they cite."""


class State(Term):
    """Whether an objection was answered in time."""

    OPEN = "open", "办理中"
    OVERDUE = "overdue", "逾期未答复"
    IN_TIME = "answered", "已答复"
    LATE = "answered late", "答复晚了"


@dataclass(frozen=True)
class Standing:
    """An objection as of a day; `standard` is the time its sort has (None: no pack lays one down), `calendar` knows the days of rest."""

    id: str
    filed: Filed[ObjectionFile]
    objection: Objection
    as_of: datetime.date
    standard: Standard | None
    calendar: Calendar

    @property
    def due(self) -> datetime.date | None:
        """The last day for an answer: the day it was raised does not count, a day of rest moves it on; an extension stands in its place."""
        o = self.objection
        if o.extended:
            return o.extended.until
        if self.standard is None or self.standard.count is None:
            return None
        return self.calendar.within(o.day, self.standard.count).day

    @property
    def counted(self) -> Text:
        """The days there are for an answer, and that a day of rest moved their end on; what an extension says instead; empty where nothing is laid down."""
        if self.objection.extended:
            return Text("延期到这一天", "extended until then")
        if self.standard is None or self.standard.count is None:
            return Text("", "")
        days, moved = self.standard.count, lasted(self.objection.day, self.due) - self.standard.count if self.due else 0
        if moved:
            return Text(
                f"{days} 天，到期那天放假，顺延 {moved} 天",
                f"{counted(days, 'day', 'days')}, {moved} more because {'it ends' if days == 1 else 'they end'} on a day of rest",
            )
        return Text(f"{days} 天", counted(days, "day", "days"))

    @property
    def answered(self) -> datetime.date | None:
        """The day of the answer; None where there is none by now."""
        answer = self.objection.answer
        return answer.day if answer and answer.day <= self.as_of else None

    @property
    def state(self) -> State:
        """Answered in time or late, open or overdue."""
        late = self.due is not None and (self.answered or self.as_of) > self.due
        if self.answered:
            return State.LATE if late else State.IN_TIME
        return State.OVERDUE if late else State.OPEN

    @property
    def days(self) -> int:
        """How many days late, 0 where it is not."""
        return max(0, ((self.answered or self.as_of) - self.due).days) if self.due else 0


def standings(books: Books) -> tuple[Standing, ...]:
    """Every objection that has come by now, the newest first; use through `books.derived`."""
    found = []
    for filed in books.of(ObjectionFile):
        for one in filed.record.objections if filed.record else ():
            standard = books.law.standard(STANDARDS[one.sort], one.day)
            found.append(Standing(f"{filed.id}/{one.number}", filed, one, books.as_of, standard, books.law.calendar))
    return tuple(sorted(found, key=lambda s: (s.objection.day, s.id), reverse=True))


def about(books: Books, s: Standing) -> Iterator[Record]:
    """The records an objection is about."""
    for name, what in REFS:
        for cited in getattr(s.objection, name):
            record = books.find(what, cited, s.filed)
            if record is not None:
                yield record
