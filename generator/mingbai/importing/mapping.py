"""The map: which column is what. Records, so that every mistake in MAP.yml is a finding with its place."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from mingbai.schema.record import AT, Privacy, Record, label
from mingbai.values.days import Day, Month
from mingbai.values.money import Yuan, positive_fen
from mingbai.values.numbers import Count
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Id, Many, OneOrMany, Words

_PUBLIC = Privacy.PUBLIC

SKIP: Final = 0
"""What a word in the amount column stands for when its row is to be skipped; amounts are above zero."""
BLANK: Final = ("空白", "blank")
"""The words by which the map names an empty cell."""


class Unit(Term):
    """What the amounts are counted in."""

    YUAN = "yuan", "元"
    QIAN = "1000 yuan", "千元", "仟元"
    WAN = "10000 yuan", "万元", "萬元", "wan"


class Red(Term):
    """What an amount written in red means."""

    NEGATIVE = "negative", "负数"
    PLAIN = "plain", "照数"


class Calendar(Term):
    """How years are counted."""

    GREGORIAN = "gregorian", "公历", "西元"
    ROC = "roc", "民国", "民國"


class Order(Term):
    """In which order a date is written, where the year does not stand first."""

    YEAR_FIRST = "year first", "年月日"
    DAY_FIRST = "day first", "日月年"
    MONTH_FIRST = "month first", "月日年"


class Side(Term):
    """Whether money came in or went out."""

    INCOME = "income", "收入"
    EXPENSE = "expense", "支出"


class Columns(Record):
    """列: field of the ledger → heading of the column, in the order of a line. Several headings are joined (票据: a list)."""

    date: Words | None = label(
        "日期",
        "Date",
        _PUBLIC,
        default=None,
        help=Text("没有日期列、期间已说明的，不写：按期末记", "Left out where the period is said: the last day of the period"),
    )
    voucher: Words | None = label(
        "凭证", "Voucher", _PUBLIC, default=None, help=Text("不写：按月编号 03-001、03-002……", "Left out: numbered by month")
    )
    amount: Words | None = label(
        "金额", "Amount", _PUBLIC, default=None, help=Text("收支分两列时不写，写在“方向”里", "Not with two columns under “direction”")
    )
    account: Words | None = label("账户", "Account", _PUBLIC, default=None)
    project: Words | None = label("项目", "Project", _PUBLIC, default=None)
    fund: Words | None = label("资金", "Fund", _PUBLIC, default=None)
    category: Words | None = label("科目", "Category", _PUBLIC, default=None)
    summary: OneOrMany[Words] = label("摘要", "Summary", _PUBLIC, default=(), strict=False)
    party: OneOrMany[Words] = label("对方", "Other party", _PUBLIC, default=(), strict=False)
    party_kind: Words | None = label("对方类别", "Kind of party", _PUBLIC, default=None)
    documents: OneOrMany[Words] = label("票据", "Documents", _PUBLIC, default=(), strict=False)
    handler: Words | None = label("经办", "Handled by", _PUBLIC, default=None)
    witness: Words | None = label("证明", "Witnessed by", _PUBLIC, default=None)
    approver: Words | None = label("审批", "Approved by", _PUBLIC, default=None)
    decision: Words | None = label("决议", "Decision", _PUBLIC, default=None)
    contract: Words | None = label("合同", "Contract", _PUBLIC, default=None)
    note: OneOrMany[Words] = label("备注", "Note", _PUBLIC, default=(), strict=False)


class Constants(Record):
    """固定: what every line has unless its own column says otherwise."""

    kind: Side | None = label(
        "类型", "Kind", _PUBLIC, default=None, help=Text("整张表都是收入或都是支出时写，代替“方向”", "All rows alike; instead of “direction”")
    )
    account: Words | None = label("账户", "Account", _PUBLIC, default=None)
    project: Words | None = label("项目", "Project", _PUBLIC, default=None)
    fund: Words | None = label("资金", "Fund", _PUBLIC, default=None)
    category: Words | None = label("科目", "Category", _PUBLIC, default=None)
    summary: Words | None = label("摘要", "Summary", _PUBLIC, default=None)
    party: Words | None = label("对方", "Other party", _PUBLIC, default=None)
    party_kind: Words | None = label("对方类别", "Kind of party", _PUBLIC, default=None)
    documents: OneOrMany[Words] = label("票据", "Documents", _PUBLIC, default=(), strict=False)
    handler: Words | None = label("经办", "Handled by", _PUBLIC, default=None)
    witness: Words | None = label("证明", "Witnessed by", _PUBLIC, default=None)
    approver: Words | None = label("审批", "Approved by", _PUBLIC, default=None)
    decision: Words | None = label("决议", "Decision", _PUBLIC, default=None)
    contract: Words | None = label("合同", "Contract", _PUBLIC, default=None)
    note: Words | None = label("备注", "Note", _PUBLIC, default=None)


class Direction(Record):
    """方向: a column with words, or two columns of amounts; `方向: 正负号` stands for the sign of the amount."""

    sign: bool = label("正负号", "Sign", _PUBLIC, default=False)
    sections: bool = label("分段", "Sections", _PUBLIC, default=False)
    column: Words | None = label("列", "Column", _PUBLIC, default=None)
    income: OneOrMany[Words] = label("收入", "Words for income", _PUBLIC, default=("收入",), strict=False)
    expense: OneOrMany[Words] = label("支出", "Words for expense", _PUBLIC, default=("支出",), strict=False)
    skipped: OneOrMany[Words] = label("略过", "Words to skip", _PUBLIC, default=(), strict=False)
    income_column: Words | None = label("收入列", "Column of income", _PUBLIC, default=None)
    expense_column: Words | None = label("支出列", "Column of expense", _PUBLIC, default=None)


def _direction(typed: Any) -> Any:
    if typed in ("正负号", "sign"):
        return Direction.model_construct(sign=True)
    if typed in ("分段", "sections"):
        return Direction.model_construct(sections=True)
    if type(typed) is str:
        allowed = (Text("正负号", "sign"), Text("分段", "sections"), Text("{列: …, 收入: […], 支出: […]}", "{column: …, income: […], expense: […]}"))
        raise PydanticCustomError("SCH016", "not one of", {"typed": typed, "allowed": allowed})
    return typed


def _word(typed: Any) -> int:
    return SKIP if typed in ("略过", "skip") else positive_fen(typed)


def _flat(typed: Any) -> Any:
    return {k: v for k, v in typed.items() if k != AT} if type(typed) is dict else typed


_Named = Annotated[dict[str, Words], BeforeValidator(_flat)]
"""Words of a column → the id of what they mean."""


class Dates(Record):
    """日期: how dates are written."""

    calendar: Calendar = label("历法", "Calendar", _PUBLIC, default=Calendar.GREGORIAN)
    order: Order = label("次序", "Order", _PUBLIC, default=Order.YEAR_FIRST)
    two: YesNo = label(
        "两位年份",
        "Years of two digits",
        _PUBLIC,
        default=False,
        help=Text("26.3.5 是 2026 年 3 月 5 日的，写“是”", "Yes: 26.3.5 is 5 March 2026"),
    )


class Period(Record):
    """期间: the column that says the month, or the month of the whole table, or the day on which months are cut off."""

    column: Words | None = label("列", "Column", _PUBLIC, default=None)
    fixed: Month | None = label("固定", "The month of all rows", _PUBLIC, default=None)
    start: Day | None = label(
        "起", "From", _PUBLIC, default=None, help=Text("固定的期间不是自然月时写", "Where the fixed period is no calendar month")
    )
    end: Day | None = label("止", "To", _PUBLIC, default=None)
    cut: Count | None = label(
        "截止日",
        "Cut-off day",
        _PUBLIC,
        default=None,
        help=Text("例如 25：上月 26 日到本月 25 日为一期", "e.g. 25: from the 26th of the month before"),
    )


class Closing(Record):
    """结余: the row that prints what is left in an account; it becomes a statement of that account, which is then proved."""

    word: Words = label("词", "Word", _PUBLIC)
    account: Words = label("账户", "Account", _PUBLIC)


class Part(Record):
    """One table of a sheet: what its columns are, which rows are income and which expense."""

    columns: Columns = label("列", "Columns", _PUBLIC)
    direction: Annotated[Direction, BeforeValidator(_direction)] | None = label("方向", "Direction", _PUBLIC, default=None)
    constants: Constants = label("固定", "Constants", _PUBLIC, default=Constants.model_construct())
    dates: Dates = label("日期", "Dates", _PUBLIC, default=Dates.model_construct())
    period: Period | None = label("期间", "Period", _PUBLIC, default=None)
    words: Annotated[dict[str, Annotated[int, BeforeValidator(_word)]], BeforeValidator(_flat)] = label(
        "金额", "Words in the amount column", _PUBLIC, default={}
    )
    accounts: _Named = label(
        "账户",
        "Accounts",
        _PUBLIC,
        default={},
        help=Text("账户那一列里的词是哪个账户，例如 {现金: cash}", "Which account a word in that column is, e.g. {现金: cash}"),
    )
    funds: _Named = label(
        "资金",
        "Funds",
        _PUBLIC,
        default={},
        help=Text("资金那一列里的词是哪项资金，例如 {上级补助: office-2026}", "Which fund a word in that column is"),
    )
    categories: _Named = label(
        "科目",
        "Categories",
        _PUBLIC,
        default={},
        help=Text("科目那一列里的词在台账里是哪个科目，例如 {办公: 办公费}", "Which category of the ledger a word in that column is"),
    )
    unit: Unit | None = label(
        "单位",
        "Unit",
        _PUBLIC,
        default=None,
        help=Text("不写就照表头和表上面写的单位；都没有写的是元", "Left out: as the headings or the titles say, else yuan"),
    )
    red: Red | None = label(
        "红字",
        "Amounts in red",
        _PUBLIC,
        default=None,
        help=Text("金额里有红字才写：负数，或照数（红色只是醒目）", "Only where amounts are red: negative, or plain (the colour means nothing)"),
    )
    header: Count | None = label(
        "表头",
        "Row of the headings",
        _PUBLIC,
        default=None,
        help=Text("第几行；不写就找有这些列名的那一行", "Left out: the row that holds these headings"),
    )
    until: Count | None = label(
        "末行",
        "Last row",
        _PUBLIC,
        default=None,
        help=Text("读到第几行为止；下面是另一张表的写", "Where something else stands below: the last row to be read"),
    )
    skipped: OneOrMany[Words] = label(
        "略过行",
        "Rows to skip",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("含有这些词的行不是收支", "Rows that hold one of these words are no lines"),
    )
    ends: OneOrMany[Words] = label(
        "表尾",
        "Words that end the table",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("从含有这个词的一行起，不再是收支", "From the row that holds one on, nothing is a line"),
    )
    stripped: OneOrMany[str] = label(
        "去掉开头",
        "Signs to take away",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("文字开头的 @ 一类符号", "Signs at the beginning of a text, such as @"),
    )
    asserted: Yuan | None = label(
        "核对合计",
        "Asserted total",
        _PUBLIC,
        default=None,
        unit=Text("元", "yuan"),
        help=Text("别处印的合计，各行加起来要等于它", "A total printed elsewhere, which the rows must make"),
    )
    balance: Words | None = label(
        "余额列",
        "Column of balances",
        _PUBLIC,
        default=None,
        help=Text("每一行之后的余额，逐行核对", "What was left after each row; proved row by row"),
    )
    closing: Closing | None = label("结余", "Closing balance", _PUBLIC, default=None)


class Map(Part):
    """MAP.yml."""

    book: Id | None = label("账簿", "Book", _PUBLIC, default=None, help=Text("命令里的 --book 优先", "--book on the command line wins"))
    sheet: Words | None = label("工作表", "Sheet", _PUBLIC, default=None)
    encoding: Words | None = label(
        "编码", "Encoding", _PUBLIC, default=None, help=Text("认错了才写，例如 big5", "Only where it is mistaken, e.g. big5")
    )
    also: Many[Part] = label(
        "另有",
        "Further tables",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("同一张表上并排的另一张：收入在左、支出在右", "Another table beside it on the sheet"),
    )
