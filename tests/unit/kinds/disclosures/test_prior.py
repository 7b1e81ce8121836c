"""What is announced before it is decided: a list of voters before the vote, a prior notice from the day it says it begins."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Cite, Diagnostic
from mingbai.kinds.disclosures.clocks import clock
from mingbai.kinds.disclosures.duties import Obligation, Standing, State, standings
from tests.base.community import laid_over
from tests.unit.kinds.disclosures.test_duties import EXAMPLES

REGISTER = "disclosures/2026.yml"
LIST = "2026-daibiao-3"
ELECTION = """\
名称: 3 号楼居民小组补选居民代表
种类: {kind}
方式: {way}
主持: 3 号楼居民小组
登记: 96
名单公布: {shown}
投票:
  - 日期: 2026-08-20
    参加投票: 71
    有效: 70
    无效: 1
    职位:
      - 职务: 居民代表
        名额: 1
        候选人:
          - 称呼: 候选人甲
            姓名: 冯示例
            得票: 48
            当选: 是
          - 称呼: 候选人乙
            得票: 22
结果公布: 2026-08-20
"""
NOTICE = """\
标题: {title}
类型: {sort}
公示: {prior}
起: {start}
{more}内容: 街道初审通过，社区公示。
异议渠道: 打监督委员会电话 010-55550110
"""


def registered(item: str, about: str, day: str, more: str = "") -> str:
    field = "期间" if about.startswith("2026-Q") else "对象"
    return f"起: 2026-07-01\n公开:\n  - 事项: {item}\n    {field}: {about}\n    公布日: {day}\n    渠道: [网站, 公开栏]\n{more}"


def read(
    root: Path, item: str, files: dict[str, str | None], as_of: str = "2026-11-10", base: Path | None = None
) -> tuple[Standing, tuple[Diagnostic, ...]]:
    """How an item stands, and what is found."""
    found = pipeline.check(laid_over(root, *([base] if base else []), files=files, bare=base is not None), datetime.date.fromisoformat(as_of))
    return next(s for s in standings(found.books) if s.item.id == item), tuple(found.findings)


def voters(
    root: Path, published: str | None, shown: str = "2026-07-29", kind: str = "补选", way: str = "户代表选举"
) -> tuple[Obligation, list[Diagnostic]]:
    text = registered("U05", f"{LIST}/{shown}", published) if published else "起: 2026-07-01\n公开: []\n"
    standing, found = read(root, "U05", {f"elections/{LIST}.yml": ELECTION.format(kind=kind, way=way, shown=shown), REGISTER: text})
    one = next(o for o in standing.obligations if o.event is not None and o.event.id == f"{LIST}/{shown}")
    return one, [f for f in found if f.code.id == "DUE011"]


@pytest.mark.parametrize(
    "published, shown, due, state",
    [
        ("2026-07-29", "2026-07-29", "2026-07-31", State.ON_TIME),
        ("2026-07-31", "2026-07-29", "2026-07-31", State.ON_TIME),  # 20 days before 20 August: the last day in time
        ("2026-08-01", "2026-07-29", "2026-07-31", State.LATE),  # within five days of the list, and too late for the vote
        ("2026-08-03", "2026-07-29", "2026-07-31", State.LATE),
        (None, "2026-07-29", "2026-07-31", State.MISSING),
        ("2026-07-20", "2026-07-20", "2026-07-27", State.ON_TIME),  # shown early: the five days come first, their end moved by a Saturday
        ("2026-07-28", "2026-07-20", "2026-07-27", State.LATE),
        ("2026-08-05", "2026-08-05", "2026-07-31", State.LATE),  # the list itself came too late (ELE010)
    ],
)
def test_a_list_of_voters_is_due_by_the_earlier_of_two_days(tmp_path: Path, published: str | None, shown: str, due: str, state: State) -> None:
    one, _ = voters(tmp_path, published, shown)
    assert (str(one.due.day), one.state) == (due, state)


def test_a_list_that_is_late_for_the_vote_cites_the_clause_on_lists(tmp_path: Path) -> None:
    _, (told,) = voters(tmp_path, "2026-08-02")
    assert told.message("zh") == "应当在 2026-07-31 前公布（2026-08-20 以前要公布 20 天），2026-08-02 才公布，晚了 2 天"
    assert told.basis == (Cite("urban-committee", "17"),)


@pytest.mark.parametrize("kind, way", [("罢免", "代表选举"), ("补选", "代表选举")])
def test_where_representatives_vote_no_list_has_to_hang(tmp_path: Path, kind: str, way: str) -> None:
    one, told = voters(tmp_path, "2026-08-03", kind=kind, way=way)
    assert (str(one.due.day), one.state, told) == ("2026-08-03", State.ON_TIME, [])


def noticed(
    root: Path, published: str | None, start: str = "2026-09-02", end: str = "2026-09-09", prior: str = "是", as_of: str = "2026-11-10"
) -> tuple[Standing, list[str]]:
    notice = NOTICE.format(title="初审公示", sort="社会救助", prior=prior, start=start, more=f"止: {end}\n" if end else "")
    text = registered("U26", f"{start}-jiuzhu", published) if published else "起: 2026-07-01\n公开: []\n"
    standing, found = read(root, "U26", {f"notices/2026/{start}-jiuzhu.yml": notice, REGISTER: text}, as_of)
    told = ("DUE011", "DUE026", "NTC010", "NTC011")
    return standing, [f.code.id for f in found if f.code.id in told]


@pytest.mark.parametrize(
    "published, end, state, codes",
    [
        ("2026-09-02", "2026-09-09", State.ON_TIME, []),
        ("2026-09-01", "2026-09-09", State.ON_TIME, []),  # up before it begins
        ("2026-09-03", "2026-09-10", State.LATE, ["DUE011"]),  # a day late, and still seven days
        ("2026-09-03", "2026-09-09", State.LATE, ["DUE011", "DUE026"]),
        ("2026-09-11", "2026-09-09", State.LATE, ["DUE011", "DUE026"]),  # first put up when it was over
        ("2026-09-11", "2026-09-05", State.LATE, ["DUE011", "NTC011"]),  # too short by its own word: told there
        ("2026-09-02", "", State.ON_TIME, ["NTC010"]),
    ],
)
def test_a_prior_notice_is_due_the_day_it_begins(tmp_path: Path, published: str, end: str, state: State, codes: list[str]) -> None:
    standing, found = noticed(tmp_path, published, end=end)
    (one,) = standing.obligations
    assert (str(one.due.day), one.state, sorted(found)) == ("2026-09-02", state, codes)


@pytest.mark.parametrize("as_of, state", [("2026-09-02", State.PENDING), ("2026-09-03", State.MISSING)])
def test_a_prior_notice_that_nobody_registered_is_missing_from_the_next_day(tmp_path: Path, as_of: str, state: State) -> None:
    standing, _ = noticed(tmp_path, None, as_of=as_of)
    assert [o.state for o in standing.obligations] == [state]


def test_what_is_no_prior_notice_keeps_the_days_after_the_event(tmp_path: Path) -> None:
    standing, found = noticed(tmp_path, "2026-09-11", end="", prior="否")
    (one,) = standing.obligations
    assert (str(one.due.day), one.state, found) == ("2026-09-14", State.ON_TIME, [])  # ten days, the end moved by a Saturday


@pytest.mark.parametrize("published, started", [("2026-08-31", "2026-09-02"), ("2026-09-02", "2026-09-02"), ("2026-09-04", "2026-09-04")])
def test_the_days_on_the_board_count_from_the_later_of_beginning_and_publication(tmp_path: Path, published: str, started: str) -> None:
    standing, _ = noticed(tmp_path, published, end="2026-09-20")
    it = clock(standing.item, standing.entries[0], standing.entries, datetime.date(2026, 11, 10), standing.traces)
    assert str(it.started) == started


@pytest.mark.parametrize("published, state", [("2026-10-08", State.ON_TIME), ("2026-10-12", State.LATE)])
def test_a_quarter_of_which_a_prior_notice_tells_is_due_when_the_notice_begins(tmp_path: Path, published: str, state: State) -> None:
    notice = NOTICE.format(title="第三季度惠农补贴公示", sort="惠农补贴", prior="是", start="2026-10-08", more="止: 2026-10-19\n期间: 2026-Q3\n")
    files: dict[str, str | None] = {
        "notices/2026/2026-10-08-butie.yml": notice,
        "notices/2026/2026-10-13-butie.yml": None,
        REGISTER: registered("V15", "2026-Q3", published),
    }
    standing, _ = read(tmp_path, "V15", files, base=EXAMPLES / "liuxi/ledgers")
    one = next(o for o in standing.obligations if str(o.period) == "2026-Q3")
    assert (str(one.due.day), one.state) == ("2026-10-08", state)


@pytest.mark.parametrize("name", [".", "examples/liuxi"])
def test_the_demonstrations_publish_what_is_announced_in_time(name: str) -> None:
    books = pipeline.check(EXAMPLES.parent / name, datetime.date(2026, 11, 10)).books
    early = [o for s in standings(books) for o in s.obligations if o.ahead]
    assert early
    assert {o.state for o in early} == {State.ON_TIME}
