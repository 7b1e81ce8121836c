"""Dataset → bytes: the same rows give the same bytes, everywhere."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from mingbai.pages import Column, Dataset
from mingbai.rendering.identities import VERSION
from mingbai.values import measures


def csv_bytes(dataset: Dataset) -> bytes:
    """UTF-8 with BOM (so that WPS and Excel read Chinese), CRLF, money as plain decimals, ISO dates, None as an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in dataset.columns])
    writer.writerows(_rows(dataset))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def json_bytes(dataset: Dataset) -> bytes:
    """The rows as objects, one on each line, after a description of the columns; money and quantities are text (`"1234.50"`, `"2.5"`), never a float."""
    head = {
        "name": dataset.name,
        "version": VERSION,
        "title": dataset.title._asdict(),
        "row": dataset.told._asdict(),
        "columns": [_described(c) for c in dataset.columns],
    }
    names = [column.name for column in dataset.columns]
    rows = [_dump(dict(zip(names, row, strict=True))) for row in _rows(dataset)]
    body = "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"
    return (_dump(head)[:-1] + f', "rows": {body}}}\n').encode()


def small_json(value: Any) -> bytes:
    """A value as JSON without idle spaces, for a page's script."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def decimal(fen: int) -> str:
    """-170400 → `-1704.00`: ASCII minus, no separators."""
    whole, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole}.{rest:02}"


def _rows(dataset: Dataset) -> Iterator[tuple[Any, ...]]:
    """The rows with their cells as they are written, made a column at a time; None stays None."""
    columns = zip(*dataset.rows, strict=True) if dataset.rows else ((),) * len(dataset.columns)
    return zip(*(list(map(_WRITTEN.get(c.type, _plain), values)) for c, values in zip(dataset.columns, columns, strict=True)), strict=True)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


_WRITTEN: Final[Mapping[str, Callable[[Any], Any]]] = {
    "money": lambda fen: None if fen is None else decimal(fen),
    "decimal": lambda value: None if value is None else measures.decimal(value),
}


def _described(column: Column) -> dict[str, Any]:
    return {"name": column.name, "label": column.label._asdict(), "type": column.type}


_dump: Final = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
