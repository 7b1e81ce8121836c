"""Admission on the site: the tasks and their money, a page each, and the way there from funds and services."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.diagnostics import Cite
from mingbai.kind import View
from mingbai.kinds.admission import sentences
from mingbai.kinds.admission.contexts import FlowRow, FundRow, Group, IndexContext, Listed, PartContext, PromiseRow, Row, Step, TaskContext
from mingbai.kinds.admission.records import Duty, DutyFile, DutySort, Outcome, Promise
from mingbai.kinds.admission.standing import Followed, Standing, State, came_into, lists, standings, without_task
from mingbai.kinds.community.records import Community
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.pages import Block, Crumb, Draft, Link, Toc, anchor
from mingbai.values.days import spoken
from mingbai.values.speech import joined, say

_HOME = "admission/"
_TITLE = "准入台账"
_SECTION = Crumb(_TITLE, _HOME)
_BASIS = (Cite("urban-committee", "34"), Cite("urban-committee", "43"), Cite("village-committee", "43"))


def drafts(view: View) -> Iterator[Draft]:
    """The list, which says so where nothing is registered, and the tasks."""
    every = view.books.derived(standings)
    yield _index(view, every)
    yield from (_task(view, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The task on the page of its fund, and on the pages of the services that belong to it."""
    for s in view.books.derived(standings):
        row = (_row(view, s),)
        for fund in (f for f in s.funds if f.book in view.books.derived(ledgers)):
            context = PartContext("这笔钱为哪件事来的", say("钱跟着事走：部门要社区做事，就要给钱。"), row)
            yield f"finance/{fund.book}/funds/{fund.id}/", Block(120, "admission/part.html", context, (Toc(context.title, "admission"),))
        for id in s.task.services:
            place = view.where(view.books.find("service", id, s.filed))
            if place is not None:
                context = PartContext("这件事是替谁办的", say("部门要社区协助，经过准入，钱到没到也在这里。"), row)
                yield place.address, Block(120, "admission/part.html", context, (Toc(context.title, "admission"),))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each task stands, and each entry of a list."""
    for s in view.books.derived(standings):
        yield s.task.at_, (address(s), say("准入事项 {matter}", matter=s.task.matter))
    for filed, file in lists(view.books):
        yield from (
            (d.at_, (f"{_HOME}#{duty_anchor(filed.id, d)}", say("清单 {number} {matter}", number=d.number, matter=d.matter))) for d in file.duties
        )


def address(s: Standing) -> str:
    """The task's page."""
    return f"{_HOME}{s.id}/"


def duty_anchor(file: str, duty: Duty) -> str:
    """Where an entry stands on the page."""
    return anchor(f"d-{file}", duty.number)


def _index(view: View, every: tuple[Standing, ...]) -> Draft:
    community = view.books.the(Community)
    orphans = tuple(_orphan(view, every))
    listed = tuple(_listed(view, filed.id, filed.path, file) for filed, file in lists(view.books))
    taken = [s for s in every if s.taken]
    owed = [s for s in taken if s.followed is not Followed.FREE]
    context = IndexContext(
        sentences.every(every),
        sentences.late(every, len(orphans)),
        sum(s.followed in (Followed.ALL, Followed.WAITING) or (bool(s.promised) and s.arrived >= s.due) for s in owed),
        len(owed),
        sum(s.promised for s in taken),
        sum(s.due for s in taken),
        sum(s.arrived for s in taken),
        tuple(g for g in _groups(view, every) if g.rows),
        orphans,
        listed,
        (community.phone or "") if community else "",
        tuple(view.books.law.cite(c) for c in view.books.law.basis(_BASIS)),
    )
    toc = (
        *(Toc(g.title, g.anchor) for g in context.groups),
        *((Toc("有钱没有任务的", "orphans"),) if orphans else ()),
        *(Toc(one.title, one.anchor) for one in listed),
    )
    newest = max((s.newest() for s in every), default=None)
    return Draft(_HOME, _TITLE, context.lede, "admission/index.html", context, (), newest, toc)


def _groups(view: View, every: tuple[Standing, ...]) -> Iterator[Group]:
    taken = [s for s in every if s.taken]
    bare = [s for s in taken if s.followed is Followed.UNPROMISED]
    short = [s for s in taken if s not in bare and s.state is not State.WITHDRAWN and s.arrived < s.due]
    rest = [s for s in taken if s not in bare and s not in short]
    yield _group(view, "接了任务没有给钱的", "bare", bare)
    yield _group(view, "说好的钱没有到齐的", "short", short)
    yield _group(view, "钱跟着来了的", "followed", [s for s in rest if s.followed not in (Followed.FREE, Followed.WAITING)])
    yield _group(view, "钱还没到日子的", "waiting", [s for s in rest if s.followed is Followed.WAITING])
    yield _group(view, "不用花钱的", "free", [s for s in rest if s.followed is Followed.FREE])
    yield _group(view, "还没有决定的", "asked", [s for s in every if s.state is State.ASKED])
    yield _group(view, "没有接的", "refused", [s for s in every if s.state is State.REFUSED])


