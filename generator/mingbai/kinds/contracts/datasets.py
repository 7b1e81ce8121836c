"""The tables of contracts for download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.contracts.register import Standing, standings
from mingbai.pages import Column, Dataset
from mingbai.values.measures import decimal
from mingbai.values.text import Text

_ID = Column("id", Text("编号：账簿/合同编号", "Id: book/number"))

CONTRACTS = (
    Column("book", Text("账簿编号", "Id of the book")),
    _ID,
    Column("name", Text("名称", "Name")),
    Column("kind", Text("类型", "Kind")),
    Column("written", Text("书面合同：有、无", "Whether there is a written contract")),
    Column("party_a", Text("甲方，空着是这本账的主体", "Party A; empty: whose book it is")),
    Column("party_b", Text("乙方", "Party B")),
    Column("party_b_kind", Text("乙方类别", "Kind of party B")),
    Column("subject", Text("标的", "Subject")),
    Column("quantity", Text("面积或数量", "Area or number")),
    Column("unit", Text("单位", "Unit")),
    Column("direction", Text("方向：收、付", "Direction")),
    Column("start", Text("起", "From"), "date"),
    Column("end", Text("止，变更以后", "To, after changes"), "date"),
    Column("signed", Text("签订日", "Signed on"), "date"),
    Column("total", Text("总金额（元），变更以后", "Sum of the whole term (yuan), after changes"), "money"),
    Column("deposit", Text("押金（元）", "Deposit (yuan)"), "money"),
    Column("valuation", Text("评估价（元）", "Valuation (yuan)"), "money"),
    Column("procedure", Text("交易方式", "Procedure")),
    Column("decision", Text("决议", "Decision")),
    Column("state", Text("状态", "State")),
    Column("due", Text("到期应收付（元）", "Fallen due (yuan)"), "money"),
    Column("paid", Text("已收付（元），退款和冲正已扣除", "Received or paid (yuan), refunds and reversals taken off"), "money"),
    Column("owed", Text("到期未收付（元）", "Due and not paid (yuan)"), "money"),
    Column("overdue", Text("逾期（元）", "Overdue (yuan)"), "money"),
    Column("overdue_since", Text("最早逾期的到期日", "Oldest overdue day"), "date"),
    Column("renews", Text("续签自", "Renews")),
    Column("ended", Text("终止日", "Ended on"), "date"),
    Column("end_reason", Text("终止原因", "Why it ended")),
)
PLAN = (
    _ID,
    Column("number", Text("期次", "Number")),
    Column("due", Text("到期日", "Due"), "date"),
    Column("amount", Text("金额（元）", "Amount (yuan)"), "money"),
    Column("paid", Text("已收付（元），先到期的先抵", "Received or paid (yuan), the oldest first"), "money"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Contracts and their plans; nothing where no book keeps a register."""
    every = view.books.derived(standings)
    if every:
        ordered = sorted(every, key=lambda s: (s.book, s.contract.at_))
        yield Dataset(
            "finance-contracts",
            Text("合同", "Contracts"),
            CONTRACTS,
            [_row(s) for s in ordered],
            key=("id",),
            each=Text("每行一份合同", "One contract a row"),
        )
        plan = [(s.id, p.due.number, p.due.day, p.due.fen, p.paid) for s in ordered for p in s.plan]
        yield Dataset(
            "finance-contract-plans",
            Text("合同收付计划", "Instalments of contracts"),
            PLAN,
            plan,
            key=("id", "number"),
            each=Text("每行合同的一期款", "One instalment of a contract a row"),
        )


def _row(s: Standing) -> tuple[Any, ...]:
    c = s.contract
    size = decimal(c.quantity) if c.quantity is not None else None
    said = (s.book, s.id, c.name, c.sort.zh, c.paper.zh, c.ours, c.other, c.other_kind.zh, c.subject, size, c.unit, c.flow.zh)
    money = (c.start, s.last, c.signed, s.total, c.deposit, c.valuation, c.procedure.zh if c.procedure else None, c.decision)
    ended = (c.ending.day, c.ending.reason) if c.ending else (None, None)
    return (*said, *money, s.state.zh, s.due_fen, s.paid_fen, s.owed, s.overdue_fen, s.late, c.renews, *ended)
