"""Offsets in a text as lines and columns, and text echoed safely in messages."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from mingbai.diagnostics import Span

ECHO = 24
"""At most this many characters of the ledger's text are repeated in a message."""

_LONG_NUMBER = re.compile(r"\d{11,}[\dXx]?")


class Lines:
    """The lines of one text; only LF ends a line, columns are code points, both count from 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line starts."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))][:-1]

    def number(self, offset: int) -> int:
        """The line that holds an offset, counted from 0."""
        return bisect_right(self.starts, offset) - 1

    def line(self, number: int) -> str:
        """The text of a line counted from 0, without its end; empty where there is no such line."""
        if not 0 <= number < len(self.starts):
            return ""
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end]

    def span(self, start: int, end: int | None = None) -> Span:
        """From one offset to another, at least one column wide; a span over several lines keeps its own end."""
        stop = start + 1 if end is None or end <= start else end
        first, last = self.number(start), self.number(stop)
        return Span(first + 1, start - self.starts[first] + 1, last + 1, stop - self.starts[last] + 1)

    def whole(self, number: int) -> Span:
        """The visible part of a line counted from 0: no indentation, no spaces at its end."""
        line = self.line(number)
        begin = len(line) - len(line.lstrip(" "))
        return Span(number + 1, begin + 1, number + 1, max(len(line.rstrip(" ")), begin + 1) + 1)


def printable(text: str) -> str:
    """Text in which nothing invisible is left raw: U+XXXX in angle brackets instead, a wide space as a space."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char == "\u3000" else f"<U+{ord(char):04X}>" for char in text)


def echo(text: str, limit: int = ECHO) -> str:
    """Text fit to be repeated in a message: shortened, printable, long numbers masked."""
    cut = _LONG_NUMBER.sub(lambda m: f"{m[0][:4]}…{m[0][-4:]}", text[: limit * 4])
    return printable(cut if len(cut) <= limit else cut[:limit] + "…")
