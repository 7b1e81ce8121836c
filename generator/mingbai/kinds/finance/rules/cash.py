"""Cash: how much lies in the box, how soon it goes to the bank, what it may not pay for (domain FIN-09)."""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import AccountKind
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import BookLedger, ledgers
from mingbai.kinds.finance.records import LineKind
from mingbai.packs import Standard, doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_TRUE = (Cite("accounting", "17"),)
_BANKED = (Cite("cash-1988", "11"),)

TOP_UP = Code(
    "FIN051",
    Severity.WARNING,
    Text("提取备用金记成了收入或支出", "cash taken from the bank booked as income or spending"),
    Text("“{summary}”记作{kind}，账户是“{account}”", "“{summary}” is booked as {kind}, the account is “{account}”"),
    Text(
        "改成“类型: 转账”，写明转出账户和转入账户：银行少多少，现金多多少。",
        "Book it as a transfer with both accounts: the bank gives what the box receives.",
    ),
    Text(
        "从银行提现金，钱还在自己手里，不是收入也不是支出；记错了，收支和余额都不对。",
        "Cash taken out is still there: neither income nor spending; booked so, both columns and the balances are wrong.",
    ),
    _TRUE,
)
OVER_LIMIT = Code(
    "FIN061",
    Severity.WARNING,
    Text("库存现金超过限额", "more cash than allowed"),
    Text(
        "{date} 日终“{account}”有 {balance}，限额 {limit}{unsure}", "at the end of {date} “{account}” holds {balance}, the limit is {limit}{unsure}"
    ),
    Text("把超过的部分存进银行。", "Take what is above the limit to the bank."),
    Text("现金放得越多越不安全，也越难核对，多余的要存银行。", "The more cash lies about, the less safe and the harder to prove."),
    (Cite("cash-1988", "9"),),
)
KEPT = Code(
    "FIN062",
    Severity.WARNING,
    Text("现金收入没有及时存银行", "cash received and kept"),
    Text(
        "{date} 收到的现金还有 {left} 没有存银行，期限 {days} 天，也不能跨月{unsure}",
        "of the cash received on {date}, {left} did not go to the bank within {days:day|days} or before the month's end{unsure}",
    ),
    Text("及时缴存银行，记一笔现金转银行的转账。", "Take it to the bank and book the transfer."),
    Text("收到的现金要先进银行，再从银行支出。", "Cash received goes to the bank first and is spent from there."),
    _BANKED,
)
SPENT = Code(
    "FIN063",
    Severity.WARNING,
    Text("坐支现金", "cash income spent directly"),
    Text(
        "付出后“{account}”剩 {balance}，少于还没有存银行的现金收入 {kept}",
        "after this “{account}” holds {balance}, less than the cash income of {kept} that has not gone to the bank",
    ),
    Text("收入先存银行；日常开支用从银行提取的备用金。", "Take income to the bank; pay from cash drawn from it."),
    Text("拿收来的现金直接花，收支都容易漏记，这叫坐支。", "Spending takings directly is how both receipts and payments go unrecorded."),
    _BANKED,
)


@rule(TOP_UP)
def drawing_cash_is_a_transfer(books: Books) -> Iterator[Diagnostic]:
    """What is called petty cash drawn from the bank is a transfer: neither income of the cash box nor spending of the bank account."""
    received, paid = books.law.through("top-up-words"), books.law.through("top-up-payments")
    for ledger, boxes in _with_cash(books):
        banks = {a.id: a.name for a in ledger.book.accounts if a.id not in boxes}
        sides = (*((LineKind.INCOME, boxes, span) for span in received), *((LineKind.EXPENSE, banks, span) for span in paid))
        for month in ledger.months:
            for kind, names, span in sides:
                words = span.asked.words
                for posted in facts(books, month).of(kind) if facts(books, month).says(words) else ():
                    line = posted.line
                    if posted.account in names and line.summary and any(w in line.summary for w in words) and span.holds(line.date):
                        said: dict[str, Any] = {"summary": line.summary, "kind": kind.text, "account": names[posted.account]}
                        yield TOP_UP.at(books.place(line, "kind"), record=line.at_, basis=books.law.grounds(TOP_UP, span.asked), **said)


