"""What kinds hand to rendering, and rendering to the site: drafts, pages, datasets. Values only."""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mingbai.values.speech import SOURCE
from mingbai.values.text import Text


class Crumb(NamedTuple):
    """A page above this one: its title and address."""

    title: str
    address: str


class Link(NamedTuple):
    """Words and where on the site they lead."""

    words: str
    address: str


class Note(NamedTuple):
    """A 提醒 beside the record it concerns, in words."""

    title: str
    message: str
    basis: str


class Toc(NamedTuple):
    """One heading of the page's own table of contents; level 2 is the first below the title."""

    title: str
    id: str
    level: int = 2


class Here(str):
    """An address of this site in what programs are told: the page of the language that is spoken, or a thing's own name in an `@id`."""

    __slots__ = ()


Told = Mapping[str, Any]
"""A thing as schema.org describes it (JSON-LD): mappings, lists, texts, numbers and `Here`; what is None or empty is not told."""

BODY = Here("#body")
"""The `@id` of the body that publishes; the home page tells of it."""


OF_RECORDS = datetime.date.min
"""A page's day, where it is the newest on which something happened to its records, or to those of the pages below it, or on which something cites them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before its HTML exists.

    Attributes:
        address: `finance/committee/2026/03/`, relative to the site's root, ASCII, ending in `/`; `""` is the home page.
        title: the h1 and the browser's title; plain text.
        description: one plain sentence for search engines and previews.
        template: file below `site_templates/`, for example `finance/month.html`.
        context: one frozen dataclass; the template sees its fields as `it.<field>`.
        parents: pages above, from the section downwards; the home page is not named.
        updated: the newest day its kind's own data speaks of; None where it has none: then it holds as of the day of the site. What happened
            to the records on it, what cites them and its `blocks` may move it on (rendering.newest); with `OF_RECORDS` nothing else says it.
        toc: headings inside the page, in order.
        blocks: what other kinds contribute to it, in order; shown where the template says `{{ parts() }}`, else at its end.
        beside: files beside the page that its script reads: name and a value of plain lists, mappings, texts and integers, written as JSON.
        told: the things the page is about, for programs that read pages; nothing that the page does not say.
        source: the file or folder it is made from, seen from the community's folder (`ledgers/meetings/`): whose changes are the page's
            history. None: what all files of its kind have in common.
        tables: names of the datasets that hold what its tables show; None: those of its kind. For pages without a download of their own.
    """

    address: str
    title: str
    description: str
    template: str
    context: Any
    parents: tuple[Crumb, ...] = ()
    updated: datetime.date | None = None
    toc: tuple[Toc, ...] = ()
    blocks: tuple[Block, ...] = ()
    beside: tuple[tuple[str, Any], ...] = field(default=(), repr=False)
    told: tuple[Told, ...] = field(default=(), repr=False)
    source: str | None = None
    tables: tuple[str, ...] | None = None


class Sort(enum.Enum):
    """What a book may hold or owe, in the order of the summary of money, assets and resources (三资)."""

    MONEY = "资金"
    ASSETS = "资产（净值）"
    RESOURCES = "资源"
    CLAIMS = "债权（别人欠的）"
    DEBTS = "债务（欠别人的）"


class Holding(NamedTuple):
    """What a book holds or owes of one sort: how much in words with its unit, what that is, the register's address."""

    sort: Sort
    words: str
    note: str
    address: str


class Ahead(NamedTuple):
    """Something with a day that is still to come, for the calendar: a meeting, the last day of a duty.

    Attributes:
        id: stable and unique over all kinds: `meetings/2026-12-04-yishi`.
        when: a day, or a day and a time of the community's clock.
        sort: 会议, 公开 …: what calendars show as its category.
        title, words: what a calendar shows first, and the sentence below.
        address: the page that tells more; place: where to go, empty where nobody has to.
    """

    id: str
    when: datetime.date | datetime.datetime
    sort: str
    title: str
    words: str
    address: str
    place: str = ""


class News(NamedTuple):
    """Something that was made public on a day, or put right: for the list of what is new and the feed.

    Attributes:
        id: stable and unique over all kinds: `disclosures/U08/2026-Q3`.
        day: the day it was made public, as a ledger says.
        sort: 公布, 更正, 答复 …
        title, words: the headline and the sentence below.
        address: the page, with its anchor.
    """

    id: str
    day: datetime.date
    sort: str
    title: str
    words: str
    address: str


