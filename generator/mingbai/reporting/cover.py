"""Numbers of persons are not repeated in reports: a log is read by more people than the ledger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from mingbai.diagnostics import Diagnostic, Span
from mingbai.reporting.display import width

_LONG = re.compile(r"[0-9]{11,}[Xx]?")
_ENDS = 4


def covered(findings: Iterable[Diagnostic]) -> dict[str, Sequence[Span]]:
    """Where the privacy scan has found numbers, by file."""
    found: dict[str, list[Span]] = defaultdict(list)
    for one in findings:
        if one.code.id.startswith("PRI") and one.place.span is not None:
            found[one.place.path].append(one.place.span)
    return dict(found)


def cover(line: str, number: int, hide: Iterable[Span]) -> str:
    """The source line with found and long numbers starred, columns kept."""
    for span in hide:
        if span.line <= number <= span.end_line:
            start = span.column - 1 if span.line == number else 0
            end = span.end_column - 1 if span.end_line == number else len(line)
            line = line[:start] + _starred(line[start:end]) + line[end:]
    return _LONG.sub(lambda m: _starred(m[0]), line)


def _starred(text: str) -> str:
    """First and last characters kept, fewer in a short number; a wide character gives way to a wide star."""
    ends = _ENDS if len(text) > 2 * _ENDS + 4 else max(1, len(text) // 4)
    inner = "".join("＊" if width(c) == 2 else c if c in " \n" else "*" for c in text[ends : len(text) - ends])
    return text[:ends] + inner + text[len(text) - ends :]
