"""Patterns over many lines: bills that were split, spending that hides under “other”, what a party fund may not pay for."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import FundNature
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.posting.spelled import odd
from mingbai.kinds.finance.posting.standing import given_back
from mingbai.kinds.finance.records import LineKind, PartyKind
from mingbai.packs import Law, Standard, doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DISCLOSED = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

SPLIT = Code(
    "FIN059",
    Severity.WARNING,
    Text("可能化整为零", "possibly one bill in parts"),
    Text(
        "{days} 天内付给“{party}”{count} 笔，合计 {total}，各笔都不到 {limit} 的审议起点{unsure}",
        "{count:payment|payments} to “{party}” within {days:day|days} make {total}, each below the {limit} that takes a decision{unsure}",
    ),
    Text("确是一件事的，补做决议；确是几件事的，在摘要里写清楚。", "If it is one matter, have it decided; if several, say so in the summaries."),
    Text("把一笔大额支出拆成几笔小额，就绕过了开会决定。", "A large payment cut into small ones goes round the meeting."),
    _DISCLOSED,
)
OTHERS = Code(
    "FIN067",
    Severity.WARNING,
    Text("“其他”占支出太多", "too much spent under “other”"),
    Text(
        "{year} 年支出 {total}，其中“其他”类 {others}，占比{share}{unsure}",
        "in {year} {others} of {total} was spent under “other”, {share}{unsure}",
    ),
    Text("把“其他”里的支出归到说得清的科目。", "Move what stands under “other” to categories that say what it was."),
    Text("“其他”越多，居民越看不懂钱花在哪里。", "The more stands under “other”, the less anybody can see."),
    _DISCLOSED,
)
PARTY_FUND = Code(
    "FIN060",
    Severity.WARNING,
    Text("党组织服务群众经费用在不该用的地方", "a party service fund spent on what it is not for"),
    Text("“{fund}”不得用于“{word}”{unsure}", "“{fund}” may not pay for “{word}”{unsure}"),
    Text(
        "冲正后从别的资金列支；确属服务群众的项目，改写摘要和科目。",
        "Reverse it and pay from another fund; if it did serve residents, say so in summary and category.",
    ),
    Text("这笔经费只用于服务群众，不能发钱、还债、办公、建楼堂馆所。", "The fund serves residents; it pays no wages, debts, offices or buildings."),
    (Cite("good-practice", "专项经费"),),
)


@rule(SPLIT)
def one_bill_is_not_paid_in_parts(books: Books) -> Iterator[Diagnostic]:
    """Undecided payments to one firm in one category within days of each other stay together below what takes a decision, over all books of a body."""
    for span in books.law.spans(_splitting):
        if span.asked is not None:
            limit, window = span.asked
            for kept in _by_body(books).values():
                for (party, _), lines in _undecided(books, kept, limit).items():
                    yield from (found for posted, found in _split(books, party, lines, limit, window) if span.holds(posted.line.date))


def _splitting(law: Law) -> tuple[int, Standard] | None:
    """From which sum a payment takes a decision, and within how many days payments are one bill; None where either is not laid down."""
    window = law.standard("split-days")
    limits = [c.over for c in law.carry if c.over and c.direction in LineKind.EXPENSE.text and {"决议", "decision"} & set(c.fields)]
    return (min(limits), window) if limits and window is not None and window.count is not None else None


def _by_body(books: Books) -> dict[str, list[BookLedger]]:
    """The books of each body: one body decides about all of them, so a bill cut over two of its books goes round the same meeting."""
    found: dict[str, list[BookLedger]] = defaultdict(list)
    for ledger in books.derived(ledgers).values():
        found[ledger.book.body].append(ledger)
    return found


def _undecided(books: Books, kept: Sequence[BookLedger], limit: int) -> dict[tuple[str, str], list[Posted]]:
    """Standing expenses below the limit without a decision, to firms, by party and category; pairs that never reach the limit are left out."""
    found: dict[tuple[str, str], list[Posted]] = defaultdict(list)
    for month in (m for ledger in kept for m in ledger.months):
        for p in facts(books, month).of(LineKind.EXPENSE):
            line = p.line
            if line.decision is None and line.party is not None and p.amount < limit and line.payroll is None:
                found[line.party, p.category].append(p)
    _merge(found)
    undone: frozenset[str] = books.derived(given_back) if found else frozenset()
    return {
        key: [p for p in lines if (p.root or p.id) not in undone and p.line.party_kind is not PartyKind.PERSON]
        for key, lines in found.items()
        if sum(p.amount for p in lines) >= limit
    }


def _merge(found: dict[tuple[str, str], list[Posted]]) -> None:
    """One party written in two ways is one; it keeps the name that came first."""
    changed = odd({party for party, _ in found})
    if not changed:
        return
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for party, category in list(found):
        key = first.setdefault((changed.get(party, party), category), (party, category))
        if key != (party, category):
            found[key] += found.pop((party, category))


def _split(books: Books, party: str, lines: list[Posted], limit: int, window: Standard) -> Iterator[tuple[Posted, Diagnostic]]:
    """What together reaches the limit, each with the payment that did: the standard of its day counts."""
    lines.sort(key=lambda p: p.line.date)
    days, first = datetime.timedelta(days=window.count or 0), 0
    for n, posted in enumerate(lines):
        while posted.line.date - lines[first].line.date > days:
            first += 1
        together: Sequence[Posted] = lines[first : n + 1]
        total = sum(p.amount for p in together)
        if total >= limit:
            related = tuple(books.place(p.line, "amount") for p in together[:-1])
            values: dict[str, Any] = {
                "days": window.count,
                "party": party,
                "count": len(together),
                "total": grouped(total),
                "limit": grouped(limit),
                "unsure": doubt(window),
            }
            yield (
                posted,
                SPLIT.at(
                    books.place(posted.line, "amount"), related=related, record=posted.line.at_, basis=books.law.grounds(SPLIT, window), **values
                ),
            )
            first = n + 1


@rule(OTHERS)
def little_is_spent_under_other(books: Books) -> Iterator[Diagnostic]:
    """In a year of a book, spending under categories that say no more than “other” stays below the share the pack names for the year's last day."""
    for span in books.law.spans(lambda law: (law.standard("others-share"), law.standard("others-words"))):
        share, words = span.asked
        if share is None or share.share is None or words is None:
            continue
        for ledger in books.derived(ledgers).values():
            months = [m for m in ledger.months if span.holds(min(datetime.date(m.month.year, 12, 31), books.as_of))]
            yield from _others(books, months, share, words.words)


