"""appraisals/YYYY.yml: the yearly appraisal, ballot by ballot, and surveys of satisfaction (domain §4.16)."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Prose, Words

_PUBLIC = Privacy.PUBLIC
_BALLOTS = Text("票", "ballots")
_PEOPLE = Text("人", "people")


class Grade(Term):
    """The four grades of a ballot."""

    EXCELLENT = "excellent", "优秀"
    FIT = "fit", "称职"
    BARELY = "barely fit", "基本称职"
    UNFIT = "unfit", "不称职"


class Standing(Term):
    """Who is appraised: an elected member, or somebody paid to help."""

    MEMBER = "member", "成员"
    HELPER = "paid helper", "聘用人员", "误工补贴人员"


class Person(Record):
    """One person appraised, by office; the names of officers are public."""

    office: Words = label("职务", "Office", _PUBLIC)
    name: Name | None = label("姓名", "Name", _PUBLIC, default=None, help=Text("成员写姓名；只写职务也可以", "Of members; the office alone will do"))
    standing: Standing = label("身份", "Standing", _PUBLIC, default=Standing.MEMBER)
    excellent: Count = label("优秀", "Excellent", _PUBLIC, unit=_BALLOTS)
    fit: Count = label("称职", "Fit", _PUBLIC, unit=_BALLOTS)
    barely: Count = label("基本称职", "Barely fit", _PUBLIC, unit=_BALLOTS)
    unfit: Count = label("不称职", "Unfit", _PUBLIC, unit=_BALLOTS)
    result: Grade | None = label(
        "结果", "Result", _PUBLIC, default=None, help=Text("宣布的结果；不写：按票数算", "As announced; left out: by the ballots")
    )
    stepped_down: Day | None = label(
        "离任", "Left office", _PUBLIC, default=None, help=Text("因此离任的日期", "The day the office ended because of it")
    )

    @property
    def ballots(self) -> int:
        """All ballots for this person."""
        return self.excellent + self.fit + self.barely + self.unfit


class Survey(Record):
    """A survey: how many were asked, how many were content, how many knew."""

    day: Day = label("日期", "Date", _PUBLIC)
    subject: Words = label(
        "对象", "Of whom", _PUBLIC, help=Text("例如 居委会工作、街道办事处、居务公开", "E.g. the committee, the subdistrict, disclosure")
    )
    asked: Count = label("样本数", "Asked", _PUBLIC, unit=_PEOPLE)
    method: Words | None = label("方法", "Method", _PUBLIC, default=None)
    content: Count | None = label("满意", "Content", _PUBLIC, default=None, unit=_PEOPLE)
    aware: Count | None = label("知晓", "Aware", _PUBLIC, default=None, unit=_PEOPLE)


class AppraisalFile(Record):
    """The appraisal of a year; the file's name is the year."""

    day: Day = label("日期", "Date", _PUBLIC)
    organiser: Words = label("组织", "Held by", _PUBLIC, help=Text("监督委员会", "The supervisory committee"))
    meeting: Cited | None = label("会议", "Meeting", _PUBLIC, default=None, ref="meeting")
    due: Count = label("应到", "Due", _PUBLIC, unit=_PEOPLE)
    present: Count = label("实到", "Present", _PUBLIC, unit=_PEOPLE)
    valid: Count = label("有效票", "Valid ballots", _PUBLIC, unit=_BALLOTS)
    invalid: Count = label("无效票", "Invalid ballots", _PUBLIC, default=0, unit=_BALLOTS)
    people: Many[Person] = label("对象", "Appraised", _PUBLIC, min_length=1, strict=False)
    published: Day | None = label("公布日", "Published on", _PUBLIC, default=None)
    surveys: Many[Survey] = label("满意度", "Surveys", _PUBLIC, default=(), strict=False)
    explanation: Prose | None = label("说明", "Explanation", _PUBLIC, default=None)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
