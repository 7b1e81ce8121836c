"""CON: whether the other side was found fairly: no officer's firm, no contract cut in parts, a procedure that is named."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.contracts.records import Contract, Paper, Procedure
from mingbai.kinds.contracts.register import BASIS, Standing, standings
from mingbai.kinds.finance.posting.ledger import stood_aside
from mingbai.packs.days import Span
from mingbai.packs.law import doubt
from mingbai.packs.records import Standard
from mingbai.values.money import grouped
from mingbai.values.text import Text

RELATED = Code(
    "CON029",
    Severity.WARNING,
    Text("和干部的关联单位签合同", "a contract with an officer's firm"),
    Text("“{other}”是{person}的关联单位，{why}", "“{other}” is related to {person}, {why}"),
    Text(
        "开会表决，本人回避，在决议里写“回避: 1”；已经签了的，在会上说明并公布。",
        "Have it decided with the officer standing aside (recused: 1); where it was signed, account for it and publish that.",
    ),
    Text("干部家的单位来承租、承包、承办，要大家决定，本人不能参加。", "Business with an officer's firm is decided by all others."),
    (Cite("collective", "26"), Cite("urban-committee", "34"), Cite("village-committee", "35")),
)
DIVIDED = Code(
    "CON030",
    Severity.WARNING,
    Text("可能拆分合同、规避招标", "possibly one contract in parts"),
    Text(
        "{days} 天内{what}签了 {count} 份“{sort}”合同，合计 {total}，各份都不到 {limit} 元，没有公开竞争{doubt}",
        "within {days:day|days} {count:contract|contracts} “{sort}” {what} make {total}, each up to {limit} yuan, none put to competition{doubt}",
    ),
    Text(
        "是一件事的，按合计金额公开竞争；确是几件事的，在名称、标的里写清楚。",
        "If it is one matter, put the whole to competition; if several, let names and subjects say so.",
    ),
    Text("把一个工程拆成几份小合同，就绕过了招标。", "Works cut into small contracts go round the tender."),
    BASIS,
)
UNNAMED = Code(
    "CON031",
    Severity.WARNING,
    Text("大额合同没有写交易方式", "a large contract that does not say how the other side was found"),
    Text("金额 {total}，超过 {limit} 元，没有写“交易方式”{doubt}", "{total}, above {limit} yuan, and no procedure is named{doubt}"),
    Text("写上怎样选定乙方：公开招标、竞争性、询价、产权市场或协议。", "Say how: open tender, competitive, inquiry, property market or negotiated."),
    Text("怎么选的人，和付多少钱一样要公开。", "How the other side was found is told as the price is."),
    BASIS,
)

_COMPETED = (Procedure.TENDER, Procedure.COMPETITIVE, Procedure.MARKET)


@rule(RELATED)
def contracts_with_officers_firms_are_decided_without_them(books: Books) -> Iterator[Diagnostic]:
    """A contract with a firm of an officer or of near relatives rests on a vote in which somebody stood aside."""
    community = books.the(Community)
    related = community.related if community else {}
    for s in books.derived(standings) if related else ():
        officer, cited = related.get(s.contract.other), s.contract.decision
        if officer is None:
            continue
        aside = stood_aside(books, cited, s.filed) if cited is not None else None
        why = (
            Text("没有写决议", "and no decision is named")
            if cited is None
            else Text(f"{cited} 表决时没有人回避", f"and nobody stood aside in {cited}")
        )
        if cited is None or aside is False:
            yield RELATED.at(books.place(s.contract, "other"), record=s.contract.at_, other=s.contract.other, person=officer.name, why=why)


@rule(UNNAMED)
def large_contracts_say_how_the_other_side_was_found(books: Books) -> Iterator[Diagnostic]:
    """Above the sum up to which a contract may be negotiated the procedure is named."""
    for s in books.derived(standings):
        contract = s.contract
        limit = books.law.standard("negotiated-limit", _signed(contract))
        if limit is None or limit.amount is None:
            continue
        if contract.paper is Paper.WRITTEN and contract.procedure is None and s.total is not None and s.total > limit.amount:
            values: dict[str, Any] = {"total": grouped(s.total), "limit": grouped(limit.amount), "doubt": doubt(limit)}
            yield UNNAMED.at(books.place(contract), record=contract.at_, basis=books.law.grounds(UNNAMED, limit), **values)


@rule(DIVIDED)
def one_contract_is_not_cut_in_parts(books: Books) -> Iterator[Diagnostic]:
    """Contracts of one sort with one party, or for one project, signed within days of each other, stay together within the sum that needs no competition."""
    told: set[int] = set()
    for span in books.law.spans(lambda law: (law.standard("negotiated-limit"), law.standard("contract-split-days"))):
        limit, window = span.asked
        if limit is None or limit.amount is None or window is None or window.count is None:
            continue
        for together, what in _groups(books, limit.amount):
            last = _divided(together, limit.amount, datetime.timedelta(window.count), span)
            if last and last[-1].contract.at_ not in told:
                told.add(last[-1].contract.at_)
                yield _told(books, last, what, limit, window)


def _groups(books: Books, most: int) -> Iterator[tuple[list[Standing], Text]]:
    """Small contracts that nobody competed for, by party and by what cites them together (a project)."""
    by_party: dict[Hashable, list[Standing]] = defaultdict(list)
    by_citing: dict[Hashable, list[Standing]] = defaultdict(list)
    for s in books.derived(standings):
        c = s.contract
        if c.paper is not Paper.WRITTEN or s.total is None or s.total > most or c.procedure in _COMPETED or c.renews:
            continue
        by_party[s.book, c.sort, c.flow, c.other].append(s)
        for cited in books.referrers("contract", s.id):
            if cited.field == "contracts":
                by_citing[cited.record.at_, c.sort, c.flow].append(s)
    yield from ((found, Text(f"和“{found[0].contract.other}”", f"with “{found[0].contract.other}”")) for found in by_party.values())
    yield from ((found, Text("为同一个项目", "for one project")) for found in by_citing.values())


def _divided(found: list[Standing], most: int, days: datetime.timedelta, span: Span[Any]) -> Sequence[Standing]:
    """The first of them that lie within so many days and come to more than what needs no competition, the last signed while that was so; none where there are none."""
    found = sorted(found, key=lambda s: (_signed(s.contract), s.contract.at_))
    first = 0
    for n, s in enumerate(found):
        while _signed(s.contract) - _signed(found[first].contract) > days:
            first += 1
        together = found[first : n + 1]
        if len(together) > 1 and span.holds(_signed(s.contract)) and sum(one.total or 0 for one in together) > most:
            return together
    return ()


def _told(books: Books, together: Sequence[Standing], what: Text, limit: Standard, window: Standard) -> Diagnostic:
    newest = together[-1].contract
    values: dict[str, Any] = {
        "days": window.count,
        "what": what,
        "count": len(together),
        "sort": newest.sort.text,
        "total": grouped(sum(s.total or 0 for s in together)),
        "limit": grouped(limit.amount or 0),
        "doubt": doubt(limit),
    }
    related = tuple(books.place(s.contract, "name") for s in together[:-1])
    return DIVIDED.at(books.place(newest, "name"), related=related, record=newest.at_, basis=books.law.grounds(DIVIDED, limit, window), **values)


def _signed(contract: Contract) -> datetime.date:
    return contract.signed or contract.start
