"""What the law keeps for the assembly of all members, and of whom its bodies consist (law on collectives, arts 26, 28, 29, 32)."""

from __future__ import annotations

import pytest

from mingbai import pipeline
from mingbai.kinds.meetings.powers import nobody_stands_in_for_all, the_collective_decides_its_own
from mingbai.kinds.meetings.seats import bodies_are_made_up_as_laid_down
from mingbai.packs import Law, Standing, affairs_of
from tests.unit.kinds.meetings.ledger import HEAD, books, codes, meeting

LAW = Law.of(pipeline.pack("cn-2026"))
MINUTES = """
应到: {due}
亲到: {due}
委托: 0
缺席: 0
{women}监督委员会到会: 1
决议:
  - 编号: 1
    议题: {topic}
{affair}    党组织研究日期: 2026-02-10
    文本: 同意。
    同意: {due}
    反对: 0
    落实: {{责任人: 理事, 期限: 2026-12-31}}
"""
REPRESENTATIVES = ("成员代表大会", "meetings/2026/2026-03-05-chengyuandaibiao.yml")
BOARD = ("理事会", "meetings/2026/2026-03-05-lishihui.yml")


def text(topic: str = "修机耕路", affair: str = "", due: int = 31, women: int | None = 10, decided: str = "同意。") -> str:
    said = f"女性代表: {women}\n" if women is not None else ""
    return MINUTES.replace("文本: 同意。", f"文本: {decided}").format(
        topic=topic, affair=f"    大事: {affair}\n" if affair else "", due=due, women=said
    )


RESERVED = {"charter": 1, "membership": 3, "land": 8, "compensation": 10, "merger": 12}
"""Art. 28 para 4: the items of art. 26 that representatives may not decide."""


def test_the_law_names_twelve_matters_and_keeps_five_for_all() -> None:
    assert [id for id, one in LAW.affairs.items() if one.standing is Standing.DEFAULT] == ["land-lease"]  # no item of art. 26 that we know
    assert len(LAW.affairs) == 13
    assert [n for n, id in enumerate(LAW.affairs, 1) if "chengyuandaibiao" in LAW.affairs[id].not_by] == [*RESERVED.values()]
    assert {id for id, one in LAW.affairs.items() if one.not_by} == RESERVED.keys()
    for one in LAW.affairs.values():
        assert ("chengyuandaibiao" in one.bodies) != ("chengyuandaibiao" in one.not_by)
        assert "chengyuan" in one.bodies
        assert {*one.bodies, *one.not_by} <= LAW.bodies.keys()


@pytest.mark.parametrize("id", LAW.affairs)
def test_representatives_decide_what_is_not_kept_for_all(id: str) -> None:
    """Named by its name, each of the twelve; the assembly of all may decide every one."""
    one = LAW.affairs[id]
    assert ("MTG047" in codes(meeting(text(affair=one.name), *REPRESENTATIVES))) == (id in RESERVED)
    assert "MTG047" not in codes(meeting(text(affair=one.name), "成员大会", "meetings/2026/2026-03-05-chengyuan.yml"))


@pytest.mark.parametrize(
    "topic, decided, told",
    [
        ("土地补偿费分配方案", "同意。", True),
        ("土地补偿款分配方案", "同意。", True),
        ("征地款怎么分", "同意。", True),
        ("宅基地分配办法", "同意。", True),
        ("修订章程第八条", "同意。", True),
        ("修改合作社章程", "修改章程第五条。", True),
        ("其他事项", "修改合作社章程第五条。", True),
        ("其他事项", "东片土地补偿款按成员人数分配。", True),
        ("修机耕路", "同意。", False),
        ("修机耕路", "按章程第五条办。会后修改施工方案。", False),
        ("年度收益分配方案", "土地补偿款的账已经公布。收益按股分配。", False),
    ],
)
def test_a_matter_is_known_by_its_topic_or_its_text(topic: str, decided: str, told: bool) -> None:
    """Parts of a word stand in one sentence: 修改合作社章程 is the charter, a charter here and a change there is not."""
    assert ("MTG047" in codes(meeting(text(topic, decided=decided), *REPRESENTATIVES))) == told


def test_a_decision_may_say_that_it_is_none_of_them() -> None:
    found = codes(meeting(text("宅基地周边修水渠", "无"), *REPRESENTATIVES))
    assert "MTG047" not in found
    assert "MTG049" not in found


def test_what_a_decision_names_stands_above_the_words_of_its_topic() -> None:
    report = text("土地补偿费使用情况的报告", "board-reports")
    assert "MTG047" not in codes(meeting(report, *REPRESENTATIVES))


