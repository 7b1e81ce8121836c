"""The tables of finance for download; names and columns are stable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.kind import View
from mingbai.kinds.finance.pages.stretches import stretches
from mingbai.kinds.finance.pages.views import month_address
from mingbai.kinds.finance.posting.entries import Column as Side
from mingbai.kinds.finance.posting.entries import Entry, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.statements.corrections import Change, Correction, corrections
from mingbai.kinds.finance.statements.planning import planned
from mingbai.kinds.finance.statements.ranges import days
from mingbai.kinds.finance.statements.statement import statement
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_BOOK = Column("book", Text("账簿编号", "Id of the book"))
_PERIOD = Column("period", Text("期间（年-月）", "Period (year-month)"))
_FLOW = (
    Column("opening", Text("期初（元）", "Opening balance (yuan)"), "money"),
    Column(
        "income",
        Text("收入（元），冲正和退款已扣除，不含账簿内转账", "Income (yuan), reversals and refunds taken off, transfers inside the book left out"),
        "money",
    ),
    Column(
        "expense",
        Text("支出（元），冲正和退款已扣除，不含账簿内转账", "Expense (yuan), reversals and refunds taken off, transfers inside the book left out"),
        "money",
    ),
)
_CLOSING = Column("closing", Text("期末（元）", "Closing balance (yuan)"), "money")

PERIODS = (_BOOK, _PERIOD, *_FLOW, _CLOSING)
BALANCES = (
    _BOOK,
    _PERIOD,
    Column("by", Text("按什么分：account 账户，fund 资金", "Divided by: account or fund")),
    Column("id", Text("账户或资金编号", "Id of the account or fund")),
    Column("name", Text("名称", "Name")),
    *_FLOW,
    Column("moved", Text("账簿内转入减转出（元）", "Moved in less moved out inside the book (yuan)"), "money"),
    _CLOSING,
)
DAILY = (
    _BOOK,
    Column("by", Text("按什么分：account 账户，fund 资金", "Divided by: account or fund")),
    Column("id", Text("账户或资金编号", "Id of the account or fund")),
    Column("name", Text("名称", "Name")),
    Column("date", Text("日期，只列有进出的日子", "Date; only days on which something moved"), "date"),
    *_FLOW,
    Column("moved", Text("账簿内转入减转出（元）", "Moved in less moved out inside the book (yuan)"), "money"),
    _CLOSING,
)
LINES = (
    _BOOK,
    _PERIOD,
    Column("id", Text("编号：账簿/期间/凭证", "Id: book/period/voucher")),
    Column("voucher", Text("凭证", "Voucher")),
    Column("date", Text("日期", "Date"), "date"),
    Column("kind", Text("类型", "Kind")),
    Column("share", Text("分摊的第几部分，未分摊为 1", "Number of the share, 1 where not divided"), "integer"),
    Column("summary", Text("摘要", "Summary")),
    Column("party", Text("对方", "Other party")),
    Column("party_kind", Text("对方类别", "Kind of party")),
    Column("income", Text("收入（元）", "Income (yuan)"), "money"),
    Column("expense", Text("支出（元）", "Expense (yuan)"), "money"),
    Column("moved", Text("账簿内转账（元）", "Moved inside the book (yuan)"), "money"),
    Column("account", Text("账户", "Account")),
    Column("to_account", Text("转入账户", "To account")),
    Column("fund", Text("资金", "Fund")),
    Column("to_fund", Text("转入资金", "To fund")),
    Column("category", Text("科目", "Category")),
    Column("other_book", Text("另一本账簿", "Other book")),
    Column("documents", Text("票据", "Documents")),
    Column("handler", Text("经办", "Handled by")),
    Column("witness", Text("证明", "Witnessed by")),
    Column("approver", Text("审批", "Approved by")),
    Column("decision", Text("决议", "Decision")),
    Column("plan", Text("计划", "Plan")),
    Column("undoes", Text("冲正、退款或更正的凭证", "Line reversed, refunded or corrected")),
    Column("reason", Text("原因", "Reason")),
    Column("countersigned", Text("会签", "Countersigned by")),
    Column("document_date", Text("票据日期，与付款日不同时", "Date of the document, where it differs"), "date"),
    Column("relation", Text("关联说明", "Declared relation")),
    Column("project", Text("项目", "Project")),
    Column("levy", Text("筹资", "Levy")),
    Column("distribution", Text("分配", "Distribution")),
)
PLANS = (
    _BOOK,
    _PERIOD,
    Column("id", Text("编号：账簿/期间/计划", "Id: book/period/number")),
    Column("matter", Text("事项", "Matter")),
    Column("estimate", Text("预计金额（元）", "Estimate (yuan)"), "money"),
    Column("spent", Text("已支出（元）", "Spent (yuan)"), "money"),
    Column("fund", Text("资金", "Fund")),
    Column("category", Text("科目", "Category")),
    Column("decision", Text("决议", "Decision")),
    Column("published", Text("公布日", "Published on"), "date"),
    Column("unspent", Text("未支出原因", "Why nothing was spent")),
)


CORRECTIONS = (
    Column("date", Text("更正日期", "Date of the correction"), "date"),
    _BOOK,
    Column("id", Text("更正的编号：账簿/期间/凭证", "Id of the correction: book/period/voucher")),
    Column("kind", Text("类型：冲正、更正", "Kind: reversal or correction")),
    Column("corrects", Text("被更正的编号", "Id of the line it concerns")),
    Column("what", Text("改了什么", "What changed")),
    Column("before", Text("原来", "Before")),
    Column("after", Text("改成", "After")),
    Column("difference", Text("对余额的影响（元）", "Effect on the balance (yuan)"), "money"),
    Column("reason", Text("原因", "Reason")),
    Column("allowed_by", Text("批准", "Allowed by")),
    Column("closed", Text("那个月结账的日期", "When that month was closed"), "date"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Periods, balances, days, lines, plans; sorted by book, period and the order of the lines."""
    books = view.books
    all_ledgers = sorted(books.derived(ledgers).items())
    months = [(ledger, m) for _, ledger in all_ledgers for m in ledger.months]
    yield Dataset(
        "finance-periods",
        Text("各月收支", "Income and expense by month"),
        PERIODS,
        [_period(m) for _, m in months],
        key=("book", "period"),
        each=Text("每行一本账的一个月", "One month of one book a row"),
    )
    yield stretches(books)
    balances = [row for ledger, m in months for row in _balances(books, ledger, m)]
    yield Dataset(
        "finance-balances",
        Text("资金和账户各月余额", "Balances by month"),
        BALANCES,
        balances,
        key=("book", "period", "by", "id"),
        each=Text("每行一个账户或一项资金的一个月", "One account or fund in one month a row"),
    )
    daily = [row for _, ledger in all_ledgers for row in _daily(ledger)]
    yield Dataset(
        "finance-daily",
        Text("资金和账户逐日余额", "Balances by day"),
        DAILY,
        daily,
        key=("book", "by", "id", "date"),
        each=Text("每行一个账户或一项资金有进出的一天", "One account or fund on a day on which it moved a row"),
    )
    lines = [row for _, m in months for p in m.posted for row in _line(m, p)]
    yield Dataset(
        "finance-lines",
        Text("收支逐笔明细", "Lines of the accounts"),
        LINES,
        lines,
        key=("id", "share"),
        page=_page,
        each=Text("每行一笔收支，分摊的每部分一行", "One line a row, a divided line one row a share"),
    )
    corrected = [row for c in books.derived(corrections) for row in _corrected(c)]
    yield Dataset(
        "finance-corrections",
        Text("财务更正", "Corrections of the accounts"),
        CORRECTIONS,
        corrected,
        key=("id", "what"),
        each=Text("每行更正的一个栏目", "One changed field of a correction a row"),
    )
    yield Dataset(
        "finance-plans",
        Text("支出计划", "Planned spending"),
        PLANS,
        [row for _, m in months for row in _plans(books, m)],
        key=("id",),
        each=Text("每行一项事前公布的支出计划", "One planned spending a row"),
    )


