"""`commitments/YYYY.yml`: the public commitments of one year, by post (承诺践诺; domain §system 14); posts are named, private persons never."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.numbers import Count
from mingbai.values.text import Text
from mingbai.values.words import Cited, Id, Many, Name, Prose, Words

_PUBLIC = Privacy.PUBLIC


class Progress(Record):
    """One step on the way to keeping a commitment."""

    date: Day = label("日期", "Date", _PUBLIC)
    text: Name = label("说明", "What was done", _PUBLIC)


class Appraisal(Record):
    """How those present at an appraisal found it."""

    date: Day = label("日期", "Date", _PUBLIC)
    asked: Count = label("参加", "Took part", _PUBLIC, unit=Text("人", "people"))
    content: Count = label("满意", "Content", _PUBLIC, unit=Text("人", "people"))


class Commitment(Record):
    """What one post promised, by when, and what became of it."""

    number: Id = label("编号", "Number", _PUBLIC, help=Text("当年的顺序号，从 1 起", "Counts within the year, from 1"))
    post: Words = label("岗位", "Post", _PUBLIC, help=Text("职务或岗位，例如 环境物业委员、党员巡逻岗；不写姓名", "The office or post, never a name"))
    text: Prose = label("内容", "What is promised", _PUBLIC)
    deadline: Day = label("期限", "To be kept by", _PUBLIC)
    decision: Cited | None = label(
        "决议", "Decision", _PUBLIC, default=None, ref="decision", help=Text("承诺的事有决议的写上", "Where it rests on one")
    )
    progress: Many[Progress] = label("进度", "Progress", _PUBLIC, default=(), strict=False)
    done: Day | None = label(
        "兑现", "Kept on", _PUBLIC, default=None, help=Text("办完那一天；没办完不写", "The day it was kept; left out until then")
    )
    failed: Words | None = label("没兑现的原因", "Why it was not kept", _PUBLIC, default=None)
    appraisal: Appraisal | None = label("评议", "Appraisal", _PUBLIC, default=None)


class CommitmentFile(Record):
    """The commitments of a year."""

    published: Day | None = label("公布", "Published on", _PUBLIC, default=None, help=Text("公开承诺贴出来的那一天", "The day they were put up"))
    overseer: Words | None = label("监督人", "Overseen by", _PUBLIC, default=None, help=Text("写职务，例如 监督委员会主任", "By office"))
    commitments: Many[Commitment] = label("承诺", "Commitments", _PUBLIC, default=(), strict=False)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
