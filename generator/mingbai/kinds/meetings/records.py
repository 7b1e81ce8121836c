"""meetings/<year>/<date>-<slug>.yml and matters/<id>.yml: who met, how many, what was put to the vote, what became of it."""

from __future__ import annotations

import datetime
import re

from mingbai.books import Books
from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day, Moment, day
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Id, Many, Name, OneOrMany, Prose, Words

_PUBLIC = Privacy.PUBLIC
_PEOPLE = Text("人", "people")
_VOTES = Text("票", "votes")

_STEM = re.compile(r"(\d{4}-\d{2}-\d{2})-([a-z]+)(?:-([2-9]))?", re.ASCII)


class MeetingKind(Term):
    """The bodies that meet; the value is the slug in the file name, and the id of the body in the law pack."""

    JUMIN = "jumin", "居民会议"
    DAIBIAO = "daibiao", "居民代表会议", "居民代表大会"
    CUNMIN = "cunmin", "村民会议"
    CUNMINDAIBIAO = "cunmindaibiao", "村民代表会议", "村民代表大会"
    XIAOZU = "xiaozu", "村民小组会议"
    CHENGYUAN = "chengyuan", "成员大会"
    CHENGYUANDAIBIAO = "chengyuandaibiao", "成员代表大会"
    LISHIHUI = "lishihui", "理事会"
    JIANSHI = "jianshi", "监事会", "监事会会议"
    YISHI = "yishi", "议事会", "居民议事会", "村民议事会"
    JUWEIHUI = "juweihui", "居委会会议"
    CUNWEIHUI = "cunweihui", "村委会会议"
    DANGZUZHI = "dangzuzhi", "党组织会议", "党支部会议", "党总支会议", "党委会议", "支委会"
    LIANGWEI = "liangwei", "两委会议"
    DANGYUAN = "dangyuan", "党员大会"
    JIANWEI = "jianwei", "监督委员会会议"
    ZHENGXUN = "zhengxun", "民情征询会"
    XIESHANG = "xieshang", "民主协商会"
    PINGYI = "pingyi", "监督评议会"
    SIFANG = "sifang", "四方联席会"
    TINGZHENG = "tingzheng", "听证会"
    XIETIAO = "xietiao", "协调会"
    KENTAN = "kentan", "恳谈会"


class Method(Term):
    """How votes were cast."""

    HANDS = "show of hands", "举手"
    BALLOT = "ballot", "票决"
    SECRET = "secret ballot", "无记名", "无记名投票"
    ONLINE = "online", "在线", "线上"


class Electorate(Term):
    """Who is counted: every person who may take part, or one representative of each household."""

    PERSONS = "persons", "人"
    HOUSEHOLDS = "households", "户代表", "户"

    @property
    def unit(self) -> Text:
        """What a number of them is counted in."""
        return Text("户", "households") if self is Electorate.HOUSEHOLDS else Text("人", "people")


class Result(Term):
    """What came of a vote."""

    PASSED = "passed", "通过"
    REJECTED = "rejected", "未通过", "不通过", "否决"
    NO_QUORUM = "no quorum", "未达法定人数"
    DEFERRED = "deferred", "暂缓", "暂缓表决"


class MatterKind(Term):
    """The procedure a matter goes through."""

    THREE_MEETINGS = "three meetings", "三会"
    FOUR_AND_TWO = "four deliberations two disclosures", "四议两公开"
    LEVY = "one matter one vote", "一事一议"
    OTHER = "other", "其他"


class Progress(Record):
    """One report of how a decision is being carried out."""

    date: Day = label("日期", "Date", _PUBLIC)
    text: Name = label("说明", "What was done", _PUBLIC)


class Consulted(Record):
    """When a plan was open to opinions before the vote, and what came of it."""

    since: Day = label("起", "From", _PUBLIC)
    until: Day = label("止", "Until", _PUBLIC)
    received: Count | None = label("条数", "Opinions", _PUBLIC, default=None, unit=Text("条", "opinions"))


