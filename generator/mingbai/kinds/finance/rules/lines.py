"""A line by itself: what its kind needs, what adds up inside it, what it undoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Keeping
from mingbai.kinds.finance.posting.entries import FROM_OTHER, TO_OTHER, Column, Entry, Posted, in_chart, parts_of
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.posting.standing import CORRECTABLE, NOT_CORRECTABLE
from mingbai.kinds.finance.records import Line, LineKind
from mingbai.schema.record import fields
from mingbai.values.money import grouped
from mingbai.values.text import Text

SHARES = Code(
    "FIN005",
    Severity.ERROR,
    Text("分摊合计与金额不符", "shares do not add up to the line"),
    Text("分摊合计 {sum}，这一笔是 {amount}，相差 {difference}", "the shares make {sum}, the line is {amount}, difference {difference}"),
    Text("改正分摊的金额，合计要等于这一笔的金额。", "Correct the shares: together they make the line's amount."),
    Text("一笔钱分给几项资金，各部分之和必须等于这一笔。", "The parts of a divided line make the whole."),
    (Cite("accounting", "9"),),
)
PAYROLL = Code(
    "FIN006",
    Severity.ERROR,
    Text("领款人数乘标准不等于金额", "people × rate is not the amount"),
    Text("{people} 人 × {rate} = {product}，这一笔是 {amount}", "{people} × {rate} = {product}, the line is {amount}"),
    Text("核对领款表的人数、标准和金额。", "Compare people, rate and amount with the pay list."),
    Text("补贴按人数和标准发放，三个数要对得上。", "Stipends are people times rate; the three figures must agree."),
    (Cite("accounting", "9"),),
)
LACKS = Code(
    "FIN015",
    Severity.ERROR,
    Text("这类收支缺少必要的栏目", "a line lacks what its kind needs"),
    Text("“{kind}”要写“{field}”", "“{kind}” needs “{field}”"),
    Text("补上“{field}: …”。", "Add “{field}: …”."),
    Text(
        "收入、支出要有金额、账户和资金；转账要有转出和转入；冲正、退款要指明原来那一笔。",
        "Income and expense need amount, account and fund; a transfer both ends; a reversal or refund the line it undoes.",
    ),
    (Cite("accounting", "15"),),
)
SURPLUS = Code(
    "FIN016",
    Severity.ERROR,
    Text("这类收支不应有这个栏目", "a line has what its kind does not take"),
    Text("“{kind}”不写“{field}”", "“{kind}” takes no “{field}”"),
    Text("{hint}", "{hint}"),
    Text(
        "同一件事只写一处：分摊的行由各部分写资金和科目；冲正的金额来自被冲正的那一笔。",
        "A fact stands once: shares carry fund and category; a reversal takes its amount from the line it reverses.",
    ),
    (Cite("accounting", "15"),),
)
UNDONE_TWICE = Code(
    "FIN017",
    Severity.ERROR,
    Text("冲正的对象不对", "a reversal of what cannot be reversed"),
    Text("{cited} {why}", "{cited} {why}"),
    Text("核对“冲正凭证”；只退回一部分用“类型: 退款”。", "Check “reverses”; to give back a part use “kind: refund”."),
    Text(
        "一笔只能冲正一次，冲正和退款本身不再冲正，都不早于原来那一笔；更正过的，按更正后的冲正、退款。",
        "A line is reversed once, a reversal or refund never, and not before the line itself; a corrected line as the correction left it.",
    ),
    (Cite("accounting", "15"),),
)
REFUND_TOO_MUCH = Code(
    "FIN018",
    Severity.ERROR,
    Text("退款超过原来的金额", "refunds exceed the line"),
    Text("{cited} 是 {amount}，已退 {refunded}", "{cited} is {amount}, refunded {refunded}"),
    Text("核对退款金额和“原凭证”。", "Check the amount and “refund of”."),
    Text("退回来的钱不会多于当初付出或收到的钱。", "No more comes back than was paid."),
    (Cite("accounting", "9"),),
)

_REVERSED_ALREADY = Text("已经冲正过", "has been reversed already")
_IS_REVERSAL = Text("本身就是冲正或退款", "is itself a reversal or refund")
_GIVEN_BACK = Text("已经退过款，再冲正全额就退多了", "has been refunded in part already; reversing all of it gives back too much")
_OTHER_CATEGORY = Text("没有记到“{category}”，退款记回原来的科目", "was not booked to “{category}”; what comes back goes there again")
_OTHER_FUND = Text("没有用过“{fund}”，不能退到这项资金", "did not touch fund “{fund}”, so nothing can be given back to it")
_IS_ITSELF = Text("就是这一笔自己", "is this very line")
_IN_A_CIRCLE = Text("绕了一圈又引回这一笔", "leads back to this very line")
_REFUNDED = Text(
    "已经退过款，金额、账户和资金都不能再改；另记一笔", "has been refunded in part; its amount, account and fund stand: book a line of its own"
)
_IS_LATER = Text("的日期晚于这一笔冲正", "is later than this reversal")
_IS_ELSEWHERE = Text("在另一本账里", "stands in another book")
_IS_TRANSFER = Text("是转账，退回来要另记一笔转账", "is a transfer; giving back is a transfer of its own")
_IS_JOURNAL = Text("是记账，没有收付钱；记错了整笔冲正，再记一笔对的", "moves no money: reverse it as a whole and book it anew")
_HINTS = {
    "amount": Text(
        "删掉这一栏：金额、账户、资金和科目都按原来那一笔，冲正的是全额。",
        "Delete it: amount, account, fund and category are those of the line, which is reversed as a whole.",
    ),
    "fund": Text("资金和科目写在“分摊”的每一项里，这里删掉。", "Fund and category stand in each share; delete them here."),
}
_ELSEWHERE = Text("删掉这一栏，或改“类型”。", "Delete the field, or change “kind”.")


def _label(name: str) -> Text:
    return fields(Line)[name].label


@rule(SHARES, PAYROLL)
def parts_make_the_whole(books: Books) -> Iterator[Diagnostic]:
    """Shares add up to their line; people × rate is the amount."""
    months = (m for ledger in books.derived(ledgers).values() for m in ledger.months)
    for line in (p.line for m in months for p in facts(books, m).carrying("shares", "payroll")):
        if line.shares and line.amount is not None:
            total = sum(s.amount for s in line.shares)
            if total != line.amount:
                difference = grouped(abs(total - line.amount))
                yield SHARES.at(books.place(line, "shares"), sum=grouped(total), amount=grouped(line.amount), difference=difference)
        if line.payroll is not None and line.amount is not None and line.payroll.people * line.payroll.rate != line.amount:
            product = grouped(line.payroll.people * line.payroll.rate)
            yield PAYROLL.at(
                books.place(line, "payroll"),
                people=line.payroll.people,
                rate=grouped(line.payroll.rate),
                product=product,
                amount=grouped(line.amount),
            )


def _lines(books: Books) -> Iterator[Line]:
    """The lines of the months in which any line carries a rare field, or is neither income nor expense."""
    for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months):
        one = facts(books, month)
        if one.uses(*_RARE) or not one.kinds.keys() <= _PLAIN:
            yield from month.file.lines


_PLAIN = frozenset((LineKind.INCOME, LineKind.EXPENSE))


@rule(LACKS)
def a_line_has_what_its_kind_needs(books: Books) -> Iterator[Diagnostic]:
    """Income and expense have amount, account and (where the book has funds) fund; a transfer two ends; a reversal or refund its line."""
    for ledger in books.derived(ledgers).values():
        double = ledger.book.keeping is Keeping.DOUBLE
        for month in ledger.months:
            for posted in month.posted:
                line = posted.line
                whole = line.amount and len(posted.entries) == 1 and posted.account and (posted.fund or not ledger.funds)
                if whole and line.kind in _PLAIN and not double:
                    continue
                first = ledger.corrected.get(posted.root, [ledger.posted[posted.root]])[-1] if posted.root else None
                for name in _lacking(posted, first, has_funds=bool(ledger.funds), double=double):
                    yield LACKS.at(books.place(posted.line), kind=posted.line.kind.text, field=_label(name))


def _lacking(posted: Posted, first: Posted | None, *, has_funds: bool, double: bool) -> Iterator[str]:
    """The fields a line lacks; `first` is the line a refund gives back of, as it stands."""
    line = posted.line
    if line.kind is LineKind.REVERSAL:
        yield from (n for n in ("reverses", "reason") if getattr(line, n) is None)
        return
    if line.kind is LineKind.CORRECTION:
        yield from (n for n in ("corrects", "reason") if getattr(line, n) is None)
        if not any(getattr(line, n) for n in CORRECTABLE):
            yield "amount"
        if line.amount and not line.shares and len(posted.restated) > 1:
            yield "shares"  # nobody can tell which part was wrong
        return
    if line.kind is LineKind.JOURNAL:
        yield from (n for n in ("legs", "summary") if not getattr(line, n))
        return
    if line.amount is None:
        yield "amount"
    if line.kind is LineKind.REFUND:
        if line.original is None:
            yield "original"
        elif first is not None and first.column is not Column.MOVE and len(first.stands) > 1:
            yield from dict.fromkeys(_unclear(line, in_chart(first, posted.chart), has_funds=has_funds))
    elif line.kind is LineKind.TRANSFER:
        yield from _missing_end(line, posted, has_funds=has_funds, double=double)
    else:
        if not posted.account:
            yield "account"
        if has_funds and any(not e.fund for e in posted.entries):
            yield "fund"
        if double and not line.legs and any(not e.category for e in posted.entries):
            yield "category"


def _unclear(line: Line, first: Posted, *, has_funds: bool) -> Iterator[str]:
    """What a refund has to say so that everybody can tell which part of a divided line was given back."""
    double = first.chart is not None
    if not line.shares and line.amount == first.worth:
        return
    if not (line.shares or line.fund or (double and line.category)):
        yield "shares"
        return
    for one in line.shares or (line,):
        parts = parts_of(first, one.fund, first.chart.said(one.category or "") if first.chart else None)
        if has_funds and len({e.fund for e in parts}) > 1:
            yield "fund"
        elif double and len({e.category for e in parts}) > 1:
            yield "category"


def _missing_end(line: Line, posted: Posted, *, has_funds: bool, double: bool) -> Iterator[str]:
    if line.to_book or line.from_book:
        entry = posted.entries[0]
        if not entry.account:
            yield "from_account" if line.to_book else "to_account"
        if has_funds and not entry.fund:
            yield "from_fund" if line.to_book else "to_fund"
        if double and entry.category in (TO_OTHER, FROM_OTHER):
            yield "category"
        return
    for a, b in (("from_account", "to_account"), ("from_fund", "to_fund")):
        if getattr(line, a) and not getattr(line, b):
            yield b
        if getattr(line, b) and not getattr(line, a):
            yield a
    if posted.column is Column.MOVE and not (line.from_account or line.to_account or line.from_fund or line.to_fund):
        yield "from_account"


_ENDS = ("from_account", "to_account", "from_fund", "to_fund", "from_book", "to_book")
_NOT_FOR = {
    LineKind.JOURNAL: ("amount", "account", "fund", "category", "reverses", "original", "corrects", "shares", "payroll", "plan", *_ENDS),
    LineKind.INCOME: (*_ENDS, "reverses", "original", "corrects", "plan"),
    LineKind.EXPENSE: (*_ENDS, "reverses", "original", "corrects"),
    LineKind.TRANSFER: ("reverses", "original", "corrects", "shares", "payroll", "legs"),
    LineKind.REVERSAL: ("legs", "amount", "account", "fund", "category", "original", "corrects", "shares", "payroll", *_ENDS),
    LineKind.REFUND: ("legs", "reverses", "corrects", "payroll", *_ENDS),
    LineKind.CORRECTION: NOT_CORRECTABLE,
}
_RARE = frozenset(("shares", "legs", *_ENDS, "reverses", "original", "corrects", "plan"))
"""A month of income and expenses alone without any of these has no line with a field that its kind does not take."""


@rule(SURPLUS)
def a_line_has_nothing_its_kind_does_not_take(books: Books) -> Iterator[Diagnostic]:
    """No amount on a reversal, no ends on an income or expense, no fund beside shares, no two books on a transfer."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for typed, lines in facts(books, month).shapes:
                simple = typed.isdisjoint(_SUSPECT)
                for line in (p.line for p in lines if not simple or p.line.kind not in _PLAIN):
                    for name in _unwanted(line):
                        yield SURPLUS.at(books.place(line, name), kind=line.kind.text, field=_label(name), hint=_hint(line, name))


