"""Elections and recalls: who is elected follows from the votes, by whole numbers; the law's figures at their boundaries."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai import pipeline, reading
from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import View
from mingbai.kinds.elections import KIND, pages, rules, rules_after, telling
from mingbai.kinds.elections.counting import Reason, counts, recalled
from mingbai.kinds.elections.records import Election
from mingbai.packs import Law
from mingbai.rendering import Renderer
from mingbai.rendering.door import let_out

AS_OF = datetime.date(2026, 11, 10)
TEMPLATES = Path(__file__).parents[4] / "site_templates"
HEAD = """
名称: 换届
种类: {kind}
方式: {way}
主持: 选举委员会
登记: {registered}
名单公布: 2026-03-01
"""
FIGURES = """
投票:
  - 日期: 2026-04-18
    参加投票: {took_part}
    有效: {took_part}
    无效: 0
{more}"""


@cache
def law(community: str = "城市居委会") -> Law:
    return Law.of(pipeline.pack("cn-2026"), community)


def books(text: str, as_of: datetime.date = AS_OF) -> Books:
    document, refused = reading.read(dedent(text).lstrip("\n").encode(), "ledgers/elections/one.yml", 1)
    assert not refused
    filed, problems = pipeline.parse_all([document], (KIND,))
    assert not [p.message("zh") for p in problems]
    return Books(filed, {}, law(), as_of)


def one(text: str) -> Election:
    (found,) = books(text).records(Election)
    return found


def findings(text: str) -> list[Diagnostic]:
    return [f for rule in KIND.rules for f in rule.check(books(text))]


def codes(text: str) -> list[str]:
    return sorted(f.code.id for f in findings(text))


def voted(took_part: int, *votes: int, seats: int = 1, registered: int = 100, way: str = "户代表选举", elected: tuple[int, ...] = ()) -> str:
    """A by-election with these votes; candidates are numbered from 0."""
    rows = "".join(
        f"          - {{称呼: 候选人{n}, 得票: {v}" + (f", 当选: 是, 姓名: 示例{n}" if n in elected else "") + "}\n" for n, v in enumerate(votes)
    )
    more = f"    职位:\n      - 职务: 委员\n        名额: {seats}\n        候选人:\n{rows}"
    return HEAD.format(kind="补选", way=way, registered=registered) + FIGURES.format(took_part=took_part, more=more)


@pytest.mark.parametrize(
    "took_part, votes, seats, elected, reason",
    [
        (60, (31, 29), 1, ["候选人0"], Reason.FULL),
        (60, (30, 30), 1, [], Reason.VOTES),
        (61, (31, 30), 1, ["候选人0"], Reason.FULL),
        (50, (50, 0), 1, [], Reason.TURNOUT),
        (51, (26, 25), 1, ["候选人0"], Reason.FULL),
        (60, (50, 40, 35), 2, ["候选人0", "候选人1"], Reason.FULL),
        (60, (50, 40, 20), 3, ["候选人0", "候选人1"], Reason.VOTES),
        (60, (50, 40, 40), 2, ["候选人0"], Reason.TIE),
        (60, (40, 40, 40), 2, [], Reason.TIE),
    ],
)
def test_more_than_half_of_those_who_took_part(took_part, votes, seats, elected, reason):
    (count,) = counts(law(), one(voted(took_part, *votes, seats=seats)), 0)
    assert [c.mark for c in count.elected] == elected
    assert count.reason is reason


@pytest.mark.parametrize("took_part, valid", [(66, False), (67, True)])
def test_representatives_need_more_than_two_thirds(took_part, valid):
    """Of 99: exactly two thirds are 66, and not enough."""
    text = voted(took_part, took_part, 0, registered=99, way="代表选举", elected=(0,) if valid else ())
    assert [c for c in codes(text) if c == "ELE013"] == ([] if valid else ["ELE013"])


@pytest.mark.parametrize("votes, elected", [(20, True), (19, False)])
def test_a_second_round_needs_a_third_and_no_turnout(votes, elected):
    first = voted(70, 30, 28)
    second = f"  - 日期: 2026-04-25\n    参加投票: 60\n    有效: 60\n    无效: 0\n    职位:\n      - 职务: 委员\n        名额: 1\n        候选人:\n          - {{称呼: 候选人0, 得票: {votes}}}\n          - {{称呼: 候选人1, 得票: 5}}\n"
    (count,) = counts(law(), one(first + second), 1)
    assert bool(count.elected) is elected


@pytest.mark.parametrize("shown, expected", [("2026-03-29", []), ("2026-03-30", ["ELE010"]), ("2026-04-18", ["ELE010"])])
def test_the_list_is_shown_twenty_days_before(shown, expected):
    """The day of the vote is not counted: March 29 is twenty days before April 18."""
    assert codes(voted(60, 31, 29, elected=(0,)).replace("名单公布: 2026-03-01", f"名单公布: {shown}")) == expected


@pytest.mark.parametrize("answered, expected", [("2026-03-09", []), ("2026-03-10", ["ELE011"])])
def test_objections_are_answered_within_three_days(answered, expected):  # the third day is a Sunday
    text = voted(60, 31, 29, elected=(0,)) + f"异议:\n  - {{提出: 2026-03-05, 答复: {answered}}}\n"
    assert codes(text) == expected


@pytest.mark.parametrize("most, expected", [(3, []), (4, ["ELE014"])])
def test_three_proxies_are_the_most(most, expected):
    text = voted(60, 31, 29, elected=(0,)).replace("    有效:", f"    委托: 9\n    一人最多代: {most}\n    有效:")
    assert codes(text) == expected


def test_representatives_give_no_proxies():
    text = voted(70, 40, 30, way="代表选举", elected=(0,)).replace("    有效:", "    委托: 1\n    有效:")
    assert codes(text) == ["ELE015"]


@pytest.mark.parametrize("seats, expected", [(4, ["ELE016"]), (5, []), (9, []), (10, ["ELE016"])])
def test_five_to_nine_sit_on_a_committee(seats, expected):
    text = voted(60, *(59 - n for n in range(seats)), 0, seats=seats, elected=tuple(range(seats))).replace("种类: 补选", "种类: 换届选举")
    assert [c for c in codes(text) if c == "ELE016"] == expected


RECALL = """
罢免要求:
  日期: 2026-02-01
  谁联名: {by}
  联名: {count}
  总数: 300
  职务: 委员
  理由: 半年没有到岗。
