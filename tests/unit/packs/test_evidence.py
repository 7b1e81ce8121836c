"""What an item of the catalogue names as evidence exists: the ledger, the field, the word; and the demonstration keeps every urban item."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

import pytest

from mingbai import pipeline
from mingbai.kinds import discover
from mingbai.kinds.disclosures.duties import State, standings
from mingbai.packs import CatalogueFile, Item
from mingbai.schema.record import Record, fields, nested
from mingbai.values.terms import Term
from tests.support.building import REPOSITORY

KINDS = {kind.name: kind for kind in discover()}
ITEMS = [item for file in pipeline.pack("cn-2026") if isinstance(file, CatalogueFile) for item in file.items]


def words(record: type[Record], seen: set[type[Record]]) -> Iterator[tuple[str, str]]:
    """(Chinese label, word) of every list of words in a record and those inside it."""
    if record in seen:
        return
    seen.add(record)
    for info in fields(record).values():
        for kind in terms(info.annotation):
            yield from ((info.label.zh, one.zh) for one in kind)
        for inside in nested(info.annotation):
            yield from words(inside, seen)


def terms(annotation: object) -> Iterator[type[Term]]:
    if isinstance(annotation, type) and issubclass(annotation, Term):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from terms(part)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_the_ledger_and_its_words_exist(item: Item) -> None:
    for evidence in item.evidence:
        assert evidence.ledger in KINDS
        known: set[tuple[str, str]] = set()
        for shape in KINDS[evidence.ledger].shapes:
            for record in (shape.record, shape.many):
                if record is not None:
                    known |= set(words(record, set()))
        listed = {label for label, _ in known}
        for wanted in evidence.wanted:
            assert wanted.facet not in listed or {(wanted.facet, word) for word in wanted.words} <= known, (evidence.ledger, wanted.facet)


def test_the_collective_s_items_have_one_in_the_second_demonstration() -> None:
    books = pipeline.check(REPOSITORY / "examples/hexi", datetime.date(2026, 11, 10)).books
    found = {s.item.id: Counter(o.state for o in s.obligations) for s in books.derived(standings)}
    assert {id[0] for id in found} == {"U", "C"}
    asked = {id for id, states in found.items() if id[0] == "C" and not states}
    assert asked <= {"C8-01"}  # whatever else is to be shown: nothing else was
    assert sum(states[State.ON_TIME] + states[State.NOTHING] for states in found.values()) > 150


def test_every_item_has_a_state_in_the_demonstration_and_most_are_on_time() -> None:
    books = pipeline.check(REPOSITORY, datetime.date(2026, 11, 10)).books
    found = {s.item.id: Counter(o.state for o in s.obligations) for s in books.derived(standings)}
    assert sorted(found) == [f"U{n:02}" for n in range(1, 40)]
    assert [id for id, states in found.items() if not states] == []
    total = sum(found.values(), Counter())
    assert total[State.ON_TIME] > 100
    assert (total[State.LATE], total[State.MISSING]) == (2, 2)
