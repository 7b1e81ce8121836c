"""CON: a contract's own facts agree with each other. Errors: what does not compute cannot be published."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.registers import no_book, strays
from mingbai.kinds.contracts.records import Contract, ContractFile, Paper
from mingbai.kinds.contracts.register import standings
from mingbai.kinds.contracts.terms import periods, priced, total
from mingbai.schema.record import Record
from mingbai.values.money import grouped
from mingbai.values.text import Text

NO_BOOK = no_book("CON001", Text("合同记在哪本账名下，钱就进出哪本账。", "A contract belongs to the book through which its money goes."))
TERM = Code(
    "CON002",
    Severity.ERROR,
    Text("合同的起止不成立", "the term cannot be"),
    Text("{what} {day} 早于起始日 {start}", "{what} {day} lies before the first day, {start}"),
    Text("对照合同原件改正起止日期。", "Correct the days by the paper."),
    Text("止早于起的合同算不出该收该付多少。", "With an end before its start nothing can be worked out."),
)
OPEN = Code(
    "CON003",
    Severity.WARNING,
    Text("书面合同没有写到哪一天止", "a written contract without a last day"),
    Text("“{name}”没有“止”", "“{name}” has no last day"),
    Text(
        "对照合同原件写上“止”；原件里真的没有写期限的，尽快补签期限；没有书面合同的，写“合同: 无”。",
        "Add the last day by the paper; where the paper has none, agree on one soon; where there is no paper, write that there is no contract.",
    ),
    Text("没有期限，就看不出合同到没到期。", "Without it nobody sees whether the contract has run out."),
    (Cite("good-practice", "合同"),),
)
SUMS = Code(
    "CON004",
    Severity.ERROR,
    Text("合同金额算不上", "the amounts do not agree"),
    Text("{what}：按{how}应为 {computed}，写的是 {typed}", "{what}: by {how} it is {computed}, here stands {typed}"),
    Text("对照合同原件改正；中途改过金额的写在“变更”里。", "Correct it by the paper; what was changed later belongs under “changes”."),
    Text("合同金额、计价、分期说的是同一笔钱，必须对得上。", "The amount, the price and the plan speak of the same money."),
)
BROKEN_PERIOD = Code(
    "CON005",
    Severity.ERROR,
    Text("合同期不是整数个周期", "the term is not a whole number of periods"),
    Text("{start} 至 {last} 不是整数个{every}", "{start} to {last} is not a whole number of {every}s"),
    Text("核对起止；不足一期的，改用“分期”逐期写明。", "Check the days; where a period is broken, write the instalments one by one."),
    Text("不足一期收多少，要看合同怎么写，程序不替人猜。", "What a broken period costs stands in the paper; nothing is guessed."),
)


@rule(NO_BOOK)
def a_register_belongs_to_a_book(books: Books) -> Iterator[Diagnostic]:
    """The folder of a contract register is the id of a declared book."""
    for register, book in strays(books, ContractFile):
        yield NO_BOOK.at(books.place(register), book=book)


@rule(TERM, OPEN)
def a_term_ends_after_it_starts(books: Books) -> Iterator[Diagnostic]:
    """The last day, as signed and as changed, and the ending lie on or after the first day; a written contract has a last day."""
    for standing in books.derived(standings):
        contract = standing.contract
        if contract.end is None and contract.paper is Paper.WRITTEN:
            yield OPEN.at(books.place(contract), record=contract.at_, name=contract.name)
        for record, name, day, what in _ends(contract):
            if day < contract.start:
                yield TERM.at(books.place(record, name), record=contract.at_, what=what, day=day, start=contract.start)


def _ends(contract: Contract) -> Iterator[tuple[Record, str, datetime.date, Text]]:
    if contract.end is not None:
        yield contract, "end", contract.end, Text("截止日", "the last day")
    for change in contract.changes:
        if change.end is not None:
            yield change, "end", change.end, Text("变更后的截止日", "the changed last day")
    if contract.ending is not None and contract.paper is Paper.WRITTEN:
        yield contract.ending, "day", contract.ending.day, Text("终止日", "the ending")


@rule(SUMS, BROKEN_PERIOD)
def amounts_agree(books: Books) -> Iterator[Diagnostic]:
    """The amount, the price, the regular payments and the instalments of a contract come to the same sum."""
    for standing in books.derived(standings):
        contract = standing.contract
        last = standing.last
        if last is not None and last < contract.start:
            continue
        if contract.regular and last is not None and not contract.plan and periods(contract, contract.regular) is None:
            every = contract.regular.every
            yield BROKEN_PERIOD.at(
                books.place(contract, "regular"), record=contract.at_, start=contract.start, last=last, every=Text(f"“{every.zh}”", str(every.value))
            )
            continue
        yield from _sums(books, contract)


def _sums(books: Books, contract: Contract) -> Iterator[Diagnostic]:
    wanted, planned = total(contract), sum(i.amount for i in contract.plan)
    n = periods(contract, contract.regular) if contract.regular else None
    changed = any(c.amount or c.end for c in contract.changes)
    if contract.plan and wanted is not None and planned != wanted:
        yield _sum(books, contract, "plan", Text("分期合计", "the instalments"), Text("合同金额", "the amount"), wanted, planned)
    elif contract.regular and n is not None and contract.amount is not None and not changed and n * contract.regular.amount != contract.amount:
        how = Text(f" {n} 期 × {grouped(contract.regular.amount)}", f"{n} × {grouped(contract.regular.amount)}")
        yield _sum(books, contract, "amount", Text("金额", "the amount"), how, n * contract.regular.amount, contract.amount)
    by_price = priced(contract) if not changed else None
    if by_price is not None and wanted is not None and by_price != wanted:
        yield _sum(books, contract, "price", Text("计价", "the price"), Text("单价、数量和期数", "rate, quantity and periods"), by_price, wanted)


def _sum(books: Books, contract: Contract, name: str, what: Text, how: Text, computed: int, typed: int) -> Diagnostic:
    return SUMS.at(books.place(contract, name), record=contract.at_, what=what, how=how, computed=grouped(computed), typed=grouped(typed))
