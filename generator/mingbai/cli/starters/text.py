"""A ledger's text that is edited field by field, comments and all the rest kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mingbai import pipeline, reading
from mingbai.diagnostics import Place
from mingbai.schema import parse
from mingbai.schema.record import FILE_SHIFT, Record, fields

if TYPE_CHECKING:
    from mingbai.kind import Shape

_OFFSET = (1 << FILE_SHIFT) - 1
_PATH = "starter.yml"


class Ledger:
    """The text and the record it holds; every edit reads the text anew.

    Raises:
        ValueError: the example is not a valid ledger, which is a bug of ours.
    """

    def __init__(self, text: str, shape: Shape) -> None:
        self.text, self._shape = text, shape
        self._read()

    def _read(self) -> None:
        document, refused = reading.read(self.text.encode(), _PATH, 0)
        nodes = document.nodes or {}
        record, problems = parse(self._shape.root(nodes), nodes, _PATH)
        if record is None or refused:
            raise ValueError("example: " + "; ".join(p.message("en") for p in (*refused, *problems)))
        self.record: Record = record

    def set(self, record: Record, name: str, value: str) -> None:
        """The value of a field that stands in the text, on its one line."""
        lines = self.text.split("\n")
        number, start, end = self._span(record, name, on_key=False)
        lines[number] = lines[number][:start] + value + lines[number][end:]
        self.text = "\n".join(lines)
        self._read()

    def drop(self, record: Record, name: str) -> bool:
        """Takes a field away with the comment above it; False where it is the first of a list item and has to stay."""
        lines = self.text.split("\n")
        number, column, _end = self._span(record, name, on_key=True)
        if lines[number][:column].strip():
            return False
        last = number + 1
        while last < len(lines) and (
            not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip()) > column or lines[last][column : column + 2] == "- "
        ):
            last += 1
        while last > number + 1 and lines[last - 1].lstrip().startswith("#") and _indent(lines[last - 1]) <= column:
            last -= 1
        first = number
        while first > 0 and lines[first - 1].lstrip().startswith("#") and _indent(lines[first - 1]) == column:
            first -= 1
        before = self.text
        self.text = "\n".join(lines[:first] + lines[last:]).rstrip("\n") + "\n"
        try:
            self._read()
        except ValueError:
            self.text = before
            self._read()
            return False
        return True

    def drop_all(self, name: str) -> None:
        """Takes every field of that English name away, wherever it stands and may be missing."""
        while True:
            found = next(
                (r for r in _records(self.record) if name in fields(type(r)) and not fields(type(r))[name].required and self._stands(r, name)), None
            )
            if found is None or not self.drop(found, name):
                return

    def _stands(self, record: Record, name: str) -> bool:
        return name in record.model_fields_set

    def _span(self, record: Record, name: str, *, on_key: bool) -> tuple[int, int, int]:
        """Line, first and last column of a key or value, counted from 0."""
        place = Place(_PATH, record.at_ & _OFFSET, fields(type(record))[name].keys, on_key=on_key)
        finding = pipeline.NO_COMMUNITY.at(place)
        span = pipeline.located([finding], {_PATH: self.text})[0].place.span
        assert span is not None
        return span.line - 1, span.column - 1, span.end_column - 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _records(record: Record) -> Iterator[Record]:
    """A record and all those inside it."""
    yield record
    for name in fields(type(record)):
        value: Any = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _records(part)
