"""`glossary.yml`: what words of the field mean, in a sentence a neighbour would say; only the site reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.terms import YesNo
from mingbai.values.text import Text
from mingbai.values.words import Many, Words

_PUBLIC = Privacy.PUBLIC


class Entry(Record):
    """One word with what it means."""

    word: Words = label("词", "Word", _PUBLIC)
    also: Many[Words] = label("又称", "Also", _PUBLIC, default=(), strict=False)
    group: Words = label("类", "Group", _PUBLIC)
    meaning: Words = label("意思", "Meaning", _PUBLIC)
    english: Words = label("英文", "English", _PUBLIC)
    english_meaning: Words = label("英文意思", "English meaning", _PUBLIC)
    common: YesNo = label(
        "常用", "Common", _PUBLIC, default=False, help=Text("每页都有的词，只列在总表里", "Stands on every page: explained in the glossary only")
    )

    @property
    def id(self) -> str:
        """The anchor of the word: code points, as ids of headings are ASCII."""
        return "w-" + "-".join(f"{ord(c):x}" for c in self.word)


class GlossaryFile(Record):
    """`glossary.yml`."""

    entries: Many[Entry] = label("名词", "Words", _PUBLIC, strict=False)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words in the order of the files; of a word given twice the later pack's."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, files: Iterable[GlossaryFile]) -> Glossary:
        """Later files over earlier ones."""
        return cls(tuple({e.word: e for file in files for e in file.entries}.values()))

    def within(self, text: str) -> tuple[Entry, ...]:
        """The entries that are not common of which the text uses the word or another name, in the glossary's order; a longer word hides the shorter in it."""
        by_name = {name: e for e in self.entries if not e.common for name in (e.word, *e.also)}
        if not by_name:
            return ()
        found = {by_name[name].word for name in re.findall("|".join(map(re.escape, sorted(by_name, key=len, reverse=True))), text)}
        return tuple(e for e in self.entries if e.word in found)
