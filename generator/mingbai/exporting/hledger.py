"""A journal for hledger: facts as tags, every account and the commodity declared (`hledger check --strict` passes).

hledger ends a tag's value at a comma and reads bars, semicolons and bracketed dates in texts as its own; such marks are
written full-width.
"""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.exporting.parts import Account, Book, Journal, Month, Posting, Transaction
from mingbai.values.money import plain

_MARKS = str.maketrans({",": "，", ";": "；", "|": "｜", "[": "［", "]": "］", "(": "（", ")": "）", "\n": " "})


def write(journal: Journal) -> str:
    """The text of the journal, books and months in their order."""
    return "\n".join(_lines(journal)) + "\n"


def _lines(journal: Journal) -> Iterator[str]:
    yield f"; {_text(journal.community)}，截至 {journal.as_of}"
    yield "; 由台账生成；每月末按账户和资金断言余额，hledger check --strict 逐一核对"
    yield "commodity 1000.00 CNY"
    for book in journal.books:
        yield f"\n; {_text(book.name)}"
        yield from (f"account {_name(account)}  ; name: {_text(words)}" for account, words in book.accounts)
        yield from _opening(book)
        for month in book.months:
            yield from _month(month)


def _opening(book: Book) -> Iterator[str]:
    yield f"\n{book.opens} * 期初余额"
    yield from _postings(book.opening)


def _month(month: Month) -> Iterator[str]:
    for one in month.transactions:
        yield from _transaction(one)
    yield f"\n{month.last} * 期末余额"
    yield from _facts(month.facts)
    yield from (f"    {_name(account)}  0.00 CNY = {plain(fen)} CNY" for account, fen in month.balances)


def _transaction(one: Transaction) -> Iterator[str]:
    said = f"{_text(one.party)} | {_text(one.summary)}" if one.party else _text(one.summary)
    yield f"\n{one.day} * ({_text(one.number)}) {said}"
    yield from _facts(one.facts)
    yield from _postings(one.postings)


def _facts(facts: tuple[tuple[str, str], ...]) -> Iterator[str]:
    return (f"    ; {key}: {_text(value)}" for key, value in facts)


def _postings(postings: tuple[Posting, ...]) -> Iterator[str]:
    return (f"    {_name(account)}  {plain(fen)} CNY" for account, fen in postings)


def _name(account: Account) -> str:
    return ":".join(account)


def _text(text: str) -> str:
    return text.translate(_MARKS)
