"""What was published and put right since: which correction is of which publication, and what then stands.

Of each other they know by `item/period`, or by the day where a publication is of no period (`named`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from operator import attrgetter

from mingbai.kinds.disclosures.records import Disclosure
from mingbai.values.days import spoken
from mingbai.values.periods import Period
from mingbai.values.speech import of, say


def named(entry: Disclosure) -> str:
    """The id of a publication: `U08/2026-Q1`, or by its day where it is of no period: `U17/2026-05-06`."""
    return f"{entry.item}/{entry.day if entry.period is None else entry.period}"


def corrections(entry: Disclosure, entries: Iterable[Disclosure], as_of: datetime.date) -> list[Disclosure]:
    """The corrections of a publication by a day, earliest first."""
    if entry.corrects is not None:
        return []
    return sorted((e for e in entries if e.corrects == named(entry) and e.day <= as_of), key=attrgetter("day"))


def corrected(entry: Disclosure, entries: Iterable[Disclosure]) -> Disclosure | None:
    """The publication that a correction puts right; None where it is none, or nobody knows that one."""
    return next((e for e in entries if e.corrects is None and named(e) == entry.corrects), None)


def standing(entries: list[Disclosure], as_of: datetime.date) -> Iterator[Disclosure]:
    """The publications as they stand after their corrections, in their order.

    What was said to be nothing and was something after all is public from the day of the correction; what was something and is nothing,
    from its own day. Any other correction leaves the day and what the publication is of.
    """
    for entry in entries:
        if entry.corrects is None:
            last = next(iter(reversed(corrections(entry, entries, as_of))), None)
            if last is None or last.nothing == entry.nothing:
                yield entry
            elif entry.nothing:
                yield last.model_copy(update={"period": last.period or entry.period, "objects": last.objects or entry.objects})
            else:
                yield entry.model_copy(update={"nothing": True, "signatures": last.signatures})


def put_right(cited: str) -> str:
    """What a correction is of, by the id it cites: 更正2026年第二季度的公布; 更正2026年5月6日的公布."""
    which = cited.partition("/")[2]
    try:
        told = of(Period.parse(which).text)
    except ValueError:
        try:
            told = spoken(datetime.date.fromisoformat(which))
        except ValueError:
            told = which
    return say("更正{which}的公布", which=told)
