"""MTG042: a budget, a levy, a distribution is decided by a body that may decide it."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.register import entries
from mingbai.packs import cites, doubt
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


@rule(NO_POWER)
def the_right_body_decides(books: Books) -> Iterator[Diagnostic]:
    """What a ledger of the pack's powers rests on was decided by one of the bodies named there."""
    resting = [f for f in books.filed if f.kind in books.law.powers and getattr(f.record, "decision", None)]
    known = {entry.id: entry for entry in entries(books)} if resting else {}
    for filed in resting:
        record, power = filed.record, books.law.powers[filed.kind]
        entry = known.get(books.resolve("decision", getattr(record, "decision", ""), filed) or "")
        if record is None or entry is None or entry.held.body.id in power.bodies:
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
