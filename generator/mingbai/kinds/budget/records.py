"""finance/<book>/budget/<year>.yml: what a book means to receive and to spend in a year, and the changes made to it (预算; domain §4.3)."""

from __future__ import annotations

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Number, Prose, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class Direction(Term):
    """Which side of the budget an item stands on."""

    INCOME = "income", "收入"
    EXPENSE = "expense", "支出"


class Way(Term):
    """Whether a change adds or takes away."""

    MORE = "more", "增加"
    LESS = "less", "减少"


class Item(Record):
    """One item: a category, of one fund or of all funds that no other item names."""

    number: Number = label("编号", "Number", _PUBLIC, help=Text("在这份预算里的编号，例如 支-03", "Counts within this budget"))
    direction: Direction = label("方向", "Direction", _PUBLIC)
    category: Words = label(
        "科目", "Category", _PUBLIC, ref="category", help=Text("和收支的科目同名，才对得上", "As the lines name it, or nothing is compared")
    )
    fund: Cited | None = label(
        "资金",
        "Fund",
        _PUBLIC,
        default=None,
        ref="fund",
        help=Text("不写：这个科目的其余各项资金合在一起", "Left out: all other funds of this category"),
    )
    last: SignedYuan | None = label(
        "上年决算",
        "Outturn of last year",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("上年的账在这里的，程序核对", "Proved where last year's books stand here"),
    )
    amount: SignedYuan = label("预算", "Budget", _PUBLIC, unit=_YUAN, ge=0, help=Text("零或大于零", "Zero or more"))
    note: Words | None = label("说明", "Explanation", _PUBLIC, default=None)


class Change(Record):
    """A change of one item during the year (调整)."""

    day: Day = label("日期", "Date", _PUBLIC, help=Text("调整生效那天", "From which day it holds"))
    item: Number = label("项目", "Item", _PUBLIC, help=Text("上面“预算项目”里的编号", "The number of an item above"))
    way: Way = label("增减", "More or less", _PUBLIC)
    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)
    reason: Words = label("原因", "Reason", _PUBLIC)
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")

    @property
    def fen(self) -> int:
        """What it adds, negative where it takes away."""
        return self.amount if self.way is Way.MORE else -self.amount


class Totals(Record):
    """合计: the printed totals of the budget as voted; the machine proves them."""

    income: SignedYuan | None = label("收入", "Income", _PUBLIC, default=None, unit=_YUAN)
    expense: SignedYuan | None = label("支出", "Expense", _PUBLIC, default=None, unit=_YUAN)
    surplus: SignedYuan | None = label(
        "结余", "Surplus", _PUBLIC, default=None, unit=_YUAN, help=Text("收入减支出，可以是负数", "Income less expense, may be negative")
    )


class BudgetFile(Record):
    """The budget of one book for one year, as it was voted, with its changes."""

    year: Count = label("年度", "Year", _PUBLIC, help=Text("与文件名相同，例如 2026", "Same as the file's name, e.g. 2026"))
    decision: Cited | None = label(
        "决议", "Decision", _PUBLIC, default=None, ref="decision", help=Text("表决通过预算的决议；还没有表决的先不写", "The vote that adopted it")
    )
    items: Many[Item] = label("预算项目", "Items", _PUBLIC, min_length=1, strict=False)
    changes: Many[Change] = label("调整", "Changes", _PUBLIC, default=(), strict=False)
    totals: Totals | None = label("合计", "Printed totals", _PUBLIC, default=None)
    explanation: Prose | None = label("说明", "Explanation", _PUBLIC, default=None)
