"""A month of one book: `finance/<book>/YYYY-MM.yml` (收支明细; domain §4.1)."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.schema.sparse import sparse
from mingbai.values.days import Day, Month
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Id, Many, Name, Number, OneOrMany, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class LineKind(Term):
    """What a line does to the money."""

    INCOME = "income", "收入"
    EXPENSE = "expense", "支出"
    TRANSFER = "transfer", "转账"
    REVERSAL = "reversal", "冲正", "红冲"
    REFUND = "refund", "退款"
    CORRECTION = "correction", "更正"
    JOURNAL = "journal", "记账"


class PartyKind(Term):
    """Who the other side is."""

    FIRM = "firm", "单位", "企业", "公司"
    PERSON = "person", "个人"
    GOVERNMENT = "government", "政府部门", "机关"
    ORGANISATION = "organisation", "社会组织"


class Defaults(Record):
    """What a line of this month has unless it says otherwise."""

    account: Cited | None = label("账户", "Account", _PUBLIC, default=None, ref="account")
    fund: Cited | None = label("资金", "Fund", _PUBLIC, default=None, ref="fund")
    category: Words | None = label("科目", "Category", _PUBLIC, default=None, ref="category")
    handler: Words | None = label("经办", "Handled by", _PUBLIC, default=None)
    witness: Words | None = label("证明", "Witnessed by", _PUBLIC, default=None)
    approver: Words | None = label("审批", "Approved by", _PUBLIC, default=None)


class Share(Record):
    """One part of a line divided over funds or categories (分摊)."""

    fund: Cited | None = label("资金", "Fund", _PUBLIC, default=None, ref="fund")
    category: Words | None = label("科目", "Category", _PUBLIC, default=None, ref="category")
    amount: Yuan = label("金额", "Amount", _PUBLIC, unit=_YUAN)


class Payroll(Record):
    """People paid at one rate (领款): people × rate is the amount. No names stand here."""

    people: Count = label("人数", "People", _PUBLIC, unit=Text("人", "people"))
    rate: Yuan = label("标准", "Rate", _PUBLIC, unit=_YUAN)


class Leg(Record):
    """One side of an entry in double entry (分录): an account of the chart, debit or credit."""

    account: Words = label("科目", "Account", _PUBLIC, ref="category", help=Text("编号和名称，例如 112 应收款", "Number and name, e.g. 112 应收款"))
    debit: Yuan | None = label("借", "Debit", _PUBLIC, default=None, unit=_YUAN)
    credit: Yuan | None = label("贷", "Credit", _PUBLIC, default=None, unit=_YUAN)

    @property
    def fen(self) -> int:
        """Debit positive, credit negative."""
        return (self.debit or 0) - (self.credit or 0)


@sparse
class Line(Record):
    """One receipt, payment or movement of money; the order of the fields is the order in which `fmt` writes them."""

    voucher: Number = label("凭证", "Voucher", _PUBLIC, help=Text("记账凭证号，例如 03-001", "Number of the voucher, e.g. 03-001"))
    date: Day = label("日期", "Date", _PUBLIC)
    kind: LineKind = label("类型", "Kind", _PUBLIC)
    amount: Yuan | None = label(
        "金额", "Amount", _PUBLIC, default=None, unit=_YUAN, help=Text("大于零；冲正不写金额", "Above zero; a reversal has none")
    )
    account: Cited | None = label("账户", "Account", _PUBLIC, default=None, ref="account")
    project: Cited | None = label(
        "项目",
        "Project",
        _PUBLIC,
        default=None,
        ref="project",
        help=Text("projects/ 里的文件名，例如 2026-lighting", "The name of a file in projects/"),
    )
    levy: Cited | None = label(
        "筹资", "Levy", _PUBLIC, default=None, ref="levy", help=Text("levies/ 里的文件名，例如 2026-road", "The name of a file in levies/")
    )
    distribution: Cited | None = label(
        "分配", "Distribution", _PUBLIC, default=None, ref="distribution", help=Text("哪一年的收益分配，例如 2026", "Of which year, e.g. 2026")
    )
    from_account: Cited | None = label("转出账户", "From account", _PUBLIC, default=None, ref="account")
    to_account: Cited | None = label("转入账户", "To account", _PUBLIC, default=None, ref="account")
    from_book: Id | None = label("转出账簿", "From book", _PUBLIC, default=None, ref="book")
    to_book: Id | None = label("转入账簿", "To book", _PUBLIC, default=None, ref="book")
    fund: Cited | None = label("资金", "Fund", _PUBLIC, default=None, ref="fund")
    from_fund: Cited | None = label("转出资金", "From fund", _PUBLIC, default=None, ref="fund")
    to_fund: Cited | None = label("转入资金", "To fund", _PUBLIC, default=None, ref="fund")
    reverses: Cited | None = label(
        "冲正凭证", "Reverses", _PUBLIC, default=None, ref="line", help=Text("被冲正的那一笔，例如 committee/2026-02/02-011", "The line reversed")
    )
    original: Cited | None = label("原凭证", "Refund of", _PUBLIC, default=None, ref="line", help=Text("被退款的那一笔", "The line refunded"))
    donation: OneOrMany[Cited] = label(
        "捐赠",
        "Donation",
        _PUBLIC,
        default=(),
        strict=False,
        ref="donation",
        help=Text(
            "捐赠台账里的编号，例如 JZ-2026-01；收到和花掉都写，几笔捐赠合用的按先后写",
            "Its number in the register of donations, where it is received and where it is spent; several in the order they are used",
        ),
    )
    goods: OneOrMany[Cited] = label(
        "物资",
        "Goods",
        _PUBLIC,
        default=(),
        strict=False,
        ref="goods",
        help=Text("买的是物资台账里的哪几样，例如 WZ-01", "What was bought, by its numbers in the register of goods"),
    )
    corrects: Cited | None = label(
        "更正凭证",
        "Corrects",
        _PUBLIC,
        default=None,
        ref="line",
        help=Text("记错的那一笔；这一笔只写要改的栏目", "The line that was wrong; only what changes is written"),
    )
    category: Words | None = label("科目", "Category", _PUBLIC, default=None, ref="category")
    summary: Name | None = label("摘要", "Summary", _PUBLIC, default=None, help=Text("买了什么、付给谁、为了什么事", "What, to whom, what for"))
    party: Words | None = label(
        "对方", "Other party", _PUBLIC, default=None, help=Text("个人只写称呼，不写姓名和号码", "Persons by description, never name or number")
    )
    party_kind: PartyKind | None = label("对方类别", "Kind of party", _PUBLIC, default=None)
    shares: Many[Share] = label("分摊", "Divided over", _PUBLIC, default=(), strict=False)
    legs: Many[Leg] = label(
        "分录",
        "Entries",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "复式记账用，借贷相等；收入、支出可以不写现金、银行那一边",
            "For double entry; on income and expense the side of the money may be left out",
        ),
    )
    payroll: Payroll | None = label("领款", "Paid out to", _PUBLIC, default=None)
    documents: OneOrMany[Words] = label(
        "票据", "Documents", _PUBLIC, default=(), strict=False, help=Text("例如 发票 3391、银行回单 8812、领款表", "Invoice, bank slip, pay list …")
    )
    paper_day: Day | None = label(
        "票据日期",
        "Date of the document",
        _PUBLIC,
        default=None,
        help=Text("发票开具那天，与报销日期不同时写", "Where it differs from the day of payment"),
    )
    handler: Words | None = label("经办", "Handled by", _PUBLIC, default=None)
    witness: Words | None = label("证明", "Witnessed by", _PUBLIC, default=None)
    approver: Words | None = label("审批", "Approved by", _PUBLIC, default=None)
    countersigned: OneOrMany[Words] = label(
        "会签",
        "Countersigned by",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("金额较大时，审批人以外还有谁签字", "Who signed beside the approver, for larger sums"),
    )
    decision: Cited | None = label(
        "决议",
        "Decision",
        _PUBLIC,
        default=None,
        ref="decision",
        help=Text("会议编号/决议编号，例如 2026-02-28-yishi/3", "meeting/decision, e.g. 2026-02-28-yishi/3"),
    )
    contract: Cited | None = label(
        "合同",
        "Contract",
        _PUBLIC,
        default=None,
        ref="contract",
        help=Text("合同台账里的编号，例如 HT-2026-01", "Its number in the contract register"),
    )
    asset: Cited | None = label(
        "资产", "Asset", _PUBLIC, default=None, ref="asset", help=Text("资产台账里的编号，例如 ZC-012", "Its number in the asset register")
    )
    plan: Cited | None = label(
        "计划", "Plan", _PUBLIC, default=None, ref="plan", help=Text("事前公布的计划，例如 2026-03/1", "The plan published before, e.g. 2026-03/1")
    )
    debt: Cited | None = label(
        "债权债务",
        "Claim or debt",
        _PUBLIC,
        default=None,
        ref="debt",
        help=Text("债权债务台账里的编号，例如 YS-2024-01；收回、付清、借出、借入都写", "Its number in the register of claims and debts"),
    )
    admission: Cited | None = label(
        "准入", "Task it follows", _PUBLIC, default=None, ref="admission", help=Text("专款写了的不用写", "Not needed where the fund says so")
    )
    reason: Words | None = label("原因", "Reason", _PUBLIC, default=None)
    allowed_by: Words | None = label("批准", "Allowed by", _PUBLIC, default=None, help=Text("谁批准冲正", "Who allowed the reversal"))
    relation: Words | None = label(
        "关联说明",
        "Declared relation",
        _PUBLIC,
        default=None,
        help=Text("对方与哪位干部有关系，谁回避了", "Which officer the other party is related to, who stood aside"),
    )
    note: Words | None = label("备注", "Note", Privacy.INTERNAL, default=None, help=Text("只给内部看，不公布", "For the office only, not published"))
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})

    @property
    def undoes(self) -> str | None:
        """The line that this one takes back or puts right, as cited; None for a line of its own."""
        return self.reverses or self.original or self.corrects


class Plan(Record):
    """Spending published before it is spent (事前公开)."""

    number: Number = label("编号", "Number", _PUBLIC)
    matter: Name = label("事项", "Matter", _PUBLIC)
    estimate: Yuan = label("预计金额", "Estimate", _PUBLIC, unit=_YUAN)
    fund: Cited | None = label("资金", "Fund", _PUBLIC, default=None, ref="fund")
    category: Words | None = label("科目", "Category", _PUBLIC, default=None, ref="category")
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")
    published: Day | None = label(
        "公布日", "Published on", _PUBLIC, default=None, help=Text("与“计划公布日”不同时写", "Where it differs from that of all plans of the month")
    )
    unspent: Words | None = label(
        "未支出原因", "Why nothing was spent", _PUBLIC, default=None, help=Text("不花了，或者推迟到什么时候", "Given up, or put off until when")
    )


class Outstanding(Record):
    """未达账项: in the books and not yet on the statement (a voucher), or on the statement and not yet in the books (an amount)."""

    voucher: Cited | None = label("凭证", "Voucher", _PUBLIC, default=None, ref="line")
    amount: SignedYuan | None = label(
        "金额",
        "Amount",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("银行已收记正数，银行已付记负数", "Received by the bank positive, paid negative"),
    )
    explanation: Words = label("说明", "Explanation", _PUBLIC)


class Statement(Record):
    """What the bank's statement says; the machine proves it."""

    account: Cited = label("账户", "Account", _PUBLIC, ref="account")
    balance: SignedYuan = label("余额", "Balance", _PUBLIC, unit=_YUAN)
    day: Day | None = label("截止", "As at", _PUBLIC, default=None)
    outstanding: Many[Outstanding] = label("未达账项", "Outstanding items", _PUBLIC, default=(), strict=False)


