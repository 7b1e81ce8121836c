"""The tables of claims and debts for download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.debts import sentences
from mingbai.kinds.debts.register import Standing, bounds, standings
from mingbai.pages import Column, Dataset
from mingbai.values.rates import percent
from mingbai.values.text import Text

_ID = Column("id", Text("编号：账簿/登记编号", "Id: book/number"))

DEBTS = (
    Column("book", Text("账簿编号", "Id of the book")),
    _ID,
    Column("nature", Text("性质：应收、借出、应付、借入、担保", "Receivable, lent, payable, borrowed or guarantee")),
    Column("other", Text("对方", "Other side")),
    Column("other_kind", Text("对方类别", "Kind of other side")),
    Column("arose", Text("发生日", "Arose on"), "date"),
    Column("reason", Text("原因", "Reason")),
    Column("amount", Text("金额（元），本金", "Principal (yuan)"), "money"),
    Column(
        "settled",
        Text("已结（元），含账簿启用以前，退款和冲正已扣除", "Settled (yuan), before the book too, refunds and reversals taken off"),
        "money",
    ),
    Column("written_off", Text("核销（元）", "Written off (yuan)"), "money"),
    Column("left", Text("余额（元）", "Outstanding (yuan)"), "money"),
    Column("due", Text("到期日", "Due on"), "date"),
    Column("days_overdue", Text("逾期天数，没有逾期为 0", "Days overdue, 0 where it is not"), "integer"),
    Column("age", Text("账龄，从发生日算起", "Band of age, from the day it arose")),
    Column("rate", Text("年利率", "Interest for a year")),
    Column("interest_accrued", Text("应计利息（元），按天单利", "Interest that has arisen (yuan), simple, by the day"), "money"),
    Column("interest_settled", Text("已结利息（元）", "Interest settled (yuan)"), "money"),
    Column("decision", Text("决议", "Decision")),
    Column("risk", Text("风险说明", "Statement of risk")),
    Column("measures", Text("清收措施", "What is done to collect it")),
    Column("responsible", Text("责任人", "Responsible")),
)
LINES = (
    _ID,
    Column("date", Text("日期", "Date"), "date"),
    Column("line", Text("收支编号：账簿/期间/凭证；核销为空", "Id of the line; empty for a write-off")),
    Column("principal", Text("结清的本金（元），冲回为负", "Principal settled (yuan), negative where undone"), "money"),
    Column("interest", Text("结清的利息（元）", "Interest settled (yuan)"), "money"),
    Column("written_off", Text("核销（元）", "Written off (yuan)"), "money"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Claims and debts, and what settled them; nothing where no book keeps a register."""
    every = sorted(view.books.derived(standings), key=lambda s: (s.book.id, s.debt.at_))
    if every:
        bands = sentences.bands(bounds(view.books))
        yield Dataset(
            "finance-debts",
            Text("债权债务", "Claims and debts"),
            DEBTS,
            [_row(s, bands) for s in every],
            key=("id",),
            each=Text("每行一笔债权或债务", "One claim or debt a row"),
        )
        lines = [row for s in every for row in _lines(s)]
        yield Dataset(
            "finance-debt-lines",
            Text("债权债务的结清和核销", "Settlements and write-offs"),
            LINES,
            lines,
            key=("id", "date", "line"),
            each=Text("每行结清或核销的一笔", "One settlement or write-off a row"),
        )


def _row(s: Standing, bands: tuple[str, ...]) -> tuple[Any, ...]:
    d = s.debt
    said = (s.book.id, s.id, d.nature.zh, d.other, d.other_kind.zh, d.day, d.reason, d.amount)
    money = (s.settled + (d.before or 0), s.written_off, s.left, d.due, s.late_days, bands[s.band])
    interest = (percent(d.rate), s.accrued, s.interest) if d.rate else (None, None, None)
    return (*said, *money, *interest, d.decision, d.risk, d.measures, d.responsible)


def _lines(s: Standing) -> Iterator[tuple[Any, ...]]:
    moved = [(m.posted.line.date, m.posted.id, m.principal, m.interest, 0) for m in s.moved if m.principal or m.interest]
    given_up = [(w.day, None, 0, 0, w.amount) for w in s.debt.written_off]
    yield from ((s.id, *one) for one in sorted([*moved, *given_up], key=lambda row: (row[0], row[1] or "")))
