"""APR020–APR021: an appraisal agrees with the meeting at which it was held: a body that may appraise, its day, its people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.appraisals.records import AppraisalFile
from mingbai.kinds.meetings.records import Meeting
from mingbai.packs import cites, doubt
from mingbai.schema.record import fields
from mingbai.values.text import Text

_LEDGER = "appraisals"
_RATED = (Cite("urban-committee", "37"), Cite("village-committee", "38"))

WRONG_BODY = Code(
    "APR020",
    Severity.WARNING,
    Text("不是由该评议的会评的", "appraised by a body that may not"),
    Text("评议是在{kind}（{meeting}）上做的，应当由{bodies}评{unsure}", "it was held at {kind} ({meeting}); it is for {bodies}{unsure}"),
    Text(
        "“会议”写错了就改正；确实在别的会上评的，在居民（村民）会议或者代表会议上重新评。",
        "Mend “meeting” if it is wrong; else hold it again where residents or their representatives meet.",
    ),
    Text("委员会成员由选他们的人来评，不能自己评自己。", "Members are rated by those who elect them, not by themselves."),
    _RATED,
)
NOT_THE_SAME = Code(
    "APR021",
    Severity.ERROR,
    Text("评议和它的会议对不上", "the appraisal and its meeting do not agree"),
    Text("“{field}”是 {said}，{meeting} 的会议记录里是 {held}", "“{field}” is {said}, in the minutes of {meeting} {held}"),
    Text("核对评议表和会议记录，改正写错的那一个。", "Compare the sheet of the appraisal with the minutes and mend the wrong one."),
    Text("到会的人才能评，画票的人不会比到会的多。", "Only who was there appraises; there are no more raters than people at the meeting."),
    _RATED,
)


@rule(WRONG_BODY, NOT_THE_SAME)
def it_agrees_with_its_meeting(books: Books) -> Iterator[Diagnostic]:
    """Where its meeting is named: a body of the pack's powers met, on that day, as many were due, and no more people rated than came."""
    for filed in books.of(AppraisalFile):
        held = books.find("meeting", filed.record.meeting, filed) if filed.record is not None and filed.record.meeting else None
        if filed.record is not None and isinstance(held, Meeting):
            wrong = list(_body(books, filed.record, held))
            yield from wrong or _people(books, filed.record, held)  # who came to another meeting says nothing of those who rated


def _body(books: Books, file: AppraisalFile, held: Meeting) -> Iterator[Diagnostic]:
    law = books.law.on(file.day)
    power = law.powers.get(_LEDGER)
    if power is None:
        return
    may = [b for id in power.bodies if (b := law.bodies.get(id)) is not None and (not b.basis or any(books.law.binds(c.act) for c in b.basis))]
    if not may or any(b.id == held.kind.value for b in may):
        return
    said: dict[str, Any] = {"kind": held.kind.text, "meeting": file.meeting, "unsure": doubt(power)}
    said["bodies"] = Text("、".join(b.name for b in may), ", ".join(b.english for b in may))
    yield WRONG_BODY.at(books.place(file, "meeting"), record=file.at_, basis=books.law.basis(cites(power.basis)) or None, **said)


def _people(books: Books, file: AppraisalFile, held: Meeting) -> Iterator[Diagnostic]:
    known = fields(AppraisalFile)
    came = None if held.in_person is None else held.in_person + (held.proxies or 0)
    wrong = (
        ("day", file.day, held.time.date(), file.day != held.time.date()),
        ("due", file.due, held.due, held.due is not None and file.due != held.due),
        ("present", file.present, came, came is not None and file.present > came),
    )
    for name, said, minutes, differs in wrong:
        if differs:
            told: dict[str, Any] = {"field": known[name].label, "said": said, "held": minutes, "meeting": file.meeting}
            yield NOT_THE_SAME.at(books.place(file, name), record=file.at_, **told)
