"""AST: disposal: by a decision that was passed, in public above a line, for no less than the valuation. Warnings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.assets.depreciation import GONE
from mingbai.kinds.assets.records import Change, Event, Sale
from mingbai.kinds.assets.register import Held, held
from mingbai.kinds.finance.posting.ledger import decided
from mingbai.kinds.meetings.records import Result
from mingbai.packs.law import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DECIDED = (Cite("collective", "26"), Cite("urban-committee", "30"), Cite("village-committee", "28"))

NOT_DECIDED = Code(
    "AST027",
    Severity.WARNING,
    Text("处置资产依据的决议不成立", "the decision behind a disposal does not hold"),
    Text("“{name}”{day} {event}，{decision} {why}", "“{name}” was {event} on {day}; {decision} {why}"),
    Text(
        "核对决议编号和日期；没有通过就处置的、先处置后议的，在会上说明并公布。",
        "Check the id and the days; what was disposed of without or before a decision is accounted for in public.",
    ),
    Text("通过了才能处置。", "It is disposed of once that was passed."),
    _DECIDED,
)
NOT_PUBLIC = Code(
    "AST028",
    Severity.WARNING,
    Text("大额资产没有公开交易", "a large asset not sold in public"),
    Text(
        "“{name}”处置 {sum}，{limit} 元以上应当公开交易，{how}{doubt}", "“{name}” went at {sum}; from {limit} yuan it is sold in public, {how}{doubt}"
    ),
    Text("写上“交易方式”；没有公开交易的，说明原因并公布。", "Name the procedure; where it was not public, say why and publish that."),
    Text("公开卖，才知道卖得值不值。", "Only a public sale shows what it is worth."),
    _DECIDED,
)
UNDER_VALUE = Code(
    "AST029",
    Severity.WARNING,
    Text("处置价低于评估价", "sold below the valuation"),
    Text("“{name}”卖了 {sum}，评估价 {valuation}", "“{name}” was sold for {sum}, the valuation is {valuation}"),
    Text("说明低于评估价的原因和谁同意的。", "Say why it went below, and who agreed."),
    Text("低于评估价卖大家的东西，要向大家说明。", "Selling what belongs to all below its value has to be explained."),
    _DECIDED,
)
NOT_SHOWN = Code(
    "AST030",
    Severity.WARNING,
    Text("评估结果公示不够", "the valuation was not shown for long enough"),
    Text(
        "“{name}”{day} {event}，评估结果{shown}，应当公示 {days} 天{doubt}",
        "“{name}” was {event} on {day}; the valuation {shown}, it is shown for {days:day|days}{doubt}",
    ),
    Text("写上“评估公示”的日子；公示不够的，以后先公示再处置。", "Write the day it was shown; next time show it first."),
    Text("评估先让大家看，有意见的说得上话。", "Whoever objects to a valuation sees it first."),
    _DECIDED,
)

_PUBLIC = (Sale.TENDER, Sale.COMPETITIVE, Sale.MARKET)


def _disposals(books: Books) -> Iterator[tuple[Held, Change]]:
    return ((h, c) for h in books.derived(held) for c in h.asset.changes if c.event in GONE)


@rule(NOT_DECIDED)
def what_is_disposed_of_was_decided(books: Books) -> Iterator[Diagnostic]:
    """A decision behind a disposal was passed, and on or before the day of it."""
    for h, change in _disposals(books):
        outcome = decided(books, change.decision, h.filed) if change.decision else None
        result, day = outcome if outcome is not None else (None, change.day)
        if result is None:
            continue
        why = Text(f"是 {day} 才议定的", f"was taken on {day} only") if day > change.day else None
        if result is not Result.PASSED:
            why = Text(f"的结果是“{result.zh}”", f"ended with “{result.value}”")
        if why is not None:
            values: dict[str, Any] = {"name": h.asset.name, "day": change.day, "event": change.event.text, "decision": change.decision}
            yield NOT_DECIDED.at(books.place(change, "decision"), record=h.asset.at_, why=why, **values)


@rule(NOT_PUBLIC, UNDER_VALUE)
def what_is_sold_is_sold_in_public_and_at_its_value(books: Books) -> Iterator[Diagnostic]:
    """From the line of the pack upwards what is sold is sold in public; nothing goes below its valuation."""
    for h, change in _disposals(books):
        if change.event is not Event.SOLD:
            continue
        limit = books.law.standard("disposal-market", change.day)
        worth = max(change.amount or 0, change.valuation or 0) or h.asset.cost
        if limit and limit.amount and worth >= limit.amount and change.procedure not in _PUBLIC:
            how = (
                Text(f"写的是“{change.procedure.zh}”", f"not by “{change.procedure.value}”")
                if change.procedure
                else Text("没有写交易方式", "and no procedure is named")
            )
            place = books.place(change, "procedure" if change.procedure else "")
            values: dict[str, Any] = {"name": h.asset.name, "sum": grouped(worth), "limit": grouped(limit.amount), "doubt": doubt(limit)}
            yield NOT_PUBLIC.at(place, record=h.asset.at_, how=how, basis=books.law.grounds(NOT_PUBLIC, limit), **values)
        if change.amount is not None and change.valuation is not None and change.amount < change.valuation:
            values = {"name": h.asset.name, "sum": grouped(change.amount), "valuation": grouped(change.valuation)}
            yield UNDER_VALUE.at(books.place(change, "amount"), record=h.asset.at_, **values)


@rule(NOT_SHOWN)
def valuations_are_shown_first(books: Books) -> Iterator[Diagnostic]:
    """Where a place asks for it, a valuation is shown for so many days before what was valued is disposed of."""
    for h, change in _disposals(books):
        standard = books.law.standard("valuation-notice-days", change.day)
        if standard is None or standard.count is None:
            continue
        if change.valuation is None or (change.shown is not None and change.day - change.shown >= datetime.timedelta(standard.count)):
            continue
        shown = (
            Text(f" {change.shown} 才公示", f"was shown on {change.shown}")
            if change.shown
            else Text("没有写公示的日子", "was shown on no day that is named")
        )
        values: dict[str, Any] = {
            "name": h.asset.name,
            "day": change.day,
            "event": change.event.text,
            "days": standard.count,
            "doubt": doubt(standard),
        }
        yield NOT_SHOWN.at(
            books.place(change, "shown" if change.shown else ""),
            record=h.asset.at_,
            shown=shown,
            basis=books.law.grounds(NOT_SHOWN, standard),
            **values,
        )
