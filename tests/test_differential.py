"""Independent proof: hledger adds up a thousand drawn ledgers, beancount every third of them, both the demonstration, and all agree to the fen.

Each drawn book is a ledger of its own; they stand in one journal, which each program reads once. A fen planted anywhere is
caught by each side: theirs by the balances asserted in the journal, ours by the bank statement.
"""

from __future__ import annotations

import csv
import datetime
import io
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mingbai import exporting, pipeline
from mingbai.exporting import Journal
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.pipeline import Checked
from tests.conftest import AS_OF, REPOSITORY, write
from tests.support import drawn

BOOKS = 1000
Totals = dict[str, int]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    root = tmp_path_factory.mktemp("drawn")
    found = pipeline.check(write(root, drawn.community(20261126, BOOKS)), AS_OF)
    assert {f.code.id: f.message("zh") for f in found.findings if f.severity.value == "error"} == {}
    return found


@pytest.fixture(scope="module")
def made(checked: Checked) -> Journal:
    return exporting.journal(pipeline.view(checked), "抽样社区")


@pytest.fixture(scope="module")
def demonstration() -> Journal:
    found = pipeline.check(REPOSITORY, AS_OF)
    return exporting.journal(pipeline.view(found), "春和社区")


def ours(checked: Checked, day: datetime.date) -> Totals:
    """What every account and fund of every book holds at the end of a day, in fen, by the account's name in the journal."""
    found: Totals = {}
    for id, ledger in checked.books.derived(ledgers).items():
        closing = [m for m in ledger.months if m.last <= day][-1].closing
        found |= {f"assets:{id}:{a}": fen for a, fen in closing.accounts.items()}
        found |= {f"equity:{id}:funds:{f}": -fen for f, fen in closing.funds.items()}
    return {name: fen for name, fen in found.items() if fen}


def fen(text: str) -> int:
    found = re.fullmatch(r"(-?)([\d,]+)\.(\d\d) CNY", "0.00 CNY" if text == "0" else text)
    assert found, text
    return int(found[1] + found[2].replace(",", "") + found[3])


# --- hledger --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hledger(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`hledger(journal text, "check", …)`: the real program on a journal."""
    if shutil.which("hledger") is None:
        if os.environ.get("MINGBAI_CI"):
            pytest.fail("hledger is missing")
        pytest.skip("hledger is missing: apt-get install hledger")
    folder = tmp_path_factory.mktemp("hledger")
    texts: dict[str, Path] = {}

    def run(text: str, *args: str) -> subprocess.CompletedProcess[str]:
        file = texts.setdefault(text, folder / f"{len(texts)}.journal")
        if not file.exists():
            file.write_text(text, "utf-8")
        return subprocess.run(
            ["hledger", "-f", str(file), *args],
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )

    return run


def test_hledger_reaches_the_same_balances_month_by_month(checked: Checked, made: Journal, hledger: Any) -> None:
    text = exporting.WRITERS["hledger"](made)
    assert hledger(text, "check", "--strict").stderr == ""
    # one reading of the journal: at the end of every month what is there, and all income and expense until then
    asked = ("assets", "equity:.*:funds", "income", "expenses")
    rows = list(csv.DictReader(io.StringIO(hledger(text, "balance", "--monthly", "--historical", "--flat", "-N", "-O", "csv", *asked).stdout)))
    assert list(rows[0]) == ["account", *drawn.MONTHS]
    flows = [row for row in rows if row["account"].startswith(("income:", "expenses:"))]
    stocks = [row for row in rows if row["account"].startswith(("assets:", "equity:"))]
    for month in drawn.MONTHS:
        theirs = {row["account"]: fen(row[month]) for row in stocks if fen(row[month])}
        assert theirs == ours(checked, drawn.last_day(month))
    the_same_income_and_expense(checked, {row["account"]: fen(row[drawn.MONTHS[-1]]) for row in flows})


def the_same_income_and_expense(checked: Checked, found: Totals) -> None:
    theirs: dict[tuple[str, str], int] = defaultdict(int)
    for account, much in found.items():
        side, book, _ = account.split(":")
        theirs[book, side] += much
    mine = {
        (id, side): sum(getattr(m, what) for m in ledger.months) * sign
        for id, ledger in checked.books.derived(ledgers).items()
        for side, what, sign in (("income", "income", -1), ("expenses", "expense", 1))
    }
    assert dict(theirs) == {key: value for key, value in mine.items() if key in theirs}
    assert all(value == 0 for key, value in mine.items() if key not in theirs)


def test_the_demonstration_passes_hledger(demonstration: Journal, hledger: Any) -> None:
    assert hledger(exporting.WRITERS["hledger"](demonstration), "check", "--strict").stderr == ""


# --- beancount ------------------------------------------------------------------------------------------------------


def load(text: str) -> tuple[list[Any], list[Any]]:
    from beancount import loader

    entries, errors, _ = loader.load_string(text)
    return entries, errors


