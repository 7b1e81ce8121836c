"""Bank accounts: one basic account for each body, none in the name of a person, nothing left in one that was closed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Account, AccountKind, AccountSort, Book, Community
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

SECOND_BASIC = Code(
    "FIN083",
    Severity.WARNING,
    Text("一个主体开了几个基本户", "more than one basic account"),
    Text("“{body}”同时有 {count} 个基本户：{accounts}{unsure}", "“{body}” has {count} basic accounts at once: {accounts}{unsure}"),
    Text("只留一个；其余销户或改为专用户，写上“销户”或改“户别”。", "Keep one; close the others or make them special accounts, and say so."),
    Text("一个主体只开一个基本户，钱才不会散在几处看不全。", "One basic account a body, so that its money is seen in one place."),
    (Cite("bank-accounts-2003", "4"),),
)
PRIVATE = Code(
    "FIN084",
    Severity.WARNING,
    Text("公家的钱存在个人名下", "public money in a personal account"),
    Text("“{account}”的户名是“{holder}”，看起来是个人", "“{account}” stands in the name of “{holder}”, a person as it seems"),
    Text(
        "开本单位的账户，把钱全部转过去，销掉个人户，在会上说明。",
        "Open an account of the body, move all money there, close the other and account for it.",
    ),
    Text("公款不能存在个人名下，谁的名字都不行。", "Public money never lies in a private account."),
    (Cite("collective", "44"),),
)
LEFT = Code(
    "FIN085",
    Severity.WARNING,
    Text("销户以后还有余额", "money left in a closed account"),
    Text("“{account}”{closed} 销户，账上还有 {balance}", "“{account}” was closed on {closed} and still holds {balance}"),
    Text("核对销户时转走的钱记了没有。", "See whether the money that was moved at the closing has been booked."),
    Text("销了的户头里不会有钱，有余额说明漏记了一笔转账。", "A closed account holds nothing; a balance means that a transfer was left out."),
    (Cite("accounting", "17"),),
)


@rule(SECOND_BASIC)
def a_body_has_one_basic_account(books: Books) -> Iterator[Diagnostic]:
    """No body has more than the pack's number of basic accounts open at the same time."""
    community = books.the(Community)
    if community is None:
        return
    by_body: dict[str, list[tuple[Book, Account]]] = {}
    for book in community.books:
        by_body.setdefault(book.body, []).extend((book, a) for a in book.accounts if a.sort is AccountSort.BASIC)
    for body, found in by_body.items():
        for n, (book, account) in enumerate(found):
            since = account.opened or book.begins
            together = [a for b, a in found[: n + 1] if a is account or _open(b, a, since)]
            most = books.law.standard("basic-accounts", since)
            if most is not None and most.count is not None and len(together) > most.count:
                said: dict[str, Any] = {"body": body, "count": len(together), "accounts": "、".join(a.name for a in together), "unsure": doubt(most)}
                yield SECOND_BASIC.at(books.place(account, "sort"), record=account.at_, basis=books.law.grounds(SECOND_BASIC, most), **said)
                break


def _open(book: Book, account: Account, day: datetime.date) -> bool:
    return (account.opened or book.begins) <= day and (account.closed is None or day < account.closed)


@rule(PRIVATE)
def public_money_lies_in_no_private_account(books: Books) -> Iterator[Diagnostic]:
    """No bank account stands in the name of an officer, or of what looks like a person."""
    community = books.the(Community)
    if community is None:
        return
    officers = {p.name for p in (*community.people, *community.supervisors)}
    naming = books.law.naming()
    for book in community.books:
        for account in book.accounts:
            holder = account.holder
            if holder is None or account.kind is not AccountKind.BANK:
                continue
            if holder in officers or naming.likely(holder):
                yield PRIVATE.at(books.place(account, "holder"), record=account.at_, account=account.name, holder=holder)


@rule(LEFT)
def a_closed_account_is_empty(books: Books) -> Iterator[Diagnostic]:
    """From the day an account is closed on it holds nothing, as far as months are there."""
    for ledger in books.derived(ledgers).values():
        for account in ledger.book.accounts:
            last = ledger.months[-1] if ledger.months else None
            if account.closed is None or last is None or not last.sound or last.last < account.closed:
                continue
            balance = last.closing.accounts.get(account.id, 0)
            if balance:
                yield LEFT.at(
                    books.place(account, "closed"), record=account.at_, account=account.name, closed=account.closed, balance=grouped(balance)
                )
