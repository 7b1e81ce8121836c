"""The language pages are made in: Chinese as it is written in the code, any other through a catalogue.

Sentences are written in Chinese where they are made, `say("收入 {income} 元", income=…)`; the Chinese sentence is also the key of
its translation. A language is a catalogue and nothing else: with none spoken, nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from typing import Any

from mingbai.values.counted import filled
from mingbai.values.tags import direction, written_in_han
from mingbai.values.text import Lang, Text

SOURCE = "zh"
"""The language the code is written in, and every site's first."""

_BLANKS = re.compile(r" (?=[ ,:;.])(?!\.\d)")
"""What an empty place between two blanks leaves behind."""

_RUN_ON = re.compile(r"((?<=[a-z)”])\.)(?=[A-Z“\u4e00-\u9fff])|((?<=[a-z\u4e00-\u9fff])\.)(?=\d[\d,.]* [a-z])")
"""One sentence put behind another as Chinese does it, without a blank."""

_BEGINS = re.compile(r"(?<=[a-z0-9)%”\u4e00-\u9fff]\. )(?<!\bart\. )(?<!\barts\. )(?<!\bNo\. )(?<!\.[a-z]\. )[a-z]")
"""The first letter of a sentence behind another."""

_CAPITAL = re.compile(r"^[A-Z](?=[a-z'’-]+(?:[ ,.;:)]|$))")
"""The capital of an ordinary word: Use, not WeChat or ICP."""

_CLOSED = re.compile(r"(?<=[a-z0-9)”])。(?=$| )")
"""A Chinese full stop behind words that are not Chinese."""

_BETWEEN = {"、": ", ", "，": ", ", "；": "; ", "。": ". ", "：": ": ", "": " "}
"""What stands between parts of a list or between sentences, in languages that write blanks."""

_RIGHT_TO_LEFT = _BETWEEN | {"、": "، ", "，": "، ", "；": "؛ "}
"""The same in languages that are written from right to left."""


class Voice:
    """A language other than Chinese; `translate` gives its sentences and words by the Chinese ones, what it lacks unchanged.

    Text of ledgers therefore stays as it was written. A catalogue may count, `{n:contract|contracts}` is `1 contract` and
    `2 contracts`, name months, `{month:month}`, and begin a word small inside a sentence, `{result:lower}`,
    and write 一 or 上 as a figure, `{quarter:figure}`.
    `words` is the same for voices that say everything alike; None: nobody knows. `share` is how much of what pages say it has, in percent.
    """

    def __init__(self, lang: str, name: str, translate: Callable[[str], str], words: Hashable = None, share: int = 100) -> None:
        self.lang, self.name, self.words, self.share = lang, name, words, share
        self.translate = translate
        self.spaced = not written_in_han(lang)
        self._between = {} if not self.spaced else _RIGHT_TO_LEFT if direction(lang) == "rtl" else _BETWEEN

    def word(self, value: Any) -> Any:
        """A word that stands whole, or sentences put together; anything else as it is."""
        if not value or type(value) is not str:
            return value
        said = self.translate(value)
        if not self.spaced:
            return said
        return _CLOSED.sub(".", _RUN_ON.sub(". ", said)) if "." in said or "。" in said else said

    def sentence(self, pattern: str, values: Mapping[str, Any]) -> str:
        """The sentence with its values, those that are words of the interface said in this language too."""
        told = {name: self.word(str(value) if isinstance(value, Enum) else value) for name, value in values.items()}
        made = filled(self.translate(pattern), told)
        return begun(_BLANKS.sub("", made)) if " " in made and self.spaced else made

    def joined(self, between: str, parts: Iterable[str]) -> str:
        """Parts with what this language writes for the Chinese mark `between` them; empty ones are left out."""
        said = [text for p in parts if (text := self.word(p))]
        made = said[0] if len(said) == 1 else self._between.get(between, between).join(said)
        return begun(made) if len(said) != 1 and self.spaced else made


def begun(text: str) -> str:
    """The text with a capital where a sentence inside it begins: Chinese has none, and puts sentences together from parts."""
    return _BEGINS.sub(lambda found: found[0].upper(), text) if ". " in text else text


_VOICE: ContextVar[Voice | None] = ContextVar("voice", default=None)


def voice() -> Voice | None:
    """The language being spoken; None: Chinese."""
    return _VOICE.get()


@contextmanager
def speaking(other: Voice | None) -> Iterator[None]:
    """Everything said inside is said in that language."""
    token = _VOICE.set(other)
    try:
        yield
    finally:
        _VOICE.reset(token)


def say(words: str, /, **values: Any) -> str:
    """A sentence in the language spoken, its `{places}` filled in."""
    spoken = _VOICE.get()
    if spoken is None:
        return words.format_map(values) if values else words
    return spoken.sentence(words, values) if values else spoken.translate(words)


def listed(parts: Iterable[str]) -> str:
    """Words in a list inside a sentence, each begun small where the language writes capitals: a label is Purpose, in a list it is purpose."""
    return joined("、", (_CAPITAL.sub(lambda found: found[0].lower(), word(p)) for p in parts))


def word(value: str) -> str:
    """A word or a sentence that stands whole, as a page would print it: said in the language spoken, names and what it lacks unchanged."""
    spoken = _VOICE.get()
    return value if spoken is None else str(spoken.word(value))


def base() -> str:
    """The part of the site that holds what is said in the language spoken: `en/`; empty for Chinese."""
    spoken = _VOICE.get()
    return "" if spoken is None else f"{spoken.lang}/"


def lang() -> Lang:
    """The language that texts declared in two languages are said in: English where it is spoken, Chinese else."""
    spoken = _VOICE.get()
    return "en" if spoken is not None and spoken.lang == "en" else "zh"


def of(text: Text) -> str:
    """A text that is declared in two languages, in the one spoken; a third language looks it up by the Chinese."""
    spoken = _VOICE.get()
    if spoken is None:
        return text.zh
    return text.en if spoken.lang == "en" else spoken.translate(text.zh)


def phrase(text: Text, values: Mapping[str, Any]) -> str:
    """The same of one with `{places}`, filled in: what a finding says."""
    spoken = _VOICE.get()
    if spoken is None or spoken.lang == "en":
        return text.say(lang(), **({name: spoken.word(value) for name, value in values.items()} if spoken else values))
    return spoken.sentence(text.zh, {name: _plain(value, spoken) for name, value in values.items()}) if values else spoken.translate(text.zh)


def _plain(value: Any, spoken: Voice) -> Any:
    """A value inside such a sentence: lists are joined as the language joins them."""
    if isinstance(value, Text):
        return value.zh
    if type(value) in (tuple, list):
        return spoken.joined("、", (str(_plain(v, spoken)) for v in value))
    return str(value)


def joined(between: str, parts: Iterable[str]) -> str:
    """Parts with the Chinese mark `between` them (、，；。：or nothing), or what the language spoken writes for it."""
    spoken = _VOICE.get()
    return between.join(parts) if spoken is None else spoken.joined(between, parts)
