"""What the finance templates show: lines and statements in words and links, ready to be printed."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers, undoings
from mingbai.kinds.finance.records import Line
from mingbai.kinds.finance.statements.corrections import Change, corrections
from mingbai.kinds.meetings.records import Decision
from mingbai.pages import Link as PageLink
from mingbai.pages import anchor
from mingbai.schema.record import Record, fields
from mingbai.values.speech import joined, of, phrase, say


@dataclass(frozen=True, slots=True)
class Note:
    """A 提醒 beside what it concerns."""

    title: str
    message: str
    basis: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """One share of a divided line."""

    fund: str
    category: str
    fen: int


_TOLD = {"account", "fund", "category", "book", "line", "decision", "plan"}
"""What a line cites and its row tells in a place of its own."""

_OTHERS = tuple((f.name, f.label, f.ref) for f in fields(Line).values() if f.ref and f.ref not in _TOLD)


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line as the month's page shows it; `income`, `expense`, `moved` in fen, two of them None."""

    anchor: str
    voucher: str
    day: datetime.date
    kind: str
    summary: str
    party: str
    income: int | None
    expense: int | None
    moved: int | None
    account: str
    fund: str
    category: str
    parts: tuple[Part, ...]
    payroll: str
    documents: str
    handler: str
    witness: str
    approver: str
    decision: Link | None
    plan: Link | None
    undoes: Link | None
    undone_by: tuple[tuple[str, Link], ...]
    """Reversals, refunds and corrections of the line, each with its kind."""
    other_book: str
    reason: str
    extra: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...]
    refs: tuple[tuple[str, PageLink], ...]
    changes: tuple[Change, ...]
    """What a correction changes, beside the line that was wrong as well as beside the one that puts it right."""
    countersigned: str
    relation: str
    paper_day: datetime.date | None
    legs: tuple[tuple[str, int], ...]
    """Of a line in double entry with 分录: accounts and fen, debit positive."""


def month_address(book: str, month: object) -> str:
    """`finance/committee/2026/03/`."""
    year, _, number = str(month).partition("-")
    return f"finance/{book}/{year}/{number}/"


def folder(book: Book) -> str:
    """Where a book's ledgers lie."""
    return f"ledgers/finance/{book.id}/"


def anchors(month: MonthLedger) -> list[str]:
    """The ids of a month's lines, in order; a voucher used twice gets -2."""
    seen: Counter[str] = Counter()
    found = []
    for posted in month.posted:
        base = anchor("v", posted.line.voucher)
        seen[base] += 1
        found.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return found


