"""Terms of office: five years to the day, by elections on record or by the terms of officers; who fills a vacant seat serves for the rest."""

from __future__ import annotations

import datetime
from functools import cache
from textwrap import dedent

import pytest

from mingbai import pipeline, reading
from mingbai.books import Books
from mingbai.kinds.community import KIND as COMMUNITY
from mingbai.kinds.elections import KIND, rules_term
from mingbai.kinds.elections.terms import bodies
from mingbai.kinds.staff import KIND as STAFF
from mingbai.packs import Law
from tests.unit.kinds.elections.test_elections import of_collective, voted

AS_OF = datetime.date(2026, 11, 10)
PLACE = """
格式: 1
名称: 新河社区
类型: {kind}
人员:
{people}
"""


@cache
def law(community: str = "城市居委会") -> Law:
    return Law.of(pipeline.pack("cn-2026"), community)


def books(*elections: str, people: str = "", kind: str = "城市居委会", as_of: datetime.date = AS_OF, more: dict[str, str] | None = None) -> Books:
    place = PLACE.format(kind=kind, people=people or "  - {姓名: 王示例, 角色: [文书]}\n")
    texts = {"community.yml": place, **{f"elections/{n}.yml": text for n, text in enumerate(elections)}, **(more or {})}
    documents = []
    for n, (path, text) in enumerate(texts.items()):
        document, refused = reading.read(dedent(text).lstrip("\n").encode(), f"ledgers/{path}", n)
        assert not refused
        documents.append(document)
    filed, problems = pipeline.parse_all(documents, (COMMUNITY, KIND, STAFF))
    assert not [p.message("zh") for p in problems]
    return Books(filed, {}, law(kind), as_of)


def over(*elections: str, people: str = "", kind: str = "城市居委会", as_of: datetime.date = AS_OF) -> list[str]:
    return [f.message("zh") for f in rules_term.a_term_that_is_over_ends_with_an_election(books(*elections, people=people, kind=kind, as_of=as_of))]


def long(*elections: str, people: str) -> list[str]:
    return [f.message("zh") for f in rules_term.no_term_is_longer_than_the_law_allows(books(*elections, people=people))]


def election(day: str, kind: str = "换届选举") -> str:
    return voted(60, 40, 20, elected=(0,)).replace("种类: 补选", f"种类: {kind}").replace("2026-04-18", day)


def person(start: str, end: str = "", role: str = "主任", name: str = "王示例") -> str:
    term = f"起: {start}" + (f", 止: {end}" if end else "")
    return f"  - {{姓名: {name}, 角色: [{role}], 任期: {{{term}}}}}\n"


@pytest.mark.parametrize(
    "day, as_of, told",
    [
        ("2021-11-10", "2026-11-10", False),
        ("2021-11-10", "2026-11-11", True),
        ("2024-02-29", "2029-02-28", False),  # a month without that day ends with its last (Civil Code art. 202)
        ("2024-02-29", "2029-03-01", True),
    ],
)
def test_five_years_to_the_day_after_a_committee_was_elected(day: str, as_of: str, told: bool) -> None:
    assert bool(over(election(day), as_of=datetime.date.fromisoformat(as_of))) is told


def test_it_says_when_it_began_and_ended() -> None:
    assert over(election("2021-11-09")) == ["居民委员会：2021年11月9日选出，每届 5 年，2026-11-09 届满，已过 1 天"]


def test_the_last_election_that_elected_somebody_counts() -> None:
    assert over(election("2021-11-09"), election("2026-10-20")) == []
    nobody = election("2026-10-20").replace("得票: 40, 当选: 是, 姓名: 示例0", "得票: 30").replace("得票: 20", "得票: 30")
    assert len(over(election("2021-11-09"), nobody)) == 1
    assert over(election("2021-11-09", "补选")) == []  # a by-election begins no term


