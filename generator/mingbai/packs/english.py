"""The English that law packs give beside their Chinese: names of acts, bodies and items, duties, meanings of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mingbai.schema.record import Record, fields

_PAIRS = (
    ("name", "english"),
    ("matter", "english"),
    ("word", "english"),
    ("meaning", "english_meaning"),
    ("duty", "duty_en"),
    ("version", "english_version"),
    ("source", "source_en"),
)


def english(records: Iterable[Record]) -> dict[str, str]:
    """The Chinese and the English of these records and of all inside them; of two that say the same in Chinese the first."""
    found: dict[str, str] = {}
    for record in records:
        for chinese, told in _within(record):
            found.setdefault(chinese, told)
    return found


def _within(record: Record) -> Iterator[tuple[str, str]]:
    for chinese, other in _PAIRS:
        first, second = getattr(record, chinese, None), getattr(record, other, None)
        if isinstance(first, str) and isinstance(second, str) and first != second:
            yield first, second
    for name in fields(type(record)):
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _within(part)


def untold(record: Record) -> Iterator[str]:
    """The fields for English of a record that were left out, so that the Chinese stands in them."""
    for name in dict.fromkeys(other for _, other in _PAIRS):
        if name in type(record).model_fields and name not in record.model_fields_set and getattr(record, name) is not None:
            yield name
