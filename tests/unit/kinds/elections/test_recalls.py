"""Recalls: who asked, who votes, and by how many of whom it passes, in a committee and in a collective."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from mingbai import pipeline, reading
from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kinds import discover
from mingbai.kinds.elections import KIND, pages, rules_after, rules_recall, telling
from mingbai.kinds.elections.counting import recalled
from mingbai.kinds.elections.records import Way
from mingbai.packs import Law, OwnStandard
from mingbai.rendering import Renderer
from mingbai.rendering.door import let_out
from mingbai.values.numbers import Threshold
from tests.base.community import checked
from tests.unit.kinds.elections.test_elections import FIGURES, HEAD, RECALL, TEMPLATES, books, codes, findings, law, one, recall, voted


def of_board(yes: int, took_part: int = 70, registered: int = 100, way: str = "成员选举", kind: str = "罢免理事") -> str:
    votes = FIGURES.format(took_part=took_part, more=f"    同意罢免: {yes}\n    反对罢免: {took_part - yes}\n")
    head = HEAD.format(kind=kind, way=way, registered=registered).replace("名单公布: 2026-03-01\n", "")
    return head + RECALL.format(by=way, count=20).replace("总数: 300", f"总数: {registered}") + votes


@pytest.mark.parametrize(
    "yes, took_part, registered, way, passed",
    [
        (67, 70, 100, "成员选举", True),
        (66, 70, 100, "成员选举", False),  # 66 of 100 are less than two thirds of all
        (66, 66, 99, "成员选举", True),  # exactly two thirds of all
        (65, 66, 99, "成员选举", False),
        (40, 60, 100, "成员选举", False),  # two thirds of those who took part are not enough
        (14, 14, 21, "代表选举", True),  # exactly two thirds of all representatives
        (13, 21, 21, "代表选举", False),
    ],
)
def test_a_director_is_recalled_by_two_thirds_of_all(yes: int, took_part: int, registered: int, way: str, passed: bool) -> None:
    """Law on collectives arts 26 (4), 27, 28."""
    text = of_board(yes, took_part, registered, way)
    assert recalled(law("集体经济组织"), one(text), 0) is passed
    assert ("罢免通过" in telling.lede(law("集体经济组织"), one(text))) is passed


@pytest.mark.parametrize("took_part, expected", [(66, ["ELE013"]), (67, [])])
def test_two_thirds_of_members_take_part(took_part: int, expected: list[str]) -> None:
    assert codes(of_board(took_part, took_part)) == expected


def test_of_representatives_the_law_asks_no_turnout() -> None:
    assert codes(of_board(10, 10, 21, "代表选举")) == []


def test_the_page_says_of_whom_two_thirds_are_needed() -> None:
    told = telling.round_told(law("集体经济组织"), one(of_board(66)), 0)
    assert "登记 100 名成员，参加投票 70 名成员，达到 2/3（至少 67 名成员），投票有效" in told
    assert "同意罢免 66 票，反对 4 票；按全体 100 名成员算，同意票没有达到 2/3（需 67 票），罢免没有通过。" in told
    committee = telling.round_told(law(), one(recall(60, 31)), 0)
    assert "同意罢免 31 票，反对 29 票；按参加投票的 60 户算，同意票超过 1/2（需 31 票），罢免通过。" in committee


def test_what_is_asked_of_it_is_told_with_its_clause() -> None:
    asked = [*telling.asks(law("集体经济组织"), one(of_board(66)))]
    assert asked == [
        ("应到的 2/3 以上参加，投票有效", "农村集体经济组织法（2024）第二十七条"),
        ("全体的 2/3 以上同意，罢免才通过", "农村集体经济组织法（2024）第二十七条"),
        ("谁可以要求罢免，由章程定", "农村集体经济组织法（2024）第二十六条"),
    ]
    assert [told for told, _ in telling.asks(law(), one(recall(60, 31)))] == [
        "居民或者户要求罢免的比例：1/10 以上",
        "代表要求罢免的比例：1/3 以上",
        "参加投票占登记的比例：超过 1/2",
        "当选、罢免所需得票占参加投票的比例：超过 1/2",
    ]


@pytest.mark.parametrize("way, expected", [("成员选举", []), ("代表选举", []), ("户代表选举", ["ELE025"]), ("选民直接选举", ["ELE025"])])
def test_members_or_their_representatives_vote(way: str, expected: list[str]) -> None:
    assert codes(of_board(80, 80, way=way)) == expected


def test_how_many_ask_is_a_matter_of_the_charter() -> None:
    text = of_board(70)
    assert codes(text) == []  # twenty of a hundred: the law says nothing
    charter = OwnStandard(id="board-recall", share=Threshold(1, 5, inclusive=True), source="章程第二十条")
    read = books(text.replace("联名: 20", "联名: 19"))
    under = Books(read.filed, {}, _with(charter), read.as_of)
    (told,) = rules_recall.enough_ask_for_a_recall(under)
    assert told.code.id == "ELE017"
    assert told.message("zh") == "联名 19，总数 100，不足 1/5（至少要 20）"
    assert list(rules_recall.enough_ask_for_a_recall(Books(books(text).filed, {}, _with(charter), read.as_of))) == []


def _with(own: OwnStandard) -> Law:
    known = law("集体经济组织")
    return Law(acts=known.acts, bodies=known.bodies, affairs=known.affairs, standards={**known.standards, own.id: own.over(known.standards[own.id])})


@pytest.mark.parametrize("text", [recall(60, 40), of_board(70)], ids=["committee", "board"])
def test_a_recall_says_who_asked_and_how_many_agreed(text: str) -> None:
    assert codes(text) == []
    asked = text[text.index("罢免要求:") : text.index("投票:")]
    assert codes(text.replace(asked, "")) == ["ELE024"]
    votes = [line for line in text.splitlines() if "同意罢免" in line]
    assert "ELE026" in codes(text.replace(votes[0] + "\n", ""))


def test_a_recall_without_its_votes_claims_no_result() -> None:
    votes = "    同意罢免: 40\n"
    assert "罢免" not in telling.lede(law(), one(recall(60, 40).replace(votes, "")))


def test_an_election_is_asked_for_by_nobody() -> None:
    assert [f.code.id for f in findings(of_board(70).replace("种类: 罢免理事", "种类: 理事会选举")) if f.code.id in ("ELE024", "ELE026")] == []


COMMUNITY = """
格式: 1
名称: 示例社区居民委员会
类型: 城市居委会
人员:
  - {姓名: 王示例, 角色: [主任], 任期: {起: 2024-06-01, 止: 2029-05-31}}
  - {姓名: 李样本, 角色: [副主任], 任期: {起: 2024-06-01, 止: 2029-05-31}}
