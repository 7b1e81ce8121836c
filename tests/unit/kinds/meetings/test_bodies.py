"""Every body of the law packs at its boundaries: the figures stand here as worked out by hand from the articles, none is read from the pack.

Each line of TABLE says for so many due: how many must come, and how many of those who came (or of all) must agree. “以上” includes the
number, “过半数” does not (Civil Code art. 1259).
"""

from __future__ import annotations

import csv
import datetime
from typing import NamedTuple

import pytest

from mingbai.kinds.meetings.records import MeetingKind
from mingbai.kinds.meetings.register import entries
from tests.support.building import REPOSITORY
from tests.unit.kinds.meetings.ledger import codes, law, meeting

MINUTES = """
{extra}应到: {due}
亲到: {person}
委托: {proxies}
缺席: {absent}
监督委员会到会: 1
决议:
  - 编号: 1
    议题: 修路
    党组织研究日期: 2026-02-10
    文本: 同意。
{special}    同意: {yes}
    反对: {no}
    弃权: 0
    落实: {{责任人: 主任, 期限: 2026-12-31}}
"""
PERSONS, HOUSEHOLDS = "", "计数: 户代表\n"
SPECIAL = "    特别事项: 非成员享有成员权益\n"
PASSED, REJECTED, NO_QUORUM = "通过", "未通过", "未达法定人数"
NAMES = {
    "jumin": "居民会议",
    "daibiao": "居民代表会议",
    "cunmin": "村民会议",
    "cunmindaibiao": "村民代表会议",
    "xiaozu": "村民小组会议",
    "chengyuan": "成员大会",
    "chengyuandaibiao": "成员代表大会",
    "lishihui": "理事会",
    "jianshi": "监事会",
    "yishi": "议事会",
    "juweihui": "居委会会议",
    "cunweihui": "村委会会议",
    "dangzuzhi": "党组织会议",
    "liangwei": "两委会议",
    "dangyuan": "党员大会",
    "jianwei": "监督委员会会议",
    "zhengxun": "民情征询会",
    "xieshang": "民主协商会",
    "pingyi": "监督评议会",
    "sifang": "四方联席会",
    "tingzheng": "听证会",
    "xietiao": "协调会",
    "kentan": "恳谈会",
}


class Line(NamedTuple):
    """A body with so many due: `least` must come, and of `least` present `needed` must agree; with one more present `next` must."""

    slug: str
    due: int
    least: int
    needed: int
    next: int
    counts: str = PERSONS
    special: str = ""


TABLE = (
    # urban law art. 27: more than half of adults, or of households, come; more than half of those present agree
    Line("jumin", 100, 51, 26, 27),
    Line("jumin", 101, 51, 26, 27),
    Line("jumin", 100, 51, 26, 27, HOUSEHOLDS),
    Line("jumin", 2400, 1201, 601, 602, HOUSEHOLDS),
    # art. 29: two thirds of its members come
    Line("daibiao", 60, 40, 21, 21),
    Line("daibiao", 61, 41, 21, 22),
    Line("daibiao", 62, 42, 22, 22),
    # villagers' law art. 26: more than half of adults, or two thirds of households
    Line("cunmin", 300, 151, 76, 77),
    Line("cunmin", 301, 151, 76, 77),
    Line("cunmin", 300, 200, 101, 101, HOUSEHOLDS),
    Line("cunmin", 301, 201, 101, 102, HOUSEHOLDS),
    # art. 30
    Line("cunmindaibiao", 36, 24, 13, 13),
    Line("cunmindaibiao", 37, 25, 13, 14),
    # art. 32: two thirds of either
    Line("xiaozu", 99, 66, 34, 34),
    Line("xiaozu", 100, 67, 34, 35),
    Line("xiaozu", 99, 66, 34, 34, HOUSEHOLDS),
    Line("xiaozu", 100, 67, 34, 35, HOUSEHOLDS),
    # collective law art. 27: two thirds come and two thirds of ALL agree; art. 15: three quarters of all
    Line("chengyuan", 300, 200, 200, 200),
    Line("chengyuan", 301, 201, 201, 201),
    Line("chengyuan", 300, 225, 225, 225, special=SPECIAL),
    Line("chengyuan", 301, 226, 226, 226, special=SPECIAL),
    # art. 31: two thirds of directors come, more than half of ALL agree
    Line("lishihui", 6, 4, 4, 4),
    Line("lishihui", 7, 5, 4, 4),
    # party members: two thirds come, more than half of ALL agree (domain §3)
    Line("dangyuan", 60, 40, 31, 31),
    Line("dangyuan", 61, 41, 31, 31),
    # defaults: more than half come, more than half of them agree
    Line("yishi", 20, 11, 6, 7),
    Line("yishi", 21, 11, 6, 7),
    Line("juweihui", 6, 4, 3, 3),
    Line("juweihui", 7, 4, 3, 3),
    Line("cunweihui", 4, 3, 2, 3),
    Line("cunweihui", 5, 3, 2, 3),
    Line("dangzuzhi", 8, 5, 3, 4),
    Line("dangzuzhi", 9, 5, 3, 4),
    Line("liangwei", 10, 6, 4, 4),
    Line("liangwei", 11, 6, 4, 4),
    Line("jianshi", 4, 3, 2, 3),
    Line("jianshi", 5, 3, 2, 3),
    Line("jianwei", 4, 3, 2, 3),
    Line("jianwei", 5, 3, 2, 3),
)
FREE = ("chengyuandaibiao", "zhengxun", "xieshang", "pingyi", "sifang", "tingzheng", "xietiao", "kentan")
"""No quorum is laid down; of the members' representatives the charter says it."""


