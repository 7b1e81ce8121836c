"""Of whom a body consists: how many, odd or even, women among them, which offices sit on it and which may not."""

from __future__ import annotations

from mingbai.packs.clauses import Basis
from mingbai.schema.record import Privacy, Record, label
from mingbai.values.counted import counted
from mingbai.values.numbers import Count
from mingbai.values.terms import YesNo
from mingbai.values.text import Text
from mingbai.values.words import Many, Words

_PUBLIC = Privacy.PUBLIC
_PEOPLE = Text("人", "people")
_HOUSEHOLDS = Text("户", "households")


class Makeup(Record):
    """What is asked of the members of a body; what is left out is not laid down."""

    least: Count | None = label("最少", "Fewest", _PUBLIC, default=None, unit=_PEOPLE)
    most: Count | None = label("最多", "Most", _PUBLIC, default=None, unit=_PEOPLE)
    odd: YesNo = label("单数", "An odd number", _PUBLIC, default=False)
    usual: YesNo = label("一般", "As a rule", _PUBLIC, default=False, help=Text("法律写的是“一般”的", "Where the law says “as a rule”"))
    women: YesNo = label(
        "有妇女", "Women among them", _PUBLIC, default=False, help=Text("应当有妇女，没有写几名", "Women sit on it, how many is not said")
    )
    households_least: Count | None = label(
        "每名代表最少户数",
        "Fewest households a representative",
        _PUBLIC,
        default=None,
        unit=_HOUSEHOLDS,
        help=Text("几户选一名代表", "Who elect one"),
    )
    households_most: Count | None = label("每名代表最多户数", "Most households a representative", _PUBLIC, default=None, unit=_HOUSEHOLDS)
    offices: Many[Words] = label(
        "职务",
        "Offices",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("community.yml 里哪些角色是它的成员", "Which roles in community.yml sit on it"),
    )
    barred: Many[Words] = label(
        "不得担任", "May not sit on it", _PUBLIC, default=(), strict=False, help=Text("有这些角色的人不得担任", "Who holds one of these roles")
    )
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)

    def fits(self, members: int) -> bool:
        """Whether so many members are neither too few nor too many, and odd where that is asked."""
        return (self.least or 0) <= members and (self.most is None or members <= self.most) and (not self.odd or members % 2 == 1)

    def spread(self, households: int, representatives: int) -> bool:
        """Whether each representative stands for neither too few nor too many households, by whole numbers."""
        few = self.households_least is not None and households < self.households_least * representatives
        many = self.households_most is not None and households > self.households_most * representatives
        return not few and not many

    @property
    def size(self) -> Text:
        """一般由 3 至 7 人、单数组成; empty where no number is laid down."""
        if self.least is not None and self.most is not None:
            zh, en = f"{self.least} 至 {self.most} 人", f"{self.least} to {self.most} members"
        elif self.least is not None:
            zh, en = f"不少于 {self.least} 人", f"{counted(self.least, 'member', 'members')} or more"
        elif self.most is not None:
            zh, en = f"不多于 {self.most} 人", f"{counted(self.most, 'member', 'members')} or fewer"
        else:
            return Text("", "")
        rule = Text("一般由", "consists as a rule of") if self.usual else Text("由", "consists of")
        return Text(
            f"{rule.zh}{' ' if zh[0].isdigit() else ''}{zh}{'、单数' if self.odd else ''}组成",
            f"{rule.en} {en}{', an odd number' if self.odd else ''}",
        )
