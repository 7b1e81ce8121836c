"""Tables as workbooks and as a data package, read back by other programs."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import pytest
from frictionless import Package
from openpyxl import load_workbook

from mingbai.pages import Column, Dataset
from mingbai.rendering import csv_bytes
from mingbai.rendering.packages import package_bytes
from mingbai.rendering.workbooks import sheet_names, xlsx_bytes
from mingbai.values.text import Text

DAY = datetime.date(2026, 11, 10)
LINES = Dataset(
    "finance-lines",
    Text("一行一笔", "one row, one line"),
    (
        Column("day", Text("日期", "day"), "date"),
        Column("what", Text("摘要", "what")),
        Column("amount", Text("金额", "amount"), "money"),
        Column("n", Text("数", "n"), "integer"),
        Column("area", Text("面积", "area"), "decimal"),
    ),
    ((datetime.date(2026, 3, 5), "购纸", -170400, 3, 125000), (None, "https://a.example.org/", 99_999_999_999_999, None, None)),
)


def test_a_workbook_holds_days_as_days_and_money_as_numbers() -> None:
    book = load_workbook(io.BytesIO(xlsx_bytes([LINES], DAY)))
    sheet = book["finance-lines"]

    assert [c.value for c in sheet[1]] == ["日期", "摘要", "金额", "数", "面积"]
    assert [c.value for c in sheet[2]] == [datetime.datetime(2026, 3, 5), "购纸", -1704, 3, 12.5]
    assert [c.value for c in sheet[3]] == [None, "https://a.example.org/", 999_999_999_999.99, None, None]
    assert sheet["C2"].number_format == "#,##0.00"
    assert sheet["B3"].hyperlink is None
    assert [c.value for c in book["栏目说明"][4]] == ["finance-lines", "一行一笔", "amount", "金额", "金额（元）", "amount"]


@pytest.mark.parametrize("typed", ["=1+1", "+7", "@SUM(A1)", "{=A1}", "mailto:a@b.cn", "00123", "<b>&"])
def test_text_stays_text_whatever_it_looks_like(typed: str) -> None:
    """Ledgers refuse such beginnings; a workbook must not make anything of them either."""
    table = Dataset("t", Text("表", "t"), (Column("what", Text("摘要", "what")),), ((typed,),))
    cell = load_workbook(io.BytesIO(xlsx_bytes([table], DAY)))["t"]["A2"]

    assert (cell.value, cell.data_type) == (typed, "s")


def test_the_same_rows_give_the_same_bytes() -> None:
    assert xlsx_bytes([LINES, LINES], DAY) == xlsx_bytes([LINES, LINES], DAY)


def test_sheets_are_named_once_however_long_the_names() -> None:
    long = [Dataset(f"{'finance-distribution-' * 2}{n}", LINES.title, LINES.columns, ()) for n in "ab"]
    names = sheet_names(long)

    assert len(set(names)) == 2
    assert max(map(len, names)) <= 31


def test_the_data_package_is_one(tmp_path: Path) -> None:
    (tmp_path / "finance-lines.csv").write_bytes(csv_bytes(LINES))
    (tmp_path / "datapackage.json").write_bytes(package_bytes([(LINES, csv_bytes(LINES))], "新河社区", "https://xinhe.example.org/", DAY))
    report = Package(str(tmp_path / "datapackage.json")).validate()

    assert report.valid, report.flatten(["message"])
    told = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))["resources"][0]
    assert told["schema"]["fields"][2] == {"name": "amount", "type": "number", "title": "金额", "description": "amount"}


def test_a_changed_file_is_not_the_one_described(tmp_path: Path) -> None:
    (tmp_path / "finance-lines.csv").write_bytes(csv_bytes(LINES).replace(b"1704.00", b"1704.01"))
    (tmp_path / "datapackage.json").write_bytes(package_bytes([(LINES, csv_bytes(LINES))], "新河社区", "", DAY))

    assert not Package(str(tmp_path / "datapackage.json")).validate().valid