_SUSPECT = frozenset((*_NOT_FOR[LineKind.INCOME], *_NOT_FOR[LineKind.EXPENSE], "shares", "legs"))
"""Fields without which income and expense can have nothing that they do not take."""


def _unwanted(line: Line) -> list[str]:
    """The fields that a line carries and its kind does not take."""
    found = [n for n in _NOT_FOR[line.kind] if getattr(line, n)]
    if line.shares:
        found += [n for n in ("fund", "category", "legs") if getattr(line, n)]
    elif line.legs and line.kind in _PLAIN and line.category:
        found.append("category")
    if line.to_book and line.from_book and not found:
        found.append("from_book")
    return found


def _hint(line: Line, name: str) -> Text:
    if line.kind is LineKind.REVERSAL and name in ("amount", "account", "fund", "category"):
        return _HINTS["amount"]
    return _HINTS["fund"] if name in ("fund", "category") else _ELSEWHERE


@rule(UNDONE_TWICE, REFUND_TOO_MUCH)
def what_is_undone_was_done_once(books: Books) -> Iterator[Diagnostic]:
    """A line is reversed once and not before its date, reversals never; refunds make no more than the line as it stands, nor than it took from a fund."""
    for ledger in books.derived(ledgers).values():
        done = _Undone({}, defaultdict(int), {f.id: f.name for f in ledger.funds}, {})
        for month in ledger.months:
            for posted in month.posted if facts(books, month).uses("reverses", "original", "corrects") else ():
                cited = posted.line.undoes
                if cited is None:
                    continue
                full = books.resolve("line", cited, month.filed)
                first = ledger.posted.get(full) if full else None
                if full is not None and not full.startswith(f"{ledger.book.id}/"):
                    place = books.place(posted.line, _cites(posted.line))
                    yield UNDONE_TWICE.at(place, related=(books.place(books.ids["line"][full], "voucher"),), cited=cited, why=_IS_ELSEWHERE)
                elif not posted.root and full is not None and (why := _circular(books, posted.id, full)):
                    yield UNDONE_TWICE.at(books.place(posted.line, _cites(posted.line)), cited=cited, why=why)
                elif first is not None and posted.root:
                    yield from _undo(books, posted, cited, first, done)