def test_what_was_only_discussed_was_not_decided() -> None:
    discussed = text("土地补偿费分配方案").replace("    同意: 31\n    反对: 0\n", "")
    assert "MTG047" not in codes(meeting(discussed, *REPRESENTATIVES))


def test_a_matter_that_no_pack_names_is_an_error() -> None:
    (found,) = (f for f in nobody_stands_in_for_all(meeting(text(affair="分红"), *REPRESENTATIVES)))
    assert found.code.id == "MTG049"
    assert found.message("zh") == "法规包里没有叫“分红”的大事"
    assert affairs_of(LAW.affairs.values(), "分红", "土地补偿费") == ()


def test_a_special_matter_named_as_one_of_weight_is_shown_its_field() -> None:
    (found,) = nobody_stands_in_for_all(meeting(text(affair="非成员享有成员权益"), *REPRESENTATIVES))
    assert found.message("zh") == "法规包里没有叫“非成员享有成员权益”的大事；它要特别多数，写“特别事项: 非成员享有成员权益”，不写“大事”"


@pytest.mark.parametrize(
    "topic, told", [("非成员享有成员权益", True), ("返乡技术员等非成员享受分红", True), ("非成员车辆停放", False), ("修机耕路", False)]
)
def test_representatives_give_no_benefits_to_non_members(topic: str, told: bool) -> None:
    assert ("MTG065" in codes(meeting(text(topic), *REPRESENTATIVES))) == told
    assert "MTG065" not in codes(meeting(text(topic), "成员大会", "meetings/2026/2026-03-05-chengyuan.yml"))


@pytest.mark.parametrize("due, told", [(1, True), (2, True), (3, False), (4, True), (5, False), (6, True), (7, False), (8, True), (9, True)])
def test_a_board_has_three_to_seven_members_an_odd_number(due: int, told: bool) -> None:
    assert ("MTG048" in codes(meeting(text(due=due, women=None), *BOARD))) == told


@pytest.mark.parametrize("due, told", [(20, True), (21, False), (60, False)])
def test_members_representatives_are_more_than_twenty(due: int, told: bool) -> None:
    found = [f.message("zh") for f in bodies_are_made_up_as_laid_down(meeting(text(due=due, women=5), *REPRESENTATIVES))]
    assert found == (["成员代表大会应到 20 人，按规定由不少于 21 人组成"] if told else [])


@pytest.mark.parametrize("women, told", [(0, True), (1, False), (None, False)])
def test_there_are_women_among_them(women: int | None, told: bool) -> None:
    """A suitable number, says art. 28: none is not suitable; where nobody counted them nothing is said."""
    assert ("MTG048" in codes(meeting(text(women=women), *REPRESENTATIVES))) == told


LIUXI = """
格式: 1
名称: 柳溪村村民委员会
类型: 村委会
"""
ELSEWHERE = LIUXI + "别处的账:\n  - {名称: 柳溪村股份经济合作社的账, 说明: 贴在合作社公开栏, 电话: 010-55550320}\n"


@pytest.mark.parametrize(
    "community, kind, slug, topic, told",
    [
        (ELSEWHERE, "村民代表会议", "cunmindaibiao", "土地补偿费分配方案", True),
        (ELSEWHERE, "村民会议", "cunmin", "集体土地补偿费分配方案", True),
        (ELSEWHERE, "村民会议", "cunmin", "修机耕路", False),
        (ELSEWHERE, "成员大会", "chengyuan", "土地补偿费分配方案", False),
        (LIUXI, "村民会议", "cunmin", "土地补偿费分配方案", False),  # no collective: the village meeting acts for it
        (LIUXI, "村民代表会议", "cunmindaibiao", "土地补偿费分配方案", True),
        (LIUXI, "居民代表会议", "daibiao", "土地补偿费分配方案", True),
    ],
)
def test_compensation_for_land_is_the_collectives(community: str, kind: str, slug: str, topic: str, told: bool) -> None:
    path = f"meetings/2026/2026-03-05-{slug}.yml"
    found = codes(books({"community.yml": community, path: HEAD.format(kind=kind) + text(topic)}))
    assert ("MTG066" in found) == told


def test_where_the_village_may_act_is_said_only_where_there_is_no_collective() -> None:
    path = "meetings/2026/2026-03-05-cunmindaibiao.yml"
    minutes = HEAD.format(kind="村民代表会议") + text("征地款怎么分")
    told = {c: [f.message("zh") for f in the_collective_decides_its_own(books({"community.yml": c, path: minutes}))] for c in (ELSEWHERE, LIUXI)}
    said = "“征地款怎么分”属于“土地补偿费的分配、使用办法”，是集体经济组织的事，由成员大会定，不归村民代表会议"
    assert told[ELSEWHERE] == [said]
    assert told[LIUXI][0].startswith(said + "；没有设立集体经济组织、依法代行的，由村民会议")