@pytest.mark.parametrize(
    "kind, community, body",
    [("监督委员会推选", "城市居委会", "监督委员会"), ("理事会选举", "集体经济组织", "理事会"), ("成员代表选举", "集体经济组织", "成员代表")],
)
def test_of_every_body_whose_term_a_law_lays_down(kind: str, community: str, body: str) -> None:
    text = of_collective(kind, 5) if community == "集体经济组织" else election("2026-04-18", kind)
    assert [m.partition("：")[0] for m in over(text.replace("2026-04-18", "2021-11-09"), kind=community)] == [body]
    assert over(text.replace("2026-04-18", "2021-11-10"), kind=community) == []


def test_the_supervisors_of_a_collective_follow_its_charter() -> None:
    assert over(of_collective("监事会选举", 3).replace("2026-04-18", "2016-04-18"), kind="集体经济组织") == []
    assert over(people=person("2016-04-18", role="监事"), kind="集体经济组织") == []


def test_without_an_election_on_record_the_terms_of_officers_count() -> None:
    assert over(people=person("2021-11-10")) == []
    assert over(people=person("2021-11-09")) == ["居民委员会：“王示例”的任期从 2021-11-09 起，每届 5 年，2026-11-09 届满，已过 1 天"]
    assert over(people=person("2021-11-09", role="环境物业委员")) != []
    assert over(people=person("2021-11-09", role="文书")) == []  # who is hired has no term
    assert over(election("2022-05-01"), people=person("2021-11-09")) == []


def test_where_every_registered_term_has_ended_and_nobody_is_in_office() -> None:
    ended = person("2021-06-01", "2026-05-31") + person("2021-06-01", "2026-06-30", "副主任", "李样本")
    assert over(people=ended) == ["居民委员会：登记的任期都已结束，2026-06-30 届满，已过 133 天"]
    assert over(people=ended + person("2026-07-01", "2031-06-30", name="赵示例")) == []
    assert over(people=person("2021-11-10", "2026-11-10")) == []  # the last day is still in office


@pytest.mark.parametrize("end, told", [("2029-05-31", False), ("2029-06-01", False), ("2029-06-02", True)])
def test_no_term_is_written_longer(end: str, told: bool) -> None:
    assert long(people=person("2024-06-01", end)) == ([f"“王示例”的任期写到 {end}，最晚只能到 2029-06-01（每届 5 年）"] if told else [])


def test_who_fills_a_vacant_seat_serves_for_the_rest() -> None:
    """Urban law art. 24, village law art. 23."""
    others = person("2024-06-01", "2029-05-31")
    chosen = election("2026-04-18", "补选")
    assert long(chosen, people=others + person("2026-05-01", "2029-05-31", "委员", "示例0")) == []
    assert long(chosen, people=others + person("2026-05-01", "2031-04-30", "委员", "示例0")) == [
        "“示例0”的任期写到 2031-04-30，最晚只能到 2029-05-31（补选的，到本届届满为止）"
    ]


def test_who_was_chosen_for_a_seat_and_elected_afterwards_has_a_whole_term() -> None:
    chosen, anew = election("2023-04-18", "补选"), election("2024-05-18")
    assert long(chosen, anew, people=person("2024-06-01", "2029-05-31", "委员", "示例0") + person("2024-06-01", "2028-12-31")) == []


def test_a_pack_of_other_years_ends_terms_elsewhere() -> None:
    found = books(election("2021-11-09"))
    (body,) = [b for b in bodies(found) if b.election]
    assert body.over(datetime.date(2021, 11, 9)) == datetime.date(2026, 11, 9)
    shorter = body.standard.model_copy(update={"count": 3})
    under = Books(found.filed, {}, Law(standards={**law().standards, "term-years": shorter}), datetime.date(2024, 11, 10))
    assert [f.values["over"] for f in rules_term.a_term_that_is_over_ends_with_an_election(under)] == [datetime.date(2024, 11, 9)]
