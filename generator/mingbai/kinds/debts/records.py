"""The claims and debts of one book: `finance/<book>/debts.yml` (债权债务; domain §4.7, catalogue U18)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.rates import Rate
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Number, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class Nature(Term):
    """Who owes whom, and whether it was lent."""

    RECEIVABLE = "receivable", "应收", "应收款"
    LENT = "lent", "借出", "借出款"
    PAYABLE = "payable", "应付", "应付款"
    BORROWED = "borrowed", "借入", "借款", "借入款"
    GUARANTEE = "guarantee", "担保"

    @property
    def claim(self) -> bool:
        """Whether others owe us."""
        return self in (Nature.RECEIVABLE, Nature.LENT)

    @property
    def loan(self) -> bool:
        """Whether the money itself went from one to the other when it arose."""
        return self in (Nature.LENT, Nature.BORROWED)


class Other(Term):
    """Who the other side is."""

    FIRM = "firm", "单位", "企业", "公司"
    PERSON = "person", "个人", "农户"
    GOVERNMENT = "government", "政府部门", "机关"
    ORGANISATION = "organisation", "社会组织"
    MEMBER = "member", "成员", "内部单位"
    BANK = "bank", "银行", "信用社"


class WriteOff(Record):
    """核销: what is given up for lost, or need not be paid any more."""

    day: Day = label("日期", "Date", _PUBLIC)
    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)
    reason: Words = label("原因", "Reason", _PUBLIC, help=Text("例如 对方已注销，清偿无着", "Why it cannot be had"))
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")


class Confirmed(Record):
    """核对: a balance that both sides agreed on, or that a closed book showed; the machine proves it."""

    day: Day = label("截止", "As at", _PUBLIC)
    balance: SignedYuan = label(
        "余额", "Balance", _PUBLIC, unit=_YUAN, help=Text("对账单、上年账上的数", "As on the other side's paper, or in the old book")
    )
    how: Words | None = label("方式", "How", _PUBLIC, default=None, help=Text("例如 双方对账、上年决算", "E.g. agreed with the other side"))


class Debt(Record):
    """One claim or debt; what was settled is never typed, it comes from the lines that cite it."""

    number: Number = label("编号", "Number", _PUBLIC, help=Text("例如 YS-2024-01", "E.g. YS-2024-01"))
    nature: Nature = label("性质", "Nature", _PUBLIC, help=Text("应收、借出：别人欠我们；应付、借入：我们欠别人", "Who owes whom"))
    other: Words = label(
        "对方",
        "Other side",
        _PUBLIC,
        help=Text("单位写全称；个人写“个人承租户A”，不写姓名（干部除外）", "A firm by its name, a person by description, unless an officer"),
    )
    other_kind: Other = label("对方类别", "Kind of other side", _PUBLIC)
    day: Day = label("发生日", "Arose on", _PUBLIC, help=Text("账龄从这一天算起", "Its age counts from this day"))
    reason: Words = label("原因", "Reason", _PUBLIC, help=Text("为什么事欠的，例如 排练厅 2023 年使用费", "What it is owed for"))
    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN, help=Text("发生时的本金，不含利息", "The principal when it arose, without interest"))
    before: Yuan | None = label(
        "启用前已结",
        "Settled before the book",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("账簿启用以前已经收回或还清的部分", "What was settled before the book began"),
    )
    due: Day | None = label("到期日", "Due on", _PUBLIC, default=None)
    rate: Rate | None = label("利率", "Interest", _PUBLIC, default=None, help=Text("年利率，例如 4.35%；不计息不写", "For a year, e.g. 4.35%"))
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision", help=Text("同意借款的会议", "Which agreed to the loan"))
    risk: Words | None = label(
        "风险说明",
        "Statement of risk",
        _PUBLIC,
        default=None,
        help=Text(
            "借入、借出表决以前向大家说明的：拿什么还、还不上或者收不回来怎么办",
            "What everybody was told before they voted: what it is repaid from, and what happens if it is not",
        ),
    )
    contract: Cited | None = label(
        "合同",
        "Contract",
        _PUBLIC,
        default=None,
        ref="contract",
        help=Text("由哪份合同欠下，写合同编号；到期没有付的那一部分", "By which contract it is owed"),
    )
    measures: Words | None = label(
        "清收措施", "Collection", _PUBLIC, default=None, help=Text("做了什么、打算怎么收，写明日期", "What was done to collect it, with dates")
    )
    responsible: Words | None = label("责任人", "Responsible", _PUBLIC, default=None, help=Text("写职务", "The office"))
    confirmed: Many[Confirmed] = label("核对", "Balances agreed", _PUBLIC, default=(), strict=False)
    written_off: Many[WriteOff] = label("核销", "Written off", _PUBLIC, default=(), strict=False)
    released: Day | None = label("解除日", "Released on", _PUBLIC, default=None, help=Text("只用于担保：哪天解除", "Of a guarantee only"))
    note: Words | None = label("备注", "Note", Privacy.INTERNAL, default=None, help=Text("只给内部看，不公布", "Not published"))
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})


class DebtFile(Record):
    """All claims and debts of one book."""

    debts: Many[Debt] = label("债权债务", "Claims and debts", _PUBLIC, strict=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `books.outcome(debt, None)` tells other kinds: the balance of the principal from one day to the next, in fen.

    Attributes:
        id: `committee/YS-2024-01`; book: `committee`; nature: of the debt.
        moves: (day, fen) in order of days; positive when it arose, negative when it was settled or written off.
    """

    id: str
    book: str
    nature: Nature
    moves: tuple[tuple[datetime.date, int], ...]

    def left(self, day: datetime.date) -> int:
        """Fen of principal outstanding at the end of `day`."""
        return sum(fen for when, fen in self.moves if when <= day)


def outstanding(books: Books, book: str, day: datetime.date) -> Mapping[Nature, int]:
    """Fen outstanding at the end of `day` by nature, every nature named; a guarantee counts what is guaranteed.

    For books in double entry: 应收 and 借出 stand in accounts 112 and 113, 借入 in 201 and 221, 应付 in 211 and 221.
    """
    found = dict.fromkeys(Nature, 0)
    for file in books.records(DebtFile):
        for debt in file.debts:
            outcome: Outcome | None = books.outcome(debt, None)
            if outcome is not None and outcome.book == book:
                found[outcome.nature] += outcome.left(day)
    return found
