"""From pages to the files that are searched: the runs of words of all pages, and for every pair of words where it stands.

A page is cut into runs (see `words`); a run that stands on many pages is kept once, with the pages it stands on. For each two neighbours among
the words of a run a list says in which runs, at which place: so the browser finds a stretch of words exactly, from the lists of its pairs and nothing
else. Words alone have the list of their pages. What is needed for one question lies in a few of many small files (shards), each named by its number
in a folder that is named by the content of all. Pairs that stand everywhere (支出) have files of their own, which only those questions open that
cannot be answered without: a shard tells on which pages such a pair stands, and that is enough where nothing else is asked.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby, pairwise, takewhile
from operator import add, sub
from typing import Any, NamedTuple

from mingbai.pages import Page
from mingbai.searching.facets import Facets, facets, is_retold, is_section, weight
from mingbai.searching.initials import letters
from mingbai.searching.text import pieces
from mingbai.searching.words import apart, is_han, runs, runs_of, words

BLOCK = 32
"""Titles in one file, where all of them together would be too much to load before a question is asked."""
_LIGHT = 24_000
"""As much may all titles come to, compressed; then they are one file, and the first list needs no second way to the server."""
_PAIRS, _WORDS = 1_500, 6_000
"""About as many bytes a shard should hold on the average, before they are compressed: of pairs a question wants several, of words alone one."""
_MOST = 2048
_COMMON = 300
"""A pair that stands at more places than this has files of its own,"""
_COMMONS = 256
"""but no more pairs than these, for the page where one searches names them all."""
_PLACES = 1 << 16
"""A run's number times this, and the place in it, make one number: no run has as many words."""

Postings = dict[str, list[int]]


class Index(NamedTuple):
    """The files of an index by their path below the folder, and the folder's name: the hash of them all, how many shards of pairs, how many of words.

    `common` are the pairs with files of their own, in the order of these, each with the weight of its places and of its runs' pages: `支出 40 52`.
    """

    name: str
    files: Mapping[str, bytes]
    common: str


def index(pages: Iterable[Page], base: str = "") -> Index:
    """Of the pages of one language, in whatever order they come: the same pages give the same bytes. `base` is its part of the site."""
    given = list(pages)
    known = {p.address.removeprefix(base): p.title for p in given}
    told = {p.address: facets(p, base, known) for p in given}
    ordered = sorted(given, key=lambda p: p.address)  # like pages are neighbours: lists of them are short, titles and addresses compress
    text = _Text()
    titles = _Titles(defaultdict(list), defaultdict(list))
    counts = []
    for number, page in enumerate(ordered):
        said = pieces(page.body, page.address)
        counts.append(text.add(number, [page.title, *said]))
        titles.add(number, page.title, _headings(page, base, said))
    files, common, shards = _lists(text, titles)
    sources = Counter(p.source for p in ordered)
    shown = [_shown(p, base) for p in ordered]
    block = len(shown) if _weight(shown) <= _LIGHT else BLOCK
    files["pages.json"] = _json(
        {
            "block": block,
            **_table([told[p.address] for p in ordered], known, counts),
            "weight": spread_same([weight(p, base, sources[p.source] > 1) for p in ordered]),
        }
    )
    for n in range(0, len(shown), block or 1):
        files[f"t{n // block}.json"] = _json(_columns(shown[n : n + block]))
    digest = hashlib.sha256(b"\0".join(part for name in sorted(files) for part in (name.encode(), files[name])))
    weights = " ".join(f"{key} {len(files[f'c{n}.json']) // 500} {len(files[f'r{n}.json']) // 500}" for n, key in enumerate(common))
    return Index(f"{digest.hexdigest()[:10]}-{shards}", files, weights)


def _lists(text: _Text, titles: _Titles) -> tuple[dict[str, bytes], list[str], str]:
    """The files of pairs and of words, which pairs have their own, how many shards there are of each."""
    alone, pairs = text.postings()
    steps = {n: spread_same(_steps(pages)) for n, pages in enumerate(text.standing) if len(pages) > 1}
    common = _common(pairs)
    files: dict[str, bytes] = {}
    for n, key in enumerate(common):
        files[f"c{n}.json"] = _json({"g": placed(pairs[key]), "t": placed(titles.pairs.get(key, ()))})
        files[f"r{n}.json"] = _json(_on(_runs(pairs[key]), steps))
    number = _number(pairs, _PAIRS, sum(len(more) * (text.lengths[n] - 1) for n, more in steps.items()))
    shards = _pairs(number, pairs, titles.pairs, {key: text.pages(pairs[key]) for key in common}, steps)
    files.update((f"{n}.json", _json(shard)) for n, shard in enumerate(shards))
    said = _words(alone, titles.words)
    files.update((f"w{n}.json", _json(shard)) for n, shard in enumerate(said))
    return files, common, f"{len(shards)}-{len(said)}"


