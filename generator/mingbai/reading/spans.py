"""Places resolved to lines and columns by a second walk, taken only for files with findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Final

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it
from yaml.error import YAMLError
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from mingbai.diagnostics import Place, Span
from mingbai.reading.lines import Lines
from mingbai.schema.record import FILE_SHIFT

Range = tuple[int, int]
_INK: Final = re.compile(r"[^ \n]")
_MASK: Final = (1 << FILE_SHIFT) - 1


class Locator:
    """The spans of every key, value and list item of one text.

    What a span covers: a plain or quoted value with its quotes; a flow list or map with its brackets; the first line of
    text of a block scalar (`|`, `>`). A value that is left out, and a block list or map, which is many lines, point at their key.
    A list item that is a map points at the map's first key.
    """

    def __init__(self, text: str, *, lazy: bool = False) -> None:
        """Walk the text; a lazy locator goes only as far as it is asked."""
        self.lines = Lines(text)
        self._keys: dict[tuple[int, str], Range] = {}
        self._values: dict[tuple[int, str], Range] = {}
        self._items: dict[tuple[int, str, int], Range] = {}
        self._starts: dict[tuple[int, str, int], int] = {}
        self._first: dict[int, Range] = {}
        self._steps = self._walk(text)
        if not lazy:
            self.reach(len(text) + 1)

    def reach(self, offset: int) -> None:
        """Walk on as far as `offset`; what was seen before an error is all there is to find."""
        with suppress(YAMLError):
            for seen in self._steps:
                if seen > offset:
                    return

    def key(self, at: int, name: str) -> Range:
        """The offsets of a key of the mapping at offset `at`; of the mapping itself where it has no such key."""
        return self._keys.get((at, name)) or self._first.get(at) or (min(at, len(self.lines.text)), at + 1)

    def has(self, at: int, name: str) -> bool:
        """Whether the mapping at offset `at` has this key."""
        return (at, name) in self._keys

    def item(self, at: int, name: str, index: int) -> int | None:
        """The offset at which an item of the list under a key starts, a block of text with its sign; None where there is none."""
        return self._starts.get((at, name, index))

    def locate(self, place: Place) -> Span:
        """Lines and columns of a place: the value, the list item, the key, or the mapping's first key."""
        if place.span is not None:
            return place.span
        if place.at < 0:
            return Span(1, 1, 1, 2)
        at = place.at & _MASK
        name = next((key for key in place.keys if (at, key) in self._keys), None)
        if name is None:
            return self._span(self._first.get(at) or (at, at + 1))
        if place.on_key:
            return self._span(self._keys[at, name])
        whole = self._values.get((at, name)) or self._keys[at, name]
        return self._span(whole if place.item is None else self._items.get((at, name, place.item), whole))

    def _span(self, offsets: Range) -> Span:
        length = len(self.lines.text)
        return self.lines.span(min(offsets[0], length), min(offsets[1], length))

    def _walk(self, text: str) -> Iterator[int]:
        get: Callable[[], Any] = CParser(text).get_event
        stack: list[_Open] = []
        while True:
            event = get()
            kind = type(event)
            start, end = event.start_mark.index, event.end_mark.index
            if kind is ScalarEvent or kind is AliasEvent:
                name = event.value if kind is ScalarEvent else ""
                self._put(stack, start, name, _visible(text, start, end, getattr(event, "style", "")))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append(_Open(start, kind is SequenceStartEvent, event.flow_style, stack[-1].holder() if stack else None))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                done = stack.pop()
                if done.flow:
                    self._first.setdefault(done.start, (done.start, end))
                    self._put(stack, done.start, "", (done.start, end))
                else:
                    within = bool(stack) and not stack[-1].is_list
                    self._put(stack, done.start, "", None if within else self._first.get(done.start, (done.start, done.start + 1)))
            elif kind is StreamEndEvent:
                return
            yield start

    def _put(self, stack: list[_Open], start: int, name: str, covers: Range | None) -> None:
        """Note a finished node with what holds it; `covers` is None where the key says it better. The first of two wins."""
        if not stack:
            return
        top = stack[-1]
        if top.is_list:
            if top.held:
                self._starts.setdefault((*top.held, top.index), start)
            if top.held and covers:
                self._items.setdefault((*top.held, top.index), covers)
            top.index += 1
        elif top.key is None:
            top.key, top.key_range = name, covers or (top.start, top.start + 1)
            self._keys.setdefault((top.start, name), top.key_range)
            self._first.setdefault(top.start, top.key_range)
        else:
            self._values.setdefault((top.start, top.key), covers or top.key_range)
            top.key = None


class _Open:
    """A list or map whose end has not come yet."""

    __slots__ = ("flow", "held", "index", "is_list", "key", "key_range", "start")

    def __init__(self, start: int, is_list: bool, flow: bool, held: tuple[int, str] | None) -> None:
        self.start = start
        self.is_list = is_list
        self.flow = flow
        self.held = held
        self.index = 0
        self.key: str | None = None
        self.key_range: Range = (start, start + 1)

    def holder(self) -> tuple[int, str] | None:
        """The field that a list starting here belongs to."""
        return None if self.is_list or self.key is None else (self.start, self.key)


def _visible(text: str, start: int, end: int, style: str) -> Range | None:
    """What to point at for a scalar: itself, the first line of a block's text, the dash of an empty item, else nothing."""
    if style in ("|", ">"):
        header = text.find("\n", start, end)
        begin = _INK.search(text, header, end) if header >= 0 else None
        if begin:
            stop = text.find("\n", begin.start(), end)
            return begin.start(), end if stop < 0 else stop
        return start, start + 1
    if start == end:
        return (start - 1, start) if text[start - 1 : start] == "-" else None
    return start, end


def locate(text: str, place: Place) -> Span:
    """Lines and columns of a place in a text; for several places of one text make one `Locator`."""
    return place.span if place.span is not None else Locator(text).locate(place)