class CarryOut(Record):
    """Who carries a decision out, by when, and how far it has come."""

    responsible: Words = label("责任人", "Responsible", _PUBLIC, help=Text("写职务，不写个人姓名", "The office, not a private name"))
    deadline: Day = label("期限", "To be done by", _PUBLIC)
    progress: Many[Progress] = label("进度", "Progress", _PUBLIC, default=(), strict=False)
    done: Day | None = label(
        "完成", "Done on", _PUBLIC, default=None, help=Text("办完那一天；没办完不写这一栏", "The day it was finished; left out until then")
    )


class Decision(Record):
    """One item of a meeting: what was proposed, how many voted how, what came of it; an item may also be discussed only."""

    number: Id = label("编号", "Number", _PUBLIC, help=Text("本次会议里的顺序号，从 1 起", "Counts within the meeting, from 1"))
    topic: Name = label("议题", "Item", _PUBLIC)
    matter: Cited | None = label(
        "事项",
        "Matter",
        _PUBLIC,
        default=None,
        ref="matter",
        help=Text("一次会议涉及几件事时，写明这一项是哪件事的", "Which matter the item belongs to, where a meeting deals with several"),
    )
    proposer: Words | None = label("提议", "Proposed by", _PUBLIC, default=None)
    party_discussed: Day | None = label("党组织研究日期", "Discussed by the party organisation on", _PUBLIC, default=None)
    consulted: Consulted | None = label(
        "征求意见",
        "Opinions asked for",
        _PUBLIC,
        default=None,
        help=Text("方案表决以前从哪天到哪天征求意见，收到多少条", "From when until when the plan was open to opinions before the vote"),
    )
    text: Prose | None = label(
        "文本", "Text", _PUBLIC, default=None, help=Text("决议全文，居民看到的就是这一段", "The decision in full, as residents read it")
    )
    method: Method | None = label("表决方式", "How votes were cast", _PUBLIC, default=None)
    yes: Count | None = label("同意", "For", _PUBLIC, default=None, unit=_VOTES)
    no: Count | None = label("反对", "Against", _PUBLIC, default=None, unit=_VOTES)
    abstain: Count | None = label("弃权", "Abstained", _PUBLIC, default=None, unit=_VOTES)
    invalid: Count | None = label("无效", "Invalid", _PUBLIC, default=None, unit=_VOTES)
    recused: Count | None = label(
        "回避",
        "Recused",
        _PUBLIC,
        default=None,
        unit=_PEOPLE,
        help=Text("与本项有利害关系、没有参加表决的人数", "Present but interested, and so not voting"),
    )
    interested: Count | None = label(
        "利害关系人",
        "Interested persons",
        _PUBLIC,
        default=None,
        unit=_PEOPLE,
        help=Text("到会的人里与本项有利害关系的人数，都应当回避", "Of those present, how many are interested; all of them stand aside"),
    )
    special: Words | None = label(
        "特别事项",
        "Special matter",
        _PUBLIC,
        default=None,
        help=Text("要特别多数的事，例如 非成员享有成员权益", "What asks for more than the usual majority"),
    )
    affair: Words | None = label(
        "大事",
        "Matter of weight",
        _PUBLIC,
        default=None,
        help=Text(
            "法律点名的大事，写法规依据页上的名称，例如 土地补偿费的分配、使用办法；不写：从议题里认",
            "A matter that the law names, as on the page of the law; left out: it is known by its topic",
        ),
    )
    result: Result | None = label(
        "结果", "Result", _PUBLIC, default=None, help=Text("只讨论、没有表决的议题不写", "Left out where an item was only discussed")
    )
    published: Day | None = label(
        "决议公开", "Decision published on", _PUBLIC, default=None, help=Text("决议贴出、上网的那一天", "The day the decision was put up")
    )
    outcome_published: Day | None = label(
        "结果公开",
        "Outcome published on",
        _PUBLIC,
        default=None,
        help=Text("办完以后公布实施结果的那一天", "The day it was published what had been done"),
    )
    carry_out: CarryOut | None = label("落实", "Carrying out", _PUBLIC, default=None)
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))


