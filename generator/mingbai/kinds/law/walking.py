"""Records within records."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.schema.record import Record, fields


def inside(record: Record) -> Iterator[Record]:
    """A record and every record in it."""
    yield record
    for name in fields(type(record)):
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Record):
                yield from inside(one)


def owned(record: Record, owner: Record | None = None) -> Iterator[tuple[Record, Record]]:
    """A record and every record in it, each with the one it stands in; the outermost with itself."""
    yield owner or record, record
    for name in fields(type(record)):
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Record):
                yield from owned(one, record)
