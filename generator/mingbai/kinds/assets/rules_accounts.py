"""AST: in a book kept in double entry the register and the accounts of the chart say the same (domain §4.4: every book asset on the list and back)."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.assets.depreciation import gone, residual, worth
from mingbai.kinds.assets.records import AssetFile
from mingbai.kinds.finance.posting.double import double_ledgers, held_by
from mingbai.values.money import grouped
from mingbai.values.text import Text

OTHER_VALUE = Code(
    "AST023",
    Severity.WARNING,
    Text("资产台账与会计科目的余额不符", "register and accounts differ"),
    Text(
        "{period} 末{what}：科目 {accounts} 余额 {booked}，资产台账 {listed}，相差 {difference}",
        "at the end of {period} {what}: accounts {accounts} hold {booked}, the register {listed}, difference {difference}",
    ),
    Text(
        "逐项核对：买了没有登记的补进台账，报废、出售没有转销的补记“记账”，折旧按台账计提。",
        "Go through them: register what was bought, write off what is gone, book depreciation as the register has it.",
    ),
    Text("资产台账是固定资产科目的明细，两边必须一样。", "The register is the detail of the fixed assets in the accounts."),
    (Cite("accounting", "17"),),
)


@rule(OTHER_VALUE)
def the_register_agrees_with_the_accounts(books: Books) -> Iterator[Diagnostic]:
    """At the end of the newest month the register's cost and depreciation are those of the accounts of fixed assets."""
    files = {f.id.partition("/")[0]: f.record for f in books.of(AssetFile) if f.record is not None}
    for id, double in books.derived(double_ledgers).items() if files else ():
        file = files.get(id)
        if file is None or not double.months or not double.months[-1].month.sound:
            continue
        at = double.months[-1]
        day, chart = at.month.last, at.chart.chart
        there = [
            worth(a, residual(a, books.law.standard("residual-rate", a.acquired)), day)
            for a in file.assets
            if gone(a, day) is None and a.acquired <= day
        ]
        sides = (
            (Text("固定资产原值", "the cost of fixed assets"), chart.fixed, sum(w.gross for w in there), 1),
            (Text("累计折旧", "accumulated depreciation"), chart.depreciation, sum(w.accumulated for w in there), -1),
        )
        for what, numbers, listed, sign in sides:
            booked = sign * held_by(at, numbers)
            if booked != listed:
                yield OTHER_VALUE.at(
                    books.place(file, "assets"),
                    period=at.month.month,
                    what=what,
                    accounts="、".join(numbers),
                    booked=grouped(booked),
                    listed=grouped(listed),
                    difference=grouped(abs(booked - listed)),
                )
