"""Straight-line depreciation by month, in whole fen.

It begins in the month after the asset was acquired and ends with the month in which it went; a month counts from its last day on.
Every month takes the same whole number of fen, rounded down; the last one takes what is left, so that the sum is exact. A
revaluation sets the net value: what is left above the residual value is spread evenly over the months that are left.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from mingbai.kinds.assets.records import Asset, Event, Method
from mingbai.packs.records import Standard
from mingbai.values.days import Month

GONE = (Event.SOLD, Event.SCRAPPED, Event.MOVED)
"""Events after which the asset is no longer there."""


class Worth(NamedTuple):
    """Fen on a day: gross (cost, after revaluations), written off so far, what is left."""

    gross: int
    accumulated: int

    @property
    def net(self) -> int:
        return self.gross - self.accumulated


def gone(asset: Asset, day: datetime.date) -> datetime.date | None:
    """The day it was disposed of, scrapped or handed over, where that is not after `day`."""
    return min((c.day for c in asset.changes if c.event in GONE and c.day <= day), default=None)


def residual(asset: Asset, standard: Standard | None) -> int:
    """Fen that are never written off: as typed, else the standard's share of the cost, rounded down; 0 where neither says."""
    if asset.residual is not None:
        return asset.residual
    share = standard.share if standard else None
    return asset.cost * share.part // share.whole if share else 0


def worth(asset: Asset, kept: int, day: datetime.date) -> Worth:
    """What it is worth at the end of `day`; `kept` is its residual value in fen."""
    if asset.method is Method.NONE or not asset.years:
        return _revalued(asset, day)
    end = gone(asset, day)
    until = min(day, Month.of(end).last) if end else day
    total = asset.years * 12
    gross, written, base, left, begun = asset.cost, 0, asset.cost - kept, total, 0
    revalued = sorted((c for c in asset.changes if c.event is Event.REVALUED and c.amount and c.day <= until), key=lambda c: c.day)
    for change in revalued:
        done = min(_months(asset.acquired, change.day), total)
        written += spread(base, left, done - begun)
        gross = (change.amount or 0) + written
        base, left, begun = max((change.amount or 0) - kept, 0), total - done, done
    done = min(_months(asset.acquired, until), total)
    return Worth(gross, written + spread(base, left, done - begun))


def spread(base: int, months: int, done: int) -> int:
    """What `done` of so many months take of `base`: the same whole fen each, the last one the rest."""
    if months <= 0 or done <= 0:
        return 0
    return base if done >= months else base // months * done


def _months(acquired: datetime.date, day: datetime.date) -> int:
    """Month ends from the month after `acquired` up to `day`, that day included."""
    last = Month.of(day)
    full = (last.year - acquired.year) * 12 + last.month - acquired.month
    return max(full if day == last.last else full - 1, 0)


def _revalued(asset: Asset, day: datetime.date) -> Worth:
    set_ = [c.amount for c in sorted(asset.changes, key=lambda c: c.day) if c.event is Event.REVALUED and c.amount and c.day <= day]
    return Worth(set_[-1] if set_ else asset.cost, 0)
