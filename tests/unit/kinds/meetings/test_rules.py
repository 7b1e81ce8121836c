"""Rules of meetings, tried by the text a secretary types."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.diagnostics import Severity
from mingbai.kinds.meetings import KIND
from mingbai.kinds.meetings.records import named
from mingbai.kinds.meetings.register import State, entries
from mingbai.kinds.meetings.rhythm import begins, number
from tests.unit.kinds.meetings.ledger import HEAD, books, codes, findings, law, meeting

FULL = """
应到: 21
亲到: 18
缺席: 3
"""
ITEM = """
  - 编号: {number}
    议题: 车棚
    同意: {yes}
    反对: {no}
    落实: {{责任人: 主任, 期限: 2026-12-31}}
"""


def items(*votes: tuple[int, int]) -> str:
    return FULL + "决议:" + "".join(ITEM.format(number=n, yes=yes, no=no).rstrip() for n, (yes, no) in enumerate(votes, 1)) + "\n"


def test_codes_are_ours_bilingual_and_stand_on_registered_articles() -> None:
    assert len(KIND.all_codes) >= 20
    for code in KIND.all_codes:
        assert code.id.startswith("MTG")
        assert all(text.zh and text.en for text in (code.title, code.message, code.remedy, code.asks))
        assert code.basis
        assert all(law().knows(cite) for cite in code.basis), code.id


def test_a_meeting_in_order_has_no_finding() -> None:
    assert codes(meeting(items((10, 8), (9, 9)))) == []


def test_english_keys_and_words_mean_the_same() -> None:
    text = """
    kind: yishi
    time: 2026-03-05 14:30
    where: hall
    convener: committee
    chair: head
    clerk: clerk
    due: 21
    in_person: 18
    absent: 3
    decisions:
      - number: 1
        topic: shed
        method: show of hands
        yes: 18
        result: rejected
    """
    assert codes(books({"meetings/2026/2026-03-05-yishi.yml": text})) == ["MTG004", "MTG025"]


@pytest.mark.parametrize(
    "heads, expected",
    [
        ("应到: 21\n亲到: 17\n委托: 1\n缺席: 3", []),
        ("应到: 21\n亲到: 17\n缺席: 4", []),
        ("应到: 21\n亲到: 17", []),
        ("应到: 21\n亲到: 17\n委托: 5", ["MTG001"]),
        ("应到: 21\n亲到: 17\n委托: 1\n缺席: 4", ["MTG001"]),
        ("应到: 21\n亲到: 22", ["MTG001"]),
        ("应到: 21", []),
        ("备注: 没有点名", []),
    ],
)
def test_attendance(heads: str, expected: Sequence[str]) -> None:
    assert codes(meeting("\n" + heads + "\n")) == expected


def test_where_a_quorum_decides_attendance_is_needed() -> None:
    decided = "决议:\n  - {编号: 1, 议题: 车棚, 同意: 3, 反对: 4}\n"
    assert codes(meeting("\n" + decided)) == ["MTG002"]
    assert codes(meeting("\n应到: 21\n" + decided)) == ["MTG002"]
    hearing = meeting("\n" + decided, kind="民情征询会", path="meetings/2026/2026-03-05-zhengxun.yml")
    assert codes(hearing) == []


@pytest.mark.parametrize(
    "kind, slug, votes, expected",
    [
        ("议事会", "yishi", 18, []),  # 未定: 17 + 1 …
        ("议事会", "yishi", 17, []),  # … or 17
        ("议事会", "yishi", 16, ["MTG003"]),
        ("居委会会议", "juweihui", 17, []),  # 不计入
        ("居委会会议", "juweihui", 18, ["MTG003"]),
        ("成员大会", "chengyuan", 18, []),  # 计入
        ("成员大会", "chengyuan", 17, ["MTG003"]),
    ],
)
def test_votes_sum_to_those_present_by_the_bodys_rule(kind: str, slug: str, votes: int, expected: Sequence[str]) -> None:
    text = f"""
    应到: 21
    亲到: 17
    委托: 1
    缺席: 3
    决议:
      - 编号: 1
        议题: 车棚
        党组织研究日期: 2026-02-01
        同意: 0
        反对: {votes}
    """
    assert [c for c in codes(meeting(text, kind, f"meetings/2026/2026-03-05-{slug}.yml")) if c != "MTG028"] == expected


def test_a_wrong_result_says_the_computed_one_with_its_integers() -> None:
    (found,) = findings(meeting(FULL + "决议:\n  - {编号: 1, 议题: 车棚, 同意: 9, 反对: 9, 结果: 通过}\n"))
    assert found.code.id == "MTG004"
    assert found.place.keys == ("结果", "result")
    assert "未通过" in found.message("zh")
    assert "同意 9 票，没有超过到会 18 人的半数（需 10 票）" in found.message("zh")
    assert "10 needed" in found.message("en")


def test_a_wrong_result_by_a_default_says_where_the_figure_comes_from() -> None:
    """No act says how many party members make a decision: the finding cites none, and names what the default was taken from."""
    minutes = "\n应到: 30\n亲到: 24\n委托: 0\n缺席: 6\n决议:\n  - {编号: 1, 议题: 车棚, 同意: 13, 反对: 11, 结果: 通过}\n"
    (found,) = (f for f in findings(meeting(minutes, "党员大会", "meetings/2026/2026-03-05-dangyuan.yml")) if f.code.id == "MTG004")

    assert found.basis == ()
    assert "按人数和票数算是“未通过”（待确认的默认值，照各地“四议两公开”登记表的通行写法）" in found.message("zh")
    assert "“rejected” (a default to be confirmed, after the registers of the “four deliberations” as many places keep them)" in found.message("en")


def test_wrong_figures_are_said_once() -> None:
    """Attendance that does not add up makes votes and result meaningless: one message."""
    text = "\n应到: 21\n亲到: 3\n缺席: 3\n决议:\n  - {编号: 1, 议题: 车棚, 同意: 9, 反对: 9, 结果: 通过}\n"
    assert [c for c in codes(meeting(text)) if c != "MTG025"] == ["MTG001"]


@pytest.mark.parametrize("result, expected", [("通过", ["MTG005"]), ("未通过", ["MTG005"]), ("暂缓", []), ("未达法定人数", ["MTG004"])])
def test_results_without_votes(result: str, expected: Sequence[str]) -> None:
    found = codes(meeting(FULL + f"决议:\n  - {{编号: 1, 议题: 车棚, 结果: {result}}}\n"))
    assert [c for c in found if c != "MTG025"] == expected


def test_no_quorum_needs_no_votes() -> None:
    assert codes(meeting("\n应到: 21\n亲到: 9\n缺席: 12\n决议:\n  - {编号: 1, 议题: 车棚, 结果: 未达法定人数}\n")) == []


@pytest.mark.parametrize(
    "path, expected",
    [
        ("meetings/2026/2026-03-05-yishi-2.yml", []),
        ("meetings/2026/2026-03-05-yishi-1.yml", ["MTG009"]),
        ("meetings/2026/2026-03-05-tea.yml", ["MTG009"]),
        ("meetings/2026/2026-02-30-yishi.yml", ["MTG009"]),
        ("meetings/2026/yishi.yml", ["MTG009"]),
        ("meetings/2026/2026-03-06-yishi.yml", ["MTG007"]),
        ("meetings/2025/2026-03-05-yishi.yml", ["MTG008"]),
        ("meetings/2026/2026-03-05-daibiao.yml", ["MTG006"]),
        ("meetings/2026/2026-03-06-daibiao.yml", ["MTG006", "MTG007"]),
    ],
)
def test_the_file_name_says_what_the_meeting_is(path: str, expected: Sequence[str]) -> None:
    assert codes(meeting("", path=path)) == expected


def test_names_are_read_with_real_days_only() -> None:
    assert named("2026-03-05-yishi") == (datetime.date(2026, 3, 5), "yishi")
    assert named("2026-13-05-yishi") is None
    assert named("2026-03-05-YISHI") is None


def test_a_number_twice_is_found_once_and_points_at_the_first() -> None:
    (found,) = findings(meeting("\n决议:\n  - {编号: 1, 议题: 甲}\n  - {编号: 1, 议题: 乙}\n"))
    assert found.code.id == "MTG010"
    assert len(found.related) == 1


@pytest.mark.parametrize("called, expected", [("2026-02-23", []), ("2026-02-24", ["MTG021"]), ("2026-03-08", ["MTG021"])])
def test_notice_is_counted_backwards(called: str, expected: Sequence[str]) -> None:
    text = HEAD.format(kind="居民会议").replace("2026-02-20", called)
    assert codes(books({"meetings/2026/2026-03-05-jumin.yml": text})) == expected


def test_notice_missing_is_found_only_where_it_is_asked_for() -> None:
    def without(kind: str) -> str:
        return HEAD.format(kind=kind).replace("通知日期: 2026-02-20\n", "")

    assert codes(books({"meetings/2026/2026-03-05-jumin.yml": without("居民会议")})) == ["MTG022"]
    assert codes(books({"meetings/2026/2026-03-05-yishi.yml": without("议事会")})) == []


def test_a_meeting_to_come_has_no_results_and_nothing_is_missed_in_it() -> None:
    before = datetime.date(2026, 3, 1)
    assert codes(meeting("\n应到: 21\n决议:\n  - {编号: 1, 议题: 甲}\n", as_of=before)) == []
    assert codes(meeting(items((10, 8)), as_of=before)) == ["MTG012"]


def test_a_decision_is_overdue_from_the_day_after_its_deadline() -> None:
    text = FULL + "决议:\n  - {编号: 1, 议题: 甲, 同意: 18, 落实: {责任人: 主任, 期限: 2026-05-31}}\n"
    assert codes(meeting(text, as_of=datetime.date(2026, 5, 31))) == []
    (found,) = findings(meeting(text, as_of=datetime.date(2026, 6, 1)))
    assert (found.code.id, found.severity) == ("MTG026", Severity.WARNING)
    assert "已过 1 天" in found.message("zh")


def test_warnings_name_the_record_beside_which_they_are_shown() -> None:
    text = "\n应到: 21\n亲到: 18\n缺席: 3\n决议:\n  - {编号: 1, 议题: 甲, 党组织研究日期: 2026-03-06, 同意: 18, 落实: {责任人: 主任, 期限: 2026-05-31}}\n"
    of = meeting(text)
    decision = entries(of)[0].decision
    assert {f.code.id: f.record for f in findings(of)} == {"MTG024": decision.at_, "MTG026": decision.at_}


def test_a_rejected_item_needs_no_follow_up() -> None:
    of = meeting(items((1, 17)))
    assert codes(of) == []
    assert [e.state for e in entries(of)] == [State.REJECTED]


def steps(kind: str, *meetings: tuple[str, str, str]) -> dict[str, str]:
    """A matter and the meetings (date, slug, kind) that name it."""
    files = {"matters/shed.yml": f"名称: 车棚\n种类: {kind}\n"}
    for date, slug, name in meetings:
        head = HEAD.format(kind=name).replace("2026-03-05", date).replace("2026-02-20", "2026-01-01")
        files[f"meetings/2026/{date}-{slug}.yml"] = head + "事项: shed\n"
    return files


HEARD, TALKED, JUDGED = ("2026-03-01", "zhengxun", "民情征询会"), ("2026-04-01", "xieshang", "民主协商会"), ("2026-05-01", "pingyi", "监督评议会")


@pytest.mark.parametrize(
    "meetings, expected",
    [
        ((HEARD, TALKED, JUDGED), []),
        ((HEARD, TALKED), []),
        ((HEARD, JUDGED), ["MTG027"]),
        ((TALKED, JUDGED), ["MTG027"]),
        ((JUDGED,), ["MTG027"]),
        ((("2026-06-01", "zhengxun", "民情征询会"), TALKED), ["MTG027"]),
        ((HEARD, ("2026-03-15", "yishi", "议事会"), TALKED), []),
    ],
)
def test_three_meetings_in_order(meetings: Sequence[tuple[str, str, str]], expected: Sequence[str]) -> None:
    assert codes(books(steps("三会", *meetings))) == expected
    assert codes(books(steps("其他", *meetings))) == []


@pytest.mark.parametrize("as_of, expected", [("2026-12-31", []), ("2027-01-01", ["MTG028"])])
def test_representatives_meet_in_every_half_year(as_of: str, expected: Sequence[str]) -> None:
    text = "\n应到: 60\n亲到: 40\n缺席: 20\n"
    of = meeting(text, "居民代表会议", "meetings/2026/2026-03-05-daibiao.yml", datetime.date.fromisoformat(as_of))
    assert codes(of) == expected


def test_an_old_meeting_copied_for_a_pacts_sake_opens_no_gap() -> None:
    """The books begin in July 2026: what else was held since 2021 nobody has written down."""
    begun = """
