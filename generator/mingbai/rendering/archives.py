"""All tables in one file to download: a ZIP of their CSV files, of what describes them, and of a list of every column in words."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from mingbai.pages import Column, Dataset
from mingbai.rendering.datasets import csv_bytes
from mingbai.values.text import Text

ARCHIVE: Final = "data/all.zip"
DATABASE: Final = "data/all.sqlite"
COLUMNS: Final = "columns.csv"
_LEVEL: Final = 4
"""Of the levels of compression the one from which more effort saves a resident hardly a tenth."""
_FIRST, _LAST = 1980, 2107
"""The years that the format can write."""
_PLAIN: Final = 0o100644 << 16
_SLOT: Final = re.compile(r"<!--size:([^<>]+)-->")
_TYPES: Final = {"text": "文字", "money": "金额（元）", "date": "日期", "integer": "整数", "decimal": "数（最多四位小数）"}


def zip_bytes(files: Mapping[str, bytes], day: datetime.date) -> bytes:
    """The files by name as one archive: in their order, all of one day, readable on every system."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (min(max(day.year, _FIRST), _LAST), day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, _PLAIN
            archive.writestr(entry, data)
    return out.getvalue()


def columns_bytes(tables: Sequence[Dataset]) -> bytes:
    """A table of all columns for readers who open the archive by hand: which file, what a row is, what a column holds."""
    heads = tuple(Column(word, Text(word, word)) for word in ("文件", "一行是什么", "列", "内容", "类型", "English"))
    rows = [(f"{t.name}.csv", t.told.zh, c.name, c.label.zh, _TYPES[c.type], c.label.en) for t in tables for c in t.columns]
    return csv_bytes(Dataset("columns", Text("每一列是什么", "what every column holds"), heads, rows))


def slot(path: str) -> Markup:
    """Where a page will say how large a file is: it is made while the file is."""
    return Markup("<!--size:{}-->").format(path)


def sized(body: str, files: Mapping[str, bytes]) -> str:
    """The body with the sizes of these files where it has slots for them."""
    return _SLOT.sub(lambda found: size(len(files[found[1]])), body)


def size(count: int) -> str:
    """As phones and computers show it: 340 KB, 1.2 MB; never less than it is."""
    kilo = -(-count // 1024)
    return f"{kilo} KB" if kilo < 1000 else f"{-(-count * 10 // 1024**2) / 10:.1f} MB"
