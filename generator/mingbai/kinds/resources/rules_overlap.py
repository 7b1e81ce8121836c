"""RES: no land stands in the register twice, and no more of a parcel is let than there is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.contracts.records import Contract, Outcome, Sort, State
from mingbai.kinds.resources.register import BASIS, Parcel, parcels
from mingbai.values.measures import decimal
from mingbai.values.text import Text

OVERLAP = Code(
    "RES007",
    Severity.WARNING,
    Text("同一块地登记或发包了两次", "land registered or let twice"),
    Text("{what}", "{what}"),
    Text(
        "实地核对：重复登记的删去一处；只租一部分的，在“分块”里登记面积，合同写清租哪一块；提前收回的，在前一份合同写“终止”。",
        "Look at the place: strike what is registered twice; register parts with their areas and say which is let; end the earlier contract.",
    ),
    Text("一块地只算一次面积，也只能租给一家。", "Land counts once, and is let to one party at a time."),
    BASIS,
)

_DIRECTIONS = "东南西北"
_NOISE = re.compile(r"[\s，,。；;、：:至到临靠接邻]+")
_LET = (Sort.LEASE, Sort.GRANT)


@rule(OVERLAP)
def no_land_counts_twice(books: Books) -> Iterator[Diagnostic]:
    """No two parcels lie within the same bounds at the same place, and contracts in force let no more of a parcel than its area."""
    seen: dict[tuple[str, str], Parcel] = {}
    for p in books.derived(parcels):
        where = _where(p)
        first = seen.setdefault(where, p) if where is not None else p
        if first is not p:
            yield _registered_twice(books, first, p)
        yield from _let_twice(books, p)


def _where(p: Parcel) -> tuple[str, str] | None:
    """Place and bounds without what people write differently; None where the four sides are not all said."""
    bounds = _NOISE.sub("", p.resource.bounds)
    return (_NOISE.sub("", p.resource.place), bounds) if all(d in bounds for d in _DIRECTIONS) else None


def _registered_twice(books: Books, first: Parcel, second: Parcel) -> Diagnostic:
    a, b = (f"{p.id} {p.resource.name}" for p in (first, second))
    what = Text(f"“{b}”和“{a}”坐落、四至相同", f"“{b}” lies at the same place within the same bounds as “{a}”")
    related = (books.place(first.resource, "bounds"),)
    return OVERLAP.at(books.place(second.resource, "bounds"), related=related, record=second.resource.at_, what=what)


def _let_twice(books: Books, p: Parcel) -> Iterator[Diagnostic]:
    lettings = _lettings(books, p)
    total = sum(area for _, area, _ in lettings)
    told_there = set.intersection(*(cited for _, _, cited in lettings)) if lettings else set()  # then the contracts' own rule tells
    if len(lettings) > 1 and total > p.resource.area and not told_there:
        numbers = [contract.number for contract, _, _ in lettings]
        area, sum_ = decimal(p.resource.area), decimal(total)
        what = Text(
            f"“{p.resource.name}”{area} 亩，合同 {'、'.join(numbers)} 同时租出，合计 {sum_} 亩",
            f"“{p.resource.name}” has {area} mu, contracts {', '.join(numbers)} let {sum_} at once",
        )
        yield OVERLAP.at(books.place(p.resource, "area"), record=p.resource.at_, what=what)


def _lettings(books: Books, p: Parcel) -> list[tuple[Contract, int, set[str]]]:
    """Every contract in force that lets some of a parcel, how much of it (ten-thousandths of a mu), and the ids by which it cites it.

    A contract that plots name lets these plots; one that cites the parcel lets the parts it cites, or as much as it says itself.
    """
    areas = {p.id: p.resource.area} | {f"{p.id}/{part.number}": part.area for part in p.resource.parts}
    cited: dict[int, set[str]] = {}
    found: dict[int, Contract] = {}
    for id in areas:
        for one in (c.record for c in books.referrers("resource", id)):
            if isinstance(one, Contract) and one.sort in _LET:
                found[one.at_] = one
                cited.setdefault(one.at_, set()).add(id)
    by_plots: dict[int, int] = {}
    for plot in p.plots:
        if plot.contract is not None:
            found[plot.contract.at_] = plot.contract
            by_plots[plot.contract.at_] = by_plots.get(plot.contract.at_, 0) + plot.area
    lettings = []
    for at, contract in sorted(found.items()):
        outcome: Outcome | None = books.outcome(contract, None)
        ids = cited.get(at, set())
        if outcome is not None and outcome.state is State.RUNNING:
            area = by_plots.get(at) or _area(contract, areas, ids, p.resource.AREA_UNIT)
            lettings.append((contract, area, ids))
    return lettings


def _area(contract: Contract, areas: dict[str, int], ids: set[str], unit: str) -> int:
    """What a contract lets of the parcel it cites: as it says, where it speaks of nothing else; else what it cites."""
    if contract.quantity is not None and contract.unit == unit and len(contract.resources) == len(ids):
        return contract.quantity
    return sum(areas[id] for id in ids)
