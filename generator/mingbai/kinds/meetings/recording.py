"""MTG015, MTG016, MTG033: a meeting is announced, then held and written down, or called off; nothing in between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.register import Phase, meetings
from mingbai.values.days import spoken
from mingbai.values.text import Text

_ARCHIVE = (Cite("urban-committee", "39"), Cite("village-committee", "39"))

NO_CHAIR = Code(
    "MTG015",
    Severity.ERROR,
    Text("会开过了，没有写主持、记录", "held without chair or clerk"),
    Text("{met}的{kind}已经开过，缺少“{field}”", "the {kind} on {met} was held; “{field}” is missing"),
    Text("补上“{field}: 职务”。只有会前公告可以不写。", "Add “{field}: office”. Only a notice may leave it out."),
    Text("谁主持、谁记录，会议记录才有人负责。", "Minutes need someone who chaired and someone who wrote them."),
    _ARCHIVE,
)
CANCELLED_RESULT = Code(
    "MTG016",
    Severity.ERROR,
    Text("写了取消，又有结果", "called off, yet with results"),
    Text("会议写了“取消”，却有到会人数、票数或结果", "the meeting is called off, yet has attendance, votes or results"),
    Text(
        "会没有开就删掉人数、票数和结果；会开了就删掉“取消”；人数不够的写“结果: 未达法定人数”。",
        "If it was not held, delete them; if it was, delete “cancelled”; too few people is “result: no quorum”.",
    ),
    Text("一次会要么开了，要么没有开。", "A meeting was held or it was not."),
    _ARCHIVE,
)
UNRECORDED = Code(
    "MTG033",
    Severity.WARNING,
    Text("会议日期过了，没有会议记录", "the day is past and there are no minutes"),
    Text(
        "{kind}公告{met}召开，已经过了 {days} 天，还没有到会人数和结果",
        "the {kind} was called for {met}, {days:day|days} ago; nothing is written down",
    ),
    Text(
        "开过了，补上人数、票数、结果；改期或不开的，写“取消”，下面写日期和原因，不要删文件。",
        "If it was held add attendance, votes and results; if not, write “cancelled” with date and reason; keep the file.",
    ),
    Text("公告过的会要有下文：开了公布结果，没开说明原因。", "What was announced has an outcome: results, or the reason why not."),
    _ARCHIVE,
)


@rule(NO_CHAIR, CANCELLED_RESULT, UNRECORDED)
def announced_meetings_have_an_outcome(books: Books) -> Iterator[Diagnostic]:
    """A meeting whose day is past is written down, with chair and clerk, or was called off and then has no results."""
    for held in meetings(books):
        meeting, phase = held.meeting, held.phase(books.as_of)
        said: dict[str, Any] = {"kind": meeting.kind.text, "met": Text(spoken(held.date), held.date.isoformat())}
        counted = meeting.in_person is not None or any(d.yes is not None or d.result is not None for d in meeting.decisions)
        if phase is Phase.CANCELLED and counted:
            yield CANCELLED_RESULT.at(books.place(meeting, "cancelled"))
        elif phase is Phase.UNRECORDED and held.date < books.as_of:
            yield UNRECORDED.at(books.place(meeting, "time"), record=meeting.at_, days=(books.as_of - held.date).days, **said)
        elif phase is Phase.HELD and held.date <= books.as_of:
            for name, field in (("主持", "chair"), ("记录", "clerk")):
                if getattr(meeting, field) is None:
                    yield NO_CHAIR.at(books.place(meeting), field=Text(name, field), **said)
