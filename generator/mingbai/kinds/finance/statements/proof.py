"""The proof of a month, shown to everybody: book balance, outstanding items, what the bank and the cash box say."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger
from mingbai.kinds.finance.records import Outstanding, Statement
from mingbai.values.speech import joined, say


@dataclass(frozen=True, slots=True)
class Item:
    """An outstanding item and what it changes of the book balance to get the bank's, in fen."""

    voucher: str
    explanation: str
    fen: int


@dataclass(frozen=True, slots=True)
class Proof:
    """One assertion held against the lines, in fen: book + items = computed, which `asserted` equals or not; `slips` of it are no money."""

    account: str
    what: str
    day: datetime.date
    book: int
    items: tuple[Item, ...]
    computed: int
    asserted: int
    by: str
    reason: str = ""
    slips: int = 0

    @property
    def holds(self) -> bool:
        return self.computed == self.asserted


def proofs(books: Books, ledger: BookLedger, month: MonthLedger) -> tuple[Proof, ...]:
    """Every bank statement and cash count of the month, in the order of the file."""
    closing = month.file.closing
    if closing is None:
        return ()
    names = {a.id: a.name for a in ledger.book.accounts}
    found = []
    for statement in closing.statements:
        account, day = local(ledger, statement.account), statement.day or month.last
        items = tuple(outstanding(books, ledger, month, statement))
        book = held(ledger, month, account, day)
        found.append(Proof(names.get(account, account), "银行对账单", day, book, items, book + sum(i.fen for i in items), statement.balance, ""))
    for count in closing.counts:
        account, day = local(ledger, count.account), count.day or month.last
        book = held(ledger, month, account, day)
        by = joined(
            "，", (say("{who} {name}", who=who, name=name) for who, name in (("盘点人", count.counted_by), ("监盘人", count.watched_by)) if name)
        )
        found.append(Proof(names.get(account, account), "现金盘点", day, book, (), book, count.balance, by, count.reason or "", count.slips or 0))
    return tuple(found)


def held(ledger: BookLedger, month: MonthLedger, account: str, day: datetime.date) -> int:
    """What an account holds by the lines at the end of `day`; a statement's day may lie outside the month that closes with it."""
    return month.balance(account, day) if month.first <= day <= month.last else ledger.balance(account, day)


def outstanding(books: Books, ledger: BookLedger, month: MonthLedger, statement: Statement) -> Iterator[Item]:
    """What the bank does not show yet is taken back out of the book balance; what only the bank shows is added."""
    for item in statement.outstanding:
        yield Item(item.voucher or "", item.explanation, effect(books, ledger, month, local(ledger, statement.account), item))


def effect(books: Books, ledger: BookLedger, month: MonthLedger, account: str, item: Outstanding) -> int:
    """What an outstanding item changes, in fen; 0 for a voucher that is unknown or did not move the account."""
    if item.voucher is None:
        return item.amount or 0
    full = books.resolve("line", item.voucher, month.filed)
    posted = ledger.posted.get(full) if full else None
    return -sum(e.fen for e in posted.entries if e.account == account) if posted else 0


def local(ledger: BookLedger, account: str) -> str:
    """An account's id inside its book."""
    return account.removeprefix(f"{ledger.book.id}/")