def _page(row: tuple[Any, ...]) -> str:
    """The month page on which a line stands."""
    return month_address(row[0], row[1])


def _period(m: MonthLedger) -> tuple[Any, ...]:
    return m.book.id, str(m.month), m.opening.total, m.income, m.expense, m.closing.total


def _balances(books: Books, ledger: BookLedger, m: MonthLedger) -> Iterator[tuple[Any, ...]]:
    made = statement(books, ledger, [m])
    for by, flows in (("account", made.accounts), ("fund", made.funds)):
        for f in flows:
            if f.id or f.opening or f.closing or f.income or f.expense:
                yield m.book.id, str(m.month), by, f.id, f.name, f.opening, f.income, f.expense, f.moved, f.closing


def _daily(ledger: BookLedger) -> Iterator[tuple[Any, ...]]:
    """By account, then by fund; the days of one follow one another, each opening with what the day before it closed with."""
    for by in ("account", "fund"):
        for id, name, d in days(ledger, by):
            yield ledger.book.id, by, id, name, d.day, d.opening, d.income, d.expense, d.moved, d.closing


def _line(m: MonthLedger, p: Posted) -> Iterator[tuple[Any, ...]]:
    """One row for each part of a line; a transfer's two ends are one row."""
    line = p.line
    entries = p.entries if p.column is not Side.MOVE else p.entries[:1]
    accounts = [e.account for e in p.entries if e.account] if p.column is Side.MOVE else []
    funds = [e.fund for e in p.entries if e.fund] if p.column is Side.MOVE else []
    for n, entry in enumerate(entries or (Entry(line.date, Side.MOVE, "", "", "", 0),), 1):  # 记账 moves no money
        income = entry.fen if p.column is Side.INCOME else None
        expense = -entry.fen if p.column is Side.EXPENSE else None
        moved = -entry.fen if p.column is Side.MOVE and p.entries else None
        yield (
            m.book.id,
            str(m.month),
            p.id,
            line.voucher,
            line.date,
            line.kind.zh,
            n,
            line.summary,
            line.party,
            line.party_kind.zh if line.party_kind else None,
            income,
            expense,
            moved,
            accounts[0] if accounts else entry.account or None,
            accounts[1] if len(accounts) > 1 else None,
            funds[0] if funds else entry.fund or None,
            funds[1] if len(funds) > 1 else None,
            entry.category or None,
            line.to_book or line.from_book,
            "、".join(line.documents) or None,
            p.handler,
            p.witness,
            p.approver,
            line.decision,
            line.plan,
            line.undoes,
            line.reason,
            "、".join(line.countersigned) or None,
            line.paper_day,
            line.relation,
            line.project,
            line.levy,
            line.distribution,
        )


def _corrected(c: Correction) -> Iterator[tuple[Any, ...]]:
    line = c.posted.line
    for change in c.changes or (Change("", "", ""),):
        said = (line.kind.zh, c.first.id, change.what, change.before, change.after, c.difference, line.reason, line.allowed_by)
        yield line.date, c.ledger.book.id, c.posted.id, *said, c.was_closed


def _plans(books: Books, m: MonthLedger) -> Iterator[tuple[Any, ...]]:
    for p in books.derived(planned)[m.book.id]:
        if p.month is m:
            plan = p.plan
            said = (p.id, plan.matter, plan.estimate, p.spent, plan.fund, plan.category, plan.decision)
            yield m.book.id, str(m.month), *said, p.published, plan.unspent
