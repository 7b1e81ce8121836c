"""What a contract says, worked out: until when it runs, for how much, what is due when. Pure, of the record alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.kinds.contracts.records import Contract, Price, Regular, When
from mingbai.values.days import months_later
from mingbai.values.measures import times

_DAY = datetime.timedelta(1)


class Due(NamedTuple):
    """One payment of the plan: its number, the day it is due, fen, a condition in words."""

    number: str
    day: datetime.date
    fen: int
    words: str = ""


def last_day(contract: Contract) -> datetime.date | None:
    """The last day as agreed in the newest change that moves it, else as signed; None where there is none."""
    moved = [c.end for c in sorted(contract.changes, key=lambda c: c.day) if c.end]
    return moved[-1] if moved else contract.end


def total(contract: Contract) -> int | None:
    """Fen of the whole term after the newest change; where no amount is typed the sum of the plan; None where neither is there."""
    changed = [c.amount for c in sorted(contract.changes, key=lambda c: c.day) if c.amount]
    if changed:
        return changed[-1]
    if contract.amount is not None:
        return contract.amount
    if contract.plan:
        return sum(i.amount for i in contract.plan)
    planned = periods(contract, contract.regular) if contract.regular and last_day(contract) else None
    return planned * contract.regular.amount if planned is not None and contract.regular else None


def periods(contract: Contract, regular: Regular | Price) -> int | None:
    """How many whole periods lie between the first and the last day; None where the term is open or does not divide."""
    last = last_day(contract)
    if last is None or regular.every is None or last < contract.start:
        return None
    months = (last.year - contract.start.year) * 12 + last.month - contract.start.month + 1
    for n in {months // regular.every.months, (months - 1) // regular.every.months}:
        if n > 0 and months_later(contract.start, n * regular.every.months) == last + _DAY:
            return n
    return None


def dues(contract: Contract, until: datetime.date) -> tuple[Due, ...]:
    """The whole plan in order of days; of an open term what is due up to `until`. After 终止 nothing new falls due."""
    found = _typed(contract) if contract.plan else _regular(contract, contract.regular, until) if contract.regular else iter(())
    ended = contract.ending.day if contract.ending else None
    return tuple(sorted((d for d in found if ended is None or d.day <= ended or bool(contract.plan)), key=lambda d: d.day))


def _typed(contract: Contract) -> Iterator[Due]:
    return (Due(i.number, i.due, i.amount, i.words or "") for i in contract.plan)


def _regular(contract: Contract, regular: Regular, until: datetime.date) -> Iterator[Due]:
    if last_day(contract) and periods(contract, regular) is None:
        return  # a broken period: what it costs is not guessed (CON005)
    last = last_day(contract) or until
    months, n = regular.every.months, 0
    while (first := months_later(contract.start, n * months)) <= last:
        ends = months_later(contract.start, (n + 1) * months) - _DAY
        due = first if regular.when is When.ADVANCE else ends
        if last_day(contract) or due <= until:
            yield Due(str(n + 1), due, regular.amount)
        n += 1


def priced(contract: Contract) -> int | None:
    """Fen by unit price × quantity × whole periods; None where a part is missing."""
    price = contract.price
    if price is None or (price.unit is not None and contract.quantity is None):
        return None
    one = times(price.rate, contract.quantity) if price.unit is not None and contract.quantity is not None else price.rate
    if price.every is None:
        return one
    n = periods(contract, price)
    return one * n if n is not None else None
