"""DBT: a claim's or debt's own facts, and the figures that people assert. Errors: what does not compute cannot be published."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.community.registers import no_book, strays
from mingbai.kinds.debts.records import Debt, DebtFile, Nature, Other
from mingbai.kinds.debts.register import Standing, moves, standings
from mingbai.schema.record import Record
from mingbai.values.money import grouped
from mingbai.values.persons import described
from mingbai.values.text import Text

NO_BOOK = no_book("DBT001", Text("债权债务是哪本账的，还钱就走哪本账。", "A claim or debt belongs to the book through which it is settled."))
NAMED = Code(
    "DBT002",
    Severity.ERROR,
    Text("个人的姓名不公开", "a person is named"),
    Text("对方是个人，“{other}”看起来是姓名", "the other side is a person, and “{other}” seems to be a name"),
    Text(
        "写成“个人承租户A”“某住户”这样的称呼，姓名留在纸质档案里；干部写职务。",
        "Describe the person (a tenant A, a household); names stay in the paper file, officers go by their office.",
    ),
    Text("欠不欠钱是个人财产状况，公开到笔，不公开到人。", "What somebody owes is their own affair: the sum is published, not the name."),
    (Cite("personal-information", "25"), Cite("personal-information", "28")),
)
TOO_MUCH = Code(
    "DBT003",
    Severity.WARNING,
    Text("收回或偿还的超过了欠的", "more was settled than was owed"),
    Text("本金 {amount}，到这一笔累计结清 {settled}，超出 {over}", "the principal is {amount}, with this line {settled} is settled, {over} too much"),
    Text(
        "核对引用的编号和金额；其中的利息单列，科目写利息；真的多收、多付了的，退回或追回。",
        "Check the id and the amount; interest is a line, or a share, of its own under a category of interest; what was really too much goes or comes back.",
    ),
    Text(
        "结清的数不应大于本金，大了不是记错就是多收、多付。",
        "No more is settled than was owed; beyond that something is misbooked, or too much was taken or paid.",
    ),
    (Cite("accounting", "17"),),
)
UNPROVEN = Code(
    "DBT004",
    Severity.ERROR,
    Text("核对的余额与计算不符", "an agreed balance does not compute"),
    Text(
        "{day} 的余额写的是 {typed}，按登记和收支应为 {computed}，相差 {gap}",
        "the balance of {day} is {typed}, worked out it is {computed}: {gap} apart",
    ),
    Text(
        "逐笔对照：漏引用的收支补上“债权债务”编号，启用前的写在“启用前已结”。",
        "Go through it line by line: let lines cite the number, put what came before the book under “before”.",
    ),
    Text("余额从每一笔算出来，写了就要对得上，一分不差。", "Balances are worked out from lines; one that is asserted must agree to the fen."),
    (Cite("accounting", "17"),),
)
OVER_WRITTEN = Code(
    "DBT005",
    Severity.ERROR,
    Text("核销超过了余额", "more was written off than was left"),
    Text("{day} 核销 {amount}，当时只剩 {left}", "{amount} was written off on {day}, when {left} was left"),
    Text("核对核销的金额和日期。", "Check the amount and the day."),
    Text("已经收回的部分不用再核销。", "What was settled cannot be written off as well."),
    (Cite("accounting", "17"),),
)
IMPOSSIBLE = Code(
    "DBT006",
    Severity.ERROR,
    Text("日期或金额不成立", "dates or amounts that cannot be"),
    Text("{what}", "{what}"),
    Text("对照原始凭证改正。", "Correct it by the papers."),
    Text("到期在发生之前、已结大于本金，余额和账龄都算不出来。", "With these nothing can be worked out."),
)


@rule(NO_BOOK)
def a_register_belongs_to_a_book(books: Books) -> Iterator[Diagnostic]:
    """The folder of a register of claims and debts is the id of a declared book."""
    for register, book in strays(books, DebtFile):
        yield NO_BOOK.at(books.place(register), book=book)


@rule(NAMED)
def persons_are_described_not_named(books: Books) -> Iterator[Diagnostic]:
    """A private person on the other side is described; officers may be named."""
    every = books.derived(standings)
    if not every:
        return
    naming = books.law.naming()
    community = books.the(Community)
    officers = {name for p in (*community.people, *community.supervisors) for name in (p.name, *p.roles)} if community else set()
    for s in every:
        other = s.debt.other
        unclear = s.debt.other_kind is Other.PERSON and not described(other, naming.described)
        named = unclear or bool(naming.likely(other))
        if s.debt.other_kind in (Other.PERSON, Other.MEMBER) and named and not described(other, officers):
            yield NAMED.at(books.place(s.debt, "other"), record=s.debt.at_, other=_masked(other))


def _masked(name: str) -> str:
    """The first character of what may be a name: a report is no place to repeat it."""
    return f"{name[:1]}**"


@rule(TOO_MUCH)
def no_more_is_settled_than_is_owed(books: Books) -> Iterator[Diagnostic]:
    """What lines settle stays within the principal; told at the line that goes beyond it."""
    for s in books.derived(standings):
        settled = s.debt.before or 0
        for one in s.moved:
            before, settled = settled, settled + one.principal
            if before <= s.debt.amount < settled and s.debt.nature is not Nature.GUARANTEE:
                line = one.posted.line
                values: dict[str, Any] = {"amount": grouped(s.debt.amount), "settled": grouped(settled), "over": grouped(settled - s.debt.amount)}
                yield TOO_MUCH.at(books.place(line, "debt" if line.debt else ""), record=line.at_, **values)


@rule(UNPROVEN)
def asserted_balances_compute(books: Books) -> Iterator[Diagnostic]:
    """A balance agreed with the other side, or taken over from an older book, is what the lines come to on that day."""
    for s in books.derived(standings):
        course = tuple(moves(s.debt, s.moved))
        for one in s.debt.confirmed:
            computed = sum(fen for day, fen in course if day <= one.day)
            if computed != one.balance:
                values: dict[str, Any] = {
                    "day": one.day,
                    "typed": grouped(one.balance),
                    "computed": grouped(computed),
                    "gap": grouped(abs(computed - one.balance)),
                }
                yield UNPROVEN.at(books.place(one, "balance"), record=s.debt.at_, **values)


@rule(OVER_WRITTEN)
def no_more_is_written_off_than_is_left(books: Books) -> Iterator[Diagnostic]:
    """A write-off takes no more than what was left on its day."""
    for s in books.derived(standings):
        for n, one in enumerate(s.debt.written_off):
            if one.day < s.debt.day:
                continue  # told by the rule below
            settled = sum(m.principal for m in s.moved if m.posted.line.date <= one.day)
            earlier = sum(w.amount for k, w in enumerate(s.debt.written_off) if (w.day, k) < (one.day, n))
            left = max(s.debt.amount - (s.debt.before or 0) - settled - earlier, 0)
            if one.amount > left:
                values: dict[str, Any] = {"day": one.day, "amount": grouped(one.amount), "left": grouped(left)}
                yield OVER_WRITTEN.at(books.place(one, "amount"), record=s.debt.at_, **values)


@rule(IMPOSSIBLE)
def dates_and_amounts_can_be(books: Books) -> Iterator[Diagnostic]:
    """It is due, settled and written off after it arose, and no more was settled before the book than was owed."""
    for s in books.derived(standings):
        for record, name, what in _impossible(s):
            yield IMPOSSIBLE.at(books.place(record, name), record=s.debt.at_, what=what)


def _impossible(s: Standing) -> Iterator[tuple[Record, str, Text]]:
    debt = s.debt
    if debt.before is not None and debt.before > debt.amount:
        zh = f"启用前已结 {grouped(debt.before)}，大于金额 {grouped(debt.amount)}"
        yield debt, "before", Text(zh, f"{grouped(debt.before)} settled before the book is more than the amount, {grouped(debt.amount)}")
    if debt.before is not None and debt.day >= s.book.begins:
        zh = f"发生日 {debt.day} 在账簿启用（{s.book.begins}）以后，没有“启用前已结”"
        yield debt, "before", Text(zh, f"it arose on {debt.day}, after the book began ({s.book.begins}): nothing was settled before")
    if debt.released is not None and debt.nature is not Nature.GUARANTEE:
        yield debt, "released", Text("“解除日”只用于担保", "only a guarantee is released")
    for record, name, day, words in _days(debt):
        if day < debt.day:
            yield record, name, Text(f"{words.zh} {day} 早于发生日 {debt.day}", f"{words.en} {day} lies before the day it arose, {debt.day}")


def _days(debt: Debt) -> Iterator[tuple[Record, str, datetime.date, Text]]:
    if debt.due is not None:
        yield debt, "due", debt.due, Text("到期日", "the due date")
    if debt.released is not None:
        yield debt, "released", debt.released, Text("解除日", "the release")
    for one in debt.written_off:
        yield one, "day", one.day, Text("核销日", "the write-off")
