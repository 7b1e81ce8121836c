"""Objections: the clock, the answer beside what it is about, how to object on every page."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.kind import View
from mingbai.kinds.objections import KIND, pages
from mingbai.kinds.objections.standing import Standing, State, standings
from mingbai.rendering.door import let_out
from tests.base.community import AS_OF
from tests.conftest import REPOSITORY

FILE = "objections/2026.yml"
TEXT = (REPOSITORY / "generator/mingbai/kinds/objections/examples/good" / FILE).read_text("utf-8")
OPEN = TEXT[: TEXT.index("    答复:")]


def one(community: Callable[..., Path], text: str, as_of: str = "2026-11-10", own: str = "") -> tuple[Standing, list[str]]:
    root = community({FILE: text})
    where = root / "ledgers/community.yml"
    where.write_text(where.read_text("utf-8") + own, "utf-8")
    checked = pipeline.check(root, datetime.date.fromisoformat(as_of))
    return checked.books.derived(standings)[0], [f.code.id for f in checked.findings if f.code.id.startswith("OBJ")]


@pytest.mark.parametrize(
    "raised, as_of, due, state",
    [
        ("2026-03-10", "2026-03-20", "2026-03-20", State.OPEN),  # ten days on, a Friday
        ("2026-03-10", "2026-03-21", "2026-03-20", State.OVERDUE),
        ("2026-03-11", "2026-03-23", "2026-03-23", State.OPEN),  # a Saturday moves on to Monday
        ("2026-03-11", "2026-03-24", "2026-03-23", State.OVERDUE),
    ],
)
def test_the_day_it_was_raised_does_not_count_and_a_weekend_moves_the_end(
    community: Callable[..., Path], raised: str, as_of: str, due: str, state: State
) -> None:
    s, codes = one(community, OPEN.replace("2026-03-10", raised), as_of)
    assert (str(s.due), s.state) == (due, state)
    assert codes == (["OBJ002"] if state is State.OVERDUE else [])


@pytest.mark.parametrize("answered, state", [("2026-03-20", State.IN_TIME), ("2026-03-21", State.LATE)])
def test_an_answer_on_the_last_day_is_in_time(community: Callable[..., Path], answered: str, state: State) -> None:
    text = TEXT.replace("日期: 2026-03-16", f"日期: {answered}").replace("公布日: 2026-03-17", "公布日: 2026-03-23")
    s, codes = one(community, text)
    assert s.state is state
    assert codes == (["OBJ003"] if state is State.LATE else [])


def test_a_community_sets_its_own_days(community: Callable[..., Path]) -> None:
    own = "标准:\n  - {编号: objection-days, 数: 5, 来源: 示例省条例第十六条}\n"
    s, codes = one(community, TEXT, own=own)
    assert (str(s.due), codes) == ("2026-03-16", [])
    assert str(one(community, OPEN.replace("种类: 异议", "种类: 信访"), own=own)[0].due) == "2026-05-09"  # 60 days, a Saturday that is worked


def test_more_time_stands_in_place_of_the_days(community: Callable[..., Path]) -> None:
    s, codes = one(community, OPEN + "    延期: {至: 2026-11-10, 原因: 等审计}\n")
    assert (s.state, codes) == (State.OPEN, [])
    assert one(community, OPEN + "    延期: {至: 2026-11-09, 原因: 等审计}\n")[1] == ["OBJ002"]


@pytest.mark.parametrize(
    "raised, more, words",
    [
        ("2026-03-10", "", "2026-03-20 以前答复（10 天）"),
        ("2026-03-11", "", "2026-03-23 以前答复（10 天，到期那天放假，顺延 2 天）"),  # a Saturday
        ("2026-09-21", "", "2026-10-08 以前答复（10 天，到期那天放假，顺延 7 天）"),  # National Day
        ("2026-03-10", "    延期: {至: 2026-11-09, 原因: 等审计}\n", "2026-11-09 以前答复（延期到这一天）"),
    ],
)
def test_the_days_are_told_as_they_were_counted(community: Callable[..., Path], raised: str, more: str, words: str) -> None:
    root = community({FILE: OPEN.replace("2026-03-10", raised) + more})
    (told,) = [f.message("zh") for f in pipeline.check(root, datetime.date(2026, 11, 10)).findings if f.code.id == "OBJ002"]
    assert words in told


def test_an_answer_to_come_is_no_answer_yet(community: Callable[..., Path]) -> None:
    assert one(community, TEXT, "2026-03-15")[0].state is State.OPEN


def test_a_request_need_not_say_what_it_is_about_nor_be_published(community: Callable[..., Path]) -> None:
    request = (
        TEXT.replace("种类: 异议", "种类: 诉求")
        .replace("      公布日: 2026-03-17\n", "")
        .replace("    公开事项: U10\n    凭证: committee/2026-02/02-001\n", "")
    )
    assert one(community, request)[1] == []


def test_the_answer_stands_beside_what_it_is_about_and_every_page_says_how_to_object(community: Callable[..., Path]) -> None:
    late = (
        OPEN.replace("异议:\n", "")
        .replace('"01"', '"02"')
        .replace("一笔看不明白", "另一笔看不明白")
        .replace("    凭证: committee/2026-02/02-001\n", "    资金: own\n")
    )
    root = community({FILE: TEXT + late})
    where = root / "ledgers/community.yml"
    where.write_text(
        where.read_text("utf-8") + "异议渠道:\n  - {名称: 意见箱, 说明: 公开栏旁边}\n  - {名称: 监督电话, 电话: 010-55550110}\n", "utf-8"
    )
    checked = pipeline.check(root, AS_OF)
    pages = {p.address: p.body for p in pipeline.site(root, checked).pages}
    month = pages["finance/committee/2026/02/"]
    assert "答复：当面看了票据，已经说明。" in month
    assert "supervision/objections/2026-01/" in month
    assert "还没有答复" in pages["finance/committee/funds/own/"]
    assert "答复：" not in pages["finance/committee/2026/01/"]
    assert all("supervision/#how" in body for address, body in pages.items() if address.startswith(("finance/committee/2026/0", "meetings/2026-")))
    home = pages["supervision/"]
    assert "居民提了 2 件异议和诉求：按期答复 1 件。" in home
    assert "1 件过了期限还没有答复。" in home
    assert "公开栏旁边" in home
    assert '<dd><a href="tel:01055550110">010-55550110</a></dd>' in home
    assert "finance/committee/2026/02/#v-02-001" in pages["supervision/objections/2026-01/"]
    one = pages["supervision/objections/2026-01/"]
    assert one.count("一笔看不明白") == 1, "its words stand once, in full"
    tables = {t.name: t.rows for t in KIND.datasets(pipeline.view(checked))}
    assert [tuple(r) for r in tables["objections-years"]] == [("2026", "异议", 2, 1, 0, 0, 1)]
    assert [r[0] for r in tables["objections"]] == ["2026/01", "2026/02"]


@pytest.mark.parametrize(
    "sort, days, pack",
    [
        ("异议", 3, "cn-chongqing"),
        ("审查异议", 5, "cn-chongqing"),
        ("向上反映", 10, "cn-chongqing"),
        ("审查异议", None, "cn-2026"),
        ("向上反映", None, "cn-2026"),
    ],
)
def test_in_chongqing_the_committee_has_three_days_supervisors_five_the_government_ten(
    community: Callable[..., Path], sort: str, days: int | None, pack: str
) -> None:
    """Arts 31 and 35; where no place lays down a time none is over."""
    text = OPEN.replace("种类: 异议", f"种类: {sort}").replace("2026-03-10", "2026-03-09")
    root = community({FILE: text})
    where = root / "ledgers/community.yml"
    packs = f"[cn-2026, {pack}]" if pack != "cn-2026" else "[cn-2026]"
    where.write_text(where.read_text("utf-8").replace("[cn-2026]", packs).replace("类型: 城市居委会", "类型: 村委会"), "utf-8")

    def told(day: datetime.date) -> list[str]:
        return [f.code.id for f in pipeline.check(root, day).findings if f.code.id in ("OBJ002", "OBJ003")]

    if days is None:
        assert told(datetime.date(2026, 11, 10)) == []
        return
    last = datetime.date(2026, 3, 9) + datetime.timedelta(days)
    last += datetime.timedelta({5: 2, 6: 1}.get(last.weekday(), 0))  # a weekend moves it on
    assert (told(last), told(last + datetime.timedelta(1))) == ([], ["OBJ002"])


def test_in_chongqing_the_page_says_when_supervisors_object_and_are_answered(community: Callable[..., Path]) -> None:
    root = community({FILE: TEXT})
    where = root / "ledgers/community.yml"
    where.write_text(where.read_text("utf-8").replace("[cn-2026]", "[cn-2026, cn-chongqing]").replace("类型: 城市居委会", "类型: 村委会"), "utf-8")
    seen = let_out(pipeline.check(root, AS_OF).books, (), (), (KIND,))
    assert isinstance(seen, View)
    context = next(d.context for d in pages.drafts(seen) if d.address == pages.HOME)
    clocks = dict(context.clocks)
    assert clocks["审查异议"] == "监督委员会在公开方案提出以后 5 天内提出，提出以后 5 天内答复"
    assert clocks["向上反映"] == "提出以后 10 天内答复"
    assert clocks["异议"] == "提出以后 3 天内答复"
