"""DUE032–DUE033: nobody signs for what has not happened, or publishes it: a decision that is still to be taken, a quarter that is not over."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from mingbai.books import Books, Trace
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.disclosures.duties import Obligation, standings
from mingbai.kinds.disclosures.evidence import told_before
from mingbai.kinds.disclosures.records import Disclosure, DisclosureFile
from mingbai.packs import From, Item
from mingbai.values.text import Text

SIGNED_AHEAD = Code(
    "DUE032",
    Severity.WARNING,
    Text("事情还没有发生就签了字", "signed before it had happened"),
    Text("{office}签于 {signed}，{what}", "{office} signed on {signed}; {what}"),
    Text(
        "核对日期：会开了、期间过完了再审查签字；确实是先签的，照实留着，以后签在后面。",
        "Check the day: sign when the meeting was held, the period over. If it was signed ahead leave it so, and sign afterwards from now on.",
    ),
    Text("先签好的字，签的人没有看到要公布的内容，等于没有审查。", "Who signs ahead has not seen what will be published, and examined nothing."),
    (Cite("urban-committee", "36"), Cite("village-committee", "37"), Cite("collective", "32")),
)
PUBLISHED_AHEAD = Code(
    "DUE033",
    Severity.ERROR,
    Text("事情还没有发生就公布了", "published before it had happened"),
    Text("“{words}”是 {event} 的事，公布日写的是 {day}", "“{words}” was on {event}, published on {day}"),
    Text(
        "核对公布日和“对象”；以前公布的是公示、计划的，另记一段。",
        "Check the day and what it is about; a prior notice or a plan is an entry of its own.",
    ),
    Text("还没有发生的事，不能算公布过。", "What has not happened cannot have been published."),
    (Cite("urban-committee", "35"), Cite("village-committee", "35"), Cite("collective", "45")),
)


class _For(NamedTuple):
    """What a publication is signed for, in both languages, and the first day on which that can be."""

    words: Text
    day: datetime.date


@rule(SIGNED_AHEAD)
def nobody_signs_ahead(books: Books) -> Iterator[Diagnostic]:
    """A publication of events is signed on their day or after it, one of a period when the period ends; what is made ready before its day (plans, prior notices, lists of voters) may be signed before."""
    if not books.of(DisclosureFile):
        return
    for standing in books.derived(standings):
        events = _events(standing.obligations)
        for entry in standing.entries:
            wanted = _wanted(standing.item, entry, events.get(entry.at_, []))
            for signature in entry.signatures if wanted is not None else ():
                if wanted is not None and signature.day < wanted.day:
                    place = books.place(signature, "day")
                    yield SIGNED_AHEAD.at(place, record=entry.at_, office=signature.office, signed=signature.day, what=wanted.words)


@rule(PUBLISHED_AHEAD)
def nothing_is_published_ahead(books: Books) -> Iterator[Diagnostic]:
    """What a publication names had happened by its day."""
    for standing in books.derived(standings) if books.of(DisclosureFile) else ():
        for entry in standing.entries:
            for n, id in enumerate(entry.objects):
                if (early := told_before(entry, id, standing.traces)) is not None:
                    said: dict[str, Any] = {"words": Text(early.words, early.words), "event": early.day, "day": entry.day}
                    yield PUBLISHED_AHEAD.at(books.place(entry, "day"), related=(books.place(entry, "objects", n),), record=entry.at_, **said)
                    break


def _events(obligations: Iterable[Obligation]) -> Mapping[int, list[Trace]]:
    """By publication: the events that it was the first to tell of, but those that are made ready before their day."""
    found: dict[int, list[Trace]] = defaultdict(list)
    for one in obligations:
        if one.event is not None and one.published is not None and not one.event.prepared:
            found[one.published.at_].append(one.event)
    return found


def _wanted(item: Item, entry: Disclosure, events: list[Trace]) -> _For | None:
    """The last of what it is signed for: the end of the period it tells of, else the last of the events; None where it may be signed at any time."""
    if entry.period is not None and _closes(item, entry):
        period, last = entry.period.text, entry.period.last
        return _For(Text(f"{period.zh}到 {last} 才过完", f"{period.en} ended on {last}"), last)
    if not events:
        return None
    last_of = max(events, key=attrgetter("day"))
    return _For(Text(f"“{last_of.words}”是 {last_of.day} 的事", f"“{last_of.words}” was on {last_of.day}"), last_of.day)


def _closes(item: Item, entry: Disclosure) -> bool:
    """Whether it tells of a period that was over: what is shown before that is a plan, or something that happened in it."""
    if entry.period is None or entry.day <= entry.period.last:
        return False
    return entry.nothing or any(d.rhythm.months and d.counted is From.END for d in item.duties)
