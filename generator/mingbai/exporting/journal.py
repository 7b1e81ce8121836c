"""The neutral journal: accounts, transactions that balance, balances to be proved; all amounts in fen.

Four families of accounts, each below its book: `assets` (where money lies), `income` and `expenses` (by category), and
`equity`. What a fund holds is a claim on the book's money, so funds stand below `equity:<book>:funds`, with `control` as the
counterpart of all of them: an expense of a fund is two pairs, account against category and fund against control.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from mingbai.books import Books
from mingbai.exporting.double import DoubleChart
from mingbai.exporting.names import Names
from mingbai.exporting.parts import Account, Book, Journal, Month, Posting, Transaction
from mingbai.kind import View
from mingbai.kinds.finance.posting.double import double_ledgers
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import Balances, BookLedger, MonthLedger, ledgers, opening_of
from mingbai.kinds.finance.records import Line
from mingbai.schema.record import Record, fields
from mingbai.values.money import plain
from mingbai.values.terms import Term


def journal(view: View, community: str) -> Journal:
    """The journal of what may be published; the community has been checked and has no errors."""
    books = view.books
    return Journal(community, books.as_of, tuple(_book(books, ledger) for ledger in books.derived(ledgers).values()))


def _book(books: Books, ledger: BookLedger) -> Book:
    double = books.derived(double_ledgers).get(ledger.book.id)
    chart = DoubleChart(double) if double is not None and double.months else _Chart(ledger)
    start = ledger.months[0].opening if ledger.months else opening_of(ledger.book, ledger.funds)
    opening = tuple(chart.opening(start))
    months = tuple(_month(chart, m) for m in ledger.months)
    first = [t.day for m in months for t in m.transactions]
    return Book(ledger.book.name, min((ledger.book.begins, *first)), chart.accounts(), opening, months)


class _Chart:
    """The accounts of one book, named as they are first used."""

    def __init__(self, ledger: BookLedger) -> None:
        self.book, self.funds = ledger.book.id, {f.id: f.name for f in ledger.funds}
        self.kept = {a.id: a.name for a in ledger.book.accounts}
        self.categories = Names()
        self.used: dict[Account, str] = {self.asset(id): name for id, name in self.kept.items()}
        self.used |= {self.fund(id): name for id, name in self.funds.items()}
        self.used |= {self.equity("opening"): "期初结余"} | ({self.equity("control"): "资金合计"} if self.funds else {})

    def asset(self, id: str) -> Account:
        return "assets", self.book, id

    def fund(self, id: str) -> Account:
        return "equity", self.book, "funds", id

    def equity(self, what: str) -> Account:
        return "equity", self.book, what

    def category(self, column: Column, name: str) -> Account:
        account = "income" if column is Column.INCOME else "expenses", self.book, self.categories.of(name or "未分科目")
        self.used.setdefault(account, name or "未分科目")
        return account

    def accounts(self) -> tuple[tuple[Account, str], ...]:
        return tuple(sorted(self.used.items()))

    def opening(self, start: Balances) -> Iterator[Posting]:
        for id in self.kept:
            yield Posting(self.asset(id), start.accounts.get(id, 0))
        yield Posting(self.equity("opening"), -sum(start.accounts.get(id, 0) for id in self.kept))
        if self.funds:
            yield from (Posting(self.fund(id), -start.funds.get(id, 0)) for id in self.funds)
            yield Posting(self.equity("control"), sum(start.funds.get(id, 0) for id in self.funds))

    def postings(self, posted: Posted) -> Iterator[Posting]:
        """Account against category, fund against control; a move inside the book has neither category nor control."""
        to_funds: dict[str, int] = defaultdict(int)
        for entry in posted.entries:
            if entry.account:
                yield Posting(self.asset(entry.account), entry.fen)
            if entry.column is not Column.MOVE:
                yield Posting(self.category(entry.column, entry.category), -entry.fen)
            if entry.fund in self.funds:
                to_funds[entry.fund] += entry.fen
        yield from (Posting(self.fund(id), -fen) for id, fen in to_funds.items())
        if total := sum(to_funds.values()):
            yield Posting(self.equity("control"), total)

    def carried(self, month: MonthLedger) -> Iterator[Transaction]:
        """Nothing: only a chart of accounts is ever changed for another."""
        return iter(())

    def balances(self, month: MonthLedger) -> Iterator[Posting]:
        held = month.closing
        yield from (Posting(self.asset(id), held.accounts.get(id, 0)) for id in self.kept)
        yield from (Posting(self.fund(id), -held.funds.get(id, 0)) for id in self.funds)


def _month(chart: _Chart | DoubleChart, month: MonthLedger) -> Month:
    made = (*chart.carried(month), *(_transaction(chart, p) for p in month.posted))
    return Month(month.last, made, tuple(chart.balances(month)), tuple(_closing(month)))


def _transaction(chart: _Chart | DoubleChart, posted: Posted) -> Transaction:
    line = posted.line
    summary = line.summary or line.kind.zh
    return Transaction(line.date, line.voucher, line.party or "", summary, tuple(_facts(posted)), tuple(chart.postings(posted)))


_SAID = frozenset(("date", "voucher", "party", "summary", "amount"))
"""Fields that a transaction states by itself."""


def _facts(posted: Posted) -> Iterator[tuple[str, str]]:
    """Every other field of a line that is public, defaults of the month filled in."""
    line = posted.line
    filled = {"handler": posted.handler, "witness": posted.witness, "approver": posted.approver}
    yield "id", posted.id
    for name in fields(Line):
        if name not in _SAID:
            value = filled.get(name, getattr(line, name)) if name != "approver" or line.approver is None else line.approver
            yield from _told(name.replace("_", "-"), line, name, value)


def _told(key: str, record: Record, name: str, value: Any) -> Iterator[tuple[str, str]]:
    if value is None or value in ((), {}):
        return
    if isinstance(value, Record):
        for inner in fields(type(value)):
            yield from _told(f"{key}-{inner.replace('_', '-')}", value, inner, getattr(value, inner))
    elif isinstance(value, tuple):
        for one in value:
            yield from _told(key, record, name, one)
    elif isinstance(value, dict):
        yield from ((key, f"{k}：{v}") for k, v in value.items())
    elif isinstance(value, Term):
        yield key, value.zh
    elif isinstance(value, int) and (unit := fields(type(record))[name].unit) is not None and unit.zh == "元":
        yield key, plain(value)
    else:
        yield key, str(value)


def _closing(month: MonthLedger) -> Iterable[tuple[str, str]]:
    """What people asserted of the month: statements, counts, the review, that nothing happened."""
    file = month.file
    yield "period", str(month.month)
    for what in ("closing", "nothing", "plans"):
        value = getattr(file, what)
        yield from _told(what, file, what, value)
