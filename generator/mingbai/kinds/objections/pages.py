"""Objections on the site: the page of supervision, a page each, and on every page of the ledgers how to object and what was answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.diagnostics import Cite
from mingbai.kind import View
from mingbai.kinds.community.records import Community, Fund
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.objections.contexts import Figures, IndexContext, ObjectionContext, PartContext, Row
from mingbai.kinds.objections.records import Sort
from mingbai.kinds.objections.standing import RAISED, STANDARDS, Standing, State, about, standings
from mingbai.packs import Standing as Firm
from mingbai.pages import Block, Crumb, Draft, Link, Toc
from mingbai.schema.record import Record
from mingbai.values.speech import joined, say

HOME = "supervision/"
_TITLE = "监督"
_BASIS = (Cite("urban-committee", "35"), Cite("village-committee", "35"))
_COLOURS = {State.OPEN: "now", State.OVERDUE: "late", State.IN_TIME: "ok", State.LATE: "warn"}
_NOT_HERE = ("about/", "data/", "warnings/", HOME)
_MONTH = re.compile(r"finance/[^/]+/\d{4}/\d{2}/")
_ITEM = re.compile(r"disclosure/([^/]+)/")
_ODD = re.compile(r"[^a-z0-9-]+")


def drafts(view: View) -> Iterator[Draft]:
    """The page of supervision, and a page for every objection."""
    every = view.books.derived(standings)
    yield _index(view, every)
    yield from (_page(view, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """On every page where records stand: how to object to them, and what was objected, with the answers."""
    phone = _phone(view)
    here: dict[str, list[Row]] = {}
    for s in view.books.derived(standings):
        for page in dict.fromkeys(place.address.partition("#")[0] for r in about(view.books, s) if (place := _where(view, r))):
            here.setdefault(page, []).append(_row(s))
    for page in _of_books(view):
        here.setdefault(page, [])
    pages = dict.fromkeys(here) | dict.fromkeys(link.address.partition("#")[0] for link in view.places.values())
    for page in pages:
        if page and not page.startswith(_NOT_HERE):
            rows = tuple(here.get(page, ()))
            toc = (Toc("异议和答复", "objections"),) if rows else ()
            told = max((r.answered or r.day for r in rows), default=None)
            yield page, Block(900, "objections/part.html", PartContext(rows, phone, _hint(page)), toc, updated=told)


def _of_books(view: View) -> Iterator[str]:
    """Pages of books that no record stands on alone: funds, half-years, quarters."""
    for ledger in view.books.derived(ledgers).values():
        yield from (f"finance/{f.book}/funds/{f.id}/" for f in ledger.funds)
        for month in (m.month for m in ledger.months):
            of_year = f"finance/{ledger.book.id}/{month.year}/"
            yield from (f"{of_year}h{(month.month - 1) // 6 + 1}/", f"{of_year}q{(month.month - 1) // 3 + 1}/")


def _hint(page: str) -> str:
    """What to name so that the line, or the item, is found at once; empty where the page is enough."""
    if _MONTH.fullmatch(page):
        return say("说出是哪个凭证号，就能找到那一笔。")
    item = _ITEM.fullmatch(page)
    return say("说出事项编号 {id} 就行。", id=item[1].upper()) if item else ""


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each objection stands."""
    for s in view.books.derived(standings):
        yield s.objection.at_, (address(s), say("{sort} {number}", sort=s.objection.sort.zh, number=s.id))


def address(s: Standing) -> str:
    """`supervision/objections/2026-03/`; what is not plain in a number becomes its code points."""
    number = _ODD.sub(lambda found: "".join(f"{ord(c):x}" for c in found[0]), s.objection.number.lower())
    return f"{HOME}objections/{s.filed.id}-{number}/"


def _where(view: View, record: Record) -> Link | None:
    """Where a record stands; a fund has a page where its book is declared."""
    if isinstance(record, Fund):
        return (
            Link(say("资金 {name}", name=record.name), f"finance/{record.book}/funds/{record.id}/")
            if record.book in view.books.derived(ledgers)
            else None
        )
    return view.where(record)


def _phone(view: View) -> str:
    community = view.books.the(Community)
    return (community.phone or "") if community else ""


def _row(s: Standing) -> Row:
    o = s.objection
    answer = o.answer.text if o.answer and s.answered else ""
    return Row(o.number, address(s), o.summary, o.sort.zh, o.category, o.day, s.due, s.answered, answer, _word(s), _COLOURS[s.state])


def _word(s: Standing) -> str:
    return (
        say("逾期 {days} 天", days=s.days)
        if s.state is State.OVERDUE
        else say("晚了 {days} 天", days=s.days)
        if s.state is State.LATE
        else s.state.zh
    )


