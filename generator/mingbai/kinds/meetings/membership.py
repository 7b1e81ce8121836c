"""MTG071, MTG072: a representatives' meeting consists of the committee and the representatives; both are counted among those due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.meetings.register import Held, Phase, meetings
from mingbai.kinds.staff.records import StaffFile, StaffSort
from mingbai.packs import cites
from mingbai.values.text import Text

_MEMBERS = (Cite("urban-committee", "28"), Cite("village-committee", "29"))

WITHOUT_COMMITTEE = Code(
    "MTG071",
    Severity.WARNING,
    Text("应到人数里没有算委员会成员", "the committee is not among those due"),
    Text(
        "{body}由委员会成员和代表组成：成员 {members} 人、代表 {representatives} 人，应到至少 {least} 人，写的是 {due} 人",
        "a {body} consists of the committee ({members}) and the representatives ({representatives}): at least {least} are due, {due} are said to be",
    ),
    Text(
        "核对“应到”和“代表”：委员会成员也算应到，既是成员又是代表的人算成员；委员会成员出缺的，在 community.yml 里写任期的“止”。",
        "Check “due” and “representatives”: members of the committee are due too, and who is both counts as a member; "
        "where a seat is vacant end the term in community.yml.",
    ),
    Text("少算了人，法定人数就低了，会议也许没有开成。", "With fewer due fewer are enough, and the meeting may not have been one."),
    _MEMBERS,
)
NO_REPRESENTATIVES = Code(
    "MTG072",
    Severity.ADVICE,
    Text("没有写代表人数", "number of representatives missing"),
    Text("{body}的组成人员里代表应占 {share}，这里没有“代表”", "representatives make {share} of a {body}; “representatives” is missing"),
    Text("补上“代表: 人数”（应到人员里推选出来的代表人数）。", "Add “representatives”: how many of those due were elected as such."),
    Text("写明人数，才能核对比例。", "Only with the number can the share be checked."),
    _MEMBERS,
)
_SORTS = {"daibiao": StaffSort.REPRESENTATIVE, "cunmindaibiao": StaffSort.VILLAGE_REPRESENTATIVE}


@rule(WITHOUT_COMMITTEE, NO_REPRESENTATIVES)
def the_committee_is_due_as_well(books: Books) -> Iterator[Diagnostic]:
    """Where the pack gives the share of representatives among a body, their number is stated, and those due are no fewer than they and the committee together."""
    for held in meetings(books):
        meeting, share = held.meeting, held.body.representatives
        if share is None or meeting.due is None or held.phase(books.as_of) is not Phase.HELD:
            continue
        said: dict[str, Any] = {
            "record": meeting.at_,
            "basis": cites(held.body.clauses("representatives")),
            "body": Text(held.body.name, held.body.english),
        }
        if meeting.representatives is None:
            yield NO_REPRESENTATIVES.at(books.place(meeting, "due"), share=share.text, **said)
        chosen = meeting.representatives if meeting.representatives is not None else _registered(books, held)
        members = _committee(books, held.date)
        if chosen and members and meeting.due < chosen + members:
            figures: dict[str, Any] = {"members": members, "representatives": chosen, "least": chosen + members, "due": meeting.due}
            yield WITHOUT_COMMITTEE.at(books.place(meeting, "due"), **figures, **said)


def _committee(books: Books, day: datetime.date) -> int:
    """How many members the committee had on a day, by community.yml."""
    community, offices = books.the(Community), books.law.standard("term-offices")
    if community is None or offices is None:
        return 0
    return sum(p.serves(day) and any(role.endswith(offices.words) for role in p.roles) for p in community.people)


def _registered(books: Books, held: Held) -> int:
    """How many representatives the register of posts has on the day of the meeting; 0 where it has none."""
    files = [f for f in books.records(StaffFile) if f.sort is _SORTS.get(held.body.id)]
    posts = [p for f in files for p in f.posts if not p.vacant]
    return sum(p.people for p in posts if (p.start is None or p.start <= held.date) and (p.end is None or held.date <= p.end))
