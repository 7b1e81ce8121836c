"""Datasets: exact bytes that WPS opens and programs read."""

from __future__ import annotations

import csv
import datetime
import io
import json

from mingbai.pages import Column, Dataset
from mingbai.rendering import csv_bytes, json_bytes
from mingbai.values.text import Text

LINES = Dataset(
    "finance-lines",
    Text("一行一笔", "one row, one line"),
    (Column("day", Text("日期", "day"), "date"), Column("what", Text("摘要", "what")), Column("amount", Text("金额", "amount"), "money"), Column("n", Text("数", "n"), "integer")),
    ((datetime.date(2026, 3, 5), '购"纸",\n两包', -170400, 3), (None, "", 5, None)),
)  # fmt: skip


def test_csv_is_exact_and_comes_back() -> None:
    data = csv_bytes(LINES)

    assert data == '\ufeffday,what,amount,n\r\n2026-03-05,"购""纸"",\n两包",-1704.00,3\r\n,,0.05,\r\n'.encode()
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1] == ["2026-03-05", '购"纸",\n两包', "-1704.00", "3"]


def test_json_describes_its_columns_and_never_writes_money_as_a_number() -> None:
    read = json.loads(json_bytes(LINES))

    assert read["columns"][2] == {"name": "amount", "label": {"zh": "金额", "en": "amount"}, "type": "money"}
    assert read["rows"] == [
        {"day": "2026-03-05", "what": '购"纸",\n两包', "amount": "-1704.00", "n": 3},
        {"day": None, "what": "", "amount": "0.05", "n": None},
    ]
    assert json_bytes(LINES).endswith(b"\n")
    assert b"\r" not in json_bytes(LINES)


def test_nothing_is_an_empty_table() -> None:
    empty = Dataset("x", Text("x", "x"), LINES.columns, ())

    assert csv_bytes(empty).count(b"\r\n") == 1
    assert json.loads(json_bytes(empty))["rows"] == []
