"""Conduct: papers, signatures, decisions, plans; who handles does not approve; words that say something."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import MonthLedger, decided, ledgers
from mingbai.kinds.finance.posting.standing import judged
from mingbai.kinds.finance.records import Line, LineKind, Plan
from mingbai.kinds.meetings.records import Result
from mingbai.packs import Carry, Standing, cites
from mingbai.schema.record import fields
from mingbai.values.money import grouped
from mingbai.values.text import Text

LACKS_PAPER = Code(
    "FIN012",
    Severity.WARNING,
    Text("缺少应有的票据、签字或决议", "document, signature or decision missing"),
    Text("这一笔{kind}没有“{field}”{why}", "this {kind} has no “{field}”{why}"),
    Text("补上“{field}”；确实没有的，在会上说明情况。", "Add “{field}”; where there is none, account for it at a meeting."),
    Text(
        "收支要有票据、经办人和审批人，大额支出要有会议决定；各项要求和起点写在法规包里。",
        "Money needs papers, a handler and an approver, large sums a decision; what is asked stands in the law pack.",
    ),
    (Cite("accounting", "14"), Cite("accounting", "25")),
)
SAME_HANDS = Code(
    "FIN013",
    Severity.WARNING,
    Text("经办和审批是同一个人", "handled and approved by one person"),
    Text("经办“{handler}”和审批“{approver}”都是{person}", "handler “{handler}” and approver “{approver}” are both {person}"),
    Text("由另一位有审批权的人审批，并更正记录。", "Have somebody else with authority approve it, and correct the record."),
    Text("经手花钱的人不能自己批准自己。", "Whoever spends does not approve their own spending."),
    (Cite("accounting", "25"),),
)
UNKNOWN_ROLE = Code(
    "FIN031",
    Severity.ADVICE,
    Text("职务查不到人", "an office nobody held"),
    Text("{date} 没有人担任“{role}”", "nobody held the office “{role}” on {date}"),
    Text("在 community.yml 的“人员”里登记，或核对职务名称和任期。", "Register the officer in community.yml, or check the office and its term."),
    Text(
        "经办、审批写职务，程序按日期找到人，才能核对职责分离。",
        "Ledgers name offices; persons are found by date, so that separation of duties can be proven.",
    ),
    (Cite("accounting", "25"),),
)
NOT_PASSED = Code(
    "FIN028",
    Severity.WARNING,
    Text("依据的决议没有通过", "the cited decision was not passed"),
    Text("{decision} 的结果是“{result}”", "{decision} ended with “{result}”"),
    Text(
        "核对决议编号；没有通过的事项不能付款，已经付了的，在会上说明并公布。",
        "Check the id; what was not passed is not paid for; where it was, account for it at a meeting and publish that.",
    ),
    Text("花钱要以通过的决议为依据。", "Spending rests on a decision that was passed."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45")),
)
TOO_EARLY = Code(
    "FIN029",
    Severity.WARNING,
    Text("付款早于决议", "paid before it was decided"),
    Text("{date} 付款，{decided} 才决定", "paid on {date}, decided on {decided}"),
    Text("核对日期；先付后议的，在会上说明并公布。", "Check the dates; where money went first, explain it at a meeting and publish that."),
    Text("先议后支：决议在前，付款在后。", "Decide first, then pay."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45")),
)
OVER_PLAN = Code(
    "FIN033",
    Severity.WARNING,
    Text("支出超过事前公布的计划", "spending exceeds its published plan"),
    Text("计划“{matter}”预计 {estimate}，已支出 {spent}", "“{matter}” was planned at {estimate}, spent {spent}"),
    Text("说明超出的原因；应经会议追加的，补写决议。", "Say why; where a decision is due, add it."),
    Text("事前公布的计划，事后要对照实际。", "What was published before is compared with what was spent."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45")),
)


@rule(LACKS_PAPER)
def a_line_carries_what_it_must(books: Books) -> Iterator[Diagnostic]:
    """Documents, handler, approver and decision as the law pack asks by direction, amount and sort of document."""
    for span in books.law.spans(attrgetter("carry")):
        asked = _asked(span.asked)
        for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months if span.begun(m.last)):
            if _has_all(books, month, asked):
                continue
            for posted in (p for p in judged(books, month) if span.holds(p.line.date)):
                for one in asked.get(posted.line.kind, ()):
                    if not all(one.values(posted)):
                        yield from _lacking(books, posted, one)


def _has_all(books: Books, month: MonthLedger, asked: Mapping[LineKind, Sequence[_Asked]]) -> bool:
    """Whether every line of the month has all that is asked of its kind."""
    of = facts(books, month).of
    return all(all(map(all, map(one.values, of(kind)))) for kind, several in asked.items() for one in several)


class _Asked(NamedTuple):
    """A requirement of the pack: the fields by name, and how to read them off a posted line, defaults filled in."""

    carry: Carry
    names: tuple[str, ...]
    values: Callable[[Posted], tuple[object, ...]]


def _asked(carry: tuple[Carry, ...]) -> Mapping[LineKind, list[_Asked]]:
    by_label = {key: f.name for f in fields(Line).values() for key in f.keys}
    found: dict[LineKind, list[_Asked]] = {}
    for rule_ in carry:
        kind = next((k for k in LineKind if rule_.direction in (k.zh, k.value)), None)
        if kind is not None and rule_.fields:
            names = tuple(by_label[f] for f in rule_.fields)
            paths = [n if n in Posted._fields else f"line.{n}" for n in names]
            found.setdefault(kind, []).append(_Asked(rule_, names, attrgetter("id", *paths)))
    return found


def _lacking(books: Books, posted: Posted, asked: _Asked) -> Iterator[Diagnostic]:
    line, carry = posted.line, asked.carry
    if carry.over is not None and (line.amount or 0) < carry.over:
        return
    if carry.categories and not any(carry.covers(e.category) for e in posted.entries):
        return
    if carry.not_for and line.documents and all(d.startswith(carry.not_for) for d in line.documents):
        return
    for name, value in zip(asked.names, asked.values(posted)[1:], strict=True):
        if not value:
            field, why, basis = fields(Line)[name].label, _why(carry), cites(carry.basis)
            yield LACKS_PAPER.at(books.place(line), record=line.at_, basis=basis, kind=line.kind.text, field=field, why=why)


def _why(carry: Carry) -> Text:
    """From which amount it is asked, and whether that is no more than a default."""
    over = Text(f"，{grouped(carry.over)} 元以上应当有", f", due from {grouped(carry.over)} yuan") if carry.over else Text("", "")
    unsure = Text("（待确认的默认值）", " (a default to be confirmed)") if carry.standing is Standing.DEFAULT else Text("", "")
    return Text(over.zh + unsure.zh, over.en + unsure.en)


@rule(SAME_HANDS, UNKNOWN_ROLE)
def who_handles_does_not_approve(books: Books) -> Iterator[Diagnostic]:
    """By person, not by office: on the day of the line the handler and the approver are two people."""
    community = books.the(Community)
    if community is None or not community.people:
        return
    people = (*community.people, *community.supervisors)
    found: dict[tuple[str, datetime.date], str | None] = {}
    apart: set[tuple[str | None, str | None, datetime.date]] = set()  # seen to be two people, or nobody is named
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            told: set[str] = set()
            for posted in month.posted:
                hands = posted.handler, posted.approver, posted.line.date
                if hands not in apart:
                    findings = list(_same_hands(books, month, posted, people, found, told))
                    yield from findings
                    if not findings and not told:
                        apart.add(hands)


def _same_hands(
    books: Books, month: MonthLedger, posted: Posted, people: tuple[Person, ...], found: dict[tuple[str, datetime.date], str | None], told: set[str]
) -> Iterator[Diagnostic]:
    day = posted.line.date
    persons = []
    for name, role in (("handler", posted.handler), ("approver", posted.approver)):
        if role is None:
            return
        key = role, day
        if key not in found:
            found[key] = person(people, role, day)
        persons.append(found[key])
        if found[key] is None and role not in told:
            told.add(role)
            owner = posted.line if getattr(posted.line, name) else month.file.defaults
            yield UNKNOWN_ROLE.at(books.place(owner, name), role=role, date=day)
    if persons[0] is not None and persons[0] == persons[1]:
        place = books.place(posted.line, "approver" if posted.line.approver else "handler" if posted.line.handler else "")
        yield SAME_HANDS.at(place, record=posted.line.at_, handler=posted.handler, approver=posted.approver, person=persons[0])


def person(people: tuple[Person, ...], role: str, day: datetime.date) -> str | None:
    """Who held an office on a day, or the person of that very name; None where nobody did."""
    for one in people:
        if one.name == role or (role in one.roles and one.serves(day)):
            return one.name
    return None


@rule(NOT_PASSED, TOO_EARLY)
def money_follows_a_decision_that_was_passed(books: Books) -> Iterator[Diagnostic]:
    """A cited decision was passed, and on or before the day of the payment."""
    absolute: dict[str, tuple[Result | None, datetime.date] | None] = {}
    """What is cited by its full id means the same in every month: most citations, asked once."""
    full = books.ids.get("decision", {})
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            lines = [p.line for p in judged(books, month)]
            pairs = {(line.decision, line.date) for line in lines}
            known = {}
            for id in {cited for cited, _ in pairs if cited is not None}:
                known[id] = absolute[id] if id in absolute else decided(books, id, month.filed)
                if id in full:
                    absolute[id] = known[id]
            amiss = {(c, day) for c, day in pairs if c is not None and (o := known[c]) is not None and (o[0] is not Result.PASSED or o[1] > day)}
            for line in lines if amiss else ():
                cited = line.decision
                if cited is not None and (cited, line.date) in amiss and (outcome := known[cited]) is not None:
                    yield from _decided(books, line, cited, *outcome)


def _decided(books: Books, line: Line, cited: str, result: Result | None, day: datetime.date) -> Iterator[Diagnostic]:
    if result is not None and result is not Result.PASSED:
        yield NOT_PASSED.at(books.place(line, "decision"), record=line.at_, decision=cited, result=result.text)
    elif day > line.date:
        yield TOO_EARLY.at(books.place(line, "decision"), record=line.at_, date=line.date, decided=day)


@rule(OVER_PLAN)
def spending_keeps_to_its_plan(books: Books) -> Iterator[Diagnostic]:
    """What was paid under a published plan, and not given back, is no more than its estimate; told at the line that goes beyond."""
    for ledger in books.derived(ledgers).values():
        spent: dict[str, int] = {}
        planned: dict[str, str] = {}
        for month in ledger.months:
            for posted in month.posted if facts(books, month).uses("plan", "reverses", "original", "corrects") else ():
                cited, undone = posted.line.plan, posted.line.undoes
                full = books.resolve("plan", cited, month.filed) if cited else None
                if full is None and undone and planned:
                    full = planned.get(posted.root)
                if full is None:
                    continue
                moved = posted.amount
                if posted.restated and (old := planned.get(posted.root)) != full:  # the correction names another plan
                    moved = posted.worth
                    spent[old or ""] = spent.get(old or "", 0) - (posted.worth - posted.amount)
                planned[posted.root if posted.restated else posted.id] = full
                plan = books.ids["plan"][full]
                assert isinstance(plan, Plan)
                before = spent.get(full, 0)
                spent[full] = before + moved
                if before <= plan.estimate < spent[full]:
                    estimate, total = grouped(plan.estimate), grouped(spent[full])
                    yield OVER_PLAN.at(books.place(posted.line, "plan"), record=posted.line.at_, matter=plan.matter, estimate=estimate, spent=total)
