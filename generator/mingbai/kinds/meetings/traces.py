"""What the catalogue may ask of meetings: every item that was voted on, and every meeting that was held."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Told, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.meetings.records import Decision, Meeting, MeetingKind


def traces(books: Books) -> Iterator[Trace]:
    """Meetings that were held, and their items, on the day of the meeting (种类; of items also 结果); an item says on which day its decision was published."""
    for filed in books.of(Meeting):
        meeting = filed.record
        if meeting is None or meeting.time.date() > books.as_of:
            continue
        day, kind = meeting.time.date(), frozenset({meeting.kind.zh})
        if not meeting.decisions:
            yield Trace(day, filed.id, meeting, meeting.kind.zh, {"种类": kind})
        for one in meeting.decisions:
            told = Told(one.published, "published") if one.published is not None else None
            yield Trace(day, f"{filed.id}/{one.number}", one, one.topic, faceted(one, 种类=kind), told=told)


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Decision, 种类=[k.zh for k in MeetingKind])
