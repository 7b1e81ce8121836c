"""The texts of a line: which columns go into which field. A column in which nothing is odd is taken as it stands, any other cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from mingbai.importing import cells, codes, codes_of_books
from mingbai.importing.mapping import Columns, Part
from mingbai.importing.named import Named
from mingbai.importing.refusal import RefusedError
from mingbai.importing.table import Row
from mingbai.schema.record import fields
from mingbai.values.text import Text

Refuse = Callable[[Row, str, RefusedError], None]
"""Told of a row and the heading of the column whose cell cannot be read."""

_VOUCHER = Text("凭证号", "voucher number")
_SUMMARY = Text("摘要", "summary")
_CAREFULLY = -1


class Texts:
    """Reads the text fields of rows.

    Args:
        rows: all that will be read: columns are looked over once, as a whole.
        at: the position of every column by its heading.
        constants: what a field holds where its own columns say nothing, by Chinese keys.
        named: what the words of a column with accounts, funds or categories mean, by the name of the field.
    """

    def __init__(
        self, rows: Sequence[Row], map: Part, at: Mapping[str, int], constants: Mapping[str, Any], named: Mapping[str, Named], refuse: Refuse
    ) -> None:
        self.named = named
        self.told: set[tuple[str, str]] = set()
        """Fields and words of which it has been told that they mean nothing: once each."""
        self.at, self.stripped, self.refuse = at, map.stripped, refuse
        self.known: dict[str, str] = {}
        """What cells came to: they repeat from row to row."""
        self.fields: list[tuple[str, int, Callable[[Row], Any]]] = []
        for name, info in fields(Columns).items():
            columns, constant = _listed(getattr(map.columns, name)), constants.get(info.label.zh)
            if name in ("date", "amount") or not (columns or constant):
                continue
            read = partial(self._voucher, columns[0]) if name == "voucher" else partial(self._said, name, columns, constant)
            plain = len(columns) == 1 and not self.stripped and name not in named
            texts = [row.texts[at[columns[0]]] for row in rows] if plain else []
            even = cells.are_numbers(texts) if name == "voucher" else cells.are_words(texts)
            self.fields.append((info.label.zh, at[columns[0]] if texts and even else _CAREFULLY, read))

    def read(self, row: Row) -> dict[str, Any]:
        """The fields of a row that hold something, by their Chinese keys in the order of the ledger."""
        texts, nodes = row.texts, dict[str, Any]()
        for key, x, read in self.fields:
            text = texts[x] if x != _CAREFULLY else ""
            if text:
                nodes[key] = text
            elif (said := read(row)) is not None:
                nodes[key] = said
        return nodes

    def _voucher(self, column: str, row: Row) -> str | None:
        try:
            return cells.number(cells.filled(row.texts[self.at[column]], _VOUCHER))
        except RefusedError as refused:
            self.refuse(row, column, refused)
            return None

    def _said(self, name: str, columns: Sequence[str], constant: Any, row: Row) -> Any:
        """What the columns of a field say together, else its constant; None where that is nothing, or cannot be read."""
        said = [self._words(row, c) for c in columns if row.texts[self.at[c]]]
        if None in said:
            return None
        found = [one for one in said if one]
        if found and name in self.named:
            return self._meant(name, row, columns[0], found[0])
        if found:
            return " ".join(found) if name != "documents" else found if len(found) > 1 else found[0]
        if constant is None and name == "summary":
            self.refuse(row, columns[0], RefusedError(codes.EMPTY, field=_SUMMARY))
        return constant

    def _meant(self, name: str, row: Row, column: str, word: str) -> str:
        """The account, fund or category that is meant; the word itself where there is none, which is told once."""
        named = self.named[name]
        found = named.of(word)
        if found is None and (name, word) not in self.told:
            self.told.add((name, word))
            self.refuse(
                row, column, RefusedError(codes_of_books.UNREGISTERED, what=named.what, key=named.what.zh, name=named.key, known=named.near(word))
            )
        return found or word

    def _words(self, row: Row, column: str) -> str | None:
        text = typed = row.texts[self.at[column]]
        if typed in self.known:
            return self.known[typed]
        for sign in self.stripped:
            text = text.removeprefix(sign).strip()
        try:
            self.known[typed] = said = cells.words(text)
        except RefusedError as refused:
            self.refuse(row, column, refused)
            return None
        return said


def _listed(named: Any) -> tuple[str, ...]:
    return named if isinstance(named, tuple) else (named,) if named else ()
