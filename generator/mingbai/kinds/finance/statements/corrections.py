"""更正记录: what was published and put right since, the old value beside the new, with reason and who allowed it (FIN-15)."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from mingbai.books import Books
from mingbai.kinds.finance.posting.entries import Entry, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, ledgers
from mingbai.kinds.finance.posting.locks import closed_on
from mingbai.kinds.finance.posting.standing import CORRECTABLE
from mingbai.kinds.finance.records import Line, LineKind
from mingbai.schema.record import fields
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.speech import joined, of, say

_IN_ENTRIES: Final = frozenset(("amount", "account", "fund", "category", "shares"))
"""Fields that are compared by what the line comes to, so that defaults count and a whole division counts as one."""

_WORDS: Final = tuple((f.name, f.label) for f in fields(Line).values() if f.name in CORRECTABLE - _IN_ENTRIES)


class Change(NamedTuple):
    """One thing that was wrong: what it is, what stood there, what stands there now."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A reversal or correction, and the line of its own that it concerns.

    Attributes:
        ledger: the book.
        posted: the reversal or correction.
        first: the line; earlier corrections of it lie between.
        changes: what it changes against how the line stood just before; empty where it says what stood there already.
        worth: fen that the line came to just before.
        difference: fen by which the balance of the book changes.
        funds: (name, fen) of each fund whose balance changes.
        was_closed: the day the month of the line was closed; None: it is open.
    """

    ledger: BookLedger
    posted: Posted
    first: Posted
    changes: tuple[Change, ...]
    worth: int
    difference: int
    funds: tuple[tuple[str, int], ...]
    was_closed: datetime.date | None


def corrections(books: Books) -> tuple[Correction, ...]:
    """All of them, the newest first; use through `books.derived(corrections)`."""
    found = [c for ledger in books.derived(ledgers).values() for c in _of(books, ledger)]
    return tuple(sorted(found, key=lambda c: (c.posted.line.date, c.posted.id), reverse=True))


def _of(books: Books, ledger: BookLedger) -> Iterator[Correction]:
    stood: dict[str, list[Posted]] = {}
    for month in ledger.months:
        for posted in month.posted:
            first = ledger.posted.get(posted.root)
            if first is None or posted.line.kind not in (LineKind.REVERSAL, LineKind.CORRECTION):
                continue
            before = stood.setdefault(first.id, [first])
            changed = tuple(changes(ledger, before, posted))
            difference = sum(e.fen for e in posted.entries if e.account)
            closed = closed_on(books, first.id.rpartition("/")[0])
            yield Correction(ledger, posted, first, changed, before[-1].worth, difference, tuple(_funds(ledger, posted)), closed)
            if posted.restated:
                before.append(posted)


def _funds(ledger: BookLedger, posted: Posted) -> Iterator[tuple[str, int]]:
    sums: dict[str, int] = defaultdict(int)
    for entry in posted.entries:
        sums[entry.fund] += entry.fen
    yield from ((fund.name, sums[fund.id]) for fund in ledger.funds if sums[fund.id])


def changes(ledger: BookLedger, stood: Sequence[Posted], posted: Posted) -> Iterator[Change]:
    """What a reversal or correction changes, in words; a reversal takes the whole amount back.

    Args:
        ledger: the book, for its names.
        stood: the line and its corrections so far, the latest last.
        posted: the reversal or correction.
    """
    if posted.line.kind is LineKind.REVERSAL:
        yield Change("金额", grouped(stood[-1].worth), "全额冲回")
        return
    yield from _figures(ledger, stood[-1].stands, posted.restated)
    for name, label in _WORDS:
        before = next((said for p in reversed(stood) if (said := getattr(p.line, name))), None)
        after = getattr(posted.line, name)
        if after and after != before:
            yield Change(of(label), _told(before), _told(after))


def _figures(ledger: BookLedger, old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    was, now = abs(sum(e.fen for e in old)), abs(sum(e.fen for e in new))
    if was != now:
        yield Change("金额", grouped(was), grouped(now))
    accounts = {a.id: a.name for a in ledger.book.accounts}
    funds = {f.id: f.name for f in ledger.funds}
    yield from _change("账户", _names(e.account for e in old), _names(e.account for e in new), accounts)
    if len(old) == len(new) == 1:
        yield from _change("资金", _names(e.fund for e in old), _names(e.fund for e in new), funds)
        yield from _change("科目", _names(e.category for e in old), _names(e.category for e in new), {})
    else:
        yield from _change("分摊", [_part(e, funds) for e in old], [_part(e, funds) for e in new], {})


def _names(found: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(name for name in found if name))


def _part(entry: Entry, funds: dict[str, str]) -> str:
    """`水电费 2,628.00（办公经费）`."""
    fund = say("（{get}）", get=funds.get(entry.fund, entry.fund)) if entry.fund else ""
    return f"{entry.category or '未分科目'} {grouped(abs(entry.fen))}{fund}"


def _change(what: str, before: Sequence[str], after: Sequence[str], names: dict[str, str]) -> Iterator[Change]:
    if before != after:
        yield Change(what, *(_told(tuple(names.get(id, id) for id in ids)) for ids in (before, after)))


def _told(said: Any) -> str:
    if isinstance(said, tuple):
        return joined("、", map(_told, said)) or "未写"
    if isinstance(said, datetime.date):
        return spoken(said)
    return str(said) if said else "未写"
