"""What the templates of admission see."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from mingbai.kinds.admission.records import Admission, Duty, DutyFile
from mingbai.pages import Link, Note


class Row(NamedTuple):
    """A task in a list: who asks, promised and arrived in fen, the word for its state and for its money."""

    matter: str
    address: str
    department: str
    sort: str
    promised: int
    arrived: int
    state: str
    state_colour: str
    money: str
    money_colour: str
    warned: bool


class Group(NamedTuple):
    """Tasks of one fate."""

    title: str
    anchor: str
    rows: tuple[Row, ...]
    promised: int
    arrived: int


class FundRow(NamedTuple):
    """A fund said to follow a task that names none, with the fen that came into it."""

    name: str
    address: str
    book: str
    grantor: str
    arrived: int


class Listed(NamedTuple):
    """A list of what the community does, by sort: (title, entries); an entry is (anchor, entry, the tasks that cite it)."""

    file: DutyFile
    title: str
    anchor: str
    told: str
    groups: tuple[tuple[str, tuple[tuple[str, Duty, tuple[Link, ...]], ...]], ...]
    source: str


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`admission/index.html`: tasks, their money, money without a task, the lists.

    Attributes:
        lede, late: the plain sentence, and what stands out.
        followed, taken: how many of the tasks that need money have all that should have come by now; how many there are.
        promised, due, arrived: fen of all tasks taken on: promised, should have come by now, came.
    """

    lede: str
    late: str
    followed: int
    taken: int
    promised: int
    due: int
    arrived: int
    groups: tuple[Group, ...]
    orphans: tuple[FundRow, ...]
    lists: tuple[Listed, ...]
    phone: str
    basis: tuple[str, ...]


class PromiseRow(NamedTuple):
    """A promise: fen, by when, how, the word for what became of it."""

    amount: int
    due: datetime.date
    how: str
    word: str
    colour: str


class FlowRow(NamedTuple):
    """A line that brought or took money, in fen; `own` is what other funds of the community put in."""

    day: datetime.date
    summary: str
    link: Link | None
    arrived: int
    spent: int
    own: int
    voucher: str


class Step(NamedTuple):
    """A day in the life of the task."""

    title: str
    day: datetime.date
    text: str


@dataclass(frozen=True, slots=True)
class TaskContext:
    """`admission/task.html`: one task."""

    task: Admission
    lede: str
    late: str
    state: str
    state_colour: str
    money: str
    money_colour: str
    asked: int | None
    promised: int
    arrived: int
    spent: int
    own: int
    needs: tuple[tuple[str, str], ...]
    promises: tuple[PromiseRow, ...]
    flows: tuple[FlowRow, ...]
    funds: tuple[Link, ...]
    services: tuple[Link, ...]
    listed: Link | None
    decision: Link | None
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PartContext:
    """`admission/part.html`: the tasks that belong to a fund or a service."""

    title: str
    text: str
    rows: tuple[Row, ...]
