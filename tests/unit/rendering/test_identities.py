"""Ids of rows: each row of each table has one, it stays while lines come and move, and every form of file carries it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mingbai import pipeline, reading, writing
from mingbai.exporting import tables
from mingbai.pages import Column, Dataset
from mingbai.rendering import csv_bytes, json_bytes
from mingbai.rendering.identities import VERSION, identified
from mingbai.schema.record import AT
from mingbai.values.text import Text
from tests.support.building import AS_OF, REPOSITORY

COMMUNITIES = {"chunhe": REPOSITORY, "hexi": REPOSITORY / "examples" / "hexi", "liuxi": REPOSITORY / "examples" / "liuxi"}
COLUMNS = (Column("book", Text("账簿", "Book")), Column("id", Text("编号", "Id")), Column("share", Text("部分", "Share"), "integer"))


def table(*rows: tuple[Any, ...], key: tuple[str, ...] = ("book", "id", "share"), alike: bool = False) -> list[str]:
    return [row[-1] for row in identified(Dataset("lines", Text("行", "Row"), COLUMNS, rows, key, alike)).rows]


def test_an_id_is_the_table_and_its_key() -> None:
    assert table(("a", "1", 2), ("a", "1", None), ("b:c", "5%", None)) == ["lines:a:1:2", "lines:a:1", "lines:b%3Ac:5%25"]


def test_parts_cannot_be_mistaken_for_one_another() -> None:
    ids = table(("a:b", "c", None), ("a", "b:c", None), ("a", "b", None), ("a", "b", None), ("a", "b", 2))
    assert len(set(ids)) == 5


def test_rows_that_may_be_alike_are_told_apart_by_what_they_hold() -> None:
    first, second, again = table(("a", "1", 1), ("a", "1", 2), ("a", "1", 2), key=("book", "id"), alike=True)
    assert first.startswith("lines:a:1:")
    assert second not in (first, f"{first}:2")
    assert again == f"{second}:2"
    assert table(("a", "1", 2), ("a", "1", 1), key=("book", "id"), alike=True) == [second, first]


@cache
def datasets(root: Path, instead: tuple[tuple[str, bytes], ...] = ()) -> dict[str, Dataset]:
    checked = pipeline.check(root, AS_OF, instead=dict(instead))
    seen = pipeline.view(checked)
    return {t.name: identified(t) for k in seen.kinds for t in k.datasets(seen)}


def ids(found: dict[str, Dataset]) -> dict[str, list[str]]:
    return {name: [row[-1] for row in t.rows] for name, t in found.items()}


@pytest.mark.parametrize("name", COMMUNITIES)
def test_every_row_of_every_table_has_an_id_of_its_own(name: str) -> None:
    found = ids(datasets(COMMUNITIES[name]))
    every = [id for rows in found.values() for id in rows]
    assert len(every) == len(set(every)) > 700
    for table, rows in found.items():
        assert all(id.startswith(f"{table}:") for id in rows)


@pytest.mark.parametrize("name", COMMUNITIES)
def test_no_two_rows_share_a_key_that_should_tell_them_apart(name: str) -> None:
    """Else the second would be numbered by its place."""
    for t in datasets(COMMUNITIES[name]).values():
        assert t.key, t.name
        at = [[c.name for c in t.columns].index(k) for k in t.key]
        keys = [tuple(row[x] for x in at) for row in t.rows]
        assert t.alike or len(set(keys)) == len(keys), t.name


def turned(root: Path) -> tuple[tuple[str, bytes], ...]:
    """Every ledger with the entries of its lists in the opposite order."""
    made = []
    for path in sorted((root / "ledgers").rglob("*.yml")):
        nodes: Any = reading.read(path.read_bytes(), path.name, 1)[0].nodes
        turned = {k: v[::-1] if isinstance(v, list) and v and isinstance(v[0], dict) else v for k, v in nodes.items() if k != AT}
        made.append((path.relative_to(root / "ledgers").as_posix(), writing.dump(turned).encode()))
    return tuple(made)


@pytest.mark.parametrize("name", COMMUNITIES)
def test_ids_stay_when_entries_are_put_in_another_order(name: str) -> None:
    root = COMMUNITIES[name]
    before, after = ids(datasets(root)), ids(datasets(root, turned(root)))
    assert {t: sorted(rows) for t, rows in before.items()} == {t: sorted(rows) for t, rows in after.items()}


NEW = """
  - 凭证: "10-901"
    日期: 2026-10-02
    类型: 支出
    金额: 3.00
    账户: bank
    资金: own
    科目: 办公费
    摘要: 复印三页
    对方: 街口图文店
    对方类别: 单位
    票据: [收据 901]
    经办: 文书
    证明: 主任
    审批: 主任
"""


def test_ids_stay_when_a_line_comes_before_all_others() -> None:
    path = REPOSITORY / "ledgers" / "finance" / "committee" / "2026-10.yml"
    text = path.read_text("utf-8")
    assert "\n收支:\n" in text
    added = text.replace("\n收支:\n", f"\n收支:{NEW}", 1).encode()
    before, after = datasets(REPOSITORY), datasets(REPOSITORY, (("finance/committee/2026-10.yml", added),))
    assert len(after["finance-lines"].rows) == len(before["finance-lines"].rows) + 1
    for name, rows in ids(before).items():
        assert set(rows) <= set(ids(after)[name]), name


def test_every_form_of_file_carries_them_and_its_version() -> None:
    found = list(datasets(REPOSITORY).values())
    lines = next(t for t in found if t.name == "finance-lines")
    expected = [row[-1] for row in lines.rows]
    assert "finance-lines:committee/2026-01/01-001:1" in expected

    assert [r["row_id"] for r in csv.DictReader(io.StringIO(csv_bytes(lines).decode("utf-8-sig"), newline=""))] == expected
    read = json.loads(json_bytes(lines))
    assert ([r["row_id"] for r in read["rows"]], read["version"]) == (expected, VERSION)
    sheet = load_workbook(io.BytesIO(tables.xlsx([lines], "甲", "", AS_OF)[""]), read_only=True).worksheets[0]
    assert [row[-1].value for row in sheet.iter_rows(min_row=2)] == expected
    package = json.loads(tables.datapackage(found, "甲", "", AS_OF)["datapackage.json"])
    assert package["version"] == VERSION
    assert {tuple(r["schema"]["primaryKey"]) for r in package["resources"]} == {("row_id",)}
    base = sqlite3.connect(":memory:")
    base.deserialize(tables.sqlite(found, "甲", "", AS_OF)[""])
    assert sorted(r[0] for r in base.execute("SELECT row_id FROM finance_lines")) == sorted(expected)
    assert base.execute("SELECT version FROM about").fetchall() == [(VERSION,)]
    with pytest.raises(sqlite3.IntegrityError):
        base.execute("INSERT INTO finance_lines SELECT * FROM finance_lines LIMIT 1")
