"""What the templates of pacts see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mingbai.kinds.pacts.changes import Piece
from mingbai.kinds.pacts.records import Pact, Version
from mingbai.kinds.pacts.steps import Step
from mingbai.kinds.pacts.votes import Vote


@dataclass(frozen=True, slots=True)
class Clause:
    """An article as it is printed: 第三条, the anchor it is linked by, its title and text."""

    name: str
    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An article that changed, came or went: its name, what happened in a word, that word's colour, title and text in pieces."""

    name: str
    word: str
    state: str
    title: tuple[Piece, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A pact or a version in a list: where it leads, its state as a word and as a colour, what is said below its name."""

    name: str
    address: str
    tag: str
    state: str
    note: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The pacts of one kind."""

    kind: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`pacts/index.html`: every pact by kind; `open` are the drafts that can be commented on now."""

    lede: str
    groups: tuple[Group, ...]
    open: tuple[Entry, ...]
    phone: str


class Pair(NamedTuple):
    """Two versions that can be compared: 第 1 版 → 第 2 版, where, how many articles changed in words."""

    words: str
    address: str
    told: str


@dataclass(frozen=True, slots=True)
class CompareContext:
    """`pacts/compare.html`: two versions, the older first; `same` are the articles that stayed; `warning`: that the newer is a draft."""

    lede: str
    warning: str
    versions: tuple[Entry, ...]
    changes: tuple[Changed, ...]
    same: tuple[str, ...]
    home: str
    source: str


@dataclass(frozen=True, slots=True)
class VersionContext:
    """`pacts/version.html`: one version of a pact, on its own address or as the pact's own page.

    Attributes:
        tag, state: its state as a word and as a colour; lede: the plain sentence; late: what must not be missed.
        signed: the households that signed this version, None where it is not said.
        main: whether this is the pact's own page; home: that page's address.
        vote: the decision, for its bar of votes, None where there is none with votes; rule: what was decided, in words.
        versions: all versions, newest first; draft: a draft newer than the text shown, on the main page only.
        pairs: the pages on which any two versions are compared, on the main page only.
        before: number of the version compared with, 0 where there is none; changed: how many articles, in words.
        warnings: 提醒, each with its basis; basis: the articles of the law that ask for this page.
    """

    pact: Pact
    version: Version
    tag: str
    state: str
    lede: str
    late: str
    main: bool
    signed: int | None
    home: str
    clauses: tuple[Clause, ...]
    steps: tuple[Step, ...]
    vote: Vote | None
    rule: str
    versions: tuple[Entry, ...]
    draft: Entry | None
    before: int
    changed: str
    changes: tuple[Changed, ...]
    pairs: tuple[Pair, ...]
    warnings: tuple[tuple[str, str], ...]
    phone: str
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeContext:
    """`pacts/home.html`: how many pacts there are, and what can be commented on now."""

    lede: str
    open: tuple[Entry, ...]
