"""Workbooks written for tests: the same rows as .xlsx, .xls and .ods."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[Any]]


def xlsx(rows: Rows, *, sheet: str = "Sheet1", merge: Sequence[str] = (), more: dict[str, Rows] | None = None) -> bytes:
    """A workbook of Excel; `merge` are ranges as A1:C1, `more` further sheets by name."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = sheet
    for name, content in ((sheet, rows), *(more or {}).items()):
        page = first if name == sheet else book.create_sheet(name)
        for row in content:
            page.append(list(row))
    for cells in merge:
        first.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(rows: Rows) -> bytes:
    """A workbook of Excel 97."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("Sheet1")
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            page.write(y, x, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Sheet1">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


def ods(rows: Rows) -> bytes:
    """A sheet of LibreOffice, as little of it as is one."""

    def cell(value: Any) -> str:
        if isinstance(value, float | int):
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'

    text = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", _ODS.format(rows=text))
        kind = 'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"'
        manifest = f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" {kind}/></manifest:manifest>'
        parts.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()
