"""MTG040, MTG041: households are counted and special majorities asked for only where the law lays them down for that body."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.records import Electorate
from mingbai.kinds.meetings.register import meetings
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
        "核对写法；不是特别事项的，去掉这一栏，按通常的多数算。", "Check the words; if it is none, leave the field out: the usual majority decides."
    ),
    Text(
        "特别事项要的同意更多，例如让非成员享有成员权益要全体成员四分之三以上同意，而且只能由规定的会来定。",
        "A special matter needs more: benefits for non-members three quarters of all members, and only the body named by law decides it.",
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
            if decision.special is not None and decision.special not in [s.matter for s in specials]:
                words = "、".join(s.matter for s in specials)
                known = Text(f"；有：{words}", f"; known: {words}") if specials else Text("，它没有特别事项", ", which has none")
                yield UNKNOWN_SPECIAL.at(books.place(decision, "special"), special=decision.special, kind=kind, known=known)
