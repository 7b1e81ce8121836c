"""DOC: documents are dated right, one version is in force, what they promise is done in time."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.docs.records import Doc, DocSort, Progress
from mingbai.kinds.docs.standing import Done, State, done, every, state
from mingbai.values.text import Text

_OPEN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))
_AUDIT = (Cite("urban-committee", "38"), Cite("village-committee", "40"))

TURNED = Code(
    "DOC001",
    Severity.ERROR,
    Text("日期前后颠倒", "dates the wrong way round"),
    Text("“{field}”{day} 早于“{before}”{start}", "“{field}” {day} lies before “{before}” {start}"),
    Text("对照原件改正日期。", "Compare with the paper."),
    Text("先通过，再施行，再废止；先要求，再公开。", "Adopted, then in force, then ended; asked for, then shown."),
)
FUTURE = Code(
    "DOC002",
    Severity.ERROR,
    Text("还没有到的日期写成已经完成", "done on a day still to come"),
    Text("“{what}”的完成日 {day} 在今天（{as_of}）之后", "“{what}” is said to be done on {day}, after today ({as_of})"),
    Text("没有完成的不写完成日。", "Leave it out until it is done."),
    Text("没有办的事不能写成已经办了。", "What is not done yet is not reported as done."),
)
NUMBER_TWICE = Code(
    "DOC003",
    Severity.ERROR,
    Text("编号重复", "a number used twice"),
    Text("编号 {number} 在这份文件里已经用过", "number {number} is taken in this document"),
    Text("按顺序重新编号。", "Renumber."),
    Text("编号是网页上的位置，只能指一件事。", "The number is its place on the page."),
)
TWO_IN_FORCE = Code(
    "DOC010",
    Severity.WARNING,
    Text("同一个制度有两份现行的", "two versions of a rule in force"),
    Text("“{name}”同时有 {first} 和 {second} 两份在施行", "“{name}” is in force twice: {first} and {second}"),
    Text("新的一份写“取代: {first}”，或者给旧的写“废止”日期。", "Let the new one name the old under “replaces”, or end the old one."),
    Text("居民要知道照哪一份办。", "Residents must know which one counts."),
    _OPEN,
)
NOT_REMEDIED = Code(
    "DOC011",
    Severity.WARNING,
    Text("审计发现的问题逾期没有整改", "an audit finding not put right in time"),
    Text("“{problem}”应在 {deadline} 以前整改，已过 {days} 天", "“{problem}” was to be put right by {deadline}, {days:day|days} ago"),
    Text("整改了写“整改完成”和说明；没有整改的说明原因。", "Say when and how it was put right, or why not."),
    Text("审计查出的问题，改了没有，也要公开。", "What an audit found, and what became of it, is public."),
    _AUDIT,
)
TASK_LATE = Code(
    "DOC012",
    Severity.WARNING,
    Text("计划里的事逾期没有完成", "a task of the plan is overdue"),
    Text("“{matter}”应在 {deadline} 以前办完，已过 {days} 天", "“{matter}” was to be done by {deadline}, {days:day|days} ago"),
    Text("办完了写“完成”；没有办完的在“说明”里写原因和打算。", "Write when it was done; else say why not and what is meant to be done."),
    Text("计划公布了，做到哪一步也要公布。", "A published plan has a published outcome."),
    _OPEN,
)
NO_FINDINGS = Code(
    "DOC013",
    Severity.WARNING,
    Text("审计报告没有写结论", "an audit without a conclusion"),
    Text("“{name}”没有摘要，也没有审计发现", "“{name}” has neither a summary nor findings"),
    Text("写“摘要”：审计的结论；有问题的逐条写“审计发现”。", "Write the conclusion under “summary”, and every finding."),
    Text("审计的结果要公布，不只是公布做过审计。", "The result of an audit is public, not only that there was one."),
    _AUDIT,
)
CONTRADICTED = Code(
    "DOC014",
    Severity.ERROR,
    Text("进度和完成日不一致", "the progress and the day it was done disagree"),
    Text("“{matter}”的进度写“{progress}”，又写了完成日 {day}", "“{matter}” is said to be {progress}, and to be done on {day}"),
    Text("办完了去掉“进度”，只留完成日；没有办完去掉“完成”。", "If it is done, leave out the progress; else leave out the day."),
    Text("一件事只能有一个说法。", "One thing is told in one way."),
)
DAY_MISSING = Code(
    "DOC015",
    Severity.WARNING,
    Text("写着已完成，没有写哪一天", "done, but no day says when"),
    Text("“{matter}”的进度写“已完成”，没有写“完成”那一天", "“{matter}” is said to be done, without the day"),
    Text("写“完成: 日期”，“进度”就不用写了。", "Write the day under “done on”; the progress can then go."),
    Text("按期办完还是拖了才办完，居民要能看出来。", "Residents should see whether it was done in time."),
    _OPEN,
)


@rule(TURNED)
def days_follow_one_another(books: Books) -> Iterator[Diagnostic]:
    """In force not before it was adopted, ended not before in force, shown not before it was asked for."""
    for _, one in every(books):
        start = one.effective or one.day
        for field, words, day, before, first in (
            ("effective", Text("施行", "in force"), one.effective, Text("日期", "date"), one.day if one.sort is DocSort.RULE else None),
            ("ended", Text("废止", "ended"), one.ended, Text("施行", "in force"), start),
            ("day", Text("日期", "date"), one.day if one.asked else None, Text("要求日期", "asked for"), one.asked),
        ):
            if day is not None and first is not None and day < first:
                yield TURNED.at(books.place(one, field), field=words, day=day, before=before, start=first)


@rule(FUTURE, NUMBER_TWICE)
def what_is_reported_has_happened(books: Books) -> Iterator[Diagnostic]:
    """Tasks and findings are numbered once and done on a day that has come."""
    for _, one in every(books):
        for group in (one.tasks, one.findings):
            seen: set[str] = set()
            for part in group:
                what = part.matter if hasattr(part, "matter") else part.problem
                if part.number in seen:
                    yield NUMBER_TWICE.at(books.place(part, "number"), number=part.number)
                seen.add(part.number)
                if part.done is not None and part.done > books.as_of:
                    yield FUTURE.at(books.place(part, "done"), what=what, day=part.done, as_of=books.as_of)


@rule(TWO_IN_FORCE)
def one_version_is_in_force(books: Books) -> Iterator[Diagnostic]:
    """Of standing rules of one name only one is in force."""
    standing: dict[str, tuple[str, Doc]] = {}
    for filed, one in sorted(every(books), key=lambda pair: (pair[1].day, pair[0].id)):
        if state(books, filed.id, one) is State.IN_FORCE:
            before = standing.get(one.name)
            if before is not None:
                yield TWO_IN_FORCE.at(books.place(one, "name"), record=one.at_, name=one.name, first=before[0], second=filed.id)
            standing[one.name] = (filed.id, one)


@rule(NOT_REMEDIED, TASK_LATE, NO_FINDINGS)
def what_was_promised_is_done(books: Books) -> Iterator[Diagnostic]:
    """Findings of audits and tasks of plans are done in time, or say why not; an audit says what it found."""
    for _, one in every(books):
        for finding in one.findings:
            if done(finding, books.as_of) is Done.OVERDUE and finding.deadline is not None:
                days = (books.as_of - finding.deadline).days
                yield NOT_REMEDIED.at(books.place(finding, "deadline"), record=one.at_, problem=finding.problem, deadline=finding.deadline, days=days)
        for task in one.tasks:
            if done(task, books.as_of) is Done.OVERDUE and task.deadline is not None and task.told is None:
                days = (books.as_of - task.deadline).days
                yield TASK_LATE.at(books.place(task, "deadline"), record=one.at_, matter=task.matter, deadline=task.deadline, days=days)
        if one.sort is DocSort.AUDIT and one.summary is None and not one.findings:
            yield NO_FINDINGS.at(books.place(one, "name"), record=one.at_, name=one.name)


@rule(CONTRADICTED, DAY_MISSING)
def progress_agrees_with_the_day(books: Books) -> Iterator[Diagnostic]:
    """A task has a progress or the day it was done; where it is said to be done, the day is asked for."""
    for _, one in every(books):
        for task in one.tasks:
            if task.done is not None and task.progress is not None and task.progress is not Progress.DONE:
                yield CONTRADICTED.at(books.place(task, "progress"), record=one.at_, matter=task.matter, progress=task.progress.text, day=task.done)
            elif task.done is None and task.progress is Progress.DONE:
                yield DAY_MISSING.at(books.place(task, "progress"), record=one.at_, matter=task.matter)
