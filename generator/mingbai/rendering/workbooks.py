"""Datasets → .xlsx for WPS and Excel: typed cells, no formulas, no links, the same bytes for the same rows (by xlsxwriter, its only door)."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from mingbai.pages import Column, Dataset
from mingbai.values import measures

_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FORMATS: Final = {"money": "#,##0.00", "date": "yyyy-mm-dd", "integer": "0", "decimal": "General"}
_WIDTHS: Final = {"money": 14, "date": 12, "integer": 9, "decimal": 10}
_TYPES: Final = {"text": "文字", "money": "金额（元）", "date": "日期", "integer": "整数", "decimal": "数"}
_LONGEST_NAME: Final = 31
MOST_ROWS: Final = 1_048_575
"""Rows that a sheet holds below its headings."""


def xlsx_bytes(datasets: Iterable[Dataset], day: datetime.date) -> bytes:
    """One workbook, a sheet a table and one that says what every column holds; `day` stands as the day it was made.

    The first row holds the Chinese headings. Money stands in yuan as numbers with two decimals, days as days; an empty cell is empty.
    A table too long for a sheet is cut there, which its page says of none: `export` refuses it (`fits`).
    """
    from xlsxwriter import Workbook

    out, tables = io.BytesIO(), tuple(datasets)
    book = Workbook(out, _OPTIONS)
    book.set_properties({"created": datetime.datetime.combine(day, datetime.time())})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = {kind: book.add_format({"num_format": form}) for kind, form in _FORMATS.items()}
    for name, table in zip(sheet_names(tables), tables, strict=True):
        _sheet(book.add_worksheet(name), table, head, formats)
    _columns(book.add_worksheet("栏目说明"), tables, head)
    book.close()
    return out.getvalue()


MOST_ON_SITE: Final = 10_000
"""Rows up to which a table lies on the site as a workbook, too: a longer one takes seconds to write, and a phone cannot open it."""


def on_site(dataset: Dataset) -> bool:
    """Whether a table lies on the site as a workbook; `mingbai export xlsx` writes any."""
    return len(dataset.rows) <= MOST_ON_SITE


def fits(dataset: Dataset) -> bool:
    """Whether a sheet holds all its rows."""
    return len(dataset.rows) <= MOST_ROWS


def sheet_names(datasets: Sequence[Dataset]) -> list[str]:
    """The names of the tables, cut to what a sheet may be called, each once."""
    found: list[str] = []
    for dataset in datasets:
        name, n = dataset.name[:_LONGEST_NAME], 1
        while name in found:
            n += 1
            name = f"{dataset.name[: _LONGEST_NAME - len(str(n)) - 1]}-{n}"
        found.append(name)
    return found


def _sheet(sheet: Any, table: Dataset, head: Any, formats: dict[str, Any]) -> None:
    for x, column in enumerate(table.columns):
        sheet.write_string(0, x, column.label.zh, head)
        sheet.set_column(x, x, _WIDTHS.get(column.type, 18))
    for y, row in enumerate(table.rows[:MOST_ROWS], 1):
        for x, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            if value is not None and value != "":
                _write(sheet, y, x, column, value, formats)
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(sheet: Any, y: int, x: int, column: Column, value: Any, formats: dict[str, Any]) -> None:
    if column.type == "money":
        sheet.write_number(y, x, Decimal(value) / 100, formats["money"])
    elif column.type == "decimal":
        sheet.write_number(y, x, Decimal(measures.decimal(value)), formats["decimal"])
    elif column.type == "integer" and isinstance(value, int):
        sheet.write_number(y, x, value, formats["integer"])
    elif isinstance(value, datetime.date):
        sheet.write_datetime(y, x, value, formats["date"])
    else:
        sheet.write_string(y, x, str(value))


def _columns(sheet: Any, tables: Sequence[Dataset], head: Any) -> None:
    for x, (word, width) in enumerate((("表", 26), ("一行是什么", 34), ("列", 22), ("栏目", 22), ("内容", 12), ("English", 34))):
        sheet.write_string(0, x, word, head)
        sheet.set_column(x, x, width)
    rows = [(t.name, t.told.zh, c.name, c.label.zh, _TYPES[c.type], c.label.en) for t in tables for c in t.columns]
    for y, row in enumerate(rows, 1):
        for x, text in enumerate(row):
            sheet.write_string(y, x, text)
    sheet.freeze_panes(1, 0)
