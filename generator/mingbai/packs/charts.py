"""Charts of accounts (会计科目表): the accounts of an accounting system, when it is in force, how its statements are laid out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from mingbai.packs.clauses import Standing
from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import ChartNumber, Id, Many, Words

_PUBLIC = Privacy.PUBLIC


class AccountClass(Term):
    """What an account of the chart stands for."""

    ASSET = "asset", "资产"
    LIABILITY = "liability", "负债"
    EQUITY = "equity", "所有者权益"
    COST = "cost", "成本"
    RESULT = "profit and loss", "损益"


class Side(Term):
    """The side on which an account grows."""

    DEBIT = "debit", "借"
    CREDIT = "credit", "贷"


class Only(Term):
    """Which balances of its accounts a row of the balance sheet takes: a receivable that is overdrawn is owed."""

    ALL = "all", "全部"
    DEBIT = "debit balances", "借方余额"
    CREDIT = "credit balances", "贷方余额"


class Reckoning(Term):
    """What a row of the income statement does: it adds, takes off, or states the sum so far."""

    PLUS = "plus", "加"
    MINUS = "minus", "减"
    TOTAL = "total", "合计"


class ChartAccount(Record):
    """One account of a chart (会计科目)."""

    number: ChartNumber = label("编号", "Number", _PUBLIC)
    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC)
    kind: AccountClass = label("类", "Class", _PUBLIC)
    side: Side = label("方向", "Side", _PUBLIC)
    became: Words | None = label("改为", "Became", _PUBLIC, default=None, help=Text("下一个科目表里的编号", "Its number in the chart that followed"))


class BalanceRow(Record):
    """A row of the balance sheet."""

    name: Words = label("项目", "Item", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC)
    part: AccountClass = label("栏", "Part", _PUBLIC)
    accounts: Many[Words] = label("科目", "Accounts", _PUBLIC, strict=False)
    only: Only = label("只取", "Takes only", _PUBLIC, default=Only.ALL)


class IncomeRow(Record):
    """A row of the statement of earnings; a total has no accounts of its own."""

    name: Words = label("项目", "Item", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC)
    how: Reckoning = label("计算", "Reckoning", _PUBLIC)
    accounts: Many[Words] = label("科目", "Accounts", _PUBLIC, default=(), strict=False)


class Chart(Record):
    """The accounts of one accounting system, and the numbers of those that rules and statements ask for."""

    id: Id = label("编号", "Id", _PUBLIC)
    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC)
    document: Words = label("文号", "Document number", _PUBLIC)
    in_force: Day = label("施行", "In force from", _PUBLIC)
    until: Day | None = label("失效", "In force until", _PUBLIC, default=None)
    standing: Standing = label("效力", "Standing", _PUBLIC)
    accounts: Many[ChartAccount] = label("科目", "Accounts", _PUBLIC, strict=False)
    cash: Words = label("库存现金", "Cash in hand", _PUBLIC)
    bank: Words = label("银行存款", "Bank deposits", _PUBLIC)
    current: Words = label("内部往来", "Current accounts", _PUBLIC)
    earnings: Words = label("本年收益", "Earnings of the year", _PUBLIC)
    distribution: Words = label("收益分配", "Distribution of earnings", _PUBLIC)
    fixed: Many[Words] = label("固定资产", "Fixed assets", _PUBLIC, strict=False)
    depreciation: Many[Words] = label("累计折旧", "Accumulated depreciation", _PUBLIC, strict=False)
    depreciated_to: Words = label(
        "折旧记入",
        "Depreciation goes to",
        _PUBLIC,
        help=Text("没有记过折旧的账簿，年末代拟时用", "Proposed at the year's end for a book that has none yet"),
    )
    undistributed: Words = label(
        "未分配明细",
        "Undistributed",
        _PUBLIC,
        help=Text("收益分配下面放未分配收益的明细科目的名称", "Name of the sub-account of what is not distributed"),
    )
    reserve: Words = label("公积公益金", "Reserve", _PUBLIC)
    receivable: Many[Words] = label("应收", "Claims", _PUBLIC, strict=False)
    payable: Many[Words] = label("应付", "Debts", _PUBLIC, strict=False)
    either: Many[Words] = label(
        "余额可借可贷", "Balance on either side", _PUBLIC, strict=False, help=Text("不检查余额方向的科目", "Accounts whose side is not checked")
    )
    balance_sheet: Many[BalanceRow] = label("资产负债表", "Balance sheet", _PUBLIC, strict=False)
    income: Many[IncomeRow] = label("收益表", "Statement of earnings", _PUBLIC, strict=False)

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the chart is in force on a day, both ends included."""
        return self.in_force <= day and (self.until is None or day <= self.until)


class ChartFile(Record):
    """`charts.yml`."""

    charts: Many[Chart] = label("科目表", "Charts of accounts", _PUBLIC, strict=False)


def in_force(charts: Iterable[Chart], day: datetime.date) -> Chart | None:
    """The chart in force on a day; None where no pack has one."""
    return next((c for c in charts if c.holds_on(day)), None)