def alone(pages: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Pages by their names; a name that two of them have tells of neither."""
    every = [*pages]
    names = Counter(name for name, _ in every)
    return {name: address for name, address in every if names[name] == 1}


class Teller:
    """Turns the lines of one book into rows: names for ids, links for citations."""

    def __init__(self, view: View, ledger: BookLedger) -> None:
        self.view, self.books, self.ledger = view, view.books, ledger
        self.accounts = {a.id: a.name for a in ledger.book.accounts}
        self.funds = {f.id: f.name for f in ledger.funds}
        self.book_names = {k: v.book.name for k, v in self.books.derived(ledgers).items()}
        self.undone: dict[str, list[Posted]] = {}
        for cited, by in self.books.derived(undoings).items():
            for posted in by:  # beside the line it all began with as well as beside the correction that is cited
                for id in {cited, posted.root or cited}:
                    self.undone.setdefault(id, []).append(posted)
        self.corrected: dict[int, tuple[Change, ...]] = {}
        for c in reversed(self.books.derived(corrections)):
            if c.posted.restated:
                for at in (c.first.line.at_, c.posted.line.at_):
                    self.corrected[at] = (*self.corrected.get(at, ()), *c.changes)

    def rows(self, month: MonthLedger) -> tuple[LineRow, ...]:
        """The month's lines in the order of the file."""
        return tuple(self.row(month, p, a) for p, a in zip(month.posted, anchors(month), strict=True))

    def row(self, month: MonthLedger, p: Posted, at: str) -> LineRow:
        line = p.line
        income = sum(e.fen for e in p.entries) if p.column is Column.INCOME else None
        expense = -sum(e.fen for e in p.entries) if p.column is Column.EXPENSE else None
        other = line.to_book or line.from_book
        return LineRow(
            at,
            line.voucher,
            line.date,
            line.kind.zh,
            line.summary or self._summary(p),
            line.party or "",
            income,
            expense,
            p.amount if p.column is Column.MOVE else None,
            self._ends(p, "account", self.accounts),
            self._ends(p, "fund", self.funds),
            p.category,
            self._parts(p) if line.shares or line.legs or p.restated else (),
            say("{people} 人 × {money} 元", people=line.payroll.people, money=_money(line.payroll.rate)) if line.payroll else "",
            joined("、", line.documents),
            p.handler or "",
            p.witness or "",
            p.approver or "",
            decision_link(self.books, line.decision) if line.decision else None,
            self._plan(line, month),
            self._line(line.undoes, month),
            tuple((u.line.kind.zh, self._undoing(u)) for u in sorted(self.undone.get(p.id, ()), key=_day_and_id) if self._bears(p)),
            self.book_names.get(other, other) if other else "",
            line.reason or "",
            tuple(line.extra.items()),
            notes(self.view, line),
            self._refs(p, month),
            self.corrected.get(line.at_, ()),
            joined("、", line.countersigned),
            line.relation or "",
            line.paper_day,
            self._legs(p),
        )

    def _legs(self, p: Posted) -> tuple[tuple[str, int], ...]:
        """What a line of kind 记账, or one with 分录, says in debits and credits."""
        return p.legs or tuple((leg.account, leg.fen) for leg in p.line.legs)

    def _refs(self, p: Posted, month: MonthLedger) -> tuple[tuple[str, PageLink], ...]:
        """What else a line cites (a contract, a project …), each with its label and place on the site; then what cites the line itself."""
        found: list[tuple[str, PageLink]] = []
        line = p.line
        for name, label, what in _OTHERS:
            cited = getattr(line, name)
            for id in (cited,) if isinstance(cited, str) else cited or ():
                place = self.view.where(self.books.find(what, id, month.filed))
                if place is not None:
                    found.append(("" if place.words.startswith(of(label)) else of(label), place))
        shown = {place.address for _, place in found}
        found += [("", place) for place in self.view.citing("line", p.id, "finance") if place.address not in shown]
        return tuple(found)

    def _parts(self, p: Posted) -> tuple[Part, ...]:
        """The shares of a divided line; of a correction what is taken back, negative, and what stands instead."""
        sign = 1 if p.column is Column.INCOME else -1
        return tuple(Part(self.funds.get(e.fund, e.fund), e.category, sign * e.fen if p.restated else abs(e.fen)) for e in p.entries)

    def _bears(self, p: Posted) -> bool:
        """Whether a citation of the voucher means this line: where a number stands twice, it is the first."""
        return self.books.ids["line"][p.id].at_ == p.line.at_

    def _summary(self, p: Posted) -> str:
        """What a line that says nothing of itself is about: the line it undoes."""
        first = self.ledger.posted.get(p.root)
        if first is not None and first.line.summary:
            return say("{kind}：{summary}", kind=p.line.kind.zh, summary=first.line.summary)
        return say("{kind}（凭证 {voucher}）", kind=p.line.kind.zh, voucher=p.line.voucher)

    def _ends(self, p: Posted, what: str, names: dict[str, str]) -> str:
        found = [getattr(e, what) for e in p.entries if getattr(e, what)]
        distinct = list(dict.fromkeys(names.get(f, f) for f in found))
        if p.column is Column.MOVE and len(distinct) > 1:
            return f"{distinct[0]} → {distinct[1]}"
        return joined("、", distinct) if len(distinct) < 2 else ""

    def _plan(self, line: Line, month: MonthLedger) -> Link | None:
        full = self.books.resolve("plan", line.plan, month.filed) if line.plan else None
        if full is None:
            return None
        book, period, number = full.split("/")
        return Link(getattr(self.books.ids["plan"][full], "matter", full), f"{month_address(book, period)}#{anchor('p', number)}")

    def _line(self, cited: str | None, month: MonthLedger) -> Link | None:
        """A cited line; one of another month is named with its month."""
        full = self.books.resolve("line", cited, month.filed) if cited else None
        if full is None:
            return None
        to, period = line_link(full), full.split("/")[1]
        return (
            to
            if full.startswith(f"{month.filed.id}/")
            else Link(say("{period}年{int}月{words}", period=period[:4], int=int(period[5:7]), words=to.words), to.address)
        )

    def _undoing(self, posted: Posted) -> Link:
        to = line_link(posted.id)
        return Link(
            say(
                "{month}月{day}日{kind}（凭证 {voucher}）",
                month=posted.line.date.month,
                day=posted.line.date.day,
                kind=posted.line.kind.zh,
                voucher=posted.line.voucher,
            ),
            to.address,
        )


def _day_and_id(posted: Posted) -> tuple[datetime.date, str]:
    return posted.line.date, posted.id


def line_link(full: str) -> Link:
    """A line by its full id: `committee/2026-02/02-011`."""
    book, period, voucher = full.split("/", 2)
    return Link(say("凭证 {voucher}", voucher=voucher), f"{month_address(book, period)}#{anchor('v', voucher)}")


def decision_link(books: Books, cited: str) -> Link:
    """A decision in words: the day, the meeting's kind and the topic."""
    meeting, _, number = cited.rpartition("/")
    decision = books.ids.get("decision", {}).get(cited)
    topic = decision.topic if isinstance(decision, Decision) else cited
    year, month, day = meeting[:10].split("-")
    return Link(
        say("{year}年{int}月{int2}日 {topic}", year=year, int=int(month), int2=int(day), topic=topic), f"meetings/{meeting}/#{anchor('d', number)}"
    )


def notes(view: View, record: Record) -> tuple[Note, ...]:
    """The 提醒 that concern a record, in words."""
    law = view.books.law
    found = view.findings.on(record)
    return tuple(Note(of(f.code.title), phrase(f.code.message, f.values), joined("、", (law.cite(c) for c in law.basis(f.basis)))) for f in found)


def _money(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02d}" if fen % 100 else f"{fen // 100:,}"
