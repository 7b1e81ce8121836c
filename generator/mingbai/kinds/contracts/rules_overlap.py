"""CON: one thing is let to one party at a time."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.contracts.records import Sort
from mingbai.kinds.contracts.register import BASIS, Standing, standings
from mingbai.schema.record import Record
from mingbai.values.text import Text

OVERLAP = Code(
    "CON028",
    Severity.WARNING,
    Text("同一资产或资源的合同期重叠", "contracts on one thing overlap"),
    Text("{thing} 同时在 {first} 和 {second} 里，重叠 {start} 至 {end}", "{thing} stands in {first} and {second} at once, from {start} to {end}"),
    Text("核对起止；提前收回的，在前一份写“终止”；只租一部分的，分别登记。", "Check the days; end the earlier one; register parts apart."),
    Text("一处资产同一时间只能租给一家。", "One thing is let to one party at a time."),
    BASIS,
)

_LET = (Sort.LEASE, Sort.GRANT)


@rule(OVERLAP)
def one_thing_is_let_to_one_party_at_a_time(books: Books) -> Iterator[Diagnostic]:
    """The terms of the lettings of one asset or resource do not overlap."""
    let: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for s in books.derived(standings):
        for what, cited in (*(("asset", a) for a in s.contract.assets), *(("resource", r) for r in s.contract.resources)):
            full = books.resolve(what, cited, s.filed) if s.contract.sort in _LET else None
            if full:
                let[what, full].append(s)
    for (what, thing), lettings in let.items():
        ordered = sorted(lettings, key=lambda s: (s.contract.start, s.contract.at_))
        for n, new in enumerate(ordered):
            standing = [s for s in ordered[:n] if (end := ended(s)) is None or new.contract.start <= end]
            if standing and not _fit(books.ids[what][thing], (*standing, new)):
                yield _overlapping(books, thing, standing[0], new)


def _overlapping(books: Books, thing: str, first: Standing, second: Standing) -> Diagnostic:
    ends = [d for d in (ended(first), ended(second)) if d is not None]
    end = min(ends) if ends else books.as_of
    values: dict[str, Any] = {
        "thing": thing,
        "first": first.contract.number,
        "second": second.contract.number,
        "start": second.contract.start,
        "end": end,
    }
    return OVERLAP.at(books.place(second.contract), related=(books.place(first.contract),), record=second.contract.at_, **values)


def _fit(thing: Record, lettings: Iterable[Standing]) -> bool:
    """Whether parts are let, each with its size, that together are no larger than the thing."""
    area, unit = getattr(thing, "area", None), getattr(thing, "AREA_UNIT", "")
    sizes = [s.contract.quantity if s.contract.unit == unit else None for s in lettings]
    return area is not None and all(sizes) and sum(size or 0 for size in sizes) <= area


def ended(s: Standing) -> datetime.date | None:
    """The last day a contract is in force: of one that ended earlier that day; None where it is open."""
    ending = s.contract.ending
    if ending is None:
        return s.last
    before = ending.day - datetime.timedelta(1)
    return before if s.last is None else min(before, s.last)
