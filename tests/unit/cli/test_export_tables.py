"""`mingbai export csv|xlsx|datapackage|parquet|sqlite`: all tables of the site, the same figures in every form."""

from __future__ import annotations

import csv
import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from frictionless import Package
from openpyxl import load_workbook

from tests.support.building import small_community


def _spent(folder: Path) -> list[Decimal | None]:
    with (folder / "finance-lines.csv").open(encoding="utf-8-sig", newline="") as file:
        return [Decimal(row["expense"]) if row["expense"] else None for row in csv.DictReader(file)]


@pytest.fixture
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A community with months, and we stand in it."""
    root = small_community(tmp_path / "community")
    monkeypatch.chdir(root)
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-04-10")
    return root


@pytest.fixture
def tables(mingbai: Any, community: Path, tmp_path: Path) -> Path:
    """The tables as CSV, with their description."""
    code, _out, err = mingbai("export", "datapackage", "-o", str(tmp_path / "data"))
    assert code == 0, err
    assert "张表" in err
    return tmp_path / "data"


def test_the_package_is_valid_and_holds_every_table(tables: Path) -> None:
    package = Package(str(tables / "datapackage.json"))

    assert package.validate().valid
    assert {f"{name}.csv" for name in package.resource_names} == {p.name for p in tables.glob("*.csv")}
    assert len(_spent(tables)) > 5


def test_every_form_says_the_same(mingbai: Any, tables: Path, tmp_path: Path) -> None:
    amounts = _spent(tables)
    assert mingbai("export", "xlsx", "-o", str(tmp_path / "t.xlsx"))[0] == 0
    sheet = load_workbook(tmp_path / "t.xlsx")["finance-lines"]
    column = [c.value for c in sheet[1]].index("支出（元）") + 1
    cells = [sheet.cell(n, column).value for n in range(2, len(amounts) + 2)]
    assert [None if c is None else Decimal(str(c)).quantize(Decimal("0.01")) for c in cells] == amounts

    assert mingbai("export", "sqlite", "-o", str(tmp_path / "t.sqlite"))[0] == 0
    with sqlite3.connect(tmp_path / "t.sqlite") as base:
        assert [None if fen is None else Decimal(fen).scaleb(-2) for (fen,) in base.execute("SELECT expense_fen FROM finance_lines")] == amounts
        assert base.execute("SELECT zh FROM columns WHERE \"table\" = 'finance_lines' AND \"column\" = 'expense_fen'").fetchone() == ("支出（元）",)

    assert mingbai("export", "parquet", "-o", str(tmp_path / "parquet"))[0] == 0
    assert pq.read_table(tmp_path / "parquet" / "finance-lines.parquet")["expense"].to_pylist() == amounts


def test_many_files_need_a_folder(mingbai: Any, community: Path) -> None:
    code, _out, err = mingbai("export", "csv")

    assert code == 2
    assert "-o" in err


def test_ledgers_with_errors_are_not_exported(mingbai: Any, community: Path, tmp_path: Path) -> None:
    path = next((community / "ledgers" / "finance").rglob("2026-*.yml"))
    path.write_text(path.read_text("utf-8").replace("金额: ", "金额: x", 1), "utf-8")

    assert mingbai("export", "csv", "-o", str(tmp_path / "data"))[0] == 1
    assert not (tmp_path / "data").exists()
