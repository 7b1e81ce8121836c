"""Who does what: separation of duties by person, tiers of approval, related parties (accounting law art. 25, 35)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.posting.standing import judged
from mingbai.kinds.finance.records import CashCount, LineKind
from mingbai.kinds.finance.rules.conduct import person
from mingbai.packs import Carry, Standard, cites, doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_APART = (Cite("accounting", "25"),)
_CASHIER = (Cite("accounting", "35"),)

REVIEWS_OWN = Code(
    "FIN052",
    Severity.WARNING,
    Text("审核人经手过这个月的收支", "the reviewer handled lines of the month"),
    Text("审核人{person}是凭证 {voucher} 的{role}", "the reviewer {person} is {role} of voucher {voucher}"),
    Text("由没有经手这个月收支的监督委员会成员审核。", "Have the month reviewed by a supervisor who took no part in it."),
    Text("审核是替居民看账，不能审自己经手的事。", "The review is made for the residents; nobody reviews their own doing."),
    _APART,
)
COUNTS_ALONE = Code(
    "FIN053",
    Severity.WARNING,
    Text("盘点人和监盘人是同一个人", "counted and watched by one person"),
    Text("“{counted}”和“{watched}”都是{person}", "“{counted}” and “{watched}” are both {person}"),
    Text("盘点现金要有两个人在场，请另一位监盘。", "Two people count cash; ask somebody else to watch."),
    Text("一个人点、另一个人看，盘点才作数。", "One counts and another watches, or the count proves nothing."),
    _APART,
)
OWN_WITNESS = Code(
    "FIN054",
    Severity.WARNING,
    Text("经办和证明是同一个人", "handled and witnessed by one person"),
    Text("经办“{handler}”和证明“{witness}”都是{person}", "handler “{handler}” and witness “{witness}” are both {person}"),
    Text("由当时在场的另一个人证明。", "Somebody else who was there bears witness."),
    Text("证明人说明钱确实这样花了，不能自己给自己证明。", "The witness confirms what the handler did; nobody is their own witness."),
    _APART,
)
BOOKKEEPER = Code(
    "FIN055",
    Severity.WARNING,
    Text("记账的人同时管钱或经手", "who keeps the books also handles the money"),
    Text("{person}担任“{role}”，同时{what}", "{person} is “{role}” and also {what}"),
    Text(
        "记账、管钱、经办由不同的人担任；人手不够的，账交街道代理记账。",
        "Divide the offices; where hands are few, let the subdistrict keep the books.",
    ),
    Text("管钱的不管账，管账的不管钱。", "Who holds the money does not keep the books."),
    _CASHIER,
)
TOO_FEW = Code(
    "FIN058",
    Severity.WARNING,
    Text("审批人数不够", "too few people approved"),
    Text(
        "{amount} 元，{over} 元以上应有 {asked} 人审批，现有 {given} 人{unsure}",
        "{amount} yuan; from {over} yuan {asked:person approves|people approve}, here {given}{unsure}",
    ),
    Text(
        "补上“会签: [职务]”；会签人不能是经办人，也不能与审批人是同一个人。",
        "Add “countersigned: [office]”: neither the handler nor the approver once more.",
    ),
    Text("金额越大，签字把关的人越多。", "The larger the sum, the more people answer for it."),
    _APART,
)
RELATED = Code(
    "FIN065",
    Severity.WARNING,
    Text("付给关联单位", "paid to a related party"),
    Text("“{party}”是{person}的关联单位，{why}", "“{party}” is related to {person}, {why}"),
    Text("由没有关系的人经办和审批，并写明“关联说明: …”。", "Let others handle and approve it, and declare it under “relation”."),
    Text("干部和近亲属的单位与社区做买卖，要公开说明，本人要回避。", "Business with an officer's firm is declared, and the officer stands aside."),
    _APART,
)

_UNDECLARED = Text("没有写明关联说明", "which is not declared")


@rule(REVIEWS_OWN, COUNTS_ALONE)
def who_checks_took_no_part(books: Books) -> Iterator[Diagnostic]:
    """The reviewer of a month handled and approved nothing in it; a cash count takes two people."""
    who = _finder(books)
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            closing = month.file.closing
            for count in closing.counts if closing else ():
                yield from _counted(books, count, who(count.counted_by, count.day or month.last), who(count.watched_by, count.day or month.last))
            review = closing.review if closing else None
            reviewer = who(review.reviewer, review.day) if review else None
            if review is None or reviewer is None:
                continue
            if not any(who.ever(role, reviewer) for pair in {(p.handler, p.approver) for p in month.posted} for role in pair):
                continue
            roles = {(role, p.line.date): (what, p) for p in month.posted for what, role in _roles(p) if role}
            for (role, day), (what, posted) in roles.items():
                if who(role, day) == reviewer:
                    yield REVIEWS_OWN.at(
                        books.place(review, "reviewer"), record=month.file.at_, person=reviewer, voucher=posted.line.voucher, role=what
                    )
                    break


def _roles(posted: Posted) -> tuple[tuple[Text, str | None], ...]:
    return ((Text("经办人", "the handler"), posted.handler), (Text("审批人", "the approver"), posted.approver))


def _counted(books: Books, count: CashCount, counted: str | None, watched: str | None) -> Iterator[Diagnostic]:
    if counted is not None and counted == watched:
        yield COUNTS_ALONE.at(books.place(count, "watched_by"), counted=count.counted_by, watched=count.watched_by, person=counted)


@rule(OWN_WITNESS)
def nobody_is_their_own_witness(books: Books) -> Iterator[Diagnostic]:
    """By person: whoever handled a line does not witness it."""
    who = _finder(books)
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            suspect = {pair for pair in {(p.handler, p.witness) for p in month.posted} if who.share(*pair)}
            for posted in month.posted if suspect else ():
                if (posted.handler, posted.witness) not in suspect:
                    continue
                one = who(posted.witness, posted.line.date)
                if one is not None and one == who(posted.handler, posted.line.date):
                    place = books.place(posted.line, "witness" if posted.line.witness else "handler" if posted.line.handler else "")
                    yield OWN_WITNESS.at(place, record=posted.line.at_, handler=posted.handler, witness=posted.witness, person=one)


@rule(BOOKKEEPER)
def who_keeps_the_books_holds_no_money(books: Books) -> Iterator[Diagnostic]:
    """Whoever keeps the books is not cashier, and neither handles nor approves a line; told once a person."""
    community, keeping, holding = books.the(Community), books.law.standard("bookkeeper-roles"), books.law.standard("cashier-roles")
    if community is None or keeping is None:
        return
    keepers = [p for p in community.people if not set(p.roles).isdisjoint(keeping.words)]
    for keeper in keepers:
        role = next(r for r in keeper.roles if r in keeping.words)
        also = next((r for r in _held_with(community, keeper) if holding is not None and r in holding.words), None)
        if also is not None:
            what = Text(f"担任“{also}”", f"“{also}”")
            yield BOOKKEEPER.at(
                books.place(keeper, "roles"),
                record=keeper.at_,
                basis=books.law.grounds(BOOKKEEPER, keeping),
                person=keeper.name,
                role=role,
                what=what,
            )
    if keepers:
        yield from _keepers_at_work(books, {p.name: p for p in keepers}, keeping)


def _held_with(community: Community, keeper: Person) -> Iterator[str]:
    """The offices a person holds at some time together with the one given."""
    for other in community.people:
        if other.name == keeper.name and _overlap(other, keeper):
            yield from other.roles


def _overlap(a: Person, b: Person) -> bool:
    starts = [p.term.start for p in (a, b) if p.term]
    ends = [p.term.end for p in (a, b) if p.term and p.term.end]
    return not starts or not ends or max(starts) <= min(ends)


def _keepers_at_work(books: Books, keepers: dict[str, Person], keeping: Standard) -> Iterator[Diagnostic]:
    who = _finder(books)
    told: set[str] = set()
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for posted in month.posted:
                for what, role in _roles(posted):
                    name = who(role, posted.line.date)
                    keeper = keepers.get(name or "")
                    if keeper is None or keeper.name in told:
                        continue
                    told.add(keeper.name)
                    is_what = Text(f"是凭证 {posted.line.voucher} 的{what.zh}", f"{what.en} of voucher {posted.line.voucher}")
                    held = next(r for r in keeper.roles if r in keeping.words)
                    yield BOOKKEEPER.at(
                        books.place(posted.line, "voucher"),
                        record=posted.line.at_,
                        basis=books.law.grounds(BOOKKEEPER, keeping),
                        person=keeper.name,
                        role=held,
                        what=is_what,
                    )


@rule(TOO_FEW)
def larger_sums_take_more_signatures(books: Books) -> Iterator[Diagnostic]:
    """From the tiers of the pack and of the community upwards, so many people approve and countersign, the handler not counted."""
    who = _finder(books)
    for span in books.law.spans(attrgetter("carry")):
        tiers = sorted((c for c in span.asked if c.approvers and c.direction in LineKind.EXPENSE.text), key=lambda c: c.over or 0, reverse=True)
        lowest = (tiers[-1].over or 0) if tiers else 0
        for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months if span.begun(m.last)) if tiers else ():
            for posted in judged(books, month):
                if posted.line.kind is LineKind.EXPENSE and posted.amount >= lowest and span.holds(posted.line.date):
                    tier = next(t for t in tiers if posted.amount >= (t.over or 0))
                    yield from _signatures(books, posted, tier, who)


def _signatures(books: Books, posted: Posted, tier: Carry, who: _Who) -> Iterator[Diagnostic]:
    line = posted.line
    signed = {who(role, line.date) or role for role in (posted.approver, *line.countersigned) if role} - {
        who(posted.handler, line.date) or posted.handler
    }
    if len(signed) < (tier.approvers or 0):
        place = books.place(line, "countersigned" if line.countersigned else "amount")
        values: dict[str, Any] = {
            "amount": grouped(posted.amount),
            "over": grouped(tier.over or 0),
            "asked": tier.approvers,
            "given": len(signed),
            "unsure": doubt(tier),
        }
        yield TOO_FEW.at(place, record=line.at_, basis=cites(tier.basis) or None, **values)


@rule(RELATED)
def related_parties_are_declared(books: Books) -> Iterator[Diagnostic]:
    """A line with a firm of an officer or of near relatives is declared, and that officer neither handles nor approves it."""
    community = books.the(Community)
    related = community.related if community else {}
    if not related:
        return
    who = _finder(books)
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for posted in judged(books, month):
                officer = related.get(posted.line.party or "")
                if officer is not None:
                    yield from _declared(books, posted, officer, who)


def _declared(books: Books, posted: Posted, officer: Person, who: _Who) -> Iterator[Diagnostic]:
    line = posted.line
    signed = (*_roles(posted), *((Text("会签人", "a countersigner"), c) for c in line.countersigned))
    part = next((what for what, role in signed if who(role, line.date) == officer.name), None)
    why = Text(f"而{officer.name}是{part.zh}", f"who is {part.en}") if part else _UNDECLARED if line.relation is None else None
    if why is not None:
        yield RELATED.at(books.place(line, "party"), record=line.at_, party=line.party, person=officer.name, why=why)


class _Who:
    """Who held an office on a day: found once a role and day."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        self._held = {role: {p.name for p in people if role in p.roles or role == p.name} for p in people for role in (*p.roles, p.name)}
        self._find = cache(lambda role, day: person(people, role, day))

    def __call__(self, role: str | None, day: datetime.date) -> str | None:
        return self._find(role, day) if role is not None else None

    def ever(self, role: str | None, name: str) -> bool:
        """Whether a person held an office at any time."""
        return name in self._held.get(role or "", ())

    def share(self, role: str | None, other: str | None) -> bool:
        """Whether one person held both offices at any time."""
        return not self._held.get(role or "", set()).isdisjoint(self._held.get(other or "", ()))


def _finder(books: Books) -> _Who:
    return books.derived(_who)


def _who(books: Books) -> _Who:
    community = books.the(Community)
    return _Who((*community.people, *community.supervisors) if community else ())
