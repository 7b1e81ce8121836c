"""MTG042, MTG047, MTG049, MTG066: a budget, a levy, a distribution, a matter the law names is decided by a body that may decide it."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.preparations import leaves_to_others, organised
from mingbai.kinds.meetings.records import Decision
from mingbai.kinds.meetings.register import Held, entries, meetings
from mingbai.packs import NONE, Affair, Law, affairs_of, cites, doubt
from mingbai.values.text import Text

NO_POWER = Code(
    "MTG042",
    Severity.WARNING,
    Text("不是能定这件事的会", "decided by a body that may not decide it"),
    Text("{what}依据的 {decision} 是{kind}的决议，应当由{bodies}定{unsure}", "{what} rests on {decision} of a {kind}; {bodies} decide it{unsure}"),
    Text(
        "提交应当决定的会表决，再把那次决议写在这里；已经表决过的，改正编号。",
        "Put it to a body that may decide it and cite that vote; if that was done, mend the id.",
    ),
    Text(
        "分配、筹资、预算这些大事，由全体或者他们的代表定，几个人的会不能代替。", "What concerns all is decided by all or by their representatives."
    ),
    (Cite("urban-committee", "30"), Cite("village-committee", "28"), Cite("collective", "26")),
)
NOT_INSTEAD = Code(
    "MTG047",
    Severity.WARNING,
    Text("这件事代表会议不能代替大会定", "decided by representatives in place of all"),
    Text(
        "“{topic}”属于“{affair}”，{kind}不能代替{bodies}决定{unsure}",
        "“{topic}” is about {affair}: a {kind} may not decide it in place of the {bodies}{unsure}",
    ),
    Text(
        "提交{bodies}表决；议题不是这件事的，在决议里写“大事: 别的名称”，哪件都不是的写“大事: 无”。",
        "Put it to the {bodies}; where the item is about something else, name that under “affair”, or write “affair: none”.",
    ),
    Text(
        "章程、成员、土地和份额、土地补偿费、合并分立，要每个成员自己表决，代表不能代替。",
        "On the charter, membership, land and shares, compensation for land and mergers every member votes; representatives may not do it for them.",
    ),
    (Cite("collective", "26"), Cite("collective", "28")),
)
NOT_THEIRS = Code(
    "MTG066",
    Severity.WARNING,
    Text("集体经济组织的事由村（居）里的会定了", "a matter of the collective decided by another body"),
    Text(
        "“{topic}”属于“{affair}”，是集体经济组织的事，由{bodies}定，不归{kind}{acting}{unsure}",
        "“{topic}” is about {affair}: a matter of the collective, for the {bodies}, not for a {kind}{acting}{unsure}",
    ),
    Text(
        "提交{bodies}表决；议题不是这件事的，在决议里写“大事: 无”。",
        "Put it to the {bodies}; where the item is about something else write “affair: none”.",
    ),
    Text(
        "集体的土地怎么承包、宅基地怎么分、土地补偿费怎么用，是集体成员的事，由成员定；村民会议、居民会议的事项里没有这些。",
        "How the collective's land is contracted out, homesteads shared and compensation used is for its members to decide; "
        "none of it is among the matters of villagers' or residents' meetings.",
    ),
    (Cite("collective", "26"), Cite("collective", "28"), Cite("village-committee", "28")),
)
UNKNOWN_AFFAIR = Code(
    "MTG049",
    Severity.ERROR,
    Text("没有这样的大事", "no such matter of weight"),
    Text("法规包里没有叫“{affair}”的大事{special}", "no law pack names a matter “{affair}”{special}"),
    Text("核对写法；可用的有：{known}。不是大事的写“无”。", "Check the words; known: {known}. Write “none” where it is none of them."),
    Text(
        "写明是哪一件大事，程序才知道该由谁定、要不要先征求意见。",
        "Only with its name is it known who decides it and whether opinions are asked for.",
    ),
    (Cite("collective", "26"),),
)


@rule(NO_POWER)
def the_right_body_decides(books: Books) -> Iterator[Diagnostic]:
    """What a ledger of the pack's powers rests on was decided by one of the bodies that could on that day."""
    resting = [f for f in books.filed if f.kind in books.law.every.powers and getattr(f.record, "decision", None)]
    known = {entry.id: entry for entry in entries(books)} if resting else {}
    for filed in resting:
        record = filed.record
        entry = known.get(books.resolve("decision", getattr(record, "decision", ""), filed) or "")
        power = books.law.on(entry.held.date).powers.get(filed.kind) if entry else None
        if record is None or entry is None or power is None or entry.held.body.id in (*power.bodies, *power.authorised):
            continue
        may = [b for id in power.bodies if (b := books.law.bodies.get(id)) is not None]
        yield NO_POWER.at(
            books.place(record, "decision"),
            record=record.at_,
            basis=books.law.basis(cites(power.basis)),
            what=Text(power.name, power.english),
            decision=entry.id,
            kind=Text(entry.held.body.name, entry.held.body.english),
            bodies=Text("、".join(b.name for b in may), ", ".join(b.english for b in may)),
            unsure=doubt(power),
        )


