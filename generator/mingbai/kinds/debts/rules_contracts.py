"""DBT: what is owed by a contract stands in both registers, and they agree (domain §4.6: overdue goes over into claims and debts)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.contracts.records import Contract, ContractFile, Outcome
from mingbai.kinds.debts.records import Debt, DebtFile
from mingbai.kinds.debts.register import BASIS, Standing, standings
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

OTHER_AMOUNT = Code(
    "DBT020",
    Severity.WARNING,
    Text("与合同台账的欠款不符", "not what the contract owes"),
    Text(
        "合同 {contract} 还欠 {owed}，引用它的债权债务共 {left}",
        "contract {contract} still owes {owed}, the claims and debts that cite it come to {left}",
    ),
    Text(
        "核对金额；收付的那一笔同时写上“合同”和“债权债务”，两边一起减少。",
        "Compare them; a line that settles it cites both the contract and the debt.",
    ),
    Text("同一笔欠款在两本台账里，数目必须一样。", "One debt in two registers has one amount."),
    BASIS,
)
NOT_TAKEN_OVER = Code(
    "DBT021",
    Severity.WARNING,
    Text("逾期的合同款没有转入债权债务台账", "overdue by a contract and not in the register"),
    Text(
        "合同 {contract} 逾期 {days} 天，{overdue} 没有登记债权债务{unsure}",
        "contract {contract} is {days:day|days} overdue; {overdue} is in no register of claims and debts{unsure}",
    ),
    Text(
        "在 debts.yml 登记一笔，写“合同: {contract}”、清收措施和责任人。",
        "Register it in debts.yml with “contract: {contract}”, what is done and by whom.",
    ),
    Text(
        "拖久了的合同款要有人催收，登记了才看得见账龄和措施。",
        "What is long overdue needs somebody to collect it; only the register shows age and measures.",
    ),
    BASIS,
)


@rule(OTHER_AMOUNT, NOT_TAKEN_OVER)
def what_a_contract_owes_is_in_both_registers(books: Books) -> Iterator[Diagnostic]:
    """Claims and debts that cite a contract come to what it owes; what is overdue for longer than the pack allows is among them."""
    kept = {f.id.partition("/")[0] for f in books.of(DebtFile) if f.record is not None}
    if not kept:
        return
    by_contract: dict[str, list[Standing]] = {}
    for s in books.derived(standings):
        full = books.resolve("contract", s.debt.contract, s.filed) if s.debt.contract else None
        if full is not None:
            by_contract.setdefault(full, []).append(s)
    for file in books.of(ContractFile):
        for contract in file.record.contracts if file.record is not None and file.id.partition("/")[0] in kept else ():
            outcome: Outcome | None = books.outcome(contract, None)
            if outcome is not None:
                yield from _compared(books, contract, outcome, by_contract.get(outcome.id, []))


def _compared(books: Books, contract: Contract, outcome: Outcome, cited_by: list[Standing]) -> Iterator[Diagnostic]:
    standard = books.law.standard("claim-days", outcome.late) if outcome.late is not None else None
    left = sum(s.left for s in cited_by)
    if cited_by and left not in (outcome.owed, outcome.overdue):
        debt: Debt = cited_by[-1].debt
        said: dict[str, Any] = {"contract": contract.number, "owed": grouped(outcome.owed), "left": grouped(left)}
        yield OTHER_AMOUNT.at(books.place(debt, "contract"), record=debt.at_, **said)
    elif not cited_by and outcome.late is not None and standard is not None and standard.count is not None:
        days = (books.as_of - outcome.late).days
        if days > standard.count:
            said = {"contract": contract.number, "days": days, "overdue": grouped(outcome.overdue), "unsure": doubt(standard)}
            yield NOT_TAKEN_OVER.at(books.place(contract, "number"), record=contract.at_, basis=books.law.grounds(NOT_TAKEN_OVER, standard), **said)
