"""Meetings that are called and still to come, for the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.meetings.register import coming
from mingbai.kinds.meetings.shown import address
from mingbai.pages import Ahead
from mingbai.values.speech import joined, say


def ahead(view: View) -> Iterator[Ahead]:
    """Each with its topics, who may come, and where."""
    for held in coming(view.books):
        meeting = held.meeting
        topics = joined("；", (d.topic for d in meeting.decisions))
        words = (say("议题：{topics}。", topics=topics) if topics else "") + (say("{open_to}。", open_to=meeting.open_to) if meeting.open_to else "")
        yield Ahead(f"meetings/{held.id}", meeting.time, "会议", meeting.kind.zh, words, address(held), meeting.where)