def result(slug: str, due: int, present: int, yes: int, counts: str = PERSONS, special: str = "", proxies: int = 0) -> str:
    """What the minutes come to, everybody else present being against; read from YAML as the secretary writes it."""
    women = f"女性代表: {due}\n" if slug == "cunmindaibiao" else ""
    heads = {"due": due, "person": present - proxies, "proxies": proxies, "absent": due - present, "yes": yes, "no": present - yes}
    books = meeting(MINUTES.format(extra=counts + women, special=special, **heads), NAMES[slug], f"meetings/2026/2026-03-05-{slug}.yml")
    (entry,) = entries(books)
    assert entry.result is not None
    return entry.result.zh


def test_no_body_is_left_out() -> None:
    said = {line.slug for line in TABLE} | {*FREE}
    assert said == NAMES.keys() == law().bodies.keys() == {k.value for k in MeetingKind}
    assert {line.slug for line in TABLE if line.counts} == {"jumin", "cunmin", "xiaozu"}


@pytest.mark.parametrize("line", TABLE, ids=lambda line: f"{line.slug}-{line.due}{'h' if line.counts else ''}{'s' if line.special else ''}")
def test_at_one_below_and_one_above_the_boundary(line: Line) -> None:
    slug, due, least, how = line.slug, line.due, line.least, (line.counts, line.special)
    assert result(slug, due, least, line.needed, *how) == PASSED
    assert result(slug, due, least, line.needed - 1, *how) == REJECTED
    assert result(slug, due, least + 1, line.next, *how) == PASSED
    assert result(slug, due, least + 1, line.next - 1, *how) == REJECTED
    if not line.special:
        assert result(slug, due, least - 1, least - 1, *how) == NO_QUORUM


@pytest.mark.parametrize("slug", FREE[1:])
@pytest.mark.parametrize("present, yes, expected", [(1, 1, PASSED), (20, 10, REJECTED), (20, 11, PASSED), (21, 10, REJECTED), (21, 11, PASSED)])
def test_where_no_quorum_is_laid_down_half_of_those_present_is_not_enough(slug: str, present: int, yes: int, expected: str) -> None:
    assert result(slug, 300, present, yes) == expected


@pytest.mark.parametrize("due, present, yes, expected", [(30, 20, 20, PASSED), (30, 30, 19, REJECTED), (31, 31, 20, REJECTED), (31, 21, 21, PASSED)])
def test_members_representatives_need_two_thirds_of_all(due: int, present: int, yes: int, expected: str) -> None:
    assert result("chengyuandaibiao", due, present, yes) == expected


COUNTED = {"chengyuan"}
NOT_COUNTED = {"lishihui", "jianshi", "juweihui", "cunweihui", "dangzuzhi", "liangwei", "dangyuan", "jianwei"}


@pytest.mark.parametrize("line", [x for x in TABLE if not x.counts and not x.special], ids=lambda line: f"{line.slug}-{line.due}")
def test_the_last_one_present_comes_by_proxy(line: Line) -> None:
    """Where proxies count the quorum is reached; where they do not it is missed; where nothing is laid down both are said, and the claim decides."""
    women = f"女性代表: {line.due}\n" if line.slug == "cunmindaibiao" else ""
    voters = line.least if line.slug not in NOT_COUNTED else line.least - 1
    heads = {"due": line.due, "person": line.least - 1, "proxies": 1, "absent": line.due - line.least, "yes": voters, "no": 0}
    text = MINUTES.format(extra=women, special="", **heads)
    path = f"meetings/2026/2026-03-05-{line.slug}.yml"
    (entry,) = entries(meeting(text, NAMES[line.slug], path))
    results = [way.result.zh if way.result else None for way in entry.tally.ways]
    expected = [PASSED] if line.slug in COUNTED else [NO_QUORUM] if line.slug in NOT_COUNTED else [PASSED, NO_QUORUM]
    assert results == expected
    for claimed in (PASSED, NO_QUORUM, REJECTED):
        found = codes(meeting(text.replace("    同意: ", f"    结果: {claimed}\n    同意: "), NAMES[line.slug], path))
        assert ("MTG004" in found) == (claimed not in expected), claimed


