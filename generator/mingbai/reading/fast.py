"""A reader of the canonical form only, several times as fast as the walk.

It puts the lines of a text together by their indentation; the items of a list that look alike it takes whole (`rows`, whose
expressions match canonical items only), and all the rest `grammar` must match. Anything it is not sure of
(another indentation, a key typed twice, long values, deep nesting) makes it give up, and the walk reads the text instead:
it must never accept what the walk refuses, and read the same where both accept. A property test says so.
"""

from __future__ import annotations

from typing import Any, Final
from unicodedata import is_normalized

from mingbai.reading.grammar import CANONICAL, FLOW_PART
from mingbai.reading.rows import FLOW, KNOWN
from mingbai.reading.scripts import harmless
from mingbai.schema.packed import Stretch, unpack
from mingbai.schema.record import AT

LIMIT: Final = 1_500_000
"""Longer texts go to the walk; so few characters cannot hold more nodes than the walk allows."""

LONGEST: Final = 16_000
"""No line is longer, so that no value can exceed the limit of the walk, nor a block of text do it unseen."""

DEEPEST: Final = 20
_ODD: Final = frozenset('"[{|~n')
_NOWHERE: Final = -1000
_NULLS: Final = frozenset(("~", "null"))


def fast(text: str, base: int, scripts: frozenset[str]) -> dict[str, Any] | None:
    """The nodes of a canonical text, exactly as the walk would give them; None for any other text."""
    nodes = packed(text, base, scripts)
    return None if nodes is None else unpack(nodes)


def packed(text: str, base: int, scripts: frozenset[str]) -> dict[str, Any] | None:
    """The same, with items of a list that look alike left together as stretches."""
    if len(text) > LIMIT:
        return None
    if not text.endswith("\n"):
        text += "\n"
    if not harmless(scripts).fullmatch(text) or (scripts and not is_normalized("NFC", text)):
        return None
    lines = _Lines(base)
    try:
        nodes = lines.take(text)
    except IndexError:  # a line that is not canonical may lack what a canonical one has; whether it is one is asked at the end
        return None
    return nodes if all(map(CANONICAL.fullmatch, lines.loose)) else None


