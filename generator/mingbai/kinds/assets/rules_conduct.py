"""AST: how assets are kept: let under a contract, not left idle, counted every year, disposed of by decision. Warnings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.assets.depreciation import GONE
from mingbai.kinds.assets.records import Change, Event, Found, Use
from mingbai.kinds.assets.register import TRUE_BOOKS, Held, by_book, held
from mingbai.kinds.contracts.records import Contract, Outcome, State
from mingbai.packs.law import doubt
from mingbai.values.days import months_later
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DECIDED = (Cite("collective", "26"), Cite("urban-committee", "30"), Cite("village-committee", "28"))

NO_CONTRACT = Code(
    "AST010",
    Severity.WARNING,
    Text("他人使用，没有有效的合同", "used by others without a contract in force"),
    Text("“{name}”由他人使用，{why}", "“{name}” is used by others, {why}"),
    Text("签订合同并写上编号；已经收回的，改“使用状态”。", "Sign a contract and cite it; where it was taken back, correct the use."),
    Text("集体和社区的资产给别人用，要有合同、有期限、有租金。", "What belongs to all is let under a contract, for a term, at a rent."),
    (Cite("collective", "45"), Cite("urban-committee", "34"), Cite("village-committee", "35")),
)
IDLE = Code(
    "AST011",
    Severity.WARNING,
    Text("长期闲置", "idle for long"),
    Text("“{name}”自 {since} 起闲置，已 {days} 天{doubt}", "“{name}” has been idle since {since}, {days:day|days}{doubt}"),
    Text("研究怎样利用：调剂、出租或处置，并把结果公布。", "Decide what to do with it: use it elsewhere, let it or dispose of it, and publish that."),
    Text("闲着的资产年年在贬值。", "What lies idle loses value every year."),
    (Cite("good-practice", "资产"),),
)
NOT_COUNTED = Code(
    "AST012",
    Severity.WARNING,
    Text("一年内没有盘点", "not counted within the year"),
    Text(
        "{count} 项资产 {months} 个月内没有盘点，例如“{name}”{doubt}",
        "{count} assets were not counted within {months:month|months}, such as “{name}”{doubt}",
    ),
    Text("盘点后在资产下面补“盘点”：日期、结果、盘点人。", "Count them and add the day, the result and who counted."),
    Text("账实相符靠每年盘点。", "Book and things agree where they are counted every year."),
    TRUE_BOOKS,
)
UNDECIDED = Code(
    "AST013",
    Severity.WARNING,
    Text("处置资产没有决议", "disposed of without a decision"),
    Text("“{name}”{event}，原值 {cost}，没有决议{doubt}", "“{name}” was {event}, cost {cost}, without a decision{doubt}"),
    Text("写上“决议”；没有开会的，提交会议并公布。", "Name the decision; where there was none, bring it before a meeting and publish that."),
    Text("处置大家的东西，要大家决定。", "What belongs to all is disposed of by all."),
    _DECIDED,
)
UNVALUED = Code(
    "AST014",
    Severity.WARNING,
    Text("处置资产没有评估", "disposed of without a valuation"),
    Text("“{name}”{event}，原值 {cost}，没有评估价{doubt}", "“{name}” was {event}, cost {cost}, without a valuation{doubt}"),
    Text("补写“评估价”；没有评估的，说明价格怎样定的。", "Add the valuation; where there was none, say how the price was found."),
    Text("没有评估，就不知道卖得公不公道。", "Without a valuation nobody knows whether the price was fair."),
    _DECIDED,
)
MISSING = Code(
    "AST015",
    Severity.WARNING,
    Text("盘点账实不符", "the count differs from the book"),
    Text("“{name}”{day} 盘点的结果是{result}，没有写“说明”", "“{name}”: the count of {day} found a {result}, and nobody says why"),
    Text(
        "查明原因，写在“说明”；该报废的写“变动记录”，补回的再盘一次。",
        "Find out why and say so; record what is scrapped; count again what was made good.",
    ),
    Text("少了东西要有人说明。", "What is missing has to be accounted for."),
    TRUE_BOOKS,
)


@rule(NO_CONTRACT)
def what_others_use_is_let_by_contract(books: Books) -> Iterator[Diagnostic]:
    """An asset used by others cites a contract that is in force."""
    for h in books.derived(held):
        if h.asset.use is Use.LET and h.gone is None:
            why = _why(books, h)
            if why is not None:
                place = books.place(h.asset, "contract" if h.asset.contract else "use")
                yield NO_CONTRACT.at(place, record=h.asset.at_, name=h.asset.name, why=why)


def _why(books: Books, h: Held) -> Text | None:
    cited = h.asset.contract
    if cited is None:
        return Text("没有写合同", "and no contract is named")
    contract = books.find("contract", cited, h.filed)
    outcome: Outcome | None = books.outcome(contract, None) if isinstance(contract, Contract) else None
    if outcome is None or outcome.state is State.RUNNING:
        return None
    if outcome.state is State.EXPIRED and not any(c.field == "renews" for c in books.referrers("contract", outcome.id)):
        return None  # told of the contract itself (CON021)
    return Text(f"合同 {cited} {outcome.state.zh}", f"and contract {cited} is {outcome.state.value}")


@rule(IDLE)
def nothing_lies_idle_for_long(books: Books) -> Iterator[Diagnostic]:
    """What is idle is idle for no longer than the law pack allows, counted from 闲置自."""
    limit = books.law.standard("idle-days")
    for h in books.derived(held) if limit and limit.count else ():
        since = h.asset.idle_since
        if limit and limit.count and h.asset.use is Use.IDLE and h.gone is None and since and (books.as_of - since).days > limit.count:
            days = (books.as_of - since).days
            yield IDLE.at(
                books.place(h.asset, "idle_since"),
                record=h.asset.at_,
                name=h.asset.name,
                since=since,
                days=days,
                doubt=doubt(limit),
                basis=books.law.grounds(IDLE, limit),
            )


@rule(NOT_COUNTED)
def everything_is_counted_within_the_year(books: Books) -> Iterator[Diagnostic]:
    """Every asset was counted, or acquired, within the months the law pack allows; told once for each register."""
    limit = books.law.standard("count-months")
    if limit is None or not limit.count:
        return
    for every in books.derived(by_book).values():
        late = [h for h in every if h.gone is None and months_later(_seen(h), limit.count) < books.as_of]
        if late:
            first, record = late[0].asset, late[0].filed.record
            at = record.at_ if record else -1
            values: dict[str, Any] = {"count": len(late), "months": limit.count, "name": first.name, "doubt": doubt(limit)}
            yield NOT_COUNTED.at(books.place(first), record=at, basis=books.law.grounds(NOT_COUNTED, limit), **values)


def _seen(h: Held) -> datetime.date:
    return max(h.asset.acquired, h.counted.day) if h.counted else h.asset.acquired


@rule(UNDECIDED, UNVALUED)
def disposal_is_decided_and_valued(books: Books) -> Iterator[Diagnostic]:
    """From the amounts of the law pack, what is disposed of has a decision, and what is sold a valuation."""
    for h in books.derived(held):
        for change in (c for c in h.asset.changes if c.event in GONE):
            decided, valued = books.law.standard("disposal-decision", change.day), books.law.standard("disposal-valuation", change.day)
            if decided and decided.amount and change.decision is None and h.asset.cost >= decided.amount:
                yield UNDECIDED.at(
                    books.place(change), record=h.asset.at_, doubt=doubt(decided), basis=books.law.grounds(UNDECIDED, decided), **_said(h, change)
                )
            if valued and valued.amount and change.event is Event.SOLD and change.valuation is None and h.asset.cost >= valued.amount:
                yield UNVALUED.at(
                    books.place(change), record=h.asset.at_, doubt=doubt(valued), basis=books.law.grounds(UNVALUED, valued), **_said(h, change)
                )


def _said(h: Held, change: Change) -> dict[str, Any]:
    return {"name": h.asset.name, "event": change.event.text, "cost": grouped(h.asset.cost)}


@rule(MISSING)
def what_is_missing_is_accounted_for(books: Books) -> Iterator[Diagnostic]:
    """The newest count of an asset that is there agrees, or says why not."""
    for h in books.derived(held):
        count = h.counted
        if count is not None and h.gone is None and count.found is not Found.AGREES and count.words is None:
            yield MISSING.at(books.place(count, "found"), record=h.asset.at_, name=h.asset.name, day=count.day, result=count.found.text)
