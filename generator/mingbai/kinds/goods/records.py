"""The goods of one book: `finance/<book>/goods.yml` (物资: received, given out, left; catalogue U08, U09)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.measures import Quantity
from mingbai.values.money import Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Number, Words

_PUBLIC = Privacy.PUBLIC


class Doing(Term):
    """What happened to the goods."""

    IN = "received", "入库"
    OUT = "given out", "发放", "领用"
    LOSS = "lost", "损耗", "报损"
    COUNT = "counted", "盘点"


class Source(Term):
    """Where goods came from."""

    BOUGHT = "bought", "购入", "购买"
    DONATED = "donated", "捐赠"
    ALLOTTED = "allotted", "拨付", "调拨"
    FOUND = "found at a count", "盘盈"


class Movement(Record):
    """One receipt, one giving out, one loss, one count."""

    day: Day = label("日期", "Date", _PUBLIC)
    doing: Doing = label("类型", "Kind", _PUBLIC)
    count: Quantity = label(
        "数量",
        "Number",
        _PUBLIC,
        help=Text("最多四位小数，按“单位”算；盘点写数到的实数", "Up to four decimals, in the unit; of a count what was found"),
    )
    source: Source | None = label("来源", "Source", _PUBLIC, default=None, help=Text("入库写：购入、捐赠、拨付、盘盈", "Of a receipt"))
    line: Cited | None = label(
        "凭证", "Line", _PUBLIC, default=None, ref="line", help=Text("购入写付款那一笔，例如 committee/2026-07/07-016", "The line that paid for it")
    )
    donation: Cited | None = label(
        "捐赠",
        "Donation",
        _PUBLIC,
        default=None,
        ref="donation",
        help=Text("捐来的写捐赠编号；发放时写，就从那一笔捐赠里出", "Its number; given out from it"),
    )
    value: Yuan | None = label(
        "金额", "Value", _PUBLIC, default=None, unit=Text("元", "yuan"), help=Text("入库写：这一批多少钱", "Of a receipt: what the lot cost")
    )
    expiry: Day | None = label("保质期至", "Best before", _PUBLIC, default=None)
    to: Words | None = label(
        "对象", "Given to", _PUBLIC, default=None, help=Text("只写类别，例如 独居老人；不写姓名", "A class of people, never a name")
    )
    households: Count | None = label("户数", "Households", _PUBLIC, default=None, unit=Text("户", "households"))
    people: Count | None = label("人数", "People", _PUBLIC, default=None, unit=Text("人", "people"))
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")
    paper: Words | None = label("单据", "Paper", _PUBLIC, default=None, help=Text("例如 入库单 3、签收表", "E.g. the list that was signed"))
    handler: Words | None = label("经办", "Handled by", _PUBLIC, default=None, help=Text("写职务", "The office"))
    watched_by: Words | None = label("监督", "Watched by", _PUBLIC, default=None, help=Text("写职务", "The office"))
    reason: Words | None = label("说明", "Reason", _PUBLIC, default=None, help=Text("损耗写原因", "Of a loss: why"))


class Item(Record):
    """One sort of goods; what is left is never typed, it comes from its movements."""

    number: Number = label("编号", "Number", _PUBLIC, help=Text("例如 WZ-01", "E.g. WZ-01"))
    name: Name = label("品名", "Name", _PUBLIC)
    unit: Name = label(
        "单位",
        "Unit",
        _PUBLIC,
        help=Text("发放时用的单位：袋、盒、只；散装的写公斤、升", "In which it is handed out: bag, box; of what is weighed kg, litre"),
    )
    size: Words | None = label("规格", "Size", _PUBLIC, default=None)
    opening: Quantity = label(
        "期初", "Opening stock", _PUBLIC, default=0, help=Text("开始登记时库里有多少", "What was there when the register began")
    )
    place: Words | None = label("存放", "Kept at", _PUBLIC, default=None)
    keeper: Words | None = label("保管", "Kept by", _PUBLIC, default=None, help=Text("写职务", "The office"))
    movements: Many[Movement] = label("收发", "Movements", _PUBLIC, default=(), strict=False)
    note: Words | None = label("备注", "Note", Privacy.INTERNAL, default=None, help=Text("只给内部看，不公布", "Not published"))
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})


class GoodsFile(Record):
    """All goods of one book."""

    items: Many[Item] = label("物资", "Goods", _PUBLIC, strict=False)


@dataclass(frozen=True, slots=True)
class Lot:
    """What `books.outcome(movement, None)` tells other kinds of a receipt: how much of it came, was given out, was lost, is left (ten-thousandths of the unit).

    `last` is the day on which it was last touched. Goods are used in the order in which they came (先进先出), unless what is given out names its donation.
    """

    item: str
    name: str
    unit: str
    day: datetime.date
    received: int
    given: int
    lost: int
    left: int
    last: datetime.date
