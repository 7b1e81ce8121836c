"""admission/<id>.yml: a task an office asks for, from the application to its end; or, under 清单, the list of what the community does (domain §4.11)."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Number, OneOrMany, Prose, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")
_PEOPLE = Text("人", "people")


class Sort(Term):
    """What is asked of the community."""

    SIGN = "sign or branch office", "机构挂牌", "挂牌"
    TASK = "task", "任务"
    REGISTER = "register", "台账"
    INSPECTION = "inspection", "检查考核", "考核", "检查"
    CAMPAIGN = "campaign", "创建"
    TRAINING = "training", "培训"
    SURVEY = "survey", "调查"
    CERTIFICATE = "certificate", "证明"


class DutySort(Term):
    """How an entry of the list binds the community."""

    OWN = "of its own", "自治", "依法履职"
    ASSIST = "assists the government", "协助", "依法协助", "协助政府"
    CERTIFICATE = "may certify", "可出具证明"
    NOT = "not the community's", "不承担", "不得"


class Outcome(Term):
    """What was decided of an application."""

    ADMITTED = "admitted", "准入"
    REFUSED = "refused", "不予"


class Duty(Record):
    """An entry of the list."""

    number: Number = label("编号", "Number", _PUBLIC)
    matter: Name = label("事项", "Matter", _PUBLIC)
    sort: DutySort = label("种类", "Sort", _PUBLIC)
    department: Words | None = label("部门", "Office", _PUBLIC, default=None)
    basis: OneOrMany[Words] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)


class DutyFile(Record):
    """清单: what the community does by law, where it assists, what it may certify, what is not its business."""

    duties: Many[Duty] = label("清单", "List", _PUBLIC, min_length=1, strict=False)
    name: Name | None = label("名称", "Name", _PUBLIC, default=None)
    issued_by: Words | None = label("发布", "Issued by", _PUBLIC, default=None)
    document: Words | None = label("文号", "Document number", _PUBLIC, default=None)
    issued: Day | None = label("发布日期", "Issued on", _PUBLIC, default=None)


class Span(Record):
    """The days for which the task is taken on, both included."""

    start: Day = label("起", "From", _PUBLIC)
    end: Day = label("止", "To", _PUBLIC)


class Asked(Record):
    """What the task takes."""

    people: Count | None = label("人员", "People", _PUBLIC, default=None, unit=_PEOPLE)
    money: Yuan | None = label("经费", "Money", _PUBLIC, default=None, unit=_YUAN)
    equipment: Words | None = label("设备", "Equipment", _PUBLIC, default=None)


class Given(Record):
    """What the office that asks provides besides money."""

    people: Count | None = label("人员", "People", _PUBLIC, default=None, unit=_PEOPLE)
    equipment: Words | None = label("设备", "Equipment", _PUBLIC, default=None)


class Promise(Record):
    """Money promised: how much, until when, in what way. Whether it came is computed from the lines."""

    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)
    due: Day = label("到账期限", "To arrive by", _PUBLIC)
    how: Words | None = label("方式", "How", _PUBLIC, default=None, help=Text("例如 一次拨付到基本户", "E.g. in one sum to the basic account"))


class Decision(Record):
    """Who decided when, and how."""

    day: Day = label("日期", "Date", _PUBLIC)
    body: Words = label("机关", "Decided by", _PUBLIC)
    outcome: Outcome = label("结果", "Outcome", _PUBLIC)
    opinion: Words | None = label("意见", "Opinion", _PUBLIC, default=None)
    decision: Cited | None = label(
        "决议", "Decision", _PUBLIC, default=None, ref="decision", help=Text("社区自己议过的写", "Where the community voted")
    )


class Ending(Record):
    """When it was withdrawn or finished, and why or with what result."""

    day: Day = label("日期", "Date", _PUBLIC)
    words: Name = label("说明", "What was said", _PUBLIC)


class Work(Record):
    """A day on which something was done for the task."""

    day: Day = label("日期", "Date", _PUBLIC)
    words: Name = label("说明", "What was done", _PUBLIC)


class Admission(Record):
    """A task an office asks for. Its state and the money that arrived are computed, never typed; funds and lines name it under 准入."""

    matter: Name = label("事项", "Task", _PUBLIC)
    department: Words = label("申请部门", "Asked for by", _PUBLIC)
    sort: Sort = label("类别", "Sort", _PUBLIC)
    listed: Cited | None = label(
        "对应清单",
        "Entry of the list",
        _PUBLIC,
        default=None,
        ref="duty",
        help=Text("清单文件/编号，例如 list/12", "file of the list/number, e.g. list/12"),
    )
    basis: OneOrMany[Words] = label(
        "依据",
        "Legal basis",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("法规或文件的名称、文号、条款", "Act or document with its number and article"),
    )
    content: Prose | None = label("内容", "What is to be done", _PUBLIC, default=None)
    frequency: Words | None = label("频次", "How often", _PUBLIC, default=None)
    term: Span | None = label("期限", "Term", _PUBLIC, default=None)
    ours: Prose | None = label("社区负责", "What the community answers for", _PUBLIC, default=None)
    theirs: Prose | None = label("部门负责", "What the office answers for", _PUBLIC, default=None)
    asked: Asked | None = label("需要", "What it takes", _PUBLIC, default=None)
    given: Given | None = label("提供", "Provided besides money", _PUBLIC, default=None)
    promises: Many[Promise] = label("拨付", "Money promised", _PUBLIC, default=(), strict=False)
    free: Words | None = label(
        "不需经费", "Why no money is needed", _PUBLIC, default=None, help=Text("确实不用花钱的写原因", "Where it costs nothing, the reason")
    )
    before: Yuan | None = label(
        "此前到账",
        "Arrived before the books",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("账簿启用以前已经到的", "What came before the book began"),
    )
    applied: Day = label("申请日", "Applied on", _PUBLIC)
    decided: Decision | None = label("决定", "Decision", _PUBLIC, default=None)
    withdrawn: Ending | None = label("撤销", "Withdrawn", _PUBLIC, default=None)
    closed: Ending | None = label("办结", "Finished", _PUBLIC, default=None)
    work: Many[Work] = label("办理", "What was done", _PUBLIC, default=(), strict=False)
    responsible: Words | None = label("承办", "Carried out by", _PUBLIC, default=None, help=Text("写职务", "The office"))
    services: OneOrMany[Cited] = label(
        "服务", "Services", _PUBLIC, default=(), strict=False, ref="service", help=Text("与它有关的办事指南", "Guides that belong to it")
    )
    evaluation: Prose | None = label("评价", "Evaluation", _PUBLIC, default=None)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
