"""更正记录: what was published and put right since, the old value beside the new, with reason and who allowed it (FIN-15)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mingbai.books import Books
from mingbai.kinds.finance.entries import Column, Entry, Posted
from mingbai.kinds.finance.ledger import BookLedger, ledgers
from mingbai.kinds.finance.locks import closed_on
from mingbai.kinds.finance.records import Line, LineKind
from mingbai.values.money import grouped


class Change(NamedTuple):
    """One thing that was wrong: what it is, what stood there, what stands there now."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A reversal or correction and the line it concerns.

    `difference` is what it changes of the book's balance, in fen; `was_closed` the day the month of that line was closed
    (None: it was still open).
    """

    ledger: BookLedger
    posted: Posted
    first: Posted
    changes: tuple[Change, ...]
    difference: int
    was_closed: datetime.date | None


def corrections(books: Books) -> tuple[Correction, ...]:
    """All of them, the newest first; use through `books.derived(corrections)`."""
    found = [c for ledger in books.derived(ledgers).values() for c in _of(books, ledger)]
    return tuple(sorted(found, key=lambda c: (c.posted.line.date, c.posted.id), reverse=True))


def _of(books: Books, ledger: BookLedger) -> Iterator[Correction]:
    for month in ledger.months:
        for posted in month.posted:
            line = posted.line
            if line.kind in (LineKind.REVERSAL, LineKind.CORRECTION) and line.undoes:
                full = books.resolve("line", line.undoes, month.filed)
                first = ledger.posted.get(full or "")
                if first is not None:
                    difference = sum(e.fen for e in posted.entries if e.account)
                    changed = tuple(changes(ledger, first, posted))
                    yield Correction(ledger, posted, first, changed, difference, closed_on(books, first.id.rpartition("/")[0]))


def changes(ledger: BookLedger, first: Posted, posted: Posted) -> Iterator[Change]:
    """What a reversal or correction changes of the line `first`, in words, against how it stood just before; a reversal takes the whole amount back."""
    line, new = posted.line, posted.restated
    if line.kind is LineKind.REVERSAL:
        yield Change("金额", grouped(-posted.amount), "全额冲回")
        return
    old = posted.entries[: -len(new)]
    was, now = sum(abs(e.fen) for e in old), sum(abs(e.fen) for e in new)
    if was != now:
        yield Change("金额", grouped(was), grouped(now))
    names = {f.id: f.name for f in ledger.funds} | {a.id: a.name for a in ledger.book.accounts}
    for what, label in (("account", "账户"), ("fund", "资金"), ("category", "科目")):
        before, after = _names(old, what, names), _names(new, what, names)
        if before != after:
            yield Change(label, before, after)
    yield from _words(first.line, line)


def _names(entries: tuple[Entry, ...], what: str, names: dict[str, str]) -> str:
    found = dict.fromkeys(getattr(e, what) for e in entries if e.column is not Column.MOVE and getattr(e, what))
    return "、".join(names.get(id, id) if what != "category" else id for id in found) or "未写"


def _words(first: Line, line: Line) -> Iterator[Change]:
    for name, label in (("summary", "摘要"), ("party", "对方")):
        before, after = getattr(first, name), getattr(line, name)
        if after is not None and after != before:
            yield Change(label, before or "未写", after)
    if line.documents and line.documents != first.documents:
        yield Change("票据", "、".join(first.documents) or "未写", "、".join(line.documents))