def _circular(books: Books, id: str, cited: str) -> Text | None:
    """Why a line cites itself, directly or through others; None where it does not."""
    if cited == id:
        return _IS_ITSELF
    seen: set[str] = set()
    at: str | None = cited
    while at is not None and at not in seen:
        seen.add(at)
        line = books.ids["line"].get(at)
        further = line.undoes if isinstance(line, Line) else None
        at = books.resolve("line", further, books.file(line)) if line is not None and further else None
    return _IN_A_CIRCLE if at == id or at is not None else None


class _Undone(NamedTuple):
    """What has been undone so far, by the id of the line it all began with.

    Who reversed it, how much of it (and of each fund it touched) was given back, its latest correction; and the names of funds.
    """

    reversed: dict[str, Line]
    refunded: dict[tuple[str, str | None], int]
    names: dict[str, str]
    corrected: dict[str, Posted]


def _cites(line: Line) -> str:
    """The field by which a line cites what it undoes."""
    return "reverses" if line.reverses else "original" if line.original else "corrects"


def _undo(books: Books, posted: Posted, cited: str, first: Posted, done: _Undone) -> Iterator[Diagnostic]:
    line, root = posted.line, posted.root
    name = _cites(line)
    related = (books.place(first.line, "voucher"),)
    if first.line.kind in (LineKind.REVERSAL, LineKind.REFUND):
        yield UNDONE_TWICE.at(books.place(line, name), related=related, cited=cited, why=_IS_REVERSAL)
    elif root in done.reversed:
        by = done.reversed[root]
        yield UNDONE_TWICE.at(books.place(line, name), related=(books.place(by, _cites(by)),), cited=cited, why=_REVERSED_ALREADY)
    elif (why := _not_undone(line, first, refunded=done.refunded[root, None])) is not None:
        yield UNDONE_TWICE.at(books.place(line, name), related=related, cited=cited, why=why)
    if line.kind is LineKind.REVERSAL:
        done.reversed.setdefault(root, line)
    elif line.kind is LineKind.CORRECTION:
        done.corrected[root] = posted
    else:
        yield from _give_back(books, posted, cited, done.corrected.get(root, first), done)


