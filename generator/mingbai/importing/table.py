"""Bytes → rows of cells with their places: CSV as spreadsheets write it (RFC 4180), comment lines skipped."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mingbai.diagnostics import Diagnostic, Place, Span
from mingbai.importing import codes
from mingbai.importing.behind import EPOCH
from mingbai.values.text import Text

MAX_BYTES: Final = 16 << 20
_COMMAS: Final = ",\t;"
_WEB: Final = re.compile(r"<(?:!doctype|html|table|\?xml|body|head|meta)\b", re.IGNORECASE)
_CELL: Final = re.compile(r'"((?:[^"]|"")*)"[ \t]*(?=[,\n]|$)|([^,\n"][^,\n]*)?(?=[,\n]|$)')


class Cell(NamedTuple):
    """What a cell holds, blanks around it dropped, and where it stands."""

    text: str
    span: Span


BAR: Final = " | "
"""What stands between the cells of a workbook where a row of it is shown in a finding."""


class Row:
    """A line of the file (1-based), the texts of its cells, and the cells with their places.

    The rows of a workbook are many and their places are asked for in findings alone: these are worked out then.
    """

    __slots__ = ("_cells", "number", "texts")

    def __init__(self, number: int, cells: tuple[Cell, ...] | None = None, texts: Sequence[str] | None = None) -> None:
        self.number = number
        self._cells = cells
        self.texts: Sequence[str] = texts if texts is not None else [c.text for c in cells or ()]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells with their places."""
        if self._cells is None:
            made, at = [], 1
            for text in self.texts:
                made.append(Cell(text, Span(self.number, at, self.number, at + max(len(text), 1))))
                at += len(text) + len(BAR)
            self._cells = tuple(made)
        return self._cells


class Grid(NamedTuple):
    """All rows of a file or sheet.

    `decoded` is the text of a CSV file, None for a sheet; `merged` are the cells (row, column from 0) that another one is spread
    over, `sheet` its name, `hidden` the numbers of rows that the sheet does not show, `hidden_columns` the positions of such columns (from 0); `epoch` is day 0 where
    days are plain numbers; `red` are the cells written in red; `seen` is whether hidden and red could be told at all.
    """

    path: str
    decoded: str | None
    rows: tuple[Row, ...]
    merged: frozenset[tuple[int, int]] = frozenset()
    sheet: str = ""
    hidden: frozenset[int] = frozenset()
    epoch: datetime.date = EPOCH
    hidden_columns: frozenset[int] = frozenset()
    red: frozenset[tuple[int, int]] = frozenset()
    seen: bool = True

    @property
    def text(self) -> str:
        """What findings show of it: the file, or the rows of the sheet as lines."""
        return "\n".join(BAR.join(row.texts) for row in self.rows) if self.decoded is None else self.decoded


class Table(NamedTuple):
    """The header and the rows below it; `text` is the decoded file, for excerpts; `epoch` and `red` are those of the grid.

    `repeated` are the numbers of rows that say the headings, or a title above them, once more.
    """

    path: str
    text: str
    header: Row
    rows: tuple[Row, ...]
    epoch: datetime.date = EPOCH
    red: frozenset[tuple[int, int]] = frozenset()
    repeated: frozenset[int] = frozenset()


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, Diagnostic | None]:
    """UTF-8 or UTF-16 with its mark, UTF-8, GB18030 or Big5, whichever reads as more common characters; line ends become LF."""
    if len(data) > MAX_BYTES:
        return "", codes.UNREADABLE.at(Place(path), why=Text("文件超过 16 MB", "it is larger than 16 MB"))
    for name in (encoding,) if encoding else _likely(data):
        try:
            return data.decode(name).replace("\r\n", "\n").replace("\r", "\n"), None
        except (UnicodeDecodeError, LookupError):
            continue
    why = Text(
        f"不是 {encoding} 编码的文字" if encoding else "既不是 UTF-8、UTF-16，也不是 GB18030、Big5 编码的文字",
        f"it is no text in {encoding}" if encoding else "it is text in neither UTF-8, UTF-16, GB18030 nor Big5",
    )
    return "", codes.UNREADABLE.at(Place(path), why=why)