def test_beancount_reaches_the_same_balances(checked: Checked, made: Journal) -> None:
    """Every third book: it takes four times as long as hledger, which reads all of them."""
    from beancount.core import realization

    text = exporting.WRITERS["beancount"](replace(made, books=made.books[::3]))
    read = set(re.findall(r"Assets:(B\d+):", text))
    assert len(read) == len(made.books[::3]) > 300
    entries, errors = load(text)
    assert [e.message for e in errors] == []
    theirs = {}
    for account in realization.iter_children(realization.realize(entries), leaf_only=True):
        for position in account.balance:
            theirs[account.account] = int(position.units.number * 100)
    held = {_beancount_name(name): value for name, value in ours(checked, drawn.last_day(drawn.MONTHS[-1])).items()}
    named = {name: value for name, value in held.items() if name.split(":")[1] in read}
    assert {n: v for n, v in theirs.items() if v and n.startswith(("Assets", "Equity")) and not n.endswith(("Opening", "Control"))} == named


def _beancount_name(name: str) -> str:
    return ":".join(part[0].upper() + part[1:] for part in name.split(":"))


def test_the_demonstration_passes_beancount(demonstration: Journal) -> None:
    assert [e.message for e in load(exporting.WRITERS["beancount"](demonstration))[1]] == []


# --- one fen --------------------------------------------------------------------------------------------------------


def planted(text: str, n: int) -> str:
    """The journal with a fen more into the nth line's asset and a fen more out of its category: it balances, and is wrong."""
    pairs = list(re.finditer(r"(?m)^( +[Aa]ssets:\S+  )(-?\d+)\.(\d\d)( CNY\n +(?:[Ii]ncome|[Ee]xpenses):\S+  )(-?\d+)\.(\d\d)( CNY)$", text))
    one = pairs[n % len(pairs)]
    more, less = _plus(one[2], one[3], 1), _plus(one[5], one[6], -1)
    return f"{text[: one.start()]}{one[1]}{more}{one[4]}{less}{one[7]}{text[one.end() :]}"


def _plus(whole: str, part: str, fen_: int) -> str:
    value = int(whole + part) + fen_
    return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02}"


@pytest.mark.parametrize("n", [0, 17, 140, 211])
def test_a_planted_fen_is_caught_by_hledger(demonstration: Journal, hledger: Any, n: int) -> None:
    wrong = hledger(planted(exporting.WRITERS["hledger"](demonstration), n), "check")
    assert wrong.returncode == 1
    assert "assertion" in wrong.stderr


@pytest.mark.parametrize("n", [0, 17, 140, 211])
def test_a_planted_fen_is_caught_by_beancount(demonstration: Journal, n: int) -> None:
    errors = load(planted(exporting.WRITERS["beancount"](demonstration), n))[1]
    assert errors
    assert all("Balance failed" in e.message for e in errors)


@pytest.mark.parametrize("month", ["2026-01", "2026-05", "2026-10"])
def test_a_planted_fen_is_caught_by_us(tmp_path: Path, month: str) -> None:
    shutil.copytree(REPOSITORY / "ledgers", tmp_path / "ledgers")
    file = tmp_path / f"ledgers/finance/committee/{month}.yml"
    text = file.read_text("utf-8")
    amount = re.search(r"类型: 支出\n    金额: (\d+)\.(\d\d)\n    资金", text)
    assert amount
    file.write_text(text.replace(amount[0], amount[0].replace(f"{amount[1]}.{amount[2]}", _plus(amount[1], amount[2], 1)), 1), "utf-8")
    assert "FIN003" in {f.code.id for f in pipeline.check(tmp_path, AS_OF).findings}


# --- the command ----------------------------------------------------------------------------------------------------


def test_what_is_not_public_is_not_exported(made: Journal) -> None:
    for write_ in exporting.WRITERS.values():
        assert "不公布" not in write_(made)


def test_every_fact_of_a_line_stands_in_both(demonstration: Journal) -> None:
    facts = [fact for b in demonstration.books for m in b.months for t in m.transactions for fact in t.facts]
    for form in exporting.WRITERS:
        text = exporting.WRITERS[form](demonstration)
        assert sum(text.count(f"{v}\n") + text.count(f'"{v}"') for v in {v for _, v in facts}) >= len(facts)


def test_the_command_writes_to_the_screen_or_a_file(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "mingbai", "-C", str(REPOSITORY), "export", "hledger", "--as-of", "2026-11-10"]
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY / "generator"), "PYTHONIOENCODING": "gbk"}
    shown = subprocess.run(run, capture_output=True, check=True, env=env).stdout
    subprocess.run([*run, "-o", str(tmp_path / "a.journal")], check=True, env=env, capture_output=True)
    assert shown == (tmp_path / "a.journal").read_bytes()
    assert "期末余额" in shown.decode()


def test_ledgers_with_errors_are_not_exported(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "tests/base/ledgers", tmp_path / "ledgers")
    (tmp_path / "ledgers/finance/committee/2026-02.yml").write_text("期间: 2026-02\n收支: 1\n", "utf-8")
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY / "generator")}
    done = subprocess.run(
        [sys.executable, "-m", "mingbai", "-C", str(tmp_path), "export", "beancount", "-o", str(tmp_path / "x")],
        capture_output=True,
        text=True,
        check=False,
        env=env,
    )
    assert done.returncode == 1
    assert not (tmp_path / "x").exists()
    assert "SCH" in done.stdout