def _not_undone(line: Line, first: Posted, *, refunded: int) -> Text | None:
    """Why the line `first`, of which `refunded` fen came back already, cannot be undone in this way; None where it can."""
    if line.kind is LineKind.CORRECTION and refunded and (line.amount or line.account or line.fund or line.shares):
        return _REFUNDED
    if line.kind is not LineKind.REVERSAL and first.line.kind in (LineKind.TRANSFER, LineKind.JOURNAL):
        return _IS_TRANSFER if first.line.kind is LineKind.TRANSFER else _IS_JOURNAL
    if first.line.date > line.date:
        return _IS_LATER
    return _GIVEN_BACK if line.kind is LineKind.REVERSAL and refunded else None


def _give_back(books: Books, posted: Posted, cited: str, first: Posted, done: _Undone) -> Iterator[Diagnostic]:
    """A refund, held against the whole line as it stands and against what that takes from each fund."""
    yield from _back_elsewhere(books, posted, cited, first)
    line, root, related = posted.line, posted.root, (books.place(first.line, "voucher"),)
    done.refunded[root, None] += line.amount or 0
    if done.refunded[root, None] > first.worth:
        amount, back = grouped(first.worth), grouped(done.refunded[root, None])
        yield REFUND_TOO_MUCH.at(books.place(line, "amount"), related=related, cited=cited, amount=amount, refunded=back)
        return
    took = _by_fund(first.stands)
    for fund, fen in _by_fund(posted.entries).items():
        done.refunded[root, fund] += fen
        total, name = done.refunded[root, fund], done.names.get(fund, fund)
        if fund and fund not in took:
            place = books.place(line, "fund" if line.fund else "shares" if line.shares else "")
            yield UNDONE_TWICE.at(place, related=related, cited=cited, why=Text(_OTHER_FUND.zh.format(fund=name), _OTHER_FUND.en.format(fund=name)))
        elif fund and total > took[fund]:
            place = books.place(line, "shares" if line.shares else "amount")
            yield REFUND_TOO_MUCH.at(place, related=related, cited=f"{cited}（{name}）", amount=grouped(took[fund]), refunded=grouped(total))


def _back_elsewhere(books: Books, posted: Posted, cited: str, first: Posted) -> Iterator[Diagnostic]:
    """A refund goes back to the categories its line was booked to; one that is unknown has been told."""
    line, chart = posted.line, posted.chart
    booked = {e.category for e in in_chart(first, chart).stands}
    for one in (line.shares or (line,)) if first.column is not Column.MOVE else ():
        said = one.category or ""
        known = chart.find(said) is not None if chart else not books.unknown("category", said, books.file(line))
        if said and known and (chart.said(said) if chart else said) not in booked:
            why = Text(_OTHER_CATEGORY.zh.format(category=said), _OTHER_CATEGORY.en.format(category=said))
            yield UNDONE_TWICE.at(books.place(one, "category"), related=(books.place(first.line, "voucher"),), cited=cited, why=why)


def _by_fund(entries: Sequence[Entry]) -> dict[str, int]:
    """The fen that entries move in each fund, without sign."""
    found: dict[str, int] = defaultdict(int)
    for entry in entries:
        found[entry.fund] += entry.fen
    return {fund: abs(fen) for fund, fen in found.items()}
