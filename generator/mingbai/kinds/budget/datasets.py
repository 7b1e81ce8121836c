"""The tables of budgets for download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.budget.outturn import Year, budgets
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_BOOK = Column("book", Text("账簿编号", "Id of the book"))
_YEAR = Column("year", Text("年度", "Year"), "integer")

BUDGET = (
    _BOOK,
    _YEAR,
    Column("number", Text("预算项目的编号，预算没有列的空着", "Number of the item, empty for what the budget does not know")),
    Column("direction", Text("方向：收入、支出", "Income or expense")),
    Column("category", Text("科目", "Category")),
    Column("fund", Text("资金编号，空着是其余各项资金", "Id of the fund; empty: all others")),
    Column("last_year", Text("上年决算（元）", "Outturn of last year (yuan)"), "money"),
    Column("voted", Text("预算（元）", "Budget as voted (yuan)"), "money"),
    Column("changed", Text("调整（元）", "Changes (yuan)"), "money"),
    Column("revised", Text("调整后预算（元）", "Budget with changes (yuan)"), "money"),
    Column("half_year", Text("上半年执行（元）", "First half-year (yuan)"), "money"),
    Column("outturn", Text("执行（元），冲正和退款已扣除", "Outturn (yuan), reversals and refunds taken off"), "money"),
    Column("rate", Text("执行率（千分之几）", "Outturn per thousand of the changed budget"), "integer"),
    Column("note", Text("说明", "Explanation")),
)
CHANGES = (
    _BOOK,
    _YEAR,
    Column("date", Text("日期", "Date"), "date"),
    Column("number", Text("预算项目的编号", "Number of the item")),
    Column("amount", Text("调整（元），调减为负", "Change (yuan), negative where it takes away"), "money"),
    Column("reason", Text("原因", "Reason")),
    Column("decision", Text("决议", "Decision")),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Items with their outturn, and changes; nothing where no book has a budget."""
    years = view.books.derived(budgets)
    if years:
        each = Text(
            "每行一个预算项目和它的执行；预算没有列的科目也各一行", "One item and its outturn a row, and one for each category outside the budget"
        )
        rows = [row for y in years for row in _rows(y)]
        yield Dataset("finance-budget", Text("预算和执行", "Budget and outturn"), BUDGET, rows, key=("book", "year", "number"), each=each)
        changes = [(y.book, y.year, c.day, c.item, c.fen, c.reason, c.decision) for y in years for c in y.file.changes]
        yield Dataset(
            "finance-budget-changes",
            Text("预算调整", "Changes of budgets"),
            CHANGES,
            changes,
            key=("book", "date", "number"),
            each=Text("每行一次预算调整", "One change of a budget a row"),
        )


def _rows(y: Year) -> Iterator[tuple[Any, ...]]:
    for e in y.executed:
        i = e.item
        said = (y.book, y.year, i.number, i.direction.zh, i.category, i.fund)
        yield (*said, i.last, i.amount, e.revised - i.amount, e.revised, e.half, e.done, e.rate, i.note)
    for u in y.unknown:
        other = (y.book, y.year, None, u.key.direction.zh, u.key.category or None, u.key.fund or None)
        yield (*other, None, None, None, None, None, u.fen, None, None)
