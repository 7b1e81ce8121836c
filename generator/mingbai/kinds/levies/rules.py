"""What must hold of a levy: its figures, its vote, its limits, its account."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.registers import declared, strays
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.finance.records import PartyKind
from mingbai.kinds.levies.codes import (
    EARLY,
    GRANT_DIFFERS,
    LABOUR,
    LATE,
    LEFT,
    NO_BOOK,
    NO_DOCUMENT,
    NO_VOTE,
    NOT_PASSED,
    OVER_DAYS,
    OVER_RATE,
    PAID_DAYS,
    RAISED,
    REST,
    TOO_MUCH,
    TOTAL,
    UNEXAMINED,
)
from mingbai.kinds.levies.records import LevyFile
from mingbai.kinds.levies.standing import Standing, standings
from mingbai.kinds.meetings.records import Result
from mingbai.packs import Standard, doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text


@rule(NO_BOOK)
def a_levy_lies_with_its_book(books: Books) -> Iterator[Diagnostic]:
    """The folder is a registered book."""
    for levy, book in strays(books, LevyFile):
        yield NO_BOOK.at(books.place(levy), book=book, known=sorted(declared(books)))


@rule(RAISED, LABOUR, PAID_DAYS, TOTAL)
def its_figures_agree(books: Books) -> Iterator[Diagnostic]:
    """People × rate and people × days × value are the amounts, and all parts make the total, to the fen."""
    for levy in books.records(LevyFile):
        raised, labour = levy.raised, levy.labour
        if raised and raised.amount is not None and raised.product != raised.amount:
            said: dict[str, Any] = {"people": raised.people, "rate": grouped(raised.rate), "amount": grouped(raised.amount)}
            yield RAISED.at(books.place(raised, "amount"), product=grouped(raised.product), **said)
        if labour and labour.amount is not None and labour.product != labour.amount:
            said = {"people": labour.people, "days": labour.days, "value": grouped(labour.value), "amount": grouped(labour.amount)}
            yield LABOUR.at(books.place(labour, "amount"), product=grouped(labour.product), **said)
        if labour and labour.paid_days and labour.paid_days > (most := labour.people * labour.days):
            said = {"paid": labour.paid_days, "people": labour.people, "days": labour.days, "most": most}
            yield PAID_DAYS.at(books.place(labour, "paid_days"), **said)
        yield from _total(books, levy)


def _total(books: Books, levy: LevyFile) -> Iterator[Diagnostic]:
    parts = [
        (Text("筹资", "money"), levy.raised.fen if levy.raised else None),
        (Text("筹劳", "labour"), levy.labour.fen if levy.labour else None),
        (Text("奖补", "grant"), levy.grant.amount if levy.grant else None),
        (Text("捐款", "donated"), levy.donated),
        (Text("集体投入", "collective"), levy.collective),
        (Text("其他", "other"), levy.other),
    ]
    there = [(word, fen) for word, fen in parts if fen is not None]
    computed = levy.sum
    if levy.total is not None and computed != levy.total:
        told = Text("、".join(f"{w.zh} {grouped(f)}" for w, f in there), ", ".join(f"{w.en} {grouped(f)}" for w, f in there))
        said: dict[str, Any] = {"asserted": grouped(levy.total), "computed": grouped(computed), "difference": grouped(abs(computed - levy.total))}
        yield TOTAL.at(books.place(levy, "total"), parts=told, **said)


@rule(NO_VOTE, NOT_PASSED, EARLY)
def first_the_vote(books: Books) -> Iterator[Diagnostic]:
    """A levy was voted and passed before anything was collected."""
    for s in books.derived(standings):
        levy = s.levy
        if levy.decision is None:
            yield NO_VOTE.at(books.place(levy, "name"), record=levy.at_, name=levy.name)
        elif s.outcome is not None and s.outcome[0] is not None and s.outcome[0] is not Result.PASSED:
            yield NOT_PASSED.at(books.place(levy, "decision"), record=levy.at_, decision=levy.decision, result=s.outcome[0].text)
        elif s.outcome is not None:
            first = next((p for p in s.lines if p.column is Column.INCOME and p.line.decision is None), None)
            if first is not None and first.line.date < s.outcome[1]:
                yield EARLY.at(books.place(levy, "decision"), record=levy.at_, day=first.line.date, decided=s.outcome[1])


@rule(UNEXAMINED)
def first_it_is_examined(books: Books) -> Iterator[Diagnostic]:
    """Where the rule on levies binds the community, the township has examined the plan before residents pay."""
    if not books.law.binds(UNEXAMINED.basis[0].act):
        return
    for s in books.derived(standings):
        first = min((p.line.date for p in s.lines if p.column is Column.INCOME and p.line.party_kind is PartyKind.PERSON), default=None)
        filing = s.levy.filing
        if first is not None and (filing is None or filing.day > first):
            what = (
                Text(f"{filing.day} 才审核", f"examined on {filing.day}") if filing else Text("没有写审核", "and nobody is said to have examined it")
            )
            place = books.place(filing, "day") if filing else books.place(s.levy, "name")
            yield UNEXAMINED.at(place, record=s.levy.at_, day=first, what=what)


@rule(NO_DOCUMENT, GRANT_DIFFERS)
def a_grant_is_what_was_promised(books: Books) -> Iterator[Diagnostic]:
    """A grant that came has its document; when the levy is closed, it came as it was promised."""
    sound = not any(f.record is None and f.kind == "finance" for f in books.filed)
    for s in books.derived(standings):
        grant = s.levy.grant
        if s.granted and (grant is None or grant.document is None):
            place = books.place(grant) if grant else books.place(s.levy, "name")
            yield NO_DOCUMENT.at(place, record=s.levy.at_, name=s.levy.name, granted=grouped(s.granted))
        asserted = grant.amount if grant else 0
        if s.levy.settled and s.granted != asserted and sound:
            said: dict[str, Any] = {"name": s.levy.name, "asserted": grouped(asserted), "granted": grouped(s.granted)}
            yield GRANT_DIFFERS.at(books.place(grant, "amount") if grant else books.place(s.levy.settled), record=s.levy.at_, **said)


@rule(OVER_RATE, OVER_DAYS)
def nobody_is_asked_too_much(books: Books) -> Iterator[Diagnostic]:
    """What a person is asked for in a year, over all levies of a book, keeps within the limits; told at the levy that goes beyond."""
    asked: dict[tuple[str, int, str], int] = defaultdict(int)
    for s in books.derived(standings):
        at, levy = (s.ledger.book.id, s.levy.year), s.levy
        voted = s.outcome[1] if s.outcome is not None else datetime.date(levy.year, 1, 1)
        money, days = books.law.standard("levy-rate", voted), books.law.standard("levy-days", voted)
        if levy.raised and money and money.amount is not None:
            asked[(*at, "money")] += levy.raised.rate
            yield from _beyond(books, s, asked[(*at, "money")], money.amount, levy.raised.rate, money)
        if levy.labour and days and days.count is not None:
            asked[(*at, "days")] += levy.labour.days
            yield from _beyond(books, s, asked[(*at, "days")], days.count, levy.labour.days, days)


def _beyond(books: Books, s: Standing, total: int, limit: int, mine: int, standard: Standard) -> Iterator[Diagnostic]:
    """Told once a year and limit: at the levy with which the sum first lies above."""
    if total <= limit or total - mine > limit:
        return
    said: dict[str, Any] = {"year": s.levy.year, "unsure": doubt(standard)}
    if standard.amount is not None and s.levy.raised:
        yield OVER_RATE.at(
            books.place(s.levy.raised, "rate"),
            record=s.levy.at_,
            basis=books.law.grounds(OVER_RATE, standard),
            sum=grouped(total),
            limit=grouped(limit),
            **said,
        )
    elif s.levy.labour:
        yield OVER_DAYS.at(
            books.place(s.levy.labour, "days"), record=s.levy.at_, basis=books.law.grounds(OVER_DAYS, standard), sum=total, limit=limit, **said
        )


@rule(TOO_MUCH, LATE)
def what_was_voted_is_collected(books: Books) -> Iterator[Diagnostic]:
    """Residents pay what was voted, no more, and by the day that was set."""
    for s in books.derived(standings):
        raised = s.levy.raised
        asked = raised or s.levy.labour
        if asked is None:
            continue
        said: dict[str, Any] = {"name": s.levy.name, "due": grouped(s.due), "collected": grouped(s.collected)}
        if s.collected > s.due:
            yield TOO_MUCH.at(books.place(asked, "amount"), record=s.levy.at_, **said)
        elif raised is not None and raised.until is not None and books.as_of > raised.until and s.collected < s.due and s.levy.settled is None:
            yield LATE.at(books.place(raised, "until"), record=s.levy.at_, until=raised.until, lacking=grouped(s.due - s.collected), **said)


@rule(LEFT, REST)
def the_account_is_kept_until_it_is_closed(books: Books) -> Iterator[Diagnostic]:
    """What is left when it is closed is what the lines say, and somebody decided what becomes of it."""
    sound = not any(f.record is None and f.kind == "finance" for f in books.filed)
    for s in books.derived(standings):
        settled = s.levy.settled
        if settled is None:
            continue
        if settled.left != s.left and sound:
            said: dict[str, Any] = {"received": grouped(s.received), "spent": grouped(s.spent), "asserted": grouped(settled.left)}
            yield LEFT.at(books.place(settled, "left"), computed=grouped(s.left), **said)
        elif settled.left and (settled.use is None or settled.decision is None):
            yield REST.at(books.place(settled, "left"), record=s.levy.at_, left=grouped(settled.left))
