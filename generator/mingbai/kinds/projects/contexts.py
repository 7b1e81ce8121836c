"""What the project templates show; fen, every sentence made."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.projects.records import Project
from mingbai.pages import Link, Note


@dataclass(frozen=True, slots=True)
class Row:
    """One project in the list; `state` colours the word."""

    name: str
    address: str
    kind: str
    place: str
    who: str
    budget: int
    cost: int
    word: str
    state: str
    warned: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Projects of one list: under way, finished, not begun."""

    title: str
    anchor: str
    rows: tuple[Row, ...]
    budget: int
    cost: int


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`projects/index.html`: every project."""

    lede: str
    late: str
    groups: tuple[Group, ...]
    phone: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of the money, with the page of the fund or book."""

    kind: str
    words: str
    link: Link | None
    amount: int


@dataclass(frozen=True, slots=True)
class StepRow:
    """One point on the timeline; `state` is done or todo."""

    title: str
    when: datetime.date | str
    text: str
    state: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line that names the project; fen, one of `income` and `expense` is None, both where money only moved."""

    day: datetime.date
    summary: str
    party: str
    fund: str
    income: int | None
    expense: int | None
    voucher: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class BookLines:
    """The lines of one book; books are never added together into one balance."""

    book: str
    anchor: str
    rows: tuple[LineRow, ...]
    income: int
    expense: int


@dataclass(frozen=True, slots=True)
class ProjectContext:
    """`projects/project.html`: one project, its money, its days."""

    project: Project
    lede: str
    late: str
    word: str
    state: str
    budget: int
    spent: int
    left: int
    decision: Link | None
    contracts: tuple[Link, ...]
    matter: Link | None
    sources: tuple[SourceRow, ...]
    steps: tuple[StepRow, ...]
    books: tuple[BookLines, ...]
    surveys: tuple[str, ...]
    cited_by: tuple[Link, ...]
    notes: tuple[Note, ...]
    outturn: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """`projects/part.html`: the projects a book pays for, on the book's page."""

    lede: str
    rows: tuple[tuple[str, str, int, str, str], ...]
    """(name, address, paid from this book, state in a word, its colour)."""
