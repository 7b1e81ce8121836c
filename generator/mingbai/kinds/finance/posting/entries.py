"""What a line does to accounts and funds: one line, one or more entries, in fen.

Income adds to an account and a fund, expense takes away; a transfer inside a book moves and is neither; money to or from
another book is expense or income here; a reversal does the opposite of the line it reverses, in that line's column, on its
own day; a refund the same for its own amount; a correction takes back the line as it stood and puts it right, both on its own day.
In a book kept in double entry a category is an account of the chart, and a line of kind 记账 moves no money: it has legs.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mingbai.kinds.finance.posting.chart import BookChart
from mingbai.kinds.finance.records import Defaults, Line, LineKind


class Column(enum.Enum):
    """Which column of a statement an entry counts in; MOVE counts in neither."""

    INCOME = "income"
    EXPENSE = "expense"
    MOVE = "move"


class Entry(NamedTuple):
    """One effect: `fen` is signed as it changes the balance; an empty account or fund is untouched."""

    day: datetime.date
    column: Column
    account: str
    fund: str
    category: str
    fen: int


class Posted(NamedTuple):
    """A line with its month's defaults filled in, and its entries.

    `amount` is what the line moved, in fen, positive except for a reversal or a refund (0: it could not be worked out).
    """

    id: str
    line: Line
    account: str
    fund: str
    category: str
    handler: str | None
    witness: str | None
    approver: str | None
    column: Column
    amount: int
    entries: tuple[Entry, ...]
    restated: tuple[Entry, ...] = ()
    """Of a correction: what the corrected line comes to from now on; its `amount` is the difference, which may be 0."""
    legs: tuple[tuple[str, int], ...] = ()
    """Of a line of kind 记账: account of the chart and fen, debit positive."""
    root: str = ""
    """The id of the line of its own that this one undoes or restates at last; empty for a line of its own."""
    chart: BookChart | None = None
    """The chart whose accounts it names; None for single entry."""

    @property
    def stands(self) -> tuple[Entry, ...]:
        """What the line comes to: the entries of a line of its own, the restated ones of a correction."""
        return self.restated or self.entries

    @property
    def worth(self) -> int:
        """Fen that a later reversal or refund can give back of it, without sign."""
        return abs(sum(e.fen for e in self.restated)) if self.restated else self.amount


class Setting(NamedTuple):
    """What a line is read against: its file's id and defaults, the book's only account and fund (empty: there are several)."""

    file: str
    book: str
    defaults: Defaults
    only_account: str
    only_fund: str
    chart: BookChart | None = None
    """The chart of accounts in that month; None for single entry."""

    def said(self, category: str) -> str:
        """A category in full: in double entry number and name of the account."""
        return self.chart.said(category) if self.chart is not None and category else category


Lookup = Callable[[str, str], Posted | None]
"""(cited voucher, citing file's id) → the posted line it names, as it stands: with the corrections that came before."""

TO_OTHER, FROM_OTHER = "转给其他账簿", "其他账簿转来"
"""What stands for a category where money left for, or came from, another book."""

NO_FUND = ""
"""The fund of a book that keeps none."""

UNDOING = frozenset((LineKind.REVERSAL, LineKind.REFUND, LineKind.CORRECTION))
"""Kinds of line that take back, or put right, another."""


def post(line: Line, at: Setting, lookup: Lookup) -> Posted:
    """The line in full. What it lacks is empty here and a finding elsewhere; what it cites in vain moves nothing."""
    d = at.defaults
    id = f"{at.file}/{line.voucher}"
    if line.kind in UNDOING:
        return _undoing(line, id, at, lookup)
    if line.kind is LineKind.JOURNAL:
        return _journal(line, id, at)
    account = line.account or d.account or at.only_account
    if "/" in account:
        account = account.removeprefix(f"{at.book}/")
    fund = line.fund or d.fund or at.only_fund
    category = line.category or d.category or ""
    handler, witness, approver = line.handler or d.handler, line.witness or d.witness, line.approver or d.approver
    if line.kind is not LineKind.TRANSFER and at.chart is None and not line.shares:  # nearly all lines are such
        amount = line.amount or 0
        column, fen = (Column.INCOME, amount) if line.kind is LineKind.INCOME else (Column.EXPENSE, -amount)
        entry = Entry(line.date, column, account, fund, category, fen)
        return Posted(id, line, account, fund, category, handler, witness, approver, column, amount, (entry,))
    category = at.said(category)
    column, entries = _entries(line, at, account, fund, category)
    if line.kind is LineKind.TRANSFER:
        account, fund, category = entries[0].account, entries[0].fund, entries[0].category
    elif line.shares:
        fund, category = NO_FUND, ""
    elif line.legs:
        category = entries[0].category if len(entries) == 1 else ""
    return Posted(id, line, account, fund, category, handler, witness, approver, column, line.amount or 0, entries, chart=at.chart)


def _journal(line: Line, id: str, at: Setting) -> Posted:
    """A line that moves no money; its amount is the sum of its debits."""
    d = at.defaults
    legs = tuple((at.said(leg.account), leg.fen) for leg in line.legs)
    handler, witness, approver = line.handler or d.handler, line.witness or d.witness, line.approver or d.approver
    amount = sum(fen for _, fen in legs if fen > 0)
    return Posted(id, line, "", NO_FUND, "", handler, witness, approver, Column.MOVE, amount, (), legs=legs, chart=at.chart)


def _entries(line: Line, at: Setting, account: str, fund: str, category: str) -> tuple[Column, tuple[Entry, ...]]:
    amount = line.amount or 0
    if line.kind is LineKind.TRANSFER:
        return _transfer(line, at, account, fund, category, amount)
    column, sign = (Column.INCOME, 1) if line.kind is LineKind.INCOME else (Column.EXPENSE, -1)
    if line.legs and at.chart is not None:
        return column, _other_side(line, at.chart, column, account, fund) or (Entry(line.date, column, account, fund, "", sign * amount),)
    if not line.shares:
        return column, (Entry(line.date, column, account, fund, category, sign * amount),)
    parts = ((s.fund or at.defaults.fund or at.only_fund, at.said(s.category or category), s.amount) for s in line.shares)
    return column, tuple(Entry(line.date, column, account, f, c, sign * fen) for f, c, fen in parts)


def _other_side(line: Line, chart: BookChart, column: Column, account: str, fund: str) -> tuple[Entry, ...]:
    """What stands in 分录 against the money: a credit brings money in, a debit takes it out."""
    found = ((chart.find(leg.account), leg) for leg in line.legs)
    others = ((known.words if known else leg.account, leg.fen) for known, leg in found if known is None or known.number not in chart.is_money)
    return tuple(Entry(line.date, column, account, fund, words, -fen) for words, fen in others)


def _transfer(line: Line, at: Setting, account: str, fund: str, category: str, amount: int) -> tuple[Column, tuple[Entry, ...]]:
    day = line.date
    from_account, to_account = _local(line.from_account, at.book), _local(line.to_account, at.book)
    if line.to_book:
        where = category if at.chart is not None and category else TO_OTHER
        entry = Entry(day, Column.EXPENSE, from_account or account, line.from_fund or fund, where, -amount)
        return Column.EXPENSE, (entry,)
    if line.from_book:
        where = category if at.chart is not None and category else FROM_OTHER
        return Column.INCOME, (Entry(day, Column.INCOME, to_account or account, line.to_fund or fund, where, amount),)
    moves = []
    if from_account or to_account:
        moves += [Entry(day, Column.MOVE, from_account, "", "", -amount), Entry(day, Column.MOVE, to_account, "", "", amount)]
    if line.from_fund or line.to_fund:
        moves += [Entry(day, Column.MOVE, "", line.from_fund or "", "", -amount), Entry(day, Column.MOVE, "", line.to_fund or "", "", amount)]
    return Column.MOVE, tuple(moves) or (Entry(day, Column.MOVE, "", "", "", 0),)


def _local(account: str | None, book: str) -> str:
    return account.removeprefix(f"{book}/") if account else ""


def _undoing(line: Line, id: str, at: Setting, lookup: Lookup) -> Posted:
    """A reversal takes back the whole line as it stands, a refund its own amount of it, a correction restates it."""
    d = at.defaults
    found = lookup(line.undoes, at.file) if line.undoes else None
    handler, witness, approver = line.handler or d.handler, line.witness or d.witness, line.allowed_by or line.approver or d.approver
    blank = Posted(id, line, "", NO_FUND, "", handler, witness, approver, Column.MOVE, 0, (), chart=at.chart)
    if found is None or not (found.entries or found.legs):  # nothing is cited, or what cites itself
        return blank
    first = in_chart(found, at.chart)
    root = first.root or first.id
    if first.legs:
        legs = tuple((account, -fen) for account, fen in first.legs) if line.kind is LineKind.REVERSAL else ()
        return blank._replace(amount=-first.amount if legs else 0, legs=legs, root=root)
    made = blank._replace(column=first.column, root=root)
    if line.kind is LineKind.CORRECTION:
        old, new = first.stands, tuple(_restated(line, first, at))
        entries = (*(e._replace(day=line.date, fen=-e.fen) for e in old), *new)
        account, fund, category = (new[0].account, new[0].fund, new[0].category) if len(new) == 1 else (new[0].account, NO_FUND, "")
        difference = abs(sum(e.fen for e in new)) - abs(sum(e.fen for e in old))
        return made._replace(account=account, fund=fund, category=category, amount=difference, entries=entries, restated=new)
    if line.kind is LineKind.REVERSAL:
        entries, amount = tuple(e._replace(day=line.date, fen=-e.fen) for e in first.stands), -first.worth
    else:
        entries, amount = tuple(_refund(line, first, at)), -(line.amount or 0)
    return made._replace(account=first.account, fund=first.fund, category=first.category, amount=amount, entries=entries)


def in_chart(first: Posted, chart: BookChart | None) -> Posted:
    """A line as posted, its accounts in the words of the chart of a later month."""
    before = first.chart
    if before is None or chart is None or before is chart:
        return first
    entries, restated = (tuple(e._replace(category=before.now(e.category, chart)) for e in every) for every in (first.entries, first.restated))
    legs = tuple((before.now(words, chart), fen) for words, fen in first.legs)
    return first._replace(category=before.now(first.category, chart), entries=entries, restated=restated, legs=legs, chart=chart)


def _refund(line: Line, first: Posted, at: Setting) -> Iterator[Entry]:
    account = _local(line.account, at.book) or first.account
    sign = 1 if first.column is Column.EXPENSE else -1
    if line.shares:
        for share in line.shares:
            part = _part(first, share.fund, at.said(share.category or ""))
            yield part._replace(day=line.date, account=account, fen=sign * share.amount)
    elif len(first.stands) == 1 or line.amount != first.worth:
        part = _part(first, line.fund, at.said(line.category or ""))
        yield part._replace(day=line.date, account=account, fen=sign * (line.amount or 0))
    else:
        yield from (e._replace(day=line.date, account=account, fen=-e.fen) for e in first.stands)


def parts_of(first: Posted, fund: str | None, category: str | None) -> list[Entry]:
    """The parts of a line as it stands that are of a fund and a category (in full), as far as these are named."""
    return [e for e in first.stands if (not fund or e.fund == fund) and (not category or e.category == category)]


def _part(first: Posted, fund: str | None, category: str) -> Entry:
    """The part of a line that is given back: that of a fund and category, as far as they are named; where there is none, the first under these names."""
    found = next(iter(parts_of(first, fund, category)), first.stands[0])
    return found._replace(fund=fund or found.fund, category=category or found.category)


def _restated(line: Line, first: Posted, at: Setting) -> Iterator[Entry]:
    """The entries of a corrected line as they should have been: what the correction leaves out stays."""
    old = first.stands
    account = _local(line.account, at.book)
    sign = 1 if first.column is Column.INCOME else -1
    if line.shares:
        for share in line.shares:
            fund, category = share.fund or old[0].fund, at.said(share.category or line.category or old[0].category)
            yield Entry(line.date, first.column, account or old[0].account, fund, category, sign * share.amount)
        return
    for entry in old:
        fen = entry.fen if line.amount is None or len(old) > 1 else sign * line.amount
        yield Entry(line.date, first.column, account or entry.account, line.fund or entry.fund, at.said(line.category or entry.category), fen)
