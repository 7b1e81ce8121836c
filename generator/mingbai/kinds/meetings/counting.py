"""MTG040, MTG041: households are counted and special majorities asked for only where the law lays them down for that body."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.records import Electorate
from mingbai.kinds.meetings.register import meetings
from mingbai.kinds.meetings.tally import special_of
from mingbai.packs import NONE, cites
from mingbai.packs.bodies import Base
from mingbai.values.text import Text

NO_HOUSEHOLDS = Code(
    "MTG040",
    Severity.ERROR,
    Text("这种会不能按户派代表开", "households send no representatives to this body"),
    Text("{kind}写了“计数: 户代表”，能按户派代表的是{bodies}", "a {kind} says “counts: households”; households may represent at: {bodies}"),
    Text("去掉“计数”，应到、到会、票数按人写。", "Leave “counts” out and count persons."),
    Text(
        "村民会议、村民小组会议、居民会议可以由每户派代表参加，人数够不够按户算；别的会按人算。",
        "At assemblies each household may send one representative, and the quorum is then of households; other bodies count persons.",
    ),
    (Cite("village-committee", "26"), Cite("urban-committee", "27")),
)
UNKNOWN_SPECIAL = Code(
    "MTG041",
    Severity.ERROR,
    Text("没有这种特别事项", "no such special matter"),
    Text("“{special}”不是{kind}的特别事项{known}", "“{special}” is no special matter of a {kind}{known}"),
    Text(
        "核对写法；不是特别事项的，去掉这一栏或者写“无”，按通常的多数算。",
        "Check the words; if it is none, leave the field out or write “none”: the usual majority decides.",
    ),
    Text(
        "特别事项要的同意更多，例如让非成员享有成员权益要全体成员四分之三以上同意，而且只能由规定的会来定。",
        "A special matter needs more: benefits for non-members three quarters of all members, and only the body named by law decides it.",
    ),
    (Cite("collective", "15"),),
)

NOT_SPECIAL_HERE = Code(
    "MTG065",
    Severity.WARNING,
    Text("要特别多数的事，不由这种会定", "a special matter decided by the wrong body"),
    Text(
        "“{topic}”属于“{special}”，由{bodies}定，{share}同意才通过；{kind}不能代替",
        "“{topic}” is about {special}: the {bodies} decides it by {share}; a {kind} may not do it in its place",
    ),
    Text(
        "提交{bodies}表决；不是这件事的，在决议里写“特别事项: 无”。",
        "Put it to the {bodies}; where it is about something else write “special: none”.",
    ),
    Text(
        "让非成员享有成员权益，动的是每个成员的份额，要全体成员四分之三以上同意。",
        "Benefits for non-members touch every member's share: three quarters of all members agree to them.",
    ),
    (Cite("collective", "15"),),
)


@rule(NO_HOUSEHOLDS, UNKNOWN_SPECIAL)
def counts_and_majorities_are_the_bodys_own(books: Books) -> Iterator[Diagnostic]:
    """Households are counted only at bodies that allow it; a special matter is one that the body may decide."""
    for held in meetings(books):
        if held.body.free:
            continue
        kind = Text(held.body.name, held.body.english)
        if held.meeting.counts is Electorate.HOUSEHOLDS and held.body.households is None:
            may = [b for b in books.law.bodies.values() if b.households is not None]
            yield NO_HOUSEHOLDS.at(books.place(held.meeting, "counts"), kind=kind, bodies=tuple(Text(b.name, b.english) for b in may))
        specials = held.body.specials
        for decision in held.meeting.decisions:
            if decision.special not in (None, *NONE, *(s.matter for s in specials)):
                words = "、".join(s.matter for s in specials)
                known = Text(f"；有：{words}", f"; known: {words}") if specials else Text("，它没有特别事项", ", which has none")
                yield UNKNOWN_SPECIAL.at(books.place(decision, "special"), special=decision.special, kind=kind, known=known)


@rule(NOT_SPECIAL_HERE)
def special_matters_are_for_their_body(books: Books) -> Iterator[Diagnostic]:
    """What needs a special majority of one body, known by its topic, is not voted on by another that may not stand in."""
    for held in meetings(books):
        bodies = books.law.on(held.date).bodies.values()
        kept = [(b, s) for b in bodies for s in b.specials if held.body.id in s.not_by]
        for decision in held.meeting.decisions if kept else ():
            special = special_of(decision, (s for _, s in kept))
            if decision.yes is None or decision.special is not None or special is None:
                continue
            may = [b for b, s in kept if s is special]
            whom = Text("全体", "of all") if special.base is Base.ALL else Text("到会人员", "of those present")
            yield NOT_SPECIAL_HERE.at(
                books.place(decision, "topic"),
                record=decision.at_,
                basis=cites(special.basis),
                topic=decision.topic,
                special=Text(special.matter, special.english),
                bodies=Text("、".join(b.name for b in may), ", ".join(b.english for b in may)),
                share=Text(f"{whom.zh} {special.majority.text.zh}", f"{special.majority.text.en} {whom.en}"),
                kind=Text(held.body.name, held.body.english),
            )
