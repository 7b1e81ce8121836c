"""What was granted: how much, for what, whether it came, whether it stays where it belongs (domain §4.2)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Fund, FundNature
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import BookLedger, ledgers
from mingbai.kinds.finance.records import LineKind
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DISCLOSED = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45"))

UNSAID = Code(
    "FIN093",
    Severity.WARNING,
    Text("专款没有写额度或用途", "a grant without amount or purpose"),
    Text("“{fund}”的性质是{nature}，没有写{field}", "“{fund}” is a {nature}; its {field} is missing"),
    Text("照拨款文件在 community.yml 补上{field}。", "Add the {field} in community.yml, as the document says."),
    Text(
        "拨了多少、能花在哪里，写清楚了才能核对到账和专款专用。", "How much was granted and for what is what receipts and spending are held against."
    ),
    _DISCLOSED,
)
NOT_ARRIVED = Code(
    "FIN094",
    Severity.WARNING,
    Text("写了到账，账上没有收到", "said to have arrived, and not received"),
    Text(
        "“{fund}”写的到账日是 {arrived}，到 {due} 账上没有一笔收入{unsure}",
        "“{fund}” is said to have arrived on {arrived}; no income by {due}{unsure}",
    ),
    Text(
        "补记收到的那一笔；还没有拨来的，改“到账日”，并向拨付单位催办。",
        "Book its receipt; where it has not come, correct the day and ask the grantor for it.",
    ),
    Text("费随事转：答应拨的钱要按期到账，到了就要入账。", "What was promised comes in time, and is booked when it comes."),
    (Cite("urban-committee", "43"), Cite("village-committee", "43"), Cite("accounting", "9")),
)
LEFT_BOOK = Code(
    "FIN098",
    Severity.WARNING,
    Text("专款转到别的账簿没有决议", "money for a purpose sent to another book without a decision"),
    Text("“{fund}”的 {amount} 转到“{book}”，没有写决议", "{amount} of “{fund}” went to book “{book}”, no decision is given"),
    Text("写上同意转出的决议；转错的，原路转回。", "Cite the decision; what went by mistake goes back the way it came."),
    Text(
        "专款离开自己的账簿，就看不到花在了哪里；转走要经会议决定。", "Outside its own book nobody sees what it went for; sending it away is decided."
    ),
    _DISCLOSED,
)

_GRANTED = frozenset((FundNature.FISCAL, FundNature.SUBSIDY, FundNature.FOLLOWS_TASK, FundNature.SUPERIOR))
_FOR_A_PURPOSE = _GRANTED | {FundNature.PARTY, FundNature.PREMISES, FundNature.DONATION, FundNature.WELFARE}


@rule(UNSAID)
def grants_say_how_much_and_for_what(books: Books) -> Iterator[Diagnostic]:
    """A fund that somebody granted says its amount, and its purpose or the categories it may pay for."""
    for fund in (f for ledger in books.derived(ledgers).values() for f in ledger.funds if f.nature in _GRANTED):
        lacking = [Text("“额度”", "amount granted")] if fund.limit is None else []
        lacking += (
            [Text("“用途”或“可用科目”", "purpose or allowed categories")] if fund.purpose is None and not (fund.categories or fund.changes) else []
        )
        for field in lacking:
            yield UNSAID.at(books.place(fund), record=fund.at_, fund=fund.name, nature=fund.nature.text, field=field)


@rule(NOT_ARRIVED)
def what_arrived_was_received(books: Books) -> Iterator[Diagnostic]:
    """A fund that says on which day it arrived has an income by some days later, or an opening."""
    for ledger in books.derived(ledgers).values():
        for fund in ledger.funds:
            if fund.arrived is not None and fund.arrived >= ledger.book.begins and not fund.opening:
                yield from _arrived(books, ledger, fund, fund.arrived)


def _arrived(books: Books, ledger: BookLedger, fund: Fund, day: datetime.date) -> Iterator[Diagnostic]:
    standard = books.law.standard("arrival-days", day)
    if standard is None or standard.count is None:
        return
    due = day + datetime.timedelta(standard.count)
    if not ledger.months or not all(m.sound for m in ledger.months) or min(books.as_of, ledger.months[-1].last) < due:
        return
    came = sum(e.fen for m in ledger.months for e in m.entries if e.fund == fund.id and e.column is Column.INCOME and e.day <= due)
    if came <= 0:
        yield NOT_ARRIVED.at(
            books.place(fund, "arrived"),
            record=fund.at_,
            fund=fund.name,
            arrived=day,
            due=due,
            unsure=doubt(standard),
            basis=books.law.grounds(NOT_ARRIVED, standard),
        )


@rule(LEFT_BOOK)
def money_for_a_purpose_leaves_its_book_by_decision(books: Books) -> Iterator[Diagnostic]:
    """A transfer to another book out of a fund for a purpose cites a decision."""
    names = {k: ledger.book.name for k, ledger in books.derived(ledgers).items()}
    for ledger in books.derived(ledgers).values():
        bound = {f.id: f for f in ledger.funds if f.nature in _FOR_A_PURPOSE}
        for month in ledger.months if bound else ():
            for posted in facts(books, month).of(LineKind.TRANSFER) if facts(books, month).uses("to_book") else ():
                line = posted.line
                fund = bound.get(posted.fund)
                if line.to_book and line.decision is None and fund is not None:
                    said: dict[str, Any] = {"fund": fund.name, "amount": grouped(posted.amount), "book": names.get(line.to_book, line.to_book)}
                    yield LEFT_BOOK.at(books.place(line, "to_book"), record=line.at_, **said)
