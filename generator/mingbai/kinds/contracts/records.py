"""The contracts of one book: `finance/<book>/contracts.yml` (合同台账; domain §4.6)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.measures import Measure
from mingbai.values.money import Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Number, OneOrMany, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class Sort(Term):
    """What a contract is about."""

    LEASE = "asset lease", "资产租赁"
    GRANT = "resource grant", "资源发包"
    SMALL_WORKS = "small works", "小型工程"
    RURAL_WORKS = "rural construction", "农村建设项目"
    GOODS = "bulk purchase", "大额货物采购"
    SERVICES = "professional services", "专业服务采购"
    LABOUR = "labour", "劳务"


class Paper(Term):
    """Whether there is a written contract: use that goes on without one is put on record too."""

    WRITTEN = "written", "有"
    NONE = "none", "无", "无合同"


class Flow(Term):
    """Which way the money goes."""

    IN = "receive", "收", "收款"
    OUT = "pay", "付", "付款"


class Other(Term):
    """Who the other side is."""

    FIRM = "firm", "单位", "企业", "公司"
    PERSON = "person", "个人", "农户"
    GOVERNMENT = "government", "政府部门", "机关"
    ORGANISATION = "organisation", "社会组织"


class Procedure(Term):
    """How the other side was found."""

    TENDER = "open tender", "公开招标"
    COMPETITIVE = "competitive", "竞争性", "竞争性谈判", "竞争性磋商"
    INQUIRY = "inquiry", "询价"
    MARKET = "property market", "产权市场"
    NEGOTIATED = "negotiated", "协议"


class Every(Term):
    """A regular period, in months."""

    MONTH = "month", "月"
    QUARTER = "quarter", "季"
    HALF = "half-year", "半年"
    YEAR = "year", "年"

    @property
    def months(self) -> int:
        return {"month": 1, "quarter": 3, "half-year": 6, "year": 12}[str(self.value)]


class When(Term):
    """When in a regular period its money is due: on its first day, or on its last."""

    ADVANCE = "in advance", "先付"
    ARREARS = "in arrears", "后付"


class Price(Record):
    """A price by unit and time, 5,000 元/月 or 620 元/亩·年, each part in a field of its own."""

    rate: Yuan = label("单价", "Rate", _PUBLIC, unit=_YUAN)
    unit: Name | None = label("每", "Per", _PUBLIC, default=None, help=Text("按数量计价时写单位，例如 亩", "The unit, where it goes by quantity"))
    every: Every | None = label("周期", "Period", _PUBLIC, default=None, help=Text("月、季、半年、年；一次性的不写", "Left out where paid once"))


class Regular(Record):
    """The same amount every period from the first day of the contract to its last."""

    every: Every = label("周期", "Period", _PUBLIC)
    when: When = label("时点", "When", _PUBLIC, help=Text("先付：每期第一天到期；后付：每期最后一天到期", "In advance: on the first day of a period"))
    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)


class Instalment(Record):
    """One payment of the plan."""

    number: Number = label("期次", "Number", _PUBLIC)
    due: Day = label("到期日", "Due", _PUBLIC)
    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)
    words: Name | None = label("说明", "Condition", _PUBLIC, default=None, help=Text("例如 验收合格后", "E.g. after acceptance"))


class Filing(Record):
    """备案: where the contract was filed."""

    authority: Words = label("机关", "Authority", _PUBLIC)
    day: Day = label("日期", "Date", _PUBLIC)
    document: Words | None = label("文号", "Document", _PUBLIC, default=None)


class Change(Record):
    """A change agreed later; what it leaves out stays as it was."""

    day: Day = label("日期", "Date", _PUBLIC)
    content: Words = label("内容", "Content", _PUBLIC)
    amount: Yuan | None = label("金额", "New amount", _PUBLIC, default=None, unit=_YUAN, help=Text("变更后的合同总金额", "The new total"))
    end: Day | None = label("止", "New end", _PUBLIC, default=None)
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")


class Ending(Record):
    """终止: the contract ended, on time or before, and what it was about was handed back."""

    day: Day = label("日期", "Date", _PUBLIC)
    reason: Words = label("原因", "Reason", _PUBLIC, help=Text("例如 期满交还、协商解除", "E.g. handed back at the end"))
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")


class Contract(Record):
    """One contract, or one use that goes on without any (合同: 无)."""

    number: Number = label("编号", "Number", _PUBLIC, help=Text("例如 HT-2026-01", "E.g. HT-2026-01"))
    name: Name = label("名称", "Name", _PUBLIC)
    sort: Sort = label("类型", "Kind", _PUBLIC)
    paper: Paper = label(
        "合同", "Contract in writing", _PUBLIC, default=Paper.WRITTEN, help=Text("没有书面合同却在使用的写 无", "“none” where there is none")
    )
    ours: Words | None = label(
        "甲方", "Party A", _PUBLIC, default=None, help=Text("本单位；不写就是这本账的主体", "Ourselves; left out: whose book it is")
    )
    other: Words = label(
        "乙方",
        "Party B",
        _PUBLIC,
        help=Text("对方；单位写全称，个人写“个人承租户A”，不写姓名", "The other side; a person by description, never by name"),
    )
    other_kind: Other = label("乙方类别", "Kind of party B", _PUBLIC)
    subject: Words = label("标的", "Subject", _PUBLIC, help=Text("租什么、做什么、买什么", "What is let, done, bought"))
    quantity: Measure | None = label("数量", "Quantity", _PUBLIC, default=None, help=Text("面积或数量，单位写在“单位”", "Area or number"))
    unit: Name | None = label("单位", "Unit", _PUBLIC, default=None, help=Text("亩、㎡、台、项", "The unit of the quantity"))
    assets: OneOrMany[Cited] = label("资产", "Assets", _PUBLIC, default=(), strict=False, ref="asset", help=Text("涉及哪几项资产", "Which assets"))
    resources: OneOrMany[Cited] = label(
        "资源", "Resources", _PUBLIC, default=(), strict=False, ref="resource", help=Text("涉及哪几处资源", "Which resources")
    )
    flow: Flow = label("方向", "Direction", _PUBLIC, help=Text("收：别人付给我们；付：我们付给别人", "Receive or pay"))
    amount: Yuan | None = label("金额", "Amount", _PUBLIC, default=None, unit=_YUAN, help=Text("整个合同期的总金额", "Of the whole term"))
    price: Price | None = label("计价", "Price", _PUBLIC, default=None)
    valuation: Yuan | None = label(
        "评估价", "Valuation", _PUBLIC, default=None, unit=_YUAN, help=Text("与“金额”同一口径", "Of the whole term, as the amount")
    )
    start: Day = label("起", "From", _PUBLIC)
    end: Day | None = label("止", "To", _PUBLIC, default=None, help=Text("没有书面合同的可以不写", "May be left out where nothing is written"))
    signed: Day | None = label("签订日", "Signed on", _PUBLIC, default=None)
    deposit: Yuan | None = label("押金", "Deposit", _PUBLIC, default=None, unit=_YUAN)
    procedure: Procedure | None = label("交易方式", "Procedure", _PUBLIC, default=None)
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")
    party_opinion: Words | None = label("党组织意见", "Opinion of the party organisation", _PUBLIC, default=None)
    supervisors_opinion: Words | None = label("民主理财意见", "Opinion of the finance group", _PUBLIC, default=None)
    filing: Filing | None = label("备案", "Filing", _PUBLIC, default=None)
    regular: Regular | None = label(
        "定期", "Regular payments", _PUBLIC, default=None, help=Text("每期一样多时写；不一样多写“分期”", "Equal payments")
    )
    plan: Many[Instalment] = label("分期", "Instalments", _PUBLIC, default=(), strict=False)
    grace: Count | None = label("宽限", "Days of grace", _PUBLIC, default=None, unit=Text("天", "days"), help=Text("合同约定的宽限天数", "As agreed"))
    before: Yuan | None = label(
        "启用前已结",
        "Settled before the book",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("账簿启用以前已经收付的合同款", "What was received or paid before the book began"),
    )
    changes: Many[Change] = label("变更", "Changes", _PUBLIC, default=(), strict=False)
    renews: Cited | None = label("续签自", "Renews", _PUBLIC, default=None, ref="contract")
    ending: Ending | None = label("终止", "Ending", _PUBLIC, default=None)
    note: Words | None = label("备注", "Note", Privacy.INTERNAL, default=None, help=Text("只给内部看，不公布", "Not published"))
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})


class ContractFile(Record):
    """All contracts of one book."""

    contracts: Many[Contract] = label("合同", "Contracts", _PUBLIC, strict=False)


class State(Term):
    """How far a contract is on a day; computed, never typed."""

    WAITING = "not begun", "未开始"
    RUNNING = "running", "履行中"
    EXPIRED = "expired", "已到期"
    ENDED = "ended", "已终止"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `books.outcome(contract, None)` tells other kinds: fen by the day of the books.

    Attributes:
        id: `committee/HT-2026-01`; last: the last day after changes, None where it is open; total: of the whole term, None where open.
        due: fell due; paid: received or paid; owed: due and not paid; overdue: the part of it whose days of grace are over.
        late: the oldest unpaid day of that part, None where nothing is overdue.
    """

    id: str
    state: State
    last: datetime.date | None
    total: int | None
    due: int
    paid: int
    owed: int
    overdue: int
    late: datetime.date | None
