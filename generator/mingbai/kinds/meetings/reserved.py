"""MTG070: what the law keeps for certain bodies is voted on by one of them, and by no board or committee in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.preparations import leaves_to_others, organised
from mingbai.kinds.meetings.records import Decision
from mingbai.kinds.meetings.register import meetings
from mingbai.packs import Affair, Body, Law, Power, affairs_of, cites, doubt, says
from mingbai.values.text import Text

USURPED = Code(
    "MTG070",
    Severity.WARNING,
    Text("这件事不由这个会定", "decided by a body that has no say in it"),
    Text(
        "“{topic}”属于“{affair}”，由{bodies}定，{kind}不能定{unsure}",
        "“{topic}” is about {affair}, which is for the {bodies}; a {kind} may not decide it{unsure}",
    ),
    Text(
        "提交{bodies}表决；只是拟方案、提请表决、照决议办的，在议题或者文本里写明；议题不是这件事的，在决议里写“大事: 无”。",
        "Put it to the {bodies}; where this only drafts a plan, passes it on or carries out a decision, say so in topic or text; "
        "where the item is about something else write “affair: none”.",
    ),
    Text(
        "法律交给大家定的事，几个人的会可以拟方案、可以照办，不能代替大家定。",
        "What the law keeps for all, a meeting of a few may draft and carry out, but not decide for them.",
    ),
    (Cite("collective", "26"), Cite("urban-committee", "30"), Cite("village-committee", "28")),
)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A matter that an item decides: the rule that keeps it for others, who may decide it, by which words of its text it is known."""

    rule: Affair | Power
    bodies: tuple[str, ...]
    words: tuple[str, ...]


@rule(USURPED)
def nobody_decides_what_is_kept_for_others(books: Books) -> Iterator[Diagnostic]:
    """An item that is named as a matter of weight, or whose words say so, is voted on by a body that may; one that drafts, passes on or carries out is left alone."""
    for held in meetings(books):
        law = books.law.on(held.date)
        for decision in held.meeting.decisions:
            for kept in _usurped(books, law, held.body, decision) if decision.yes is not None else ():
                if leaves_to_others(books, held, decision, kept.bodies, kept.words):
                    continue
                may = [b for id in kept.bodies if (b := law.bodies.get(id)) is not None and (isinstance(kept.rule, Affair) or _binds(law, b))]
                yield USURPED.at(
                    books.place(decision, "affair" if decision.affair else "topic"),
                    record=decision.at_,
                    basis=cites(kept.rule.basis) if isinstance(kept.rule, Affair) else law.basis(cites(kept.rule.basis)),
                    topic=decision.topic,
                    affair=Text(kept.rule.name, kept.rule.english),
                    kind=Text(held.body.name, held.body.english),
                    bodies=Text("、".join(b.name for b in may), ", ".join(b.english for b in may)),
                    unsure=doubt(kept.rule),
                )


def _usurped(books: Books, law: Law, body: Body, decision: Decision) -> Iterator[_Kept]:
    """The matters an item is about that are not for this body; what another rule says of it (不得由, 不归) is left to that one."""
    affairs = [a for a in law.affairs.values() if _within(a, body) or any(law.binds(b.act) for b in a.basis)]
    for one in affairs_of(affairs, decision.affair, decision.topic) if decision.affair is not None else affairs:
        if body.id in (*one.bodies, *one.not_by, *one.outside):
            continue
        own = _within(one, body)
        if not own and body.id in _assemblies(law) and not organised(books, {w for a in affairs for w in a.organisation}):
            continue  # without a collective the village decides in its place
        if decision.affair is not None or (own and _said(decision, one.usurped, one.in_text)):
            yield _Kept(one, one.bodies, one.in_text)
    for power in law.powers.values() if decision.affair is None else ():
        if body.id in power.outside and _said(decision, power.usurped, power.usurped):
            yield _Kept(power, (*power.bodies, *power.authorised), power.usurped)


def _assemblies(law: Law) -> set[str]:
    """The bodies of all, or of their representatives, to which the packs give powers."""
    return {id for power in law.powers.values() for id in (*power.bodies, *power.authorised)}


def _within(affair: Affair, body: Body) -> bool:
    """Whether the body belongs to the organisation whose matter it is: one act speaks of both."""
    return bool({b.act for b in affair.basis} & {b.act for b in body.basis})


def _said(decision: Decision, topic: tuple[str, ...], text: tuple[str, ...]) -> bool:
    return says(decision.topic, topic) or says(decision.text or "", text)


def _binds(law: Law, body: Body) -> bool:
    """Whether the body is one of this kind of community."""
    return not body.basis or any(law.binds(b.act) for b in body.basis)
