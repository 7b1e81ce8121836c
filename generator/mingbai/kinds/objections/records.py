"""objections/YYYY.yml: objections, requests and petitions of a year, without names (domain §4.17)."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Number, OneOrMany, Prose, Words

_PUBLIC = Privacy.PUBLIC


class Sort(Term):
    """What was raised; each sort has its own time for an answer."""

    OBJECTION = "objection", "异议"
    REQUEST = "request", "诉求"
    PETITION = "petition", "信访"
    REVIEW = "review", "审查异议"
    APPEAL = "appeal", "向上反映"


class Channel(Term):
    """How it came in."""

    VISIT = "visit", "来访", "当面"
    PHONE = "telephone", "电话"
    HOTLINE = "hotline", "12345", "热线"
    GRID = "grid", "网格", "网格员"
    BOX = "box", "意见箱"
    LETTER = "letter", "书面", "信件"
    ONLINE = "online", "网上", "微信"
    MEETING = "meeting", "会上"


class Outcome(Term):
    """What the answer came to."""

    UPHELD = "upheld", "成立", "属实"
    PARTLY = "partly upheld", "部分成立", "部分属实"
    NOT_UPHELD = "not upheld", "不成立", "不属实"
    EXPLAINED = "explained", "已解释"
    DONE = "done", "已办"


class Content(Term):
    """Whether who raised it is content with the answer."""

    CONTENT = "content", "满意"
    MOSTLY = "mostly content", "基本满意"
    NOT = "not content", "不满意"
    UNASKED = "not asked", "未回访"


class Extension(Record):
    """More time, with its reason."""

    until: Day = label("至", "Until", _PUBLIC)
    reason: Words = label("原因", "Reason", _PUBLIC)


class Answer(Record):
    """What was answered, and when the answer was published."""

    day: Day = label("日期", "Date", _PUBLIC)
    outcome: Outcome = label("结论", "Outcome", _PUBLIC)
    text: Prose = label("内容", "Text", _PUBLIC, help=Text("照公布的写，不写姓名", "As published, without names"))
    how: Words | None = label(
        "方式", "How", _PUBLIC, default=None, help=Text("当面、电话、书面、公开栏", "In person, by phone, in writing, on the board")
    )
    published: Day | None = label("公布日", "Published on", _PUBLIC, default=None)
    remedy: Words | None = label(
        "改正", "What was put right", _PUBLIC, default=None, help=Text("成立的写：改了什么", "Where it was upheld: what was changed")
    )
    content: Content | None = label("满意度", "Content with it", _PUBLIC, default=None)


class Objection(Record):
    """One objection. Who raised it is described (三号楼居民), never named."""

    number: Number = label("编号", "Number", _PUBLIC)
    sort: Sort = label("种类", "Sort", _PUBLIC)
    day: Day = label("日期", "Date", _PUBLIC)
    channel: Channel = label("渠道", "Channel", _PUBLIC)
    category: Words = label("类别", "Category", _PUBLIC, help=Text("例如 财务、会议决定、环境卫生", "E.g. money, decisions, cleanliness"))
    by: Words | None = label(
        "提出", "Raised by", _PUBLIC, default=None, help=Text("写身份，不写姓名，例如 三号楼居民", "A description, never a name")
    )
    plan: Day | None = label(
        "方案日",
        "Plan of",
        _PUBLIC,
        default=None,
        help=Text(
            "审查异议写：要公开的方案是哪天提出的（监督委员会在公布以前提的异议）",
            "Of a review: the day of the plan of publication to which the supervisors object",
        ),
    )
    people: Count | None = label("人数", "People", _PUBLIC, default=None, unit=Text("人", "people"))
    summary: Prose = label("摘要", "Summary", _PUBLIC, help=Text("去掉姓名、门牌、电话", "Without names, addresses, telephone numbers"))
    item: OneOrMany[Cited] = label(
        "公开事项",
        "Item of the catalogue",
        _PUBLIC,
        default=(),
        strict=False,
        ref="item",
        help=Text("公开目录里的编号，例如 U08", "Its id in the catalogue, e.g. U08"),
    )
    line: OneOrMany[Cited] = label("凭证", "Line", _PUBLIC, default=(), strict=False, ref="line")
    decision: OneOrMany[Cited] = label("决议", "Decision", _PUBLIC, default=(), strict=False, ref="decision")
    fund: OneOrMany[Cited] = label("资金", "Fund", _PUBLIC, default=(), strict=False, ref="fund")
    project: OneOrMany[Cited] = label("项目", "Project", _PUBLIC, default=(), strict=False, ref="project")
    contract: OneOrMany[Cited] = label("合同", "Contract", _PUBLIC, default=(), strict=False, ref="contract")
    pact: OneOrMany[Cited] = label("公约", "Pact", _PUBLIC, default=(), strict=False, ref="pact")
    service: OneOrMany[Cited] = label("服务", "Service", _PUBLIC, default=(), strict=False, ref="service")
    task: OneOrMany[Cited] = label("准入", "Task", _PUBLIC, default=(), strict=False, ref="admission")
    handler: Words | None = label("承办", "Handled by", _PUBLIC, default=None, help=Text("写职务", "The office"))
    extended: Extension | None = label("延期", "More time", _PUBLIC, default=None)
    answer: Answer | None = label("答复", "Answer", _PUBLIC, default=None)
    late_reason: Words | None = label("逾期原因", "Why it was late", _PUBLIC, default=None)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))


class ObjectionFile(Record):
    """The objections of a year, in the order in which they came."""

    objections: Many[Objection] = label("异议", "Objections", _PUBLIC, min_length=1, strict=False)
