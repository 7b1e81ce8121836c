"""DBT: in a book kept in double entry the register and the accounts of the chart say the same (domain §4.7)."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.debts.records import DebtFile, Nature, outstanding
from mingbai.kinds.finance.posting.double import double_ledgers, held_by
from mingbai.values.money import grouped
from mingbai.values.text import Text

OTHER_BALANCE = Code(
    "DBT019",
    Severity.WARNING,
    Text("台账与会计科目的余额不符", "register and accounts differ"),
    Text(
        "{period} 末{what}：科目 {accounts} 余额 {booked}，债权债务台账 {listed}，相差 {difference}",
        "at the end of {period} {what}: accounts {accounts} hold {booked}, the register {listed}, difference {difference}",
    ),
    Text(
        "逐笔核对：台账有、账上没有的补记“记账”；账上有、台账没有的补进台账。",
        "Go through them: book what only the register has, register what only the accounts have.",
    ),
    Text("债权债务台账是应收、应付科目的明细，两边必须一样。", "The register is the detail of the claims and debts in the accounts."),
    (Cite("accounting", "17"),),
)

_CLAIMS = (Nature.RECEIVABLE, Nature.LENT)
_DEBTS = (Nature.PAYABLE, Nature.BORROWED)


@rule(OTHER_BALANCE)
def the_register_agrees_with_the_accounts(books: Books) -> Iterator[Diagnostic]:
    """At the end of the newest month the register's claims are the debit balances of the claims' accounts, its debts the credit balances."""
    files = {f.id.partition("/")[0]: f.record for f in books.of(DebtFile) if f.record is not None}
    for id, double in books.derived(double_ledgers).items() if files else ():
        file = files.get(id)
        if file is None or not double.months or not double.months[-1].month.sound:
            continue
        at = double.months[-1]
        chart, listed = at.chart.chart, outstanding(books, id, at.month.last)
        sides = (
            (Text("应收", "claims"), chart.receivable, _CLAIMS, 1),
            (Text("应付", "debts"), chart.payable, _DEBTS, -1),
        )
        for what, numbers, natures, sign in sides:
            booked, registered = sign * held_by(at, numbers, sign), sum(listed[n] for n in natures)
            if booked != registered:
                yield OTHER_BALANCE.at(
                    books.place(file, "debts"),
                    period=at.month.month,
                    what=what,
                    accounts="、".join(numbers),
                    booked=grouped(booked),
                    listed=grouped(registered),
                    difference=grouped(abs(booked - registered)),
                )
