"""Bytes → rows of cells with their places: CSV as spreadsheets write it (RFC 4180), comment lines skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from mingbai.diagnostics import Diagnostic, Place, Span
from mingbai.importing import codes
from mingbai.values.text import Text

MAX_BYTES: Final = 16 << 20
_CELL: Final = re.compile(r'"((?:[^"]|"")*)"[ \t]*(?=[,\n]|$)|([^,\n"][^,\n]*)?(?=[,\n]|$)')


class Cell(NamedTuple):
    """What a cell holds, blanks around it dropped, and where it stands."""

    text: str
    span: Span


class Row(NamedTuple):
    """A line of the file (1-based) and its cells."""

    number: int
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """The header and the rows below it; `text` is the decoded file, for excerpts."""

    path: str
    text: str
    header: Row
    rows: tuple[Row, ...]


def decode(data: bytes, path: str) -> tuple[str, Diagnostic | None]:
    """UTF-8 with or without its mark, or GB18030; line ends become LF."""
    why = _unreadable(data)
    if why is None:
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n"), None
            except UnicodeDecodeError:
                continue
        why = Text("既不是 UTF-8，也不是 GB18030 编码的文字", "it is text neither in UTF-8 nor in GB18030")
    return "", codes.UNREADABLE.at(Place(path), why=why)


def _unreadable(data: bytes) -> Text | None:
    if len(data) > MAX_BYTES:
        return Text("文件超过 16 MB", "it is larger than 16 MB")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return Text("这是 Excel 工作簿，不是 CSV", "it is an Excel workbook, not CSV")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4096]:
        return Text("这是 UTF-16 编码的文字，或不是文字文件", "it is UTF-16, or no text at all")
    return None


def read(data: bytes, path: str) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """The table, or None where it has no header; and everything wrong with its shape. Blank rows are skipped."""
    text, refused = decode(data, path)
    if refused is not None:
        return None, (refused,)
    rows: list[Row] = []
    found: list[Diagnostic] = []
    for row in _rows(text, path, found):
        if not any(cell.text for cell in row.cells):
            continue
        if rows and len(row.cells) != len(rows[0].cells):
            place = Place(path, span=_whole(row))
            found.append(codes.RAGGED.at(place, row=row.number, cells=len(row.cells), columns=len(rows[0].cells)))
        else:
            rows.append(row)
    if len(rows) < 2 and not found:
        found.append(codes.NO_ROWS.at(Place(path)))
    return (Table(path, text, rows[0], tuple(rows[1:])) if rows else None), tuple(found)


def _whole(row: Row) -> Span:
    first, last = row.cells[0].span, row.cells[-1].span
    return Span(first.line, first.column, last.end_line, last.end_column)


def _rows(text: str, path: str, found: list[Diagnostic]) -> Iterator[Row]:
    scan, columns = _Scan(text), 0
    while scan.at < len(text):
        number = scan.line
        cells = None if scan.comment(columns) else scan.row()
        if cells:
            columns = columns or (len(cells) if any(cell.text for cell in cells) else 0)
            yield Row(number, tuple(cells))
        elif cells is not None:
            found.append(codes.QUOTE.at(Place(path, span=scan.here), row=scan.line))
        scan.next_line()


class _Scan:
    """Walks over the text, knowing its line and where that begins."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.line, self.begins = text, 0, 1, 0

    @property
    def here(self) -> Span:
        """The character at which the walk stands."""
        column = self.at - self.begins + 1
        return Span(self.line, column, self.line, column + 1)

    def comment(self, columns: int) -> bool:
        """Whether a comment begins here; a line with as many cells as the header is a row whose first cell begins with #."""
        if not self.text.startswith("#", self.at):
            return False
        end = self.text.find("\n", self.at)
        return not columns or self.text.count(",", self.at, len(self.text) if end < 0 else end) + 1 != columns

    def row(self) -> list[Cell]:
        """The cells up to the end of the row; none where a quote is not closed, and the walk stands at it."""
        cells: list[Cell] = []
        while match := _CELL.match(self.text, self.at):
            cells.append(self._cell(match))
            self.at = match.end()
            if self.text[self.at : self.at + 1] != ",":
                return cells
            self.at += 1
        return []

    def next_line(self) -> None:
        """On to what follows the next line end."""
        end = self.text.find("\n", self.at)
        self.at = self.begins = len(self.text) if end < 0 else end + 1
        self.line += 1

    def _cell(self, match: re.Match[str]) -> Cell:
        raw, quoted = match[0], match[1]
        start = match.start() - self.begins + 1
        span = Span(self.line, start, self.line, start + max(len(raw.split("\n", 1)[0]), 1))
        inside = raw.count("\n")
        if inside:
            self.line += inside
            self.begins = match.start() + raw.rindex("\n") + 1
        return Cell((raw if quoted is None else quoted.replace('""', '"')).strip(" \t　"), span)
