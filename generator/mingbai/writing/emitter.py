"""Nodes as canonical block YAML: two spaces a level, lists indented under their key, LF, one way to write each thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from mingbai.schema.record import AT
from mingbai.writing.scalars import block, is_block, key, scalar

_STEP: Final = 2


def dump(nodes: Mapping[str, Any]) -> str:
    """The text of a ledger: str, None, lists and mappings, in the order given; places (AT) are left out.

    Raises:
        TypeError: for a value that is neither, which no reader returns.
    """
    lines: list[str] = []
    _mapping(nodes, 0, "", lines)
    return "\n".join(lines or ["{}"]) + "\n"


def _mapping(nodes: Mapping[str, Any], column: int, lead: str, lines: list[str]) -> None:
    """The fields of a mapping at a column; `lead` stands before the first instead of spaces."""
    for name, value in nodes.items():
        if name != AT:
            _node(f"{lead or ' ' * column}{key(name)}:", value, column, lines)
            lead = ""


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
    elif isinstance(value, Mapping):
        if not value.keys() - {AT}:
            lines.append(f"{head} {{}}")
        elif head.endswith("-"):
            _mapping(value, column + _STEP, f"{head} ", lines)
        else:
            lines.append(head)
            _mapping(value, column + _STEP, "", lines)
    elif isinstance(value, (list, tuple)):
        if not value:
            lines.append(f"{head} []")
            return
        lines.append(head)
        for item in value:
            _node(" " * (column + _STEP) + "-", item, column + _STEP, lines)
    else:
        raise TypeError(f"{type(value).__name__} is no node")
