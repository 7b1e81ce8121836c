"""What an item of the catalogue names as evidence exists: the ledger, the field, the word; and the demonstration keeps every urban item."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import cache

import pytest

from mingbai import pipeline
from mingbai.books import Books
from mingbai.kinds import discover
from mingbai.kinds.disclosures.duties import State, standings
from mingbai.packs import CatalogueFile, Item
from tests.support.building import REPOSITORY
from tests.support.sweep import each

KINDS = {kind.name: kind for kind in discover()}
ITEMS = [item for file in pipeline.pack("cn-2026") if isinstance(file, CatalogueFile) for item in file.items]


COMMUNITIES = (".", "examples/hexi", "examples/liuxi")


@cache
def books_of(name: str) -> Books:
    return pipeline.check(REPOSITORY / name, datetime.date(2026, 11, 10)).books


@each("item", ITEMS, ids=lambda item: item.id)
def test_the_ledger_its_fields_and_words_exist(item: Item) -> None:
    """Bodies are those of a community: a collective's items look for its own."""
    for evidence in item.evidence:
        assert KINDS[evidence.ledger].proves
        books = books_of("examples/hexi")
        choices = books.facets[evidence.ledger](books)
        for wanted in evidence.wanted:
            assert wanted.facet in choices, (evidence.ledger, wanted.facet)
            words = choices[wanted.facet]
            found = [any(word in possible for possible in words) for word in wanted.words] if words is not None else [True]
            assert any(found) if wanted.facet == "主体" else all(found), (evidence.ledger, wanted.facet, wanted.words)


@pytest.mark.parametrize("name", COMMUNITIES)
def test_whatever_leaves_traces_says_by_what_they_are_chosen(name: str) -> None:
    """A word that a trace has and its kind does not tell would be refused in a community's own catalogue."""
    books = books_of(name)
    assert books.tracers.keys() == books.facets.keys()
    for kind in books.tracers:
        choices = books.facets[kind](books)
        for trace in books.traces(kind):
            assert trace.facets.keys() <= choices.keys(), (kind, trace.id)
            for facet, held in trace.facets.items():
                words = choices[facet]
                assert words is None or held <= words, (kind, trace.id, facet)


def test_the_collective_s_items_have_one_in_the_second_demonstration() -> None:
    books = books_of("examples/hexi")
    found = {s.item.id: Counter(s.states) for s in books.derived(standings)}
    assert {id[0] for id in found} == {"U", "C"}
    asked = {id for id, states in found.items() if id[0] == "C" and states == {State.UNRECORDED: 1}}
    assert asked <= {"C8-01"}  # whatever else is to be shown: nothing else was
    assert sum(states[State.ON_TIME] + states[State.NOTHING] for states in found.values()) > 150


@pytest.mark.parametrize("name", COMMUNITIES)
def test_every_item_that_binds_has_a_state(name: str) -> None:
    assert [s.item.id for s in books_of(name).derived(standings) if not s.states] == []


def test_every_item_has_a_state_in_the_demonstration_and_most_are_on_time() -> None:
    books = books_of(".")
    found = {s.item.id: Counter(s.states) for s in books.derived(standings)}
    assert sorted(found) == [f"U{n:02}" for n in range(1, 40)]
    assert [id for id, states in found.items() if states[State.UNRECORDED]] == []
    total = sum(found.values(), Counter())
    assert total[State.ON_TIME] > 100
    assert (total[State.LATE], total[State.MISSING]) == (2, 2)
