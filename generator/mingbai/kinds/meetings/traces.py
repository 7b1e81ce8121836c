"""What the catalogue may ask of meetings: every item that was voted on, every meeting that was held, what became of a decision."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Told, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.meetings.records import Decision, Meeting, MeetingKind
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """Meetings that were held, and their items, on the day of the meeting (种类; of items also 结果); an item says on which day its decision was published.

    How a decision was carried out on the day of each report, and on that on which it was done (落实: the body that decided).
    """
    for filed in books.of(Meeting):
        meeting = filed.record
        if meeting is None or meeting.time.date() > books.as_of:
            continue
        day, kind, off = meeting.time.date(), frozenset({meeting.kind.zh}), meeting.cancelled is not None
        if not meeting.decisions:
            yield Trace(day, filed.id, meeting, meeting.kind.zh, {"种类": kind}, cancelled=off)
        for one in meeting.decisions:
            told = Told(one.published, "published") if one.published is not None else None
            yield Trace(day, f"{filed.id}/{one.number}", one, one.topic, faceted(one, 种类=kind), told=told, cancelled=off)
            for on in _course(one):
                if on <= books.as_of:
                    yield Trace(on, f"{filed.id}/{one.number}/{on}", one, say("{topic}：落实", topic=one.topic), {"落实": kind})


def _course(one: Decision) -> Iterator[datetime.date]:
    """The days on which something became of a decision, each once."""
    carried = one.carry_out
    if carried is not None:
        yield from sorted({*(p.date for p in carried.progress), *((carried.done,) if carried.done else ())})


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    kinds = [k.zh for k in MeetingKind]
    return choices(Decision, 种类=kinds, 落实=kinds)
