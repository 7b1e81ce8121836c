"""projects/<id>.yml: a project from the vote to the last payment (立项、资金来源、实施、验收、决算、三阶段公示; domain §4.12)."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, OneOrMany, Prose, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")
_PEOPLE = Text("人", "people")


class ProjectKind(Term):
    """What sort of project it is."""

    LEVY = "one matter one vote", "一事一议"
    WELFARE = "public welfare fund", "公益金"
    PARTY = "party service fund", "为民服务资金", "党组织服务群众项目"
    BENEFIT = "benefit to residents", "惠民"
    WORKS = "works", "工程"
    OTHER = "other", "其他"


class Nature(Term):
    """What is done to what is there."""

    NEW = "new", "新建"
    EXTENDED = "rebuilt or extended", "改扩建"
    CONTINUED = "continued", "续建"
    REPAIRED = "repaired", "维修"


class SourceKind(Term):
    """Where money, or work in place of money, comes from."""

    FUND = "fund", "资金"
    BOOK = "book", "账簿"
    DONATION = "donation", "捐赠"
    LEVIED = "levied from residents", "筹资"
    GRANT = "matching grant", "奖补", "财政奖补"
    COLLECTIVE = "collective", "村集体投入", "集体投入"
    LABOUR = "labour in place of money", "投劳折资", "筹劳折资"
    OTHER = "other", "其他"


class Tendering(Term):
    """How whoever carries it out was chosen."""

    OPEN = "open tender", "公开招标"
    INVITED = "invited tender", "邀请招标"
    COMPETITIVE = "competitive negotiation", "竞争性谈判", "竞争性磋商"
    INQUIRY = "inquiry of prices", "询价", "比价"
    DIRECT = "direct", "直接委托", "协议"
    OWN = "own work", "自行实施", "自建"


class Stage(Term):
    """The stages of a project in the order in which they follow one another; 进度 may stand often."""

    DECIDED = "decided", "议定"
    FILED = "examined and filed", "审核备案"
    TENDERED = "tendered", "招标"
    STARTED = "started", "开工", "启动"
    PROGRESS = "progress", "进度"
    FINISHED = "finished", "竣工", "完成"
    STOPPED = "stopped", "终止"


class NoticePhase(Term):
    """The three times at which a project is shown to residents."""

    APPROVED = "approved", "立项"
    CARRIED_OUT = "carried out", "实施"
    ACCEPTED = "accepted", "验收"


class Conclusion(Term):
    """What the acceptance found."""

    GOOD = "accepted", "合格", "通过"
    MENDED = "accepted after mending", "整改后合格"
    BAD = "not accepted", "不合格"


class Source(Record):
    """One part of the money: a fund or book of the ledgers, or a source outside."""

    kind: SourceKind = label("来源", "Source", _PUBLIC)
    fund: Cited | None = label(
        "资金", "Fund", _PUBLIC, default=None, ref="fund", help=Text("来源是本社区一项资金时写编号", "Id of the fund it is paid from")
    )
    book: Cited | None = label(
        "账簿", "Book", _PUBLIC, default=None, ref="book", help=Text("没有分资金的账，写账簿编号", "Id of a book that keeps no funds")
    )
    words: Name | None = label(
        "说明", "Explanation", _PUBLIC, default=None, help=Text("拨付单位、文号、哪些人捐", "Who granted it, by which document")
    )
    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)


class Step(Record):
    """A stage reached on a day."""

    stage: Stage = label("阶段", "Stage", _PUBLIC)
    day: Day = label("日期", "Date", _PUBLIC)
    words: Name | None = label("说明", "What was done", _PUBLIC, default=None)


class Variation(Record):
    """变更: what is done differently from what was decided; an amount where the budget changes with it."""

    day: Day = label("日期", "Date", _PUBLIC)
    content: Words = label("内容", "What changes", _PUBLIC)
    more: Yuan | None = label("增加", "More", _PUBLIC, default=None, unit=_YUAN)
    less: Yuan | None = label("减少", "Less", _PUBLIC, default=None, unit=_YUAN)
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")

    @property
    def fen(self) -> int:
        """What it adds to the budget, negative where it takes away."""
        return (self.more or 0) - (self.less or 0)


class Acceptance(Record):
    """验收: when, by whom (offices, never names), what was found."""

    day: Day = label("日期", "Date", _PUBLIC)
    people: Many[Words] = label(
        "人员", "Who took part", _PUBLIC, min_length=1, strict=False, help=Text("写职务和身份，不写姓名", "Offices, never names")
    )
    conclusion: Conclusion = label("结论", "Conclusion", _PUBLIC)
    words: Name | None = label("说明", "Explanation", _PUBLIC, default=None)


class Outturn(Record):
    """决算: what it cost in the end; the machine proves it by the lines."""

    day: Day = label("日期", "Date", _PUBLIC)
    amount: SignedYuan = label(
        "金额",
        "Amount",
        _PUBLIC,
        unit=_YUAN,
        ge=0,
        help=Text("账上已付＋应付未付＋投劳折资", "Paid by the lines + still owed + labour in place of money"),
    )
    owed: Yuan | None = label(
        "应付未付", "Still owed", _PUBLIC, default=None, unit=_YUAN, help=Text("例如还没有到期的质保金", "Such as a retention not yet due")
    )
    words: Name | None = label("说明", "Explanation", _PUBLIC, default=None)


class Notice(Record):
    """A time at which the project was shown to residents."""

    phase: NoticePhase = label("阶段", "Phase", _PUBLIC)
    day: Day = label("日期", "Date", _PUBLIC)
    where: OneOrMany[Words] = label("渠道", "Where", _PUBLIC, default=(), strict=False)


class Survey(Record):
    """满意度: how many were asked, how many were content."""

    day: Day = label("日期", "Date", _PUBLIC)
    asked: Count = label("样本数", "Asked", _PUBLIC, unit=_PEOPLE)
    content: Count = label("满意", "Content", _PUBLIC, unit=_PEOPLE)
    method: Words | None = label("方法", "Method", _PUBLIC, default=None)


class Project(Record):
    """One project; lines of any book name it under 项目."""

    name: Name = label("名称", "Name", _PUBLIC)
    kind: ProjectKind = label("类别", "Kind", _PUBLIC)
    proposed: Words | None = label(
        "提出", "Where the idea came from", _PUBLIC, default=None, help=Text("征集、提案、上级安排", "Residents, a proposal, from above")
    )
    decision: Cited | None = label("立项决议", "Decision", _PUBLIC, default=None, ref="decision")
    matter: Cited | None = label("事项", "Matter", _PUBLIC, default=None, ref="matter")
    place: Words | None = label("地点", "Place", _PUBLIC, default=None)
    scale: Words | None = label("规模", "Scale", _PUBLIC, default=None)
    nature: Nature | None = label("建设性质", "Nature", _PUBLIC, default=None)
    responsible: Words | None = label("负责", "Responsible", _PUBLIC, default=None, help=Text("写职务", "The office"))
    budget: Yuan = label("预算", "Budget", _PUBLIC, unit=_YUAN)
    sources: Many[Source] = label("资金来源", "Sources", _PUBLIC, min_length=1, strict=False)
    tendering: Tendering | None = label("招标方式", "How chosen", _PUBLIC, default=None)
    contractor: Words | None = label(
        "承办方", "Carried out by", _PUBLIC, default=None, help=Text("单位名称；个人只写身份", "The firm; a person by description only")
    )
    contracts: OneOrMany[Cited] = label(
        "合同",
        "Contracts",
        _PUBLIC,
        default=(),
        strict=False,
        ref="contract",
        help=Text(
            "合同台账里的编号，写“账簿/编号”，例如 levy/HT-2026-11；几份就写几份",
            "In the register of contracts, as book/number; several where there are several",
        ),
    )
    steps: Many[Step] = label("进展", "Stages", _PUBLIC, default=(), strict=False)
    variations: Many[Variation] = label("变更", "Variations", _PUBLIC, default=(), strict=False)
    watched_by: OneOrMany[Words] = label(
        "监督", "Watched by", _PUBLIC, default=(), strict=False, help=Text("民主理财小组、质量监督小组", "Review and quality groups")
    )
    acceptance: Acceptance | None = label("验收", "Acceptance", _PUBLIC, default=None)
    outturn: Outturn | None = label("决算", "Outturn", _PUBLIC, default=None)
    warranty: Day | None = label("质保至", "Under warranty until", _PUBLIC, default=None)
    notices: Many[Notice] = label("公示", "Shown to residents", _PUBLIC, default=(), strict=False)
    surveys: Many[Survey] = label("满意度", "Surveys", _PUBLIC, default=(), strict=False)
    explanation: Prose | None = label("说明", "Explanation", _PUBLIC, default=None)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
