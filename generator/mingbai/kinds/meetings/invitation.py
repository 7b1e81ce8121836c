"""A meeting to come, as programs are told (schema.org): calendars and search engines know it by its time and place."""

from __future__ import annotations

from mingbai.kinds.meetings.records import Meeting
from mingbai.pages import BODY, Here, Told

_ZONE = "+08:00"


def invitation(meeting: Meeting, title: str, words: str, address: str) -> Told:
    """The event; `words` is what its page says first."""
    return {
        "@type": "Event",
        "@id": Here(f"{address}#event"),
        "name": title,
        "description": words,
        "url": Here(address),
        "startDate": f"{meeting.time:%Y-%m-%dT%H:%M}{_ZONE}",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": meeting.where, "address": meeting.where},
        "organizer": {"@type": "Organization", "@id": BODY, "name": meeting.convener},
    }
