"""Datasets → one SQLite database of the whole community, the same bytes for the same rows."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from mingbai.pages import Column, Dataset
from mingbai.rendering.identities import VERSION
from mingbai.rendering.packages import primary
from mingbai.values import measures

MOST_ON_SITE: Final = 10_000
"""Rows of all tables together up to which the database lies on the site: a longer one takes seconds to write, and is many times the archive's size."""
_SQL: Final = {"text": "TEXT", "money": "INTEGER", "date": "TEXT", "integer": "INTEGER", "decimal": "TEXT"}


def lies_on_site(rows: int) -> bool:
    """Whether the database of so many rows lies on the site; `mingbai export sqlite` writes any."""
    return rows <= MOST_ON_SITE


def sqlite_bytes(datasets: Sequence[Dataset], name: str, web: str, day: datetime.date) -> bytes:
    """A table a dataset (`finance_lines`), money as whole fen (`amount_fen`), `columns` that says what each column holds, `about` whose it is."""
    base = sqlite3.connect(":memory:")
    base.execute("PRAGMA page_size = 1024")  # most tables are short: a fifth less to download
    base.execute("CREATE TABLE about (name TEXT, web TEXT, as_of TEXT, version TEXT)")
    base.execute("INSERT INTO about VALUES (?, ?, ?, ?)", (name, web, day.isoformat(), VERSION))
    base.execute('CREATE TABLE columns ("table" TEXT, "column" TEXT, zh TEXT, en TEXT, type TEXT)')
    for d in datasets:
        table = d.name.replace("-", "_")
        named = [f"{c.name}_fen" if c.type == "money" else c.name for c in d.columns]
        first = primary(d)
        columns = [f"{_quoted(n)} {_SQL[c.type]}{' PRIMARY KEY' if n in first else ''}" for n, c in zip(named, d.columns, strict=True)]
        base.execute(f"CREATE TABLE {_quoted(table)} ({', '.join(columns)})")
        marks = ", ".join("?" * len(named))
        base.executemany(f"INSERT INTO {_quoted(table)} VALUES ({marks})", [_plain(d.columns, row) for row in d.rows])  # noqa: S608  names of our own
        said = [(table, n, c.label.zh, c.label.en, c.type) for n, c in zip(named, d.columns, strict=True)]
        base.executemany("INSERT INTO columns VALUES (?, ?, ?, ?, ?)", said)
    base.commit()
    base.execute("VACUUM")
    return base.serialize()


def _plain(columns: Sequence[Column], row: Sequence[Any]) -> list[Any]:
    """Fen stay whole, quantities are text, days ISO."""
    cells = []
    for column, value in zip(columns, row, strict=True):
        said = value.isoformat() if isinstance(value, datetime.date) else value
        cells.append(measures.decimal(value) if column.type == "decimal" and value is not None else said)
    return cells


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
