"""The fixed assets of one book: `finance/<book>/assets.yml` (固定资产台账; domain §4.4), and its yearly inventory."""

from __future__ import annotations

from typing import ClassVar

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.measures import Measure
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Number, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class Purpose(Term):
    """Whether it earns money."""

    EARNING = "earning", "经营性"
    SERVING = "serving", "非经营性"


class Sort(Term):
    """What it is."""

    BUILDING = "building", "房屋建筑", "房屋"
    FACILITY = "facility", "设施"
    EQUIPMENT = "equipment", "设备"
    FURNITURE = "furniture", "家具"
    VEHICLE = "vehicle", "车辆"
    FARM = "farm asset", "农业资产", "生物资产"
    OTHER = "other", "其他"


class Source(Term):
    """Where it came from."""

    BOUGHT = "bought", "购置", "购入"
    BUILT = "built", "自建"
    GRANTED = "granted", "拨款"
    DONATED = "donated", "捐赠"
    ALLOTTED = "allotted", "划拨", "配建"


class Method(Term):
    """How it is written off: evenly by month, or not at all."""

    EVEN = "straight line", "平均年限法"
    NONE = "none", "不折旧"


class Use(Term):
    """What is done with it."""

    OWN = "own use", "自用", "村自用"
    LET = "used by others", "他人使用", "出租"
    IDLE = "idle", "闲置"


class Event(Term):
    """What changed."""

    BOUGHT = "bought", "购入"
    SOLD = "disposed of", "处置"
    SCRAPPED = "scrapped", "报废"
    MOVED = "handed over", "调拨"
    REVALUED = "revalued", "重估"


class Sale(Term):
    """How the buyer was found."""

    TENDER = "open tender", "公开招标", "拍卖"
    COMPETITIVE = "competitive", "竞争性", "竞价"
    INQUIRY = "inquiry", "询价"
    MARKET = "property market", "产权市场"
    NEGOTIATED = "negotiated", "协议"


class Found(Term):
    """What a count found."""

    AGREES = "agrees", "相符"
    MORE = "surplus", "盘盈"
    LESS = "shortage", "盘亏"


class Change(Record):
    """变动记录: one event in the life of an asset."""

    day: Day = label("日期", "Date", _PUBLIC)
    event: Event = label("变动", "Event", _PUBLIC)
    reason: Words = label("原因", "Reason", _PUBLIC)
    amount: Yuan | None = label(
        "金额",
        "Amount",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("重估：新的净值；处置：收回的钱", "Revalued: the new net value; disposed of: proceeds"),
    )
    valuation: Yuan | None = label("评估价", "Valuation", _PUBLIC, default=None, unit=_YUAN)
    shown: Day | None = label(
        "评估公示", "Valuation shown on", _PUBLIC, default=None, help=Text("评估结果贴出来的那天", "The day the valuation was posted")
    )
    procedure: Sale | None = label(
        "交易方式", "Procedure", _PUBLIC, default=None, help=Text("怎样找到买主：公开招标、产权市场、询价、协议", "How the buyer was found")
    )
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")
    line: Cited | None = label("凭证", "Line", _PUBLIC, default=None, ref="line", help=Text("例如 2026-03/03-010", "E.g. 2026-03/03-010"))


class Counting(Record):
    """盘点: one count of one asset."""

    day: Day = label("日期", "Date", _PUBLIC)
    found: Found = label("结果", "Result", _PUBLIC)
    number: Count | None = label("实有数", "Number found", _PUBLIC, default=None, help=Text("与“数量”同一单位", "In the unit of the quantity"))
    by: Words = label("盘点人", "Counted by", _PUBLIC, help=Text("写职务", "By office"))
    words: Name | None = label("说明", "Explanation", _PUBLIC, default=None)


class Proof(Record):
    """折旧核对: accumulated depreciation and net value as another book has them on a day; the machine proves them."""

    day: Day = label("截止", "As at", _PUBLIC)
    accumulated: SignedYuan | None = label("累计折旧", "Accumulated depreciation", _PUBLIC, default=None, unit=_YUAN)
    net: SignedYuan | None = label("净值", "Net value", _PUBLIC, default=None, unit=_YUAN)


