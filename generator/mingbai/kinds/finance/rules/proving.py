"""Whether a month was proven and looked over: every account, on one day for all, and in time (domain FIN-03, FIN-04, FIN-13)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import AccountKind
from mingbai.kinds.finance.posting.ledger import MonthLedger, ledgers
from mingbai.kinds.finance.posting.locks import locks, years
from mingbai.kinds.finance.records import CashCount, Statement
from mingbai.kinds.finance.statements.proof import local
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_AGREE = (Cite("accounting", "17"),)

CUT_OFF = Code(
    "FIN090",
    Severity.WARNING,
    Text("截止日不一致", "tables cut off on different days"),
    Text("{what}截止 {day}，{other}到 {last} 为止", "{what} is as at {day}, {other} ends on {last}"),
    Text(
        "同一期的账、对账单、盘点截止同一天；按 25 日结账的，各本账都写“起”“止”。",
        "Books, statements and counts of a period end on one day; where that is the 25th, every book says so.",
    ),
    Text(
        "同一期的表截止在不同的日子，两张表里的数就对不上，也比不了。", "Tables of one period that end on different days neither agree nor compare."
    ),
    _AGREE,
)
REVIEWED_LATE = Code(
    "FIN091",
    Severity.WARNING,
    Text("长期没有审核", "not reviewed in time"),
    Text("{period} 的账{what}，应在 {due} 以前{unsure}", "the lines of {period} {what}, due by {due}{unsure}"),
    Text("请监督委员会审核这个月的每一笔，把审核人、日期写入“结账”。", "Have the supervisors review every line and enter who did so and when."),
    Text(
        "账要先审核再公布；拖过了公布的期限，居民看到的就是没人看过的账。",
        "Accounts are reviewed before they are published; past that day residents read what nobody has looked over.",
    ),
    (Cite("urban-committee", "36"), Cite("village-committee", "37")),
)
NOT_PROVEN = Code(
    "FIN092",
    Severity.WARNING,
    Text("有的账户没有对账", "an account that was not proven"),
    Text(
        "{period} 对了别的账户，“{account}”（余额 {balance}）没有{what}",
        "other accounts of {period} were proven; “{account}” ({balance}) has no {what}",
    ),
    Text("补上“{account}”的{what}。", "Add the {what} of “{account}”."),
    Text(
        "每个账户月底都要有外面的凭据证明：银行有对账单，现金有盘点。",
        "Every account is proven at the month's end: a bank's statement, a count of the cash.",
    ),
    _AGREE,
)
WRONG_PROOF = Code(
    "FIN106",
    Severity.ERROR,
    Text("对账的凭据与账户不符", "an account proven by what cannot prove it"),
    Text("“{account}”是{kind}账户，写成了{what}", "“{account}” is a {kind} account and stands under {what}"),
    Text(
        "移到“{instead}”：银行账户照银行的对账单写余额和未达账项，现金照实际点出来的数写。",
        "Move it to {instead}: a bank account is proven by the bank's statement with outstanding items, cash by counting it.",
    ),
    Text(
        "银行里的钱没有人点得到，箱子里的钱银行不知道；换一种凭据，差额就可以随便说明。",
        "Nobody counts what lies at the bank, and the bank knows nothing of the box; under the other name any difference could be explained away.",
    ),
    _AGREE,
)
NOT_CLOSED = Code(
    "LCK014",
    Severity.WARNING,
    Text("审核过了，没有结账", "reviewed and not closed"),
    Text(
        "{period} 的账 {day} 已经审核，{others}，这个月没有锁{unsure}",
        "{period} was reviewed on {day} and {others}; it has no lock{unsure}",
    ),
    Text(
        "mingbai close {period} --book {book}。以前结过的，是锁被删掉了：从 git 里恢复 finance/{book}/{period}.lock.yml，不要重新结。",
        "mingbai close {period} --book {book}. Where it was closed before, its lock was removed: restore finance/{book}/{period}.lock.yml from git"
        " instead of closing it anew.",
    ),
    Text(
        "没有锁，改动就看不见；最后一个月的锁不见了，只有这里看得出来。",
        "Without a lock changes are not seen; that the last month's lock is gone shows nowhere else.",
    ),
    (Cite("accounting", "15"),),
)
YEAR_OPEN = Code(
    "LCK015",
    Severity.WARNING,
    Text("年度没有结账", "a year that is not closed"),
    Text(
        "{year} 年的月份都结了账，{next} 也结了，{year} 年没有年度的锁",
        "every month of {year} is closed and {next} too; the year itself has no lock",
    ),
    Text(
        "mingbai close {year} --book {book}。以前结过的，是锁被删掉了：从 git 里恢复 finance/{book}/{year}.lock.yml。",
        "mingbai close {year} --book {book}. Where it was closed before, its lock was removed: restore finance/{book}/{year}.lock.yml from git.",
    ),
    Text(
        "年度的锁把十二个月锁在一起；没有它，月锁换掉了也看不出来。",
        "The year's lock holds its twelve together; without it one that was exchanged is not seen.",
    ),
    (Cite("accounting", "15"),),
)


_STATEMENT, _COUNT = Text("银行对账单", "the bank statement"), Text("现金盘点", "the cash count")


@rule(CUT_OFF)
def tables_of_a_period_end_on_one_day(books: Books) -> Iterator[Diagnostic]:
    """Bank statements and cash counts are as at the last day of their period, and the same month of all books ends on one day."""
    ends: dict[object, MonthLedger] = {}
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            closing = month.file.closing
            every: tuple[Statement | CashCount, ...] = (*closing.statements, *closing.counts) if closing else ()
            for asserted in every:
                if asserted.day is not None and asserted.day != month.last:
                    what = _STATEMENT if isinstance(asserted, Statement) else _COUNT
                    said: dict[str, Any] = {"what": what, "day": asserted.day, "other": Text("这一期", "the period"), "last": month.last}
                    yield CUT_OFF.at(books.place(asserted, "day"), record=month.file.at_, **said)
            first = ends.setdefault(month.month, month)
            if first.last != month.last:
                name = "end" if month.file.end else "period"
                said = {"what": Text("这本账", "this book"), "day": month.last, "last": first.last}
                other = Text(f"“{first.book.name}”同一期", f"the same period of “{first.book.name}”")
                yield CUT_OFF.at(books.place(month.file, name), record=month.file.at_, other=other, **said)


@rule(WRONG_PROOF)
def accounts_are_proven_by_what_can_prove_them(books: Books) -> Iterator[Diagnostic]:
    """A bank account stands under 银行对账单, a cash box under 现金盘点; `close` takes no other."""
    for ledger in books.derived(ledgers).values():
        accounts = {a.id: a for a in ledger.book.accounts}
        for closing in (c for month in ledger.months if (c := month.file.closing)):
            every: tuple[Statement | CashCount, ...] = (*closing.statements, *closing.counts)
            for asserted in every:
                account, what = accounts.get(local(ledger, asserted.account)), _STATEMENT if isinstance(asserted, Statement) else _COUNT
                if account is not None and (account.kind is AccountKind.CASH) is not (what is _COUNT):
                    instead = _STATEMENT if what is _COUNT else _COUNT
                    said: dict[str, Any] = {"account": account.name, "kind": account.kind.text, "what": what, "instead": instead}
                    yield WRONG_PROOF.at(books.place(asserted, "account"), record=asserted.at_, **said)


@rule(REVIEWED_LATE)
def months_are_reviewed_in_time(books: Books) -> Iterator[Diagnostic]:
    """A month with lines is reviewed within the days of the standard."""
    for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months if m.file.lines):
        standard = books.law.standard("review-days", month.last)
        if standard is None or standard.count is None:
            continue
        review = month.file.closing.review if month.file.closing else None
        due = month.last + datetime.timedelta(standard.count)
        if (review.day if review else books.as_of) > due:
            what = Text(f"到 {review.day} 才审核", f"were reviewed on {review.day}") if review else Text("还没有审核", "were not reviewed")
            place = books.place(review, "day") if review else books.place(month.file, "closing" if month.file.closing else "period")
            yield REVIEWED_LATE.at(
                place,
                record=month.file.at_,
                period=month.month,
                what=what,
                due=due,
                unsure=doubt(standard),
                basis=books.law.grounds(REVIEWED_LATE, standard),
            )


@rule(NOT_CLOSED)
def a_reviewed_month_is_closed(books: Books) -> Iterator[Diagnostic]:
    """In a community that closes its months, the first open one of a book is closed within the days of the standard after its review."""
    closed = books.derived(locks)
    for book, ledger in books.derived(ledgers).items() if closed else ():
        before = False
        for month in ledger.months:
            if month.filed.id in closed:
                before = True
                continue
            review = month.file.closing.review if month.file.closing else None
            if f"{book}/{month.month.year}" in books.derived(years):
                break  # the lock of the year misses it (LCK012)
            standard = books.law.standard("closing-days", review.day) if review is not None else None
            if review is None or standard is None or standard.count is None:
                break
            if review.day + datetime.timedelta(standard.count) < books.as_of:
                said: dict[str, Any] = {"period": month.month, "day": review.day, "book": book, "unsure": doubt(standard)}
                said["others"] = (
                    Text("前面的月份都结了账", "every month before it is closed")
                    if before
                    else Text("别的账簿都按月结账", "other books are closed month by month")
                )
                yield NOT_CLOSED.at(books.place(review, "day"), record=month.file.at_, basis=books.law.grounds(NOT_CLOSED, standard), **said)
            break


@rule(YEAR_OPEN)
def a_year_is_closed_before_the_next_goes_on(books: Books) -> Iterator[Diagnostic]:
    """Once a month of the next year is closed, a year whose December is closed has its own lock."""
    closed, done = books.derived(locks), books.derived(years)
    for book, ledger in books.derived(ledgers).items() if closed else ():
        ended = [m for m in ledger.months if m.month.month == 12 and m.filed.id in closed and f"{book}/{m.month.year}" not in done]
        for month in ended:
            following = next((m for m in ledger.months if m.month > month.month and m.filed.id in closed), None)
            if following is not None:
                said: dict[str, Any] = {"year": month.month.year, "next": following.month, "book": book}
                yield YEAR_OPEN.at(books.place(month.file, "period"), record=month.file.at_, **said)


@rule(NOT_PROVEN)
def every_account_is_proven(books: Books) -> Iterator[Diagnostic]:
    """A reviewed month that proves any account proves all that hold money or moved; `close` asks for every one."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            closing = month.file.closing
            if closing is None or closing.review is None or not month.sound or not (closing.statements or closing.counts):
                continue
            every: tuple[Statement | CashCount, ...] = (*closing.statements, *closing.counts)
            proven = {local(ledger, a.account) for a in every}
            if not proven <= {a.id for a in ledger.book.accounts}:
                continue  # an account that is not the book's is told elsewhere
            for account in ledger.book.accounts:
                balance = month.closing.accounts.get(account.id, 0)
                if account.id not in proven and (balance or any(e.account == account.id for e in month.entries)):
                    what = Text("现金盘点", "cash count") if account.kind is AccountKind.CASH else Text("银行对账单", "bank statement")
                    said: dict[str, Any] = {"account": account.name, "balance": grouped(balance), "what": what}
                    yield NOT_PROVEN.at(books.place(month.file, "closing"), record=month.file.at_, period=month.month, **said)
