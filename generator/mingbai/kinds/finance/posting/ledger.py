"""Books over time: every month of every book with its opening, its lines, its closing, by account and by fund.

A month opens with what the month before it closed with; the first with the openings of community.yml. Nothing is typed,
so opening + income − expense = closing holds by construction, and what people assert can be held against it.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mingbai.books import Books, Filed
from mingbai.kinds.community.records import Book, Community, Fund, FundNature
from mingbai.kinds.finance.posting.chart import chart_of
from mingbai.kinds.finance.posting.entries import NO_FUND, UNDOING, Column, Entry, Posted, Setting, post
from mingbai.kinds.finance.records import Defaults, Line, MonthFile, PartyKind
from mingbai.kinds.meetings.records import Decision, Meeting, Result
from mingbai.schema.record import Record, fields
from mingbai.values.days import Month


@dataclass(frozen=True, slots=True)
class Balances:
    """Fen by account and by fund at one moment; both have one total. What names no account, or no fund, stands under the empty id."""

    accounts: Mapping[str, int]
    funds: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.accounts.values())

    def after(self, entries: Iterable[Entry]) -> Balances:
        """These balances with the entries done."""
        accounts, funds = defaultdict(int, self.accounts), defaultdict(int, self.funds)
        for _, column, account, fund, _, fen in entries:
            flows = column is not Column.MOVE  # the ends of a transfer are of one sort: an account, or a fund
            if account or flows:
                accounts[account] += fen
            if fund or account or flows:
                funds[fund] += fen
        return Balances(dict(accounts), dict(funds))


@dataclass(frozen=True, slots=True)
class MonthLedger:
    """One month of one book, worked out. `first` and `last` are its days, both included.

    `sound` is False where a line of this or an earlier month could not be worked out, or an earlier month could not be
    read: balances are then not known, and nobody is told that they are wrong.
    """

    book: Book
    filed: Filed[MonthFile]
    file: MonthFile
    month: Month
    first: datetime.date
    last: datetime.date
    posted: tuple[Posted, ...]
    opening: Balances
    closing: Balances
    sound: bool = True

    @property
    def entries(self) -> Iterator[Entry]:
        """Every entry, in the order of the lines."""
        return (e for p in self.posted for e in p.entries)

    @property
    def income(self) -> int:
        """Fen received, reversals taken off, transfers inside the book left out."""
        return sum(e.fen for e in self.entries if e.column is Column.INCOME)

    @property
    def expense(self) -> int:
        """Fen paid, reversals taken off, transfers inside the book left out."""
        return -sum(e.fen for e in self.entries if e.column is Column.EXPENSE)

    def balance(self, account: str, day: datetime.date) -> int:
        """An account's fen at the end of `day`, which lies in this month."""
        return self.opening.accounts.get(account, 0) + sum(e.fen for e in self.entries if e.account == account and e.day <= day)


_PUBLIC_MONEY = frozenset((FundNature.FISCAL, FundNature.SUBSIDY, FundNature.FOLLOWS_TASK, FundNature.SUPERIOR, FundNature.PARTY))
"""Who grants a fund of these is an office of government or party."""


@dataclass(frozen=True)
class BookLedger:
    """One book: its months in order, its funds, its lines by id; the corrections of a line, in their order, by the id of that line."""

    book: Book
    funds: tuple[Fund, ...]
    months: tuple[MonthLedger, ...]
    posted: Mapping[str, Posted]
    corrected: Mapping[str, Sequence[Posted]]

    @cached_property
    def classes(self) -> Mapping[str, PartyKind]:
        """The class of each other party that lines of the book name with one and the same, and of those that granted its public money."""
        found = {f.grantor: PartyKind.GOVERNMENT for f in self.funds if f.grantor and f.nature in _PUBLIC_MONEY}
        typed: dict[str, set[PartyKind]] = defaultdict(set)
        for line in (p.line for m in self.months for p in m.posted):
            if line.party is not None and line.party_kind is not None:
                typed[line.party].add(line.party_kind)
        return {name: kind for name, kind in found.items() if name not in typed} | {k: next(iter(v)) for k, v in typed.items() if len(v) == 1}

    def balance(self, account: str, day: datetime.date) -> int:
        """An account's fen at the end of `day`, as far as the months that are there tell."""
        first = self.months[0].opening.accounts if self.months else {a.id: a.opening for a in self.book.accounts}
        opening = first.get(account, 0)
        return opening + sum(e.fen for m in self.months for e in m.entries if e.account == account and e.day <= day)


LOCK = ".lock"
"""What the id of a month's lock adds to the id of the month."""


