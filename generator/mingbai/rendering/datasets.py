"""Dataset → bytes: the same rows give the same bytes, everywhere."""

from __future__ import annotations

import csv
import datetime
import io
import json
from typing import Any

from mingbai.pages import Column, Dataset
from mingbai.values import measures


def csv_bytes(dataset: Dataset) -> bytes:
    """UTF-8 with BOM (so that WPS and Excel read Chinese), CRLF, money as plain decimals, ISO dates, None as an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in dataset.columns])
    writer.writerows(_row(dataset.columns, row) for row in dataset.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def json_bytes(dataset: Dataset) -> bytes:
    """The rows as objects, one on each line, after a description of the columns; money and quantities are text (`"1234.50"`, `"2.5"`), never a float."""
    head = {"name": dataset.name, "title": dataset.title._asdict(), "columns": [_described(c) for c in dataset.columns]}
    names = [column.name for column in dataset.columns]
    rows = [_dump(dict(zip(names, _row(dataset.columns, row, none=None), strict=True))) for row in dataset.rows]
    body = "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"
    return (_dump(head)[:-1] + f', "rows": {body}}}\n').encode()


def small_json(value: Any) -> bytes:
    """A value as JSON without idle spaces, for a page's script."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def decimal(fen: int) -> str:
    """-170400 → `-1704.00`: ASCII minus, no separators."""
    whole, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole}.{rest:02}"


def _row(columns: tuple[Column, ...], row: tuple[Any, ...], none: Any = "") -> list[Any]:
    return [_cell(c.type, value, none) for c, value in zip(columns, row, strict=True)]


def _cell(kind: str, value: Any, none: Any) -> Any:
    if value is None:
        return none
    if kind == "money":
        return decimal(value)
    if kind == "decimal":
        return measures.decimal(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def _described(column: Column) -> dict[str, Any]:
    return {"name": column.name, "label": column.label._asdict(), "type": column.type}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
