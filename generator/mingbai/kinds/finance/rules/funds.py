"""专款专用: money for a purpose is spent on it, in its term, and no more than there is."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Fund
from mingbai.kinds.finance.posting.entries import Entry, Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.posting.standing import judged
from mingbai.kinds.finance.records import CashCount, Line, LineKind, Statement
from mingbai.packs import Law
from mingbai.schema.record import fields
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
        "核对科目和资金；用错资金的，冲正后从正确的资金列支。{instead}",
        "Check both; if the wrong fund paid, reverse the line and book it to the right one. {instead}",
    ),
    Text("专款专用：资金只能用在批准的科目上。", "Money for a purpose is spent on approved categories only."),
    _DISCLOSED,
)
OUT_OF_TERM = Code(
    "FIN023",
    Severity.WARNING,
    Text("在资金期限之外支出", "spent outside the fund's term"),
    Text("{date} 支出，“{fund}”的期限是 {start} 至 {end}", "spent on {date}; the term of “{fund}” is {start} to {end}"),
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
        "在另一本账补记：类型: 转账，{field}: {book}，金额相同。",
        "Enter the same amount in the other book: kind: transfer, {field}: {book}.",
    ),
    Text("从一本账出去的钱，要在另一本账进来。", "What leaves one book arrives in the other."),
    (Cite("accounting", "17"),),
)

TO_ITSELF = Code(
    "FIN035",
    Severity.ERROR,
    Text("转出和转入是同一处", "a transfer from somewhere to the same place"),
    Text("“{field}”和转出的是同一个：{id}", "“{field}” is where the money came from: {id}"),
    Text("核对转到了哪里，改正“{field}”；没有转账就删掉这一笔。", "Check where it went and mend “{field}”; delete the line if nothing was moved."),
    Text(
        "转账是钱从一处到另一处；转给自己的，会让收入和支出同时虚增。",
        "A transfer goes from one place to another; to itself it only inflates both columns.",
    ),
    (Cite("accounting", "9"),),
)


@rule(NEGATIVE_ACCOUNT, OVERSPENT)
def nothing_falls_below_zero(books: Books) -> Iterator[Diagnostic]:
    """At the end of every day every account and every fund holds zero or more; told once a month for each, while balances are known."""
    for ledger in books.derived(ledgers).values():
        names = {a.id: a.name for a in ledger.book.accounts} | {f"fund {f.id}": f.name for f in ledger.funds}
        for month in ledger.months:
            if not month.sound:
                break
            if min((*month.opening.accounts.values(), *month.opening.funds.values()), default=0) >= _paid(month):
                continue  # whatever the order, nothing can fall below zero
            yield from _below_zero(books, month, names, bool(ledger.funds))


def _paid(month: MonthLedger) -> int:
    """Fen taken in the month from all accounts and funds together."""
    return -sum(e.fen for p in month.posted for e in p.entries if e.fen < 0)


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
            lines = judged(books, month)
            for posted in () if _on_purpose(books, month, lines, known) else lines:
                spending = posted.line.kind is LineKind.EXPENSE
                for n, entry in enumerate(posted.entries):
                    if entry.account in books.ids.get("account", {}):  # in full: it is no account of this book
                        other = entry.account.partition("/")[0]
                        yield OTHER_BOOK.at(_named_at(books, month, posted, "account"), fund=entry.account, book=names.get(other, other))
                    fund = known.get(entry.fund)
                    if fund is not None and fund.book != book:
                        yield OTHER_BOOK.at(_named_at(books, month, posted, "fund"), fund=fund.name, book=names.get(fund.book, fund.book))
                    elif fund is not None and spending:
                        yield from _off_purpose(books, posted, entry, n, fund, ledger.funds)


def _on_purpose(books: Books, month: MonthLedger, lines: Sequence[Posted], known: Mapping[str, Fund]) -> bool:
    """Whether all these lines keep to accounts and funds of the book, to categories and days their funds allow: seen from what occurs, not line by line."""
    elsewhere = books.ids.get("account", {})
    if any(account in elsewhere for account in {e.account for p in lines for e in p.entries}):
        return False
    days = [p.line.date for p in lines]
    for one, category in facts(books, month).pairs:
        fund = known.get(one)
        if fund is None:
            continue
        states = (fund.categories, *(c.categories for c in fund.changes))
        allowed = not category or all(not state or category in state for state in states)
        extended = fund.settled is not None and fund.settled.until is not None
        in_term = fund.term is None or (not extended and fund.term.start <= min(days) and max(days) <= fund.term.end)
        if fund.book != month.book.id or not allowed or not in_term:
            return False
    return True


def _named_at(books: Books, month: MonthLedger, posted: Posted, name: str) -> Place:
    """Where the account or fund of a line was typed: once among the defaults of the month, else with the line."""
    line, defaults = posted.line, month.file.defaults
    typed = (name, f"from_{name}", f"to_{name}", "shares", "reverses", "original")
    if getattr(defaults, name) is not None and not any(getattr(line, n) for n in typed):
        return books.place(defaults, name)
    return books.place(line, name if getattr(line, name) else "")


@rule(OTHER_BOOK)
def what_is_asserted_is_of_the_book(books: Books) -> Iterator[Diagnostic]:
    """A bank statement or cash count is of an account of the same book."""
    names = {k: ledger.book.name for k, ledger in books.derived(ledgers).items()}
    for book, ledger in books.derived(ledgers).items():
        own = {a.id for a in ledger.book.accounts}
        for month in ledger.months:
            closing = month.file.closing
            every: tuple[Statement | CashCount, ...] = (*closing.statements, *closing.counts) if closing else ()
            for asserted in every:
                other = asserted.account.partition("/")[0]
                if asserted.account.removeprefix(f"{book}/") not in own and asserted.account in books.ids.get("account", {}):
                    yield OTHER_BOOK.at(books.place(asserted, "account"), fund=asserted.account, book=names.get(other, other))


@rule(TO_ITSELF)
def a_transfer_goes_elsewhere(books: Books) -> Iterator[Diagnostic]:
    """No account, fund or book is both ends of a transfer."""
    for book, ledger in books.derived(ledgers).items():
        for month in ledger.months:
            for line in month.file.lines if facts(books, month).uses("to_account", "to_fund", "to_book", "from_book") else ():
                if line.kind is not LineKind.TRANSFER:
                    continue
                ends = (("to_account", line.from_account, line.to_account), ("to_fund", line.from_fund, line.to_fund))
                books_ = (("to_book", book, line.to_book), ("from_book", book, line.from_book))
                for name, source, target in (*ends, *books_):
                    if target is not None and source is not None and source.removeprefix(f"{book}/") == target.removeprefix(f"{book}/"):
                        yield TO_ITSELF.at(books.place(line, name), record=line.at_, field=fields(Line)[name].label, id=target)


def _instead(funds: Sequence[Fund], entry: Entry, line: Line) -> Text:
    """Which funds of the book may pay for the category on that day; that none may, where so it is."""
    may = [f.name for f in funds if _may_pay(f, entry.category, line.date)]
    if not may:
        return Text(
            f"这本账没有一项资金可以列支“{entry.category}”：换科目，或请拨付单位同意、经会议决定后在资金下面写“变更”。",
            f"No fund of this book may pay for “{entry.category}”: use another category, or have the allowed ones changed by grantor and meeting, as a “change” of the fund.",
        )
    return Text(f"可以列支“{entry.category}”的：{'、'.join(may)}。", f"“{entry.category}” may be paid from: {', '.join(may)}.")


def _may_pay(fund: Fund, category: str, day: datetime.date) -> bool:
    end, allowed = fund.last_day(day), fund.allowed(day)
    in_term = fund.term is None or end is None or fund.term.start <= day <= end
    return in_term and (not allowed or category in allowed)


def _off_purpose(books: Books, posted: Posted, entry: Entry, n: int, fund: Fund, others: Sequence[Fund]) -> Iterator[Diagnostic]:
    line = posted.line
    owner = line.shares[n] if line.shares else line
    allowed = fund.allowed(line.date)
    if allowed and entry.category and entry.category not in allowed:
        place = books.place(owner, "category" if owner.category else "")
        yield CATEGORY.at(place, record=line.at_, fund=fund.name, allowed=allowed, category=entry.category, instead=_instead(others, entry, line))
    end = fund.last_day(line.date)
    if fund.term and end and not fund.term.start <= line.date <= end:
        yield OUT_OF_TERM.at(books.place(line, "date"), record=line.at_, date=line.date, fund=fund.name, start=fund.term.start, end=end)


@rule(NO_DECISION)
def moving_money_between_funds_is_decided(books: Books) -> Iterator[Diagnostic]:
    """A transfer between funds cites a decision."""
    for ledger in books.derived(ledgers).values():
        names = {f.id: f.name for f in ledger.funds}
        for month in ledger.months:
            for line in month.file.lines if facts(books, month).uses("from_fund") else ():
                if line.kind is LineKind.TRANSFER and line.from_fund and line.to_fund and line.from_fund != line.to_fund and line.decision is None:
                    source, target = names.get(line.from_fund, line.from_fund), names.get(line.to_fund, line.to_fund)
                    yield NO_DECISION.at(books.place(line, "from_fund"), record=line.at_, source=source, target=target)


@rule(ONE_SIDED)
def what_leaves_one_book_arrives_in_the_other(books: Books) -> Iterator[Diagnostic]:
    """A transfer between books stands in both with one amount and within days of each other; each side answers for one line only."""
    all_ledgers = books.derived(ledgers)
    broken = {f.id.partition("/")[0] for f in books.filed if f.kind == "finance" and f.record is None}
    for book, ledger in all_ledgers.items():
        for out in (True, False):
            for other, sent in _between(books, ledger, out=out).items():
                if other == book or other not in all_ledgers or broken & {book, other}:
                    continue
                matched = _matched(sent, _between(books, all_ledgers[other], out=not out).get(book, []), books.law)
                for posted in (p for p in sent if p.line.at_ not in matched):
                    name, field = ("to_book", "转出账簿") if out else ("from_book", "转入账簿")
                    amount, where = grouped(abs(posted.amount)), books.place(posted.line, name)
                    yield ONE_SIDED.at(where, record=posted.line.at_, other=all_ledgers[other].book.name, amount=amount, field=field, book=book)


def _between(books: Books, ledger: BookLedger, *, out: bool) -> dict[str, list[Posted]]:
    """The transfers to (`out`) or from every other book that were not reversed, by date."""
    months = [m for m in ledger.months if facts(books, m).uses("to_book", "from_book", "reverses")]
    undone = {books.resolve("line", p.line.reverses, m.filed) for m in months for p in m.posted if p.line.reverses}
    found: dict[str, list[Posted]] = defaultdict(list)
    for month in months:
        for posted in month.posted:
            line = posted.line
            other = line.to_book if out else None if line.to_book else line.from_book
            if line.kind is LineKind.TRANSFER and other and posted.id not in undone:
                found[other].append(posted)
    for lines in found.values():
        lines.sort(key=lambda p: (p.line.date, p.id))
    return found


def _matched(sent: list[Posted], received: list[Posted], law: Law) -> set[int]:
    """The places of those sent that have a line of the same amount on the other side, not far in time by the standard of their day; each such line serves once."""
    free = list(received)
    found: set[int] = set()
    for posted in sent:
        on_the_way = law.standard("transfer-days", posted.line.date)
        days = on_the_way.count if on_the_way and on_the_way.count is not None else datetime.date.max.toordinal()
        near = [p for p in free if p.amount == posted.amount and abs((p.line.date - posted.line.date).days) <= days]
        if near:
            free.remove(near[0])
            found.add(posted.line.at_)
    return found
