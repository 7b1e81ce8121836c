"""`notices/YYYY/ID.yml`: prior notices (公示) with their end and channel for objections, and what is disclosed of matters that have no register (domain §4.20).

Persons are never named: those who are helped stand as totals.
"""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import Yuan
from mingbai.values.numbers import Count
from mingbai.values.periods import Period
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, OneOrMany, Prose, Words

_PUBLIC = Privacy.PUBLIC
_PEOPLE = Text("人", "people")
_HOUSEHOLDS = Text("户", "households")
_YUAN = Text("元", "yuan")


class NoticeSort(Term):
    """What a notice is about; items of the catalogue choose by it."""

    ELECTION = "election", "选举"
    ASSISTANCE = "social assistance", "社会救助"
    SUBSIDY = "allowances", "补贴发放"
    CARE = "care", "关爱服务"
    KEY_HELP = "key assistance", "重点帮扶"
    GRID = "grids", "网格"
    ORGANISATION = "social organisations", "社会组织"
    VOLUNTEER = "volunteers", "志愿服务"
    PROPERTY = "property management", "物业"
    EMERGENCY = "emergency and safety", "应急"
    REQUEST = "requests", "诉求"
    VILLAGE_PLAN = "village planning", "村庄规划"
    HOMESTEAD = "homesteads", "宅基地"
    LAND = "land-loss pensions", "征地养老"
    COMPENSATION = "land compensation", "征占补偿", "征地补偿"
    FARM = "farm subsidies", "惠农补贴"
    LARGE = "large matters", "重大事项"
    GROUP = "villagers' groups", "村民小组"
    OTHER = "other", "其他"

    @property
    def personal(self) -> bool:
        """Whether it speaks of persons in need: small numbers may then give somebody away."""
        return self in (NoticeSort.ASSISTANCE, NoticeSort.SUBSIDY, NoticeSort.CARE, NoticeSort.KEY_HELP)


class Scope(Term):
    """Where the whole notice hangs."""

    ALL = "site and board", "网站和公开栏"
    BOARD = "board only", "只在公开栏"


class Figure(Record):
    """One row of what a notice counts; no person is named."""

    name: Name = label("名目", "What", _PUBLIC, help=Text("低保、高龄津贴、三号网格……；不写姓名", "A benefit, a grid …, never a name"))
    people: Count | None = label("人数", "People", _PUBLIC, default=None, unit=_PEOPLE)
    households: Count | None = label("户数", "Households", _PUBLIC, default=None, unit=_HOUSEHOLDS)
    times: Count | None = label("次数", "Times", _PUBLIC, default=None, unit=Text("次", "times"))
    rate: Words | None = label("标准", "Rate", _PUBLIC, default=None, help=Text("例如 每人每月 60 元", "E.g. 60 yuan a person a month"))
    amount: Yuan | None = label("金额", "Amount", _PUBLIC, default=None, unit=_YUAN)


class Total(Record):
    """What the rows come to, as the paper says; proved."""

    people: Count | None = label("人数", "People", _PUBLIC, default=None, unit=_PEOPLE)
    households: Count | None = label("户数", "Households", _PUBLIC, default=None, unit=_HOUSEHOLDS)
    times: Count | None = label("次数", "Times", _PUBLIC, default=None, unit=Text("次", "times"))
    amount: Yuan | None = label("金额", "Amount", _PUBLIC, default=None, unit=_YUAN)


class Outcome(Record):
    """What became of a prior notice."""

    day: Day = label("日期", "Date", _PUBLIC)
    text: Name = label("说明", "What came of it", _PUBLIC, help=Text("例如 没有异议，报街道审批", "E.g. no objection, handed to the subdistrict"))


class Notice(Record):
    """One notice."""

    title: Name = label("标题", "Title", _PUBLIC)
    sort: NoticeSort = label("类型", "Sort", _PUBLIC)
    prior: YesNo = label(
        "公示", "Prior notice", _PUBLIC, default=False, help=Text("决定以前先公示、听意见的写“是”", "Yes where objections are awaited first")
    )
    start: Day = label("起", "From", _PUBLIC, help=Text("贴出来的那一天", "The day it was put up"))
    end: Day | None = label(
        "止", "To", _PUBLIC, default=None, help=Text("公示的最后一天；不是公示、长期挂着的不写", "The last day of a prior notice")
    )
    period: Period | None = label(
        "期间",
        "Period",
        _PUBLIC,
        default=None,
        help=Text("一个季度、半年的数写 2026-Q1、2026-H1；一件事不写", "2026-Q1, 2026-H1 where it tells of a stretch of time"),
    )
    scope: Scope = label("范围", "Where", _PUBLIC, default=Scope.ALL)
    basis: OneOrMany[Words] = label(
        "依据", "Basis", _PUBLIC, default=(), strict=False, help=Text("照文件写，例如 社会救助法第四十五条", "As the papers say")
    )
    text: Prose | None = label("内容", "Text", _PUBLIC, default=None)
    figures: Many[Figure] = label("数据", "Figures", _PUBLIC, default=(), strict=False)
    total: Total | None = label("合计", "Total", _PUBLIC, default=None, help=Text("可以不写；写了就核对", "May be left out; proved where it is said"))
    channel: Words | None = label(
        "异议渠道", "Where to object", _PUBLIC, default=None, help=Text("打哪个电话、找谁、意见箱在哪里", "Telephone, office, box")
    )
    objections: OneOrMany[Cited] = label("异议", "Objections", _PUBLIC, default=(), strict=False, ref="objection")
    outcome: Outcome | None = label("结果", "Outcome", _PUBLIC, default=None)
    down: Day | None = label("撤下日", "Taken down on", _PUBLIC, default=None)
    handler: Words | None = label("承办", "Handled by", _PUBLIC, default=None, help=Text("写职务", "The office"))
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")
    funds: OneOrMany[Cited] = label("资金", "Fund", _PUBLIC, default=(), strict=False, ref="fund")
    lines: OneOrMany[Cited] = label("凭证", "Line", _PUBLIC, default=(), strict=False, ref="line")
    projects: OneOrMany[Cited] = label("项目", "Project", _PUBLIC, default=(), strict=False, ref="project")
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
