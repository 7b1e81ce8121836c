"""Problems as values: a code that never changes meaning, a place, a message, a remedy, a legal basis.

A rule yields `Diagnostic`s; nothing in the core raises for bad input. `Place` is cheap (a file and a mapping's offset);
the reader turns it into a `Span` of lines and columns only for the findings that are printed.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from mingbai.values.text import Lang, Text


class Severity(enum.Enum):
    """What a finding does: an error blocks publication, a warning is published as 提醒, advice never counts."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("提醒", "warning"),
    Severity.ADVICE: Text("建议", "advice"),
}


class Span(NamedTuple):
    """Lines and columns, 1-based, columns in code points; the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Cite(NamedTuple):
    """A clause of an act by the act's id in the law pack; its name and version come from the pack."""

    act: str
    article: str


class Place(NamedTuple):
    """Where a finding points.

    `at` is the character offset of the mapping that holds the field (-1: the file as a whole), `keys` the names the field
    may be typed under (empty: the mapping itself), `item` the position in the field's list (None: the whole value),
    `span` the exact lines and columns where the reader already knows them, `on_key` points at the key, not the value.
    """

    path: str
    at: int = -1
    keys: tuple[str, ...] = ()
    item: int | None = None
    span: Span | None = None
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """One rule's identity and its words; declared once, beside the rule, and never reused."""

    id: str
    severity: Severity
    title: Text
    message: Text
    remedy: Text
    asks: Text
    basis: tuple[Cite, ...] = ()

    def at(
        self, place: Place, /, *, related: tuple[Place, ...] = (), record: int = -1, basis: tuple[Cite, ...] | None = None, **values: Any
    ) -> Diagnostic:
        """A finding of this code at `place`; `values` fill the braces of the message and the remedy.

        `record` is the `at_` of the record whose published form shows the finding beside it; `basis` are the clauses of the
        very rule that was broken, where the law pack names them (None: those of the code).
        """
        return Diagnostic(self, place, values, related, record, self.basis if basis is None else basis)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a code at a place, with the values its message names."""

    code: Code
    place: Place
    values: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    record: int = -1
    basis: tuple[Cite, ...] = ()

    @property
    def severity(self) -> Severity:
        return self.code.severity

    def message(self, lang: Lang) -> str:
        return self.code.message.say(lang, **self.values)

    def remedy(self, lang: Lang) -> str:
        return self.code.remedy.say(lang, **self.values)

    def moved(self, place: Place, related: tuple[Place, ...]) -> Diagnostic:
        """The same finding with its places resolved."""
        return replace(self, place=place, related=related)