格式: 1
名称: 示例社区居民委员会
类型: 城市居委会
账簿:
  - {编号: c, 名称: 账, 主体: 居委会, 启用: 2026-07-01, 账户: [{编号: b, 名称: 基本户, 种类: 银行, 期初: 0}]}
"""
    old = (HEAD.format(kind="居民代表会议") + "应到: 60\n亲到: 40\n缺席: 20\n").replace("2026-", "2021-")
    held = {"meetings/2021/2021-03-05-daibiao.yml": old}
    assert codes(books(held, datetime.date(2026, 7, 1))) == ["MTG028"]
    assert codes(books({**held, "community.yml": begun}, datetime.date(2026, 12, 31))) == []
    assert codes(books({**held, "community.yml": begun}, datetime.date(2027, 1, 1))) == ["MTG028"]


def test_how_often_a_body_meets_is_asked_from_the_day_the_law_is_in_force() -> None:
    """The law of 2026 asks for a meeting in every half-year; of the years before it nothing is told."""
    old = (HEAD.format(kind="居民代表会议") + "应到: 60\n亲到: 40\n缺席: 20\n").replace("2026-", "2024-")
    held = {"meetings/2024/2024-03-05-daibiao.yml": old}
    assert codes(books(held, datetime.date(2026, 6, 30))) == []
    found = findings(books(held, datetime.date(2027, 1, 1)))
    assert "2024年3月5日以后，从2026年1月1日到2026年12月31日一次也没有开成" in found[0].message("zh")


def test_a_meeting_without_quorum_was_not_held() -> None:
    earlier = HEAD.format(kind="居民代表会议") + "应到: 60\n亲到: 40\n"
    later = earlier.replace("2026-03-05", "2026-08-05").replace("亲到: 40", "亲到: 39")
    files = {"meetings/2026/2026-03-05-daibiao.yml": earlier, "meetings/2026/2026-08-05-daibiao.yml": later}
    assert codes(books(files)) == []
    assert codes(books(files, datetime.date(2027, 1, 5))) == ["MTG028"]


@pytest.mark.parametrize(
    "months, date, first",
    [(6, "2026-06-30", "2026-01-01"), (6, "2026-07-01", "2026-07-01"), (3, "2026-12-31", "2026-10-01"), (12, "2024-02-29", "2024-01-01")],
)
def test_periods_go_by_the_calendar(months: int, date: str, first: str) -> None:
    """每半年、每季度、每年 are those of the calendar."""
    period = number(datetime.date.fromisoformat(date), months)
    assert begins(period, months) == datetime.date.fromisoformat(first)
    assert number(begins(period + 1, months), months) == period + 1


def test_every_gap_between_two_meetings_is_told_once() -> None:
    """Quarterly: one in January, the next in October; two quarters passed without one."""
    texts = {
        d: HEAD.format(kind="村民代表会议").replace("2026-03-05", d) + "应到: 30\n女性代表: 10\n亲到: 20\n缺席: 10\n"
        for d in ("2026-01-05", "2026-10-08")
    }
    texts["2026-01-05"] = texts["2026-01-05"].replace("2026-02-20", "2025-12-20")
    found = findings(books({f"meetings/2026/{d}-cunmindaibiao.yml": text for d, text in texts.items()}))
    assert [f.code.id for f in found] == ["MTG028"]
    assert "2026年1月5日以后，从2026年4月1日到2026年9月30日一次也没有开成" in found[0].message("zh")


votes = st.tuples(st.integers(0, 20), st.integers(0, 20))


@given(st.lists(votes, min_size=1, max_size=6), st.randoms())
def test_the_order_of_decisions_never_matters(given_votes: list[tuple[int, int]], random: object) -> None:
    shuffled = list(given_votes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    before, after = meeting(items(*given_votes)), meeting(items(*shuffled))

    assert codes(before) == codes(after)
    assert sorted(e.state.value for e in entries(before)) == sorted(e.state.value for e in entries(after))


@pytest.mark.parametrize("women, expected", [("女性代表: 7", []), ("女性代表: 6", ["MTG029"]), ("", ["MTG030"])])
def test_a_third_of_the_villagers_representatives_are_women(women: str, expected: Sequence[str]) -> None:
    """Of 21 a third are seven."""
    text = f"\n应到: 21\n亲到: 18\n缺席: 3\n{women}\n"
    of = meeting(text, "村民代表会议", "meetings/2026/2026-03-05-cunmindaibiao.yml", datetime.date(2026, 6, 30))
    assert codes(of) == expected
    assert not {"MTG029", "MTG030"} & {*codes(meeting(text, "居民代表会议", "meetings/2026/2026-03-05-daibiao.yml"))}


@pytest.mark.parametrize("interested, recused, expected", [(1, 1, []), (2, 1, ["MTG031"]), (1, 0, ["MTG031"]), (0, 1, [])])
def test_interested_persons_stand_aside(interested: int, recused: int, expected: Sequence[str]) -> None:
    item = f"\n  - {{编号: 1, 议题: 车棚, 同意: {18 - recused}, 反对: 0, 回避: {recused}, 利害关系人: {interested}, 落实: {{责任人: 主任, 期限: 2026-12-31}}}}\n"
    assert codes(meeting(FULL + "决议:" + item)) == expected


def test_a_meeting_is_judged_by_what_was_in_force_on_its_day() -> None:
    """Eighteen of thirty-one are no quorum since the law of 2026; before it none was laid down for representatives, and the minutes stand."""
    text = "\n应到: 31\n亲到: 18\n缺席: 13\n决议:\n  - {编号: 1, 议题: 车棚, 同意: 17, 反对: 1, 结果: 通过, 落实: {责任人: 主任, 期限: 2026-12-31}}\n"
    now = meeting(text, "居民代表会议", "meetings/2026/2026-03-05-daibiao.yml")
    assert "MTG004" in codes(now)
    before = (HEAD.format(kind="居民代表会议") + text).replace("2026-03", "2025-03")
    assert "MTG004" not in codes(books({"meetings/2025/2025-03-05-daibiao.yml": before}))
