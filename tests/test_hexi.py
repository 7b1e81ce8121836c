"""The second demonstration: a converted village with a collective economic organisation in double entry, small but complete."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from mingbai import exporting, pipeline
from mingbai.kinds.budget.outturn import budgets
from mingbai.kinds.distribution.records import DistributionFile
from mingbai.kinds.finance.posting.double import double_ledgers, held_by
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.statements.reports import balance_sheet, earnings
from mingbai.kinds.meetings.records import Meeting, MeetingKind
from mingbai.packs import AccountClass
from mingbai.pipeline import Checked
from tests.support.building import AS_OF, REPOSITORY, second_demonstration

HEXI = REPOSITORY / "examples" / "hexi"
WARNINGS = {"CON010": 2, "DBT010": 2, "DBT018": 1, "DUE010": 2, "DUE011": 2}
"""What the demonstration shows as 提醒: a fish pond and a shop in arrears, a loan that was never decided."""


@pytest.fixture(scope="module")
def checked() -> Checked:
    return pipeline.check(HEXI, AS_OF)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return second_demonstration(tmp_path_factory)


def rows(site: Path, name: str) -> list[dict[str, str]]:
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_it_can_be_published_with_the_warnings_it_is_meant_to_show(checked: Checked) -> None:
    assert Counter(f.code.id for f in checked.findings if f.severity.value != "advice") == WARNINGS


def test_three_books_of_two_bodies_over_ten_months_nine_of_them_closed(checked: Checked) -> None:
    books = checked.books.derived(ledgers)
    assert {id: (ledger.book.keeping.zh, len(ledger.months)) for id, ledger in books.items()} == {
        "committee": ("收支", 10),
        "collective": ("复式", 10),
        "levy": ("收支", 10),
    }
    assert len(list((HEXI / "ledgers/finance").glob("*/*.lock.yml"))) == 27


def test_debits_equal_credits_and_the_balance_sheet_balances_every_month(checked: Checked) -> None:
    double = checked.books.derived(double_ledgers)["collective"]
    for month in double.months:
        assert sum(month.closing.values()) == 0
        assert balance_sheet(double.months, month).balances
        assert month.closing["102"] == month.month.closing.accounts["bank"]


def test_what_was_distributed_left_the_accounts_as_the_plan_says(checked: Checked) -> None:
    double = checked.books.derived(double_ledgers)["collective"]
    february, last = double.months[1], double.months[-1]
    assert february.opening["32201"] - february.closing["32201"] == -(74_969_00 + 173_160_00)
    assert held_by(last, ["322"]) == -20_370_60
    made = earnings(double.months, last)
    assert made.closing == made.opening + made.net + made.other
    assert balance_sheet(double.months, last).total(AccountClass.ASSET)[1] == 1_224_377_18


def test_what_is_owed_for_a_shop_is_one_debt_of_one_age_everywhere(checked: Checked, site: Path) -> None:
    told = {(f.code.id, f.place.path.rsplit("/", 1)[-1]): f.message("zh") for f in checked.findings if "2026-10-31" in f.message("zh")}
    assert sorted(told) == [("CON010", "contracts.yml"), ("DBT010", "debts.yml")]
    assert all("3,000.00" in message and "已逾期 10 天" in message for message in told.values())
    shops = {r["arose"]: Decimal(r["left"]) for r in rows(site, "finance-debts") if r["other"] == "六号铺面承租户"}
    ledger = checked.books.derived(double_ledgers)["collective"].months[-1]
    assert shops == {"2026-09-03": 0, "2026-10-03": 3000}
    assert ledger.closing["11201"] == sum(shops.values()) * 100


def test_fewer_may_vote_than_are_members(checked: Checked) -> None:
    """Children hold shares and have no vote; two thirds of all who may vote are there for everything that passed."""
    (plan,) = checked.books.records(DistributionFile)
    members = plan.members[0].people
    assemblies = [m for m in checked.books.records(Meeting) if m.kind is MeetingKind.CHENGYUAN and m.in_person is not None]
    assert len(assemblies) == 4
    for meeting in assemblies:
        assert meeting.due is not None
        assert members is not None
        assert 2 * members < 3 * meeting.due < 3 * members
        assert all(3 * (d.yes or 0) >= 2 * meeting.due for d in meeting.decisions)


def test_every_book_keeps_to_a_budget_that_was_voted(checked: Checked) -> None:
    years = {year.book: year for year in checked.books.derived(budgets)}
    assert set(years) == {"committee", "collective", "levy"}
    for year in years.values():
        assert year.file.decision
        assert year.unknown == ()
        assert [e.item.number for e in year.executed if e.first_over] == []
    done = {e.item.number: (e.revised, e.done) for e in years["collective"].executed}
    assert done["支-04"] == (26_000_00, 26_000_00)
    assert done["支-05"] == (20_000_00, 12_400_00)


def test_its_readme_names_the_warnings_that_are_meant() -> None:
    text = (HEXI / "README.md").read_text("utf-8")
    table = [line.split("|")[1] for line in text.splitlines() if line.startswith(("| CON", "| DBT", "| DUE"))]
    assert Counter(code for row in table for code in row.replace(" ", "").split("、")) == WARNINGS


def test_pages_of_levies_distribution_and_the_chart_are_there(site: Path) -> None:
    for page in (
        "finance/levy/levies/2026-hexi-road",
        "finance/collective/distribution/2025",
        "finance/collective/ledger/112",
        "finance/collective/2026/10/accounts",
        "finance/collective/resources",
        "projects/2026-hexi-road",
    ):
        assert (site / page / "index.html").is_file()


def test_published_entries_make_the_published_trial_balance(site: Path) -> None:
    fen = lambda text: Decimal(text or 0) * 100  # noqa: E731
    moved: dict[tuple[str, str], Decimal] = {}
    for row in rows(site, "finance-entries"):
        key = row["period"], row["account"]
        moved[key] = moved.get(key, Decimal(0)) + fen(row["debit"]) - fen(row["credit"])
    for row in rows(site, "finance-trial"):
        assert fen(row["opening"]) + fen(row["debit"]) - fen(row["credit"]) == fen(row["closing"])
        if (row["period"], row["account"]) in moved:
            assert moved[row["period"], row["account"]] == fen(row["debit"]) - fen(row["credit"])


def test_the_levy_is_spent_within_what_came_in(site: Path) -> None:
    (levy,) = rows(site, "finance-levies")
    assert (levy["received"], levy["spent"], levy["remaining"]) == ("62600.00", "57600.00", "5000.00")


def test_hledger_agrees_with_every_balance(checked: Checked, tmp_path: Path) -> None:
    if shutil.which("hledger") is None:
        if os.environ.get("MINGBAI_CI"):
            pytest.fail("hledger is missing")
        pytest.skip("hledger is missing: apt-get install hledger")
    journal = tmp_path / "hexi.journal"
    journal.write_text(exporting.WRITERS["hledger"](exporting.journal(pipeline.view(checked), "河西社区")), "utf-8")
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["hledger", "-f", journal, "check", "--strict"], capture_output=True, text=True, check=False, encoding="utf-8", env=environment
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_beancount_agrees_with_every_balance(checked: Checked) -> None:
    from beancount import loader

    text = exporting.WRITERS["beancount"](exporting.journal(pipeline.view(checked), "河西社区"))
    assert [e.message for e in loader.load_string(text)[1]] == []
