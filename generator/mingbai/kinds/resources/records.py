"""The natural resources of one book: `finance/<book>/resources.yml` (资源登记簿; domain §4.5)."""

from __future__ import annotations

from typing import ClassVar

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.measures import Measure
from mingbai.values.money import Yuan
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Number, Words

_PUBLIC = Privacy.PUBLIC
_MU = Text("亩", "mu")


class Land(Term):
    """The class of land or water, as the national land-use classification and the collective's registers name it."""

    FIELD = "cropland", "耕地"
    ORCHARD = "orchard", "园地"
    FOREST = "forest", "林地"
    GRASS = "grassland", "草地"
    SHORE = "tidal flat", "滩涂"
    WATER = "water", "水面", "坑塘水面", "养殖水面"
    WASTE = "waste land", "四荒地", "四荒"
    BUILDING = "building land", "集体建设用地", "建设用地"
    HOUSES = "homestead land", "宅基地"
    GREEN = "green space", "绿地", "公园与绿地"
    OTHER = "other", "其他"


class Use(Term):
    """How it is used."""

    FAMILY = "household contract", "家庭承包"
    GRANTED = "granted", "发包"
    LET = "let", "出租"
    OWN = "own use", "自营", "自用"
    PUBLIC = "public use", "公共使用"
    IDLE = "idle", "闲置"


class Part(Record):
    """A part of a parcel with a use of its own."""

    AREA_UNIT: ClassVar[str] = "亩"

    number: Number = label("编号", "Number", _PUBLIC)
    name: Name | None = label("名称", "Name", _PUBLIC, default=None)
    area: Measure = label("面积", "Area", _PUBLIC, unit=_MU)
    use: Use = label("利用方式", "Use", _PUBLIC)
    user: Words | None = label("承包方", "Used by", _PUBLIC, default=None, help=Text("单位写名称，个人写称呼", "A person by description"))
    contract: Cited | None = label("合同", "Contract", _PUBLIC, default=None, ref="contract")
    rate: Yuan | None = label("每亩年费", "Rent of a mu a year", _PUBLIC, default=None, unit=Text("元", "yuan"))
    idle_since: Day | None = label("闲置自", "Idle since", _PUBLIC, default=None)


class Resource(Record):
    """One parcel; where it is used in several ways its parts say how."""

    AREA_UNIT: ClassVar[str] = "亩"

    number: Number = label("编号", "Number", _PUBLIC, help=Text("例如 ZY-03", "E.g. ZY-03"))
    name: Name = label("名称", "Name", _PUBLIC)
    land: Land = label("类别", "Class", _PUBLIC)
    place: Words = label("坐落", "Situated", _PUBLIC)
    bounds: Words = label("四至", "Bounds", _PUBLIC, help=Text("东至……，南至……，西至……，北至……", "East, south, west, north"))
    area: Measure = label("面积", "Area", _PUBLIC, unit=_MU)
    owner: Words = label("权属", "Owner", _PUBLIC, help=Text("村集体、第几村民小组", "The village's or a group's"))
    use: Use | None = label("利用方式", "Use", _PUBLIC, default=None, help=Text("分块利用的写在“分块”", "Where it is divided: in the parts"))
    user: Words | None = label("承包方", "Used by", _PUBLIC, default=None, help=Text("单位写名称，个人写称呼", "A person by description"))
    contract: Cited | None = label("合同", "Contract", _PUBLIC, default=None, ref="contract")
    rate: Yuan | None = label("每亩年费", "Rent of a mu a year", _PUBLIC, default=None, unit=Text("元", "yuan"))
    idle_since: Day | None = label("闲置自", "Idle since", _PUBLIC, default=None)
    parts: Many[Part] = label("分块", "Parts", _PUBLIC, default=(), strict=False)
    note: Words | None = label("备注", "Note", Privacy.INTERNAL, default=None, help=Text("只给内部看，不公布", "Not published"))
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})


class ResourceFile(Record):
    """All resources of one book."""

    resources: Many[Resource] = label("资源", "Resources", _PUBLIC, strict=False)
