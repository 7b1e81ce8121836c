"""Matters by their procedures: 三会, 四议两公开 with its six dated steps, 一事一议; none skipped, none backwards, none after a refusal."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import cast

import pytest

from mingbai.kind import View
from mingbai.kinds.meetings import page_matter
from mingbai.kinds.meetings.procedure import courses
from tests.unit.kinds.meetings.ledger import HEAD, books, codes, findings, law

FOUR = "名称: 修路\n种类: 四议两公开\n"
PROPOSED = "提议: {日期: 2026-03-01, 会议形式: 党总支会议, 应到: 7, 实到: 6}\n"
VOTE = """应到: {due}
亲到: {due}
缺席: 0
决议:
  - 编号: 1
    议题: 修路
    党组织研究日期: 2026-03-01
    同意: {yes}
    反对: {no}
"""


def step(date: str, slug: str, kind: str, *, yes: int = 9, no: int = 1, more: str = "") -> dict[str, str]:
    head = HEAD.format(kind=kind).replace("2026-03-05", date).replace("2026-02-20", "2026-01-01")
    done = "    落实: {责任人: 主任, 期限: 2026-10-31, 完成: 2026-10-20}\n" if yes > no else ""
    text = head + "事项: road\n" + VOTE.format(due=yes + no, yes=yes, no=no) + done + more
    return {f"meetings/2026/{date}-{slug}.yml": text}


BOTH, PARTY = step("2026-03-10", "liangwei", "两委会议"), step("2026-03-20", "dangyuan", "党员大会", yes=20, no=8)
SHOWN = "    决议公开: 2026-04-08\n    结果公开: 2026-10-25\n"
ASSEMBLY = step("2026-04-05", "daibiao", "居民代表会议", yes=40, no=3)
PUBLISHED = step("2026-04-05", "daibiao", "居民代表会议", yes=40, no=3, more=SHOWN)


def four(*meetings: dict[str, str], matter: str = FOUR + PROPOSED) -> dict[str, str]:
    files = {"matters/road.yml": matter}
    for one in meetings:
        files |= one
    return files


@pytest.mark.parametrize(
    "files, expected, done",
    [
        (four(BOTH, PARTY, PUBLISHED), [], [0, 1, 2, 3, 4, 5]),
        (four(BOTH, PARTY), [], [0, 1, 2]),
        (four(), [], [0]),
        (four(BOTH, PARTY, PUBLISHED, matter=FOUR), ["MTG027"], [1, 2, 3, 4, 5]),
        (four(BOTH, PUBLISHED), ["MTG027"], [0, 1, 3, 4, 5]),
        (four(PARTY, ASSEMBLY), ["MTG027"], [0, 2, 3]),
    ],
    ids=["whole", "under way", "begun", "no proposal", "no party members", "no joint meeting"],
)
def test_six_steps_none_skipped(files: dict[str, str], expected: Sequence[str], done: Sequence[int]) -> None:
    of = books(files)
    assert codes(of) == expected
    (course,) = courses(of)
    assert [t.stage for t in course.taken] == done


def test_a_meeting_of_the_party_organisation_is_the_proposal() -> None:
    proposal = step("2026-03-01", "dangzuzhi", "党组织会议")
    assert codes(books(four(proposal, BOTH, PARTY, PUBLISHED, matter=FOUR))) == []


def test_none_is_taken_before_the_one_that_precedes_it() -> None:
    late = step("2026-04-01", "liangwei", "两委会议")
    assert codes(books(four(late, PARTY, PUBLISHED))) == ["MTG027"]
    (found,) = findings(books(four(BOTH, PARTY, PUBLISHED, matter=FOUR + PROPOSED.replace("03-01", "03-11"))))
    assert found.message("zh") == "修路：2026年3月10日“两委商议”之前，应当先走“党组织提议”"


def test_the_outcome_is_not_published_before_the_decision() -> None:
    early = step("2026-04-05", "daibiao", "居民代表会议", yes=40, no=3, more="    结果公开: 2026-10-25\n")
    assert codes(books(four(BOTH, PARTY, early))) == ["MTG027"]
    before = step("2026-04-05", "daibiao", "居民代表会议", yes=40, no=3, more="    决议公开: 2026-04-04\n")
    assert codes(books(four(BOTH, PARTY, before))) == ["MTG011", "MTG027"]


def test_party_members_agree_by_more_than_half_of_all() -> None:
    """应到 40, 到会 27 (≥ 2/3), 同意 20: exactly half of all is not more than half."""
    head = HEAD.format(kind="党员大会").replace("2026-03-05", "2026-03-20") + "事项: road\n应到: 40\n亲到: 27\n缺席: 13\n决议:\n"
    for yes, expected in ((20, ["MTG032"]), (21, [])):
        item = f"  - {{编号: 1, 议题: 修路, 同意: {yes}, 反对: {27 - yes}, 落实: {{责任人: 主任, 期限: 2026-12-31}}}}\n"
        found = codes(books(four(BOTH, {"meetings/2026/2026-03-20-dangyuan.yml": head + item}, PUBLISHED)))
        assert found == expected


def test_party_members_without_two_thirds_decide_nothing() -> None:
    head = HEAD.format(kind="党员大会").replace("2026-03-05", "2026-03-20") + "事项: road\n应到: 40\n亲到: 26\n缺席: 14\n决议:\n"
    item = "  - {编号: 1, 议题: 修路, 同意: 26, 反对: 0}\n"
    assert codes(books(four(BOTH, {"meetings/2026/2026-03-20-dangyuan.yml": head + item}, PUBLISHED))) == ["MTG032"]


def test_a_step_taken_again_and_passed_is_good() -> None:
    refused = step("2026-03-20", "dangyuan", "党员大会", yes=8, no=20)
    again = step("2026-03-30", "dangyuan", "党员大会", yes=20, no=8)
    assert codes(books(four(BOTH, refused, PUBLISHED))) == ["MTG032"]
    assert codes(books(four(BOTH, refused, again, PUBLISHED))) == []


def test_of_a_meeting_with_several_matters_only_its_own_item_counts() -> None:
    head = HEAD.format(kind="党员大会").replace("2026-03-05", "2026-03-20") + "事项: [road, well]\n应到: 30\n亲到: 28\n缺席: 2\n决议:\n"
    refused = "  - {编号: 1, 事项: road, 议题: 修路, 同意: 8, 反对: 20}\n"
    agreed = "  - {编号: 2, 事项: well, 议题: 打井, 同意: 28, 反对: 0, 落实: {责任人: 主任, 期限: 2026-12-31}}\n"
    files = four(BOTH, {"meetings/2026/2026-03-20-dangyuan.yml": head + refused + agreed}, PUBLISHED)
    files["matters/well.yml"] = "名称: 打井\n种类: 其他\n"
    assert codes(books(files)) == ["MTG032"]


def test_one_matter_one_vote_is_put_forward_before_it_is_voted_on() -> None:
    matter = "名称: 修路\n种类: 一事一议\n"
    assert codes(books(four(ASSEMBLY, matter=matter))) == ["MTG027"]
    assert codes(books(four(BOTH, PUBLISHED, matter=matter))) == []


def test_every_procedure_cites_bodies_the_pack_knows() -> None:
    known = law().bodies
    stages = [s for p in law().procedures.values() for s in p.stages]
    assert [b for s in stages for b in s.bodies if b not in known] == []
    assert all(s.bodies or s.proof for s in stages)
    assert {p: len(law().procedures[p].stages) for p in ("三会", "四议两公开")} == {"三会": 3, "四议两公开": 6}


@pytest.mark.parametrize(
    "files, told",
    [
        (four(BOTH, PARTY, PUBLISHED), "6 步走完 6 步"),
        (four(BOTH, PUBLISHED), "6 步登记了 5 步，没有按顺序走：“会议决议”之前没有“党员大会审议”"),
        (
            four(step("2026-04-01", "liangwei", "两委会议"), PARTY, PUBLISHED),
            "6 步登记了 6 步，没有按顺序走：“党员大会审议”走在“两委商议”前面",
        ),
        (
            four(BOTH, step("2026-03-20", "dangyuan", "党员大会", yes=8, no=20), PUBLISHED),
            "6 步登记了 5 步，没有按顺序走：“党员大会审议”没有通过就走了“会议决议”",
        ),
    ],
    ids=["whole", "skipped", "backwards", "refused"],
)
def test_the_page_says_openly_where_the_order_was_not_kept(files: dict[str, str], told: str) -> None:
    of = books(files)
    (course,) = courses(of)
    said = page_matter.lede(cast("View", SimpleNamespace(books=of)), course)
    assert said == f"这件事按“四议两公开”的程序办：{told}，最近一次会是2026年4月5日 居民代表会议。"


@pytest.mark.parametrize(
    "shown, expected",
    [
        ("结果公开: 2026-10-19", ["MTG060"]),  # done on October 20
        ("结果公开: 2026-10-20", []),
        ("", []),  # three weeks: still time
    ],
)
def test_an_outcome_is_shown_once_there_is_one(shown: str, expected: Sequence[str]) -> None:
    more = "    决议公开: 2026-04-08\n" + (f"    {shown}\n" if shown else "")
    assert codes(books(four(BOTH, PARTY, step("2026-04-05", "daibiao", "居民代表会议", yes=40, no=3, more=more)))) == expected


@pytest.mark.parametrize("shown, now", [("", "还没有公开"), ("    结果公开: 2026-10-25\n", "2026年10月25日才公开")])
def test_an_outcome_is_shown_in_time(shown: str, now: str) -> None:
    more = "    决议公开: 2026-04-08\n" + shown
    files = four(BOTH, PARTY, step("2026-04-05", "daibiao", "居民代表会议", yes=40, no=3, more=more))
    early = {path: text.replace("完成: 2026-10-20", "完成: 2026-07-20") for path, text in files.items()}
    (found,) = findings(books(early))
    assert found.code.id == "MTG061"
    assert found.message("zh") == f"修路：2026年7月20日办完，结果应在2026年8月19日以前公开（30 天），{now}（待确认的默认值）"


@pytest.mark.parametrize("due, present, expected", [(5, 6, ["MTG062"]), (5, 5, []), (5, 3, []), (5, 2, ["MTG063"]), (6, 3, ["MTG063"])])
def test_enough_of_the_party_organisation_propose(due: int, present: int, expected: Sequence[str]) -> None:
    """More than half, as its meetings need: three of six are not."""
    matter = FOUR + PROPOSED.replace("应到: 7, 实到: 6", f"应到: {due}, 实到: {present}")
    assert codes(books(four(BOTH, PARTY, PUBLISHED, matter=matter))) == expected
