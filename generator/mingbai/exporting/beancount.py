"""A ledger for beancount: facts as metadata, accounts opened, balances asserted at the beginning of the next day.

Each assertion says that it tolerates nothing: by itself beancount lets a balance be a fen off.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from mingbai.exporting.parts import Account, Book, Journal, Month, Posting, Transaction
from mingbai.values.money import plain

_ROOTS = {"assets": "Assets", "equity": "Equity", "income": "Income", "expenses": "Expenses", "liabilities": "Liabilities"}
_QUOTES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": " "})


def write(journal: Journal) -> str:
    """The text of the ledger, books and months in their order."""
    return "\n".join(_lines(journal)) + "\n"


def _lines(journal: Journal) -> Iterator[str]:
    yield f"; {' '.join(journal.community.split())}，截至 {journal.as_of}"
    yield "; 由台账生成；每月末按账户和资金断言余额，bean-check 逐一核对"
    yield f'option "title" {_text(journal.community)}'
    yield 'option "operating_currency" "CNY"'
    for book in journal.books:
        yield f"\n; {' '.join(book.name.split())}"
        for account, words in book.accounts:
            yield f"{book.opens} open {_name(account)} CNY\n  name: {_text(words)}"
        yield from _opening(book)
        for month in book.months:
            yield from _month(month)


def _opening(book: Book) -> Iterator[str]:
    yield f'\n{book.opens} * "期初余额"'
    yield from _postings(book.opening)


def _month(month: Month) -> Iterator[str]:
    for one in month.transactions:
        yield from _transaction(one)
    yield f'\n{month.last} custom "closing" "{month.last:%Y-%m}"'
    yield from _facts(month.facts)
    after = month.last + datetime.timedelta(days=1)
    yield from (f"{after} balance {_name(account)}  {plain(fen)} ~ 0.00 CNY" for account, fen in month.balances)


def _transaction(one: Transaction) -> Iterator[str]:
    yield f"\n{one.day} * {_text(one.party)} {_text(one.summary)}"
    yield f"  voucher: {_text(one.number)}"
    yield from _facts(one.facts)
    yield from _postings(one.postings)


def _facts(facts: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """A key that stands again gets -2, -3: beancount keeps one value a key."""
    seen: Counter[str] = Counter()
    for key, value in facts:
        seen[key] += 1
        yield f"  {key if seen[key] == 1 else f'{key}-{seen[key]}'}: {_text(value)}"


def _postings(postings: tuple[Posting, ...]) -> Iterator[str]:
    return (f"  {_name(account)}  {plain(fen)} CNY" for account, fen in postings)


def _name(account: Account) -> str:
    """Roots in English, every other part beginning with a capital, a digit or a character beyond ASCII."""
    root, *rest = account
    return ":".join((_ROOTS[root], *(part[0].upper() + part[1:] if part[0].isascii() else part for part in rest)))


def _text(text: str) -> str:
    return f'"{text.translate(_QUOTES)}"'
