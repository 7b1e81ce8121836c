"""finance/<book>/distribution/<year>.yml: what a year's gain was and who gets it (收益分配; domain §4.21)."""

from __future__ import annotations

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.measures import ONE, Measure
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.numbers import Count
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Prose, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class Members(Record):
    """成员分配: shares × each = amount, for one sort of share. No member is named."""

    sort: Words = label("名目", "Sort", _PUBLIC, help=Text("成员股、集体股、老龄股……", "Members' shares, seniority shares …"))
    shares: Measure = label("份额", "Shares", _PUBLIC, unit=Text("份", "shares"), help=Text("最多四位小数", "Up to four decimals"))
    each: Yuan = label("每份", "Each", _PUBLIC, unit=Text("元/份", "yuan a share"))
    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)
    people: Count | None = label("人数", "People", _PUBLIC, default=None, unit=Text("人", "people"))

    @property
    def product(self) -> tuple[int, int]:
        """Shares × each in fen, and ten-thousandths of a fen left over."""
        return divmod(self.shares * self.each, ONE)


class DistributionFile(Record):
    """The distribution of one year; lines that pay members name it under 分配."""

    year: Count = label("年度", "Year", _PUBLIC, help=Text("与文件名相同，例如 2026", "Same as the file's name, e.g. 2026"))
    shown: Day | None = label("方案公布日", "Plan shown on", _PUBLIC, default=None, help=Text("开会以前公布分配方案的那天", "Before the meeting"))
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")
    gain: SignedYuan = label("收益总额", "Gain of the year", _PUBLIC, unit=_YUAN, help=Text("亏损写负数", "A loss is negative"))
    opening: SignedYuan = label("年初未分配", "Not distributed before", _PUBLIC, default=0, unit=_YUAN)
    moved_in: SignedYuan = label(
        "其他转入", "Moved in", _PUBLIC, default=0, unit=_YUAN, ge=0, help=Text("例如公积公益金补亏", "Such as the reserve making good a loss")
    )
    reserve: SignedYuan = label(
        "提取公积公益金", "To the reserve", _PUBLIC, default=0, unit=_YUAN, ge=0, help=Text("不提写 0", "0 where nothing goes there")
    )
    welfare: SignedYuan = label("提取福利费", "To welfare", _PUBLIC, default=0, unit=_YUAN, ge=0, help=Text("不提写 0", "0 where nothing goes there"))
    investors: SignedYuan = label(
        "外来投资分利", "To outside investors", _PUBLIC, default=0, unit=_YUAN, ge=0, help=Text("没有写 0", "0 where there is none")
    )
    members: Many[Members] = label("成员分配", "To members", _PUBLIC, default=(), strict=False)
    other: SignedYuan = label("其他分配", "Other", _PUBLIC, default=0, unit=_YUAN, ge=0, help=Text("没有写 0", "0 where there is none"))
    closing: SignedYuan | None = label(
        "年末未分配",
        "Not distributed after",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("可以不写；写了就核对到分", "May be left out; proved to the fen where it is said"),
    )
    explanation: Prose | None = label("说明", "Explanation", _PUBLIC, default=None)
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))

    @property
    def available(self) -> int:
        """What there was to distribute."""
        return self.gain + self.opening + self.moved_in

    @property
    def to_members(self) -> int:
        """What members get by the amounts that are said."""
        return sum(m.amount for m in self.members)

    @property
    def left(self) -> int:
        """What is not distributed at the end of the year."""
        return self.available - self.given

    @property
    def given(self) -> int:
        """Everything that is taken out of it."""
        return self.reserve + self.welfare + self.investors + self.to_members + self.other
