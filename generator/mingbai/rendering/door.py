"""The privacy door: what pages and tables are made from has passed here, and only public fields have.

A record class whose fields are all public passes as it is; of any other a copy is made in which every field that is not
public holds its default, so that no page, table or message can print what must not be seen (ledgers.md, principle 10).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from mingbai.books import Books, Filed
from mingbai.diagnostics import Diagnostic, Severity
from mingbai.kind import Findings, Kind, View
from mingbai.schema.record import FILE_SHIFT, Privacy, Record, fields, nested
from mingbai.values.days import in_words, spoken
from mingbai.values.text import Text

_EXTRA = "extra"
_DAY = re.compile(r"(?<![\w/.:-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w/-])", re.ASCII)
"""A day as ledgers write it; not at the head of an id (2026-02-28-yishi/1)."""
_OFFSET = (1 << FILE_SHIFT) - 1


def let_out(books: Books, findings: Iterable[Diagnostic], open_extra: Iterable[str] = (), kinds: Iterable[Kind] = ()) -> View:
    """What may be published of these books and findings. Errors stay inside; only 提醒 (warnings) are for the public.

    `kinds` say where records stand on the site (`View.where`).
    """
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
    told = (_in_words(f) for f in findings if f.severity is Severity.WARNING and _may_be_told(f, books))
    return View(public, Findings(told), tuple(kinds))


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
    """The record with nothing secret in it; itself where there was nothing to take out."""
    changed: dict[str, Any] = {}
    for name, secret, default in _doubtful(type(record)):
        value = public = getattr(record, name)
        if secret:
            public = value if value == default else default
        elif name == _EXTRA:
            shown = {k: v for k, v in value.items() if k in keys}
            public = value if len(shown) == len(value) else shown
        elif type(value) is tuple:
            let = tuple(out(v) if isinstance(v, Record) else v for v in value)
            public = value if all(a is b for a, b in zip(let, value, strict=True)) else let
        elif isinstance(value, Record):
            public = out(value)
        if public is not value:
            changed[name] = public
    return record.model_copy(update=changed) if changed else record


@cache
def _doubtful(record: type[Record]) -> tuple[tuple[str, bool, Any], ...]:
    """The fields that are secret, hold free fields, or hold records with such: (name, whether secret, what stands in its place)."""
    found = []
    for name, info in fields(record).items():
        secret = info.privacy is not Privacy.PUBLIC
        if secret or name == _EXTRA or any(sealed(inner) for inner in nested(info.annotation)):
            default = record.model_fields[name].get_default(call_default_factory=True) if secret else None
            found.append((name, secret, default))
    return tuple(found)


def _may_be_told(finding: Diagnostic, books: Books) -> bool:
    """A finding about a field that is not public is not told in public."""
    place = finding.place
    filed = books.derived(_by_path).get(place.path)
    if not place.keys or filed is None or filed.record is None:
        return True
    holders = [r for r in _within(filed.record) if r.at_ & _OFFSET == place.at & _OFFSET]
    return not any(f.privacy is not Privacy.PUBLIC and set(f.keys) & set(place.keys) for r in holders for f in fields(type(r)).values())


def _in_words(finding: Diagnostic) -> Diagnostic:
    """The finding with its days as residents say them: the terminal writes 2026-03-05, as ledgers do, a page 2026年3月5日."""
    told = {name: _day_in_words(value) for name, value in finding.values.items()}
    return replace(finding, values=told) if told != finding.values else finding


def _day_in_words(value: Any) -> Any:
    if type(value) is Text:
        return Text(_DAY.sub(_in_chinese, value.zh), _DAY.sub(_in_english, value.en))
    if type(value) in (list, tuple):
        return type(value)(map(_day_in_words, value))
    return spoken(value) if type(value) is datetime.date else value


def _in_chinese(found: re.Match[str]) -> str:
    return in_words(datetime.date.fromisoformat(found[0])).zh


def _in_english(found: re.Match[str]) -> str:
    return in_words(datetime.date.fromisoformat(found[0])).en


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
