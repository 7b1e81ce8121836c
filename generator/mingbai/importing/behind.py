"""What a .xlsx says behind its cells and the reader of cells does not tell: hidden rows and columns, red figures, errors, formulas never worked out, percentages, the epoch.

Only what is asked is looked for, by its marks in the sheet's own part: a second reading of all cells would take as long as the first.
Other formats (.xls, .ods) are not looked behind.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple
from xml.etree import ElementTree as Xml

EPOCH: Final = datetime.date(1899, 12, 30)
"""Day 0 of a workbook's count of days."""
MAC_EPOCH: Final = datetime.date(1904, 1, 1)
"""Day 0 in workbooks that count from 1904."""
UNWORKED: Final = "#没有算出来"
"""What stands for a formula that was saved without its value."""

_MOST_COLUMNS: Final = 16384
"""As many as a sheet may have."""
_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_REL: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW: Final = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\shidden="(?:1|true)")[^>]*\sr="(\d+)"')
_COLUMNS: Final = re.compile(rb"<(?:\w+:)?cols>.*?</(?:\w+:)?cols>", re.DOTALL)
_CELL: Final = rb'<(?:\w+:)?c\b(?=[^>]*\s%s)[^>]*\sr="([A-Z]+)(\d+)"[^>]*>'
_VALUE: Final = rb"(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>)?<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>"
_ERROR: Final = re.compile(_CELL % rb't="e"' + _VALUE)
_FORMULA: Final = re.compile(
    rb'<(?:\w+:)?c\b[^>]*\sr="([A-Z]+)(\d+)"[^>]*>(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>)'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_PERCENT: Final = frozenset((9, 10))
"""The numbers of the two formats of percentages that every workbook has."""
_RED_INDEXES: Final = frozenset(("2", "10"))
"""Where red stands in the palette that every workbook has."""


class Behind(NamedTuple):
    """What lies behind a sheet.

    `texts` are cells (row, column from 0) with what should be shown in them: the error, `UNWORKED`, 50%. `hidden` are numbers of rows,
    `columns` positions of hidden columns (from 0), `red` the cells that are written in red, `seen` whether the format could be looked behind.
    """

    texts: dict[tuple[int, int], str]
    hidden: frozenset[int]
    epoch: datetime.date
    columns: frozenset[int] = frozenset()
    red: frozenset[tuple[int, int]] = frozenset()
    seen: bool = True


NOTHING: Final = Behind({}, frozenset(), EPOCH, seen=False)


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
            styles = Xml.fromstring(parts.read(_STYLES)) if _STYLES in parts.namelist() else Xml.Element("none")  # noqa: S314  as above
            texts = dict(_texts(styles, cells))
            red = frozenset(_styled(cells, _reds(styles)))
    except (zipfile.BadZipFile, Xml.ParseError, KeyError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        return NOTHING
    mac = any(_local(e) == "workbookPr" and e.get("date1904") in ("1", "true") for e in workbook)
    hidden = frozenset(int(n) for n in _ROW.findall(cells)) if b"hidden=" in cells else frozenset()
    return Behind(texts, hidden, MAC_EPOCH if mac else EPOCH, frozenset(_hidden_columns(cells)), red)


def _part(parts: zipfile.ZipFile, workbook: Xml.Element, sheet: str) -> str | None:
    """The part that holds a sheet, by its name."""
    id = next((e.get(_REL) for e in workbook.iter() if _local(e) == "sheet" and e.get("name") == sheet), None)
    relations = Xml.fromstring(parts.read(_RELATIONS))  # noqa: S314  as above
    target = next((e.get("Target") for e in relations if e.get("Id") == id), None) or ""
    name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return name if name in parts.namelist() else None


def _hidden_columns(cells: bytes) -> Iterator[int]:
    """The positions of the columns that a sheet hides; they are named before its first row."""
    found = _COLUMNS.search(cells, 0, max(cells.find(b"sheetData"), 0))
    for column in re.finditer(rb"<(?:\w+:)?col\b[^>]*>", found[0] if found else b""):
        first, last = (re.search(rb'\s%s="(\d+)"' % name, column[0]) for name in (b"min", b"max"))
        if first and last and re.search(rb'\shidden="(?:1|true)"', column[0]):
            yield from range(int(first[1]) - 1, min(int(last[1]), _MOST_COLUMNS))


def _styled(cells: bytes, styles: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The cells of these styles."""
    wanted = b"|".join(str(n).encode() for n in styles)
    if wanted and re.search(rb's="(?:' + wanted + rb')"', cells):
        yield from (_at(found[1], found[2]) for found in re.finditer(_CELL % (rb's="(?:' + wanted + rb')"'), cells))


def _reds(styles: Xml.Element) -> Iterator[int]:
    """The numbers of the cell styles whose writing is red."""
    fonts = next((e for e in styles if _local(e) == "fonts"), ())
    red = {n for n, font in enumerate(fonts) if any(_local(e) == "color" and _is_red(e) for e in font)}
    formats = next((e for e in styles if _local(e) == "cellXfs"), ())
    yield from (n for n, e in enumerate(formats) if int(e.get("fontId", "0")) in red)


def _is_red(color: Xml.Element) -> bool:
    """Much red and little else: the pure red, the dark red and their neighbours."""
    rgb = color.get("rgb", "")[-6:]
    if len(rgb) != 6:
        return color.get("indexed") in _RED_INDEXES
    red, green, blue = (int(rgb[n : n + 2], 16) for n in (0, 2, 4))
    return red >= 0xA0 and max(green, blue) <= 0x50


def _texts(styles: Xml.Element, cells: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    if b't="e"' in cells:
        yield from ((_at(*found.groups()[:2]), found[3].decode("utf-8", "replace")) for found in _ERROR.finditer(cells))
    if re.search(rb"<(?:\w+:)?f\b", cells):
        yield from ((_at(*found.groups()), UNWORKED) for found in _FORMULA.finditer(cells))
    percents = b"|".join(str(n).encode() for n in _percents(styles))
    if percents and re.search(rb's="(?:' + percents + rb')"', cells):
        for found in re.finditer(_CELL % (rb's="(?:' + percents + rb')"') + _VALUE, cells):
            try:
                yield _at(found[1], found[2]), f"{(Decimal(found[3].decode()) * 100).normalize():f}%"
            except InvalidOperation:
                continue  # words in a cell with that format


def _percents(styles: Xml.Element) -> Iterator[int]:
    """The numbers of the cell styles that show a percentage."""
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
