"""Whether there is anything in the ledgers behind what is entered as published.

Nobody is accused whose ledgers cannot tell: an item without evidence, what stands for good, a register that was not kept yet or cannot be read.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from mingbai.books import Books
from mingbai.kinds.community.records import Book, Community
from mingbai.kinds.disclosures.correcting import standing as stands
from mingbai.kinds.disclosures.duties import Standing, standings
from mingbai.kinds.disclosures.evidence import of_its_book
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.packs import From, Item
from mingbai.values.periods import Period

_ACCOUNTS, _NOTICES = "finance", "notices"


def hollow(books: Books) -> Mapping[int, Disclosure]:
    """The publications of a period of which the ledgers hold nothing and of which nobody signed that there was nothing, by where they stand; use through `books.derived(hollow)`."""
    return {entry.at_: entry for standing in books.derived(standings) for entry in _hollow(books, standing)}


def _hollow(books: Books, standing: Standing) -> Iterator[Disclosure]:
    unread = {f.kind for f in books.filed if f.record is None}
    if not standing.item.evidence or unread & {wanted.ledger for wanted in standing.item.evidence}:
        return
    for entry in stands(list(standing.entries), books.as_of):
        if entry.nothing or entry.period is None or entry.objects or entry.corrects is not None or entry.day > books.as_of:
            continue
        if _kept(books, standing.item, entry, entry.period) and not _held(books, standing, entry, entry.period):
            yield entry


def _held(books: Books, standing: Standing, entry: Disclosure, period: Period) -> bool:
    """Whether the ledgers hold something of the period, told by the day of publication; or of before, where it goes on though nothing new happened.

    What became of a decision, who still owes, which list holds is published again. Accounts go on where they are kept: what a fund has left. A plan may be older than its year.
    """
    start = period.first
    if any(d.counted is From.BEGINNING for d in standing.item.duties):
        start -= datetime.timedelta(366)
    if any(t.day <= entry.day and (t.until or t.day) >= start for t in standing.traces):
        return True
    if any(wanted.stock for wanted in standing.item.evidence) and standing.traces:
        return True  # what there is, whatever day it was entered
    before = {books.file(t.record).kind for t in standing.traces if t.day < start}
    return bool(before - {_ACCOUNTS}) or (_ACCOUNTS in before and any(start <= t.day <= books.as_of for t in books.traces(_ACCOUNTS)))


def _kept(books: Books, item: Item, entry: Disclosure, period: Period) -> bool:
    """Whether a register that would tell was kept by then: accounts from the day a book begins, another from its first record on.

    Notices, which stand in for registers, are asked only where nothing but they would tell.
    """
    ledgers = {wanted.ledger for wanted in item.evidence}
    if _ACCOUNTS in ledgers and any(b.begins <= period.first for b in _books_of(books, item)):
        return True
    registers = ledgers - {_ACCOUNTS, _NOTICES} or ledgers & {_NOTICES}
    asked = [wanted for wanted in item.evidence if wanted.ledger in registers]
    return any(t.day <= entry.day and of_its_book(books, item, wanted, t) for wanted in asked for t in books.traces(wanted.ledger))


def _books_of(books: Books, item: Item) -> Iterator[Book]:
    community = books.the(Community)
    return (b for b in (community.books if community else ()) if not item.books or any(word in b.body for word in item.books))
