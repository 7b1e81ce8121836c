"""Workbooks → rows of cells: .xlsx, .xls, .ods, by python-calamine, the only door to it."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from mingbai.diagnostics import Diagnostic, Place
from mingbai.importing import behind, codes
from mingbai.importing.behind import Behind
from mingbai.importing.table import Grid, Row
from mingbai.values.text import Text

MAX_UNPACKED: Final = 400 << 20
"""Bytes that the parts of a workbook may have unpacked: a small file that grows beyond is a bomb."""
MAX_CELLS: Final = 6_000_000


_OLE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
"""The stream in which a workbook with a password lies."""


def is_workbook(data: bytes) -> bool:
    """Whether these bytes begin as .xlsx, .ods (a zip) or .xls do."""
    return data.startswith((b"PK\x03\x04", _OLE))


def read(data: bytes, path: str, sheet: str | None = None) -> tuple[Grid | None, tuple[Diagnostic, ...]]:
    """The rows of one sheet; its name is needed where several sheets hold something. Never raises, whatever the bytes."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if data.startswith(_OLE) and _ENCRYPTED in data:
        return None, (codes.LOCKED.at(Place(path)),)
    why = _unpacked(data)
    if why is not None:
        return None, (codes.UNREADABLE.at(Place(path), why=why),)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = list(workbook.sheet_names)
        found, problem = _choose(workbook, names, sheet, path)
        if found is None:
            return None, (problem,) if problem else ()
        if found.total_height * found.total_width > MAX_CELLS:
            return None, (codes.UNREADABLE.at(Place(path), why=Text("表格太大", "the sheet is too large")),)
        rows = found.to_python(skip_empty_area=False)
        merged = [(a, b) for a, b in found.merged_cell_ranges or ()]
    except PasswordError:
        return None, (codes.LOCKED.at(Place(path)),)
    except (CalamineError, OSError, ValueError, EOFError):
        why = Text(
            "打不开这个工作簿：没有传完、坏了，或者不是表格",
            "the workbook cannot be opened: it is incomplete, damaged, or no workbook",
        )
        return None, (codes.UNREADABLE.at(Place(path), why=why),)
    return _grid(path, found.name, rows, merged, behind.look(data, found.name)), ()


def _unpacked(data: bytes) -> Text | None:
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile:
        return Text("文件不完整，可能没有传完", "the file is incomplete")
    return Text("解开以后太大", "it is too large when unpacked") if size > MAX_UNPACKED else None


def _choose(workbook: Any, names: Sequence[str], sheet: str | None, path: str) -> tuple[Any, Diagnostic | None]:
    """The sheet that was named, or the only one that holds something: each is read once."""
    if sheet is not None:
        if sheet in names:
            return workbook.get_sheet_by_name(sheet), None
        what = Text(f"没有工作表“{sheet}”", f"there is no sheet “{sheet}”")
        return None, codes.NO_SHEET.at(Place(path), what=what, known=list(names))
    filled, first = [], None
    for name in _shown(workbook, names):
        found = workbook.get_sheet_by_name(name)
        if found.total_height:
            filled.append(name)
            first = first or found
    if len(filled) == 1:
        return first, None
    if not filled:
        return None, codes.NO_ROWS.at(Place(path))
    what = Text(f"有 {len(filled)} 张工作表，要选一张", f"one of {len(filled)} sheets has to be chosen")
    return None, codes.NO_SHEET.at(Place(path), what=what, known=filled)


def _shown(workbook: Any, names: Sequence[str]) -> Sequence[str]:
    """The sheets that are not hidden; all where every one is."""
    from python_calamine import SheetVisibleEnum

    shown = [m.name for m in workbook.sheets_metadata if m.visible is SheetVisibleEnum.Visible]
    return shown or names


def _grid(path: str, sheet: str, rows: Sequence[Sequence[Any]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]], there: Behind) -> Grid:
    """The cells as text; what is merged over several rows or columns stands in each of them."""
    known = _Said()
    # printable and without a blank: nothing in it is to be changed
    texts = [[v if type(v) is str and v.isprintable() and " " not in v else known[v] if type(v) in _KEPT else said(v) for v in row] for row in rows]
    for (y, x), text in there.texts.items():
        if y < len(texts) and x < len(texts[y]):
            texts[y][x] = text
    across: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in merged:
        for y in range(top, min(bottom, len(texts) - 1) + 1):
            for x in range(left, min(right, len(texts[y]) - 1) + 1):
                texts[y][x] = texts[top][left]
                if (y, x) != (top, left):
                    across.add((y, x))
    rows_ = tuple(Row(n, None, row) for n, row in enumerate(texts, 1))
    return Grid(path, None, rows_, frozenset(across), sheet, there.hidden, there.epoch, there.columns, there.red, there.seen)


_KEPT: Final = frozenset({str, datetime.date})


class _Said(dict[Any, str]):
    """`said`, worked out once for each text and day: they repeat from row to row. Not for numbers, for 1 and True are one key."""

    def __missing__(self, value: Any) -> str:
        self[value] = found = said(value)
        return found


def said(value: Any) -> str:
    """A cell as text: numbers without an exponent and exactly as stored, days in ISO, no line breaks."""
    if type(value) is float:
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        digits = repr(value)
        return f"{Decimal(digits):f}" if "e" in digits else digits
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else f"{value:%Y-%m-%d %H:%M}"
    return str(value)
