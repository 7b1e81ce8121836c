"""Two ways to search: the files of an index, read as the browser reads them; and every page from its first word to its last."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import accumulate
from typing import Any

from mingbai.pages import Page
from mingbai.searching.building import Index, hashed, place_of
from mingbai.searching.text import pieces
from mingbai.searching.words import is_han, runs, terms, words

PLACES = 1 << 16


class Reader:
    """What site_templates/search/search.js does; `asked` are the names of the files it has opened."""

    def __init__(self, index: Index) -> None:
        self._files: Mapping[str, bytes] = index.files
        self._shards = int(index.name.partition("-")[2])
        self.asked: set[str] = set()
        self.table = self._load("pages")
        self._first = list(accumulate(same(self.table["runs"])))

    def search(self, question: str) -> set[str]:
        """The addresses of the pages that answer it."""
        asked = terms(question)
        if not asked:
            return set()
        found = set.intersection(*map(self._find, asked))
        block = self.table["block"]
        return {unfronted(self._load(f"t{page // block}")["address"])[page % block] for page in found}

    def _find(self, term: Sequence[str]) -> set[int]:
        if len(term) > 1:
            starts = [n for n in range(len(term) - 1) if n % 2 == 0 or n == len(term) - 2]
            pairs = [(term[n] + term[n + 1], n) for n in starts]
            return self._pages(self._chain(pairs, "g"), [self._shard(key) for key, _ in pairs])
        word = term[0]
        shard = self._shard(place_of(word))
        found = {page for key in shard["s"] if fits(word, key) for page in spread(shard["s"][key])}
        found |= {at // PLACES for key in shard["t"] if fits(word, key) for at in placed(shard["t"][key])}
        if word.isascii() and word.isalpha() and len(word) > 1:
            letters = [(word[n : n + 2].upper(), n) for n in range(len(word) - 1)]
            found |= {at // PLACES for at in self._chain(letters, "t")}
        return found

    def _chain(self, pairs: Sequence[tuple[str, int]], part: str) -> set[int]:
        return set.intersection(*({at - offset for at in placed(self._shard(key)[part].get(key, ""))} for key, offset in pairs))

    def _pages(self, found: Iterable[int], shards: Sequence[Any]) -> set[int]:
        pages: set[int] = set()
        for at in found:
            run = at // PLACES
            many = next((s["r"][str(run)] for s in shards if str(run) in s["r"]), None)
            pages |= {bisect_right(self._first, run)} if many is None else set(spread(many))
        return pages

    def _shard(self, key: str) -> Any:
        return self._load(str(hashed(key) % self._shards))

    def _load(self, name: str) -> Any:
        self.asked.add(f"{name}.json")
        return json.loads(self._files[f"{name}.json"])


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
    """The addresses of the pages that hold every term, found by looking at all of their words."""
    asked = terms(question)
    return {
        p.address
        for p in pages
        if asked and all(any(_holds(words(run), term) for text in (p.title, *pieces(p.body)) for run in runs(text)) for term in asked)
    }


def _holds(run: Sequence[str], term: Sequence[str]) -> bool:
    if len(term) == 1:
        return any(fits(term[0], word) for word in run)
    return any(list(run[n : n + len(term)]) == list(term) for n in range(len(run)))


def page(address: str, *texts: str, title: str = "") -> Page:
    """A page of paragraphs."""
    return Page(address, title or "页", "", "".join(f"<p>{escape(text)}</p>" for text in texts))
