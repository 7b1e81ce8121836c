"""CMT: commitments are numbered once, dated right, kept in time, and made by posts, not by named persons."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.commitments.records import Commitment, CommitmentFile
from mingbai.kinds.commitments.standing import State, state
from mingbai.kinds.community.records import Community
from mingbai.schema.record import Record
from mingbai.values.text import Text

_OPEN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

NUMBER_TWICE = Code(
    "CMT001",
    Severity.ERROR,
    Text("承诺编号重复", "commitment number used twice"),
    Text("编号 {number} 在这一年里已经用过", "number {number} is already taken in this year"),
    Text("按顺序重新编号。", "Renumber."),
    Text("编号是网页上的位置，只能指一条承诺。", "The number is its place on the page."),
)
IMPOSSIBLE = Code(
    "CMT002",
    Severity.ERROR,
    Text("兑现的日期不成立", "dates that cannot be"),
    Text("“{field}”{date} 在今天（{as_of}）之后", "“{field}” {date} is after today ({as_of})"),
    Text("进度、兑现、评议只写已经发生的事。", "Report only what has happened."),
    Text("没有办的事不能写成已经办了。", "What is not done yet is not reported as done."),
)
BOTH = Code(
    "CMT003",
    Severity.ERROR,
    Text("既写了兑现，又写了没兑现的原因", "both kept and not kept"),
    Text("第 {number} 条写了“兑现”，又写了“没兑现的原因”", "number {number} says both that it was kept and why it was not"),
    Text("只留一个。", "Keep one of the two."),
    Text("一条承诺要么兑现了，要么没有。", "It was kept or it was not."),
)
NAMED = Code(
    "CMT004",
    Severity.ERROR,
    Text("岗位里写了姓名", "a name in place of a post"),
    Text("“{post}”像是姓名", "“{post}” looks like a name"),
    Text("写职务或岗位，例如 环境物业委员、党员巡逻岗。", "Write the office or the post."),
    Text("承诺是岗位的承诺；普通党员、居民的姓名不上网。", "Commitments are those of posts; private persons are not named."),
    (Cite("personal-information", "25"),),
)
CONTENT = Code(
    "CMT005",
    Severity.ERROR,
    Text("满意的人比参加的还多", "more content than took part"),
    Text("参加 {asked} 人，满意 {content} 人", "{asked} took part, {content} were content"),
    Text("对照评议表改正。", "Compare with the sheet."),
    Text("满意的人都在参加的人里。", "Who is content has taken part."),
)
OVERDUE = Code(
    "CMT010",
    Severity.WARNING,
    Text("承诺逾期没有兑现", "commitment overdue"),
    Text(
        "“{post}”承诺{deadline}前办完的事，已过 {days} 天，没有兑现的记录",
        "“{post}” promised it by {deadline}, {days:day|days} ago; nothing says it was kept",
    ),
    Text("办完了补上“兑现”；办不成的写“没兑现的原因”。", "Add “done”, or why it was not kept."),
    Text("公开承诺的事要有下文。", "What was promised in public has an outcome."),
    _OPEN,
)
KEPT_LATE = Code(
    "CMT030",
    Severity.WARNING,
    Text("承诺兑现晚了", "a commitment kept late"),
    Text(
        "“{post}”承诺{deadline}前办完的事，{done}才兑现，晚了 {days} 天",
        "“{post}” promised it by {deadline}; it was kept on {done}, {days:day|days} late",
    ),
    Text("日期写错了就改正；确实晚了，网页会如实写明。", "Mend the day if it is wrong; otherwise the page says so."),
    Text("公开承诺写了日期，晚了也要让大家知道。", "What was promised by a day and came later is told as late."),
    _OPEN,
)
AFTER_KEPT = Code(
    "CMT031",
    Severity.WARNING,
    Text("兑现以后还有进度", "progress after it was kept"),
    Text("第 {number} 条{done}已经兑现，又记了{day}的进度", "number {number} was kept on {done}, yet progress is noted on {day}"),
    Text(
        "还没有办完的，去掉“兑现”；办完以后的回访写进“评议”，日期写错了的改正。",
        "If it is not done yet take “done” out; what was heard afterwards is an appraisal; mend the day if it is wrong.",
    ),
    Text("说兑现了，就是办完了；后面还在办，居民不知道该信哪一个。", "Kept means done; where work goes on residents do not know what to believe."),
    _OPEN,
)

BEFORE = Code(
    "CMT011",
    Severity.WARNING,
    Text("还没有公开承诺就兑现了", "kept before it was promised"),
    Text("{published} 才公开承诺，写的兑现日是 {done}", "it was promised in public on {published}, and kept on {done}"),
    Text("日期写错了就改正；早就办完的事不写成承诺。", "Mend the day; what had been done before is no commitment."),
    Text("承诺是说还没有办的事；办完了再承诺，是凑数。", "A commitment is about what is still to be done."),
    _OPEN,
)


def _files(books: Books) -> Iterator[tuple[Filed[CommitmentFile], CommitmentFile]]:
    return ((f, f.record) for f in books.of(CommitmentFile) if f.record is not None)


def _every(books: Books) -> Iterator[Commitment]:
    return (one for _, file in _files(books) for one in file.commitments)


@rule(NUMBER_TWICE)
def numbers_stand_once(books: Books) -> Iterator[Diagnostic]:
    """No number stands twice in one year."""
    for _, file in _files(books):
        seen: dict[str, Commitment] = {}
        for one in file.commitments:
            first = seen.setdefault(one.number, one)
            if first is not one:
                yield NUMBER_TWICE.at(books.place(one, "number"), related=(books.place(first, "number"),), number=one.number)


@rule(IMPOSSIBLE, BOTH, CONTENT)
def what_is_reported_has_happened(books: Books) -> Iterator[Diagnostic]:
    """Progress, keeping and appraisal are not dated in the future, and a commitment was kept or was not."""
    for one in _every(books):
        for record, field, what, date in _dated(one):
            if date is not None and date > books.as_of:
                yield IMPOSSIBLE.at(books.place(record, field), field=what, date=date, as_of=books.as_of)
        if one.appraisal is not None and one.appraisal.content > one.appraisal.asked:
            yield CONTENT.at(books.place(one.appraisal, "content"), asked=one.appraisal.asked, content=one.appraisal.content)
        if one.done is not None and one.failed is not None:
            yield BOTH.at(books.place(one, "failed"), number=one.number)


def _dated(one: Commitment) -> Iterator[tuple[Record, str, Text, datetime.date | None]]:
    """What is dated in a commitment besides its deadline: the record and the field, its name, its day."""
    yield from ((p, "date", Text("进度", "progress"), p.date) for p in one.progress)
    yield one, "done", Text("兑现", "done"), one.done
    if one.appraisal is not None:
        yield one.appraisal, "date", Text("评议", "appraisal"), one.appraisal.date


@rule(NAMED)
def posts_promise_not_persons(books: Books) -> Iterator[Diagnostic]:
    """A post is an office or a duty, never the name of a private person; officers stand under their office, too."""
    community = books.the(Community)
    offices = {r for p in (*community.people, *community.supervisors) for r in p.roles} if community else set()
    naming = books.law.naming()
    for one in _every(books):
        if one.post not in offices and naming.likely(one.post):
            yield NAMED.at(books.place(one, "post"), post=f"{one.post[:1]}**")


@rule(OVERDUE)
def commitments_are_kept_in_time(books: Books) -> Iterator[Diagnostic]:
    """A commitment whose day is past was kept, or says why it was not."""
    for one in _every(books):
        if state(one, books.as_of) is State.OVERDUE:
            days = (books.as_of - one.deadline).days
            yield OVERDUE.at(books.place(one, "deadline"), record=one.at_, post=one.post, deadline=_day(one.deadline), days=days)


@rule(BEFORE)
def nothing_is_promised_that_was_done_already(books: Books) -> Iterator[Diagnostic]:
    """Where the day is written down on which commitments were put up, none was kept before it."""
    for _, file in _files(books):
        for one in file.commitments:
            if file.published is not None and one.done is not None and one.done < file.published:
                yield BEFORE.at(books.place(one, "done"), record=one.at_, published=file.published, done=one.done)


@rule(KEPT_LATE, AFTER_KEPT)
def kept_is_kept_in_time_and_for_good(books: Books) -> Iterator[Diagnostic]:
    """A commitment is kept on or before its day, and nothing is left to do afterwards."""
    for one in _every(books):
        if one.done is None:
            continue
        if one.done > one.deadline:
            said: dict[str, Any] = {"deadline": _day(one.deadline), "done": _day(one.done), "days": (one.done - one.deadline).days}
            yield KEPT_LATE.at(books.place(one, "done"), record=one.at_, post=one.post, **said)
        later = next((p for p in one.progress if p.date > one.done), None)
        if later is not None:
            yield AFTER_KEPT.at(books.place(later, "date"), record=one.at_, number=one.number, done=_day(one.done), day=_day(later.date))


def _day(date: datetime.date) -> Text:
    return Text(f"{date.year}年{date.month}月{date.day}日", date.isoformat())
