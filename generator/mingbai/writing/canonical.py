"""A ledger rewritten in the one canonical form: the order and the language of its keys, dates and amounts in one spelling.

Comments keep their place: above the field or item they stand above, below the field they are indented under, at the end of the group
they end; what stands above a whole file stays at its head. Nothing else of the layout is kept but empty lines between fields and
between items. The meaning is the record, and the record is the same before and after.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from mingbai.schema.record import AT, FILE_SHIFT, FieldInfo, Record, fields
from mingbai.values.days import Month
from mingbai.values.money import plain
from mingbai.values.periods import Period
from mingbai.values.terms import Term
from mingbai.values.text import Lang
from mingbai.writing.emitter import Spot, dump

_OFFSET: Final = (1 << FILE_SHIFT) - 1
_YUAN: Final = "元"


class Comments(Protocol):
    """What stands between the fields (`reading.trivia`)."""

    @property
    def before(self) -> Mapping[int, Sequence[str]]: ...
    @property
    def after(self) -> Mapping[int, Sequence[str]]: ...
    @property
    def below(self) -> Mapping[int, Sequence[str]]: ...


class Keys(Protocol):
    """Where a key of the mapping at an offset starts (`reading.Locator`)."""

    def key(self, at: int, name: str) -> tuple[int, int]:
        """The offsets of the key."""
        ...

    def item(self, at: int, name: str, index: int) -> int | None:
        """The offset of an item of the list under a key."""
        ...


def canonical(nodes: Mapping[str, Any], record: Record, comments: Comments, keys: Keys, lang: Lang = "zh") -> str:
    """The text of a ledger in canonical form.

    Args:
        nodes: what the strict reader gave, with places.
        record: what the nodes were parsed to.
        comments: the comments and empty lines of the text.
        keys: the places of keys and items in the text.
        lang: the language of keys and terms.
    """
    return dump(_Writer(comments, keys, lang).file(nodes, record))


class _Writer:
    def __init__(self, comments: Comments, keys: Keys, lang: Lang) -> None:
        self.comments, self.keys, self.lang = comments, keys, lang

    def file(self, nodes: Mapping[str, Any], record: Record) -> Spot:
        """The whole file; comments above its first field up to the last empty line speak of the file, not of the field."""
        at = nodes[AT] & _OFFSET
        above = self.comments.before.get(at, ())
        head = max((n for n, text in enumerate(above, 1) if not text), default=len(above))
        return self.mapping(nodes, record, above[:head], above[head:])

    def mapping(self, nodes: Mapping[str, Any], record: Record | None, above: Sequence[str] = (), first: Sequence[str] = ()) -> Spot:
        """The fields of a mapping in the order of its record class; free fields in the order typed.

        Args:
            nodes: the mapping.
            record: what it was parsed to; None for free fields.
            above: the comments above the mapping.
            first: the comments above the field that was typed first.
        """
        at = nodes[AT] & _OFFSET if AT in nodes else -1
        known = fields(type(record)) if record is not None else {}
        by_key = {key: info for info in known.values() for key in info.keys}
        order = {key: n for n, key in enumerate(by_key)}
        typed = sorted((k for k in nodes if k != AT), key=lambda k: order.get(k, len(order)))
        leading = next((k for k in nodes if k != AT), None)
        found: dict[str, Spot] = {}
        for name in typed:
            info = by_key.get(name)
            offset = self.keys.key(at, name)[0]  # `at` for the field typed first, and for one that was not typed at all
            before = first if name == leading else self.comments.before.get(offset, ()) if offset != at else ()
            below = self.comments.below.get(offset, ())
            value = self._value(nodes, at, name, info, getattr(record, info.name) if info is not None else None)
            if isinstance(value, str) and "\n" in value:  # what is indented under a block of text is text
                before, below = (*before, *below), ()
            key = name if info is None else info.name if self.lang == "en" else info.label.zh
            found[key] = Spot(value, before if found or above else _led(before), below)
        return Spot(found, above, self.comments.after.get(at, ()))

    def _value(self, nodes: Mapping[str, Any], at: int, name: str, info: FieldInfo | None, value: Any) -> Any:
        node = nodes[name]
        if isinstance(node, dict):
            first = self.comments.before.get(node[AT] & _OFFSET, ()) if AT in node else ()
            return self.mapping(node, value if isinstance(value, Record) else None, (), first)
        if isinstance(node, list):
            return self._list(node, at, name, info, value)
        return node if info is None or node is None else self._leaf(node, info, _only(value, info))

    def _list(self, node: list[Any], at: int, name: str, info: FieldInfo | None, value: Any) -> Any:
        values = value if isinstance(value, tuple) and len(value) == len(node) else (None,) * len(node)
        items = list(self._items(node, at, name, info, values))
        if len(items) == 1 and info is not None and info.several and not isinstance(items[0].value, Spot) and not items[0].before:
            return items[0].value
        return items

    def _items(self, node: list[Any], at: int, name: str, info: FieldInfo | None, values: Sequence[Any]) -> Iterator[Spot]:
        for n, (one, value) in enumerate(zip(node, values, strict=True)):
            offset = self.keys.item(at, name, n)
            above = self.comments.before.get(offset, ()) if offset is not None else ()
            above = above if n else _led(above)
            if isinstance(one, dict):
                yield self.mapping(one, value if isinstance(value, Record) else None, above)
            else:
                yield Spot(one if info is None or one is None else self._leaf(one, info, value), above)

    def _leaf(self, typed: str, info: FieldInfo, value: Any) -> str:
        """A single value in the one spelling of its type; text as it was typed."""
        if isinstance(value, Term):
            return str(value.value) if self.lang == "en" else value.zh
        if isinstance(value, bool):
            return {"zh": "是" if value else "否", "en": "yes" if value else "no"}[self.lang]
        if isinstance(value, datetime.datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, Month | Period):
            return str(value)
        if isinstance(value, int) and info.unit is not None and info.unit.zh == _YUAN:
            return plain(value)
        return typed


def _only(value: Any, info: FieldInfo) -> Any:
    """A single value where the field may also hold several."""
    return value[0] if isinstance(value, tuple) and len(value) == 1 and info.several else value


def _led(above: Sequence[str]) -> Sequence[str]:
    """Comments without the empty lines that lead them: none stands at the head of a group."""
    return above[next((n for n, text in enumerate(above) if text), len(above)) :]