def _group(view: View, title: str, at: str, mine: list[Standing]) -> Group:
    return Group(title, at, tuple(_row(view, s) for s in mine), sum(s.promised for s in mine), sum(s.arrived for s in mine))


def _row(view: View, s: Standing) -> Row:
    t = s.task
    money = s.followed if s.taken else None
    return Row(
        *(t.matter, address(s), t.department, t.sort.zh, s.promised, s.arrived, s.state.zh, sentences.COLOURS[s.state]),
        *((money.zh, sentences.MONEY[money]) if money else ("", "")),
        bool(view.findings.on(t)),
    )


def _orphan(view: View, every: tuple[Standing, ...]) -> Iterator[FundRow]:
    community = view.books.the(Community)
    names = {b.id: b.name for b in community.books} if community else {}
    for fund in without_task(view.books):
        yield FundRow(fund.name, f"finance/{fund.book}/funds/{fund.id}/", names.get(fund.book, ""), fund.grantor or "", came_into(view.books, fund))


def _listed(view: View, id: str, path: str, file: DutyFile) -> Listed:
    told = joined(
        "，",
        (
            p
            for p in (
                say("{issued_by}发布", issued_by=file.issued_by) if file.issued_by else "",
                file.document or "",
                spoken(file.issued) if file.issued else "",
            )
            if p
        ),
    )
    groups = []
    for sort in DutySort:
        mine = tuple((duty_anchor(id, d), d, tuple(_tasks(view, f"{id}/{d.number}"))) for d in file.duties if d.sort is sort)
        if mine:
            groups.append((sort.zh, mine))
    return Listed(file, file.name or "社区事项清单", f"list-{id}", told, tuple(groups), path)


def _tasks(view: View, duty: str) -> Iterator[Link]:
    for citation in view.books.referrers("duty", duty):
        place = view.where(citation.record)
        if place is not None:
            yield place


def _task(view: View, s: Standing) -> Draft:
    t = s.task
    money = s.followed if s.taken else None
    context = TaskContext(
        task=t,
        lede=sentences.one(s),
        late=sentences.late_one(s),
        state=s.state.zh,
        state_colour=sentences.COLOURS[s.state],
        money=money.zh if money else "",
        money_colour=sentences.MONEY[money] if money else "",
        asked=t.asked.money if t.asked else None,
        promised=s.promised,
        arrived=s.arrived,
        spent=s.spent,
        own=s.own,
        needs=sentences.needs(s),
        promises=tuple(_promise(s, promise, total) for promise, total in s.promised_by),
        flows=tuple(_flows(view, s)),
        funds=tuple(Link(f.name, f"finance/{f.book}/funds/{f.id}/") for f in s.funds),
        services=tuple(p for id in t.services if (p := view.where(view.books.find("service", id, s.filed)))),
        listed=view.where(view.books.find("duty", t.listed, s.filed)) if t.listed else None,
        decision=view.where(view.books.find("decision", t.decided.decision, s.filed)) if t.decided and t.decided.decision else None,
        steps=tuple(_steps(s)),
        notes=view.notes(t),
        source=s.filed.path,
    )
    shown = (("duty", "谁负责什么", t.ours or t.theirs), ("money", "钱跟来了没有", s.taken), ("steps", "经过", True))
    toc = tuple(Toc(title, id) for id, title, there in shown if there)
    return Draft(address(s), t.matter, context.lede, "admission/task.html", context, (_SECTION,), s.newest(), toc, source=context.source)


def _promise(s: Standing, promise: Promise, total: int) -> PromiseRow:
    day = s.reached(total) if s.arrived >= total else None
    if s.arrived_by(promise.due) >= total:
        word, colour = "按时到账", "ok"
    elif day is not None:
        word, colour = say("{month}月{day}日才到", month=day.month, day=day.day), "warn"
    elif promise.due < s.as_of:
        word, colour = say("已晚 {days} 天", days=(s.as_of - promise.due).days), "late"
    else:
        word, colour = "还没到日子", "wait"
    return PromiseRow(promise.amount, promise.due, promise.how or "", word, colour)


def _flows(view: View, s: Standing) -> Iterator[FlowRow]:
    if s.task.before:
        yield FlowRow(s.task.applied, "账簿启用以前已经到账", None, s.task.before, 0, 0, "")
    for flow in s.flows:
        line = flow.posted.line
        if line.date <= s.as_of:
            yield FlowRow(line.date, line.summary or "", view.where(line), flow.arrived, flow.spent, flow.own, line.voucher)


def _steps(s: Standing) -> Iterator[Step]:
    t = s.task
    found = [Step(say("{department}提出申请", department=t.department), t.applied, "")]
    if t.decided:
        found.append(Step(say("{body}决定{outcome}", body=t.decided.body, outcome=t.decided.outcome.zh), t.decided.day, t.decided.opinion or ""))
    found += [Step("办理", w.day, w.words) for w in t.work]
    if t.withdrawn:
        found.append(Step("撤销", t.withdrawn.day, t.withdrawn.words))
    if t.closed and (t.decided is None or t.decided.outcome is Outcome.ADMITTED):
        found.append(Step("办结", t.closed.day, t.closed.words))
    yield from sorted((one for one in found if one.day <= s.as_of), key=lambda step: step.day)