HEXI = LIUXI.replace("柳溪村村民委员会", "河西社区居民委员会").replace("村委会", "撤村建居社区")
CONVERTED = HEXI + "别处的账:\n  - {名称: 河西股份经济合作社的账, 说明: 贴在合作社公开栏, 电话: 010-55550320}\n"
VILLAGERS, OF_VILLAGERS = ("村民会议", "cunmin"), ("村民代表会议", "cunmindaibiao")
RESIDENTS, OF_RESIDENTS = ("居民会议", "jumin"), ("居民代表会议", "daibiao")
ALL_FOUR = [(ELSEWHERE, VILLAGERS), (ELSEWHERE, OF_VILLAGERS), (CONVERTED, RESIDENTS), (CONVERTED, OF_RESIDENTS)]


def of_land(community: str, body: tuple[str, str], topic: str, decided: str = "同意。") -> list[str]:
    """What a meeting of that body is told of whose matter its topic is."""
    kind, slug = body
    minutes = HEAD.format(kind=kind) + text(topic, decided=decided)
    found = the_collective_decides_its_own(books({"community.yml": community, f"meetings/2026/2026-03-05-{slug}.yml": minutes}))
    return [f.message("zh") for f in found]


@pytest.mark.parametrize("community, body", ALL_FOUR)
@pytest.mark.parametrize(
    "topic, affair, who",
    [
        ("宅基地分配方案", "土地承包、宅基地使用、收益权份额量化", "成员大会"),
        ("2026 年宅基地使用方案", "土地承包、宅基地使用、收益权份额量化", "成员大会"),
        ("东片承包地调整", "土地承包、宅基地使用、收益权份额量化", "成员大会"),
        ("集体土地发包方案", "土地承包、宅基地使用、收益权份额量化", "成员大会"),
        ("第二轮土地承包到期延包方案", "土地承包、宅基地使用、收益权份额量化", "成员大会"),
        ("经营性建设用地出租方案", "集体经营性建设用地使用、出让、出租方案", "成员大会、成员代表大会"),
        ("集体土地租赁方案", "集体土地、房屋的出租方案", "成员大会、成员代表大会"),
    ],
)
def test_land_of_a_collective_is_for_its_members(community: str, body: tuple[str, str], topic: str, affair: str, who: str) -> None:
    """Law on collectives, art. 26 items 8 and 9: what left the villagers' assembly in 2026; other leases stand in no item we know, and that is said."""
    (message,) = of_land(community, body, topic)

    assert message.startswith(f"“{topic}”属于“{affair}”，是集体经济组织的事，由{who}定，不归{body[0]}")
    assert ("待确认" in message) == affair.startswith("集体土地")


@pytest.mark.parametrize("community, body", ALL_FOUR)
@pytest.mark.parametrize(
    "topic",
    [
        "村庄规划（宅基地布局）",
        "宅基地审批结果公示",
        "一户的宅基地申请",
        "土地平整工程承包方案",
        "宅基地周边修水渠",
        "土地平整工程承包",
        "出租活动室",
        "承包地边的路灯",
    ],
)
def test_planning_works_and_single_applications_stay_with_the_village(community: str, body: tuple[str, str], topic: str) -> None:
    assert of_land(community, body, topic) == []


def test_land_is_known_by_the_text_as_well() -> None:
    assert len(of_land(ELSEWHERE, VILLAGERS, "其他事项", "通过宅基地分配方案，按抽签次序选地。")) == 1
    assert of_land(ELSEWHERE, VILLAGERS, "修机耕路", "占用的承包地由合作社调整。") == []


@pytest.mark.parametrize("community, body, told", [(LIUXI, VILLAGERS, 0), (LIUXI, OF_VILLAGERS, 1), (HEXI, RESIDENTS, 0), (HEXI, OF_RESIDENTS, 1)])
def test_where_there_is_no_collective_the_assembly_may_act_for_it(community: str, body: tuple[str, str], told: int) -> None:
    """Art. 28 of the village law: a committee that stands in for the collective follows its law, so representatives may not."""
    assert len(of_land(community, body, "承包地调整方案")) == told
    assert of_land(community, body, "集体土地租赁方案") == []  # not kept for all members: representatives may


def test_what_the_groups_own_is_left_to_them() -> None:
    """What the amended law says of land that a villagers' group owns we have not read: nothing is told."""
    assert of_land(ELSEWHERE, ("村民小组会议", "xiaozu"), "承包地调整方案") == []
    assert of_land(ELSEWHERE, ("成员大会", "chengyuan"), "承包地调整方案") == []
