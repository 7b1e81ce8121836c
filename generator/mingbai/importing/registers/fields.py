"""A cell as the field of a record wants it: an amount, a day, a rate, a text; and a term as two days."""

from __future__ import annotations

import datetime
import re
from typing import Any, Final, NamedTuple, get_args, get_origin

from mingbai.importing import cells, codes
from mingbai.importing.behind import EPOCH
from mingbai.importing.mapping import Dates, Unit
from mingbai.importing.refusal import RefusedError
from mingbai.schema.record import FieldInfo, Record, fields, nested
from mingbai.values.days import Month
from mingbai.values.money import plain

_PARTS: Final = re.compile(r"[；;\n、]|(?<=\S)\s+(?=\d+[.．、)）])")
_ACTS: Final = re.compile(r"[；;\n]|(?<=[》条款项])[、，]?(?=《)")
"""What stands between acts: a comma inside a title parts nothing."""
_NUMBERED: Final = re.compile(r"^\s*(?:\d+[.．、)）]|[（(]\d+[)）])\s*")
_CLAUSE: Final = re.compile(r"(.+?)》?\s*(第[〇零一二三四五六七八九十百0-9]+条.*)")
_RATE: Final = re.compile(r"([\d,]+(?:\.\d+)?)\s*元?\s*/\s*(月|季|半年|年)", re.ASCII)
_DATE: Final = r"(\d{4})[.年/-]?\s*(\d{1,2})(?:[.月/-]?\s*(\d{1,2})日?)?月?"
_TERM: Final = re.compile(rf"{_DATE}\s*[-~～—–至到]+\s*{_DATE}", re.ASCII)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})?\s*[-~～—–至到]+\s*(\d{4})(\d{2})(\d{2})?", re.ASCII)


class Path(NamedTuple):
    """A field of an entry, or of a group in it: the Chinese keys that lead to it."""

    keys: tuple[str, ...]
    info: FieldInfo

    @property
    def money(self) -> bool:
        """Whether it is an amount of yuan."""
        return self.info.unit is not None and self.info.unit.zh == "元"


def path_of(record: type[Record], name: str) -> Path | None:
    """`定期/金额` → the field; None where the record has none of that name. Chinese or English names."""
    keys: list[str] = []
    info: FieldInfo | None = None
    for part in name.split("/"):
        owner = record if info is None else next(nested(info.annotation), None)
        info = next((f for f in fields(owner).values() if part in f.keys), None) if owner is not None else None
        if info is None:
            return None
        keys.append(info.label.zh)
    return Path(tuple(keys), info) if info is not None else None


def node(path: Path, cell: str, dates: Dates, unit: Unit, epoch: datetime.date = EPOCH) -> Any:
    """What stands in the ledger for a cell that holds something; `epoch` is day 0 of plain numbers. Raises RefusedError."""
    group = next(nested(path.info.annotation), None)
    if group is not None:
        only = _only(group)
        return _rate(cell, group) if only is None or get_origin(path.info.annotation) is not tuple else _listed(cell, group, only)
    if path.money:
        return plain(cells.amount(cell, unit))
    if holds(path.info.annotation, datetime.date):
        return cells.day(cell, dates.calendar, dates.order, None, epoch).isoformat()
    return cells.words(cell)


def _only(group: type[Record]) -> FieldInfo | None:
    """The one field that every entry of a group must have, where it is a text; None for a group that needs more, or is a price."""
    known = fields(group)
    required = [f for f in known.values() if f.required]
    return required[0] if len(required) == 1 and holds(required[0].annotation, str) and not {"rate", "every"} <= known.keys() else None


def _listed(cell: str, group: type[Record], only: FieldInfo) -> list[dict[str, str]]:
    """`身份证、照片`, `《养老条例》第五条；《…》`: one entry for each; the article of an act in its own field where the group has one."""
    article = fields(group).get("article")
    entries = []
    for part in filter(None, (_NUMBERED.sub("", one).strip() for one in (_ACTS if "《" in cell else _PARTS).split(cell))):
        found = _CLAUSE.fullmatch(part) if article is not None else None
        entry = {only.label.zh: cells.words((found[1] if found else part).strip("《》 "))}
        entries.append({**entry, article.label.zh: cells.words(found[2])} if found and article is not None else entry)
    return entries


def term(cell: str) -> tuple[str, str]:
    """`2018.1.1-2018.12.31`, `20180501-20190430`, `201808-201812` → first and last day, in whatever order they were written."""
    found = _COMPACT.fullmatch(cell.strip()) or _TERM.fullmatch(cell.strip())
    try:
        if found:
            start = datetime.date(int(found[1]), int(found[2]), int(found[3] or 1))
            end = datetime.date(int(found[4]), int(found[5]), int(found[6])) if found[6] else Month(int(found[4]), int(found[5])).last
            return start.isoformat(), end.isoformat()
    except ValueError:
        pass
    raise RefusedError(codes.NOT_TERM)


def _rate(cell: str, group: type[Record]) -> dict[str, str]:
    """`5000元/月` → a price by its period; two figures in one cell (`4000元/年（800元/个）`) are refused."""
    found = _RATE.fullmatch(cell.strip())
    known = fields(group)
    if not found or not {"rate", "every"} <= known.keys():
        raise RefusedError(codes.RATE)
    return {known["rate"].label.zh: plain(cells.amount(found[1], Unit.YUAN)), known["every"].label.zh: found[2]}


def holds(annotation: Any, kind: type) -> bool:
    """Whether a field's annotation is of that kind, at any depth of its optional and listed parts."""
    return annotation is kind or any(holds(part, kind) for part in get_args(annotation))
