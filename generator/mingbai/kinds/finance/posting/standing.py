"""Lines as they stand: what rules judge where a line has been corrected.

A corrected line is judged once, as the correction left it: with its own day, hands and papers unless the correction says otherwise. It
stands in the place of its latest correction, since that is what can still be changed; the old line and earlier corrections are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from mingbai.books import Books
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.records import Line, LineKind, Share
from mingbai.schema.record import fields

_OWN = frozenset(("voucher", "date", "kind", "corrects", "reason", "allowed_by", "handler", "witness", "approver", "amount", "note", "extra"))
"""What a correction says of itself, not of the line it puts right (the amount is taken from what it restates)."""
NOT_CORRECTABLE = (
    *("legs", "payroll", "reverses", "original"),
    *("from_account", "to_account", "from_fund", "to_fund", "from_book", "to_book"),
)
"""What a correction cannot say: a line that is wrong in one of these is reversed and booked anew."""
CORRECTABLE = frozenset(fields(Line)) - (_OWN - {"amount"}) - set(NOT_CORRECTABLE)
"""What a correction may say of the line it puts right; at least one of these."""
_SAID = tuple(name for name in fields(Line) if name not in _OWN)


def judged(books: Books, month: MonthLedger) -> Sequence[Posted]:
    """The lines of a month as they stand, in order; those of a month without corrections are the month's own."""
    return books.derived(_changed).get(month.filed.id, month.posted)


def given_back(books: Books) -> frozenset[str]:
    """The ids of lines that were reversed or refunded, wholly or in part; use through `books.derived(given_back)`."""
    return frozenset(
        p.root
        for ledger in books.derived(ledgers).values()
        for m in ledger.months
        for p in m.posted
        if p.root and p.line.kind is not LineKind.CORRECTION
    )


def family(books: Books, posted: Posted) -> tuple[Posted, ...]:
    """A line of its own with all that reversed, refunded or corrected it, in the order of months and lines; `posted` may be any of them."""
    root = posted.root or posted.id
    ledger = books.derived(ledgers).get(root.partition("/")[0])
    first = ledger.posted.get(root) if ledger is not None else None
    return (first or posted, *books.derived(_undone).get(root, ()))


def families(lines: Iterable[Posted]) -> tuple[tuple[Posted, ...], ...]:
    """Lines with what undoes or restates them, each set by itself, in the order in which they begin."""
    found: dict[str, list[Posted]] = {}
    for posted in lines:
        found.setdefault(posted.root or posted.id, []).append(posted)
    return tuple(tuple(mine) for mine in found.values())


def spent(lines: Iterable[Posted], categories: Collection[str] | None = None) -> int:
    """Fen that lines together paid out, what came back taken off; only under some categories where these are named."""
    return -sum(e.fen for p in lines for e in p.entries if e.column is Column.EXPENSE and (categories is None or e.category in categories))


def bought(lines: Sequence[Posted], categories: Collection[str]) -> int:
    """Fen for which a family of lines bought something of these categories, as it stands after refunds and corrections; 0 where it did not."""
    return max(min(spent(lines, categories), spent(lines)), 0)


def _undone(books: Books) -> Mapping[str, list[Posted]]:
    found: dict[str, list[Posted]] = defaultdict(list)
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for posted in month.posted:
                if posted.root:
                    found[posted.root].append(posted)
    return found


def _changed(books: Books) -> Mapping[str, tuple[Posted, ...]]:
    """The lines as they stand of each month that holds a correction, or a line corrected since."""
    found: dict[str, tuple[Posted, ...]] = {}
    for ledger in books.derived(ledgers).values():
        if ledger.corrected:
            found |= _of(ledger)
    return found


def _of(ledger: BookLedger) -> dict[str, tuple[Posted, ...]]:
    latest = {id(chain[-1]): _merged(ledger.posted[root], chain) for root, chain in ledger.corrected.items()}
    gone = set(ledger.corrected) | {p.id for chain in ledger.corrected.values() for p in chain}
    found = {}
    for month in ledger.months:
        if any(p.id in gone for p in month.posted):
            found[month.filed.id] = tuple(latest.get(id(p), p) for p in month.posted if id(p) in latest or p.id not in gone)
    return found


def _merged(first: Posted, chain: Sequence[Posted]) -> Posted:
    """The line `first` after its corrections, at the place of the last of them; its `root` is the id of `first`."""
    last = chain[-1]
    said = {name: value for p in chain for name in _SAID if (value := getattr(p.line, name))}
    shares = _shares(next((p.line.shares for p in reversed(chain) if p.line.shares), first.line.shares), last)
    said |= {"amount": last.worth, "shares": shares, "account": last.account or None, "at_": last.line.at_}
    said |= {"fund": last.fund or None, "category": last.category or None}
    entries = tuple(e._replace(day=first.line.date) for e in last.restated)
    line = first.line.model_copy(update=said)
    return first._replace(
        id=last.id, line=line, account=last.account, fund=last.fund, category=last.category, amount=last.worth, entries=entries, root=first.id
    )


def _shares(typed: Sequence[Share], last: Posted) -> tuple[Share, ...]:
    if len(last.restated) != len(typed):
        return ()
    return tuple(
        share.model_copy(update={"fund": e.fund or None, "category": e.category or None, "amount": abs(e.fen)})
        for share, e in zip(typed, last.restated, strict=True)
    )
