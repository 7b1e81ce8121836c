"""A book in double entry in the neutral journal: the accounts of its chart, every debit and credit, every account's balance each month.

An account of the chart is named by number and name below its root; a sub-account below its parent, a bank account below 银行存款.
Where the chart changes, one transaction carries the balances over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from mingbai.exporting.names import Names
from mingbai.exporting.parts import Account, Posting, Transaction
from mingbai.kinds.finance.posting.chart import BookChart, LedgerAccount
from mingbai.kinds.finance.posting.double import DoubleLedger, DoubleMonth
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.ledger import Balances, MonthLedger
from mingbai.packs import AccountClass, Side

_ROOTS = {
    AccountClass.ASSET: "assets",
    AccountClass.COST: "assets",
    AccountClass.LIABILITY: "liabilities",
    AccountClass.EQUITY: "equity",
}


class DoubleChart:
    """The accounts of one book in double entry, named as they are first used."""

    def __init__(self, double: DoubleLedger) -> None:
        self.double, self.book = double, double.ledger.book
        self.months = {id(m.month): m for m in double.months}
        self.funds = {f.id: f.name for f in double.ledger.funds}
        self.names = Names()
        self.used: dict[Account, str] = {self.fund(id): name for id, name in self.funds.items()}
        self.used |= {self._control: "资金合计"} if self.funds else {}
        self.chart = double.months[0].chart

    @property
    def _control(self) -> Account:
        return "equity", self.book.id, "control"

    def fund(self, id: str) -> Account:
        return "equity", self.book.id, "funds", id

    def account(self, chart: BookChart, number: str, money: str = "") -> Account:
        """An account of the chart; `money`: the bank account or cash box below it."""
        one = chart.accounts[number]
        above = (self._part(chart.accounts[one.parent]),) if one.parent else ()
        root = _ROOTS.get(one.kind) or ("income" if one.side is Side.CREDIT else "expenses")
        named = (root, self.book.id, *above, self._part(one), *((money,) if money else ()))
        self.used.setdefault(named, money or one.words)
        return named

    def _part(self, one: LedgerAccount) -> str:
        return self.names.of(f"{one.number}-{one.name}")

    def accounts(self) -> tuple[tuple[Account, str], ...]:
        return tuple(sorted(self.used.items()))

    def opening(self, start: Balances) -> Iterator[Posting]:
        yield from self._held(self.chart, self.double.months[0].opening, start.accounts)
        if self.funds:
            yield from (Posting(self.fund(id), -start.funds.get(id, 0)) for id in self.funds)
            yield Posting(self._control, sum(start.funds.get(id, 0) for id in self.funds))

    def carried(self, month: MonthLedger) -> Iterator[Transaction]:
        """The balances under the numbers of another chart, where the month has another than the one before."""
        at = self.months.get(id(month))
        if at is None or at.chart is self.chart:
            return
        before, self.chart = self.chart, at.chart
        old = next(m for m in reversed(self.double.months) if m.chart is before)
        money = month.opening.accounts
        moved = [*((a, -fen) for a, fen in self._held(before, old.closing, money)), *self._held(at.chart, at.opening, money)]
        postings = tuple(Posting(a, fen) for a, fen in moved if fen)
        yield Transaction(month.first, "新旧衔接", "", f"科目改用{at.chart.chart.name}", (), postings)

    def postings(self, posted: Posted) -> Iterator[Posting]:
        """Every debit (positive) and credit of a line; fund against control."""
        to_funds: dict[str, int] = defaultdict(int)
        for words, fen in posted.legs:
            found = self.chart.find(words)
            if found is not None:
                yield Posting(self.account(self.chart, found.number), fen)
        for entry in posted.entries:
            if entry.account:
                yield Posting(self.account(self.chart, self.chart.money[entry.account], entry.account), entry.fen)
            other = self.chart.find(entry.category) if entry.category else None
            if other is not None:
                yield Posting(self.account(self.chart, other.number), -entry.fen)
            if entry.fund in self.funds:
                to_funds[entry.fund] += entry.fen
        yield from (Posting(self.fund(id), -fen) for id, fen in to_funds.items())
        if total := sum(to_funds.values()):
            yield Posting(self._control, total)

    def balances(self, month: MonthLedger) -> Iterator[Posting]:
        at: DoubleMonth | None = self.months.get(id(month))
        if at is not None:
            yield from self._held(at.chart, at.closing, month.closing.accounts)
        yield from (Posting(self.fund(id), -month.closing.funds.get(id, 0)) for id in self.funds)

    def _held(self, chart: BookChart, held: Mapping[str, int], money: Mapping[str, int]) -> Iterator[Posting]:
        """Every account of the chart with what it holds; where money lies, each bank account and cash box by itself."""
        of_money = set(chart.money.values())
        for id, number in chart.money.items():
            yield Posting(self.account(chart, number, id), money.get(id, 0))
        for number, fen in sorted(held.items()):
            if number not in of_money:
                yield Posting(self.account(chart, number), fen)