class CashCount(Record):
    """What was counted in the cash box; the machine proves it."""

    account: Cited = label("账户", "Account", _PUBLIC, ref="account")
    balance: SignedYuan = label("余额", "Balance", _PUBLIC, unit=_YUAN)
    day: Day | None = label("截止", "As at", _PUBLIC, default=None)
    slips: Yuan | None = label(
        "白条",
        "Slips in it",
        _PUBLIC,
        default=None,
        unit=_YUAN,
        help=Text("上面的余额里，有多少是白条、借条，不是钱", "How much of the balance above is slips, no money"),
    )
    counted_by: Words | None = label("盘点人", "Counted by", _PUBLIC, default=None)
    watched_by: Words | None = label("监盘人", "Watched by", _PUBLIC, default=None)
    reason: Words | None = label(
        "差异原因",
        "Reason of the difference",
        _PUBLIC,
        default=None,
        help=Text("账实不符时写明查到的原因", "What was found where box and book differ"),
    )


class Review(Record):
    """Who looked over every line of the month."""

    body: Words | None = label("机构", "Body", _PUBLIC, default=None)
    reviewer: Words = label("审核人", "Reviewer", _PUBLIC)
    day: Day = label("日期", "Date", _PUBLIC)
    opinion: Words | None = label("意见", "Opinion", _PUBLIC, default=None)


