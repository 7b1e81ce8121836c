"""Nodes as canonical YAML: two spaces a level, lists indented under their key, short lists of words in one line, LF."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from mingbai.schema.record import AT
from mingbai.writing.scalars import block, is_block, key, scalar

_STEP: Final = 2
_WIDTH: Final = 60
"""Characters that a list in brackets may have; a Chinese one is as wide as two others on the screen."""
_IN_BRACKETS: Final = re.compile(r"[^\x00-#%&'*,\-:>?@[\]`{|}!\x7f](?:[^\x00- \"#&'*,:?[\]{}]| (?=[^\x00-/:-@[-`{-\x7f]))*")
"""A word that may stand in brackets as it is; the fast reader knows no other."""


class Spot:
    """A node with the comments above it and those that end it, a mapping or the list of a field; an empty comment is an empty line."""

    __slots__ = ("after", "before", "value")

    def __init__(self, value: Any, before: Sequence[str] = (), after: Sequence[str] = ()) -> None:
        self.value, self.before, self.after = value, tuple(before), tuple(after)


def dump(nodes: Mapping[str, Any] | Spot) -> str:
    """The text of a ledger: str, None, lists, mappings and spots, in the order given; places (AT) are left out.

    Raises:
        TypeError: for a value that is none of these, which no reader returns.
    """
    lines: list[str] = []
    _mapping(nodes, 0, "", lines)
    return "\n".join(lines or ["{}"]) + "\n"


def _mapping(node: Any, column: int, lead: str, lines: list[str]) -> None:
    """The fields of a mapping at a column; `lead` stands before the first instead of spaces."""
    spot = node if isinstance(node, Spot) else Spot(node)
    _comments(spot.before, column - _STEP if lead else column, lines)
    spaces = " " * column
    for name, value in spot.value.items():
        if type(value) is str and "\n" not in value and name != AT:  # nearly all fields: no comments, one line
            lines.append(f"{lead or spaces}{key(name)}: {scalar(value)}")
            lead = ""
        elif name != AT:
            field = value if isinstance(value, Spot) else Spot(value)
            _comments(field.before, column - _STEP if lead else column, lines)
            _node(f"{lead or spaces}{key(name)}:", field.value, column, lines)
            _comments(field.after, column + _STEP, lines)
            lead = ""
    _comments(spot.after, column, lines)


def _comments(texts: Sequence[str], column: int, lines: list[str]) -> None:
    for text in texts:
        if text or not lines or lines[-1]:  # an empty line after one that ends a text would be part of it
            lines.append(f"{' ' * column}{text}" if text else "")


def _node(head: str, value: Any, column: int, lines: list[str]) -> None:
    """What `head` (a key with its colon, or a dash) introduces."""
    if value is None:
        lines.append(head)
    elif isinstance(value, str):
        if is_block(value):
            sign, texts = block(value)
            lines.append(f"{head} {sign}")
            lines.extend(" " * (column + _STEP) + text if text else "" for text in texts)
        else:
            lines.append(f"{head} {scalar(value)}")
    elif isinstance(value, (dict, Spot, Mapping)):
        inside = value.value if isinstance(value, Spot) else value
        if len(inside) == (AT in inside):
            lines.append(f"{head} {{}}")
        elif head.endswith("-"):
            _mapping(value, column + _STEP, f"{head} ", lines)
        else:
            lines.append(head)
            _mapping(value, column + _STEP, "", lines)
    elif isinstance(value, (list, tuple)):
        _list(head, value, column, lines)
    else:
        raise TypeError(f"{type(value).__name__} is no node")


def _list(head: str, items: Sequence[Any], column: int, lines: list[str]) -> None:
    brackets = _in_brackets(items)
    if brackets is not None:
        lines.append(f"{head} {brackets}")
        return
    lines.append(head)
    dash = " " * (column + _STEP) + "-"
    for item in items:
        alone = isinstance(item, Spot) and not isinstance(item.value, Mapping)
        if alone:
            _comments(item.before, column + _STEP, lines)
        _node(dash, item.value if alone else item, column + _STEP, lines)


def _in_brackets(items: Sequence[Any]) -> str | None:
    """`[甲, 乙]` for a short list of plain words without comments; None for any other."""
    words = [i.value if isinstance(i, Spot) and not i.before else i for i in items]
    if not all(isinstance(w, str) and _IN_BRACKETS.fullmatch(w) and scalar(w) == w for w in words):
        return None
    text = f"[{', '.join(words)}]"
    return text if len(text) <= _WIDTH else None
