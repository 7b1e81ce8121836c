"""What stands between the fields of a text: comments and empty lines, each with the field or list item it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from mingbai.reading.lines import Lines

_HEADS: Final = ("|", ">")


@dataclass(frozen=True, slots=True)
class Trivia:
    """Comments by where they are written again.

    `before` by the offset of the key or list item they stand above. A comment indented deeper than what follows it ends something:
    `after` by the offset of the mapping whose last field it is in line with, `below` by the offset of the key whose value or list it
    stands under. Texts begin with “#”; an empty one is an empty line, never two in a row.
    """

    before: dict[int, list[str]] = field(default_factory=dict)
    after: dict[int, list[str]] = field(default_factory=dict)
    below: dict[int, list[str]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many comments there are."""
        return sum(bool(line) for groups in (self.before, self.after, self.below) for group in groups.values() for line in group)


class _Entry(NamedTuple):
    """A key or a list item: where it starts, its line and column (from 0; of an item, its dash), the mapping or key it stands below."""

    offset: int
    line: int
    column: int
    home: int
    item: bool


def trivia(text: str) -> Trivia:
    """The comments and empty lines of a text that the strict reader accepts."""
    found, lines = Trivia(), Lines(text)
    entries, covered = _entries(text, lines)
    group: list[tuple[int, str]] = []
    following = 0
    for number, line in enumerate(text.split("\n")):
        bare = line.strip(" ")
        if number not in covered and (not bare or bare.startswith("#")):
            group.append((len(line) - len(line.lstrip(" ")), bare))
            continue
        while following < len(entries) and entries[following].line < number:
            following += 1
        if group and following < len(entries) and entries[following].line == number:
            _settle(found, entries, following, group)
            group = []
    _settle(found, entries, len(entries), group)
    return found


def _settle(found: Trivia, entries: list[_Entry], number: int, group: list[tuple[int, str]]) -> None:
    """What is indented deeper than the entry at this number, which follows, ends something before it; the rest stands above the entry."""
    entry = entries[number] if number < len(entries) else None
    column = entry.column if entry else -1
    deep = max((n for n, (indent, text) in enumerate(group, 1) if text and indent > column), default=0) if number else 0
    above = []
    for indent, text in group[:deep]:
        holder = next((entries[n] for n in range(number - 1, -1, -1) if entries[n].column <= indent), entries[0])
        if not text or indent <= column or (holder.item and entry is not None and entry.item and holder.home == entry.home):
            above.append(text)
        elif holder.item:
            found.below.setdefault(holder.home, []).append(text)
        elif holder.column < indent:
            found.below.setdefault(holder.offset, []).append(text)
        else:
            found.after.setdefault(holder.home, []).append(text)
    if entry is not None:
        kept = above if any(above) else []
        _above(found.before.setdefault(entry.offset, []), kept + [text for _, text in group[deep:]], head=not number)


def _above(lines: list[str], texts: list[str], *, head: bool) -> None:
    """Comments above an entry: never two empty lines in a row, none at the head of the file."""
    for text in texts:
        if text or (lines[-1] if lines else not head):
            lines.append(text)


def _entries(text: str, lines: Lines) -> tuple[list[_Entry], set[int]]:
    """Every key and item of a block, in order, and the lines that are inside a text."""
    entries: list[_Entry] = []
    covered: set[int] = set()
    for offset, home, item, scalar in _walk(text):
        number = lines.number(offset)
        column = offset - lines.starts[number]
        if scalar is None:
            dash = len(lines.line(number)) - len(lines.line(number).lstrip(" ")) if item else column
            entries.append(_Entry(offset, number, dash, home, item))
        elif scalar.style in _HEADS:
            covered |= _block(lines, number, entries[-1].column if entries else 0, keep=text[offset + 1 : offset + 3].startswith(("+", "1+")))
        else:
            covered |= set(range(number + 1, lines.number(max(offset, scalar.end_mark.index - 1)) + 1))
    return entries, covered


def _block(lines: Lines, head: int, column: int, *, keep: bool) -> set[int]:
    """The lines of the text below a “|”; empty ones at its end are not part of it, unless the sign keeps them."""
    last = number = head
    while number + 1 < len(lines.starts):
        number += 1
        line = lines.line(number)
        if not line.strip(" "):
            last = number if keep else last
        elif len(line) - len(line.lstrip(" ")) > column:
            last = number
        else:
            break
    return set(range(head + 1, last + 1))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; `key` is the offset of the key read last, whose value comes next while `due`."""

    is_list: bool
    offset: int
    flow: bool
    key: int = 0
    due: bool = False


def _walk(text: str) -> Iterator[tuple[int, int, bool, Any]]:
    """(offset, home, is an item, None) for every key or item of a block; (offset, 0, False, event) for a value that is a scalar."""
    get: Callable[[], Any] = CParser(text).get_event
    stack: list[_Open] = []
    while True:
        event = get()
        kind, offset = type(event), event.start_mark.index
        if kind is StreamEndEvent:
            return
        if kind in (MappingEndEvent, SequenceEndEvent):
            stack.pop()
            continue
        if kind not in (ScalarEvent, MappingStartEvent, SequenceStartEvent):
            continue
        top = stack[-1] if stack else None
        is_key = top is not None and not top.is_list and not top.due
        if top is not None and not top.flow:
            if top.is_list:
                yield offset, next((o.key for o in reversed(stack) if not o.is_list), 0), True, None
            elif is_key:
                yield offset, top.offset, False, None
        if top is not None and not top.is_list:
            top.due = is_key
            top.key = offset if is_key else top.key
        if kind is not ScalarEvent:
            stack.append(_Open(kind is SequenceStartEvent, offset, bool(event.flow_style)))
        elif not is_key:
            yield offset, 0, False, event