class Asset(Record):
    """One fixed asset."""

    AREA_UNIT: ClassVar[str] = "㎡"

    number: Number = label("编号", "Number", _PUBLIC, help=Text("例如 ZC-012", "E.g. ZC-012"))
    name: Name = label("名称", "Name", _PUBLIC)
    purpose: Purpose = label("类别", "Class", _PUBLIC)
    sort: Sort = label("分类", "Sort", _PUBLIC)
    model: Name | None = label("规格型号", "Model", _PUBLIC, default=None)
    place: Words = label("存放地点", "Place", _PUBLIC)
    quantity: Count = label("数量", "Number", _PUBLIC, help=Text("单位写在“单位”", "The unit has a field of its own"))
    unit: Name = label("单位", "Unit", _PUBLIC)
    area: Measure | None = label("面积", "Area", _PUBLIC, default=None, unit=Text("㎡", "square metres"))
    acquired: Day = label("购建日期", "Acquired on", _PUBLIC)
    source: Source = label("来源", "Source", _PUBLIC)
    fund: Words | None = label("资金来源", "Source of the money", _PUBLIC, default=None)
    cost: Yuan = label("原值", "Cost", _PUBLIC, unit=_YUAN)
    method: Method = label("折旧方法", "Depreciation", _PUBLIC, default=Method.NONE)
    years: Count | None = label("年限", "Useful life", _PUBLIC, default=None, unit=Text("年", "years"))
    residual: SignedYuan | None = label(
        "残值", "Residual value", _PUBLIC, default=None, unit=_YUAN, help=Text("不写就按标准的残值率", "Left out: by the standard rate")
    )
    certificate: YesNo | None = label("权属证书", "Certificate of title", _PUBLIC, default=None)
    use: Use = label("使用状态", "Use", _PUBLIC)
    idle_since: Day | None = label("闲置自", "Idle since", _PUBLIC, default=None)
    user: Words | None = label("使用人", "Used by", _PUBLIC, default=None, help=Text("单位写名称，个人写称呼", "A person by description"))
    contract: Cited | None = label("合同", "Contract", _PUBLIC, default=None, ref="contract")
    custodian: Words = label("保管人", "Custodian", _PUBLIC, help=Text("写职务", "By office"))
    changes: Many[Change] = label("变动记录", "Changes", _PUBLIC, default=(), strict=False)
    counts: Many[Counting] = label("盘点", "Counts", _PUBLIC, default=(), strict=False)
    proofs: Many[Proof] = label("折旧核对", "Depreciation proven", _PUBLIC, default=(), strict=False)
    note: Words | None = label("备注", "Note", Privacy.INTERNAL, default=None, help=Text("只给内部看，不公布", "Not published"))
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})


class AssetFile(Record):
    """All assets of one book, those that are gone as well."""

    assets: Many[Asset] = label("资产", "Assets", _PUBLIC, strict=False)


class Step(Term):
    """The nine steps of the yearly inventory."""

    CHECK = "check", "清查"
    REGISTER = "register", "登记"
    VERIFY = "verify", "核实"
    PUBLISH = "publish", "公示"
    CONFIRM = "confirm", "确认"
    LEDGER = "ledger", "建立台账", "建台账"
    FILE = "file", "审核备案"
    REPORT = "report", "汇总上报"
    PLATFORM = "platform", "纳入平台"


class Done(Record):
    """One step of an inventory that was done."""

    step: Step = label("步骤", "Step", _PUBLIC)
    day: Day = label("日期", "Date", _PUBLIC)
    words: Name | None = label("说明", "Explanation", _PUBLIC, default=None)


class Inventory(Record):
    """One yearly inventory and how far it has come."""

    year: Number = label("年度", "Year", _PUBLIC)
    day: Day = label("基准日", "As at", _PUBLIC, help=Text("例如 2025-12-31", "E.g. 2025-12-31"))
    steps: Many[Done] = label("步骤", "Steps", _PUBLIC, strict=False)


class InventoryFile(Record):
    """`inventory.yml`: the yearly inventories of one book."""

    inventories: Many[Inventory] = label("清查", "Inventories", _PUBLIC, strict=False)