@pytest.mark.parametrize("due, women, found", [(36, 12, []), (36, 11, ["MTG029"]), (37, 13, []), (37, 12, ["MTG029"]), (36, 36, [])])
def test_a_third_of_the_village_representatives_are_women(due: int, women: int, found: list[str]) -> None:
    text = MINUTES.format(extra=f"女性代表: {women}\n", special="", due=due, person=due, proxies=0, absent=0, yes=due, no=0)
    books = meeting(text, "村民代表会议", "meetings/2026/2026-03-05-cunmindaibiao.yml")
    assert [c for c in codes(books) if c in ("MTG029", "MTG030")] == found


NOTICE = {"jumin": 10, "cunmin": 10, "chengyuan": 10}
"""Urban law art. 26, villagers' law art. 25, collective law art. 27; the nation lays down none for the others."""


@pytest.mark.parametrize("slug", NAMES)
def test_notice_is_counted_backwards_and_the_day_before_the_eve_is_too_late(slug: str) -> None:
    """A meeting on 5 March called on 23 February has ten days of notice; on the 24th nine. Holidays do not move it (23 February 2026 is in the Spring Festival)."""
    for called, late in (("2026-02-22", False), ("2026-02-23", False), ("2026-02-24", True), ("2026-03-04", True), ("2026-03-05", True)):
        text = MINUTES.format(extra="", special="", due=300, person=300, proxies=0, absent=0, yes=300, no=0)
        path = f"meetings/2026/2026-03-05-{slug}.yml"
        found = codes(meeting(text, NAMES[slug], path, called=called))
        assert ("MTG021" in found) == (late and slug in NOTICE), called


PARTY_FIRST = {"jumin", "daibiao", "cunmin", "cunmindaibiao", "chengyuan", "chengyuandaibiao"}
"""Urban law art. 30, villagers' law art. 28, collective law art. 26."""


@pytest.mark.parametrize("slug", NAMES)
def test_important_matters_are_discussed_by_the_party_organisation_before_the_vote(slug: str) -> None:
    text = MINUTES.format(extra="", special="", due=300, person=300, proxies=0, absent=0, yes=300, no=0)
    path = f"meetings/2026/2026-03-05-{slug}.yml"
    without = text.replace("    党组织研究日期: 2026-02-10\n", "")
    assert ("MTG023" in codes(meeting(without, NAMES[slug], path))) == (slug in PARTY_FIRST)
    assert "MTG024" not in codes(meeting(text.replace("2026-02-10", "2026-03-05"), NAMES[slug], path))
    assert "MTG024" in codes(meeting(text.replace("2026-02-10", "2026-03-06"), NAMES[slug], path))


RHYTHM = {"daibiao": ("2026-07-01", "2027-01-01"), "cunmin": ("2027-01-01", "2028-01-01"), "cunmindaibiao": ("2026-04-01", "2026-07-01")}
RHYTHM |= {"chengyuan": RHYTHM["cunmin"]}
"""After a meeting in March 2026: the day the next period begins, and the day from which none was held in it."""


@pytest.mark.parametrize("slug", NAMES)
def test_half_years_quarters_and_years_without_a_meeting_are_told_when_they_are_over(slug: str) -> None:
    text = MINUTES.format(extra="", special="", due=300, person=300, proxies=0, absent=0, yes=300, no=0)
    path = f"meetings/2026/2026-03-05-{slug}.yml"
    over = datetime.date.fromisoformat(RHYTHM[slug][1]) if slug in RHYTHM else datetime.date(2030, 1, 1)
    for day, told in ((over - datetime.timedelta(1), False), (over, slug in RHYTHM)):
        assert ("MTG028" in codes(meeting(text, NAMES[slug], path, day))) == told, day


def _reported() -> dict[str, int]:
    path = REPOSITORY.parent / "shared/data/real/zh_cn_reported_figures.csv"
    if not path.is_file():
        pytest.skip("../shared/data is not here")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(line for line in file if not line.startswith("#")) if row["group"] == "F4"]
    return {row["figure"]: int(row["value"]) for row in rows}


def test_a_reported_meeting_of_2014_is_reckoned_both_ways() -> None:
    """文华社区, 5 May 2014: 39 came, 5 sent a proxy, 34 stayed away: 44 of 78 is a majority and no two thirds (52)."""
    given = _reported()
    due, person, proxies, absent = given["应到(推算)"], given["亲自出席"], given["委托出席"], given["缺席"]
    assert (due, person, proxies, absent) == (78, 39, 5, 34)
    heads = {"due": due, "person": person, "proxies": proxies, "absent": absent}
    text = MINUTES.format(extra="", special="", yes=44, no=0, **heads)
    (entry,) = entries(meeting(text, "居民代表会议", "meetings/2026/2026-03-05-daibiao.yml"))
    assert [(w.present, w.quorum, w.quorum_met) for w in entry.tally.ways] == [(44, 52, False), (39, 52, False)]
    assert entry.result is not None
    assert entry.result.zh == NO_QUORUM
    # of the residents' assembly, where more than half must come, 44 of 78 would do and 39 would not
    (entry,) = entries(meeting(text, "居民会议", "meetings/2026/2026-03-05-jumin.yml"))
    assert [(w.present, w.quorum, w.quorum_met) for w in entry.tally.ways] == [(44, 40, True), (39, 40, False)]
