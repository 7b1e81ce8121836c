"""The privacy door: what pages and tables are made from has passed here, and only public fields have.

A record class whose fields are all public passes as it is; of any other a copy is made in which every field that is not
public holds its default, so that no page, table or message can print what must not be seen (ledgers.md, principle 10).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from mingbai.books import Books, Filed
from mingbai.diagnostics import Diagnostic, Severity
from mingbai.kind import Findings, View
from mingbai.schema.record import FILE_SHIFT, Privacy, Record, fields, nested

_EXTRA = "extra"
_OFFSET = (1 << FILE_SHIFT) - 1


def let_out(books: Books, findings: Iterable[Diagnostic], open_extra: Iterable[str] = ()) -> View:
    """What may be published of these books and findings. Errors stay inside; only 提醒 (warnings) are for the public."""
    keys = frozenset(open_extra)
    same: dict[int, Record] = {}

    def out(record: Record) -> Record:
        if sealed(type(record)):
            if id(record) not in same:
                same[id(record)] = _redacted(record, keys, out)
            return same[id(record)]
        return record

    filed = tuple(f if f.record is None else Filed(f.kind, f.id, f.path, f.number, out(f.record)) for f in books.filed)
    ids = {what: {id: out(r) for id, r in bearers.items()} for what, bearers in books.ids.items()}
    public = replace(books, filed=filed, ids=ids, _kept={})
    told = (f for f in findings if f.severity is Severity.WARNING and _may_be_told(f, books))
    return View(public, Findings(told))


@cache
def sealed(record: type[Record], seen: tuple[type[Record], ...] = ()) -> bool:
    """Whether the class, or one nested in it, has a field that is not public."""
    if record in seen:
        return False
    known = fields(record).values()
    return any(f.privacy is not Privacy.PUBLIC or f.name == _EXTRA for f in known) or any(
        sealed(inner, (*seen, record)) for f in known for inner in nested(f.annotation)
    )


def _redacted(record: Record, keys: frozenset[str], out: Any) -> Record:
    values: dict[str, Any] = {"at_": record.at_}
    for name, info in fields(type(record)).items():
        value = getattr(record, name)
        if info.privacy is not Privacy.PUBLIC:
            value = type(record).model_fields[name].get_default(call_default_factory=True)
        elif name == _EXTRA:
            value = {k: v for k, v in value.items() if k in keys}
        elif isinstance(value, Record):
            value = out(value)
        elif type(value) is tuple and any(isinstance(v, Record) for v in value):
            value = tuple(out(v) if isinstance(v, Record) else v for v in value)
        values[name] = value
    return type(record).model_construct(_fields_set=set(values), **values)


def _may_be_told(finding: Diagnostic, books: Books) -> bool:
    """A finding about a field that is not public is not told in public."""
    place = finding.place
    filed = books.derived(_by_path).get(place.path)
    if not place.keys or filed is None or filed.record is None:
        return True
    holders = [r for r in _within(filed.record) if r.at_ & _OFFSET == place.at & _OFFSET]
    return not any(f.privacy is not Privacy.PUBLIC and set(f.keys) & set(place.keys) for r in holders for f in fields(type(r)).values())


def _by_path(books: Books) -> dict[str, Filed[Record]]:
    return {f.path: f for f in books.filed}


def _within(record: Record) -> Iterator[Record]:
    """The record and every record nested in it, among those whose class has a field that is not public."""
    if sealed(type(record)):
        yield record
        for name in fields(type(record)):
            value = getattr(record, name)
            for part in value if type(value) is tuple else (value,):
                if isinstance(part, Record):
                    yield from _within(part)
