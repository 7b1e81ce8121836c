"""What comes before the vote: opinions on a plan, representatives among the members, short notice."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from mingbai import pipeline
from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kinds.meetings.preparing import (
    plans_are_open_to_opinions,
    representatives_are_most_of_those_due,
    short_notice_is_for_the_assemblies_alone,
    supervisors_attend_the_vote,
)
from mingbai.packs import Law
from tests.unit.kinds.meetings.ledger import codes, meeting

MINUTES = """
{extra}应到: 60
亲到: 60
缺席: 0
监督委员会到会: 1
决议:
  - 编号: 1
    议题: 修路
    党组织研究日期: 2026-02-10
{plan}    文本: 同意。
    同意: 60
    反对: 0
    落实: {{责任人: 主任, 期限: 2026-12-31}}
"""
NATION = pipeline.pack("cn-2026")
WORKS = "    大事: 重大投资和工程建设项目\n"


def under(books: Books, pack: str) -> Books:
    return Books(books.filed, books.ids, Law.of([*NATION, *pipeline.pack(pack)]), books.as_of)


def said(found: Iterator[Diagnostic]) -> list[str]:
    return [f.message("zh") for f in found]


@pytest.mark.parametrize(
    "since, until, days",
    [
        ("2026-02-18", "2026-03-05", None),  # fifteen days, the first not counted, closed on the day of the vote
        ("2026-02-18", "2026-03-04", 14),
        ("2026-02-19", "2026-03-05", 14),
        ("2026-02-19", "2026-03-20", 14),  # what came after the vote does not count
        ("2026-03-06", "2026-03-30", 0),
        ("2026-01-01", "2026-01-16", None),
    ],
)
@pytest.mark.parametrize("kind, slug", [("成员大会", "chengyuan"), ("成员代表大会", "chengyuandaibiao")])
def test_in_zhejiang_a_plan_is_open_for_fifteen_days(kind: str, slug: str, since: str, until: str, days: int | None) -> None:
    text = MINUTES.format(extra="", plan=f"{WORKS}    征求意见: {{起: {since}, 止: {until}}}\n")
    books = meeting(text, kind, f"meetings/2026/2026-03-05-{slug}.yml")
    expected = [] if days is None else [f"“修路”提交{kind}表决以前应征求意见 15 天，只征求了 {days} 天"]
    assert said(plans_are_open_to_opinions(under(books, "cn-zhejiang"))) == expected
    assert "MTG043" not in codes(books)  # elsewhere nothing is asked


def test_a_plan_without_opinions_is_told_in_zhejiang_only_and_only_of_members() -> None:
    text = MINUTES.format(extra="", plan=WORKS)
    members = meeting(text, "成员大会", "meetings/2026/2026-03-05-chengyuan.yml")
    assert said(plans_are_open_to_opinions(under(members, "cn-zhejiang"))) == ["“修路”提交成员大会表决以前应征求意见 15 天，没有写“征求意见”"]
    assert said(plans_are_open_to_opinions(under(members, "cn-chongqing"))) == []
    villagers = meeting(text, "村民会议", "meetings/2026/2026-03-05-cunmin.yml")
    assert said(plans_are_open_to_opinions(under(villagers, "cn-zhejiang"))) == []


@pytest.mark.parametrize(
    "topic, affair, asked",
    [
        ("修路", "", False),  # not every vote of members is one of the matters
        ("修路工程", "", True),
        ("向信用社借款 20 万元", "", True),
        ("闲置资金出借给农机合作社", "", True),
        ("对外投资入股", "", True),
        ("修路", "重大投资和工程建设项目", True),
        ("修路", "zj-works", True),
        ("工程款支付情况的报告", "审议理事会、监事会的工作报告", False),  # what it names counts, not its words
    ],
)
def test_opinions_are_asked_for_on_what_the_article_names_alone(topic: str, affair: str, asked: bool) -> None:
    """Zhejiang art. 17: major investments and works, large debts, lending; other votes of members need no fifteen days."""
    text = MINUTES.format(extra="", plan=f"    大事: {affair}\n" if affair else "").replace("议题: 修路", f"议题: {topic}")
    books = meeting(text, "成员大会", "meetings/2026/2026-03-05-chengyuan.yml")
    assert bool(said(plans_are_open_to_opinions(under(books, "cn-zhejiang")))) == asked


@pytest.mark.parametrize("kind, slug", [("居民代表会议", "daibiao"), ("村民代表会议", "cunmindaibiao")])
@pytest.mark.parametrize("representatives, told", [(48, False), (47, True), (60, False)])
def test_four_fifths_of_sixty_are_forty_eight(kind: str, slug: str, representatives: int, told: bool) -> None:
    books = meeting(MINUTES.format(extra=f"代表: {representatives}\n", plan=""), kind, f"meetings/2026/2026-03-05-{slug}.yml")
    assert bool(said(representatives_are_most_of_those_due(books))) == told


def test_where_their_number_is_not_stated_nothing_is_asked() -> None:
    books = meeting(MINUTES.format(extra="", plan=""), "居民代表会议", "meetings/2026/2026-03-05-daibiao.yml")
    assert said(representatives_are_most_of_those_due(books)) == []


@pytest.mark.parametrize("kind, slug, excused", [("居民会议", "jumin", True), ("村民会议", "cunmin", True), ("成员大会", "chengyuan", False)])
def test_a_special_case_excuses_short_notice_of_the_two_assemblies_alone(kind: str, slug: str, excused: bool) -> None:
    """Urban law art. 26, villagers' law art. 25; the law on collectives has no such exception."""
    path = f"meetings/2026/2026-03-05-{slug}.yml"
    short = meeting(MINUTES.format(extra="特殊情况: 管道爆裂，停水抢修\n", plan=""), kind, path, called="2026-03-04")
    assert ("MTG021" in codes(short)) != excused
    assert bool(said(short_notice_is_for_the_assemblies_alone(short))) != excused
    assert "MTG021" in codes(meeting(MINUTES.format(extra="", plan=""), kind, path, called="2026-03-04"))


def test_the_day_it_was_called_may_then_be_left_out() -> None:
    text = MINUTES.format(extra="特殊情况: 管道爆裂，停水抢修\n", plan="")
    books = meeting(text, "居民会议", "meetings/2026/2026-03-05-jumin.yml", datetime.date(2026, 11, 10))
    assert not {"MTG021", "MTG022", "MTG045"} & set(codes(books))


@pytest.mark.parametrize(
    "kind, slug, asked", [("村民会议", "cunmin", True), ("村民代表会议", "cunmindaibiao", True), ("居民代表会议", "daibiao", False)]
)
@pytest.mark.parametrize("present, told", [("监督委员会到会: 1\n", ""), ("监督委员会到会: 0\n", "是 0 人"), ("", "没有写")])
def test_supervisors_are_present_where_villagers_vote(kind: str, slug: str, asked: bool, present: str, told: str) -> None:
    text = MINUTES.format(extra="", plan="").replace("监督委员会到会: 1\n", present)
    found = said(supervisors_attend_the_vote(meeting(text, kind, f"meetings/2026/2026-03-05-{slug}.yml")))
    assert found == ([f"{kind}表决了 1 项，“监督委员会到会”{told}（待确认的默认值）"] if asked and told else [])
