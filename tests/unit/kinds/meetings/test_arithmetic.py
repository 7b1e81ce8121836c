"""Quorum and votes by whole numbers: 以上 includes, 过半数 does not, both ways where proxies are unsettled."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.kinds.meetings.arithmetic import adds_up, ballots, presences, quorate, votes_agree
from mingbai.kinds.meetings.records import Decision, Meeting, MeetingKind, Result
from mingbai.kinds.meetings.register import outcome
from mingbai.kinds.meetings.tally import Tally, tally
from mingbai.packs import Body
from tests.unit.kinds.meetings.ledger import law

PASSED, REJECTED, NO_QUORUM, DEFERRED = Result.PASSED, Result.REJECTED, Result.NO_QUORUM, Result.DEFERRED
BODIES = sorted(k.value for k in MeetingKind)


def body(slug: str) -> Body:
    found = law().body(slug)
    assert found is not None
    return found


def held(slug: str, due: int | None = None, person: int | None = None, proxies: int | None = None, absent: int | None = None) -> Meeting:
    values: dict[str, Any] = {"due": due, "in_person": person, "proxies": proxies, "absent": absent}
    time = datetime.datetime(2026, 3, 5, 14, 30)
    return Meeting.model_construct(
        kind=next(k for k in MeetingKind if k.value == slug), time=time, where="厅", convener="居委会", chair="主任", clerk="文书", **values
    )


def voted(yes: int | None, no: int = 0, abstain: int = 0, result: Result | None = None) -> Decision:
    return Decision.model_construct(number="1", topic="议题", yes=yes, no=no, abstain=abstain, result=result)


def reckon(slug: str, yes: int | None, result: Result | None = None, **heads: int | None) -> Tally:
    return tally(voted(yes, result=result), held(slug, **heads), body(slug))


def test_every_kind_is_a_body_of_the_pack_with_its_name() -> None:
    assert {b.id: b.name for b in law().bodies.values()} == {k.value: k.zh for k in MeetingKind}


def test_the_example_of_the_format_is_said_with_its_integers() -> None:
    sums = reckon("yishi", 14, due=21, person=17, proxies=1, absent=3)

    expected = (
        "应到 21 人，亲到 17 人、委托 1 人，到会 18 人，超过 1/2（至少 11 人），达到法定人数；同意 14 票，超过到会 18 人的半数（需 10 票），通过。"
    )
    assert sums.text.zh == expected
    assert sums.note.zh == "委托是否计入到会，法律没有规定；不计委托、按到会 17 人算，结果相同。"
    assert (sums.result, sums.differs, len(sums.ways)) == (PASSED, False, 2)


def test_a_real_meeting_of_2014_lacks_two_thirds_under_todays_law() -> None:
    """文华社区 2014-05-05: 39 in person, 5 by proxy, 34 absent of 78 (domain.md S5a)."""
    sums = reckon("daibiao", 40, due=78, person=39, proxies=5, absent=34)

    assert sums.result is NO_QUORUM
    assert [(w.present, w.quorum, w.quorum_met) for w in sums.ways] == [(44, 52, False), (39, 52, False)]
    assert sums.text.zh == "应到 78 人，亲到 39 人、委托 5 人，到会 44 人，不足 2/3（至少要 52 人），未达法定人数，不能作出决定。"


@pytest.mark.parametrize(
    "slug, due, present, yes, expected",
    [
        # 2/3 以上 includes the two thirds
        ("daibiao", 60, 40, 21, PASSED),
        ("daibiao", 60, 39, 39, NO_QUORUM),
        ("daibiao", 61, 41, 21, PASSED),
        ("daibiao", 61, 40, 40, NO_QUORUM),
        # 过半数 excludes the half, of those due and of those present
        ("jumin", 100, 50, 50, NO_QUORUM),
        ("jumin", 100, 51, 26, PASSED),
        ("jumin", 101, 51, 25, REJECTED),
        ("yishi", 20, 18, 9, REJECTED),
        ("yishi", 20, 18, 10, PASSED),
        # all members are the base, two thirds of them included
        ("chengyuan", 30, 20, 20, PASSED),
        ("chengyuan", 30, 30, 19, REJECTED),
        ("chengyuan", 31, 31, 20, REJECTED),
        ("chengyuan", 31, 31, 21, PASSED),
        # more than half of all directors
        ("lishihui", 6, 4, 3, REJECTED),
        ("lishihui", 6, 4, 4, PASSED),
        ("lishihui", 6, 3, 3, NO_QUORUM),
        # no quorum is laid down
        ("zhengxun", 300, 2, 2, PASSED),
    ],
)
def test_boundaries(slug: str, due: int, present: int, yes: int, expected: Result) -> None:
    sums = reckon(slug, yes, due=due, person=present, absent=due - present)

    assert sums.result is expected
    assert len(sums.ways) == 1


def test_ways_that_end_differently_are_both_said_and_either_may_be_claimed() -> None:
    sums = reckon("yishi", 9, due=21, person=10, proxies=1, absent=10)

    assert sums.result is None
    assert sums.differs
    assert [w.result for w in sums.ways] == [PASSED, NO_QUORUM]
    assert sums.allows(PASSED)
    assert sums.allows(NO_QUORUM)
    assert not sums.allows(REJECTED)
    assert "计入委托：" in sums.text.zh
    assert "不计委托：" in sums.text.zh


def test_proxies_follow_the_bodys_rule() -> None:
    given = {"due": 30, "person": 20, "proxies": 5}
    assert presences(held("chengyuan", **given), body("chengyuan")) == ((True, 25),)
    assert presences(held("juweihui", **given), body("juweihui")) == ((False, 20),)
    assert presences(held("daibiao", **given), body("daibiao")) == ((True, 25), (False, 20))


def test_without_attendance_the_votes_are_those_present() -> None:
    sums = reckon("zhengxun", 5)

    assert sums.result is PASSED
    assert sums.text.zh == "同意 5 票，超过到会 5 人的半数（需 3 票），通过。"


def test_what_was_not_voted_on_has_no_result() -> None:
    assert reckon("yishi", None, due=21, person=17, absent=4).text.zh.endswith("本项只讨论，没有表决。")
    deferred = reckon("yishi", None, DEFERRED, due=21, person=17, absent=4)
    assert deferred.text.zh.endswith("本项暂缓，没有表决。")
    assert deferred.allows(DEFERRED)
    assert not reckon("yishi", 14, DEFERRED, due=21, person=17, absent=4).allows(DEFERRED)


def test_the_claim_decides_where_two_ways_differ_else_the_figures_do() -> None:
    either = {"due": 21, "person": 10, "proxies": 1, "absent": 10}
    assert outcome(voted(9, result=PASSED), reckon("yishi", 9, PASSED, **either)) is PASSED
    assert outcome(voted(9, result=NO_QUORUM), reckon("yishi", 9, NO_QUORUM, **either)) is NO_QUORUM
    wrong = reckon("yishi", 1, PASSED, due=21, person=21)
    assert outcome(voted(1, result=PASSED), wrong) is REJECTED
    assert outcome(voted(None), reckon("daibiao", None, due=60, person=10)) is None


heads = st.integers(0, 400)


@st.composite
def attended(draw: st.DrawFn) -> Meeting:
    slug = draw(st.sampled_from(BODIES))
    person, proxies, absent = draw(heads), draw(heads), draw(heads)
    return held(slug, person + proxies + absent, person, proxies, absent)


@given(attended(), heads, heads)
def test_more_votes_for_never_turn_a_pass_into_a_failure(meeting: Meeting, yes: int, more: int) -> None:
    rule = body(meeting.kind.value)
    before, after = tally(voted(yes), meeting, rule), tally(voted(yes + more), meeting, rule)

    for was, now in zip(before.ways, after.ways, strict=True):
        assert was.result is not PASSED or now.result is PASSED
        assert (was.result is NO_QUORUM) == (now.result is NO_QUORUM)


@given(attended(), heads)
def test_needed_is_the_smallest_number_that_passes(meeting: Meeting, yes: int) -> None:
    rule = body(meeting.kind.value)
    for way in tally(voted(yes), meeting, rule).ways:
        if way.result in (PASSED, REJECTED):
            assert way.needed is not None
            assert (way.result is PASSED) == (yes >= way.needed)
        if way.quorum is not None:
            assert way.present is not None
            assert way.quorum_met == (way.present >= way.quorum)


@given(attended(), st.integers(1, 50))
def test_one_more_in_person_instead_of_absent_never_loses_the_quorum(meeting: Meeting, came: int) -> None:
    assert meeting.in_person is not None
    assert meeting.absent is not None
    came = min(came, meeting.absent)
    fuller = meeting.model_copy(update={"in_person": meeting.in_person + came, "absent": meeting.absent - came})
    rule = body(meeting.kind.value)

    assert adds_up(fuller)
    assert quorate(fuller, rule) or not quorate(meeting, rule)


@given(attended())
def test_every_tally_speaks(meeting: Meeting) -> None:
    sums = tally(voted(3, 1), meeting, body(meeting.kind.value))

    assert sums.text.zh.endswith("。")
    assert sums.text.en.endswith(".")
    assert sums.vote.zh in sums.text.zh


@given(heads, heads, heads)
def test_votes_agree_with_those_present_however_proxies_count(person: int, proxies: int, no: int) -> None:
    meeting = held("daibiao", person + proxies, person, proxies, 0)
    decision = voted(max(person - no, 0), min(no, person))

    assert ballots(decision) == person
    assert votes_agree(decision, meeting, body("daibiao"))
    assert votes_agree(decision.model_copy(update={"abstain": proxies}), meeting, body("daibiao"))


def test_half_of_those_who_voted_is_not_more_than_half_even_where_proxies_are_unsettled() -> None:
    """17 in person and 1 proxy cast 18 votes: 9 for is not a majority, whichever way proxies count for the quorum."""
    meeting, decision = held("yishi", due=21, person=17, proxies=1, absent=3), voted(9, 8, 1, PASSED)

    sums = tally(decision, meeting, body("yishi"))

    assert {way.result for way in sums.ways} == {REJECTED}
    assert outcome(decision, sums) is REJECTED
