"""Planned spending on the site: a plan in a row, all plans of a book on a page (花之前先公布，花之后再对照)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.kind import View
from mingbai.kinds.finance.pages.contexts import PlanGroup, PlanRow, PlansContext
from mingbai.kinds.finance.pages.views import decision_link, folder, line_link, month_address, notes
from mingbai.kinds.finance.posting.ledger import BookLedger, ledgers
from mingbai.kinds.finance.statements.planning import Planned, planned
from mingbai.pages import Block, Crumb, Draft, Theme, Toc, anchor
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

_GROUPS = (("准备花的", "coming", "wait"), ("超出计划的", "over", "warn"), ("已经花的", "spent", "ok"), ("不花了的", "given-up", "past"))


def drafts(view: View) -> Iterator[Draft]:
    """A page for each book that ever planned anything."""
    for ledger in view.books.derived(ledgers).values():
        context = _context(view, ledger)
        if context.groups:
            above = (Crumb("财务公开", "finance/"), Crumb(ledger.book.name, f"finance/{ledger.book.id}/"))
            toc = tuple(Toc(g.title, g.anchor) for g in context.groups)
            title = say("{book} 支出计划", book=ledger.book.name)
            day = updated(view.books, ledger)
            yield Draft(context.address, title, context.lede, "finance/plans.html", context, above, day, toc, source=folder(ledger.book))


def updated(books: Books, ledger: BookLedger) -> datetime.date:
    """The newest past day its plans speak of: published, spent, looked over."""
    every = books.derived(planned)[ledger.book.id]
    days = (ledger.months[-1].last, *(p.published for p in every if p.published), *(day for p in every for _, _, day in p.reviews))
    return max((d for d in days if d <= books.as_of), default=books.as_of)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """What the book's page says of its plans."""
    for ledger in view.books.derived(ledgers).values():
        context = _context(view, ledger)
        if context.groups:
            yield f"finance/{ledger.book.id}/", Block(105, "finance/plans_part.html", context, (Toc("支出计划", "plans", 3),), Theme.SPENDING)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each plan stands: on the page of its month."""
    if any(ledger.months for ledger in view.books.derived(ledgers).values()):
        for id, every in view.books.derived(planned).items():
            for p in every:
                yield p.plan.at_, (f"{month_address(id, p.month.month)}#{anchor('p', p.plan.number)}", say("计划 {matter}", matter=p.plan.matter))


def rows(view: View, ledger: BookLedger) -> tuple[PlanRow, ...]:
    """Every plan of the book, in the order of months."""
    funds = {f.id: f.name for f in ledger.funds}
    return tuple(_row(view, ledger, p, funds) for p in view.books.derived(planned)[ledger.book.id])


def _row(view: View, ledger: BookLedger, p: Planned, funds: dict[str, str]) -> PlanRow:
    plan, month = p.plan, p.month.month
    at, address = anchor("p", plan.number), month_address(ledger.book.id, month)
    return PlanRow(
        at,
        plan.matter,
        plan.estimate,
        p.spent,
        funds.get(plan.fund, plan.fund) if plan.fund else "",
        plan.category or "",
        decision_link(view.books, plan.decision) if plan.decision else None,
        tuple(line_link(posted.id) for posted in p.lines),
        say("{year}年{month}月", year=month.year, month=month.month),
        ledger.book.name,
        f"{address}#{at}",
        p.published,
        plan.unspent or "",
        p.left,
        *p.word,
        tuple(
            say("{of}年{int}月的账由{who}于{month}月{day}日审核", of=of[:4], int=int(of[5:]), who=who, month=day.month, day=day.day)
            for of, who, day in p.reviews
        ),
        notes(view, plan),
    )


def _context(view: View, ledger: BookLedger) -> PlansContext:
    every = rows(view, ledger)
    found = ((title, at, tuple(r for r in every if r.state == state)) for title, at, state in _GROUPS)
    groups = tuple(PlanGroup(title, at, mine, sum(r.estimate for r in mine), sum(r.spent for r in mine)) for title, at, mine in found if mine)
    return PlansContext(ledger.book, _lede(every), _late(every), groups, f"finance/{ledger.book.id}/plans/")


def _lede(every: tuple[PlanRow, ...]) -> str:
    spent = [r for r in every if r.lines]
    coming = [r for r in every if r.state == "wait"]
    told = say("公布过 {n} 项支出计划", n=len(every))
    if spent:
        told += say(
            "，{n} 项已花，原计划 {sum} 元，实际 {sum2} 元",
            n=len(spent),
            sum=grouped(sum(r.estimate for r in spent)),
            sum2=grouped(sum(r.spent for r in spent)),
        )
    return (
        say("{told}；{n} 项还没有花，预计 {sum} 元。", told=told, n=len(coming), sum=grouped(sum(r.estimate for r in coming)))
        if coming
        else say("{told}。", told=told)
    )


def _late(every: tuple[PlanRow, ...]) -> str:
    over, idle = sum(r.state == "warn" for r in every), sum(bool(r.notes) and not r.lines for r in every)
    told = [say("{over} 项超出计划。", over=over)] if over else []
    told += [say("{idle} 项早该花了，还没有说明。", idle=idle)] if idle else []
    return joined("", told)