class _Lines:
    """The lines of one text put together: frames are the open maps and lists, outermost first, by their columns."""

    def __init__(self, base: int) -> None:
        self.base = base
        self.frames: list[tuple[int, Any]] = []
        self.waiting: tuple[int, dict[str, Any], str] | None = None  # a key whose value may follow, deeper
        self.block: _Block | None = None
        self.failed = False
        self.loose: list[str] = []  # the parts of the text that no expression for rows has matched, in whole lines
        self.paired = False  # the line held a key and a value, both plain to see

    def take(self, text: str) -> dict[str, Any] | None:
        """The root mapping, or None where a line does not fit."""
        base, frames = self.base, self.frames
        heads: dict[str, tuple[int, str]] = {}
        column = item = _NOWHERE  # of the open map's keys; of the dash of the list it is an item of, as ~column
        current: dict[str, Any] = {}
        items: list[Any] = []
        end, size, loose = 0, len(text), 0
        while end < size:
            start = end
            end = text.index("\n", start) + 1
            if end - start > LONGEST + 1:
                return None
            line = text[start : end - 1]
            head, _, value = line.partition(": ")
            spot = heads.get(head)
            if spot is not None:
                where, key = spot
                if where == column:
                    if key in current:
                        return None
                    if value[0] in _ODD:
                        if value[0] == "|":
                            current[key] = None
                            self.block = _Block(" " * (column + 2), value == "|", current, key)
                            column = item = _NOWHERE
                            continue
                        value = self.value(value, end - 1 - len(value))
                    current[key] = value
                    continue
                if where == item:
                    if not value:
                        return None  # a text of the list that is also the name of a key
                    KNOWN.learn(column, current)
                    taken = self.rows(text, start, column, items)
                    if taken > start:
                        self.loose.append(text[loose:start])
                        end = loose = taken
                        current = items[-1]
                    else:
                        if value[0] in _ODD:
                            value = self.value(value, end - 1 - len(value))
                        current = {AT: base + start + column, key: value}
                        items.append(current)
                    frames[-1] = column, current
                    continue
            self.paired = False
            if not self.odd(line, start):
                return None
            if self.paired and spot is None:
                heads[head] = _spot(head)
            column = item = _NOWHERE
            if self.waiting or self.block or not frames:
                continue
            top = frames[-1][1]
            if type(top) is dict:
                column, current = frames[-1]
                if len(frames) > 1 and type(frames[-2][1]) is list:
                    items, item = frames[-2][1], ~frames[-2][0]
        self.loose.append(text[loose:])
        self.close()
        return frames[0][1] if frames and not self.failed else None

    def rows(self, text: str, start: int, column: int, items: list[Any]) -> int:
        """Takes the items of a list that look like those met before, the last as a mapping; where the next line begins."""
        known, at, end = KNOWN.at[column], self.base + column, start
        stretch: Stretch | None = None
        while True:
            for row in known:
                found = row.match(text, end)
                if found is not None:
                    break
            else:
                break
            values = found.groups()
            if found.end() - end > LONGEST:
                break
            if text.find(": [", end, found.end()) >= 0:
                if not all(FLOW.fullmatch(value) for value in values if value[0] == "["):
                    break
                values = tuple(self.value(value, 0) if value[0] == "[" else value for value in values)
            if stretch is None or stretch.keys is not row.keys:
                stretch = Stretch(row.keys)
                items.append(stretch)
            stretch.ats.append(at + end)
            stretch.rows.append(values)
            end = found.end()
        if stretch is not None:
            last = stretch.pop()  # the lines that follow may belong to it
            items[len(items) if stretch.ats else -1 :] = [last]
        return end

    def odd(self, line: str, start: int) -> bool:
        """A line that does not simply continue the open map; False where it does not fit."""
        if self.block:
            if not line or line.startswith(self.block.pad):
                self.block.lines.append(line[len(self.block.pad) :])
                return True
            self.close()
        body = line.lstrip(" ")
        column = len(line) - len(body)
        if not body or body[0] == "#":
            return True
        waiting, self.waiting = self.waiting, None
        deeper = waiting is not None and column == waiting[0] + 2
        is_item = body.startswith("- ")
        if deeper and waiting:
            new: Any = [] if is_item else {AT: self.base + start + column}
            waiting[1][waiting[2]] = new
            self.frames.append((column, new))
        elif not self.frames and not column and not is_item:
            self.frames.append((0, {AT: self.base + start}))
        elif not self.back(column, list if is_item else dict):
            return False
        if len(self.frames) > DEEPEST:
            return False
        return self.item(body[2:], column + 2, start) if is_item else self.pair(body, start + column)

    def back(self, column: int, kind: type) -> bool:
        """Close what is open deeper than `column`; whether a list or map is open right there."""
        while self.frames and self.frames[-1][0] > column:
            self.frames.pop()
        return bool(self.frames) and self.frames[-1][0] == column and type(self.frames[-1][1]) is kind

    def item(self, rest: str, column: int, start: int) -> bool:
        """What stands after the dash of a list item."""
        items = self.frames[-1][1]
        if rest[0] in _ODD or (": " not in rest and rest[-1] != ":"):
            plain_key = rest[0] in "~n" and (": " in rest or rest[-1] == ":")
            if not plain_key:
                items.append(self.value(rest, start + column))
                return True
        current = {AT: self.base + start + column}
        items.append(current)
        self.frames.append((column, current))
        return self.pair(rest, start + column)

    def pair(self, body: str, offset: int) -> bool:
        """“key: value”, or “key:” whose value may follow, in the innermost open map."""
        column, current = self.frames[-1]
        typed, colon, value = body.partition(": ")
        if not colon:
            typed = body[:-1]
        key = typed.strip('"')
        if key in current:
            return False
        current[key] = None
        if not colon:
            self.waiting = column, current, key
        elif value[0] == "|":
            self.block = _Block(" " * (column + 2), value == "|", current, key)
        else:
            current[key] = self.value(value, offset + len(typed) + 2)
            self.paired = True
        return True

    def value(self, value: str, offset: int) -> Any:
        """A value that may be quoted, a flow list or map, or nothing."""
        first = value[0]
        if first == '"':
            return value[1:-1]
        if first == "[":
            if '"' not in value and "null" not in value and "~" not in value and value != "[]":
                return value[1:-1].split(", ")
            return [_part(part) for _, part in FLOW_PART.findall(value[1:-1])]
        if first == "{":
            pairs = FLOW_PART.findall(value[1:-1])
            found = {AT: self.base + offset, **{key: _part(part) for key, part in pairs}}
            self.failed |= len(found) != len(pairs) + 1
            return found
        return None if value in _NULLS else value

    def close(self) -> None:
        """End the open block of text."""
        if not self.block:
            return
        while not self.block.lines[-1]:
            self.block.lines.pop()
        text = "\n".join(self.block.lines) + ("\n" if self.block.clip else "")
        self.block.current[self.block.key] = text
        self.failed |= len(text) > LONGEST
        self.block = None


class _Block:
    """A text after “|” whose lines are being taken."""

    __slots__ = ("clip", "current", "key", "lines", "pad")

    def __init__(self, pad: str, clip: bool, current: dict[str, Any], key: str) -> None:
        self.pad = pad
        self.clip = clip
        self.current = current
        self.key = key
        self.lines: list[str] = []


def _part(text: str) -> str | None:
    """An item of a flow list or the value of a flow map."""
    if text[0] == '"':
        return text[1:-1]
    return None if text in _NULLS else text


def _spot(head: str) -> tuple[int, str]:
    """The column of a line's key, or of the dash before it as ~column, and the key."""
    key = head.lstrip(" ")
    column = len(head) - len(key)
    return (~column, key[2:]) if key.startswith("- ") else (column, key.strip('"'))
