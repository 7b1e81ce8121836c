"""What changed from one version's text to the next, article by article."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from mingbai.kinds.pacts.records import Article

_ALIKE = 0.5
"""From this likeness on, two articles are taken for the same one: the share of common text, and more for the same number."""

_PLACE = 0.2
"""What the same number counts for."""

_CRUMB = 2
"""Fewer equal characters than this between two changes belong to the change: readers see words, not letters."""


class Change(enum.Enum):
    """What happened to an article."""

    ADDED = "新增"
    CHANGED = "修改"
    REMOVED = "删去"
    MOVED = "只改了编号"
    SAME = "没有变化"


class Piece(NamedTuple):
    """A stretch of text that stayed (`same`), came (`added`) or went (`removed`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    """An article against its earlier self; `before` is None where it is new, `after` where it is gone."""

    change: Change
    before: Article | None
    after: Article | None
    title: tuple[Piece, ...] = ()
    pieces: tuple[Piece, ...] = ()


def compare(before: Sequence[Article], after: Sequence[Article]) -> tuple[Compared, ...]:
    """Every article of the new text in order, each with what became of the old one; what was removed stands last."""
    earlier = _matched(before, after)
    kept = {old.number for old in earlier.values()}
    gone = [
        Compared(Change.REMOVED, old, None, (Piece("removed", old.title or ""),), (Piece("removed", old.text.strip()),))
        for old in before
        if old.number not in kept
    ]
    return (*(_compared(earlier.get(new.number), new) for new in after), *gone)


def tally(compared: Iterable[Compared]) -> tuple[tuple[Change, int], ...]:
    """How many articles were added, changed, removed; only what there is."""
    found = [c.change for c in compared]
    return tuple((change, found.count(change)) for change in (Change.ADDED, Change.CHANGED, Change.REMOVED) if change in found)


def _matched(before: Sequence[Article], after: Sequence[Article]) -> dict[int, Article]:
    """For each new article's number the old article it comes from: by title, else by likeness of the text, best first."""
    titles = {a.title: a for a in before if a.title}
    found = {new.number: titles.pop(new.title) for new in after if new.title in titles}
    taken = {old.number for old in found.values()}
    pairs = sorted(
        (
            (_likeness(old, new), -abs(old.number - new.number), old, new)
            for old in before
            if old.number not in taken
            for new in after
            if new.number not in found
        ),
        key=lambda p: (-p[0], -p[1]),
    )
    for share, _, old, new in pairs:
        if share >= _ALIKE and old.number not in taken and new.number not in found:
            found[new.number] = old
            taken.add(old.number)
    return found


def _likeness(old: Article, new: Article) -> float:
    same_place = _PLACE if old.number == new.number else 0.0
    return SequenceMatcher(None, old.text, new.text, autojunk=False).ratio() + same_place


def _compared(old: Article | None, new: Article) -> Compared:
    if old is None:
        return Compared(Change.ADDED, None, new, (Piece("added", new.title or ""),), (Piece("added", new.text.strip()),))
    title, pieces = difference(old.title or "", new.title or ""), difference(old.text.strip(), new.text.strip())
    if any(p.kind != "same" for p in (*title, *pieces)):
        return Compared(Change.CHANGED, old, new, title, pieces)
    return Compared(Change.SAME if old.number == new.number else Change.MOVED, old, new, title, pieces)


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one row of pieces: without the added ones it reads as before, without the removed ones as after."""
    old, new = _words(before), _words(after)
    pieces: list[Piece] = []
    removed: list[str] = []
    added: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal" and (b - a > _CRUMB or not (removed or added)):
            pieces += _changed(removed, added)
            removed, added = [], []
            pieces.append(Piece("same", "".join(old[a:b])))
        else:
            removed += old[a:b]
            added += new[c:d]
    return (*pieces, *_changed(removed, added))


_WORD = re.compile(r"[0-9０-９]+(?:[.．:：][0-9０-９]+)*|[A-Za-z]+|.", re.DOTALL)


def _words(text: str) -> list[str]:
    """The text cut where a reader would: a number or a Latin word whole, else character by character."""
    return _WORD.findall(text)


def _changed(removed: Sequence[str], added: Sequence[str]) -> list[Piece]:
    """What went and what came between two stretches that stayed; what both begin or end with has stayed as well."""
    start = _shared(removed, added)
    tail = _shared(removed[start:][::-1], added[start:][::-1])
    parts = (
        Piece("same", "".join(added[:start])),
        Piece("removed", "".join(removed[start : len(removed) - tail])),
        Piece("added", "".join(added[start : len(added) - tail])),
        Piece("same", "".join(added[len(added) - tail :]) if tail else ""),
    )
    return [piece for piece in parts if piece.text]


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