"""


def recall(count: int, yes: int, took_part: int = 60, by: str = "户代表") -> str:
    votes = FIGURES.format(took_part=took_part, more=f"    同意罢免: {yes}\n    反对罢免: {took_part - yes}\n")
    return HEAD.format(kind="罢免", way="户代表选举", registered=100) + RECALL.format(by=by, count=count) + votes


@pytest.mark.parametrize("by, count, expected", [("户代表", 30, []), ("户代表", 29, ["ELE017"]), ("代表选举", 100, []), ("代表选举", 99, ["ELE017"])])
def test_a_tenth_or_a_third_of_representatives_may_ask(by, count, expected):
    assert codes(recall(count, 40, by=by)) == expected


@pytest.mark.parametrize("yes, took_part, passed", [(31, 60, True), (30, 60, False), (50, 50, False)])
def test_a_recall_passes_by_more_than_half_of_those_voting(yes, took_part, passed):
    election = one(recall(60, yes, took_part))
    assert recalled(law(), election, 0) is passed
    assert ("罢免通过" in telling.lede(law(), election)) is passed


def test_the_packs_figures_are_those_of_the_law():
    known = {id: (s.count if s.count is not None else s.share and s.share.text.en) for id, s in law().standards.items() if s.count or s.share}
    assert {id: known[id] for id in known if id.startswith(("election-", "recall", "village-", "committee-"))} == {
        "election-list-days": 20,
        "election-objection-days": 5,
        "election-answer-days": 3,
        "election-proxies": 3,
        "election-turnout": "more than 1/2",
        "election-turnout-representatives": "more than 2/3",
        "election-majority": "more than 1/2",
        "election-second-round": "at least 1/3",
        "committee-least": 5,
        "committee-most": 9,
        "committee-handover-days": 10,
        "village-committee-least": 3,
        "village-committee-most": 7,
        "recall": "at least 1/10",
        "village-recall": "at least 1/5",
        "recall-representatives": "at least 1/3",
    }


@given(st.integers(51, 100), st.lists(st.integers(0, 100), min_size=2, max_size=6), st.integers(1, 4))
def test_never_more_elected_than_seats_and_none_below_half(took_part, votes, seats):
    votes = [min(v, took_part) for v in votes]
    (count,) = counts(law(), one(voted(took_part, *votes, seats=seats)), 0)
    assert len(count.elected) <= seats
    assert all(2 * c.votes > took_part for c in count.elected)
    left = [c.votes for c in count.seat.candidates if c not in count.elected]
    assert not count.elected or max(left, default=0) < min(c.votes for c in count.elected)


def test_the_page_names_the_elected_only_and_shows_the_reckoning():
    seen = let_out(books(voted(60, 31, 29, elected=(0,))), (), (), (KIND,))
    assert isinstance(seen, View)
    drafts = {d.address: d for d in pages.drafts(seen)}
    assert sorted(drafts) == ["elections/", "elections/one/"]
    body = Renderer((TEMPLATES,)).page(drafts["elections/one/"]).body
    assert "登记 100 户，参加投票 60 户，超过 1/2（至少 51 户），投票有效" in body
    assert "得票超过参加投票 60 户的 1/2（需 31 票）才能当选" in body
    assert "示例0" in body
    assert "候选人1" in body
    assert "候选人0" not in body
    for toc in drafts["elections/one/"].toc:
        assert f'id="{toc.id}"' in body


def before(text: str) -> str:
    return text.replace("2026-04-18", "2024-04-18").replace("2026-03-01", "2024-03-01")


def test_a_vote_before_the_law_says_so():
    told = "投票的时候，现行的法律还没有施行（2026年1月1日起施行）；当时的规定不在法规包里，这里只核对数字，不判断票数够不够。"
    assert telling.older(law(), one(before(voted(60, 31, 29, elected=(0,))))) == told
    assert telling.older(law(), one(voted(60, 31, 29))) == ""


@pytest.mark.parametrize(
    "text, now",
    [
        (voted(50, 31, 19, elected=(0,)), ["ELE013"]),  # half took part
        (voted(60, 30, 29, elected=(0,)), ["ELE003"]),  # half of those who took part
        (voted(60, 40, 35, 20, seats=2, elected=(0,)), ["ELE003"]),  # the second has enough votes too
    ],
)
def test_a_vote_before_the_law_is_not_counted_by_it(text: str, now: list[str]) -> None:
    """The organic laws are in force since 2026-01-01; what was asked before no pack knows."""
    assert set(now) <= set(codes(text))
    assert codes(before(text)) == []
    assert list(telling.asks(law().on(datetime.date(2024, 4, 18)), one(text))) == []
    assert "选出委员 1 人" in telling.lede(law(), one(before(text)))


def test_whoever_has_fewer_votes_than_another_is_not_elected_by_any_rule():
    assert codes(before(voted(60, 20, 35, elected=(0,)))) == ["ELE003"]
    assert codes(before(voted(60, 20, 35, 30, seats=2, elected=(0, 1)))) == ["ELE003"]
    assert codes(before(voted(60, 30, 30, elected=(1,)))) == []  # a tie that was settled


def test_whether_a_recall_before_the_law_passed_is_not_told():
    text = recall(60, 31)
    assert recalled(law(), one(text), 0) is True
    assert recalled(law(), one(before(text)), 0) is None
    assert telling.lede(law(), one(before(text))).endswith("同意罢免委员的有 31 票；当时的规定不在法规包里，这里不判断通过没有。")


# --- the leaving audit ------------------------------------------------------------------------------------------------

AUDITED = HEAD.format(kind="换届选举", way="户代表选举", registered=100) + "{audit}{chosen}" + FIGURES.format(took_part=60, more="")


def audited(audit: str, chosen: str, pack: str = "", community: str = "城市居委会", text: str = AUDITED) -> list[str]:
    """What ELE018 says of an election of 18 April 2026."""
    found = books(text.format(audit=f"离任审计公布: {audit}\n" if audit else "", chosen=f"选举委员会产生: {chosen}\n" if chosen else ""))
    files = [*pipeline.pack("cn-2026"), *(pipeline.pack(pack) if pack else ())]
    under = Books(found.filed, found.ids, Law.of(files, community), found.as_of)
    return [f.message("zh") for f in rules.the_leaving_audit_is_shown_first(under)]


@pytest.mark.parametrize(
    "audit, chosen, pack, said",
    [
        ("2026-04-17", "2026-03-01", "", []),
        ("2026-04-18", "", "", ["离任审计结果应在投票前 1 天公布，这里是2026年4月18日"]),
        ("", "", "", ["离任审计结果应在投票前 1 天公布，没有写“离任审计公布”"]),
        ("2026-02-26", "2026-03-01", "cn-chongqing", []),
        ("2026-02-27", "2026-03-01", "cn-chongqing", ["离任审计结果应在选举委员会产生前 3 天公布，这里是2026年2月27日"]),
        ("2026-04-17", "", "cn-chongqing", []),  # when the committee was chosen is not written down
    ],
)
def test_the_audit_of_the_last_committee_comes_before_the_next(audit: str, chosen: str, pack: str, said: list[str]) -> None:
    """Urban law art. 38: before the vote; Chongqing art. 37: in a village three days before the election committee is chosen."""
    assert audited(audit, chosen, pack, "村委会" if pack else "城市居委会") == said


def test_measures_on_the_villages_law_ask_nothing_of_an_urban_committee() -> None:
    assert audited("2026-02-27", "2026-03-01", "cn-chongqing") == []


def test_it_is_asked_neither_of_a_vote_before_the_act_nor_of_a_by_election_nor_where_the_act_does_not_bind() -> None:
    assert audited("", "", text=AUDITED.replace("2026-04-18", "2025-04-18").replace("2026-03-01", "2025-03-01")) == []
    assert audited("", "", text=AUDITED.replace("换届选举", "补选")) == []
    assert audited("", "", community="集体经济组织") == []
    assert audited("", "", community="村委会") != []  # villagers' law art. 40 says the same
    assert audited("2026-04-18", "2026-03-01", "cn-chongqing", "村委会") != []


def test_its_day_stands_among_the_steps() -> None:
    election = one(AUDITED.format(audit="离任审计公布: 2026-02-20\n", chosen="选举委员会产生: 2026-02-25\n"))
    assert [(what, day.isoformat()) for what, day, _ in telling.steps(election)][:2] == [
        ("公布离任审计结果", "2026-02-20"),
        ("选举委员会产生", "2026-02-25"),
    ]
    assert any("离任审计结果" in told for told, _ in telling.asks(law(), election))


@pytest.mark.parametrize(
    "raised, answered, late",
    [
        ("2026-03-02", "2026-03-05", False),
        ("2026-03-02", "2026-03-06", True),
        ("2026-03-05", "2026-03-09", False),  # the third day is a Sunday: Monday is in time (Civil Code art. 203)
        ("2026-03-05", "2026-03-10", True),
        ("2026-04-01", "2026-04-07", False),  # the third day is in the Qingming holiday, 4 to 6 April 2026
        ("2026-04-01", "2026-04-08", True),
    ],
)
def test_three_days_for_an_answer_end_on_a_working_day(raised: str, answered: str, late: bool) -> None:
    text = HEAD.format(kind="补选", way="户代表选举", registered=100) + f"异议:\n  - {{提出: {raised}, 答复: {answered}}}\n"
    assert bool(list(rules.objections_are_answered_in_time(books(text)))) == late


# --- after the vote ---------------------------------------------------------------------------------------------------


def handed_over(
    day: str, elected: str = "2026-04-18", kind: str = "换届选举", votes: tuple[int, ...] = (40, 20), as_of: datetime.date = AS_OF
) -> list[str]:
    """What ELE021 says of a committee elected on a day and the day its work was handed over."""
    text = voted(60, *votes, elected=(0,)).replace("种类: 补选", f"种类: {kind}").replace("2026-04-18", elected)
    read = books(text + (f"移交: {day}\n" if day else ""), as_of)
    return [f.message("zh") for f in rules_after.work_is_handed_over(read)]


@pytest.mark.parametrize("day, late", [("2026-04-20", False), ("2026-04-28", False), ("2026-04-29", True)])
def test_ten_days_after_a_new_committee_everything_is_handed_over(day: str, late: bool) -> None:
    """Urban law art. 25, villagers' law art. 24; the day of the election is not counted."""
    assert handed_over(day) == ([f"新一届 2026-04-18 产生，工作应在 2026-04-28 以前移交完（10 天），{day} 才移交完"] if late else [])


