"""Independent proof of double entry: hledger and beancount add up two hundred drawn books of a collective, and agree to the fen."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from mingbai import exporting, pipeline
from mingbai.exporting import Journal
from mingbai.kinds.finance.posting.double import double_ledgers
from mingbai.pipeline import Checked
from tests.conftest import AS_OF, write
from tests.support.drawn_double import community

BOOKS = 200
SEED = 20261127


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    found = pipeline.check(write(tmp_path_factory.mktemp("double"), community(SEED, BOOKS)), AS_OF)
    assert {f.code.id: f.message("zh") for f in found.findings if f.severity.value == "error"} == {}
    return found


@pytest.fixture(scope="module")
def made(checked: Checked) -> Journal:
    return exporting.journal(pipeline.view(checked), "抽样合作社")


def ours(checked: Checked) -> dict[str, int]:
    """What every account holds in the end, by book and number; fen, debit positive."""
    found: dict[str, int] = {}
    for id, double in checked.books.derived(double_ledgers).items():
        found |= {f"{id}:{n}": fen for n, fen in double.months[-1].closing.items() if fen}
    return found


def theirs(balances: dict[str, int]) -> dict[str, int]:
    """The same from a program's accounts: `assets:b001:112-应收款:11201-甲户` is b001:11201, bank accounts counted in theirs."""
    found: dict[str, int] = {}
    for account, fen in balances.items():
        _, book, *rest = account.split(":")
        number = [n[0] for part in rest if (n := re.match(r"\d+", part))]
        if not number:  # a fund, which is no account of the chart
            continue
        key = f"{book.lower()}:{number[-1]}"
        found[key] = found.get(key, 0) + fen
    return {k: v for k, v in found.items() if v}


def hledger(text: str, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("hledger") is None:
        if os.environ.get("MINGBAI_CI"):
            pytest.fail("hledger is missing")
        pytest.skip("hledger is missing: apt-get install hledger")
    (folder / "j.journal").write_text(text, "utf-8")
    command = ["hledger", "-f", str(folder / "j.journal"), *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", env={**os.environ, "LC_ALL": "C.UTF-8"})


def test_hledger_reaches_the_same_balance_of_every_account(checked: Checked, made: Journal, tmp_path: Path) -> None:
    text = exporting.WRITERS["hledger"](made)
    assert hledger(text, tmp_path, "check", "--strict").stderr == ""
    listed = hledger(text, tmp_path, "balance", "--flat", "-N", "-O", "csv").stdout
    rows = {r["account"]: round(float(r["balance"].removesuffix(" CNY").replace(",", "")) * 100) for r in csv.DictReader(io.StringIO(listed))}
    assert theirs(rows) == ours(checked)


def test_beancount_reaches_the_same_balance_of_every_account(checked: Checked, made: Journal) -> None:
    from beancount import loader
    from beancount.core import realization

    entries, errors, _ = loader.load_string(exporting.WRITERS["beancount"](made))
    assert [e.message for e in errors] == []
    rows: dict[str, int] = {}
    for account in realization.iter_children(realization.realize(entries), leaf_only=False):
        for position in account.balance:
            rows[account.account] = int(position.units.number * 100)
    assert theirs(rows) == ours(checked)


@pytest.mark.parametrize("n", [0, 11, 99])
def test_a_planted_fen_is_caught(made: Journal, tmp_path: Path, n: int) -> None:
    """In any of ten books: each is asserted by itself, the others only take time."""
    from beancount import loader

    few = replace(made, books=made.books[:10])
    for name in ("hledger", "beancount"):
        text = exporting.WRITERS[name](few)
        pairs = list(re.finditer(r"(?m)^( +\S+  )(-?\d+)(\.\d\d CNY\n +\S+  )(-?\d+)(\.\d\d CNY)$", text.split("2026-01-31", 1)[0]))
        one = pairs[len(pairs) - 1 - n % min(len(pairs), 3)]
        wrong = f"{text[: one.start()]}{one[1]}{int(one[2]) + 1}{one[3]}{int(one[4]) - 1}{one[5]}{text[one.end() :]}"
        if name == "hledger":
            assert "assertion" in hledger(wrong, tmp_path, "check").stderr
        else:
            assert any("Balance failed" in e.message for e in loader.load_string(wrong)[1])


def test_where_the_chart_changes_the_balances_go_over(tmp_path: Path) -> None:
    from beancount import loader

    from tests.unit.kinds.finance.double import COMMUNITY, root

    old = COMMUNITY.replace("322 收益分配", "202 应付款").replace("11201 铺面承租户", '"11201"').replace("{begins}", "2023-12-01")
    line = "  - {{凭证: {n}, 日期: {day}, 类型: 支出, 金额: 100.00, 科目: {account}, 摘要: 修水泵, 对方: 某五金店, 票据: 发票 {n}}}\n"
    months = {
        "2023-12": line.format(n="12-001", day="2023-12-05", account="502 经营支出"),
        "2024-01": line.format(n="01-001", day="2024-01-05", account="511 经营支出"),
    }
    found = pipeline.check(root(tmp_path, months, old), AS_OF)
    journal = exporting.journal(pipeline.view(found), "河西村")
    text = exporting.WRITERS["hledger"](journal)
    assert "科目改用农村集体经济组织会计制度" in text
    assert hledger(text, tmp_path, "check", "--strict").stderr == ""
    assert [e.message for e in loader.load_string(exporting.WRITERS["beancount"](journal))[1]] == []
