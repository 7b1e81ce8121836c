"""A ledger file in canonical form: read strictly, parsed, written anew, read again to see that nothing but the form has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mingbai import pipeline, reading, writing
from mingbai.diagnostics import Diagnostic
from mingbai.kind import Kind
from mingbai.schema import Record, parse
from mingbai.values.text import Lang


class Tidied(NamedTuple):
    """One file: its bytes before, its text after (None where it cannot be read), what is wrong with it, its text for excerpts."""

    path: str
    before: bytes
    after: str | None
    findings: tuple[Diagnostic, ...]
    text: str

    @property
    def changed(self) -> bool:
        """Whether the canonical form is other than what stands there."""
        return self.after is not None and self.after.encode() != self.before


class MeaningError(Exception):
    """The canonical form would read as something else: a fault of ours, and the file is left alone."""


def tidy(data: bytes, path: str, kinds: Sequence[Kind], lang: Lang = "zh", scripts: frozenset[str] = frozenset()) -> Tidied:
    """The file at `path` (below ledgers/) in canonical form.

    Raises:
        LookupError: no kind claims the path.
        MeaningError: what would be written reads as another record, or loses a comment.
    """
    claimed = pipeline.claim(path, kinds)
    if claimed is None:
        raise LookupError(path)
    shown = f"{pipeline.LEDGERS}/{path}"
    document, refused = reading.read(data, shown, 0, scripts=scripts)
    if document.nodes is None:
        return Tidied(path, data, None, refused, document.text)
    shape = claimed[1].root(document.nodes)
    record, problems = parse(shape, document.nodes, shown)
    if record is None:
        return Tidied(path, data, None, problems, document.text)
    after = written(document.text, document.nodes, record, path, lang, scripts)
    return Tidied(path, data, after, (), document.text)


def written(typed: str, nodes: dict[str, object], record: Record, path: str, lang: Lang, scripts: frozenset[str]) -> str:
    """The canonical form of a text that was read to these nodes and this record.

    Raises:
        MeaningError: it reads as another record, or loses a comment.
    """
    text = typed if typed.endswith("\n") else typed + "\n"
    comments = reading.trivia(text)
    after = writing.canonical(nodes, record, comments, reading.Locator(text), lang)
    document, _ = reading.read(after.encode(), path, 0, scripts=scripts)
    again = parse(type(record), document.nodes, path)[0] if document.nodes is not None else None
    if again is None or again.model_dump() != record.model_dump() or reading.trivia(after).count != comments.count:
        raise MeaningError(path)
    return after
