"""What the pages of years, half-years and quarters show, as a table: beside each page its own rows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from mingbai.books import Books
from mingbai.kinds.community.registers import period_address
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.statements.comparing import parties
from mingbai.kinds.finance.statements.ranges import projects
from mingbai.kinds.finance.statements.statement import halves, quarters, statement, years
from mingbai.pages import Column, Dataset
from mingbai.values.periods import Period
from mingbai.values.text import Text

_MONEY = "money"
COLUMNS = (
    Column("book", Text("账簿编号", "Id of the book")),
    Column("period", Text("期间：2026 全年，2026-H1 半年，2026-Q1 季度", "Period: 2026 a year, 2026-H1 a half-year, 2026-Q1 a quarter")),
    Column(
        "by",
        Text(
            "按什么分：total 合计，month 月份，category 科目，party 对方类别，project 项目，fund 资金，account 账户",
            "Divided by: total, month, category, kind of party, project, fund or account",
        ),
    ),
    Column("id", Text("月份、科目、类别或编号；没有写明的是空的", "Month, category, kind or id; empty where none is said")),
    Column("name", Text("名称", "Name")),
    Column("lines", Text("笔数", "Lines"), "integer"),
    Column("opening", Text("期初（元）", "Opening balance (yuan)"), _MONEY),
    Column("income", Text("收入（元）", "Income (yuan)"), _MONEY),
    Column("expense", Text("支出（元）", "Expense (yuan)"), _MONEY),
    Column("moved", Text("账簿内转入减转出（元）", "Moved in less moved out inside the book (yuan)"), _MONEY),
    Column("closing", Text("期末（元）", "Closing balance (yuan)"), _MONEY),
)


def stretches(books: Books) -> Dataset:
    """Every year, half-year and quarter of every book, divided in every way its page divides it."""
    return Dataset(
        "finance-statements",
        Text("全年、半年、季度的收支", "Years, half-years and quarters"),
        COLUMNS,
        [
            row
            for _, ledger in sorted(books.derived(ledgers).items())
            for period, months in _of(ledger)
            for row in _rows(books, ledger, period, months)
        ],
        key=("book", "period", "by", "id"),
        page=lambda row: period_address(row[0], Period.parse(row[1])),
        each=Text("每行一本账的一段时间里的一个科目、一项资金等", "One category, fund etc. of a stretch of time of one book a row"),
    )


def _of(ledger: BookLedger) -> Iterator[tuple[Period, Sequence[MonthLedger]]]:
    every = ledger.months
    yield from ((_period(year, 12, 1), months) for year, months in years(every).items())
    yield from ((_period(year, 6, n), months) for (year, n), months in halves(every).items())
    yield from ((_period(year, 3, n), months) for (year, n), months in quarters(every).items())


def _period(year: int, months: int, n: int) -> Period:
    return Period.of(datetime.date(year, n * months, 1), months)


def _rows(books: Books, ledger: BookLedger, period: Period, months: Sequence[MonthLedger]) -> Iterator[tuple[Any, ...]]:
    made = statement(books, ledger, months)
    at = (ledger.book.id, str(period))
    yield *at, "total", "", "合计", made.lines, made.opening, made.income, made.expense, None, made.closing
    for m in months:
        yield *at, "month", str(m.month), str(m.month), len(m.posted), m.opening.total, m.income, m.expense, None, m.closing.total
    came, went = ({a.name: a.fen for a in amounts} for amounts in (made.incomes, made.expenses))
    for name in dict.fromkeys((*came, *went)):
        yield *at, "category", name, name, None, None, came.get(name, 0), went.get(name, 0), None, None
    for party in parties(ledger, months):
        yield *at, "party", party.key, party.name, party.lines, None, party.income, party.expense, None, None
    by_project = tuple(projects(books, (p for m in months for p in m.posted)))
    for one in by_project if any(p.id for p in by_project) else ():
        yield *at, "project", one.id, one.name or "不属于项目", one.lines, None, one.income, one.expense, None, None
    for by, flows in (("fund", made.funds if made.divided else ()), ("account", made.accounts)):
        for f in flows:
            yield *at, by, f.id, f.name, None, f.opening, f.income, f.expense, f.moved, f.closing
