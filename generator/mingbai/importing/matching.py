"""Which rows of a table stand in a month already, which are new, and which cannot be told apart from a line that says something else.

A row with a voucher of its own is known by it. A row that was given its number by us is known by its day and amount. It stands there
where a line says all that the row says; what the secretary has added since (a category, a decision) is no difference, nor are the
constants of the map, but for the account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from mingbai.importing.lines import Line as Origin
from mingbai.kinds.finance.records import Defaults, Line, MonthFile
from mingbai.schema.record import FieldInfo, fields
from mingbai.values.money import plain
from mingbai.values.text import Text

_FILLED = tuple(fields(Defaults))


class Match(NamedTuple):
    """A row (its position among the lines of the import) and the line of the month it is, or may be (its position there)."""

    row: int
    line: int


class Matched(NamedTuple):
    """The rows that stand there, those that say something else than the line with their voucher, those that may be a line, the new ones."""

    there: tuple[Match, ...]
    taken: tuple[Match, ...]
    alike: tuple[Match, ...]
    new: tuple[int, ...]


def match(standing: MonthFile, told: MonthFile, origins: Sequence[Origin]) -> Matched:
    """Every row of `told` is in one of the four; no line of `standing` is taken for two rows."""
    here = [_said(line, standing) for line in standing.lines]
    rows = [_compared(line, told, origin) for line, origin in zip(told.lines, origins, strict=True)]
    free: dict[Any, list[int]] = defaultdict(list)
    for n, line in enumerate(standing.lines):
        free[line.voucher].append(n)
        free[line.date, line.amount].append(n)
    used: set[int] = set()

    def candidates(n: int) -> Iterator[int]:
        key = told.lines[n].voucher if "voucher" in rows[n] else (told.lines[n].date, told.lines[n].amount)
        return (line for line in free[key] if line not in used)

    there, rest = [], []
    for n, said in enumerate(rows):
        found = next((line for line in candidates(n) if _holds(here[line], said)), None)
        if found is None:
            rest.append(n)
        else:
            used.add(found)
            there.append(Match(n, found))
    taken: list[Match] = []
    alike: list[Match] = []
    new: list[int] = []
    for n in rest:
        found = next(candidates(n), None)
        if found is None:
            new.append(n)
        else:
            (taken if "voucher" in rows[n] else alike).append(Match(n, found))
    return Matched(tuple(there), tuple(taken), tuple(alike), tuple(new))


def difference(standing: MonthFile, told: MonthFile, found: Match, origin: Origin) -> Text:
    """What the line and the row say otherwise, field by field: 金额：账里是“126.00”，表里是“136.00”."""
    here, said = _said(standing.lines[found.line], standing), _compared(told.lines[found.row], told, origin)
    known = fields(Line)
    apart = [(known[name], here.get(name), value) for name, value in said.items() if not _holds(here, {name: value})]
    zh = "；".join(f"{i.label.zh}：账里是{_quoted(a, i) or '空的'}，表里是{_quoted(b, i)}" for i, a, b in apart)
    en = "; ".join(f"{i.label.en}: the ledger says {_quoted(a, i) or 'nothing'}, the table {_quoted(b, i)}" for i, a, b in apart)
    return Text(zh, en)


def _said(line: Line, month: MonthFile) -> dict[str, Any]:
    """What a line says, the defaults of its month filled in."""
    said = {name: value for name in fields(Line) if (value := getattr(line, name)) not in (None, (), {})}
    return {name: value for name in _FILLED if (value := getattr(month.defaults, name))} | said


def _compared(line: Line, month: MonthFile, origin: Origin) -> dict[str, Any]:
    """What the row itself says: its cells, and the account."""
    known, said = fields(Line), _said(line, month)
    always = ("date", "kind", "amount", "account")
    return {name: value for name, value in said.items() if name in always or _from_cell(known[name].label.zh, origin)}


def _from_cell(key: str, origin: Origin) -> bool:
    return key in origin.nodes and origin.nodes[key] != origin.constants.get(key)


def _holds(here: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    return all(set(v) <= set(here.get(name, ())) if isinstance(v, tuple) else here.get(name) == v for name, v in said.items())


def _quoted(value: Any, info: FieldInfo) -> str:
    if value is None:
        return ""
    said = (
        "、".join(map(str, value)) if isinstance(value, tuple) else plain(value) if info.unit is not None and isinstance(value, int) else str(value)
    )
    return f"“{said}”"