def ledgers(books: Books) -> Mapping[str, BookLedger]:
    """Every declared book by its id, in the order of community.yml; use through `books.derived(ledgers)`."""
    community = books.the(Community)
    by_book: dict[str, list[Filed[MonthFile]]] = defaultdict(list)
    for filed in books.of(MonthFile):
        by_book[filed.id.partition("/")[0]].append(filed)
    funds = community.funds if community else ()
    declared = community.books if community else ()
    return {b.id: _book(books, b, tuple(f for f in funds if f.book == b.id), by_book.get(b.id, [])) for b in declared}


def _book(books: Books, book: Book, funds: tuple[Fund, ...], files: list[Filed[MonthFile]]) -> BookLedger:
    poster = _Poster(books, book, funds)
    balances = opening_of(book, funds)
    months = []
    broken = [f.id for f in books.filed if f.record is None and f.id.startswith(f"{book.id}/") and not f.id.endswith(LOCK)]
    accounts, fund_ids = {a.id for a in book.accounts} | {""}, {f.id for f in funds} | {""}
    sound = True
    before: MonthLedger | None = None
    named = ((f, f.record) for f in files if f.record is not None)
    for filed, file in sorted(named, key=lambda pair: (pair[1].period, pair[0].id != f"{book.id}/{pair[1].period}", pair[0].id)):
        if before is not None and before.month == file.period:  # a copy whose 期间 was left as it was: the file of that name stands
            sound = False
            continue
        first, last = _days(file, before)
        posted = tuple(poster.file(filed, file, last))
        closing = balances.after(e for p in posted for e in p.entries)
        sound = sound and not any(b < filed.id for b in broken) and _worked_out(posted, accounts, fund_ids)
        before = MonthLedger(book, filed, file, file.period, first, last, posted, balances, closing, sound)
        months.append(before)
        balances = closing
    return BookLedger(book, funds, tuple(months), poster.done, poster.corrected)


def readable(books: Books) -> bool:
    """Whether every month of every book could be read: where one could not, nobody is told that a payment is missing."""
    return books.derived(_readable)


def _readable(books: Books) -> bool:
    return not any(f.record is None and f.kind == "finance" and not f.id.endswith(LOCK) for f in books.filed)


def opening_of(book: Book, funds: Iterable[Fund]) -> Balances:
    """What a book opens with; what its accounts hold beyond its funds is of no fund."""
    accounts, by_fund = {a.id: a.opening for a in book.accounts}, {f.id: f.opening for f in funds}
    rest = sum(accounts.values()) - sum(by_fund.values())
    return Balances(accounts, by_fund if by_fund and not rest else {**by_fund, NO_FUND: rest})


def _days(file: MonthFile, before: MonthLedger | None) -> tuple[datetime.date, datetime.date]:
    """A month's first and last day: as typed, else where the month before it left off, else the calendar's."""
    first, last = file.start or file.period.first, file.end or file.period.last
    if file.start is None and before is not None and before.month.next == file.period and (file.end or before.file.end):
        first = before.last + datetime.timedelta(days=1)
    return first, last


def _worked_out(posted: Sequence[Posted], accounts: set[str], funds: set[str]) -> bool:
    """Whether what the lines did is known: each has its amount, and touches accounts and funds of its own book."""
    if not all(p.amount or p.restated for p in posted):
        return False
    return {e.account for p in posted for e in p.entries} <= accounts and {e.fund for p in posted for e in p.entries} <= funds


def undoings(books: Books) -> Mapping[str, list[Posted]]:
    """Reversals, refunds and corrections by the full id of the line they undo, in the order of books, months and lines; use through `books.derived`."""
    found: dict[str, list[Posted]] = {}
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for posted in month.posted:
                cited = posted.line.undoes
                full = books.resolve("line", cited, month.filed) if cited else None
                if full:
                    found.setdefault(full, []).append(posted)
    return found


def posted_lines(books: Books) -> Mapping[int, Posted]:
    """Every posted line by the `at_` of its record; use through `books.derived`."""
    return {p.line.at_: p for ledger in books.derived(ledgers).values() for month in ledger.months for p in month.posted}


def citing(books: Books, what: str, id: str) -> tuple[Posted, ...]:
    """The posted lines that cite an id (a contract, a project …), with the reversals, refunds and corrections that undo them, by day.

    A line counts once, however often it cites the id. Sum `column` by `column`: what is undone is negative there. A correction
    may bring the citation that a line of a closed month lacks, and then brings that line; one that cites another id takes it away.
    """
    posted, undone = books.derived(posted_lines), books.derived(undoings)
    lines = dict.fromkeys(c.record.at_ for c in books.referrers(what, id) if c.record.at_ in posted)
    chosen = {p.line.at_: p for at in lines for p in (posted[at], *_corrected(books, posted[at]))}
    names = [f.name for f in fields(Line).values() if f.ref == what]
    found, open_ = dict(chosen), list(chosen.values())
    while open_:
        for u in undone.get(open_.pop().id, ()):
            if u.line.at_ in found:
                continue
            elsewhere = u.restated and any(getattr(u.line, name) for name in names)
            found[u.line.at_] = u._replace(entries=u.entries[: -len(u.restated)], restated=()) if elsewhere else u
            open_ += [] if elsewhere else [u]  # a correction may be corrected in its turn
    return tuple(sorted(found.values(), key=lambda p: (p.line.date, p.line.at_)))


