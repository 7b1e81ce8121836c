"""MTG001–MTG014: minutes that do not add up, or that contradict their own file, cannot be published."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.arithmetic import adds_up, ballots, presences, votes_agree
from mingbai.kinds.meetings.records import Decision, Meeting, MeetingKind, Result, named
from mingbai.kinds.meetings.register import meetings
from mingbai.kinds.meetings.tally import Tally, ruled, tallies
from mingbai.packs import Body, cites, unsure
from mingbai.packs.bodies import Base
from mingbai.schema.record import Record
from mingbai.values.text import Text

_ARCHIVE = (Cite("urban-committee", "39"), Cite("village-committee", "39"))
_QUORUM = (Cite("urban-committee", "27"), Cite("urban-committee", "29"), Cite("village-committee", "30"), Cite("collective", "27"))
_NAME = Text(
    "文件名就是会议的编号和网页地址，别的台账按它引用，写错了就查不到这次会。",
    "The file name is the id and the address of the meeting; other ledgers cite it.",
)


def _error(number: int, title: Text, message: Text, remedy: Text, asks: Text, basis: tuple[Cite, ...] = _ARCHIVE) -> Code:
    return Code(f"MTG{number:03d}", Severity.ERROR, title, message, remedy, asks, basis)


ATTENDANCE = _error(
    1,
    Text("到会人数加不起来", "attendance does not add up"),
    Text("应到 {due} 人，但{parts}，合计 {sum} 人", "{due} due, but {parts} make {sum}"),
    Text(
        "对照签到表改正：应到 = 亲到 + 委托 + 缺席；委托的人不算在缺席里。",
        "Compare with the sign-in sheet: due = in person + proxies + absent; who sent a proxy is not absent.",
    ),
    Text(
        "应到的每个人要么亲自到会，要么委托，要么缺席，三项相加必须等于应到。",
        "Everybody due came, sent a proxy or was absent; the three add up to those due.",
    ),
)
NO_ATTENDANCE = _error(
    2,
    Text("人数没有填全，算不出是否有效", "attendance is incomplete"),
    Text("{kind}的结果要按人数计算，缺少“{field}”", "the result of a {kind} depends on attendance; “{field}” is missing"),
    Text("按签到表补上“{field}: 人数”。", "Add “{field}: number” from the sign-in sheet."),
    Text(
        "法律规定了到会人数的会议，要写明应到、亲到，居民才能核对决定是否有效。",
        "Where a quorum is laid down, those due and those present are stated.",
    ),
    _QUORUM,
)
VOTES = _error(
    3,
    Text("票数与到会人数不符", "votes do not sum to those present"),
    Text(
        "同意、反对、弃权、无效、回避合计 {sum}，到会 {present} 人", "for, against, abstained, invalid and recused make {sum}; {present} are present"
    ),
    Text(
        "对照计票单改正。到会的每个人都要算进一项：没有举手的算弃权，有利害关系没参加表决的算回避。",
        "Compare with the tally sheet. Everybody present is in one of the five: silent ones abstain, interested ones are recused.",
    ),
    Text("到会的每个人都有着落：五项票数相加等于到会人数。", "Everybody present is accounted for: the five add up to those present."),
)
RESULT = _error(
    4,
    Text("写的结果与票数算出来的不同", "claimed result differs from the figures"),
    Text(
        "写的是“{claimed}”，按人数和票数算是“{computed}”{unsure}：{sentence}",
        "“{claimed}” is claimed, the figures say “{computed}”{unsure}: {sentence}",
    ),
    Text(
        "核对票数；票数无误就把结果改成“{computed}”，或者不写“结果”，由程序计算。没有表决的暂缓事项不填票数。",
        "Check the votes; if they are right write “{computed}”, or leave the result out. A deferred item has no votes.",
    ),
    Text(
        "通过不通过由法定人数和票数决定，不由人写。“以上”含本数，“过半数”不含半数。",
        "Quorum and votes decide the result, not the writer. “At least” includes the number, “more than half” does not include the half.",
    ),
    _QUORUM,
)
NO_VOTES = _error(
    5,
    Text("写了结果，没有票数", "a result without votes"),
    Text("写了“{claimed}”，但没有“同意”票数", "“{claimed}” is claimed, but no votes for are given"),
    Text(
        "补上同意、反对、弃权的票数；只讨论没有表决的议题，不写“结果”。", "Add the votes; for an item that was only discussed leave the result out."
    ),
    Text("说通过，就要说几票同意。", "Who says it passed says by how many votes."),
)
WRONG_KIND = _error(
    6,
    Text("会议种类与文件名不符", "kind does not match the file name"),
    Text("文件名里的简称是 {slug}（{named}），种类写的是“{kind}”", "the file name says {slug} ({named}), the kind is “{kind}”"),
    Text(
        "种类写对了，就把文件名里的 {slug} 改成 {right}；文件名对了，就改“种类”。",
        "If the kind is right, rename {slug} to {right}; if the name is right, change the kind.",
    ),
    _NAME,
)
WRONG_DAY = _error(
    7,
    Text("开会日期与文件名不符", "date does not match the file name"),
    Text("文件名写的是 {named}，时间写的是 {date}", "the file name says {named}, the time says {date}"),
    Text("核对会议记录，改“时间”或者改文件名。", "Compare with the minutes; change the time or rename the file."),
    _NAME,
)
WRONG_FOLDER = _error(
    8,
    Text("会议文件放错了年份文件夹", "file in the wrong year's folder"),
    Text("{year} 年的会议放在了 {folder} 文件夹里", "a meeting of {year} lies in the folder {folder}"),
    Text("把文件移到 meetings/{year}/ 下面。", "Move the file to meetings/{year}/."),
    Text("会议按年份存放，找得到，也不会重名。", "Meetings are kept by year."),
)
BAD_NAME = _error(
    9,
    Text("会议文件名写法不对", "malformed file name"),
    Text("看不懂文件名 {name}", "the file name {name} is not understood"),
    Text(
        "文件名写成“日期-简称.yml”，例如 {example}；同一天第二次会在末尾加 -2。简称：{slugs}。",
        "Name it date-slug.yml, as {example}; a second one on a day ends in -2. Slugs: {slugs}.",
    ),
    _NAME,
)
NUMBER_TWICE = _error(
    10,
    Text("同一次会议里决议编号重复", "decision number used twice"),
    Text("编号 {number} 在这次会议里已经用过", "number {number} is already taken in this meeting"),
    Text("按顺序重新编号；别的台账引用了它的，要一起改。", "Renumber, and mend what cites it."),
    Text("支出、公约按“会议/编号”引用决议，编号不能重复。", "Payments and pacts cite a decision by its number, so it stands once."),
)
BEFORE_MEETING = _error(
    11,
    Text("落实的日期早于开会日期", "carried out before it was decided"),
    Text("“{field}”{date} 早于开会那天 {met}", "“{field}” {date} is before the meeting on {met}"),
    Text("核对日期，多半是年份或月份写错了。", "Check the date; the year or the month is probably wrong."),
    Text("先有决议，后有落实。", "First it is decided, then carried out."),
)
FUTURE_RESULT = _error(
    12,
    Text("会议还没有开，已经写了结果", "results of a meeting still to come"),
    Text(
        "开会时间 {date} 在今天（{as_of}）之后，第 {number} 项已经有票数或结果",
        "the meeting is on {date}, after today ({as_of}), yet item {number} has votes or a result",
    ),
    Text(
        "会议预告只写时间、地点、议题；开完会再填票数和结果。时间写错了就改“时间”。",
        "A notice has time, place and items only; add votes afterwards. If the time is wrong, change it.",
    ),
    Text("没有开的会不会有结果。", "A meeting that was not held has no results."),
)
FUTURE_PROGRESS = _error(
    13,
    Text("落实的日期还没有到", "progress dated in the future"),
    Text("“{field}”{date} 在今天（{as_of}）之后", "“{field}” {date} is after today ({as_of})"),
    Text("进度和完成只写已经发生的事；打算办的写在“期限”里。", "Report only what has happened; what is planned is the deadline."),
    Text("没有办的事不能写成已经办了。", "What is not done yet is not reported as done."),
)
DEPENDS_ON_PROXIES = Code(
    "MTG014",
    Severity.ADVICE,
    Text("结果取决于委托算不算到会", "the result depends on whether proxies count"),
    Text("{sentence}", "{sentence}"),
    Text(
        "请社区确认委托是否计入到会（自治章程可以规定），并在会议记录里写明。网页上会把两种算法都写出来。",
        "Let the community settle whether proxies count, and say so in the minutes. The page shows both ways.",
    ),
    Text(
        "居委会、村委会的组织法没有规定代表会议上委托算不算到会，结果因此不同的要让大家看到。",
        "The laws on committees do not say whether proxies count among representatives; where the result depends on it, everybody sees both ways.",
    ),
    (Cite("urban-committee", "29"), Cite("village-committee", "30")),
)


def _meetings(books: Books) -> Iterator[tuple[Meeting, Body]]:
    return ((held.meeting, held.body) for held in meetings(books))


@rule(BAD_NAME, WRONG_KIND, WRONG_DAY, WRONG_FOLDER)
def name_says_what_it_is(books: Books) -> Iterator[Diagnostic]:
    """The file name is the date and the slug of the meeting, and the file lies in the folder of its year."""
    for filed in books.of(Meeting):
        if filed.record is not None:
            yield from _name(books, filed, filed.record)


def _name(books: Books, filed: Filed[Meeting], meeting: Meeting) -> Iterator[Diagnostic]:
    folder, name = filed.path.rsplit("/", 2)[-2:]
    said = named(filed.id)
    bodies = {k.value: k.text for k in MeetingKind}
    if said is None or said[1] not in bodies:
        right = f"{meeting.time.date()}-{meeting.kind.value}.yml"
        slugs = Text("、".join(f"{k.zh} {k.value}" for k in MeetingKind), ", ".join(bodies))
        yield BAD_NAME.at(books.place(meeting), name=name, example=right, slugs=slugs)
        return
    date, slug = said
    if slug != meeting.kind.value:
        yield WRONG_KIND.at(books.place(meeting, "kind"), slug=slug, named=bodies[slug], kind=meeting.kind.text, right=meeting.kind.value)
    if date != meeting.time.date():
        yield WRONG_DAY.at(books.place(meeting, "time"), named=date, date=meeting.time.date())
    if folder != str(date.year):
        yield WRONG_FOLDER.at(books.place(meeting), year=date.year, folder=folder)


@rule(ATTENDANCE)
def attendance_adds_up(books: Books) -> Iterator[Diagnostic]:
    """Those due are those present in person, those by proxy and those absent; nobody twice, nobody missing."""
    for meeting in books.records(Meeting):
        if not adds_up(meeting):
            total = (meeting.in_person or 0) + (meeting.proxies or 0) + (meeting.absent or 0)
            yield ATTENDANCE.at(books.place(meeting, "due"), due=meeting.due, parts=_parts(meeting), sum=total)


def _parts(meeting: Meeting) -> tuple[Text, ...]:
    heads = ((Text("亲到", "in person"), meeting.in_person), (Text("委托", "by proxy"), meeting.proxies), (Text("缺席", "absent"), meeting.absent))
    return tuple(Text(f"{what.zh} {n} 人", f"{n} {what.en}") for what, n in heads if n is not None)


@rule(NO_ATTENDANCE)
def attendance_is_stated(books: Books) -> Iterator[Diagnostic]:
    """Where those due are given, those present are too; where a quorum or a majority of all decides a result, both are."""
    for meeting, body in _meetings(books):
        counted = body.quorum is not None or body.base is Base.ALL
        decided = any(d.result is not None or d.yes is not None for d in meeting.decisions)
        missing = Text("应到", "due") if meeting.due is None else Text("亲到", "in_person")
        needed = (counted and decided and None in (meeting.due, meeting.in_person)) or (
            meeting.due is not None and meeting.in_person is None and decided
        )
        if needed and meeting.time.date() <= books.as_of:
            place, basis = books.place(meeting, "" if meeting.due is None else "due"), cites(body.clauses("quorum", "majority"))
            yield NO_ATTENDANCE.at(place, basis=basis, kind=Text(body.name, body.english), field=missing)


@rule(VOTES)
def votes_sum_to_present(books: Books) -> Iterator[Diagnostic]:
    """For, against, abstained, invalid and recused together are those present (proxies by the body's rule)."""
    for meeting, body in _meetings(books):
        present = [str(n) for _, n in presences(meeting, body)]
        for decision in meeting.decisions:
            if adds_up(meeting) and not votes_agree(decision, meeting, body):
                yield VOTES.at(books.place(decision, "yes"), sum=ballots(decision), present=Text(" 或 ".join(present), " or ".join(present)))


@rule(RESULT, NO_VOTES, DEPENDS_ON_PROXIES)
def result_follows_from_votes(books: Books) -> Iterator[Diagnostic]:
    """The claimed result is the one that quorum and votes give; a passed or rejected item has votes."""
    for meeting, body in _meetings(books):
        for decision, sums in tallies(meeting, body):
            claimed = decision.result
            if decision.yes is None and claimed in (Result.PASSED, Result.REJECTED):
                yield NO_VOTES.at(books.place(decision, "result"), claimed=claimed.text)
            elif not adds_up(meeting) or not votes_agree(decision, meeting, body):
                continue  # said already: with wrong figures the result means nothing
            elif claimed is not None and not sums.allows(claimed):
                yield RESULT.at(
                    books.place(decision, "result"),
                    basis=_grounds(decision, sums, body),
                    unsure=unsure(body.firmness, body.origin),
                    claimed=claimed.text,
                    computed=_computed(sums.ways[0].result),
                    sentence=sums.text,
                )
            elif sums.differs:
                yield DEPENDS_ON_PROXIES.at(books.place(decision), record=decision.at_, sentence=sums.text)


def _grounds(decision: Decision, sums: Tally, body: Body) -> tuple[Cite, ...]:
    """The clauses the result follows from: of a special matter its own, with that of the quorum where it was missed."""
    rules = ruled(decision, body)
    if rules is body or any(w.quorum_met is False for w in sums.ways):
        return cites(rules.clauses("quorum", "majority"))
    return cites(rules.clauses("majority"))


def _computed(result: Result | None) -> Text:
    return result.text if result is not None else Text("没有表决", "not voted on")


@rule(NUMBER_TWICE)
def numbers_stand_once(books: Books) -> Iterator[Diagnostic]:
    """No decision number stands twice in one meeting."""
    for meeting in books.records(Meeting):
        seen: dict[str, int] = {}
        for n, decision in enumerate(meeting.decisions):
            if decision.number in seen:
                first = books.place(meeting.decisions[seen[decision.number]], "number")
                yield NUMBER_TWICE.at(books.place(decision, "number"), related=(first,), number=decision.number)
            seen.setdefault(decision.number, n)


@rule(FUTURE_RESULT)
def results_come_after_the_meeting(books: Books) -> Iterator[Diagnostic]:
    """A meeting still to come has no votes and no results."""
    for meeting in books.records(Meeting):
        date = meeting.time.date()
        first = next((d for d in meeting.decisions if d.yes is not None or d.result is not None), None)
        if date > books.as_of and first is not None:
            yield FUTURE_RESULT.at(books.place(meeting, "time"), date=date, as_of=books.as_of, number=first.number)


@rule(BEFORE_MEETING, FUTURE_PROGRESS)
def carrying_out_is_dated_right(books: Books) -> Iterator[Diagnostic]:
    """Progress, completion and publication lie on or after the day of the meeting and not in the future."""
    for meeting in books.records(Meeting):
        met = meeting.time.date()
        for decision in meeting.decisions:
            for record, field, what, date in _dated(decision):
                if date is not None and date < met:
                    yield BEFORE_MEETING.at(books.place(record, field), field=what, date=date, met=met)
                elif date is not None and date > books.as_of:
                    yield FUTURE_PROGRESS.at(books.place(record, field), field=what, date=date, as_of=books.as_of)


def _dated(decision: Decision) -> Iterator[tuple[Record, str, Text, datetime.date | None]]:
    """What is dated after a decision: the record and the field it stands in, its name, its day."""
    yield decision, "published", Text("决议公开", "published"), decision.published
    yield decision, "outcome_published", Text("结果公开", "outcome_published"), decision.outcome_published
    if (carried := decision.carry_out) is not None:
        yield from ((p, "date", Text("进度", "progress"), p.date) for p in carried.progress)
        yield carried, "done", Text("完成", "done"), carried.done
