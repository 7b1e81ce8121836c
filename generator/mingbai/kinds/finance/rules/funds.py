"""专款专用: money for a purpose is spent on it, in its term, and no more than there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Fund
from mingbai.kinds.finance.entries import Column, Entry, Posted
from mingbai.kinds.finance.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.records import LineKind
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DISCLOSED = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

NEGATIVE_ACCOUNT = Code(
    "FIN009",
    Severity.WARNING,
    Text("账户余额为负", "an account is overdrawn"),
    Text("{date} 日终“{name}”余额 {balance}", "at the end of {date} “{name}” holds {balance}"),
    Text("核对这一天前后的收支日期和账户；漏记的收入补上。", "Check dates and accounts around that day; add a receipt that was forgotten."),
    Text(
        "付出的钱不会多于账户里的钱；余额为负说明漏记、错记，或有人垫付。",
        "No account pays more than it holds; below zero something is missing, misdated or advanced by somebody.",
    ),
    (Cite("accounting", "9"), Cite("accounting", "17")),
)
OVERSPENT = Code(
    "FIN010",
    Severity.WARNING,
    Text("资金超支", "a fund is overspent"),
    Text("{date} 日终“{name}”结余 {balance}", "at the end of {date} fund “{name}” stands at {balance}"),
    Text(
        "核对资金名称；确需从别的资金补足的，经会议决定后作资金之间的转账。",
        "Check the fund; where another has to make it good, that takes a decision and a transfer between funds.",
    ),
    Text("专款专用：一项资金花的钱不能超过它到账的钱。", "Money for a purpose: no fund spends more than has arrived."),
    _DISCLOSED,
)
CATEGORY = Code(
    "FIN011",
    Severity.WARNING,
    Text("支出科目不在资金的可用范围", "spent on what the fund is not for"),
    Text("“{fund}”可用于：{allowed}；这一笔是“{category}”", "“{fund}” may be spent on {allowed}; this is “{category}”"),
    Text(
        "核对科目和资金；用错资金的，冲正后从正确的资金列支。", "Check both; if the wrong fund paid, reverse the line and book it to the right one."
    ),
    Text("专款专用：资金只能用在批准的科目上。", "Money for a purpose is spent on approved categories only."),
    _DISCLOSED,
)
OUT_OF_TERM = Code(
    "FIN023",
    Severity.WARNING,
    Text("在资金期限之外支出", "spent outside the fund's term"),
    Text("“{fund}”的期限是 {start} 至 {end}", "the term of “{fund}” is {start} to {end}"),
    Text("核对日期；期限已过的，从别的资金列支或办理延期。", "Check the date; after the term use another fund or have it extended."),
    Text("资金有期限的，只在期限内使用。", "A fund with a term is used within it."),
    _DISCLOSED,
)
OTHER_BOOK = Code(
    "FIN025",
    Severity.ERROR,
    Text("用了别的账簿的资金或账户", "a fund or account of another book"),
    Text("“{fund}”属于“{book}”", "“{fund}” belongs to book “{book}”"),
    Text(
        "换成本账簿的资金；钱确实转到另一本账的，写“类型: 转账”和“转入账簿”。",
        "Name a fund and an account of this book; money that went to another book is a transfer with “to book”.",
    ),
    Text("各本账独立核算，不能互相列支。", "Each book is kept apart and pays for itself."),
    (Cite("accounting", "9"),),
)
NO_DECISION = Code(
    "FIN014",
    Severity.WARNING,
    Text("资金之间转账没有决议", "a transfer between funds without a decision"),
    Text("从“{source}”转到“{target}”没有写决议", "from “{source}” to “{target}”, no decision is given"),
    Text("补写“决议: …”；没有开会决定的，先开会再转。", "Give the decision; without one, meet first."),
    Text("改变资金用途要经会议决定。", "To change what money is for takes a decision."),
    _DISCLOSED,
)
ONE_SIDED = Code(
    "FIN027",
    Severity.WARNING,
    Text("账簿之间转账只有一头", "a transfer between books has one side only"),
    Text("“{other}”里没有对应的一笔 {amount}", "book “{other}” has no such line of {amount}"),
    Text(
        "在另一本账同月补记：类型: 转账，{field}: {book}，金额相同。",
        "Enter the same amount in the other book and month: kind: transfer, {field}: {book}.",
    ),
    Text("从一本账出去的钱，要在另一本账进来。", "What leaves one book arrives in the other."),
    (Cite("accounting", "17"),),
)


@rule(NEGATIVE_ACCOUNT, OVERSPENT)
def nothing_falls_below_zero(books: Books) -> Iterator[Diagnostic]:
    """At the end of every day every account and every fund holds zero or more; told once a month for each, while balances are known."""
    for ledger in books.derived(ledgers).values():
        names = {a.id: a.name for a in ledger.book.accounts} | {f"fund {f.id}": f.name for f in ledger.funds}
        for month in ledger.months:
            if not month.sound:
                break
            yield from _below_zero(books, month, names, bool(ledger.funds))


def _below_zero(books: Books, month: MonthLedger, names: dict[str, str], has_funds: bool) -> Iterator[Diagnostic]:
    balances = dict(month.opening.accounts) | {f"fund {k}": v for k, v in month.opening.funds.items() if has_funds}
    told: set[str] = set()
    for day, group in groupby(sorted(month.posted, key=lambda p: p.line.date), key=lambda p: p.line.date):
        last: dict[str, Posted] = {}
        for posted in group:
            for entry in posted.entries:
                for key in _touched(entry, has_funds):
                    balances[key] = balances.get(key, 0) + entry.fen
                    last[key] = posted
        for key, posted in last.items():
            if balances[key] < 0 and key not in told:
                told.add(key)
                code = OVERSPENT if key.startswith("fund ") else NEGATIVE_ACCOUNT
                where = books.place(posted.line, "amount" if posted.line.amount else "")
                yield code.at(where, record=posted.line.at_, date=day, name=names.get(key, key), balance=grouped(balances[key]))


def _touched(entry: Entry, has_funds: bool) -> Iterator[str]:
    if entry.account:
        yield entry.account
    if entry.fund and has_funds:
        yield f"fund {entry.fund}"


@rule(CATEGORY, OUT_OF_TERM, OTHER_BOOK)
def money_for_a_purpose_is_spent_on_it(books: Books) -> Iterator[Diagnostic]:
    """An expense is of a category its fund allows and within its term; every fund and account belongs to the book."""
    known = {f.id: f for ledger in books.derived(ledgers).values() for f in ledger.funds}
    names = {k: ledger.book.name for k, ledger in books.derived(ledgers).items()}
    for book, ledger in books.derived(ledgers).items():
        for month in ledger.months:
            for posted in month.posted:
                for n, entry in enumerate(posted.entries):
                    if entry.account in books.ids.get("account", {}):  # in full: it is no account of this book
                        other = entry.account.partition("/")[0]
                        yield OTHER_BOOK.at(books.place(posted.line), fund=entry.account, book=names.get(other, other))
                    fund = known.get(entry.fund)
                    if fund is None:
                        continue
                    if fund.book != book:
                        yield OTHER_BOOK.at(books.place(posted.line), fund=fund.name, book=names.get(fund.book, fund.book))
                    elif posted.line.kind is LineKind.EXPENSE:
                        yield from _off_purpose(books, posted, entry, n, fund)


def _off_purpose(books: Books, posted: Posted, entry: Entry, n: int, fund: Fund) -> Iterator[Diagnostic]:
    line = posted.line
    owner = line.shares[n] if line.shares else line
    if fund.categories and entry.category and entry.category not in fund.categories:
        place = books.place(owner, "category" if owner.category else "")
        yield CATEGORY.at(place, record=line.at_, fund=fund.name, allowed=fund.categories, category=entry.category)
    if fund.term and not fund.term.start <= line.date <= fund.term.end:
        yield OUT_OF_TERM.at(books.place(line, "date"), record=line.at_, fund=fund.name, start=fund.term.start, end=fund.term.end)


@rule(NO_DECISION)
def moving_money_between_funds_is_decided(books: Books) -> Iterator[Diagnostic]:
    """A transfer between funds cites a decision."""
    for ledger in books.derived(ledgers).values():
        names = {f.id: f.name for f in ledger.funds}
        for month in ledger.months:
            for line in month.file.lines:
                if line.kind is LineKind.TRANSFER and line.from_fund and line.to_fund and line.decision is None:
                    source, target = names.get(line.from_fund, line.from_fund), names.get(line.to_fund, line.to_fund)
                    yield NO_DECISION.at(books.place(line, "from_fund"), record=line.at_, source=source, target=target)


@rule(ONE_SIDED)
def what_leaves_one_book_arrives_in_the_other(books: Books) -> Iterator[Diagnostic]:
    """A transfer between books stands in both, with one amount and in one month."""
    all_ledgers = books.derived(ledgers)
    for book, ledger in all_ledgers.items():
        for month in ledger.months:
            for posted in month.posted:
                line = posted.line
                other = line.to_book or line.from_book
                if line.kind is LineKind.TRANSFER and other and other in all_ledgers and not _mirrored(all_ledgers[other], month, posted, book):
                    name, field = ("to_book", "转出账簿") if line.to_book else ("from_book", "转入账簿")
                    amount, where = grouped(posted.amount), books.place(line, name)
                    yield ONE_SIDED.at(where, record=line.at_, other=all_ledgers[other].book.name, amount=amount, field=field, book=book)


def _mirrored(other: BookLedger, month: MonthLedger, posted: Posted, book: str) -> bool:
    """Whether the other book has this amount, from or to this book, the other way round, in the same month."""
    wanted = Column.INCOME if posted.column is Column.EXPENSE else Column.EXPENSE
    return any(
        p.column is wanted and p.amount == posted.amount and book in (p.line.from_book, p.line.to_book)
        for m in other.months
        if m.month == month.month
        for p in m.posted
        if p.line.kind is LineKind.TRANSFER
    )
