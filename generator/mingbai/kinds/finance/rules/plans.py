"""Planned spending: published and decided before it is spent, explained where it is not."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.finance.posting.ledger import MonthLedger, decided, ledgers, readable
from mingbai.kinds.finance.records import Line, LineKind, MonthFile, Plan
from mingbai.kinds.finance.statements.planning import published
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DISCLOSED = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

BEFORE_PLAN = Code(
    "FIN080",
    Severity.WARNING,
    Text("计划公布以前就花了", "spent before its plan was published"),
    Text("{date} 付款，计划“{matter}”{since} 才{what}", "paid on {date}; “{matter}” was {what} only on {since}"),
    Text("核对日期；先花后公布的，在会上说明。", "Check the dates; where money went first, account for it at a meeting."),
    Text("先议定、先公布，再花钱；花了再补计划，就不是计划。", "Decided and published first, spent afterwards."),
    _DISCLOSED,
)
IDLE = Code(
    "FIN081",
    Severity.WARNING,
    Text("计划没有支出，也没有说明", "planned, never spent, not explained"),
    Text("“{matter}”计划 {estimate}，到 {due} 没有支出{unsure}", "“{matter}”, planned at {estimate}: nothing spent by {due}{unsure}"),
    Text("花了的，在那一笔写“计划”；不花了或推迟的，写“未支出原因”。", "Where it was spent, name the plan in the line; else say why not."),
    Text("公布过的计划要有下文：花了多少，或者为什么没花。", "What was announced has an end: what it cost, or why it was not done."),
    _DISCLOSED,
)
UNPLANNED = Code(
    "FIN082",
    Severity.WARNING,
    Text("大额支出没有计划", "a large payment without plan"),
    Text("支出 {amount}，{limit} 元以上应当先公布计划", "{amount} was paid; from {limit} yuan upwards a plan is published first"),
    Text("写上“计划”的编号；没有计划的，在会上说明。", "Name the plan; where there was none, account for it at a meeting."),
    Text("三审三公开：花之前先议、先公布，花之后再审、再公布。", "Reviewed and published before it is spent, and again afterwards."),
    _DISCLOSED,
)


@rule(BEFORE_PLAN)
def plans_come_before_their_spending(books: Books) -> Iterator[Diagnostic]:
    """A line that names a plan is dated on or after the day the plan was published, and decided."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for line in month.file.lines:
                if line.plan is not None and line.undoes is None:
                    yield from _before(books, month, line, line.plan)


def _before(books: Books, month: MonthLedger, line: Line, cited: str) -> Iterator[Diagnostic]:
    plan = books.find("plan", cited, month.filed)
    home = books.file(plan) if isinstance(plan, Plan) else None
    if not isinstance(plan, Plan) or home is None or not isinstance(home.record, MonthFile):
        return
    days = [(published(plan, home.record), Text("公布", "published"))]
    if plan.decision and plan.decision != line.decision:  # of the line's own decision money_follows_a_decision tells
        outcome = decided(books, plan.decision, home)
        days.append((outcome[1] if outcome else None, Text("议定", "decided")))
    late = [(day, what) for day, what in days if day is not None and day > line.date]
    if late:
        day, what = max(late, key=lambda one: one[0])
        yield BEFORE_PLAN.at(books.place(line, "plan"), record=line.at_, date=line.date, matter=plan.matter, since=day, what=what)


@rule(IDLE)
def plans_have_an_end(books: Books) -> Iterator[Diagnostic]:
    """Some days after its month a plan was spent, or says why it was not."""
    if not readable(books):
        return
    for ledger in books.derived(ledgers).values():
        planned = ((m, books.law.standard("plan-idle-days", m.last)) for m in ledger.months if m.file.plans)
        waited = ((m, s, m.last + datetime.timedelta(s.count)) for m, s in planned if s is not None and s.count is not None)
        idle = [(m, s, due, p) for m, s, due in waited if due < books.as_of for p in m.file.plans if p.unspent is None]
        cited = _cited(books, ledger.months) if idle else frozenset()
        for month, standard, due, plan in idle:
            if f"{month.filed.id}/{plan.number}" not in cited:
                said: dict[str, Any] = {"matter": plan.matter, "estimate": grouped(plan.estimate), "due": due}
                yield IDLE.at(books.place(plan, "matter"), record=plan.at_, unsure=doubt(standard), basis=books.law.grounds(IDLE, standard), **said)


def _cited(books: Books, months: tuple[MonthLedger, ...]) -> frozenset[str]:
    """The full ids of the plans that lines name."""
    named = ((m, line.plan) for m in months for line in m.file.lines if line.plan is not None)
    return frozenset(books.resolve("plan", plan, m.filed) or "" for m, plan in named)


@rule(UNPLANNED)
def large_payments_have_a_plan(books: Books) -> Iterator[Diagnostic]:
    """Where a place asks for it, payments from an amount upwards name the plan that was published before."""
    for span, least in ((s, s.asked.amount) for s in books.law.through("plan-from") if s.asked.amount is not None):
        for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months if span.begun(m.last)):
            for line in month.file.lines:
                if line.kind is LineKind.EXPENSE and line.plan is None and (line.amount or 0) >= least and span.holds(line.date):
                    said: dict[str, Any] = {"amount": grouped(line.amount or 0), "limit": grouped(least)}
                    yield UNPLANNED.at(books.place(line), record=line.at_, basis=books.law.grounds(UNPLANNED, span.asked), **said)