class Cancelled(Record):
    """A meeting that was announced and will not be held."""

    date: Day = label("日期", "Date", _PUBLIC, help=Text("告诉大家不开的那一天", "The day it was called off"))
    reason: Words = label("原因", "Reason", _PUBLIC, help=Text("改期的写明改到哪天", "Where it was put off, until when"))


class Meeting(Record):
    """A meeting of one body, or the notice of one that is still to come (no figures, no results yet)."""

    kind: MeetingKind = label(
        "种类", "Kind", _PUBLIC, help=Text("与文件名里的简称一致，例如 议事会 = yishi", "Agrees with the slug in the file name")
    )
    matters: OneOrMany[Cited] = label(
        "事项", "Matters", _PUBLIC, default=(), ref="matter", strict=False, help=Text("matters/ 里的事项编号，可写多个", "Ids of files in matters/")
    )
    notified: Day | None = label("通知日期", "Called on", _PUBLIC, default=None)
    urgent: Words | None = label(
        "特殊情况",
        "Special case",
        _PUBLIC,
        default=None,
        help=Text("来不及提前通知的，写明原因；只有法律允许临时通知的会可以写", "Why it was called at short notice, where the law allows it"),
    )
    time: Moment = label("时间", "Time", _PUBLIC)
    where: Words = label("地点", "Place", _PUBLIC)
    convener: Words = label("召集", "Called by", _PUBLIC)
    chair: Words | None = label("主持", "Chair", _PUBLIC, default=None, help=Text("会前公告可以不写", "May be left out of a notice"))
    clerk: Words | None = label("记录", "Minutes by", _PUBLIC, default=None, help=Text("会前公告可以不写", "May be left out of a notice"))
    open_to: Words | None = label(
        "谁可以来",
        "Who may come",
        _PUBLIC,
        default=None,
        help=Text("会前公告里写，例如 居民代表参加，居民可以旁听", "In a notice: who takes part, who may listen"),
    )
    cancelled: Cancelled | None = label(
        "取消", "Called off", _PUBLIC, default=None, help=Text("公告了又不开的会，写日期和原因，不要删文件", "Announced and not held; the file stays")
    )
    counts: Electorate = label(
        "计数",
        "Counts",
        _PUBLIC,
        default=Electorate.PERSONS,
        help=Text(
            "每户派一名代表参加的写 户代表，应到、到会、票数都按户写；不写：按人",
            "households where each sends one representative: all figures then count households",
        ),
    )
    due: Count | None = label(
        "应到",
        "Due",
        _PUBLIC,
        default=None,
        unit=_PEOPLE,
        help=Text("有权参加的总人数；法律没有规定人数的会可以不写", "All who may take part; may be left out where no quorum is laid down"),
    )
    in_person: Count | None = label("亲到", "Present in person", _PUBLIC, default=None, unit=_PEOPLE)
    proxies: Count | None = label("委托", "Present by proxy", _PUBLIC, default=None, unit=_PEOPLE)
    absent: Count | None = label("缺席", "Absent", _PUBLIC, default=None, unit=_PEOPLE)
    representatives: Count | None = label(
        "代表",
        "Representatives among those due",
        _PUBLIC,
        default=None,
        unit=_PEOPLE,
        help=Text("应到人员中推选产生的代表人数，其余是委员会成员", "Elected representatives among all members; the others are the committee"),
    )
    women: Count | None = label(
        "女性代表",
        "Women among those due",
        _PUBLIC,
        default=None,
        unit=_PEOPLE,
        help=Text("应到人员中的妇女人数（村民代表会议应占三分之一以上）", "Women among all members"),
    )
    supervisors: Count | None = label("监督委员会到会", "Supervisors present", _PUBLIC, default=None, unit=_PEOPLE)
    attending: OneOrMany[Words] = label(
        "列席", "Also attending", _PUBLIC, default=(), strict=False, help=Text("单位或身份，没有表决权", "Bodies or offices, without a vote")
    )
    minutes: Prose | None = label(
        "发言摘要",
        "Summary of what was said",
        _PUBLIC,
        default=None,
        help=Text("写“几号楼代表认为……”，不写个人姓名", "By whom in general terms, no names"),
    )
    decisions: Many[Decision] = label("决议", "Items and decisions", _PUBLIC, default=(), strict=False)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))


