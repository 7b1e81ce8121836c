"""What the treasury allots to a community in a year: that it grows, and is no less than was agreed (domain §4.2; local rules only)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import FundNature
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_GIVEN = (Cite("urban-committee", "43"), Cite("village-committee", "43"))

SHRUNK = Code(
    "FIN102",
    Severity.WARNING,
    Text("财政专项没有按规定增长", "the allotment did not grow as was agreed"),
    Text(
        "“{body}”{year} 年到账的财政专项 {now}，上年 {before}，增加 {more}；应当增长 {share}{unsure}",
        "“{body}”: {now} was allotted in {year}, {before} the year before, {more} more; it should grow by {share}{unsure}",
    ),
    Text(
        "核对到账的每一笔和资金的“性质”；确实没有增长的，向街道（乡镇）反映。",
        "Check what came in and the nature of the funds; where it did not grow, tell those above.",
    ),
    Text("说好每年增长的社区经费，长没长要让居民看见。", "Where a yearly growth was agreed, residents see whether it came."),
    _GIVEN,
)
LITTLE = Code(
    "FIN103",
    Severity.WARNING,
    Text("财政专项少于规定的数", "less was allotted than was agreed"),
    Text(
        "“{body}”{year} 年到账的财政专项 {now}，应当不少于 {least}{unsure}",
        "“{body}”: {now} was allotted in {year}, no less than {least} should be{unsure}",
    ),
    Text(
        "核对到账的每一笔和资金的“性质”；确实没有拨够的，向街道（乡镇）催办。",
        "Check what came in and the nature of the funds; where it did not come, ask those above for it.",
    ),
    Text("每个社区每年拨多少是定好的，拨没拨够要让居民看见。", "What each community gets in a year was set; residents see whether it came."),
    _GIVEN,
)


class _Year(NamedTuple):
    """What the treasury allotted to a body in a whole year, in fen; `last` is the year's last month."""

    fen: int
    last: MonthLedger


@rule(SHRUNK, LITTLE)
def allotments_keep_to_what_was_agreed(books: Books) -> Iterator[Diagnostic]:
    """Where a community writes by how much, or to how much at least, a whole year's 财政专项 comes; told at the year's last month."""
    asked = (*books.law.through("allotment-growth"), *books.law.through("allotment-least"))
    if all(span.asked.share is None and span.asked.amount is None for span in asked):
        return
    for body, years in _by_body(books).items():
        for year, found in years.items():
            growth, least = (books.law.standard(f"allotment-{id}", found.last.last) for id in ("growth", "least"))
            share, amount = growth.share if growth else None, least.amount if least else None
            place, before = books.place(found.last.file, "period"), years.get(year - 1)
            said: dict[str, Any] = {"body": body, "year": year, "now": grouped(found.fen)}
            if amount is not None and least is not None and found.fen < amount:
                yield LITTLE.at(
                    place, record=found.last.file.at_, least=grouped(amount), unsure=doubt(least), basis=books.law.grounds(LITTLE, least), **said
                )
            if share is not None and growth is not None and before is not None and before.fen > 0:
                more = found.fen - before.fen
                if not share.met(more, before.fen):
                    said |= {"before": grouped(before.fen), "more": grouped(more), "share": share.text, "unsure": doubt(growth)}
                    yield SHRUNK.at(place, record=found.last.file.at_, basis=books.law.grounds(SHRUNK, growth), **said)


def _by_body(books: Books) -> dict[str, dict[int, _Year]]:
    """The whole years of every body that has a fund of that nature; a year in which any such book lacks a month is not among them."""
    kept: dict[str, list[BookLedger]] = defaultdict(list)
    for ledger in books.derived(ledgers).values():
        if any(f.nature is FundNature.FISCAL for f in ledger.funds):
            kept[ledger.book.body].append(ledger)
    return {body: dict(_years(of)) for body, of in kept.items()}


def _years(of: list[BookLedger]) -> Iterator[tuple[int, _Year]]:
    months = [{m.month: m for m in ledger.months if m.sound} for ledger in of]
    for year in sorted({m.year for found in months for m in found}):
        mine = [[m for month, m in found.items() if month.year == year] for found in months]
        if all(len(found) == _MONTHS for found in mine):
            yield year, _Year(sum(_allotted(ledger, found) for ledger, found in zip(of, mine, strict=True)), mine[0][-1])


_MONTHS = 12


def _allotted(ledger: BookLedger, months: list[MonthLedger]) -> int:
    fiscal = {f.id for f in ledger.funds if f.nature is FundNature.FISCAL}
    return sum(e.fen for m in months for e in m.entries if e.column is Column.INCOME and e.fund in fiscal)
