"""Entries into the file of a register: a new file, or below the entries that stand there, which are never touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from mingbai import reading, writing
from mingbai.diagnostics import Diagnostic, Place, Span
from mingbai.importing import codes
from mingbai.importing.registers.together import Entry
from mingbai.schema.record import AT, FieldInfo, Record, fields, nested

_NUMBER: Final = frozenset({"number", "id"})
_KEY: Final = re.compile(r"^[^\s#-][^:]*:", re.MULTILINE)


@dataclass(frozen=True)
class Merged:
    """The text of the file; how many entries are new, how many stood there already and say the same."""

    text: str
    added: int
    same: int
    problems: tuple[Diagnostic, ...] = ()


def list_of(root: type[Record]) -> FieldInfo:
    """The field of a register that lists its entries: the first list of numbered entries, else the first list."""
    lists = [(f, r) for f in fields(root).values() for r in nested(f.annotation) if issubclass(r, Record)]
    return next((f for f, r in lists if not _NUMBER.isdisjoint(fields(r))), lists[0][0])


def merge(old: bytes | None, path: str, root: type[Record], file: dict[str, Any], entries: Sequence[Entry], source: str) -> Merged:
    """The text with the entries at the end of its list (`old`: what stands there, None: nothing); `source` is the table's name for findings.

    An entry with the number of one that stands there is left out where all it says stands there too, else IMP025. Entries of a
    list without numbers are left out, one for one, where all they say stands there.
    """
    listed = list_of(root)
    problems = list(_twice(entries, source))
    if old is None:
        return Merged(writing.dump({**file, listed.label.zh: [e.nodes for e in entries]}), len(entries), 0, tuple(problems))
    document, refused = reading.read(old, path, 0)
    nodes, text = document.nodes, document.text
    if nodes is None or refused:
        return Merged(text, 0, 0, refused)
    key = next((k for k in listed.keys if k in nodes), listed.label.zh)
    standings = [e for e in nodes.get(key) or [] if isinstance(e, dict)]
    there = {number: e for e in standings if (number := _number(e))}
    new: list[Entry] = []
    for entry in entries:
        standing = there.get(_number(entry.nodes)) if _number(entry.nodes) else _taken(standings, entry.nodes)
        if standing is None:
            new.append(entry)
        elif not _says(standing, entry.nodes):
            problems.append(codes.TAKEN.at(_place(source, entry), row=entry.row, number=_number(entry.nodes), path=path))
    if not new or problems:
        return Merged(text, 0, len(entries) - len(new), tuple(problems))
    return Merged(_appended(text, key, new), len(new), len(entries) - len(new))


def _twice(entries: Sequence[Entry], source: str) -> list[Diagnostic]:
    first: dict[str, int] = {}
    found = []
    for entry in entries:
        number = _number(entry.nodes)
        if number and number in first:
            found.append(codes.SAME_NUMBER.at(_place(source, entry), row=entry.row, number=number, first=first[number]))
        first.setdefault(number, entry.row)
    return found


def _place(source: str, entry: Entry) -> Place:
    return Place(source, span=Span(entry.row, 1, entry.row, 2))


def _number(nodes: dict[str, Any]) -> str:
    return str(next((nodes[k] for k in ("编号", "number", "id") if k in nodes), ""))


def _taken(standings: list[dict[str, Any]], nodes: dict[str, Any]) -> dict[str, Any] | None:
    """The first entry that says all of `nodes`, taken out of the list, so that two alike need two; None where there is none."""
    found = next((n for n, standing in enumerate(standings) if _says(standing, nodes)), None)
    return None if found is None else standings.pop(found)


def _says(standing: Any, nodes: Any) -> bool:
    """Whether all that an entry says stands there already; amounts and texts as they are typed."""
    if isinstance(nodes, dict):
        return isinstance(standing, dict) and all(k in standing and _says(standing[k], v) for k, v in nodes.items() if k != AT)
    if isinstance(nodes, list):
        return isinstance(standing, list) and len(standing) == len(nodes) and all(map(_says, standing, nodes))
    return str(standing) == str(nodes)


def _appended(old: str, key: str, new: Sequence[Entry]) -> str:
    """The new entries after the last of the list, at the depth of the others; nothing else of the text changes."""
    lines = writing.dump({key: [e.nodes for e in new]}).split("\n")[1:-1]
    begins = re.search(rf"^{re.escape(key)}:[ ]*(\[\])?[ ]*$", old, re.MULTILINE)
    if begins is None:
        return f"{old.rstrip()}\n{key}:\n" + "\n".join(lines) + "\n"
    head, tail = old[: begins.start()] + f"{key}:", old[begins.end() :]
    following = _KEY.search(tail)
    inside, rest = (tail[: following.start()], tail[following.start() :]) if following else (tail, "")
    dash = re.search(r"^([ ]*)-", inside, re.MULTILINE)
    if dash is not None and len(dash[1]) != 2:
        lines = [f"{dash[1]}{line[2:]}" if line else line for line in lines]
    return f"{head}{inside.rstrip()}\n" + "\n".join(lines) + "\n" + rest
