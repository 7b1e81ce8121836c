"""Households in place of persons, three quarters in place of two thirds: the quorum, the majority and the sentence with its integers."""

from __future__ import annotations

import pytest

from mingbai.kinds.meetings.register import entries
from tests.unit.kinds.meetings.ledger import codes, findings, meeting

MINUTES = """
{counts}应到: {due}
亲到: {present}
委托: 0
缺席: {absent}
监督委员会到会: 1
决议:
  - 编号: 1
    议题: 修路筹资
    党组织研究日期: 2026-02-10
    文本: 同意。
{special}    同意: {yes}
    反对: {no}
    弃权: 0
    落实: {{责任人: 主任, 期限: 2026-12-31}}
"""


def told(kind: str, slug: str, due: int, present: int, yes: int, counts: str = "", special: str = "") -> tuple[str, str]:
    """The result and the sentence of one vote, everybody else being against."""
    text = MINUTES.format(counts=counts, due=due, present=present, absent=due - present, yes=yes, no=present - yes, special=special)
    books = meeting(text, kind, f"meetings/2026/2026-03-05-{slug}.yml")
    assert set(codes(books)) <= {"MTG028", "MTG030"}  # neither the rhythm nor the number of women is the point here
    (entry,) = entries(books)
    assert entry.result is not None
    return entry.result.zh, entry.tally.text.zh


HOUSEHOLDS = "计数: 户代表\n"


@pytest.mark.parametrize(
    "kind, slug, counts, due, enough",
    [
        ("村民会议", "cunmin", "", 301, 151),
        ("村民会议", "cunmin", HOUSEHOLDS, 301, 201),
        ("居民会议", "jumin", HOUSEHOLDS, 300, 151),
        ("村民小组会议", "xiaozu", "", 100, 67),
        ("村民小组会议", "xiaozu", HOUSEHOLDS, 99, 66),
        ("村民代表会议", "cunmindaibiao", "", 36, 24),
    ],
)
def test_one_fewer_is_no_quorum(kind: str, slug: str, counts: str, due: int, enough: int) -> None:
    """By persons more than half of adults, by households two thirds of them: villagers' law art. 26 and 32."""
    unit = "户" if counts else "人"
    result, text = told(kind, slug, due, enough, enough, counts)
    assert (result, f"应到 {due} {unit}，到会 {enough} {unit}，" in text, f"（至少 {enough} {unit}），达到法定人数" in text) == ("通过", True, True)
    result, text = told(kind, slug, due, enough - 1, enough - 1, counts)
    assert (result, f"（至少要 {enough} {unit}），未达法定人数" in text) == ("未达法定人数", True)


def test_households_are_said_to_be_households() -> None:
    result, text = told("村民会议", "cunmin", 240, 180, 90, HOUSEHOLDS)

    assert result == "未通过"
    assert text == "应到 240 户，到会 180 户，不少于 2/3（至少 160 户），达到法定人数；同意 90 票，没有超过到会 180 户的半数（需 91 票），未通过。"


SPECIAL = "    特别事项: 非成员享有成员权益\n"


@pytest.mark.parametrize("yes, special, result", [(280, "", "通过"), (279, "", "未通过"), (314, SPECIAL, "未通过"), (315, SPECIAL, "通过")])
def test_benefits_for_non_members_need_three_quarters_of_all(yes: int, special: str, result: str) -> None:
    """420 members: two thirds are 280, three quarters 315; those who stayed away count against (collective law art. 15 and 27)."""
    found, text = told("成员大会", "chengyuan", 420, 352, yes, special=special)

    assert found == result
    assert ("全体 420 人的3/4（需 315 票）" if special else "全体 420 人的2/3（需 280 票）") in text


BENEFITS = """
应到: 1248
亲到: 1000
委托: 0
缺席: 248
决议:
  - 编号: 1
    议题: 非成员享有成员权益
{special}    党组织研究日期: 2026-02-10
    文本: 同意。
    同意: {yes}
    反对: {no}
    结果: 通过
"""


@pytest.mark.parametrize(
    "yes, special, told", [(935, "", True), (936, "", False), (935, SPECIAL, True), (936, SPECIAL, False), (935, "    特别事项: 无\n", False)]
)
def test_a_special_matter_is_known_by_its_topic_and_cites_its_own_clause(yes: int, special: str, told: bool) -> None:
    """Three quarters of 1248 are 936; the clause is that of the special share."""
    minutes = BENEFITS.format(yes=yes, no=1000 - yes, special=special)
    found = [f for f in findings(meeting(minutes, "成员大会", "meetings/2026/2026-03-05-chengyuan.yml")) if f.code.id in ("MTG004", "MTG041")]

    assert [(f.code.id, [(c.act, c.article) for c in f.basis]) for f in found] == ([("MTG004", [("collective", "15")])] if told else [])


@pytest.mark.parametrize(
    "kind, slug, due, present, yes, result",
    [
        ("成员代表大会", "chengyuandaibiao", 36, 30, 24, "通过"),
        ("成员代表大会", "chengyuandaibiao", 36, 30, 23, "未通过"),
        ("理事会", "lishihui", 7, 5, 4, "通过"),
        ("理事会", "lishihui", 7, 5, 3, "未通过"),
        ("理事会", "lishihui", 7, 4, 4, "未达法定人数"),
    ],
)
def test_representatives_and_directors_are_measured_against_all(kind: str, slug: str, due: int, present: int, yes: int, result: str) -> None:
    assert told(kind, slug, due, present, yes)[0] == result
