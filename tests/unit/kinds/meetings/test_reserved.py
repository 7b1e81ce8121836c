"""What the law keeps for all is decided by no board and no committee; they draft it, pass it on and carry it out (MTG070, MTG066)."""

from __future__ import annotations

import pytest

from mingbai import pipeline
from mingbai.kinds.meetings.powers import the_collective_decides_its_own
from mingbai.kinds.meetings.reserved import nobody_decides_what_is_kept_for_others
from mingbai.packs import Law
from tests.unit.kinds.meetings.ledger import HEAD, books, codes, meeting
from tests.unit.kinds.meetings.test_affairs import BOARD, ELSEWHERE, LIUXI, text

LAW = Law.of(pipeline.pack("cn-2026"))
SUPERVISORS = ("监事会", "meetings/2026/2026-03-05-jianshi.yml")
COMMITTEE = ("居委会会议", "meetings/2026/2026-03-05-juweihui.yml")
VILLAGE = ("村委会会议", "meetings/2026/2026-03-05-cunweihui.yml")
COUNCIL = ("议事会", "meetings/2026/2026-03-05-yishi.yml")


def board(topic: str, decided: str = "同意。", affair: str = "") -> bool:
    """Whether a board of seven that votes on it is told that it is not for it."""
    return "MTG070" in codes(meeting(text(topic, affair, due=7, women=None, decided=decided), *BOARD))


@pytest.mark.parametrize(
    "topic, decided",
    [
        ("征地补偿款怎么分", "按户分征地补偿款。"),
        ("征地补偿款怎么分", "按户分。"),
        ("其他事项", "按户分征地补偿款。"),
        ("讨论征地补偿款", "按户分征地补偿款。"),
        ("修改合作社章程", "通过章程修正案。"),
        ("2026 年收益分配方案", "每股分 111 元。"),
        ("2027 年度预算", "同意。"),
        ("承包地调整方案", "同意。"),
        ("宅基地分配办法", "同意。"),
        ("对外投资", "投资 20 万元入股加工厂。"),
        ("取消成员资格", "同意。"),
        ("与东河合作社合并方案", "同意。"),
    ],
)
def test_a_board_decides_nothing_that_is_kept_for_the_members(topic: str, decided: str) -> None:
    assert board(topic, decided)


@pytest.mark.parametrize(
    "topic, decided",
    [
        ("拟订 2026 年收益分配方案", "每股拟分 111 元。"),
        ("2026 年收益分配方案（草案）", "同意。"),
        ("2026 年收益分配方案", "每股分 111 元，提请成员大会表决。"),
        ("2026 年收益分配方案", "报成员代表大会审议。"),
        ("起草合作社章程修改草案", "同意。"),
        ("提出年度预算建议", "同意。"),
        ("讨论收益分配方案", "再听听大家意见。"),
        ("征地补偿款发放", "按成员大会 2 月 8 日的决议，按户分征地补偿款。"),
        ("发放征地补偿款", "三月底前发到卡上。"),
        ("年度预算执行情况", "同意。"),
        ("理事会工作报告", "同意。"),
        ("鱼塘尾水治理", "用专项补助清淤，按年度预算列支，不超过 20000 元。"),
        ("临街铺面维修", "按章程第八条办理。"),
        ("宅基地周边修水渠", "同意。"),
        ("征地补偿款存款到期转存", "转存一年。"),
        ("成员名册登记", "补登两户。"),
    ],
)
def test_it_drafts_passes_on_and_carries_out(topic: str, decided: str) -> None:
    assert not board(topic, decided)


@pytest.mark.parametrize("id", LAW.affairs)
def test_what_is_named_as_a_matter_of_weight_is_not_for_the_board(id: str) -> None:
    name = LAW.affairs[id].name
    assert board("七月份的事", affair=name)
    assert not board("七月份的事", "提请成员大会表决。", affair=name)


def test_supervisors_decide_it_no_more_than_the_board() -> None:
    assert "MTG070" in codes(meeting(text("收益分配方案", due=3, women=None), *SUPERVISORS))


def test_what_is_named_none_was_only_discussed_or_is_of_all_is_left_alone() -> None:
    assert not board("2026 年收益分配方案", affair="无")
    discussed = text("2026 年收益分配方案", due=7, women=None).replace("    同意: 7\n    反对: 0\n", "")
    assert "MTG070" not in codes(meeting(discussed, *BOARD))
    assert "MTG070" not in codes(meeting(text("2026 年收益分配方案"), "成员大会", "meetings/2026/2026-03-05-chengyuan.yml"))
    assert "MTG070" not in codes(meeting(text("2026 年收益分配方案"), "成员代表大会", "meetings/2026/2026-03-05-chengyuandaibiao.yml"))


def test_the_finding_says_whose_matter_it_is() -> None:
    (found,) = nobody_decides_what_is_kept_for_others(meeting(text("征地补偿款怎么分", due=7, women=None), *BOARD))
    assert found.message("zh") == "“征地补偿款怎么分”属于“土地补偿费的分配、使用办法”，由成员大会定，理事会不能定"
    assert found.message("en").endswith("which is for the members' assembly; a board of directors may not decide it")
    assert [(c.act, c.article) for c in found.basis or ()] == [("collective", "26"), ("collective", "28")]


@pytest.mark.parametrize("body", [COMMITTEE, VILLAGE, COUNCIL])
def test_a_committee_shares_out_no_compensation(body: tuple[str, str]) -> None:
    def told(topic: str, decided: str) -> int:
        return len([*the_collective_decides_its_own(meeting(text(topic, due=5, women=None, decided=decided), *body))])

    assert told("征地补偿款怎么分", "按户分征地补偿款。") == 1
    assert told("征地补偿款分配方案", "提请成员大会表决。") == 0
    assert told("征地补偿款发放", "配合合作社发放。") == 0


@pytest.mark.parametrize("body", [COMMITTEE, VILLAGE])
@pytest.mark.parametrize(
    "topic, told",
    [
        ("修改居民公约", True),
        ("通过村规民约", True),
        ("居民公约修订草案", False),
        ("落实居民公约", False),
        ("宣传村规民约", False),
        ("楼道公约", False),
    ],
)
def test_a_committee_makes_no_pact_for_all(body: tuple[str, str], topic: str, told: bool) -> None:
    assert ("MTG070" in codes(meeting(text(topic, due=5, women=None), *body))) == told


def test_a_committee_that_puts_forward_a_plan_in_a_procedure_is_right() -> None:
    minutes = HEAD.format(kind="居委会会议") + "事项: road\n" + text("修改居民公约", due=5, women=None)
    matter = "名称: 修路\n种类: 一事一议\n"
    found = nobody_decides_what_is_kept_for_others(books({"matters/road.yml": matter, "meetings/2026/2026-03-05-juweihui.yml": minutes}))
    assert [*found] == []


@pytest.mark.parametrize("organised", [True, False])
def test_an_assembly_of_residents_that_names_a_collectives_matter_is_told_where_there_is_a_collective(organised: bool) -> None:
    minutes = HEAD.format(kind="村民会议") + text("今年的收益", "发展规划、经营计划、年度预决算、收益分配方案")
    files = {"community.yml": ELSEWHERE if organised else LIUXI, "meetings/2026/2026-03-05-cunmin.yml": minutes}
    assert len([*nobody_decides_what_is_kept_for_others(books(files))]) == organised