class Proposal(Record):
    """The party organisation's proposal with which a matter begins (党组织提议), where no minutes of that meeting are kept here."""

    date: Day = label("日期", "Date", _PUBLIC)
    form: Words | None = label("会议形式", "Form", _PUBLIC, default=None, help=Text("例如 社区党委会议", "E.g. meeting of the party committee"))
    due: Count | None = label("应到", "Due", _PUBLIC, default=None, unit=_PEOPLE)
    present: Count | None = label("实到", "Present", _PUBLIC, default=None, unit=_PEOPLE)
    text: Name | None = label("内容", "What was proposed", _PUBLIC, default=None)


class Matter(Record):
    """An affair that several meetings deal with one after the other; its steps follow from the meetings that name it."""

    name: Name = label("名称", "Name", _PUBLIC)
    kind: MatterKind = label("种类", "Kind", _PUBLIC)
    reason: Words | None = label(
        "动议事由",
        "What gave rise to it",
        _PUBLIC,
        default=None,
        help=Text("党员群众建议、干部提议、上级安排", "Residents, officers or a higher office"),
    )
    proposed: Proposal | None = label(
        "提议",
        "Proposal",
        _PUBLIC,
        default=None,
        help=Text("四议两公开的第一步；有会议记录的不用写", "The first of the six steps, where it has no minutes"),
    )
    opinion: Words | None = label("监督意见", "What the supervisors said", _PUBLIC, default=None)
    text: Prose | None = label("说明", "What it is about", _PUBLIC, default=None)
    responsible: Words | None = label("责任人", "Responsible", _PUBLIC, default=None)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))


def announced(books: Books) -> tuple[tuple[str, Meeting], ...]:
    """The meetings that are called and still to come, soonest first, each with its id; its page is `meetings/<id>/`."""
    return books.derived(_announced)


def _announced(books: Books) -> tuple[tuple[str, Meeting], ...]:
    found = ((f.id, f.record) for f in books.of(Meeting) if f.record is not None)
    return tuple(sorted(((i, m) for i, m in found if is_coming(m, books.as_of)), key=lambda pair: (pair[1].time, pair[0])))


def is_coming(meeting: Meeting, as_of: datetime.date) -> bool:
    """Whether a meeting is still to come: its day is not over, nothing of it is recorded and it was not called off."""
    day = meeting.time.date()
    return meeting.cancelled is None and (day > as_of or (day == as_of and not is_recorded(meeting)))


def is_recorded(meeting: Meeting) -> bool:
    """Whether anything is written down of what happened: who came, what was said, how an item ended."""
    settled = any(d.yes is not None or d.result is not None or d.text is not None or d.carry_out is not None for d in meeting.decisions)
    return settled or meeting.in_person is not None or meeting.minutes is not None


def named(id: str) -> tuple[datetime.date, str] | None:
    """The day and the slug a file's name says: `2026-03-05-yishi-2` → (2026-03-05, `yishi`); None where it says none."""
    found = _STEM.fullmatch(id)
    try:
        return (day(found[1]), found[2]) if found else None
    except ValueError:
        return None