def _others(books: Books, months: Sequence[MonthLedger], share: Standard, words: tuple[str, ...]) -> Iterator[Diagnostic]:
    vague = {c for m in months for e in m.entries if (c := e.category) and c.rpartition(" ")[2] in words}  # 515 其他支出 is one too
    others: dict[int, list[Posted]] = defaultdict(list)
    for month in months if vague else ():
        others[month.month.year] += [p for p in month.posted if any(e.category in vague and e.column is Column.EXPENSE for e in p.entries)]
    for year, lines in ((y, found) for y, found in others.items() if found):
        part = -sum(e.fen for p in lines for e in p.entries if e.category in vague)
        total = sum(m.expense for m in months if m.month.year == year) if part > 0 else 0
        if total > 0 and share.share is not None and share.share.met(part, total):
            place = books.place(lines[-1].line, "category" if lines[-1].line.category else "")
            values: dict[str, Any] = {"others": grouped(part), "total": grouped(total), "share": share.share.text, "unsure": doubt(share)}
            yield OTHERS.at(place, record=lines[-1].line.at_, basis=books.law.grounds(OTHERS, share), year=year, **values)


@rule(PARTY_FUND)
def party_funds_serve_residents(books: Books) -> Iterator[Diagnostic]:
    """A party service fund pays for nothing on the pack's list, by category or summary."""
    for span in books.law.through("party-fund-not-for"):
        for ledger in books.derived(ledgers).values():
            funds = {f.id: f.name for f in ledger.funds if f.nature is FundNature.PARTY}
            for month in (m for m in ledger.months if span.begun(m.last)) if funds else ():
                for posted in facts(books, month).of(LineKind.EXPENSE):
                    for entry in posted.entries:
                        word = next((w for w in span.asked.words if w in entry.category), None) if entry.fund in funds else None
                        if word is not None and span.holds(posted.line.date):
                            place = books.place(posted.line, "category" if posted.line.category else "")
                            yield PARTY_FUND.at(
                                place,
                                record=posted.line.at_,
                                fund=funds[entry.fund],
                                word=word,
                                unsure=doubt(span.asked),
                                basis=books.law.grounds(PARTY_FUND, span.asked),
                            )
