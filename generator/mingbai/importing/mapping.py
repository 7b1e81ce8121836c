"""The map: which column is what. Records, so that every mistake in MAP.yml is a finding with its place."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from mingbai.schema.record import AT, Privacy, Record, label
from mingbai.values.money import positive_fen
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Id, OneOrMany, Words

_PUBLIC = Privacy.PUBLIC

SKIP: Final = 0
"""What a word in the amount column stands for when its row is to be skipped; amounts are above zero."""
BLANK: Final = ("空白", "blank")
"""The words by which the map names an empty cell."""


class Unit(Term):
    """What the amounts are counted in."""

    YUAN = "yuan", "元"
    WAN = "10000 yuan", "万元", "萬元", "wan"


class Calendar(Term):
    """How years are counted."""

    GREGORIAN = "gregorian", "公历", "西元"
    ROC = "roc", "民国", "民國"


class Side(Term):
    """Whether money came in or went out."""

    INCOME = "income", "收入"
    EXPENSE = "expense", "支出"


class Columns(Record):
    """列: field of the ledger → heading of the column. Several headings are joined (票据: a list)."""

    date: Words = label("日期", "Date", _PUBLIC)
    voucher: Words | None = label(
        "凭证", "Voucher", _PUBLIC, default=None, help=Text("不写：按月编号 03-001、03-002……", "Left out: numbered by month")
    )
    amount: Words | None = label(
        "金额", "Amount", _PUBLIC, default=None, help=Text("收支分两列时不写，写在“方向”里", "Not with two columns under “direction”")
    )
    summary: OneOrMany[Words] = label("摘要", "Summary", _PUBLIC, default=(), strict=False)
    account: Words | None = label("账户", "Account", _PUBLIC, default=None)
    fund: Words | None = label("资金", "Fund", _PUBLIC, default=None)
    category: Words | None = label("科目", "Category", _PUBLIC, default=None)
    party: OneOrMany[Words] = label("对方", "Other party", _PUBLIC, default=(), strict=False)
    party_kind: Words | None = label("对方类别", "Kind of party", _PUBLIC, default=None)
    documents: OneOrMany[Words] = label("票据", "Documents", _PUBLIC, default=(), strict=False)
    handler: Words | None = label("经办", "Handled by", _PUBLIC, default=None)
    witness: Words | None = label("证明", "Witnessed by", _PUBLIC, default=None)
    approver: Words | None = label("审批", "Approved by", _PUBLIC, default=None)
    decision: Words | None = label("决议", "Decision", _PUBLIC, default=None)
    note: OneOrMany[Words] = label("备注", "Note", _PUBLIC, default=(), strict=False)


class Constants(Record):
    """固定: what every line has unless its own column says otherwise."""

    kind: Side | None = label(
        "类型", "Kind", _PUBLIC, default=None, help=Text("整张表都是收入或都是支出时写，代替“方向”", "All rows alike; instead of “direction”")
    )
    summary: Words | None = label("摘要", "Summary", _PUBLIC, default=None)
    account: Words | None = label("账户", "Account", _PUBLIC, default=None)
    fund: Words | None = label("资金", "Fund", _PUBLIC, default=None)
    category: Words | None = label("科目", "Category", _PUBLIC, default=None)
    party: Words | None = label("对方", "Other party", _PUBLIC, default=None)
    party_kind: Words | None = label("对方类别", "Kind of party", _PUBLIC, default=None)
    documents: OneOrMany[Words] = label("票据", "Documents", _PUBLIC, default=(), strict=False)
    handler: Words | None = label("经办", "Handled by", _PUBLIC, default=None)
    witness: Words | None = label("证明", "Witnessed by", _PUBLIC, default=None)
    approver: Words | None = label("审批", "Approved by", _PUBLIC, default=None)
    decision: Words | None = label("决议", "Decision", _PUBLIC, default=None)
    note: Words | None = label("备注", "Note", _PUBLIC, default=None)


class Direction(Record):
    """方向: a column with words, or two columns of amounts; `方向: 正负号` stands for the sign of the amount."""

    sign: bool = label("正负号", "Sign", _PUBLIC, default=False)
    column: Words | None = label("列", "Column", _PUBLIC, default=None)
    income: OneOrMany[Words] = label("收入", "Words for income", _PUBLIC, default=("收入",), strict=False)
    expense: OneOrMany[Words] = label("支出", "Words for expense", _PUBLIC, default=("支出",), strict=False)
    skipped: OneOrMany[Words] = label("略过", "Words to skip", _PUBLIC, default=(), strict=False)
    income_column: Words | None = label("收入列", "Column of income", _PUBLIC, default=None)
    expense_column: Words | None = label("支出列", "Column of expense", _PUBLIC, default=None)


def _direction(typed: Any) -> Any:
    if typed in ("正负号", "sign"):
        return Direction.model_construct(sign=True)
    if type(typed) is str:
        allowed = (Text("正负号", "sign"), Text("{列: …, 收入: […], 支出: […]}", "{column: …, income: […], expense: […]}"))
        raise PydanticCustomError("SCH016", "not one of", {"typed": typed, "allowed": allowed})
    return typed


def _word(typed: Any) -> int:
    return SKIP if typed in ("略过", "skip") else positive_fen(typed)


def _flat(typed: Any) -> Any:
    return {k: v for k, v in typed.items() if k != AT} if type(typed) is dict else typed


class Dates(Record):
    """日期: how dates are written."""

    calendar: Calendar = label("历法", "Calendar", _PUBLIC, default=Calendar.GREGORIAN)


class Period(Record):
    """期间: the column that says the month, where the date does not."""

    column: Words = label("列", "Column", _PUBLIC)


class Map(Record):
    """MAP.yml."""

    book: Id | None = label("账簿", "Book", _PUBLIC, default=None, help=Text("命令里的 --book 优先", "--book on the command line wins"))
    columns: Columns = label("列", "Columns", _PUBLIC)
    direction: Annotated[Direction, BeforeValidator(_direction)] | None = label("方向", "Direction", _PUBLIC, default=None)
    constants: Constants = label("固定", "Constants", _PUBLIC, default=Constants.model_construct())
    dates: Dates = label("日期", "Dates", _PUBLIC, default=Dates.model_construct())
    period: Period | None = label("期间", "Period", _PUBLIC, default=None)
    words: Annotated[dict[str, Annotated[int, BeforeValidator(_word)]], BeforeValidator(_flat)] = label(
        "金额", "Words in the amount column", _PUBLIC, default={}
    )
    unit: Unit = label("单位", "Unit", _PUBLIC, default=Unit.YUAN)
