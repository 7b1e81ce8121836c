"""What a terminal shows of a text: how wide it is, nothing invisible raw, long lines cut around the place that matters."""

from __future__ import annotations

import unicodedata

WIDEST = 100
"""A source line wider than this many columns is cut."""

_ELLIPSIS = "…"


def visible(char: str) -> str:
    """The character, or `<U+001B>` where a terminal would act on it, hide it or not know it; a tab becomes an arrow."""
    if char == "\t":
        return "→"
    return char if char.isprintable() or char == "\u3000" else f"<U+{ord(char):04X}>"


def safe(text: str) -> str:
    """The text on one line, every character visible."""
    return text if text.isprintable() else "".join(map(visible, text))


def width(text: str) -> int:
    """Columns a terminal takes for a text: two for wide East Asian characters, none for combining ones."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """A source line as it is shown, the column at which `line[start:end]` begins in it, and how many columns that takes (≥ 1)."""
    shown = [visible(c) for c in line]
    start = min(start, len(shown))
    end = max(min(end, len(shown)), start)
    first, last = _window([width(s) for s in shown], start, end)
    before = (_ELLIPSIS if first else "") + "".join(shown[first:start])
    marked = "".join(shown[start : min(end, last)])
    after = "".join(shown[max(start, min(end, last)) : last]) + (_ELLIPSIS if last < len(shown) else "")
    return before + marked + after, width(before), max(width(marked), 1)


def _window(widths: list[int], start: int, end: int) -> tuple[int, int]:
    """The part of a line to show: all of it, or about WIDEST columns with what is marked in sight."""
    if sum(widths) <= WIDEST:
        return 0, len(widths)
    first, room = start, WIDEST // 3
    while first > 0 and room - widths[first - 1] >= 0:
        first -= 1
        room -= widths[first]
    last, room = first, WIDEST
    while last < len(widths) and room - widths[last] >= 0:
        room -= widths[last]
        last += 1
    return first, last
