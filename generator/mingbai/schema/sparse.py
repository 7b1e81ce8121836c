"""Records of which there are very many: what one of them leaves out is kept once, on its class, as with any class of Python.

Pydantic stores every field in every record. Of a line's fields most are left out most of the time, and there are
hundreds of thousands of lines: kept on the class they cost no memory and no time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from mingbai.schema.record import Record

R = TypeVar("R", bound=Record)

SPARSE: Final[set[type[Record]]] = set()
"""The classes so declared."""


def sparse(record: type[R]) -> type[R]:
    """Declares a record class whose records need hold only what they were given; it cannot be the base of another.

    Both sorts of records are equal where their fields are.
    """
    for name, info in record.model_fields.items():
        if not info.is_required() and info.default_factory is None:
            setattr(record, name, info.default)
    names = tuple(record.model_fields)

    def values(one: Any) -> tuple[Any, ...]:
        return tuple(getattr(one, name) for name in names)

    def same(one: Record, other: object) -> bool:
        return type(one) is type(other) and values(one) == values(other)

    def summary(one: Record) -> int:
        return hash(values(one))

    for name, method in (("__eq__", same), ("__hash__", summary)):
        setattr(record, name, method)
    SPARSE.add(record)
    return record


def shared(names: Sequence[str]) -> dict[str, Any]:
    """A dict with these keys; its copies share them with it, so that each costs its values only."""
    holder = type("Fields", (), {})()
    for name in names:
        setattr(holder, name, None)
    keys: dict[str, Any] = vars(holder)
    return keys
