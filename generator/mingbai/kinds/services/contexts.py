"""What the templates of services see."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.kinds.services.records import Service
from mingbai.pages import Link


@dataclass(frozen=True, slots=True)
class Entry:
    """A guide in a list: its name and address, for whom, how long and at what cost, its class as a word."""

    name: str
    address: str
    note: str
    aside: str
    tag: str


@dataclass(frozen=True, slots=True)
class Group:
    """Guides of one category, or for one group of people or occasion, which have a page of their own."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]
    address: str = ""


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`services/index.html`: every guide by category, and again by whom it is for and by what brings people."""

    lede: str
    categories: tuple[Group, ...]
    people: tuple[Group, ...]
    occasions: tuple[Group, ...]
    phone: str


@dataclass(frozen=True, slots=True)
class Bring:
    """A row of the checklist."""

    name: str
    form: str
    copies: int | None
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the procedure: its name, how long, what happens."""

    title: str
    time: str
    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A telephone number with the address that rings it."""

    label: str
    number: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """Another site: linked only where the community lists its host."""

    label: str
    address: str
    linked: bool


@dataclass(frozen=True, slots=True)
class GuideContext:
    """`services/guide.html`: the whole guide on one page.

    Attributes:
        lede: the plain sentence; tag: its class as a word.
        why: for whom and on what conditions; where: place, hours, proxies; details: what few readers need; each (label, text).
        bring: what must be brought; later: what is needed at times, or may follow.
        total: the sentence on time limits; cost: the sentences on what it costs, each (label, text).
        rules: the legal basis, each (name with article, quoted text).
        used: how often it was used and how content people were; tags: pages of its groups of people and occasions.
        checked: when and by whom it was last checked.
        warnings: 提醒, each with its basis; same: other guides of the category.
    """

    service: Service
    tag: str
    lede: str
    why: tuple[tuple[str, str], ...]
    bring: tuple[Bring, ...]
    later: tuple[Bring, ...]
    steps: tuple[Step, ...]
    total: str
    where: tuple[tuple[str, str], ...]
    calls: tuple[Call, ...]
    sites: tuple[Site, ...]
    cost: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]
    used: tuple[tuple[str, str], ...]
    tags: tuple[Link, ...]
    details: tuple[tuple[str, str], ...]
    checked: str
    warnings: tuple[tuple[str, str], ...]
    same: tuple[Entry, ...]
    source: str


@dataclass(frozen=True, slots=True)
class TagContext:
    """`services/tag.html`: what a group of people, or an occasion, can have done."""

    lede: str
    what: str
    group: Group


@dataclass(frozen=True, slots=True)
class Sheet:
    """A guide in the handbook: its name, its page, (label, text) in short."""

    name: str
    address: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HandbookContext:
    """`services/handbook.html`: every guide in short, by category (name, anchor, sheets), for printing."""

    lede: str
    groups: tuple[tuple[str, str, tuple[Sheet, ...]], ...]
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class HomeContext:
    """`services/home.html`: how many guides, and where to look."""

    lede: str
    categories: tuple[Group, ...]
