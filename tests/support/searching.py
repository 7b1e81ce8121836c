"""Two ways to search: the files of an index, read as the browser reads them; and every page from its first word to its last."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import accumulate
from typing import Any, NamedTuple

from mingbai.pages import Page
from mingbai.searching.building import Index, hashed, place_of
from mingbai.searching.questions import parts
from mingbai.searching.text import pieces
from mingbai.searching.words import apart, is_han, runs, words

PLACES = 1 << 16
UNTITLED = 3


class Found(NamedTuple):
    """The pages that answer, and the first place in their titles where these do."""

    pages: set[int]
    titles: dict[int, int]


class Reader:
    """What site_templates/search/search.js does; `asked` are the names of the files it has opened."""

    def __init__(self, index: Index) -> None:
        self._files: Mapping[str, bytes] = index.files
        self._pair_shards, self._word_shards = map(int, index.name.split("-")[1:])
        said = index.common.split()
        self.common = {key: (n, int(said[3 * n + 1]), int(said[3 * n + 2])) for n, key in enumerate(said[::3])}
        self.asked: set[str] = set()
        self.table = self._load("pages")
        self._first = list(accumulate(same(self.table["runs"])))

    def search(self, question: str) -> set[str]:
        """The addresses of the pages that answer it."""
        return set(self.ranked(question))

    def ranked(self, question: str) -> list[str]:
        """The same in the order in which they are shown."""
        found = [_either([_together(list(map(self._find, reading))) for reading in part]) for part in parts(question)]
        if not found:
            return []
        pages, block = set.intersection(*(f.pages for f in found)), self.table["block"]
        weights, days = same(self.table["weight"]), same(self.table["day"]["of"])

        def order(page: int) -> tuple[int, ...]:
            titled = [page in f.titles for f in found]
            places = (UNTITLED if page not in f.titles else int(f.titles[page] > 0 and weights[page] >= 4) for f in found)
            weight = weights[page] // 4 if any(titled) else weights[page] % 4
            return sum(places), weight, days[page] or len(self.table["day"]["names"]) + 1, page

        return [unfronted(self._load(f"t{page // block}")["address"])[page % block] for page in sorted(pages, key=order)]

    def _find(self, term: Sequence[str]) -> Found:
        if len(term) == 1:
            return self._word(term[0])
        pairs = self._cover(term)
        if len(term) == 2:
            shard = self._shard(pairs[0][0])
            titles = _titled(placed(shard["t"].get(pairs[0][0], "")))
            if pairs[0][0] in shard["p"]:
                return Found(set(spread(shard["p"][pairs[0][0]])), titles)
            return Found(self._pages(self._chain(pairs, [shard["g"]]), shard["r"]), titles)
        known = [self.common.get(key) for key, _ in pairs]
        files = [self._shard(key) if own is None else self._load(f"c{own[0]}") for (key, _), own in zip(pairs, known, strict=True)]
        lists, held = (
            [{key: file[sort]} if own else file[sort] for (key, _), own, file in zip(pairs, known, files, strict=True)] for sort in ("g", "t")
        )
        light = [key for (key, _), own in zip(pairs, known, strict=True) if own is None]
        on = self._shard(light[0])["r"] if light else self._load(f"r{min(known, key=lambda own: own[2] if own else 0)[0]}")  # type: ignore[index]
        return Found(self._pages(self._chain(pairs, lists), on), _titled(self._chain(pairs, held)))

    def _cover(self, term: Sequence[str]) -> list[tuple[str, int]]:
        """The pairs that every word is in one of, at the least weight."""
        best: list[tuple[int, list[tuple[str, int]]]] = []
        for n in range(len(term) - 1):
            key = term[n] + term[n + 1]
            weight, before = min(best[-2:][::-1], key=lambda b: b[0], default=(0, [])) if n > 1 else best[-1] if best else (0, [])
            best.append((weight + (self.common[key][1] + 1 if key in self.common else 6), [*before, (key, n)]))
        return best[-1][1]

    def _word(self, word: str) -> Found:
        shard = self._load(f"w{hashed(place_of(word)) % self._word_shards}")
        found = {page for key in shard["s"] if fits(word, key) for page in spread(shard["s"][key])}
        titles = [at for key in shard["t"] if fits(word, key) for at in placed(shard["t"][key])]
        if word.isascii() and word.isalpha() and len(word) > 1:
            letters = [(word[n : n + 2].upper(), n) for n in range(len(word) - 1)]
            titles += self._chain(letters, [self._shard(key)["t"] for key, _ in letters])
        held = _titled(titles)
        return Found(found | held.keys(), held)

    def _chain(self, pairs: Sequence[tuple[str, int]], lists: Sequence[Mapping[str, str]]) -> set[int]:
        return set.intersection(*({at - offset for at in placed(found.get(key, ""))} for (key, offset), found in zip(pairs, lists, strict=True)))

    def _pages(self, found: Iterable[int], on: Sequence[str]) -> set[int]:
        steps = dict(zip(spread(on[0]), on[1].split("|"), strict=False))
        pages: set[int] = set()
        for at in found:
            first = bisect_right(self._first, at // PLACES)
            pages |= {first, *(first + step for step in accumulate(same(steps.get(at // PLACES, ""))))}
        return pages

    def _shard(self, key: str) -> Any:
        return self._load(str(hashed(key) % self._pair_shards))

    def _load(self, name: str) -> Any:
        self.asked.add(f"{name}.json")
        return json.loads(self._files[f"{name}.json"])


def _titled(found: Iterable[int]) -> dict[int, int]:
    """The first place in each title."""
    return {at // PLACES: at % PLACES for at in sorted(found, reverse=True)}


def _together(found: Sequence[Found]) -> Found:
    """Those that hold all of them."""
    titles = set.intersection(*(set(f.titles) for f in found))
    return Found(set.intersection(*(f.pages for f in found)), {page: min(f.titles[page] for f in found) for page in titles})


def _either(found: Sequence[Found]) -> Found:
    """Those that hold one of them."""
    titles = set().union(*(f.titles for f in found))
    return Found(set().union(*(f.pages for f in found)), {page: min(f.titles.get(page, PLACES) for f in found) for page in titles})


def fits(word: str, key: str) -> bool:
    """Whether a word that is asked for alone means this one: a number also with its decimals, letters also as a beginning."""
    if word.isdigit():
        return key == word or key.startswith(f"{word}.")
    return key == word or (not is_han(word) and len(word) > 1 and "." not in word and key.startswith(word))


def same(text: str) -> list[int]:
    """`1*3 2` → 1 1 1 2."""
    parts = (one.partition("*") for one in text.split())
    return [int(value) for value, _, times in parts for _ in range(int(times or 1))]


def spread(text: str) -> list[int]:
    """`3 1*3 14` → 3 4 5 6 20."""
    return list(accumulate(same(text)))


def unfronted(texts: Iterable[str]) -> list[str]:
    """`0|a/b/`, `2|c/` → `a/b/`, `a/c/`."""
    parts = (text.partition("|") for text in texts)
    return list(accumulate(parts, lambda before, part: before[: int(part[0])] + part[2], initial=""))[1:]


def placed(text: str) -> list[int]:
    """Runs with places, as one number each."""
    at, found = 0, []
    for step, _, place in (one.partition(".") for one in text.split()):
        at += int(step)
        found.append(at * PLACES + int(place or 0))
    return found


def naive(pages: Iterable[Page], question: str) -> set[str]:
    """The addresses of the pages that hold every part in one of its readings, found by looking at all of their words."""
    asked = parts(question)
    told = {p.address: [run for text in (p.title, *pieces(p.body, p.address)) for run in runs(text)] for p in pages}
    return {
        address
        for address, said in told.items()
        if asked and all(any(all(any(_holds(run, term) for run in said) for term in reading) for reading in part) for part in asked)
    }


def _holds(whole: str, term: Sequence[str]) -> bool:
    if len(term) == 1:
        return any(fits(term[0], word) for word in apart(whole))
    run = words(whole)
    return any(list(run[n : n + len(term)]) == list(term) for n in range(len(run)))


def page(address: str, *texts: str, title: str = "") -> Page:
    """A page of paragraphs."""
    return Page(address, title or "页", "", "".join(f"<p>{escape(text)}</p>" for text in texts))
