"""Double entry: in whatever books are drawn debits equal credits line by line, and the accounts of the chart agree with cash and bank."""

from __future__ import annotations

from collections import Counter

import pytest

from mingbai import pipeline
from mingbai.kinds.community.records import AccountKind
from mingbai.kinds.finance.posting.chart import TOP
from mingbai.kinds.finance.posting.double import DoubleLedger, double_ledgers, turnovers
from mingbai.kinds.finance.records import LineKind
from mingbai.kinds.finance.statements.reports import balance_sheet, earnings
from mingbai.pipeline import Checked
from tests.conftest import AS_OF, write
from tests.support.drawn_double import community

SEEDS = (1, 2, 3)
BOOKS = 60


@pytest.fixture(scope="module", params=SEEDS)
def checked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    found = pipeline.check(write(tmp_path_factory.mktemp("double"), community(request.param, BOOKS)), AS_OF)
    assert {f.code.id: f.message("zh") for f in found.findings if f.severity.value == "error"} == {}
    return found


def drawn(checked: Checked) -> list[DoubleLedger]:
    return list(checked.books.derived(double_ledgers).values())


def test_every_sort_of_line_is_drawn_on_both_sides_of_a_change_of_chart(checked: Checked) -> None:
    lines = [(p, m.month.month.year) for d in drawn(checked) for m in d.months for p in m.month.posted]
    kinds = Counter(p.line.kind for p, _ in lines)
    across = Counter(p.line.kind for p, year in lines if p.root and p.root.split("/")[1] < "2024" and year == 2024)
    assert set(kinds) == set(LineKind)
    assert set(across) == {LineKind.REVERSAL, LineKind.REFUND, LineKind.CORRECTION}
    assert {len({"10201", "10202"}.intersection(d.months[-1].chart.money.values())) for d in drawn(checked)} == {0, 2}


def test_the_sides_of_every_line_are_equal(checked: Checked) -> None:
    for double in drawn(checked):
        for month in double.months:
            sums: Counter[str] = Counter()
            for posted, _, fen in month.booked:
                sums[posted.id] += fen
            assert not any(sums.values())
            assert set(sums) >= {p.id for p in month.month.posted if p.legs or any(e.account and e.fen for e in p.entries)}


def test_the_trial_balance_balances_at_both_ends_and_in_between(checked: Checked) -> None:
    for double in drawn(checked):
        for months in (*([m] for m in double.months), list(double.months)):
            top = [t for t in turnovers(months) if not t.account.parent]
            assert sum(t.opening for t in top) == sum(t.closing for t in top) == 0
            assert sum(t.debit for t in top) == sum(t.credit for t in top)
            for row in (t for t in top if t.account.number in months[-1].chart.parents):
                assert sum(t.closing for t in turnovers(months) if t.account.parent == row.account.number) == row.closing


def test_cash_and_bank_hold_what_their_accounts_hold(checked: Checked) -> None:
    for double in drawn(checked):
        for month in double.months:
            for held, kept in ((month.opening, month.month.opening), (month.closing, month.month.closing)):
                for sort, top in ((AccountKind.CASH, month.chart.chart.cash), (AccountKind.BANK, month.chart.chart.bank)):
                    accounts = [a.id for a in double.ledger.book.accounts if a.kind is sort]
                    assert sum(fen for n, fen in held.items() if n[:TOP] == top) == sum(kept.accounts[id] for id in accounts)


def test_funds_and_accounts_have_one_total(checked: Checked) -> None:
    for double in drawn(checked):
        for month in double.months:
            assert sum(month.month.closing.funds.values()) == month.month.closing.total


def test_the_balance_sheet_balances_and_earnings_lead_from_opening_to_closing(checked: Checked) -> None:
    for double in drawn(checked):
        for month in double.months:
            assert balance_sheet(double.months, month).balances
            made = earnings(double.months, month)
            assert made.opening + made.net + made.other == made.closing
            assert made.rows[-1].year == made.net
