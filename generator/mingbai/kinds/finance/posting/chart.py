"""The chart of a book kept in double entry: what an account of it is called, which side it grows on, what lies below it.

A month uses the chart that the book names, else the one in force on the month's last day. Own sub-accounts (明细科目) stand below the
account whose number theirs begins with; an account with sub-accounts is not posted to itself.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mingbai.books import Books
from mingbai.kinds.community.records import Account, AccountKind, Book, Keeping
from mingbai.packs import AccountClass, Chart, Side, in_force

TOP = 3
"""Digits of an account of the chart; more make a sub-account."""


@dataclass(frozen=True, slots=True)
class LedgerAccount:
    """An account to which a book can post. `number` sorts; `parent` is empty for one of the chart."""

    number: str
    name: str
    kind: AccountClass
    side: Side
    parent: str = ""

    @property
    def words(self) -> str:
        """Number and name, as it is cited and shown: `112 应收款`."""
        return f"{self.number} {self.name}"

    def normal(self, fen: int) -> int:
        """A balance (debit positive) seen from the side on which the account grows."""
        return fen if self.side is Side.DEBIT else -fen


@dataclass(frozen=True)
class BookChart:
    """A chart with the sub-accounts of one book, and the accounts its money lies in."""

    chart: Chart
    book: Book

    @cached_property
    def accounts(self) -> Mapping[str, LedgerAccount]:
        """Every account by number, in the order of numbers; of two sub-accounts with one number the first."""
        top = {a.number: LedgerAccount(a.number, a.name, a.kind, a.side) for a in self.chart.accounts}
        below = ((s, s.number[:TOP]) for s in reversed(self.book.subaccounts))
        subs = {s.number: LedgerAccount(s.number, s.name, top[p].kind, top[p].side, p) for s, p in below if p in top}
        return dict(sorted((top | subs).items()))

    @cached_property
    def parents(self) -> frozenset[str]:
        """Accounts that have sub-accounts."""
        return frozenset(a.parent for a in self.accounts.values() if a.parent)

    @cached_property
    def _words(self) -> Mapping[str, LedgerAccount]:
        known: dict[str, LedgerAccount] = {}
        for a in self.accounts.values():
            for words in (a.number, a.words) if a.parent else (a.number, a.words, a.name):
                known.setdefault(words, a)
        return known

    def find(self, words: str) -> LedgerAccount | None:
        """The account meant by a number, a name of the chart or both; None where there is none."""
        return self._words.get(words)

    def said(self, words: str) -> str:
        """Number and name of what is meant; the words themselves where nothing is."""
        found = self._words.get(words)
        return found.words if found is not None else words

    def kept_in(self, account: Account) -> str:
        """The number of the account of the chart that stands for all money of this sort: banks or cash."""
        return self.chart.cash if account.kind is AccountKind.CASH else self.chart.bank

    @cached_property
    def money(self) -> Mapping[str, str]:
        """The account of the chart for every bank account and cash box of the book, by its id.

        It is the one that stands for this sort of money, or the sub-account of that which is named; another one is a finding and not used.
        """
        found = {}
        for account in self.book.accounts:
            top, named = self.kept_in(account), self.find(account.chart_account or "")
            found[account.id] = named.number if named is not None and named.number[:TOP] == top else top
        return found

    @cached_property
    def is_money(self) -> frozenset[str]:
        """The numbers of accounts in which money lies: they are moved by income, expense and transfers only."""
        return frozenset(n for n in self.accounts if n[:TOP] in (self.chart.cash, self.chart.bank))

    @cached_property
    def opening(self) -> Mapping[str, int]:
        """What every account held when the book began, debit positive, in fen; unknown accounts are left out."""
        held: dict[str, int] = {}
        for account in self.book.accounts:
            number = self.money[account.id]
            held[number] = held.get(number, 0) + account.opening
        for one in self.book.opened:
            found = self.find(one.account)
            if found is not None:
                held[found.number] = held.get(found.number, 0) + one.fen
        return held

    def became(self, number: str, after: BookChart) -> str:
        """The number an account has in the chart that follows; a sub-account goes to one of the same name, else to its parent's successor."""
        old = self.accounts[number]
        top = next((a.became for a in self.chart.accounts if a.number == number[:TOP]), None) or number[:TOP]
        if not old.parent:
            return top
        return next((a.number for a in after.accounts.values() if a.parent == top and a.name == old.name), top)

    def now(self, words: str, after: BookChart) -> str:
        """An account of this chart in the words of the chart that follows; words that name none stay."""
        found = self.find(words)
        number = self.became(found.number, after) if found is not None else ""
        return after.accounts[number].words if number in after.accounts else words


def chart_of(books: Books, book: Book, day: datetime.date) -> BookChart | None:
    """The chart of a book on a day; None for single entry, or where no pack has a chart for it."""
    if book.keeping is not Keeping.DOUBLE:
        return None
    named = next((c for c in books.law.charts if c.id == book.chart), None)
    chart = named or in_force(books.law.charts, day)
    kept: dict[tuple[str, str], BookChart] = books.derived(_charts)
    return kept.setdefault((book.id, chart.id), BookChart(chart, book)) if chart is not None else None


def _charts(books: Books) -> dict[tuple[str, str], BookChart]:
    return {}
