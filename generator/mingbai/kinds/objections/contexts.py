"""What the templates of objections see."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from mingbai.kinds.community.records import Channel
from mingbai.kinds.objections.records import Objection
from mingbai.pages import Link, Note


class Row(NamedTuple):
    """An objection in a list or beside what it is about."""

    number: str
    address: str
    summary: str
    sort: str
    category: str
    day: datetime.date
    due: datetime.date | None
    answered: datetime.date | None
    answer: str
    word: str
    colour: str


class Figures(NamedTuple):
    """How many came in, were answered in time and late, are open and overdue."""

    raised: int
    in_time: int
    late: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`objections/index.html`: how to object, how many there were, each with its answer."""

    lede: str
    late: str
    figures: Figures
    clocks: tuple[tuple[str, str], ...]
    channels: tuple[Channel, ...]
    phone: str
    overdue: tuple[Row, ...]
    open: tuple[Row, ...]
    answered: tuple[Row, ...]
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObjectionContext:
    """`objections/objection.html`: one objection with what it is about and its answer."""

    objection: Objection
    lede: str
    late: str
    word: str
    colour: str
    due: datetime.date | None
    about: tuple[Link, ...]
    notes: tuple[Note, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PartContext:
    """`objections/part.html`: how to object to what stands on a page, and what was objected to it."""

    rows: tuple[Row, ...]
    phone: str
    hint: str
