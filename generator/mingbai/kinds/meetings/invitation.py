"""A meeting as programs are told (schema.org): calendars and search engines know it by its time and place."""

from __future__ import annotations

from typing import Final

from mingbai.kinds.meetings.records import Meeting
from mingbai.kinds.meetings.register import Phase
from mingbai.pages import BODY, Here, Told

_ZONE = "+08:00"
_SCHEDULED = "https://schema.org/EventScheduled"
_STATUS: Final = {Phase.COMING: _SCHEDULED, Phase.HELD: _SCHEDULED, Phase.CANCELLED: "https://schema.org/EventCancelled"}
"""`EventScheduled` is to take place or took place on its day; whether a meeting of which nothing is on record did nobody knows."""


def invitations(meeting: Meeting, phase: Phase, title: str, words: str, address: str) -> tuple[Told, ...]:
    """The event, where the ledgers say what became of it; `words` is what its page says first."""
    if phase not in _STATUS:
        return ()
    event = {
        "@type": "Event",
        "@id": Here(f"{address}#event"),
        "name": title,
        "description": words,
        "url": Here(address),
        "startDate": f"{meeting.time:%Y-%m-%dT%H:%M}{_ZONE}",
        "eventStatus": _STATUS[phase],
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": meeting.where, "address": meeting.where},
        "organizer": {"@type": "Organization", "@id": BODY, "name": meeting.convener},
    }
    return (event,)
