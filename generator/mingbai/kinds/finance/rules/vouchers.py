"""Voucher numbers: each paper is booked once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import MonthLedger, ledgers
from mingbai.kinds.finance.posting.spelled import narrow, odd
from mingbai.kinds.finance.posting.standing import given_back
from mingbai.kinds.finance.records import Line, LineKind
from mingbai.values.text import Text

_BASIS = (Cite("accounting", "14"), Cite("accounting", "15"))

TWICE = Code(
    "FIN007",
    Severity.WARNING,
    Text("同一个月里凭证号重复", "voucher number twice in a month"),
    Text("凭证 {voucher} 这个月已经用过", "voucher {voucher} is used earlier in the month"),
    Text("核对是不是重复入账；不是的话给其中一张换号。", "See whether one paper was booked twice; if not, renumber one."),
    Text("凭证号重复，常常是同一张单据记了两次。", "A number used twice often means one paper booked twice."),
    _BASIS,
)
REUSED = Code(
    "FIN008",
    Severity.WARNING,
    Text("凭证号在别的月份用过", "voucher number used in another month"),
    Text("凭证 {voucher} 在 {month} 用过", "voucher {voucher} was used in {month}"),
    Text("核对是不是同一张单据跨月重复入账；不是的话给其中一张换号。", "See whether one paper was booked in two months; if not, renumber one."),
    Text("带年月的凭证号在两个月里出现，可能是同一张单据付了两次。", "A dated number that appears in two months may be one paper paid twice."),
    _BASIS,
)
SAME_PAYMENT = Code(
    "FIN019",
    Severity.WARNING,
    Text("可能重复付款", "possibly paid twice"),
    Text("与凭证 {other} 的对方、金额、票据号都相同", "same party, amount and document number as voucher {other}"),
    Text("核对票据；确实是两笔的，写明各自的票据号。", "Check the papers; if these are two, give each its own document number."),
    Text(
        "同一张票据、同一对方、同一金额入账两次，是重复付款最常见的样子。",
        "One document, party and amount booked twice is what paying twice looks like.",
    ),
    _BASIS,
)

_RUNNING = 4
"""A plain number of up to so many digits starts anew each month and says nothing about another month."""


@rule(TWICE, REUSED)
def a_voucher_is_used_once(books: Books) -> Iterator[Diagnostic]:
    """A voucher number stands once in a month, and a number that is more than a running one once in the book's year."""
    for ledger in books.derived(ledgers).values():
        earlier: dict[str, MonthLedger] = {}  # the last month that used a number
        year = 0
        for month in ledger.months:
            if month.month.year != year:
                year, earlier = month.month.year, {}
            vouchers = {line.voucher for line in month.file.lines}
            here: dict[str, Line] = {}
            for line in month.file.lines if len(vouchers) < len(month.file.lines) or not earlier.keys().isdisjoint(vouchers) else ():
                voucher = line.voucher
                if voucher in here:
                    yield TWICE.at(books.place(line, "voucher"), related=(books.place(here[voucher], "voucher"),), record=line.at_, voucher=voucher)
                elif voucher in earlier:
                    when = earlier[voucher]
                    other = next(other for other in when.file.lines if other.voucher == voucher)
                    yield REUSED.at(
                        books.place(line, "voucher"),
                        related=(books.place(other, "voucher"),),
                        record=line.at_,
                        voucher=voucher,
                        month=str(when.month),
                    )
                here.setdefault(voucher, line)
            earlier |= dict.fromkeys((v for v in vouchers if len(v) > _RUNNING or not v.isdecimal()), month)


@rule(SAME_PAYMENT)
def a_paper_is_paid_once(books: Books) -> Iterator[Diagnostic]:
    """No two standing payments, of one book or of several, share party, amount and numbered document, however they are written."""
    every = books.derived(ledgers).values()
    spent = [p for ledger in every for month in ledger.months for p in facts(books, month).of(LineKind.EXPENSE)]
    payees = [(p.line.party, p.line.amount) for p in spent]
    changed = odd({party for party, _ in payees})
    payees = [(changed.get(party, party), amount) for party, amount in payees] if changed else payees
    times = Counter(payees)
    if len(times) == len(spent):
        return
    again: dict[tuple[str | None, int | None], list[Posted]] = {}
    for posted, whom in zip(spent, payees, strict=True):
        if times[whom] > 1 and whom[0] is not None:
            again.setdefault(whom, []).append(posted)
    for paid in again.values():
        yield from _paid_again(books, paid)


def _paid_again(books: Books, lines: list[Posted]) -> Iterator[Diagnostic]:
    """Of the payments of one amount to one party those on another's document; what was undone is no payment."""
    undone = books.derived(given_back)
    first: dict[Hashable, Posted] = {}
    for posted in (p for p in lines if (p.root or p.id) not in undone):
        line, papers = posted.line, tuple(_papers(posted.line))
        other = next((first[p] for p in papers if p in first), None)
        if other is not None:
            related = (books.place(other.line, "voucher"),)
            yield SAME_PAYMENT.at(books.place(line, "documents"), related=related, record=line.at_, other=_called(books, other, posted))
        for paper in papers:
            first.setdefault(paper, posted)


def _called(books: Books, other: Posted, here: Posted) -> Text | str:
    """The voucher of a line; of another book with the book's name."""
    book, mine = other.id.partition("/")[0], here.id.partition("/")[0]
    if book == mine:
        return other.line.voucher
    name = books.derived(ledgers)[book].book.name
    return Text(f"{name} {other.line.voucher}", f"{other.line.voucher} of {name}")


def _papers(line: Line) -> Iterator[Hashable]:
    """By what a numbered document is known again: its words; a long number at its end; a short one (票据号后四位) on the same day."""
    for document in map(narrow, line.documents):
        number = _NUMBER.search(document)
        if number is None:
            continue
        yield document
        digits = number[0] if document.endswith(number[0]) else ""
        if len(digits) >= _LONG:
            yield digits
        elif len(digits) >= _TAIL:
            yield digits, line.date


_NUMBER = re.compile(r"\d+(?!.*\d)", re.ASCII)
_TAIL, _LONG = 4, 6
"""So many digits are the end of a document's number; so many are taken for the number itself."""
