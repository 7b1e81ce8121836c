"""How long a publication hangs: its days on the board, begun anew by a correction, gone on with until what it is about is settled."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.books import Trace
from mingbai.kinds.disclosures.correcting import corrections
from mingbai.kinds.disclosures.evidence import concerns, matching
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.packs import Evidence, Item
from mingbai.values.counting import kept_up


@dataclass(frozen=True, slots=True)
class Clock:
    """How long something hangs: from its publication, or its last correction, for at least so many days.

    `until` is the first day on which it may be taken down; None where it stays for good. `open`: what it is about is not settled, and it hangs until then.
    """

    started: datetime.date
    until: datetime.date | None
    corrected: bool
    open: bool = False


def clock(item: Item, entry: Disclosure, entries: tuple[Disclosure, ...], as_of: datetime.date, traces: tuple[Trace, ...] = ()) -> Clock:
    """The time on the board of a publication; a correction starts it anew while it hangs (urban law arts. 34–35, village law art. 35).

    What was taken down before it was put right is judged by its own days: the correction hangs as a publication of its own.
    A prior notice that was shown before it begins hangs from its beginning. `traces` are what the ledgers hold of the item: what is published until it is settled stays until then.
    """
    mended = [e.day for e in corrections(entry, entries, as_of) if entry.until is None or e.day <= entry.until]
    begun = [t.starts for t in traces if t.starts is not None and concerns(entry, t)]
    started = max([entry.day, *begun, *mended])
    if item.days is None:
        return Clock(started, None, bool(mended))
    settled = _settled(item, entry, traces, as_of)
    ended = [day for day in settled.values() if day is not None]
    return Clock(started, max([kept_up(started, item.days), *ended]), bool(mended), len(ended) < len(settled))


def _settled(item: Item, entry: Disclosure, traces: tuple[Trace, ...], as_of: datetime.date) -> dict[int, datetime.date | None]:
    """Of an item that is published until something is settled: by the record of each matter this publication is about, the day it was; None: not yet."""
    if item.closed is None:
        return {}
    wanted = Evidence.model_construct(wanted=(item.closed,))
    meeting = [*matching(traces, wanted)]
    ends, theirs = {t.record.at_: t.day for t in meeting if t.day <= as_of}, {id(t) for t in meeting}
    return {t.record.at_: ends.get(t.record.at_) for t in traces if id(t) not in theirs and concerns(entry, t)}