def test_what_nobody_wrote_down_is_told_when_the_days_are_over() -> None:
    assert handed_over("", as_of=datetime.date(2026, 4, 28)) == []
    assert handed_over("", as_of=datetime.date(2026, 4, 29)) == ["新一届 2026-04-18 产生，工作应在 2026-04-28 以前移交完（10 天），没有写“移交”"]


def test_a_tenth_day_of_rest_moves_the_end() -> None:
    """Elected on 24 April 2026, the tenth day is in the May holiday, 1 to 5 May: 6 May is in time."""
    assert handed_over("2026-05-06", elected="2026-04-24") == []
    assert handed_over("2026-05-07", elected="2026-04-24") != []


def test_it_is_asked_of_a_new_committee_alone() -> None:
    assert handed_over("", kind="补选") == []
    assert handed_over("", elected="2025-04-18") == []  # before the act
    assert handed_over("", votes=(30, 30)) == []  # nobody was elected


def test_the_handover_stands_among_the_steps() -> None:
    election = one(voted(60, 40, 20, elected=(0,)).replace("种类: 补选", "种类: 换届选举") + "移交: 2026-04-25\n")
    assert [*telling.steps(election)][-1][0] == "工作移交完成"
    assert any(told.startswith("新一届委员会产生以后移交工作的期限") for told, _ in telling.asks(law(), election))


