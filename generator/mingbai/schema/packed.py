"""Nodes of which many look alike, as the fast reader finds them: the keys once, then only the values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.schema.record import AT


class Stretch:
    """Mappings of a list that follow each other and have the same keys: where each starts, and its values (a text, or a list of texts)."""

    __slots__ = ("ats", "keys", "rows")

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys  # AT first
        self.ats: list[int] = []
        self.rows: list[tuple[Any, ...]] = []

    def pop(self) -> dict[str, Any]:
        """Takes out the last one, as a mapping."""
        return dict(zip(self.keys, (self.ats.pop(), *self.rows.pop()), strict=True))

    def mappings(self) -> Iterator[dict[str, Any]]:
        """Each as a mapping."""
        return (dict(zip(self.keys, (at, *row), strict=True)) for at, row in zip(self.ats, self.rows, strict=True))


def unpack(nodes: dict[str, Any]) -> dict[str, Any]:
    """The same nodes, with every stretch written out as mappings in its place."""
    for key, value in nodes.items():
        if type(value) is list:
            _spread(value)
        elif type(value) is dict and key != AT:
            unpack(value)
    return nodes


def _spread(items: list[Any]) -> None:
    if any(type(item) is Stretch for item in items):
        items[:] = [one for item in items for one in (item.mappings() if type(item) is Stretch else (item,))]
    for item in items:
        if type(item) is dict:
            unpack(item)
        elif type(item) is list:
            _spread(item)
