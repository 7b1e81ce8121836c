"""Several rows that are one entry: their amounts are added, their words joined, and every row but the first is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from mingbai.importing.lines import Skipped
from mingbai.importing.registers.fields import holds, path_of
from mingbai.importing.registers.map import RegisterMap
from mingbai.schema.record import Record, fields
from mingbai.values.money import fen, plain
from mingbai.values.text import Text

_JOIN: Final = "、"
_NUMBERS: Final = ("number", "id")


class Entry(NamedTuple):
    """One entry: the row it comes from and its nodes by Chinese keys in the order of the record."""

    row: int
    nodes: dict[str, Any]


def together(entries: Sequence[Entry], item: type[Record], map: RegisterMap) -> tuple[tuple[Entry, ...], tuple[Skipped, ...]]:
    """The entries, those alike in all fields of `合并` made one; the rows that went into another, in their order.

    What a field is decides what becomes of it: amounts are added, the number and the day of the first row stay, other words are
    joined where they differ. Where the numbers were counted, the entries that are left are counted anew.
    """
    if not map.together:
        return tuple(entries), ()
    keys = [path.keys[0] if (path := path_of(item, name)) else name for name in map.together]
    first: dict[tuple[str, ...], Entry] = {}
    joined = []
    for entry in entries:
        alike = tuple(str(entry.nodes.get(key, "")) for key in keys)
        before = first.setdefault(alike, entry)
        if before is not entry:
            first[alike] = Entry(before.row, _added(before.nodes, entry.nodes, item))
            joined.append(Skipped(entry.row, "", alike[0], Text(f"与第 {before.row} 行合成一项", f"one entry with row {before.row}")))
    number = next((info.label.zh for name, info in fields(item).items() if name in _NUMBERS), None)
    made = list(first.values())
    if number is not None and not any(path.keys == (number,) for name in map.columns if (path := path_of(item, name))):
        made = [Entry(e.row, {**e.nodes, number: _counted(n, map.prefix)}) for n, e in enumerate(made, 1)]
    return tuple(made), tuple(joined)


def _counted(n: int, prefix: str | None) -> str:
    return f"{prefix}{n:02}" if prefix else str(n)


def _added(one: dict[str, Any], other: dict[str, Any], item: type[Record]) -> dict[str, Any]:
    made = dict(one)
    for name, info in fields(item).items():
        key = info.label.zh
        here, there = made.get(key), other.get(key)
        if there is None or here == there or name in _NUMBERS:
            continue
        if here is None:
            made[key] = there
        elif info.unit is not None and info.unit.zh == "元":
            made[key] = plain(fen(str(here)) + fen(str(there)))
        elif info.unit is not None and str(here).isdecimal() and str(there).isdecimal():
            made[key] = str(int(here) + int(there))
        elif not info.ref and holds(info.annotation, str) and str(there) not in str(here).split(_JOIN):
            made[key] = f"{here}{_JOIN}{there}"
    return made