def _likely(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in data[:4096]:
        return _without_mark(data[:4096])
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return tuple(sorted(("gb18030", "big5"), key=lambda name: _common(data, name), reverse=True))
    return ("utf-8-sig",)


def _without_mark(data: bytes) -> tuple[str, ...]:
    """UTF-16 whose mark is missing: nearly every second byte of commas, digits and line ends is zero, and on one side only."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    few = len(data) // 100
    if odd > 10 * max(even, few // 10, 1) or (odd > few and not even):
        return ("utf-16-le",)
    return ("utf-16-be",) if even > 10 * max(odd, few // 10, 1) or (even > few and not odd) else ()


def _common(data: bytes, encoding: str) -> tuple[bool, float]:
    """Whether the bytes are text in an encoding, and how much of its Chinese is common there: the first plane of each table."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False, 0.0
    chinese = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    first, last = (0xB0, 0xD7) if encoding == "gb18030" else (0xA4, 0xC6)
    heads = [c.encode(encoding, "replace")[0] for c in chinese]
    return True, sum(first <= h <= last for h in heads) / max(len(heads), 1)


def read(data: bytes, path: str) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """A CSV file whose first row is its header: the table, or None where it has none; and everything wrong with its shape."""
    grid, found = lines(data, path)
    if grid is None:
        return None, found
    rows = [row for row in grid.rows if any(row.texts)]
    table = Table(path, grid.text, rows[0], tuple(rows[1:])) if rows else None
    table, uneven = even(table) if table else (None, ())
    problems = (*found, *uneven)
    if len(rows) < 2 and not problems:
        problems = (codes.NO_ROWS.at(Place(path)),)
    return table, tuple(sorted(problems, key=lambda p: p.place.span or Span(0, 0, 0, 0)))


def lines(data: bytes, path: str, encoding: str | None = None) -> tuple[Grid | None, tuple[Diagnostic, ...]]:
    """All rows of a CSV file; None where it is no text. Between cells stands what the first line has most of: a comma, a tab, a semicolon."""
    text, refused = decode(data, path, encoding)
    if refused is not None:
        return None, (refused,)
    if _WEB.match(text.lstrip()[:512]):
        why = Text("这是网页或 XML 存成的表格，不是真正的工作簿", "it is a web page or XML under a workbook's name")
        return None, (codes.UNREADABLE.at(Place(path), why=why),)
    found: list[Diagnostic] = []
    if not text.strip("\ufeff \t\n,;"):
        return None, (codes.NO_ROWS.at(Place(path)),)
    return Grid(path, text, tuple(_rows(text, path, found))), tuple(found)


def even(table: Table) -> tuple[Table, tuple[Diagnostic, ...]]:
    """The table without the rows that have another number of cells than its header, and a finding for each of these."""
    columns = len(table.header.texts)
    if any(len(r.texts) > columns for r in table.rows):  # commas after the last column say nothing
        table = table._replace(rows=tuple(_cut(r, columns) for r in table.rows))
    uneven = [r for r in table.rows if len(r.texts) != columns]
    found = tuple(codes.RAGGED.at(Place(table.path, span=_whole(r)), row=r.number, cells=len(r.texts), columns=columns) for r in uneven)
    return table._replace(rows=tuple(r for r in table.rows if len(r.texts) == columns)) if uneven else table, found


def _cut(row: Row, columns: int) -> Row:
    """The row without the empty cells beyond the header."""
    beyond = len(row.texts) > columns and not any(row.texts[columns:])
    return Row(row.number, row.cells[:columns], list(row.texts[:columns])) if beyond else row


def _whole(row: Row) -> Span:
    first, last = row.cells[0].span, row.cells[-1].span
    return Span(first.line, first.column, last.end_line, last.end_column)


def _rows(text: str, path: str, found: list[Diagnostic]) -> Iterator[Row]:
    first = text[: text.find("\n")] if "\n" in text else text
    scan, columns = _Scan(text, max(_COMMAS, key=first.count)), 0
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

    def __init__(self, text: str, comma: str = ",") -> None:
        self.text, self.at, self.line, self.begins, self.comma = text, 0, 1, 0, comma
        self.cell = _CELL if comma == "," else re.compile(_CELL.pattern.replace(",", comma).replace("[ \\t]*", "[ ]*"))

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
        return not columns or self.text.count(self.comma, self.at, len(self.text) if end < 0 else end) + 1 != columns

    def row(self) -> list[Cell]:
        """The cells up to the end of the row; none where a quote is not closed, and the walk stands at it."""
        cells: list[Cell] = []
        while match := self.cell.match(self.text, self.at):
            cells.append(self._cell(match))
            self.at = match.end()
            if self.text[self.at : self.at + 1] != self.comma:
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