def decided(books: Books, cited: str, near: Filed[Record]) -> tuple[Result | None, datetime.date] | None:
    """What came of a cited decision, and the day it was put to the vote; None where no such decision could be read."""
    decision = books.find("decision", cited, near)
    meeting = books.file(decision).record if isinstance(decision, Decision) else None
    if not isinstance(decision, Decision) or not isinstance(meeting, Meeting):
        return None
    return books.outcome(decision, decision.result), meeting.time.date()


def stood_aside(books: Books, cited: str, near: Filed[Record]) -> bool | None:
    """Whether anybody with an interest took no part in the vote on a cited decision; None where nothing was voted on that could be read."""
    decision = books.find("decision", cited, near)
    if not isinstance(decision, Decision) or books.outcome(decision, decision.result) is None:
        return None
    return bool(decision.recused)


def _corrected(books: Books, posted: Posted) -> Iterator[Posted]:
    """The line a correction corrects, and what that one corrects; nothing for a line of its own."""
    seen = {posted.line.at_}
    while posted.restated:
        first = books.find("line", posted.line.corrects or "", books.file(posted.line))
        known = books.derived(posted_lines).get(first.at_) if first is not None else None
        if known is None or known.line.at_ in seen:
            return
        posted = known
        seen.add(posted.line.at_)
        yield posted


_DEEP = 100
"""So many lines may cite forward one through the other; a longer chain is taken for a circle."""


class _Poster:
    """Posts the lines of one book in order; a line that undoes another finds it among those posted, or posts it first."""

    def __init__(self, books: Books, book: Book, funds: tuple[Fund, ...]) -> None:
        self.books, self.book, self.funds = books, book, funds
        self.done: dict[str, Posted] = {}
        self.under_way: set[str] = set()
        self.corrected: dict[str, list[Posted]] = {}
        """The corrections of a line so far, by the id of that line."""

    def file(self, filed: Filed[MonthFile], file: MonthFile, last: datetime.date) -> Iterator[Posted]:
        """The lines of a month that ends on `last`, posted, in their order."""
        at = self.setting(filed.id, file.defaults, last)
        for line in file.lines:
            if line.kind not in UNDOING:
                posted = post(line, at, self.lookup)
            else:
                posted = self.undo(f"{filed.id}/{line.voucher}", line, at)
                if posted.restated:
                    self.corrected.setdefault(posted.root, []).append(posted)
            self.done.setdefault(posted.id, posted)
            yield posted

    def undo(self, id: str, line: Line, at: Setting) -> Posted:
        """A line that cites another, posted while it counts as under way, so that a circle ends."""
        self.under_way.add(id)
        posted = post(line, at, self.lookup)
        self.under_way.discard(id)
        return posted

    def setting(self, file: str, defaults: Defaults, last: datetime.date) -> Setting:
        """What lines up to `last` are read against: an account or fund that begins later is no choice yet, so registering it changes no earlier month."""
        accounts = [a.id for a in self.book.accounts if a.opened is None or a.opened <= last]
        funds = [f.id for f in self.funds if f.term is None or f.term.start <= last]
        only = accounts[0] if len(accounts) == 1 else "", funds[0] if len(funds) == 1 else NO_FUND
        return Setting(file, self.book.id, defaults, *only, chart_of(self.books, self.book, last))

    def lookup(self, cited: str, file: str) -> Posted | None:
        """A line of this book by its cited id, as it stands; None where there is none, or where lines cite each other in a circle."""
        near: Filed[MonthFile] = Filed("finance", file, "", 0, None)
        full = self.books.resolve("line", cited, near)
        if full is None or not full.startswith(f"{self.book.id}/") or full in self.under_way or len(self.under_way) > _DEEP:
            return None
        if full not in self.done:
            line = self.books.ids["line"][full]
            home = self.books.file(line)
            if not isinstance(line, Line) or not isinstance(home.record, MonthFile):
                return None
            month = home.record
            self.done[full] = self.undo(full, line, self.setting(home.id, month.defaults, month.end or month.period.last))
        first = self.done[full]
        return self.corrected.get(first.root or first.id, [first])[-1]