class _Text:
    """The runs of all pages: each once, numbered in the order they come, with the pages it stands on; `postings` counts their words, too."""

    def __init__(self) -> None:
        self.standing: list[list[int]] = []
        self.lengths: list[int] = []
        self._numbers: dict[str, int] = {}
        self._of: dict[str, list[int]] = {}

    def add(self, page: int, texts: Sequence[str]) -> int:
        """The texts of the next page; how many runs are new with it."""
        known, numbers, standing = self._of, self._numbers, self.standing
        new = [text for text in texts if text not in known]
        for text, found in zip(new, runs_of(new), strict=True):
            known[text] = [numbers.setdefault(run, len(numbers)) for run in found]
        more = len(numbers) - len(standing)
        standing.extend([] for _ in range(more))
        for number in set(chain.from_iterable(map(known.__getitem__, texts))):
            standing[number].append(page)
        return more

    def pages(self, found: Iterable[int]) -> list[int]:
        """Where the runs of these places stand."""
        return sorted(set().union(*map(self.standing.__getitem__, _runs(found))))

    def postings(self) -> tuple[Postings, Postings]:
        """For every word the pages it stands on, for every pair of neighbours run and place in it."""
        alone: Postings = defaultdict(list)
        pairs: Postings = defaultdict(list)
        for number, whole in enumerate(self._numbers):
            run = words(whole)
            self.lengths.append(len(run))
            if len(run) == 1:
                alone[run[0]].append(number)
                continue
            at = number * _PLACES
            for pair in map(add, run, run[1:]):
                pairs[pair].append(at)
                at += 1
            for word in set(apart(whole) if "/" in whole else run):
                alone[word].append(number)
        standing = self.standing
        return {w: standing[n[0]] if len(n) == 1 else sorted(set().union(*(standing[one] for one in n))) for w, n in alone.items()}, pairs


def _headings(page: Page, base: str, said: Sequence[str]) -> list[str]:
    """What the way into a part of the site is found by as by its title: there stands how to object (怎样提异议)."""
    if not is_section(page, base) or is_retold(page, base):
        return []
    return [t.title for t in page.toc if any(piece.startswith(t.title) for piece in said)]


_ENDING = re.compile("[^0-9]((?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?)$")
"""The year or month that a title ends with: whoever asks for it wants that page, as if it began so."""


class _Titles(NamedTuple):
    """What titles are found by: their words; pairs of neighbours, and of the letters (capitals) that neighbours' sounds begin with.

    Apart, for HT-2026-01 has the pairs ht2026 and 202601, which read like words.
    """

    words: Postings
    pairs: Postings

    def add(self, page: int, title: str, headings: Iterable[str] = ()) -> None:
        """Those of the next page."""
        at = page * _PLACES
        whole = runs(title)
        ending = _ENDING.search(whole[-1]) if whole else None
        for run in (*((ending[1],) if ending else ()), *whole, *chain.from_iterable(map(runs, headings))):
            said, alone = words(run), set(apart(run))
            for place, word in enumerate(said, at):
                if word in alone:
                    self.words[word].append(place)
            for place, (one, next_) in enumerate(pairwise(said), at):
                self.pairs[one + next_].append(place)
                for first in letters(one):
                    for second in letters(next_):
                        self.pairs[(first + second).upper()].append(place)
            at += len(said) + 1  # the last word of a run and the first of the next are no neighbours


def _words(alone: Postings, titles: Postings) -> list[dict[str, Any]]:
    """Shards of words alone, `s`: the pages, `t`: the titles."""
    shards: list[dict[str, Any]] = [{"s": {}, "t": {}} for _ in range(_number(alone, _WORDS))]
    for key, pages in alone.items():
        shards[hashed(place_of(key)) % len(shards)]["s"][key] = spread(pages)
    for key, found in titles.items():
        shards[hashed(place_of(key)) % len(shards)]["t"][key] = placed(found)
    return shards


def _pairs(number: int, pairs: Postings, titles: Postings, common: Postings, steps: Mapping[int, str]) -> list[dict[str, Any]]:
    """Shards of pairs, `g`: the places, or `p`: the pages of common ones; `t`: the titles; `r`: the pages of the runs that stand on several."""
    shards: list[dict[str, Any]] = [{"g": {}, "p": {}, "t": {}} for _ in range(number)]
    named: list[set[int]] = [set() for _ in range(number)]
    for key, found in pairs.items():
        n = hashed(key) % number
        if key in common:
            shards[n]["p"][key] = spread(common[key])
        else:
            shards[n]["g"][key] = placed(found)
            named[n].update(_runs(found))
    for key, found in titles.items():
        shards[hashed(key) % number]["t"][key] = placed(found)
    for shard, runs_ in zip(shards, named, strict=True):
        shard["r"] = _on(runs_, steps)
    return shards