class Row(NamedTuple):
    """One thing in a list of links: its title and page, when it was, what is told of it, its state as a word and a colour."""

    title: str
    address: str
    when: str
    told: str
    tag: str
    state: str


class Group(NamedTuple):
    """Rows below one heading, with its anchor."""

    title: str
    anchor: str
    rows: tuple[Row, ...]


class Measure(NamedTuple):
    """One figure of the statistics that higher levels add up: what is counted, how many."""

    name: str
    number: int


class Theme(enum.Enum):
    """What the registers of a book are about, in the order its page shows them: the id and the words of the heading above them."""

    SPENDING = ("spending", "钱怎么安排")
    OWNED = ("owned", "有什么东西")
    OWED = ("owed", "谁欠谁")
    GIVEN = ("given", "谁给的，给了谁")

    @property
    def id(self) -> str:
        return self.value[0]

    @property
    def title(self) -> str:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Block:
    """A part that one kind contributes to a page of others (home, about, a book); `weight` orders them, lowest first.

    `toc` are its headings, for the contents of the page it stands on. Parts with a `theme` stand together below its heading,
    their own headings are then of level 3; of the others those with a weight below 100 stand before them, the rest after.
    What it has `told` becomes a part of what the page tells; `updated` is the newest past day it speaks of. A part that is `spare` is left
    out where there is no such page; of any other that is a fault.
    """

    weight: int
    template: str
    context: Any
    toc: tuple[Toc, ...] = ()
    theme: Theme | None = None
    told: tuple[Told, ...] = field(default=(), repr=False)
    updated: datetime.date | None = None
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: `body` is safe HTML, `told` JSON that may stand in a script element (JSON-LD; empty: nothing), everything else plain text.

    `lang` is the code of its language. `source` is the file or folder it is made from, seen from the community's folder; empty: all of it.
    """

    address: str
    title: str
    description: str
    body: str
    parents: tuple[Crumb, ...] = ()
    updated: datetime.date | None = None
    toc: tuple[Toc, ...] = ()
    lang: str = SOURCE
    told: str = ""
    source: str = ""


_PLAIN = re.compile(r"[A-Za-z0-9_.-]+")
_ODD = re.compile(r"[^A-Za-z0-9_.-]")


def anchor(prefix: str, number: str) -> str:
    """The id of a line, a decision, an article on its page: `v-03-001`; what is not plain ASCII becomes its code points in hex."""
    if _PLAIN.fullmatch(number):
        return f"{prefix}-{number}"
    return f"{prefix}-{_ODD.sub(lambda c: f'{ord(c[0]):x}', number)}"


class Column(NamedTuple):
    """A column of a dataset: its stable name, what it holds, its type (text, money, date, integer, decimal: ten-thousandths), its privacy-checked source."""

    name: str
    label: Text
    type: str = "text"


class Series(NamedTuple):
    """One row of a chart: its name, what it is (`in` income, `out` expense, `left` what is left, `before` an earlier year), fen by label."""

    name: str
    kind: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Values over labels, in fen; `id` is unique on its page, `sentence` what a reader who cannot see it is told."""

    id: str
    title: str
    sentence: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class FlowChart:
    """Where money came from and went, in fen: (name, fen), the largest first; both sides have one sum."""

    id: str
    title: str
    sentence: str
    sources: tuple[tuple[str, int], ...]
    uses: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table for download: `data/<name>.csv` and `data/<name>.json`.

    Attributes:
        name: `finance-lines`, ASCII, stable.
        title: what the table is called, a noun; `each`: what one row is, in a few words; without it the title says so.
        columns: order and names are stable: columns are added at the end, never renamed.
        rows: cells are str, int, fen (int in a `money` column), date or None, sorted so that the same input gives the same bytes.
        key: the columns whose cells together name a row for ever: ids and facts as the ledgers say them, never a place in a file
            or a figure that is computed. Of them the row's id is made (mingbai.rendering.identities).
        alike: whether two rows may have the same key (two payments promised for one day): what they hold then tells them apart.
        page: the address of the page that shows a row; its rows are given beside it too: `lines.csv` of `finance-lines`.
    """

    name: str
    title: Text
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Any, ...]] = field(repr=False)
    key: tuple[str, ...] = ()
    alike: bool = False
    page: Callable[[tuple[Any, ...]], str] | None = None
    each: Text | None = None

    @property
    def told(self) -> Text:
        """What one row is."""
        return self.each or self.title
