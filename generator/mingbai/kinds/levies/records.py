"""finance/<book>/levies/<id>.yml: money and labour raised from residents for one matter (一事一议筹资筹劳; domain §4.12, §8 S4)."""

from __future__ import annotations

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.numbers import Count
from mingbai.values.text import Text
from mingbai.values.words import Cited, Name, Prose, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")
_PROVED = Text("可以不写；写了就核对，一分不差", "May be left out; proved to the fen where it is said")
_PEOPLE = Text("人", "people")


class Raised(Record):
    """筹资: people × rate = amount. Who is exempt is a number, never a list."""

    people: Count = label("人数", "People", _PUBLIC, unit=_PEOPLE, help=Text("出钱的人数，减免的不算", "Those who pay; the exempt are not counted"))
    rate: Yuan = label("标准", "Rate", _PUBLIC, unit=Text("元/人", "yuan a person"))
    amount: Yuan | None = label("金额", "Amount", _PUBLIC, default=None, unit=_YUAN, help=_PROVED)
    exempt: Count | None = label("减免人数", "Exempt", _PUBLIC, default=None, unit=_PEOPLE, help=Text("只写人数，不写名单", "A number only"))
    until: Day | None = label("收缴截止", "To be paid by", _PUBLIC, default=None)

    @property
    def product(self) -> int:
        """People × rate, in fen."""
        return self.people * self.rate

    @property
    def fen(self) -> int:
        """What is raised: as it is asserted, else the product."""
        return self.product if self.amount is None else self.amount


class Labour(Record):
    """筹劳: people × days × value of a day = amount."""

    people: Count = label("人数", "People", _PUBLIC, unit=_PEOPLE)
    days: Count = label("工日", "Days each", _PUBLIC, unit=Text("工/人", "days a person"))
    value: Yuan = label("工价", "Value of a day", _PUBLIC, unit=Text("元/工", "yuan a day"))
    amount: Yuan | None = label("金额", "Amount", _PUBLIC, default=None, unit=_YUAN, help=_PROVED)
    exempt: Count | None = label("减免人数", "Exempt", _PUBLIC, default=None, unit=_PEOPLE)
    paid_days: Count | None = label(
        "以资代劳",
        "Days paid for instead",
        _PUBLIC,
        default=None,
        unit=Text("工", "days"),
        help=Text("自愿交钱代替的工日，一共多少；照工价收", "Days for which people chose to pay, in all; at the value of a day"),
    )

    @property
    def paid(self) -> int:
        """What is to be paid in place of labour, in fen; part of what the labour is worth."""
        return (self.paid_days or 0) * self.value

    @property
    def product(self) -> int:
        """People × days × value of a day, in fen."""
        return self.people * self.days * self.value

    @property
    def fen(self) -> int:
        """What the labour is worth: as it is asserted, else the product."""
        return self.product if self.amount is None else self.amount


class Grant(Record):
    """财政奖补: what the government adds, by which document."""

    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)
    document: Words | None = label("文号", "Document number", _PUBLIC, default=None)


class Filing(Record):
    """审核: the township or subdistrict that examined the plan."""

    authority: Words = label("机关", "Authority", _PUBLIC)
    day: Day = label("日期", "Date", _PUBLIC)
    document: Words | None = label("文号", "Document number", _PUBLIC, default=None)


class Settled(Record):
    """结清: the account is closed; what was left and what became of it."""

    day: Day = label("日期", "Date", _PUBLIC)
    left: SignedYuan = label("结余", "Left", _PUBLIC, unit=_YUAN, ge=0, help=Text("收到的减去花掉的，程序核对", "Received less spent; proved"))
    use: Words | None = label("处理", "What becomes of it", _PUBLIC, default=None, help=Text("退还、转作养护……", "Given back, kept for upkeep …"))
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")


class LevyFile(Record):
    """One matter for which residents give money or labour; lines name it under 筹资."""

    name: Name = label("名称", "Name", _PUBLIC)
    year: Count = label("年度", "Year", _PUBLIC, help=Text("上限按年度算", "Limits are counted by year"))
    project: Cited | None = label("项目", "Project", _PUBLIC, default=None, ref="project")
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision", help=Text("议定筹资筹劳的那次表决", "The vote on it"))
    raised: Raised | None = label("筹资", "Money raised", _PUBLIC, default=None)
    labour: Labour | None = label("筹劳", "Labour raised", _PUBLIC, default=None)
    grant: Grant | None = label("奖补", "Matching grant", _PUBLIC, default=None)
    donated: Yuan | None = label("捐款", "Donated", _PUBLIC, default=None, unit=_YUAN)
    collective: Yuan | None = label("集体投入", "Given by the collective", _PUBLIC, default=None, unit=_YUAN)
    other: Yuan | None = label("其他", "Other", _PUBLIC, default=None, unit=_YUAN)
    total: Yuan | None = label("合计", "Total", _PUBLIC, default=None, unit=_YUAN, help=_PROVED)
    filing: Filing | None = label("审核", "Examined by", _PUBLIC, default=None)
    settled: Settled | None = label("结清", "Settled", _PUBLIC, default=None)
    explanation: Prose | None = label("说明", "Explanation", _PUBLIC, default=None)
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))

    @property
    def sum(self) -> int:
        """All its parts together, in fen."""
        raised, labour, granted = (
            (self.raised.fen if self.raised else 0),
            (self.labour.fen if self.labour else 0),
            self.grant.amount if self.grant else 0,
        )
        return raised + labour + granted + (self.donated or 0) + (self.collective or 0) + (self.other or 0)