def _common(pairs: Postings) -> list[str]:
    """The pairs with the most places."""
    many = sorted((-len(found), key) for key, found in pairs.items() if len(found) > _COMMON)
    return [key for _, key in many[:_COMMONS]]


def _on(named: set[int], steps: Mapping[int, str]) -> tuple[str, str]:
    """Those of the runs that stand on several pages, and for each the steps from its first page, which its number tells, to the others."""
    several = sorted(steps.keys() & named)
    return spread(several) if several else "", "|".join([steps[n] for n in several])


def _runs(found: Iterable[int]) -> set[int]:
    return set(map(_PLACES.__rfloordiv__, found))


def _steps(pages: Sequence[int]) -> list[int]:
    return list(map(sub, pages[1:], pages))


def _number(postings: Postings, each: int, more: int = 0) -> int:
    """Of shards, a power of two, so that few things change places when pages are added."""
    size, number = 8 * len(postings) + 4 * sum(map(len, postings.values())) + more, 1
    while number < _MOST and size > number * each:
        number *= 2
    return number


def place_of(word: str) -> str:
    """What a word alone is filed under: all words that it may be the beginning of lie in the same shard."""
    if is_han(word):
        return word
    return word.partition(".")[0] if word[0].isdigit() and word.replace(".", "").isdigit() else word[:2]


def hashed(key: str) -> int:
    """CRC-32 of the bytes in UTF-8."""
    return zlib.crc32(key.encode())


def spread(numbers: Sequence[int]) -> str:
    """Rising numbers as the steps between them, a step that repeats once: 3 4 5 6 20 → `3 1*3 14`."""
    if len(numbers) == 1:
        return str(numbers[0])
    return f"{numbers[0]} {spread_same(list(map(sub, numbers[1:], numbers)))}"


def placed(found: Sequence[int]) -> str:
    """Runs (or titles) with the place in each, rising: the steps between their numbers, the place behind a point where it is not the first."""
    if len(found) == 1:
        number, place = divmod(found[0], _PLACES)
        return f"{number}.{place}" if place else str(number)
    said, before = [], 0
    for at in found:
        number, place = divmod(at, _PLACES)
        said.append(f"{number - before}.{place}" if place else str(number - before))
        before = number
    return " ".join(said)


def _table(told: Sequence[Facets], known: Mapping[str, str], counts: Sequence[int]) -> dict[str, Any]:
    """What the browser must know of all pages before it can choose among them."""
    table: dict[str, Any] = {"runs": spread_same(counts)}
    for name in ("kind", "book", "year", "day"):
        values = [str(getattr(f, name) or "") for f in told]
        names = sorted(set(values) - {""}, reverse=name in ("year", "day"))  # the newest first
        numbers = {value: n for n, value in enumerate(["", *names])}
        table[name] = {"names": [[n, known.get(n, n)] for n in names], "of": spread_same([numbers[v] for v in values])}
    return table


def spread_same(numbers: Sequence[int]) -> str:
    """Any numbers, those that repeat once: 1 1 1 2 → `1*3 2`."""
    if len(numbers) < _FEW:
        return " ".join(map(str, numbers))
    told = ((number, sum(1 for _ in same)) for number, same in groupby(numbers))
    return " ".join(f"{number}*{times}" if times > 1 else str(number) for number, times in told)


_FEW = 5


class _Shown(NamedTuple):
    """What the list says of a page: title, address below the language's part, the titles above it."""

    title: str
    address: str
    place: str


def _shown(page: Page, base: str) -> _Shown:
    return _Shown(page.title, page.address.removeprefix(base), " › ".join(c.title for c in page.parents))


def _weight(shown: Sequence[_Shown]) -> float:
    """About how many bytes they come to, compressed: what is said once counts half, each page some bytes. The same on every machine."""
    said = {part for s in shown for part in _PARTS.split(f"{s.title}/{s.address}/{s.place}")}
    return 4 * len(shown) + 0.45 * sum(len(part.encode()) for part in said)


_PARTS = re.compile(r"[0-9/ ]+")


def _columns(shown: Sequence[_Shown]) -> dict[str, Any]:
    """Titles, addresses, numbers of places: like beside like, and only what differs from the one before."""
    places = sorted({s.place for s in shown})
    numbers = {place: n for n, place in enumerate(places)}
    return {
        "title": fronted([s.title for s in shown]),
        "address": fronted([s.address for s in shown]),
        "place": spread_same([numbers[s.place] for s in shown]),
        "places": places,
    }


def fronted(texts: Iterable[str]) -> list[str]:
    """Texts without the beginning they share with the one before, its length in front: `a/b/`, `a/c/` → `0|a/b/`, `2|c/`."""
    said, before = [], ""
    for text in texts:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, text, strict=False)))
        said.append(f"{shared}|{text[shared:]}")
        before = text
    return said


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