@rule(OVER_LIMIT)
def the_box_holds_no_more_than_allowed(books: Books) -> Iterator[Diagnostic]:
    """At the end of no day does a cash account hold more than the limit; told once a month, where it goes beyond."""
    for ledger, boxes in _with_cash(books):
        for month in ledger.months if all(m.sound for m in ledger.months) else ():
            held = {box: month.opening.accounts.get(box, 0) for box in boxes}
            told: set[str] = set()
            touching = sorted((p for p in month.posted if any(e.account in boxes for e in p.entries)), key=lambda p: p.line.date)
            for day, group in groupby(touching, key=lambda p: p.line.date):
                yield from _day_over(books, day, list(group), held, told, boxes)


def _day_over(
    books: Books, day: datetime.date, lines: list[Posted], held: dict[str, int], told: set[str], boxes: dict[str, str]
) -> Iterator[Diagnostic]:
    raised: dict[str, Posted] = {}
    for posted in lines:
        for entry in posted.entries:
            if entry.account in held:
                held[entry.account] += entry.fen
                if entry.fen > 0:
                    raised[entry.account] = posted
    standard = books.law.standard("cash-limit", day)
    if standard is None or standard.amount is None:
        return
    for box, posted in raised.items():
        if held[box] > standard.amount and box not in told:
            told.add(box)
            values: dict[str, Any] = {"balance": grouped(held[box]), "limit": grouped(standard.amount), "unsure": doubt(standard)}
            yield OVER_LIMIT.at(
                books.place(posted.line, "amount" if posted.line.amount else ""),
                record=posted.line.at_,
                date=day,
                account=boxes[box],
                basis=books.law.grounds(OVER_LIMIT, standard),
                **values,
            )


@rule(KEPT, SPENT)
def cash_income_goes_to_the_bank(books: Books) -> Iterator[Diagnostic]:
    """Cash received goes to the bank within days and before the month ends, and no payment is made out of it meanwhile."""
    for ledger, boxes in _with_cash(books):
        if all(m.sound for m in ledger.months):
            for box, name in boxes.items():
                yield from _takings(books, ledger, box, name)


@dataclass(slots=True)
class _Taking:
    """Cash received: the line, the fen that have not gone to the bank, the last day for them by the standard of its day."""

    posted: Posted
    left: int
    due: datetime.date
    standard: Standard


def _takings(books: Books, ledger: BookLedger, box: str, name: str) -> Iterator[Diagnostic]:
    waiting: deque[_Taking] = deque()
    for month in ledger.months:
        held = month.opening.accounts.get(box, 0)
        for posted in sorted((p for p in month.posted if any(e.account == box for e in p.entries)), key=lambda p: p.line.date):
            fen = sum(e.fen for e in posted.entries if e.account == box)
            held += fen
            yield from _overdue(books, waiting, posted.line.date)
            if posted.column is Column.INCOME and fen > 0:
                standard = books.law.standard("hand-in-days", posted.line.date)
                if standard is not None and standard.count is not None:
                    due = min(posted.line.date + datetime.timedelta(days=standard.count), month.last)
                    waiting.append(_Taking(posted, fen, due, standard))
            elif posted.column is Column.MOVE and fen < 0:
                _handed_in(waiting, -fen)
            elif posted.column is Column.EXPENSE and fen < 0 and waiting and held < (kept := sum(w.left for w in waiting)):
                where = books.place(posted.line, "amount" if posted.line.amount else "")
                yield SPENT.at(where, record=posted.line.at_, account=name, balance=grouped(held), kept=grouped(kept))
    yield from _overdue(books, waiting, books.as_of)


def _handed_in(waiting: deque[_Taking], fen: int) -> None:
    """The oldest takings go to the bank first."""
    while waiting and fen > 0:
        part = min(fen, waiting[0].left)
        waiting[0].left -= part
        fen -= part
        if not waiting[0].left:
            waiting.popleft()


def _overdue(books: Books, waiting: deque[_Taking], day: datetime.date) -> Iterator[Diagnostic]:
    """Takings whose last day lies before `day`; each is told once."""
    while waiting and waiting[0].due < day:
        late = waiting.popleft()
        line = late.posted.line
        values: dict[str, Any] = {"left": grouped(late.left), "days": late.standard.count, "unsure": doubt(late.standard)}
        yield KEPT.at(books.place(line, "date"), record=line.at_, basis=books.law.grounds(KEPT, late.standard), date=line.date, **values)


def _with_cash(books: Books) -> Iterator[tuple[BookLedger, dict[str, str]]]:
    """The books that keep a cash box, with the name of each box by its id."""
    for ledger in books.derived(ledgers).values():
        boxes = {a.id: a.name for a in ledger.book.accounts if a.kind is AccountKind.CASH}
        if boxes:
            yield ledger, boxes