"""
LEFT = COMMUNITY.replace("[副主任], 任期: {起: 2024-06-01, 止: 2029-05-31}", "[副主任], 任期: {起: 2024-06-01, 止: 2026-04-18}")
AFTER = LEFT + "  - {姓名: 周样例, 角色: [副主任], 任期: {起: 2026-06-01, 止: 2029-05-31}}\n"


def of_deputy(community: str, yes: int = 31, office: str = "副主任") -> list[str]:
    """The codes of a recall of one officer, voted on by 60 of 100 on 2026-04-18, beside these officers."""
    return sorted(f.code.id for f in _beside(community, recall(60, yes).replace("职务: 委员", f"职务: {office}")))


def _beside(community: str, text: str) -> list[Diagnostic]:
    texts = {"community.yml": community, "elections/one.yml": text}
    documents = [reading.read(t.lstrip("\n").encode(), f"ledgers/{path}", n) for n, (path, t) in enumerate(texts.items(), 1)]
    filed, problems = pipeline.parse_all([d for d, _ in documents], discover())
    assert not [p.message("zh") for p in problems]
    of = Books(filed, {}, law(), datetime.date(2026, 11, 10))
    return [f for rule in KIND.rules for f in rule.check(of)]


@pytest.mark.parametrize(
    "community, yes, office, expected",
    [
        (COMMUNITY, 31, "副主任", ["ELE040"]),
        (COMMUNITY, 30, "副主任", []),  # half of those who took part is not enough: the office goes on
        (LEFT, 31, "副主任", []),
        (AFTER, 31, "副主任", []),  # who was elected since is not the one recalled
        (COMMUNITY, 31, "环卫委员", ["ELE041"]),
        (COMMUNITY, 31, "居民代表", []),  # representatives are not registered among the officers
    ],
)
def test_who_is_recalled_held_the_office_and_leaves_it(community: str, yes: int, office: str, expected: list[str]) -> None:
    """Urban law art. 20."""
    assert of_deputy(community, yes, office) == expected


def test_a_recall_that_too_few_asked_for_ends_no_office() -> None:
    """That too few asked is told; that the office has ended is not."""
    text = recall(60, 31).replace("职务: 委员", "职务: 副主任")
    few = re.sub("联名: \\d+", "联名: 1", text)
    assert sorted(f.code.id for f in _beside(COMMUNITY, few)) == ["ELE017"]


@pytest.mark.parametrize("by, expected", [("选民", "ELE040"), ("户代表", "ELE040"), ("代表", "ELE017")])
def test_who_asked_is_written_as_the_help_of_the_field_says(by: str, expected: str) -> None:
    """Of representatives a third must ask, of voters and households a tenth (urban law art. 20)."""
    text = recall(60, 31).replace("职务: 委员", "职务: 副主任")
    assert [f.code.id for f in _beside(COMMUNITY, re.sub("谁联名: [^,}\\n]*", f"谁联名: {by}", text))] == [expected]


def test_votes_for_and_against_are_no_more_than_the_valid_ones() -> None:
    """Whoever asked, or nobody (ELE024)."""
    (found,) = [f for f in findings(recall(60, 31).replace("反对罢免: 29", "反对罢免: 30")) if f.code.id == "ELE002"]
    assert found.message("zh") == "“委员”同意和反对合计超过有效票，有效票 60 张、名额 1 人"
    unasked = HEAD.format(kind="罢免", way="户代表选举", registered=100)
    votes = FIGURES.format(took_part=60, more="    同意罢免: 50\n    反对罢免: 11\n")
    assert codes(unasked + votes) == ["ELE002", "ELE024"]


SEATS = "    职位:\n      - {职务: 委员, 名额: 1, 候选人: [{称呼: 候选人甲, 得票: 31, 当选: 是}]}\n"


def test_a_recall_written_like_an_election_is_told_once() -> None:
    head = HEAD.format(kind="罢免", way="户代表选举", registered=100) + RECALL.format(by="户代表", count=60)
    (found,) = findings(head + FIGURES.format(took_part=60, more=SEATS))
    assert found.code.id == "ELE042"
    assert found.message("zh") == "“种类”是罢免，投票却写了“职位”和“候选人”"
    assert "补选另写一个文件" in found.remedy("zh")


def test_an_election_has_no_votes_for_a_recall() -> None:
    text = voted(60, 31, 29, elected=(0,)).replace("    有效:", "    同意罢免: 31\n    有效:")
    assert codes(text) == ["ELE042"]


@pytest.mark.parametrize("raised, expected", [("2026-03-06", []), ("2026-03-07", ["ELE043"])])
def test_objections_to_the_list_have_five_days(raised: str, expected: list[str]) -> None:
    """Shown on March 1: the fifth day is Friday, March 6."""
    text = voted(60, 31, 29, elected=(0,)) + f"异议:\n  - {{提出: {raised}, 答复: {raised}}}\n"
    assert codes(text) == expected


def page(text: str) -> str:
    """The page of the only election in the books, as residents read it."""
    seen = let_out(books(text), (), (), (KIND,))
    draft = next(d for d in pages.drafts(seen) if d.address == "elections/one/")
    body = Renderer((TEMPLATES,)).page(draft).body
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_where_only_votes_for_a_recall_were_counted_nobody_is_said_to_have_been_against() -> None:
    counted = recall(60, 31)
    alone = counted.replace("    反对罢免: 29\n", "")
    assert "同意罢免 31 反对罢免 29 弃权 0" in page(counted)
    assert "同意罢免 31 没有同意 29" in page(alone)
    assert "同意罢免 31 票，没有同意 29 票；按参加投票的 60 户算" in page(alone)
    assert "反对" not in page(alone)


def test_who_was_neither_for_nor_against_abstained() -> None:
    assert "同意罢免 31 反对罢免 20 弃权 9" in page(recall(60, 31).replace("反对罢免: 29", "反对罢免: 20"))


def elected(way: str, office: str = "委员", day: str = "2026-02-21", kind: str = "换届选举") -> str:
    """An election of the committee in that way, by which the seats of an office were filled."""
    text = voted(60, 31, 29, way=way, elected=(0,)).replace("职务: 委员", f"职务: {office}").replace("2026-04-18", day)
    return text.replace("种类: 补选", f"种类: {kind}").replace("2026-03-01", "2026-01-20")


def recall_by(way: str, office: str = "委员", yes: int = 31) -> str:
    return recall(60, yes).replace("方式: 户代表选举", f"方式: {way}").replace("职务: 委员", f"职务: {office}")


def told(*texts: str, community: str = "城市居委会") -> list[Diagnostic]:
    documents = [reading.read(t.lstrip("\n").encode(), f"ledgers/elections/e{n}.yml", n + 1)[0] for n, t in enumerate(texts)]
    filed, problems = pipeline.parse_all(documents, (KIND,))
    assert not [p.message("zh") for p in problems]
    return [*rules_recall.a_recall_is_voted_on_as_the_office_was_filled(Books(filed, {}, law(community), datetime.date(2026, 11, 10)))]


@pytest.mark.parametrize(
    "way, before, expected",
    [
        ("户代表选举", [elected("户代表选举")], 0),
        ("代表选举", [elected("户代表选举")], 1),
        ("选民直接选举", [elected("户代表选举")], 1),
        ("代表选举", [elected("代表选举")], 0),
        ("代表选举", [], 0),  # how the office was filled is not in the ledgers
        ("代表选举", [elected("户代表选举"), elected("代表选举", day="2026-03-20", kind="补选")], 0),  # either may have been his
        ("代表选举", [elected("户代表选举"), elected("代表选举", "主任", day="2026-03-20", kind="补选")], 1),
        ("代表选举", [elected("代表选举"), elected("户代表选举", day="2026-03-20")], 1),  # of the committee before nobody is left
        ("代表选举", [elected("户代表选举", day="2026-05-20")], 0),  # elected after the vote
        ("代表选举", [elected("户代表选举", "主任")], 1),  # nothing of his office: as the committee was
    ],
)
def test_a_recall_is_voted_on_as_the_office_was_filled(way: str, before: list[str], expected: int) -> None:
    """Urban law, art. 20: 应当按照产生时的选举方式组织进行投票."""
    assert len(told(*before, recall_by(way))) == expected


def test_an_office_with_its_task_before_it_is_one_of_its_seats() -> None:
    (found,) = told(elected("户代表选举"), recall_by("代表选举", "环境物业委员"))
    assert found.message("zh") == "罢免“环境物业委员”写的是代表选举，选举时是户代表选举：这次投票不能终止职务"
    assert [(c.act, c.article) for c in found.basis or ()] == [("urban-committee", "20")]


def test_a_vote_in_another_way_ends_no_office_and_the_page_says_so() -> None:
    ways = (Way.HOUSEHOLDS,)
    text = one(recall_by("代表选举").replace("登记: 100", "登记: 80"))
    assert telling.lede(law(), text, ways).endswith("同意罢免委员的票数够了，但是投票的方式和选举时不同（选举时是户代表选举），职务不因此终止。")
    assert telling.round_told(law(), text, 0, ways).endswith("同意票超过 1/2（需 31 票），投票的方式和选举时不同。")
    lost = one(recall_by("代表选举", yes=20))
    assert telling.lede(law(), lost, ways).endswith("罢免没有通过，委员继续任职。")


def test_it_is_not_asked_that_such_an_officer_leaves(tmp_path: Path) -> None:
    example = Path(rules_recall.__file__).parent / "examples/bad/ELE044"
    assert "ELE040" not in {f.code.id for f in checked(tmp_path, example).findings}


@pytest.mark.parametrize(
    "shown, community, expected",
    [("2026-04-18", "城市居委会", 0), ("2026-04-19", "城市居委会", 1), ("2026-04-19", "村委会", 0), ("2026-04-19", "集体经济组织", 0)],
)
def test_a_result_is_announced_on_the_spot(shown: str, community: str, expected: int) -> None:
    """Urban law, art. 19: 选举结果应当当场公布; the law of villages says nothing of it that we have read."""
    for text in (voted(60, 31, 29, elected=(0,)), recall(60, 31)):
        from_books = Books(books(text + f"结果公布: {shown}\n").filed, {}, law(community), datetime.date(2026, 11, 10))
        assert len([*rules_after.results_are_shown_on_the_spot(from_books)]) == expected


def test_before_the_law_and_of_representatives_the_day_of_the_result_is_free() -> None:
    for text in (voted(60, 31, 29, elected=(0,)).replace("2026", "2025"), voted(60, 31, 29, elected=(0,)).replace("种类: 补选", "种类: 代表推选")):
        day = "2025-04-20" if "2025" in text else "2026-04-20"
        assert [*rules_after.results_are_shown_on_the_spot(books(text + f"结果公布: {day}\n"))] == []
