"""Meetings that are called and still to come, for the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.meetings.register import coming
from mingbai.kinds.meetings.shown import address
from mingbai.pages import Ahead


def ahead(view: View) -> Iterator[Ahead]:
    """Each with its topics, who may come, and where."""
    for held in coming(view.books):
        meeting = held.meeting
        topics = "；".join(d.topic for d in meeting.decisions)
        words = (f"议题：{topics}。" if topics else "") + (f"{meeting.open_to}。" if meeting.open_to else "")
        yield Ahead(f"meetings/{held.id}", meeting.time, "会议", meeting.kind.zh, words, address(held), meeting.where)
