"""The page of the law: who decides what, of whom bodies consist, which figures a place has yet to set, what was compared with the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai.kind import View
from mingbai.kinds import discover
from mingbai.kinds.law.pages import LawContext, Rule, StandardsContext, datasets, drafts
from mingbai.rendering.door import let_out
from tests.base.community import BASE, checked

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")


def view(tmp_path: Path, kind: str, packs: str, own: str = "") -> View:
    text = COMMUNITY.replace("法规包: [cn-2026]", f"法规包: [{packs}]").replace("类型: 城市居委会", f"类型: {kind}") + own
    found = checked(tmp_path, files={"community.yml": text.encode()})
    seen = let_out(found.books, (), (), discover())
    assert isinstance(seen, View)
    return seen


def page(seen: View) -> LawContext:
    draft = next(d for d in drafts(seen) if d.address == "law/")
    assert isinstance(draft.context, LawContext)
    return draft.context


def figures(seen: View) -> StandardsContext:
    """What the page beside the law says of days and amounts."""
    context = next(d for d in drafts(seen) if d.address == "law/standards/").context
    assert isinstance(context, StandardsContext)
    return context


def asked(context: LawContext | StandardsContext, name: str) -> str | None:
    rows: tuple[Rule, ...] = (*context.bodies, *context.affairs) if isinstance(context, LawContext) else context.standards
    return next((r.asked for r in rows if r.name == name), None)


LINE, STOP, RISK = "一本账借款和应付的警戒线（元）", "借款和应付超过多少就不得再借（元）", "借款要写风险说明的起点（元）"


def test_in_zhejiang_the_page_says_which_figures_the_place_has_to_set(tmp_path: Path) -> None:
    """Assets ordinance arts 17 and 18: the province has no figure; without one nothing is passed off as one."""
    context = figures(view(tmp_path, "村委会", "cn-2026, cn-zhejiang"))
    assert [asked(context, name) for name in (LINE, STOP)] == ["由当地定，这里还没有登记"] * 2
    assert asked(context, RISK) == "借入、借出；从多少起由当地定，这里还没有登记"
    assert not {LINE, STOP, RISK} & {*context.unset}
    assert next(r.tag for r in context.standards if r.name == LINE) == "地方规定"


def test_what_the_place_set_stands_in_its_row(tmp_path: Path) -> None:
    own = "标准:\n  - 编号: debt-limit\n    金额: 80000.00\n    来源: 示例镇政〔2026〕4号\n"
    assert asked(figures(view(tmp_path, "村委会", "cn-2026, cn-zhejiang", own)), LINE) == "80,000.00 元"


def test_elsewhere_the_default_stands_and_what_nobody_set_is_listed_apart(tmp_path: Path) -> None:
    context = figures(view(tmp_path, "村委会", "cn-2026"))
    assert asked(context, LINE) == "100,000.00 元"
    assert asked(context, STOP) is None
    assert {STOP, RISK, "监督委员会对公开方案的异议多久答复（天）"} <= {*context.unset}
    assert LINE not in context.unset


@pytest.mark.parametrize("kind, matters", [("集体经济组织", 13), ("撤村建居社区", 13), ("村委会", 13), ("城市居委会", 0)])
def test_matters_that_the_law_on_collectives_names_stand_where_it_binds(tmp_path: Path, kind: str, matters: int) -> None:
    seen = view(tmp_path, kind, "cn-2026")
    context = page(seen)
    named = [r.name for r in context.affairs if r.name in {a.name for a in seen.books.law.affairs.values()}]
    assert len(named) == matters
    if matters:
        assert asked(context, "制定、修改章程") == "成员大会；成员代表大会不能代替"
        assert asked(context, "投资") == "成员大会、成员代表大会"
    listed = next(d for d in datasets(seen) if d.name == "law-affairs")
    assert len(list(listed.rows)) == len(context.affairs)


def competences(seen: View) -> dict[str, dict[str, str]]:
    """What the page beside the law says of each body."""
    context = next(d for d in drafts(seen) if d.address == "law/competences/").context
    return {one.name: dict(one.matters) for one in context.competences}


OWN, GIVEN, NEVER = "可以定", "授权以后可以定", "不能代替全体定，也不能授权给它"
NOT_ITS, ACTING = "是集体经济组织的事，不归它定", "没有设立集体经济组织、依法代行时可以定"
PACTS, LEASES = "自治章程、公约、村规民约", "集体土地、房屋的出租方案（待确认）"


def test_body_by_body_the_page_says_what_each_may_decide_and_what_it_may_not(tmp_path: Path) -> None:
    told = competences(view(tmp_path, "村委会", "cn-2026"))

    assert PACTS in told["村民会议"][OWN]
    assert told["村民代表会议"][GIVEN] == PACTS
    assert "土地补偿费的分配、使用办法" in told["村民会议"][NOT_ITS]
    assert "土地补偿费的分配、使用办法" in told["村民会议"][ACTING]
    assert "土地补偿费的分配、使用办法" in told["村民代表会议"][NOT_ITS]
    assert "土地补偿费的分配、使用办法" not in told["村民代表会议"][ACTING]
    assert LEASES in told["村民代表会议"][ACTING]
    never = "制定、修改章程；确认成员；土地承包、宅基地使用、收益权份额量化；土地补偿费的分配、使用办法；合并、分立；非成员享有成员权益"
    assert told["成员代表大会"][NEVER] == never
    assert "制定、修改章程" in told["成员大会"][OWN]
    assert NEVER not in told["成员大会"]


def test_the_table_of_matters_says_whose_they_are_not(tmp_path: Path) -> None:
    told = asked(page(view(tmp_path, "撤村建居社区", "cn-2026")), "土地补偿费的分配、使用办法")

    assert (
        told
        == "成员大会；成员代表大会不能代替；不归居民会议、居民代表会议、居委会会议、村委会会议、议事会；没有设立集体经济组织、依法代行的，可以由居民会议"
    )


def test_a_town_community_without_a_collective_is_shown_its_own_two_bodies(tmp_path: Path) -> None:
    assert competences(view(tmp_path, "城市居委会", "cn-2026")) == {
        "居民会议": {OWN: f"年度预算（待确认）；{PACTS}；民主评议"},
        "居民代表会议": {OWN: "年度预算（待确认）；民主评议", GIVEN: PACTS},
    }


@pytest.mark.parametrize(
    "kind, who",
    [("城市居委会", "居民会议；授权以后也可以由居民代表会议"), ("村委会", "村民会议；授权以后也可以由村民代表会议")],
)
def test_who_makes_a_pact_here(tmp_path: Path, kind: str, who: str) -> None:
    assert asked(page(view(tmp_path, kind, "cn-2026")), "自治章程、公约、村规民约") == who


def test_of_whom_the_bodies_of_a_collective_consist(tmp_path: Path) -> None:
    context = page(view(tmp_path, "集体经济组织", "cn-2026"))
    assert "一般由 3 至 7 人、单数组成" in (asked(context, "理事会") or "")
    told = asked(context, "成员代表大会") or ""
    assert all(words in told for words in ("由不少于 21 人组成", "一般每 5 至 15 户选一名代表", "要有妇女"))
    assert "不得担任" in (asked(context, "监事会") or "")


def test_on_what_opinions_are_asked_for_is_said(tmp_path: Path) -> None:
    told = asked(page(view(tmp_path, "集体经济组织", "cn-2026, cn-zhejiang")), "成员大会") or ""
    assert "方案征求意见 15 天（投资、重大投资和工程建设项目、较大数额的举债、出借集体资金）" in told


def test_how_far_an_act_was_compared_is_said(tmp_path: Path) -> None:
    when = {g.anchor: (g.when, g.tag) for g in page(view(tmp_path, "村委会", "cn-2026, cn-zhejiang, cn-shandong")).acts}
    assert when["a-village-committee"][0].endswith("2026年11月28日对照公布的全文核对")
    assert when["a-supervision-2017"][0].endswith("2026年11月28日对照引用的条文核对")
    assert when["a-zhejiang-assets"] == ("2020年10月1日起施行，还没有逐条核对原文，2026年11月28日对照公布时的摘要和报道看过", "未核实")
    assert when["a-shandong-disclosure"] == ("2018年5月1日起施行，还没有逐条核对原文", "未核实")