# --- bodies of a collective -------------------------------------------------------------------------------------------


def of_collective(kind: str, seats: int, registered: int = 300, way: str = "成员选举") -> str:
    more = f"    职位:\n      - {{职务: 某职, 名额: {seats}, 候选人: [{{称呼: 候选人0, 得票: 2, 当选: 是, 姓名: 示例0}}]}}\n"
    head = HEAD.format(kind=kind, way=way, registered=registered).replace("名单公布: 2026-03-01\n", "")
    return head + FIGURES.format(took_part=20, more=more)


@pytest.mark.parametrize("seats, told", [(2, True), (3, False), (4, True), (5, False), (6, True), (7, False), (8, True), (9, True)])
def test_three_to_seven_directors_an_odd_number(seats: int, told: bool) -> None:
    """Law on collectives art. 29; how they are elected its charter says, so that two votes of twenty may do and no list of voters is asked for."""
    assert codes(of_collective("理事会选举", seats)) == (["ELE019"] if told else [])


@pytest.mark.parametrize("seats, told", [(0, True), (1, False), (2, False), (5, False)])
def test_one_supervisor_or_more(seats: int, told: bool) -> None:
    """Art. 32."""
    found = codes(of_collective("监事会选举", seats).replace("候选人: [{称呼: 候选人0, 得票: 2, 当选: 是, 姓名: 示例0}]", "候选人: []"))
    assert found == (["ELE019"] if told else [])


@pytest.mark.parametrize(
    "seats, households, told",
    [(20, 300, True), (21, 300, False), (21, 315, False), (21, 316, True), (60, 300, False), (61, 300, True)],
)
def test_more_than_twenty_representatives_one_for_five_to_fifteen_households(seats: int, households: int, told: bool) -> None:
    """Art. 28: 21 stand for 315 households at most, 60 for 300 at least; where members elect, households are not counted."""
    by_households = [c for c in codes(of_collective("成员代表选举", seats, households, "户代表选举")) if c == "ELE020"]
    assert bool(by_households) == told
    assert bool([c for c in codes(of_collective("成员代表选举", seats, households)) if c == "ELE020"]) == (seats < 21)


def test_what_is_asked_of_them_is_told_with_its_clause() -> None:
    asked = [*telling.asks(law("集体经济组织"), one(of_collective("理事会选举", 5)))]
    assert asked == [
        ("一般由 3 至 7 人、单数组成", "农村集体经济组织法（2024）第二十九条"),
        ("理事会成员每届任期（年）：5", "农村集体经济组织法（2024）第二十九条"),
    ]
