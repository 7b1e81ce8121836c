"""What is hung up on the board: a notice as a value, before it is set; and how a kind says what of its records a notice shows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mingbai.books import Trace
from mingbai.packs import Evidence, Item


class Head(NamedTuple):
    """The heading of a column; `figure`: its cells are figures, set to the right."""

    words: str
    figure: bool = False


class Grid(NamedTuple):
    """A table: every row has a cell a heading; `total` is the last row, empty where there is none; `note` stands below."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    note: str = ""


class Card(NamedTuple):
    """One thing told by its fields: (label, words), none empty."""

    title: str
    facts: tuple[tuple[str, str], ...]


class Prose(NamedTuple):
    """Paragraphs below a heading (empty: none)."""

    title: str
    paragraphs: tuple[str, ...]


Part = Grid | Card | Prose


class Signer(NamedTuple):
    """One line to sign on: what for, and who may."""

    task: str
    offices: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A notice, all in words.

    Attributes:
        name: of the file, without its ending.
        community, sort: whose it is, and 居务公开, 村务公开 …; title, subtitle: what of which time.
        lead: the sentence before the parts, in plain words; told: what happened, in the first sentences of the pages of the site.
        facts: what stands below the parts: basis, time on the board, where to object.
        signers: who signs; seal: whose seal.
        address: the page the code leads to, empty where there is none; shown: the same as people read it.
        day: of the notice; fictitious: whether the community is invented, which every sheet says.
        board: whether it holds words that must never be published on the site.
        empty: whether the ledgers hold nothing that it could show.
    """

    name: str
    community: str
    sort: str
    title: str
    subtitle: str
    lead: str
    parts: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...]
    signers: tuple[Signer, ...]
    seal: str
    address: str
    shown: str
    day: datetime.date
    fictitious: bool
    board: bool = False
    empty: bool = False
    told: tuple[str, ...] = ()


class Asked(NamedTuple):
    """What a kind is asked to show: the records that an item of the catalogue is about, from `first` to `last`, both included.

    `period`: whether it is a stretch of the calendar, not an event; `so_far`: the records up to `last`; `evidence`: by which
    conditions they were chosen.
    """

    item: Item
    first: datetime.date
    last: datetime.date
    period: bool
    traces: tuple[Trace, ...]
    so_far: tuple[Trace, ...]
    evidence: tuple[Evidence, ...]


class Phrase(NamedTuple):
    """Columns of a table that people say in one breath: on a card they are one field, where the first of them would stand."""

    label: str
    columns: tuple[str, ...]
    words: Callable[[Mapping[str, Any]], str]


class Shown(NamedTuple):
    """How the records of a kind stand on a notice: rows of one of its tables for download, so that both say the same.

    Attributes:
        table: the name of the table; title: what stands over its rows; columns: those shown, in this order; one that is empty in every row is left out.
        key: how a row names the record as the catalogue knows it, bare or after its book: columns in braces; empty: every row is shown.
        date: the column with the day, where only the rows of the time asked for are wanted.
        cards: one after the other with its fields, and not as a row: where there is much text.
        standing: it says how things stand, and not what happened: for a stretch of the calendar all records up to its end.
        prose: fields of the record with paragraphs, shown below its fields; of a list of records: `field.title.text`.
        sum: columns of money that are added up below the table.
        below: tables of details, chosen by the same ids.
        phrases: columns that a card says together.
    """

    table: str
    title: str
    columns: tuple[str, ...]
    key: str = ""
    date: str = ""
    cards: bool = False
    standing: bool = False
    prose: tuple[str, ...] = ()
    sum: tuple[str, ...] = ()
    below: tuple[Shown, ...] = ()
    phrases: tuple[Phrase, ...] = ()
