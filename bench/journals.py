"""The same transactions for hledger and beancount: every fact of a line stands there too, as a tag or as metadata.

Each has one file: both read that faster than month files with `include`. Each month ends with the bank's balance, which the
program has to prove, as ours proves the bank statement; so a side that skipped work, or reached another total, would fail.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.generate import ACCOUNT, CATEGORIES, FUNDS, INCOME, OPENING, Month, Plan, Transaction, months, yuan


def write_hledger(plan: Plan, main: Path) -> Path:
    """A journal of hledger in the file `main`."""
    start = datetime.date(*plan.calendar[0], 1)
    head = ["commodity 1000.00 CNY\n"]
    for book in plan.book_ids:
        head += [f"account assets:{book}:{ACCOUNT}\n", f"account equity:{book}\n"]
        head += [f"account {_side(c, 'income', 'expenses')}:{book}:{c}\n" for c in CATEGORIES]
        held = yuan(OPENING * len(FUNDS))
        head.append(f"\n{start} * opening\n    assets:{book}:{ACCOUNT}  {held} CNY\n    equity:{book}  -{held} CNY\n\n")
    return _write(plan, main, head, _hledger)


def write_beancount(plan: Plan, main: Path) -> Path:
    """A ledger of beancount in the file `main`."""
    start = datetime.date(*plan.calendar[0], 1)
    head = ['option "operating_currency" "CNY"\n']
    for book in plan.book_ids:
        name = book.capitalize()
        head += [f"{start} open Assets:{name}:Bank CNY\n", f"{start} open Equity:{name} CNY\n"]
        head += [f"{start} open {_side(c, 'Income', 'Expenses')}:{name}:{c} CNY\n" for c in CATEGORIES]
        held = yuan(OPENING * len(FUNDS))
        head.append(f'\n{start} * "opening"\n  Assets:{name}:Bank  {held} CNY\n  Equity:{name}  -{held} CNY\n\n')
    return _write(plan, main, head, _beancount)


def _side(category: str, income: str, expense: str) -> str:
    return income if category == INCOME else expense


def _write(plan: Plan, main: Path, head: list[str], text: Callable[[Month], Iterator[str]]) -> Path:
    main.parent.mkdir(parents=True, exist_ok=True)
    with main.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(head)
        for month in months(plan):
            out.writelines(text(month))
    return main


def _hledger(month: Month) -> Iterator[str]:
    for line in month.lines:
        yield _hledger_line(line, month.book)
    yield f"{month.last} * bank statement\n    assets:{month.book}:{ACCOUNT}  0 CNY = {yuan(month.closing)} CNY\n\n"


def _hledger_line(line: Transaction, book: str) -> str:
    documents = "".join(f"    ; document: {d}\n" for d in line.documents)
    pay = f"    ; people: {line.payroll.people}\n    ; rate: {yuan(line.payroll.rate)}\n" if line.payroll else ""
    side = "expenses" if line.spent else "income"
    return (
        f"{line.day} * ({line.voucher}) {line.party} | {line.summary}\n"
        f"    ; kind: {'expense' if line.spent else 'income'}\n    ; party-kind: {line.party_kind}\n{pay}{documents}"
        f"    ; handler: {line.handler}\n    ; witness: {line.witness}\n    ; approver: {line.approver}\n    ; decision: {line.decision}\n"
        f"    {side}:{book}:{line.category}  {yuan(-line.signed)} CNY  ; fund: {line.fund}\n"
        f"    assets:{book}:{ACCOUNT}  {yuan(line.signed)} CNY\n\n"
    )


def _beancount(month: Month) -> Iterator[str]:
    name = month.book.capitalize()
    for line in month.lines:
        yield _beancount_line(line, name)
    yield f"{month.last + datetime.timedelta(days=1)} balance Assets:{name}:Bank  {yuan(month.closing)} ~ 0.00 CNY\n\n"


def _beancount_line(line: Transaction, name: str) -> str:
    documents = "".join(f'  document{n or ""}: "{d}"\n' for n, d in enumerate(line.documents))
    pay = f"  people: {line.payroll.people}\n  rate: {yuan(line.payroll.rate)} CNY\n" if line.payroll else ""
    side = "Expenses" if line.spent else "Income"
    return (
        f'{line.day} * "{line.party}" "{line.summary}"\n'
        f'  voucher: "{line.voucher}"\n  kind: "{"expense" if line.spent else "income"}"\n  party-kind: "{line.party_kind}"\n{pay}{documents}'
        f'  handler: "{line.handler}"\n  witness: "{line.witness}"\n  approver: "{line.approver}"\n  decision: "{line.decision}"\n'
        f'  {side}:{name}:{line.category}  {yuan(-line.signed)} CNY\n    fund: "{line.fund}"\n'
        f"  Assets:{name}:Bank  {yuan(line.signed)} CNY\n\n"
    )
