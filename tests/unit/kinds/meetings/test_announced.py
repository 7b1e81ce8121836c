"""Meetings that are announced, held, not written down, called off: what each may hold and what is said of it."""

from __future__ import annotations

import datetime

import pytest

from mingbai.kinds.meetings import telling
from mingbai.kinds.meetings.records import announced
from mingbai.kinds.meetings.register import Phase, State, coming, entries, items_of, meetings
from tests.unit.kinds.meetings.ledger import AS_OF, books, codes

BARE = "种类: 议事会\n时间: {date} 19:00\n地点: 议事厅\n召集: 居委会\n"
AGENDA = "谁可以来: 居民都可以旁听\n决议:\n  - {编号: 1, 议题: 车棚}\n  - {编号: 2, 议题: 路灯}\n"


def at(date: str, text: str = AGENDA) -> dict[str, str]:
    return {f"meetings/{date[:4]}/{date}-yishi.yml": BARE.format(date=date) + text}


@pytest.mark.parametrize("date", ["2026-11-10", "2026-11-11", "2027-02-28"])
def test_a_notice_needs_neither_chair_nor_clerk_nor_figures(date: str) -> None:
    of = books(at(date))
    assert codes(of) == []
    assert [id for id, _ in announced(of)] == [f"{date}-yishi"]
    assert [e.state for e in entries(of)] == [State.PLANNED, State.PLANNED]


def test_the_soonest_comes_first_and_what_was_called_off_is_not_coming() -> None:
    off = "取消: {日期: 2026-11-09, 原因: 会场停电，改到十二月}\n"
    of = books({**at("2026-12-05"), **at("2026-11-20"), **at("2026-11-15", AGENDA + off)})
    assert [id for id, _ in announced(of)] == ["2026-11-20-yishi", "2026-12-05-yishi"]
    assert [h.id for h in coming(of)] == [id for id, _ in announced(of)]
    (first, *_) = meetings(of)
    assert first.phase(AS_OF) is Phase.CANCELLED
    assert {e.state for e in items_of(of, first)} == {State.CANCELLED}
    assert "没有开。会场停电，改到十二月。" in telling.opening(first, items_of(of, first), AS_OF)
    assert codes(of) == []


def test_a_day_that_passed_without_minutes_is_told() -> None:
    of = books(at("2026-11-09"))
    assert codes(of) == ["MTG033"]
    assert meetings(of)[0].phase(AS_OF) is Phase.UNRECORDED
    assert "还没有会议记录" in telling.opening(meetings(of)[0], entries(of), AS_OF)


def test_minutes_need_chair_and_clerk() -> None:
    figures = "应到: 21\n亲到: 18\n缺席: 3\n"
    assert codes(books(at("2026-11-09", figures))) == ["MTG015", "MTG015"]
    assert codes(books(at("2026-11-09", figures + "主持: 主任\n记录: 文书\n"))) == []


def test_what_was_called_off_has_no_results() -> None:
    off = "取消: {日期: 2026-11-09, 原因: 人数不够}\n"
    assert codes(books(at("2026-11-09", off + "主持: 主任\n记录: 文书\n应到: 21\n亲到: 18\n"))) == ["MTG016"]


def test_what_was_called_off_does_not_count_for_the_rhythm() -> None:
    held = "主持: 主任\n记录: 文书\n通知日期: 2026-01-01\n应到: 60\n亲到: 40\n"
    head = BARE.replace("议事会", "居民代表会议")
    files = {
        "meetings/2026/2026-02-05-daibiao.yml": head.format(date="2026-02-05") + held,
        "meetings/2026/2026-10-05-daibiao.yml": head.format(date="2026-10-05") + "取消: {日期: 2026-10-01, 原因: 改期}\n",
    }
    assert codes(books(files, datetime.date(2026, 12, 31))) == []
    assert codes(books(files, datetime.date(2027, 1, 1))) == ["MTG028"]


@pytest.mark.parametrize("date, told", [("2026-11-10", "今天"), ("2026-11-11", "明天"), ("2026-11-20", "还有 10 天")])
def test_how_far_off_a_meeting_is(date: str, told: str) -> None:
    assert telling.ahead(datetime.date.fromisoformat(date), AS_OF) == told


def test_the_opening_of_a_notice_says_when_where_and_how_much() -> None:
    of = books(at("2026-11-20"))
    assert telling.opening(meetings(of)[0], entries(of), AS_OF) == (
        "2026年11月20日（星期五）19:00，在议事厅召开议事会，由居委会召集。要议 2 件事，列在下面。会议还没有开。"
    )
