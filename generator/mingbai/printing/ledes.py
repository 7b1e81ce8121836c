"""The first sentence of a record's page, for its notice: the board and the site say what happened in the same words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping

from mingbai.books import Trace
from mingbai.kind import Kind, View
from mingbai.values.days import spoken

_LEFT = re.compile(r"，还有 \d+ 天|，今天是最后一天")
"""What a page counts from today: a paper hangs for days."""
_MOST = 3
"""So many things are told before the tables; of more the tables tell better."""


class _Pages:
    """The first sentences of the pages of each kind, by their addresses; a kind's are made when they are first asked for."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._made: dict[str, Mapping[str, str]] = {}

    def of(self, kind: Kind) -> Mapping[str, str]:
        if kind.name not in self._made:
            self._made[kind.name] = {d.address: d.description for d in kind.drafts(self._view)}
        return self._made[kind.name]


def told(view: View, kind: Kind, traces: Iterable[Trace]) -> Iterator[str]:
    """The sentences of the records that have a page of their own, where there are few; several are told apart by their names."""
    found: dict[str, tuple[str, str]] = {}
    for trace in traces:
        record = view.books.file(trace.record).record
        for place in filter(None, (view.where(trace.record), view.where(record))):
            address = place.address.partition("#")[0]
            words = view.derived(_Pages).of(kind).get(address, "")
            if words and address.count("/") > 1:  # the list of a kind tells of all of them
                found.setdefault(address, (trace.words, _on_paper(words, view.books.as_of)))
                break
    if len(found) == 1:
        yield from (words for _, words in found.values())
    elif len(found) <= _MOST:
        yield from (f"{name}：{words}" for name, words in found.values())


def _on_paper(words: str, day: datetime.date) -> str:
    return _LEFT.sub("", words).replace("到今天", f"到{spoken(day)}")
