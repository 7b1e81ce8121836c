"""What a version is on a day: draft, in force, superseded, repealed."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.kinds.meetings.records import Decision, MeetingKind, Result
from mingbai.kinds.pacts.records import Article, Opinions, Review, Version
from mingbai.kinds.pacts.state import Stage, Standing, State, begins, current, stage, standings
from mingbai.kinds.pacts.votes import Vote

D = datetime.date
TEXT = (Article.model_construct(number=1, title=None, text="牵绳。"),)
DAYS = st.dates(D(2025, 1, 1), D(2027, 12, 31))


def version(number: int = 1, effective: D | None = None, repealed: D | None = None, **more: Any) -> Version:
    return Version.model_construct(number=number, effective=effective, repealed=repealed, articles=TEXT, **more)


def vote(day: D, result: Result | None = Result.PASSED) -> Vote:
    decision = Decision.model_construct(number="1", topic="公约", result=result)
    return Vote(f"{day}-daibiao/1", f"{day}-daibiao", day, MeetingKind.DAIBIAO, decision, result)


VOTED = vote(D(2026, 3, 28))
REJECTED = vote(D(2026, 3, 28), Result.REJECTED)


@pytest.mark.parametrize(
    "effective, repealed, voted, as_of, expected",
    [
        (None, None, None, D(2026, 11, 10), State.DRAFT),
        (None, None, VOTED, D(2026, 11, 10), State.DRAFT),
        (D(2026, 4, 15), None, None, D(2026, 11, 10), State.DRAFT),
        (D(2026, 4, 15), None, REJECTED, D(2026, 11, 10), State.DRAFT),
        (D(2026, 4, 15), None, vote(D(2026, 3, 28), None), D(2026, 11, 10), State.DRAFT),
        (D(2026, 4, 15), None, VOTED, D(2026, 4, 14), State.DRAFT),
        (D(2026, 4, 15), None, VOTED, D(2026, 4, 15), State.IN_FORCE),
        (D(2026, 3, 1), None, VOTED, D(2026, 3, 27), State.DRAFT),
        (D(2026, 3, 1), None, VOTED, D(2026, 3, 28), State.IN_FORCE),
        (D(2026, 4, 15), D(2026, 10, 1), VOTED, D(2026, 9, 30), State.IN_FORCE),
        (D(2026, 4, 15), D(2026, 10, 1), VOTED, D(2026, 10, 1), State.REPEALED),
    ],
)
def test_the_state_of_a_single_version(effective: D | None, repealed: D | None, voted: Vote | None, as_of: D, expected: State) -> None:
    (only,) = standings([(version(1, effective, repealed), voted)], as_of)

    assert only.state is expected


@pytest.mark.parametrize(
    "as_of, expected",
    [
        (D(2026, 4, 14), [State.DRAFT, State.DRAFT]),
        (D(2026, 4, 15), [State.IN_FORCE, State.DRAFT]),
        (D(2026, 9, 30), [State.IN_FORCE, State.DRAFT]),
        (D(2026, 10, 1), [State.SUPERSEDED, State.IN_FORCE]),
        (D(2026, 12, 1), [State.SUPERSEDED, State.REPEALED]),
    ],
)
def test_a_newer_version_takes_over_on_its_day(as_of: D, expected: list[State]) -> None:
    first, second = version(1, D(2026, 4, 15)), version(2, D(2026, 10, 1), D(2026, 12, 1))

    found = standings([(first, VOTED), (second, vote(D(2026, 9, 18)))], as_of)

    assert [s.state for s in found] == expected


def test_a_superseded_version_held_until_the_day_before() -> None:
    found = standings([(version(1, D(2026, 4, 15)), VOTED), (version(2, D(2026, 10, 1)), vote(D(2026, 9, 18)))], D(2026, 11, 10))

    assert found[0].until == D(2026, 9, 30)
    assert found[1].until is None


def test_a_rejected_revision_leaves_the_old_text_in_force() -> None:
    found = standings([(version(1, D(2026, 4, 15)), VOTED), (version(2), vote(D(2026, 9, 18), Result.REJECTED))], D(2026, 11, 10))

    assert [s.state for s in found] == [State.IN_FORCE, State.DRAFT]
    assert stage(found[1], D(2026, 11, 10)) is Stage.REJECTED
    assert current(found).version.number == 1


def test_a_version_repealed_before_its_successor_was_repealed_not_superseded() -> None:
    found = standings([(version(1, D(2026, 4, 15), D(2026, 6, 1)), VOTED), (version(2, D(2026, 10, 1)), vote(D(2026, 9, 18)))], D(2026, 11, 10))

    assert [s.state for s in found] == [State.REPEALED, State.IN_FORCE]


ENTRIES = st.lists(
    st.tuples(st.none() | DAYS, st.none() | DAYS, st.none() | st.builds(vote, DAYS, st.sampled_from([*Result, None]))), min_size=1, max_size=5
).map(lambda rows: [(version(n, e, r), v) for n, (e, r, v) in enumerate(rows, 1)])


@given(st.data(), ENTRIES, DAYS)
def test_the_order_of_versions_never_matters_and_one_text_holds_at_most(
    data: st.DataObject, entries: list[tuple[Version, Vote | None]], as_of: D
) -> None:
    shuffled = data.draw(st.permutations(entries))

    found = standings(shuffled, as_of)

    assert found == standings(entries, as_of)
    assert sum(s.state is State.IN_FORCE for s in found) <= 1


@given(ENTRIES, DAYS)
def test_nothing_is_in_force_without_a_vote_that_passed_on_or_before_the_day(entries: list[tuple[Version, Vote | None]], as_of: D) -> None:
    for s in standings(entries, as_of):
        if s.state is not State.DRAFT:
            assert s.vote is not None
            assert s.vote.passed
            assert s.vote.date <= as_of
            assert (begins(s.version, s.vote) or as_of) <= as_of


OPEN = Opinions.model_construct(start=D(2026, 10, 28), end=D(2026, 11, 18), received=None, adopted=None, note=None)
REVIEWED = Review.model_construct(authority="街道办事处", date=D(2026, 11, 25), opinion=None)


@pytest.mark.parametrize(
    "draft, voted, as_of, expected",
    [
        (version(opinions=None, review=None), None, D(2026, 11, 10), Stage.WRITING),
        (version(opinions=OPEN, review=None), None, D(2026, 10, 27), Stage.WRITING),
        (version(opinions=OPEN, review=None), None, D(2026, 11, 18), Stage.ASKING),
        (version(opinions=OPEN, review=None), None, D(2026, 11, 19), Stage.ASKED),
        (version(opinions=OPEN, review=REVIEWED), None, D(2026, 11, 30), Stage.REVIEWED),
        (version(opinions=OPEN, review=REVIEWED), vote(D(2026, 12, 5)), D(2026, 12, 4), Stage.REVIEWED),
        (version(opinions=OPEN, review=REVIEWED), vote(D(2026, 12, 5)), D(2026, 12, 5), Stage.VOTED),
        (version(effective=D(2027, 1, 1), opinions=OPEN, review=REVIEWED), vote(D(2026, 12, 5)), D(2026, 12, 5), Stage.WAITING),
        (version(effective=D(2026, 11, 1), opinions=OPEN, review=None), None, D(2026, 11, 10), Stage.UNVOTED),
        (version(opinions=OPEN, review=REVIEWED), REJECTED, D(2026, 11, 10), Stage.REJECTED),
    ],
)
def test_how_far_a_draft_has_come(draft: Version, voted: Vote | None, as_of: D, expected: Stage) -> None:
    assert stage(Standing(draft, voted, State.DRAFT), as_of) is expected


def test_a_signed_pact_holds_from_the_day_it_names() -> None:
    (before,) = standings([(version(1, D(2026, 6, 1)), None)], D(2026, 5, 31), signed=lambda _: 24)
    (after,) = standings([(version(1, D(2026, 6, 1)), None)], D(2026, 6, 1), signed=lambda _: 24)

    assert (before.state, after.state) == (State.DRAFT, State.IN_FORCE)
    assert stage(before, D(2026, 5, 31)) is Stage.SIGNED
