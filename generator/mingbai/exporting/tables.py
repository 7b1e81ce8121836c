"""All public tables as files for the programs of others: CSV, workbooks, a data package, Parquet, one SQLite database."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from typing import Any, Final

from mingbai.pages import Dataset
from mingbai.rendering import csv_bytes
from mingbai.rendering.databases import sqlite_bytes
from mingbai.rendering.packages import package_bytes
from mingbai.rendering.workbooks import fits, xlsx_bytes
from mingbai.values.counted import counted
from mingbai.values.licences import Licence

Files = dict[str, bytes]
"""Bytes by name; the empty name is the file that was asked for itself."""


class TooLongError(Exception):
    """A table has more rows than the form holds."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__(f"{name}: {counted(rows, 'row', 'rows')}")
        self.name, self.rows = name, rows


class MissingError(Exception):
    """The form needs a library that is not installed."""


def csv(datasets: Sequence[Dataset], name: str, web: str, day: datetime.date, licence: Licence | None = None) -> Files:
    """Every table as `<name>.csv`."""
    return {f"{d.name}.csv": csv_bytes(d) for d in datasets}


def datapackage(datasets: Sequence[Dataset], name: str, web: str, day: datetime.date, licence: Licence | None = None) -> Files:
    """Every table as CSV, and datapackage.json that describes them all."""
    files = csv(datasets, name, web, day, licence)
    return files | {"datapackage.json": package_bytes(((d, files[f"{d.name}.csv"]) for d in datasets), name, web, day, licence)}


def xlsx(datasets: Sequence[Dataset], name: str, web: str, day: datetime.date, licence: Licence | None = None) -> Files:
    """One workbook, a sheet a table. Raises TooLongError."""
    for d in datasets:
        if not fits(d):
            raise TooLongError(d.name, len(d.rows))
    return {"": xlsx_bytes(datasets, day)}


def parquet(datasets: Sequence[Dataset], name: str, web: str, day: datetime.date, licence: Licence | None = None) -> Files:
    """Every table as `<name>.parquet`: money as decimals of two places, days as days. Raises MissingError without pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingError("pyarrow") from None
    types = {"text": pa.string(), "money": pa.decimal128(18, 2), "date": pa.date32(), "integer": pa.int64(), "decimal": pa.decimal128(18, 4)}
    scale = {"money": 2, "decimal": 4}
    files: Files = {}
    for d in datasets:
        arrays = [pa.array([_scaled(row[x], scale.get(c.type)) for row in d.rows], types[c.type]) for x, c in enumerate(d.columns)]
        fields = [pa.field(c.name, types[c.type], metadata={"zh": c.label.zh, "en": c.label.en}) for c in d.columns]
        out = io.BytesIO()
        pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), out, compression="zstd")
        files[f"{d.name}.parquet"] = out.getvalue()
    return files


def sqlite(datasets: Sequence[Dataset], name: str, web: str, day: datetime.date, licence: Licence | None = None) -> Files:
    """One database of all tables."""
    return {"": sqlite_bytes(datasets, name, web, day)}


def _scaled(value: Any, places: int | None) -> Any:
    from decimal import Decimal

    return value if value is None or places is None else Decimal(value).scaleb(-places)


Write = Callable[[Sequence[Dataset], str, str, datetime.date, Licence | None], Files]
FOLDERS: Final[dict[str, Write]] = {"csv": csv, "datapackage": datapackage, "parquet": parquet}
"""Forms of many files."""
SINGLE: Final[dict[str, Write]] = {"xlsx": xlsx, "sqlite": sqlite}
"""Forms of one file."""
