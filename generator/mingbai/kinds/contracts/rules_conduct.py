"""CON: how contracts come about and go on: papers, decisions, procedure, renewal, valuation. Thresholds come from the law pack."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.contracts.records import Contract, Paper, Procedure, Sort, State
from mingbai.kinds.contracts.register import BASIS, Standing, standings
from mingbai.kinds.meetings.records import Decision, Meeting, Result
from mingbai.packs.law import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DECIDED = (Cite("collective", "26"), Cite("urban-committee", "30"), Cite("village-committee", "28"))

NO_PAPER = Code(
    "CON020",
    Severity.WARNING,
    Text("没有合同却在使用", "in use without a contract"),
    Text("“{name}”自 {start} 起由“{other}”使用，没有书面合同", "“{name}” has been used by “{other}” since {start} without a written contract"),
    Text("补签合同；不再使用的，写“终止”。", "Sign a contract; where the use is over, write the ending."),
    Text("没有合同，租金、期限、责任都说不清。", "Without a contract rent, term and duties are nobody's word."),
    BASIS,
)
EXPIRED = Code(
    "CON021",
    Severity.WARNING,
    Text("合同到期，没有终止也没有续签", "expired, neither ended nor renewed"),
    Text("“{name}”{last} 到期，已过 {days} 天", "“{name}” ran out on {last}, {days:day|days} ago"),
    Text(
        "收回的写“终止”；继续用的重新签订，新合同写“续签自: {number}”。",
        "Write the ending, or sign anew and let the new contract say that it renews {number}.",
    ),
    Text("到期后接着用，等于没有合同。", "Use after the end is use without a contract."),
    BASIS,
)
NEGOTIATED = Code(
    "CON022",
    Severity.WARNING,
    Text("大额合同用协议方式", "a large contract by negotiation"),
    Text("金额 {total}，超过 {limit} 元的应当公开竞争{doubt}", "{total} by negotiation; above {limit} yuan it is put to competition{doubt}"),
    Text("说明为什么不公开竞争，并附决议。", "Say why it was not put to competition, with the decision."),
    Text("公开竞争，才知道价格公不公道。", "Competition shows whether a price is fair."),
    BASIS,
)
SAME_PARTY = Code(
    "CON023",
    Severity.WARNING,
    Text("一年内和同一方签了多份合同", "several contracts with one party within a year"),
    Text(
        "{year} 年和“{other}”签了 {count} 份{total}，多于 {limit} 份{doubt}",
        "{count:contract|contracts} with “{other}” in {year}{total}; more than {limit}{doubt}",
    ),
    Text("说明原因；同一件事拆成几份的，合并按总额履行程序。", "Say why; where one matter was divided, follow the procedure for the whole."),
    Text("拆分合同可以绕开限额。", "Divided contracts slip under every limit."),
    BASIS,
)
NO_DECISION = Code(
    "CON024",
    Severity.WARNING,
    Text("应当开会决定的合同没有决议", "no decision where one is due"),
    Text("“{name}”金额 {total}，{limit} 元以上应当有决议{doubt}", "“{name}” of {total}; from {limit} yuan a decision is due{doubt}"),
    Text("写上“决议”；没有开会的，提交会议追认并公布。", "Name the decision; where there was none, bring it before a meeting and publish that."),
    Text("大额合同要先开会后签字。", "Large contracts are decided before they are signed."),
    _DECIDED,
)
RENEWED = Code(
    "CON025",
    Severity.WARNING,
    Text("续签没有决议", "renewed without a decision"),
    Text("“{name}”续签自 {renews}，没有决议", "“{name}” renews {renews} without a decision"),
    Text("写上“决议”；没有开会的，提交会议决定。", "Name the decision, or bring it before a meeting."),
    Text("续签也是发包、出租，要重新决定。", "Renewing is letting anew, and is decided anew."),
    _DECIDED,
)
NOT_DECIDED = Code(
    "CON026",
    Severity.WARNING,
    Text("合同依据的决议不成立", "the decision behind the contract does not hold"),
    Text("{decision} {why}", "{decision} {why}"),
    Text("核对决议编号和日期；先签后议的，在会上说明。", "Check the id and the days; where signing came first, explain it at a meeting."),
    Text("先决定，后签字。", "Decide first, then sign."),
    _DECIDED,
)
UNDER_VALUE = Code(
    "CON027",
    Severity.WARNING,
    Text("价格低于评估价", "below the valuation"),
    Text("合同金额 {total}，评估价 {valuation}", "the sum is {total}, the valuation {valuation}"),
    Text("说明低于评估价的原因和依据。", "Say why it is below, and by what right."),
    Text("低于评估价出租、发包，要向大家说明。", "Letting below value has to be explained."),
    BASIS,
)
_LET = (Sort.LEASE, Sort.GRANT)


@rule(NO_PAPER, EXPIRED)
def use_rests_on_a_contract_in_force(books: Books) -> Iterator[Diagnostic]:
    """What is let is let under a written contract that has not run out."""
    every = books.derived(standings)
    renewed = {books.resolve("contract", s.contract.renews, s.filed) for s in every if s.contract.renews}
    for s in every:
        contract = s.contract
        if contract.paper is Paper.NONE and s.state in (State.RUNNING, State.EXPIRED):
            yield NO_PAPER.at(books.place(contract, "paper"), record=contract.at_, name=contract.name, start=contract.start, other=contract.other)
        elif contract.sort in _LET and s.state is State.EXPIRED and s.last is not None and s.last >= contract.start and s.id not in renewed:
            days = (books.as_of - s.last).days
            yield EXPIRED.at(books.place(contract, "end"), record=contract.at_, name=contract.name, last=s.last, days=days, number=contract.number)


@rule(NEGOTIATED, NO_DECISION, UNDER_VALUE)
def large_contracts_are_decided_and_put_to_competition(books: Books) -> Iterator[Diagnostic]:
    """Above the amounts of the law pack a contract has a decision, and is not negotiated; none is below its valuation."""
    for s in books.derived(standings):
        contract = s.contract
        if s.total is None or contract.paper is Paper.NONE:
            continue
        day = contract.signed or contract.start
        negotiated, decided = books.law.standard("negotiated-limit", day), books.law.standard("contract-decision", day)
        if negotiated and negotiated.amount and contract.procedure is Procedure.NEGOTIATED and s.total > negotiated.amount:
            values: dict[str, Any] = {"total": grouped(s.total), "limit": grouped(negotiated.amount), "doubt": doubt(negotiated)}
            yield NEGOTIATED.at(books.place(contract, "procedure"), record=contract.at_, basis=books.law.grounds(NEGOTIATED, negotiated), **values)
        if decided and decided.amount and contract.decision is None and not contract.renews and s.total >= decided.amount:
            values = {"name": contract.name, "total": grouped(s.total), "limit": grouped(decided.amount), "doubt": doubt(decided)}
            yield NO_DECISION.at(books.place(contract), record=contract.at_, basis=books.law.grounds(NO_DECISION, decided), **values)
        if contract.valuation is not None and _below(s):
            place = books.place(contract, "valuation")
            yield UNDER_VALUE.at(place, record=contract.at_, total=grouped(s.total), valuation=grouped(contract.valuation))


def _below(s: Standing) -> bool:
    return s.total is not None and s.contract.valuation is not None and s.contract.sort in _LET and s.total < s.contract.valuation


@rule(RENEWED, NOT_DECIDED)
def contracts_follow_decisions(books: Books) -> Iterator[Diagnostic]:
    """A renewal names a decision; a decision that is named was passed, and before the contract was signed."""
    for s in books.derived(standings):
        contract = s.contract
        if contract.renews and contract.decision is None:
            yield RENEWED.at(books.place(contract, "renews"), record=contract.at_, name=contract.name, renews=contract.renews)
        if contract.decision is not None:
            yield from _decided(books, s, contract.decision, contract)


def _decided(books: Books, s: Standing, cited: str, contract: Contract) -> Iterator[Diagnostic]:
    decision = books.find("decision", cited, s.filed)
    meeting = books.file(decision).record if isinstance(decision, Decision) else None
    if not isinstance(decision, Decision) or not isinstance(meeting, Meeting):
        return
    result, held = books.outcome(decision, decision.result), meeting.time.date()
    why = _why(result, held, contract.signed or contract.start)
    if why is not None:
        yield NOT_DECIDED.at(books.place(contract, "decision"), record=contract.at_, decision=cited, why=why)


def _why(result: Result | None, held: datetime.date, signed: datetime.date) -> Text | None:
    if result is not None and result is not Result.PASSED:
        return Text(f"的结果是“{result.zh}”", f"ended with “{result.value}”")
    if held > signed:
        return Text(f"是 {held} 的会，合同 {signed} 已经签订", f"was taken on {held}, the contract signed on {signed}")
    return None


@rule(SAME_PARTY)
def not_too_many_with_one_party(books: Books) -> Iterator[Diagnostic]:
    """In one year no party signs more contracts of one direction in one book than the law pack says; told at the last of them."""
    found: dict[tuple[str, str, object, int], list[Standing]] = defaultdict(list)
    for s in books.derived(standings):
        c = s.contract
        if c.paper is Paper.WRITTEN:
            found[s.book, c.other, c.flow, (c.signed or c.start).year].append(s)
    for (_, other, _, year), signed in found.items():
        newest = max(signed, key=lambda s: (s.contract.signed or s.contract.start, s.contract.at_)).contract
        limit = books.law.standard("party-contracts", newest.signed or newest.start)
        if limit is not None and limit.count is not None and len(signed) > limit.count:
            values: dict[str, Any] = {"year": year, "other": other, "count": len(signed), "limit": limit.count, "doubt": doubt(limit)}
            fen = sum(s.total or 0 for s in signed)
            total = Text(f"，合计 {grouped(fen)} 元", f", {grouped(fen)} yuan together") if fen else Text("", "")
            yield SAME_PARTY.at(books.place(newest, "other"), record=newest.at_, total=total, basis=books.law.grounds(SAME_PARTY, limit), **values)
