"""The donations to one book: `finance/<book>/donations.yml` (捐赠; domain §4.19, catalogue U09)."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.measures import Measure
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Number, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class Donor(Term):
    """Who gave."""

    FIRM = "firm", "单位", "企业", "公司"
    PERSON = "person", "个人"
    ORGANISATION = "organisation", "社会组织"
    GOVERNMENT = "government", "政府部门", "机关"


class Signing(Term):
    """How the donor wants to appear."""

    NAMED = "named", "实名", "是"
    DESCRIBED = "not named", "不署名", "否"
    ANONYMOUS = "anonymous", "匿名"


class What(Term):
    """Money or things."""

    MONEY = "money", "款"
    GOODS = "goods", "物"


class Raised(Term):
    """How the donation came about."""

    OWN = "own accord", "自愿捐赠", "定向"
    PUBLIC = "public appeal", "公开募捐", "公开"


class Thing(Record):
    """Some of the things given."""

    name: Name = label("品名", "Name", _PUBLIC, help=Text("与物资台账里的品名相同", "As in the register of goods"))
    count: Measure = label("数量", "Number", _PUBLIC, help=Text("按“单位”算，最多四位小数", "In the unit, up to four decimals"))
    unit: Name = label("单位", "Unit", _PUBLIC, help=Text("袋、箱、盒、件", "Bag, box, piece"))
    value: Yuan | None = label("折价", "Value", _PUBLIC, default=None, unit=_YUAN, help=Text("合计多少钱，不是单价", "Of all of them"))


class Rest(Record):
    """结余说明: what is left of it, told to the donor and the residents."""

    day: Day = label("日期", "Date", _PUBLIC)
    words: Name = label("说明", "What becomes of it", _PUBLIC, help=Text("例如 经捐赠人同意结转下年", "E.g. carried over with the donor's consent"))
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")


class Donation(Record):
    """One donation; what was received and used of it is never typed, it comes from lines and from the register of goods."""

    number: Number = label("编号", "Number", _PUBLIC, help=Text("例如 JZ-2026-01", "E.g. JZ-2026-01"))
    day: Day = label("日期", "Date", _PUBLIC)
    donor: Words = label(
        "捐赠人",
        "Donor",
        _PUBLIC,
        help=Text("按捐赠人的意愿：单位名称，或“爱心居民”“某爱心企业”", "As the donor chose: the name of a firm, or “a resident”"),
    )
    donor_kind: Donor = label("捐赠人类别", "Kind of donor", _PUBLIC)
    signing: Signing = label(
        "署名", "Signed", _PUBLIC, help=Text("实名、不署名或匿名，由捐赠人定", "Named, not named or anonymous, as the donor wishes")
    )
    consent: YesNo = label(
        "同意公开",
        "Consents to publication",
        _PUBLIC,
        default=False,
        help=Text("个人实名的必须书面同意，写 是", "A person who is named has agreed in writing"),
    )
    what: What = label("类型", "Money or things", _PUBLIC)
    amount: Yuan | None = label("金额", "Amount", _PUBLIC, default=None, unit=_YUAN, help=Text("捐款写；捐物不写", "Of money only"))
    things: Many[Thing] = label("物品", "Things", _PUBLIC, default=(), strict=False, help=Text("捐物写，一样一段", "Of things only"))
    before: Yuan | None = label(
        "启用前已用",
        "Used before the book",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("账簿启用以前已经花掉的部分", "What was spent before the book began"),
    )
    purpose: Name = label("指定用途", "Purpose", _PUBLIC, help=Text("捐赠人指定做什么；没有指定写“未指定”", "What it is given for"))
    categories: Many[Words] = label(
        "可用科目",
        "Categories it may pay for",
        _PUBLIC,
        default=(),
        strict=False,
        ref="category",
        help=Text("符合指定用途的科目；不写：不核对", "Those that fit the purpose; left out: any"),
    )
    raised: Raised = label("募集方式", "How it was raised", _PUBLIC, default=Raised.OWN)
    charity: Words | None = label(
        "公募合作机构",
        "Qualified charity",
        _PUBLIC,
        default=None,
        help=Text("公开募捐要与有公开募捐资格的慈善组织合作", "A public appeal is made together with a qualified charity"),
    )
    receipt: Words | None = label("票据", "Receipt", _PUBLIC, default=None, help=Text("例如 公益捐赠票据 8097", "E.g. its number, last digits"))
    handler: Words | None = label("经办", "Handled by", _PUBLIC, default=None, help=Text("写职务", "The office"))
    watched_by: Words | None = label("监督", "Watched by", _PUBLIC, default=None, help=Text("写职务", "The office"))
    rest: Rest | None = label("结余说明", "What is left", _PUBLIC, default=None)
    note: Words | None = label("备注", "Note", Privacy.INTERNAL, default=None, help=Text("只给内部看，不公布", "Not published"))
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})


class Total(Record):
    """核对合计: figures that were printed or posted; the machine proves them."""

    day: Day = label("截止", "As at", _PUBLIC)
    amount: Yuan = label(
        "金额", "Money received", _PUBLIC, unit=_YUAN, help=Text("到那天为止登记的捐款合计", "All money in the register up to that day")
    )
    left: SignedYuan | None = label(
        "余额", "Money left", _PUBLIC, default=None, unit=_YUAN, help=Text("公布了余额才写", "Where a balance was published")
    )
    where: Words | None = label("出处", "Where it was published", _PUBLIC, default=None)


class DonationFile(Record):
    """All donations to one book."""

    donations: Many[Donation] = label("捐赠", "Donations", _PUBLIC, strict=False)
    total: Total | None = label("核对合计", "Published total", _PUBLIC, default=None)
