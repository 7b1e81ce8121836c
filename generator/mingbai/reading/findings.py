"""What one reading has found: capped, in order of place, each finding once."""

from __future__ import annotations

from typing import Any, Final

from mingbai.diagnostics import Code, Diagnostic, Place, Span
from mingbai.reading.codes_yaml import FULLWIDTH, INDENT, MORE, MULTILINE, SPACE
from mingbai.reading.lines import Lines

CAP: Final = 200
"""At most this many findings are listed for one file."""

ENOUGH: Final = 10_000
"""With so many more nobody looks for further ones: a file made to hold millions must not take minutes."""


class EnoughError(Exception):
    """Ends the reading of a file that has ENOUGH findings; caught by `read`."""


class Findings:
    """Collects findings at offsets of one text and knows their lines and columns."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = Lines(text)
        self.found: list[Diagnostic] = []
        self.more = 0

    def add(self, code: Code, start: int, end: int | None = None, /, **values: Any) -> None:
        """A finding from offset `start` to `end`."""
        if not self.full():
            self._take(code, self.lines.span(start, end), values)

    def twice(self, code: Code, start: int, end: int, first: tuple[int, int], **values: Any) -> None:
        """A finding about two places: offsets `start` to `end`, and those of `first` before it."""
        if not self.full():
            self._take(code, self.lines.span(start, end), values, (self.place(self.lines.span(*first)),))

    def on_line(self, code: Code, number: int, **values: Any) -> None:
        """A finding about a line counted from 0."""
        if not self.full():
            self._take(code, self.lines.whole(number), values)

    def full(self) -> bool:
        """Whether the cap is reached; if so one more is counted, and the caller need not find words for it."""
        if len(self.found) < CAP:
            return False
        self.more += 1
        if self.more > ENOUGH:
            raise EnoughError
        return True

    def only(self, code: Code, **values: Any) -> None:
        """One finding, at the place of the first of its kind, that explains all there were."""
        span = self.all()[0].place.span
        self.found, self.more = [code.at(Place(self.path, span=span), **values)], 0

    def quieten(self, lines: set[int]) -> None:
        """Drop what a forbidden character on these lines (counted from 1) has made of the structure: it would only echo it."""
        echoes = (FULLWIDTH, INDENT, MULTILINE, SPACE)
        self.found = [d for d in self.found if not (d.code in echoes and d.place.span and (d.code is MULTILINE or d.place.span.line in lines))]

    def place(self, span: Span) -> Place:
        """A span of this file as a place."""
        return Place(self.path, span=span)

    def all(self) -> tuple[Diagnostic, ...]:
        """The findings in order of place, the last one saying how many were left out."""
        found = sorted(self.found, key=lambda d: d.place.span or Span(1, 1, 1, 1))
        if self.more and found:
            found.append(MORE.at(found[-1].place, count=self.more))
        return tuple(found)

    def _take(self, code: Code, span: Span, values: dict[str, Any], related: tuple[Place, ...] = ()) -> None:
        self.found.append(code.at(self.place(span), related=related, **values))

    def __bool__(self) -> bool:
        return bool(self.found)
