"""The words by which tables name their columns and sides: vocabulary.yml, read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from mingbai import reading
from mingbai.importing.words import plain
from mingbai.schema.record import AT

_ASIDE: Final = re.compile(r"[（(][^）)]*[）)]|[:：*※]")
_WORDS: Final = re.compile(r"[a-z]+")
_DIGIT: Final = re.compile(r"[0-9０-９]")
_FEWEST: Final = 3
"""Fields that a line of headings names at least."""
AMOUNTS: Final = ("金额", "收入列", "支出列")
"""The columns that hold money of a line."""


@dataclass(frozen=True)
class Vocabulary:
    """Headings by field, the most telling first; those of registers by the Chinese name of the field; the words for either side."""

    columns: dict[str, tuple[str, ...]]
    registers: dict[str, tuple[str, ...]]
    carried: tuple[frozenset[str], frozenset[str], frozenset[str]]
    """Words of rows that bring a sum forward, carry it on, or bring in what was left of an earlier term."""
    no_columns: tuple[str, ...]
    income: tuple[str, ...]
    expense: tuple[str, ...]
    income_titles: tuple[str, ...]
    expense_titles: tuple[str, ...]
    plan_titles: tuple[str, ...]
    cash_titles: tuple[str, ...]
    in_cash: tuple[str, ...]
    by_bank: tuple[str, ...]

    def names_columns(self, texts: Sequence[str]) -> bool:
        """Whether a row of these texts is a line of headings: three fields or more, an amount among them, and no figure."""
        if len(texts) < _FEWEST or _DIGIT.search("".join(texts)):
            return False
        fields = {name for text in texts for name in self.columns if self.rank(name, text) is not None}
        return len(fields) >= _FEWEST and not fields.isdisjoint(AMOUNTS) and sum(self.is_heading(t) for t in texts) * 2 > len(texts)

    def is_heading(self, text: str) -> bool:
        """Whether a text names a column, one that is wanted or one that is not."""
        return any(_same(bared(text), one) for one in self.no_columns) or any(self.rank(name, text) is not None for name in self.columns)

    def alike(self, heading: str, others: Sequence[str]) -> list[str]:
        """Those of other headings that may mean the same column: 金额（万元） and 金額 for 金额."""
        fields = [name for name in self.columns if self.rank(name, heading) is not None]
        bare = bared(heading)
        return [o for o in others if o and (bared(o) == bare or any(self.rank(name, o) is not None for name in fields))]

    def rank(self, field: str, heading: str) -> int | None:
        """How well a heading names a field: 0 is best, a heading that only ends in the word comes after all exact ones; None: not at all."""
        bare = bared(heading)
        known = self.columns[field]
        if not bare or any(_same(bare, one) for one in self.no_columns):
            return None
        exact = next((n for n, one in enumerate(known) if bare == plain(one)), None)
        if exact is not None:
            return exact
        inside = next((n for n, one in enumerate(known) if _within(bare, one)), None)
        return None if inside is None else len(known) + inside


def bared(heading: str) -> str:
    """A heading as it is compared: small letters, without blanks and what stands in brackets; of two lines the lower."""
    return plain(_ASIDE.sub("", heading.replace("_", " ").rpartition("/")[2].lower())) if heading.isascii() is False else _english(heading)


def _english(heading: str) -> str:
    return "".join(_WORDS.findall(_ASIDE.sub("", heading.lower())))


def _same(bare: str, word: str) -> bool:
    return bare == plain(word)


def _within(bare: str, word: str) -> bool:
    """Whether a heading ends in a Chinese word of two characters or more, or holds an English one."""
    if word.isascii():
        return len(word) > 3 and plain(word) in bare
    return len(word) > 1 and bare.endswith(plain(word))


@cache
def vocabulary() -> Vocabulary:
    """The words that come with the program."""
    document, refused = reading.read((files(__package__) / "vocabulary.yml").read_bytes(), "vocabulary.yml", 0)
    if document.nodes is None:
        raise ValueError(f"vocabulary.yml: {refused}")
    nodes = document.nodes
    columns = {name: tuple(words) for name, words in nodes["列"].items() if name != AT}
    lists = (tuple(nodes[name]) for name in ("不是", "收入词", "支出词", "收入标题", "支出标题", "计划标题", "现金标题", "用现金", "走银行"))
    registers = {name: tuple(words) for name, words in nodes["登记"].items() if name != AT}
    brought, on, left = (frozenset(map(plain, nodes["承转"][name])) for name in ("承前", "过次", "结转"))
    left |= {f"{begin}{when}{what}" for begin in ("", "结转", "承") for when in nodes["承转"]["以前"] for what in nodes["承转"]["剩下"]}
    return Vocabulary(columns, registers, (brought, on, left), *lists)
