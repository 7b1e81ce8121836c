"""Whether a text names a person, where ledgers may only describe one (个人承租户A, 独居老人 32 户)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_JOINED = re.compile(r"[和及与]")
_AND_OTHERS = re.compile(r"等(?:[一二两三四五六七八九十百]*[人户名位家]?)$")


def described(text: str, words: Iterable[str]) -> bool:
    """Whether a text describes somebody by one of these words (居民, 承租户, 某 …) instead of naming them."""
    return any(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Naming:
    """What names are known by. What is doubtful is no name: a false alarm on an ordinary word would stop publication."""

    described: tuple[str, ...] = ()
    """Words that describe a person: 居民, 志愿者; those of one character (户, 队) only where they stand first or last."""
    surnames: frozenset[str] = frozenset()
    """Surnames of one and of two characters that begin few other words."""
    ambiguous: frozenset[str] = frozenset()
    """Surnames that also begin ordinary words (高温, 方便, 东方): what follows must be of `given`."""
    given: frozenset[str] = frozenset()
    """Characters that are common in given names."""
    telling: frozenset[str] = frozenset()
    """Those of them that hardly stand anywhere else (芳, 伟): what a given name of one character after an ambiguous surname must be of."""
    endings: tuple[str, ...] = ()
    """What ends the word for an organisation, a place or a thing: 室, 厂, 站, 活动. One of one character may end a given name of common ones."""
    ordinary: frozenset[str] = frozenset()
    """Words that look like names and are none: 文明, 高峰."""
    relations: tuple[str, ...] = ()
    """What follows a name: 先生, 家属, 户, 之子."""
    leaders: tuple[str, ...] = ()
    """What stands before a name in a sentence: 户主, 申请人, 给予."""
    followers: tuple[str, ...] = ()
    """What stands after one in a sentence, beside relations: 身份证, 享受, 符合."""

    def likely(self, text: str) -> str:
        """The first part of a text that looks like the name of a person, without what follows it (先生, 家属, 等三人); empty where none does."""
        return next((name for part in _parts(text) if (name := self._named(part))), "")

    def told(self, text: str, known: frozenset[str] = frozenset()) -> str:
        """The first name that a running text gives away, by itself between signs (张小明、李小红) or inside a sentence (经审核，张小明户符合条件); empty where none does.

        `known` are names that may be said: of officers.
        """
        for run in _HAN.findall(text):
            for name in (self.likely(run), *self._within(run)):
                if name and name not in known:
                    return name
        return ""

    def _within(self, run: str) -> Iterator[str]:
        """Names inside a run of characters: where it begins, or after what leads to one; before what follows one, or at the end after what leads to one."""
        after = (*self.followers, *self.relations)
        for start in range(len(run)):
            led = bool(start) and run.endswith(self.leaders, 0, start)
            if start and not led:
                continue
            for end in range(start + 2, min(start + 5, len(run)) + 1):
                follows = run.startswith(after, end) or (led and end == len(run))
                name = run[start:end]
                if follows and (self._name(name, sure=True) or self._short(name)):
                    yield name

    def _short(self, text: str) -> bool:
        """A surname that begins few other words and one character common in given names (李军), where a sentence says that it is a name."""
        surname, given = text[:1], text[1:]
        plain = surname in self.surnames and len(given) == 1 and given in self.given
        return plain and text not in self.ordinary and not text.endswith(self.endings) and not self._describes(text)

    def _named(self, part: str) -> str:
        whole = self._name(self._bare(part))
        if whole:
            return whole
        after = max((part.rfind(word) + len(word) for word in self.described if word in part), default=0)
        return self._name(self._bare(part[after:]), sure=True) if after else ""

    def _bare(self, part: str) -> str:
        """Without what follows a name; a surname alone keeps its title (李大爷)."""
        part = _AND_OTHERS.sub("", part)
        while True:
            tail = next((r for r in self.relations if part.endswith(r) and len(part) > len(r)), "")
            rest = part[: -len(tail)] if tail else part
            if not tail or (rest in self.surnames and len(tail) > 1):
                return part
            part = rest

    def _name(self, text: str, *, sure: bool = False) -> str:
        """The text where it is a surname and a given name and describes nothing; `sure`: the given name must be one of common characters."""
        if any(text.endswith(r) and text[: -len(r)] in self.surnames for r in self.relations if len(r) > 1):
            return text
        if text in self.ordinary or self._describes(text):
            return ""
        fits = any(self._given(surname, text[len(surname) :], sure) for surname in (text[:2], text[:1]))
        return text if fits or self._double(text) else ""

    def _given(self, surname: str, given: str, sure: bool) -> bool:
        doubtful = surname in self.ambiguous
        if not (doubtful or surname in self.surnames) or not 1 <= len(given) <= 2:
            return False
        if any(len(end) > 1 and (surname + given).endswith(end) for end in self.endings):
            return False
        common = self.given.issuperset(given)
        if sure or doubtful:
            return common if len(given) > 1 else given in self.telling
        return common or not given.endswith(self.endings)

    def _double(self, text: str) -> bool:
        """Two surnames, as children of two families bear them, and two characters of given names."""
        families = len(text) == 4 and self.surnames.issuperset(text[:2])
        return families and self.given.issuperset(text[2:]) and not text.endswith(self.endings)

    def _describes(self, text: str) -> bool:
        return any(word in text if len(word) > 1 else text.startswith(word) or text.endswith(word) for word in self.described)


def _parts(text: str) -> Iterator[str]:
    """The runs of Chinese characters; one that is joined (甲和乙) whole first, for 和 stands in names, too."""
    for run in _HAN.findall(text):
        yield run
        pieces = _JOINED.split(run)
        if len(pieces) > 1:
            yield from pieces