@rule(NOT_INSTEAD, UNKNOWN_AFFAIR)
def nobody_stands_in_for_all(books: Books) -> Iterator[Diagnostic]:
    """What the law keeps for an assembly is not voted on by a body that it says may not stand in; a matter that is named is one the packs know."""
    every = tuple(books.law.every.affairs.values())
    for held in meetings(books):
        law = books.law.on(held.date)
        affairs = tuple(law.affairs.values())
        for decision in held.meeting.decisions:
            found = affairs_of(affairs, decision.affair, decision.topic, decision.text or "")
            if decision.affair not in (None, *NONE) and not affairs_of(every, decision.affair, decision.topic, decision.text or ""):
                known = Text("、".join(a.name for a in every), ", ".join(a.english for a in every))
                yield UNKNOWN_AFFAIR.at(
                    books.place(decision, "affair"), affair=decision.affair, known=known, special=_special(law, decision.affair or "")
                )
            for one in found if decision.yes is not None else ():
                if held.body.id in one.not_by:
                    may = [b for id in one.bodies if (b := books.law.bodies.get(id)) is not None]
                    yield NOT_INSTEAD.at(
                        books.place(decision, "affair" if decision.affair else "topic"),
                        record=decision.at_,
                        basis=cites(one.basis),
                        topic=decision.topic,
                        affair=Text(one.name, one.english),
                        kind=Text(held.body.name, held.body.english),
                        bodies=Text("、".join(b.name for b in may), ", ".join(b.english for b in may)),
                        unsure=doubt(one),
                    )


@rule(NOT_THEIRS)
def the_collective_decides_its_own(books: Books) -> Iterator[Diagnostic]:
    """What is a collective's is voted on by its members; by the meeting of the village where there is no collective and the village acts for it, never by representatives."""
    for held in meetings(books):
        law = books.law.on(held.date)
        kept = [a.seen_by(held.body.id) for a in law.affairs.values() if held.body.id in a.outside]
        for decision in held.meeting.decisions if kept else ():
            for one in affairs_of(kept, decision.affair, decision.topic, decision.text or "") if decision.yes is not None else ():
                there = _organised(books, one)
                if (not there and held.body.id in one.acting) or _prepared(books, held, decision, one):
                    continue
                acting = [b for id in one.acting if (b := law.bodies.get(id)) is not None and any(law.binds(c.act) for c in b.basis)]
                may = [b for id in one.bodies if (b := law.bodies.get(id)) is not None]
                names = Text("、".join(b.name for b in acting), ", ".join(b.english for b in acting))
                yield NOT_THEIRS.at(
                    books.place(decision, "affair" if decision.affair else "topic"),
                    record=decision.at_,
                    basis=cites(one.basis),
                    topic=decision.topic,
                    affair=Text(one.name, one.english),
                    kind=Text(held.body.name, held.body.english),
                    bodies=Text("、".join(b.name for b in may), ", ".join(b.english for b in may)),
                    acting=Text("", "")
                    if there or not acting
                    else Text(
                        f"；没有设立集体经济组织、依法代行的，由{names.zh}定", f"; where there is none and the village acts for it: {names.en}"
                    ),
                    unsure=doubt(one),
                )


def _prepared(books: Books, held: Held, decision: Decision, one: Affair) -> bool:
    """Whether a committee or a council, which decides no such thing for anybody, only drafts it or leaves it to those who do."""
    assembly = held.body.id in (*one.acting, *(a for p in books.law.on(held.date).powers.values() for a in p.bodies))
    return not assembly and leaves_to_others(books, held, decision, (*one.bodies, *one.acting), one.in_text)


def _organised(books: Books, affair: Affair) -> bool:
    """Whether the community is, keeps a book of, or names the books elsewhere of the organisation whose matter it is."""
    return organised(books, affair.organisation)


def _special(law: Law, named: str) -> Text:
    """Where the name is of a matter that asks for a special majority: in which field it stands."""
    if all(named != s.matter for b in law.bodies.values() for s in b.specials):
        return Text("", "")
    return Text(f"；它要特别多数，写“特别事项: {named}”，不写“大事”", f"; it needs a special majority: write “special: {named}”, not “affair”")
