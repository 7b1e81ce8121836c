"""A file, whatever it is: the rows of a workbook's sheet, or of a text."""

from __future__ import annotations

from mingbai.diagnostics import Diagnostic
from mingbai.importing import sheets, table
from mingbai.importing.table import Grid


def grid(data: bytes, path: str, sheet: str | None = None, encoding: str | None = None) -> tuple[Grid | None, tuple[Diagnostic, ...]]:
    """All rows of a .xlsx, .xls, .ods or CSV file; None and the reason where it cannot be read."""
    if sheets.is_workbook(data):
        return sheets.read(data, path, sheet)
    return table.lines(data, path, encoding)
