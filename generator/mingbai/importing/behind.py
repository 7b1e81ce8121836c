"""What a .xlsx says behind its cells and the reader of cells does not tell: hidden rows, errors, formulas that were never worked out, percentages, the epoch.

Only what is asked is looked for, by its marks in the sheet's own part: a second reading of all cells would take as long as the first.
Other formats (.xls, .ods) are not looked behind.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple
from xml.etree import ElementTree as Xml

EPOCH: Final = datetime.date(1899, 12, 30)
"""Day 0 of a workbook's count of days."""
MAC_EPOCH: Final = datetime.date(1904, 1, 1)
"""Day 0 in workbooks that count from 1904."""
UNWORKED: Final = "#没有算出来"
"""What stands for a formula that was saved without its value."""

_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_REL: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW: Final = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\shidden="(?:1|true)")[^>]*\sr="(\d+)"')
_CELL: Final = rb'<(?:\w+:)?c\b(?=[^>]*\s%s)[^>]*\sr="([A-Z]+)(\d+)"[^>]*>'
_VALUE: Final = rb"(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>)?<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>"
_ERROR: Final = re.compile(_CELL % rb't="e"' + _VALUE)
_FORMULA: Final = re.compile(
    rb'<(?:\w+:)?c\b[^>]*\sr="([A-Z]+)(\d+)"[^>]*>(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>)'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_PERCENT: Final = frozenset((9, 10))
"""The numbers of the two formats of percentages that every workbook has."""


class Behind(NamedTuple):
    """What lies behind a sheet.

    `texts` are cells (row, column from 0) with what should be shown in them: the error, `UNWORKED`, 50%. `hidden` are numbers of rows.
    """

    texts: dict[tuple[int, int], str]
    hidden: frozenset[int]
    epoch: datetime.date


NOTHING: Final = Behind({}, frozenset(), EPOCH)


def look(data: bytes, sheet: str) -> Behind:
    """What lies behind a sheet of a .xlsx; NOTHING for another format, or where its parts are not where they should be."""
    if not data.startswith(b"PK"):
        return NOTHING
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if _WORKBOOK not in parts.namelist():
                return NOTHING
            workbook = Xml.fromstring(parts.read(_WORKBOOK))  # noqa: S314  expat refuses entity bombs; the size is known
            part = _part(parts, workbook, sheet)
            cells = parts.read(part) if part else b""
            texts = dict(_texts(parts, cells))
    except (zipfile.BadZipFile, Xml.ParseError, KeyError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        return NOTHING
    mac = any(_local(e) == "workbookPr" and e.get("date1904") in ("1", "true") for e in workbook)
    hidden = frozenset(int(n) for n in _ROW.findall(cells)) if b"hidden=" in cells else frozenset()
    return Behind(texts, hidden, MAC_EPOCH if mac else EPOCH)


def _part(parts: zipfile.ZipFile, workbook: Xml.Element, sheet: str) -> str | None:
    """The part that holds a sheet, by its name."""
    id = next((e.get(_REL) for e in workbook.iter() if _local(e) == "sheet" and e.get("name") == sheet), None)
    relations = Xml.fromstring(parts.read(_RELATIONS))  # noqa: S314  as above
    target = next((e.get("Target") for e in relations if e.get("Id") == id), None) or ""
    name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return name if name in parts.namelist() else None


def _texts(parts: zipfile.ZipFile, cells: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    if b't="e"' in cells:
        yield from ((_at(*found.groups()[:2]), found[3].decode("utf-8", "replace")) for found in _ERROR.finditer(cells))
    if re.search(rb"<(?:\w+:)?f\b", cells):
        yield from ((_at(*found.groups()), UNWORKED) for found in _FORMULA.finditer(cells))
    styles = b"|".join(str(n).encode() for n in _percents(parts))
    if styles and re.search(rb's="(?:' + styles + rb')"', cells):
        for found in re.finditer(_CELL % (rb's="(?:' + styles + rb')"') + _VALUE, cells):
            try:
                yield _at(found[1], found[2]), f"{(Decimal(found[3].decode()) * 100).normalize():f}%"
            except InvalidOperation:
                continue  # words in a cell with that format


def _percents(parts: zipfile.ZipFile) -> Iterator[int]:
    """The numbers of the cell styles that show a percentage."""
    if _STYLES not in parts.namelist():
        return
    styles = Xml.fromstring(parts.read(_STYLES))  # noqa: S314  as above
    own = {int(e.get("numFmtId", "0")) for e in styles.iter() if _local(e) == "numFmt" and "%" in e.get("formatCode", "")}
    formats = next((e for e in styles if _local(e) == "cellXfs"), ())
    yield from (n for n, e in enumerate(formats) if int(e.get("numFmtId", "0")) in own | _PERCENT)


def _at(column: bytes, row: bytes) -> tuple[int, int]:
    x = 0
    for letter in column:
        x = x * 26 + letter - 64
    return int(row) - 1, x - 1


def _local(element: Xml.Element) -> str:
    return element.tag.rpartition("}")[2]
