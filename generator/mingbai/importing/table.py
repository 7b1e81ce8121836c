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
    at, line, begins = 0, 1, 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if text.startswith("#", at):
            at, line, begins = end + 1, line + 1, end + 1
            continue
        number, cells = line, []
        while True:
            match = _CELL.match(text, at)
            if match is None:
                found.append(codes.QUOTE.at(Place(path, span=Span(line, at - begins + 1, line, at - begins + 2)), row=line))
                at = end = text.find("\n", at) if text.find("\n", at) >= 0 else len(text)
                cells = []
                break
            cells.append(_cell(match, line, begins))
            inside = match[0].count("\n")
            if inside:
                line += inside
                begins = match.start() + match[0].rindex("\n") + 1
            at = match.end()
            if at >= len(text) or text[at] == "\n":
                break
            at += 1
        at, line, begins = at + 1, line + 1, at + 1
        if cells:
            yield Row(number, tuple(cells))


def _cell(match: re.Match[str], line: int, begins: int) -> Cell:
    raw = match[0]
    quoted = match[1]
    text = quoted.replace('""', '"') if quoted is not None else raw
    start = match.start() - begins + 1
    first = raw.split("\n", 1)[0]
    return Cell(text.strip(" \t　"), Span(line, start, line, start + max(len(first), 1)))