def _index(view: View, every: tuple[Standing, ...]) -> Draft:
    community = view.books.the(Community)
    of = {state: tuple(_row(s) for s in every if s.state is state) for state in State}
    figures = Figures(len(every), len(of[State.IN_TIME]), len(of[State.LATE]), len(of[State.OPEN]), len(of[State.OVERDUE]))
    answered = tuple(_row(s) for s in every if s.answered)
    law = view.books.law
    context = IndexContext(
        _counted(figures),
        say("{overdue} 件过了期限还没有答复。", overdue=figures.overdue) if figures.overdue else "",
        figures,
        tuple(_clocks(view)),
        community.channels if community else (),
        _phone(view),
        of[State.OVERDUE],
        of[State.OPEN],
        answered,
        tuple(law.cite(c) for c in law.basis(_BASIS)),
    )
    shown = (
        ("how", "怎样提异议、投诉和举报", True),
        ("overdue", "逾期没有答复的", context.overdue),
        ("open", "正在办的", context.open),
        ("answered", "已经答复的", answered),
    )
    toc = tuple(Toc(title, id) for id, title, there in shown if there)
    newest = max((day for s in every for day in (s.objection.day, s.answered) if day and day <= s.as_of), default=None)
    return Draft(HOME, _TITLE, context.lede, "objections/index.html", context, (), newest, toc)


def _counted(f: Figures) -> str:
    if not f.raised:
        return say("看到哪里不对、不清楚，都可以提出来，我们按期答复，答复也在这里公布。还没有人提出异议。")
    told = (
        [say("按期答复 {in_time} 件", in_time=f.in_time)]
        + [say("答复晚了 {late} 件", late=f.late)] * bool(f.late)
        + [say("正在办 {open} 件", open=f.open)] * bool(f.open)
    )
    return say("居民提了 {raised} 件异议和诉求：{list}。看到哪里不对、不清楚，都可以提出来。", raised=f.raised, list=joined("，", told))


def _clocks(view: View) -> Iterator[tuple[str, str]]:
    """How many days each sort has, and how firm that is."""
    for sort, id in STANDARDS.items():
        standard = view.books.law.standard(id)
        if standard is not None and standard.count is not None:
            firm = "" if standard.standing is not Firm.DEFAULT else "（待确认的默认值）"
            told = say("提出以后 {count} 天内答复{firm}", count=standard.count, firm=firm)
            raised = view.books.law.standard(RAISED.get(sort, ""))
            if raised is not None and raised.count is not None:
                told = (
                    say("监督委员会在公开方案提出以后 {raise_days} 天内提出，{told}", raise_days=raised.count, told=told)
                    if sort is Sort.REVIEW
                    else say("公布以后 {raise_days} 天内提出，{told}；过了期限提出的也答复", raise_days=raised.count, told=told)
                )
            yield sort.zh, told


def _page(view: View, s: Standing) -> Draft:
    o = s.objection
    who = o.by or "居民"
    said = {"year": o.day.year, "month": o.day.month, "day": o.day.day, "who": who, "channel": o.channel.zh}
    quoted = say("{year}年{month}月{day}日，{who}通过{channel}提出：“{words}”。", **said, words=o.summary.splitlines()[0].rstrip("。"))
    raised = say("{year}年{month}月{day}日，{who}通过{channel}提出。", **said)  # its words stand below in full
    plan = ""
    if o.plan is not None:
        plan = say("公开方案是{year}年{month}月{day}日提出的。", year=o.plan.year, month=o.plan.month, day=o.plan.day)
    if s.answered and o.answer:
        told = say("{month}月{day}日答复，结论：{outcome}。", month=s.answered.month, day=s.answered.day, outcome=o.answer.outcome.zh)
    else:
        told = say("应在 {month}月{day}日以前答复。", month=s.due.month, day=s.due.day) if s.due else ""
    context = ObjectionContext(
        o,
        raised + plan + told,
        say("已经逾期 {days} 天。", days=s.days)
        if s.state is State.OVERDUE
        else say("答复晚了 {days} 天。", days=s.days)
        if s.state is State.LATE
        else "",
        _word(s),
        _COLOURS[s.state],
        s.due,
        tuple(dict.fromkeys(place for r in about(view.books, s) if (place := _where(view, r)))),
        view.notes(o),
        s.filed.path,
    )
    title = say("{sort} {id}：{category}", sort=o.sort.zh, id=s.id, category=o.category)
    newest = max(d for d in (o.day, s.answered) if d)
    toc = (Toc("答复", "answer"),)
    return Draft(
        address(s),
        title,
        quoted + plan + told,
        "objections/objection.html",
        context,
        (Crumb(_TITLE, HOME),),
        min(newest, s.as_of),
        toc,
        source=context.source,
    )
