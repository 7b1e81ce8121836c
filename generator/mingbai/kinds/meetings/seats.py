"""MTG048: a body has as many members as the law lays down, and women among them where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.records import Electorate
from mingbai.kinds.meetings.register import Held, Phase, meetings
from mingbai.packs import Makeup, cites
from mingbai.values.counted import counted
from mingbai.values.text import Text

MADE_UP = Code(
    "MTG048",
    Severity.WARNING,
    Text("组成不合规定", "a body not made up as the law says"),
    Text("{body}{what}", "a {body} {what}"),
    Text(
        "核对应到人数；确实缺额、人数不对的，按章程补选，网页会如实写明。",
        "Check how many are due; if a seat is vacant or the number is wrong, elect as the charter says; the page tells it as it is.",
    ),
    Text(
        "几个人组成、单数双数、有没有妇女，关系到决定公不公道，法律写明的照着来。",
        "How many sit on a body, an odd number or not, women or none: where the law lays it down it is kept.",
    ),
    (Cite("collective", "28"), Cite("collective", "29"), Cite("collective", "32")),
)


@rule(MADE_UP)
def bodies_are_made_up_as_laid_down(books: Books) -> Iterator[Diagnostic]:
    """Where the pack says how many belong to a body, so many are due at its meetings, and women are among them where it says so and they are counted."""
    for held in meetings(books):
        makeup = held.body.makeup
        if makeup is None or held.meeting.due is None or held.meeting.counts is Electorate.HOUSEHOLDS or held.phase(books.as_of) is not Phase.HELD:
            continue
        said: dict[str, Any] = {"record": held.meeting.at_, "basis": cites(makeup.basis), "body": Text(held.body.name, held.body.english)}
        for field, what in _wrong(held, makeup):
            yield MADE_UP.at(books.place(held.meeting, field), what=what, **said)


def _wrong(held: Held, makeup: Makeup) -> Iterator[tuple[str, Text]]:
    due, women = held.meeting.due or 0, held.meeting.women
    if not makeup.fits(due):
        size = makeup.size
        yield "due", Text(f"应到 {due} 人，按规定{size.zh}", f"has {counted(due, 'member', 'members')} due; by law it {size.en}")
    if makeup.women and women == 0:
        yield "women", Text("的组成人员里没有妇女，应当有妇女", "has no women among its members; there should be some")
