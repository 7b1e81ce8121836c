"""The newest day a page tells of, whichever kind it comes from: what stands on it, and what cites that."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mingbai.kind import View
from mingbai.pages import OF_RECORDS, Draft


def dated(draft: Draft, view: View) -> Draft:
    """The draft with the newest past day of its own data, of what happened to its records and of the parts it is given.

    A page without a day of its own holds as of the day of the site, and goes on doing so.
    """
    if draft.updated is None:
        return draft
    as_of = view.books.as_of
    happened = view.derived(_happened)
    found = (draft.updated, happened.get(draft.address), *(b.updated for b in draft.blocks))
    if draft.updated == OF_RECORDS:
        found = (*found, *(day for page, day in happened.items() if page.startswith(draft.address)))
    newest = max((d for d in found if d is not None and d <= as_of), default=as_of)
    if newest == OF_RECORDS:
        newest = as_of
    return draft if newest == draft.updated else replace(draft, updated=newest)


def _happened(view: View) -> Mapping[str, datetime.date]:
    """By page: the last day on which something that stands there happened, or something that cites it (a payment a decision, an objection a line)."""
    newest: dict[str, datetime.date] = {}
    for page, day in _told(view, _days(view)):
        newest[page] = max(day, newest.get(page, day))
    return newest


def _days(view: View) -> dict[int, list[datetime.date]]:
    """The past days of each record that leaves traces, by its `at_`: days that something happened, never days that it is due."""
    days: dict[int, list[datetime.date]] = {}
    books = view.books
    for trace in (t for kind in books.tracers for t in books.traces(kind) if t.day <= books.as_of):
        days.setdefault(trace.record.at_, []).append(trace.day)
    return days


def _told(view: View, days: Mapping[int, list[datetime.date]]) -> Iterable[tuple[str, datetime.date]]:
    pages = {at: place.address.partition("#")[0] for at, place in view.places.items()}
    yield from ((pages[at], max(every)) for at, every in days.items() if at in pages)
    for what, bearers in view.books.ids.items():
        for id, record in bearers.items():
            if record.at_ in pages:
                yield from ((pages[record.at_], day) for day in _cited_on(view, what, id, days))


def _cited_on(view: View, what: str, id: str, days: Mapping[int, list[datetime.date]]) -> Iterator[datetime.date]:
    """The days of whatever cites an id; a part without a day of its own has that of its file, where the file has but one."""
    for c in view.books.referrers(what, id):
        whole = c.filed.record
        own = days.get(c.record.at_, [])
        of_file = days.get(whole.at_, []) if whole is not None and not own else []
        if own or len(set(of_file)) == 1:
            yield max(own or of_file)
