"""`docs/ID.yml`: standing rules, plans, reports, audits, and what residents asked to see (catalogue U07, U30, U38, V11, V17, V20)."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Id, Many, Name, OneOrMany, Prose, Words

_PUBLIC = Privacy.PUBLIC


class DocSort(Term):
    """What a document is; items of the catalogue choose by it."""

    RULE = "standing rule", "制度"
    PLAN = "yearly plan", "年度计划"
    REPORT = "yearly report", "年度工作报告"
    AUDIT = "audit report", "审计报告"
    ASKED = "on residents' demand", "应居民要求公开"
    ASKED_VILLAGE = "on villagers' demand", "应村民要求公开"
    OTHER = "other", "其他"


class Progress(Term):
    """How far a task is said to have come, where no day says so."""

    AHEAD = "not begun", "未开始"
    ONGOING = "under way", "进行中"
    DONE = "done", "已完成", "完成"
    STOPPED = "stopped", "已停止", "取消"


class Section(Record):
    """A part of the text under a heading."""

    title: Name = label("标题", "Heading", _PUBLIC)
    text: Prose = label("正文", "Text", _PUBLIC)


class Task(Record):
    """Something a plan sets out to do, or a report tells of."""

    number: Id = label("编号", "Number", _PUBLIC, help=Text("顺序号，从 1 起", "Counts from 1"))
    matter: Name = label("事项", "Matter", _PUBLIC)
    deadline: Day | None = label("期限", "By", _PUBLIC, default=None)
    office: Words | None = label("责任", "Responsible", _PUBLIC, default=None, help=Text("写职务", "The office"))
    progress: Progress | None = label(
        "进度", "Progress", _PUBLIC, default=None, help=Text("写了“完成”那一天的不用写", "Left out where the day it was done is written")
    )
    done: Day | None = label("完成", "Done on", _PUBLIC, default=None)
    told: Words | None = label("说明", "What was done", _PUBLIC, default=None)


class Finding(Record):
    """What an audit found, and what was put right."""

    number: Id = label("编号", "Number", _PUBLIC, help=Text("顺序号，从 1 起", "Counts from 1"))
    problem: Words = label("问题", "What was found", _PUBLIC)
    deadline: Day | None = label("整改期限", "To be put right by", _PUBLIC, default=None)
    office: Words | None = label("责任", "Responsible", _PUBLIC, default=None, help=Text("写职务", "The office"))
    done: Day | None = label("整改完成", "Put right on", _PUBLIC, default=None)
    told: Words | None = label("整改说明", "What was done", _PUBLIC, default=None)


class Doc(Record):
    """One document in one version; a new version is a file of its own that names the old one under 取代."""

    name: Name = label("名称", "Name", _PUBLIC)
    sort: DocSort = label("类型", "Sort", _PUBLIC)
    year: Count | None = label(
        "年度", "Year", _PUBLIC, default=None, help=Text("计划、报告、审计写是哪一年的", "Of plans, reports and audits: which year")
    )
    day: Day = label("日期", "Date", _PUBLIC, help=Text("通过、出具或者公开的那一天", "The day it was adopted, issued or shown"))
    by: Words | None = label(
        "制定", "By", _PUBLIC, default=None, help=Text("谁定的、谁出具的，例如 居民代表会议、某会计师事务所", "Who adopted or issued it")
    )
    number: Words | None = label("文号", "Document number", _PUBLIC, default=None)
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")
    effective: Day | None = label("施行", "In force from", _PUBLIC, default=None)
    ended: Day | None = label("废止", "Ended on", _PUBLIC, default=None)
    replaces: Cited | None = label("取代", "Replaces", _PUBLIC, default=None, ref="doc", help=Text("旧文件的文件名", "The old document's file name"))
    office: Words | None = label(
        "对象", "About", _PUBLIC, default=None, help=Text("审计的是谁的任期、哪本账，写职务", "Whose term or which book was audited, by office")
    )
    asked: Day | None = label("要求日期", "Asked for on", _PUBLIC, default=None)
    asked_by: Count | None = label("联名人数", "How many asked", _PUBLIC, default=None, unit=Text("人", "people"))
    summary: Prose | None = label("摘要", "Summary", _PUBLIC, default=None, help=Text("用一两句白话说清讲什么", "What it says, in a sentence or two"))
    sections: Many[Section] = label("内容", "Text", _PUBLIC, default=(), strict=False)
    tasks: Many[Task] = label("任务", "Tasks", _PUBLIC, default=(), strict=False)
    findings: Many[Finding] = label("审计发现", "Findings", _PUBLIC, default=(), strict=False)
    books: OneOrMany[Words] = label(
        "账簿", "Books", _PUBLIC, default=(), strict=False, help=Text("审计的账簿编号", "The ids of the books that were audited")
    )
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
