"""The language pages are made in: Chinese as it is written in the code, any other through a catalogue.

Sentences are written in Chinese where they are made, `say("收入 {income} 元", income=…)`; the Chinese sentence is also the key of
its translation. A language is a catalogue and nothing else: with none spoken, nothing is looked up.
"""

from __future__ import annotations

import calendar
import string
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from mingbai.values.text import Text

SOURCE = "zh"
"""The language the code is written in, and every site's first."""

_BETWEEN = {"、": ", ", "，": ", ", "；": "; ", "。": ". ", "：": ": ", "": " "}
"""What stands between parts of a list or between sentences, in languages that write blanks."""


class Voice:
    """A language other than Chinese: `catalogue` holds its sentences and words by the Chinese ones.

    What the catalogue does not hold is said in Chinese: text of ledgers stays as it was written.
    A catalogue may count: `{n:contract|contracts}` is `1 contract`, `2 contracts`; and name months: `{month:month}`.
    """

    def __init__(self, lang: str, catalogue: Mapping[str, str]) -> None:
        self.lang, self.catalogue = lang, catalogue
        self._format = _Counting()

    def word(self, value: Any) -> Any:
        """A word or sentence that stands whole; anything else as it is."""
        return self.catalogue.get(value, value) if type(value) is str else value

    def sentence(self, pattern: str, values: Mapping[str, Any]) -> str:
        """The sentence with its values, those that are words of the interface said in this language too."""
        told = {name: self.word(value if isinstance(value, int) else str(value)) for name, value in values.items()}
        return self._format.vformat(self.catalogue.get(pattern, pattern), (), told)


class _Counting(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return inflected(value, format_spec)


def inflected(value: Any, spec: str) -> str:
    """A value as a catalogue asks for it: `contract|contracts` counts, `month` names the month, anything else is Python's."""
    if "|" in spec:
        one, many = spec.split("|", 1)
        return f"{value} {one if str(value) == '1' else many}"
    if spec == "month":
        return calendar.month_name[int(value)]
    return format(value, spec)


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
    return spoken.sentence(words, values) if values else spoken.catalogue.get(words, words)


def of(text: Text) -> str:
    """A text that is declared in two languages, in the one spoken; a third language looks it up by the Chinese."""
    spoken = _VOICE.get()
    if spoken is None:
        return text.zh
    return text.en if spoken.lang == "en" else spoken.catalogue.get(text.zh, text.zh)


def joined(between: str, parts: Iterable[str]) -> str:
    """Parts with the Chinese mark `between` them (、，；。：or nothing), or what the language spoken writes for it."""
    spoken = _VOICE.get()
    if spoken is None:
        return between.join(parts)
    return _BETWEEN.get(between, between).join(text for p in parts if (text := spoken.word(p)))
