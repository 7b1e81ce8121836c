"""DUE027–DUE028: what a record says itself of its publication (决议公开 of a decision, 公布 of an appraisal or a pact) agrees with the register, and lies within the days of its item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from mingbai.books import Books, Told, Trace
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.disclosures.duties import Obligation, standings
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.kinds.disclosures.sentences import doubtful
from mingbai.packs import Item, cites
from mingbai.values.text import Text

_DISCLOSE = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45"))

AGAINST = Code(
    "DUE027",
    Severity.WARNING,
    Text("写的公开日与公开登记不符", "published on another day than the register says"),
    Text(
        "“{words}”写的是 {said} 公开，公开登记里“{item} {name}”是 {day} 公布",
        "“{words}” is said to have been published on {said}; the register has it under “{item} {name}” on {day}",
    ),
    Text("核对是哪天贴出来的，改正写错的那一个。", "Find out on which day it was put up, and mend the wrong one."),
    Text(
        "同一件事只有一个公布日，会议记录、评议、公约写的和公开登记要一致。",
        "A thing is published on one day; minutes, appraisal or pact agree with the register.",
    ),
    (Cite("urban-committee", "35"), Cite("village-committee", "35"), Cite("collective", "45")),
)
TOLD_LATE = Code(
    "DUE028",
    Severity.WARNING,
    Text("写的公开日晚了", "published late by its own word"),
    Text(
        "“{words}”应当在 {due} 前公布（{item} {name}），写的是 {said} 公开，晚了 {days} 天{unsure}",
        "“{words}” was due by {due} ({item} {name}); it says {said}, {days:day|days} late{unsure}",
    ),
    Text(
        "日期写错了就改正；确实晚了的照实留着，在公开登记里也登记，写明原因。",
        "Mend the day if it is wrong; if it was late leave it so, and enter it in the register with the reason.",
    ),
    Text("决定了的事几天内就公布，大家才来得及知道。", "What was decided is published within days, while it still matters."),
    _DISCLOSE,
)


@dataclass(slots=True)
class _Said:
    """What says itself when it was published, with every entry of the register that names it and every last day for it."""

    trace: Trace
    told: Told
    entries: list[tuple[Item, Disclosure]] = field(default_factory=list)
    asked: list[Obligation] = field(default_factory=list)


@rule(AGAINST, TOLD_LATE)
def what_is_said_to_be_published_was(books: Books) -> Iterator[Diagnostic]:
    """The day a record gives is that of an entry of the register that names it; where none does, it lies within the days of the items it belongs to."""
    for one in _every(books).values():
        said: dict[str, Any] = {"words": Text(one.trace.words, one.trace.words), "said": one.told.day}
        at = one.told.record or one.trace.record
        place = books.place(at, one.told.field)
        if one.entries:
            item, entry = min(one.entries, key=lambda pair: pair[1].day)
            if one.told.day not in {e.day for _, e in one.entries}:
                said |= {"item": item.id, "name": _name(item), "day": entry.day}
                yield AGAINST.at(place, related=(books.place(entry, "day"),), record=at.at_, **said)
        elif one.asked and not one.told.judged and (due := min(one.asked, key=attrgetter("due.day"))).due.day < one.told.day <= books.as_of:
            said |= {"item": due.item.id, "name": _name(due.item), "due": due.due.day, "days": (one.told.day - due.due.day).days}
            yield TOLD_LATE.at(place, record=at.at_, basis=cites(due.basis) or None, unsure=doubtful(due), **said)


def _every(books: Books) -> Mapping[tuple[int, str], _Said]:
    """By record and id, across all items: one decision may belong to several, one pact has several versions."""
    found: dict[tuple[int, str], _Said] = {}
    for standing in books.derived(standings):
        for trace in standing.traces:
            if trace.told is None:
                continue
            one = found.setdefault((trace.record.at_, trace.id), _Said(trace, trace.told))
            one.entries += [(standing.item, e) for e in standing.entries if trace.id in e.objects and e.day <= books.as_of]
            one.asked += [o for o in standing.obligations if o.event is not None and (o.event.record.at_, o.event.id) == (trace.record.at_, trace.id)]
    return found


def _name(item: Item) -> Text:
    return Text(item.name, item.english)
