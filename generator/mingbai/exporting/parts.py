"""What a neutral journal is made of: accounts, postings, transactions, months, books; all amounts in fen."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

Account = tuple[str, ...]
"""`("assets", "committee", "bank")`: root, book, the rest; every part fit for both programs."""

Facts = tuple[tuple[str, str], ...]
"""English key → value, in the order of the schema; a key may stand several times (documents)."""


class Posting(NamedTuple):
    """So many fen to an account, negative from it."""

    account: Account
    fen: int


@dataclass(frozen=True, slots=True)
class Transaction:
    """One line of a book; its postings make zero."""

    day: datetime.date
    number: str
    party: str
    summary: str
    facts: Facts
    postings: tuple[Posting, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's transactions in the order of the file, what its accounts hold at the end of `last`, what people asserted of it."""

    last: datetime.date
    transactions: tuple[Transaction, ...]
    balances: tuple[Posting, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Book:
    """One book: its accounts with their names in words, the day it opens, its opening, its months."""

    name: str
    opens: datetime.date
    accounts: tuple[tuple[Account, str], ...]
    opening: tuple[Posting, ...]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """All books of a community; they share no account."""

    community: str
    as_of: datetime.date
    books: tuple[Book, ...]

    @property
    def lines(self) -> int:
        """How many lines of the ledgers it holds."""
        return sum(len(m.transactions) for b in self.books for m in b.months)