class Closing(Record):
    """结账: the assertions that are proven, and the review."""

    statements: Many[Statement] = label("银行对账单", "Bank statements", _PUBLIC, default=(), strict=False)
    counts: Many[CashCount] = label("现金盘点", "Cash counts", _PUBLIC, default=(), strict=False)
    review: Review | None = label("审核", "Review", _PUBLIC, default=None)


class Nothing(Record):
    """本期无: nothing happened, and somebody signs for it."""

    signed: Words = label("签署", "Signed by", _PUBLIC)
    day: Day = label("日期", "Date", _PUBLIC)


class MonthFile(Record):
    """One month of one book."""

    period: Month = label("期间", "Period", _PUBLIC, help=Text("与文件名相同，例如 2026-03", "Same as the file name, e.g. 2026-03"))
    start: Day | None = label("起", "From", _PUBLIC, default=None, help=Text("不按自然月结账时写", "Where the period is not the calendar month"))
    end: Day | None = label("止", "To", _PUBLIC, default=None)
    defaults: Defaults = label("默认", "Defaults", _PUBLIC, default=Defaults.model_construct())
    lines: Many[Line] = label("收支", "Receipts and payments", _PUBLIC, default=(), strict=False)
    plans: Many[Plan] = label("计划", "Planned spending", _PUBLIC, default=(), strict=False)
    plans_published: Day | None = label(
        "计划公布日", "Plans published on", _PUBLIC, default=None, help=Text("下面各项计划贴出来、上网的那天", "The day the plans were posted")
    )
    nothing: Nothing | None = label("本期无", "Nothing this period", _PUBLIC, default=None)
    closing: Closing | None = label("结账", "Closing", _PUBLIC, default=None)
    note: Words | None = label("备注", "Note", Privacy.INTERNAL, default=None)
