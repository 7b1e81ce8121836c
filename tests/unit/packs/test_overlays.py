"""Each overlay changes what it should and nothing else; a community's own may be stricter than the law, never laxer."""

from __future__ import annotations

import datetime
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from mingbai import pipeline
from mingbai.kinds.law.comparing import laxer_body, laxer_item
from mingbai.packs import Affair, Basis, Body, BodyChange, BodyFile, Item, ItemChange, Law, Rhythm, Standard, Standing
from mingbai.schema import parse
from tests.base.community import checked, codes, laid_over, line
from tests.support.building import REPOSITORY

BASE = pipeline.pack("cn-2026")
NATION = Law.of(BASE)
OVERLAYS = ("cn-chongqing", "cn-shandong", "cn-shanghai", "cn-zhejiang")


def laid(name: str) -> Law:
    return Law.of([*BASE, *pipeline.pack(name)])


def deadlines(law: Law, id: str, *, busy: bool = False) -> list[tuple[str, int]]:
    return [(d.rhythm.zh, d.within) for d in law.items[id].asked(busy=busy).duties]


FIGURES = {
    "leaving-audit-days": [1, 1, 1, 1],
    "leaving-audit-committee-days": [None, 3, None, None],
    "objection-raise-days": [None, None, 5, None],
    "valuation-notice-days": [None, None, None, 15],
    "review-raise-days": [None, 5, None, None],
    "review-answer-days": [None, 5, None, None],
    "publication-review-days": [5, 5, 5, 5],
    "government-answer-days": [None, 10, None, None],
}
"""The nation, Chongqing, Shandong, Zhejiang."""
VILLAGE = {f"V{n:02}" for n in range(1, 21)}
CONVERTED = {"U06", "U08", "U09", "U10", "U11", "U18", "U20", "U22", "U25", "U28", "U29", "U38"}
"""Of former villages in Shandong whose property reform is not finished (art. 24)."""
CHANGED = {
    "cn-chongqing": (
        VILLAGE - {"V19", "V20"},
        {
            "objection-days",
            "leaving-audit-committee-days",
            "review-raise-days",
            "review-answer-days",
            "publication-review-days",
            "government-answer-days",
        },
        {"cunmindaibiao"},
    ),
    "cn-shandong": (VILLAGE - {"V14", "V16", "V18", "V19"} | CONVERTED, {"objection-days", "objection-raise-days"}, set()),
    "cn-zhejiang": (
        {*(f"C1-0{n}" for n in range(1, 8)), *(f"C9-0{n}" for n in range(1, 5)), "C8-01", "V19"},
        {"reserve-share", "debt-limit", "debt-stop", "risk-statement", "valuation-notice-days"},
        {"cunmindaibiao", "chengyuan", "chengyuandaibiao"},
    ),
    "cn-shanghai": ({"U07", "U10", "U20", "U21", "U22", "U23", "U35"}, {"objection-days"}, {"daibiao", "jumin"}),
}


ADDED = {"cn-zhejiang": {"zj-works", "zj-borrowing", "zj-lending"}}
"""Matters that an overlay names beside those of the nation."""


@pytest.mark.parametrize("name", OVERLAYS)
def test_it_changes_what_it_should_and_nothing_else(name: str) -> None:
    law = laid(name)
    items, standards, bodies = CHANGED[name]
    assert {id for id, item in law.items.items() if item != NATION.items[id]} == items
    assert {id for id, one in law.standards.items() if one != NATION.standards[id]} == standards
    assert {id for id, body in law.bodies.items() if body != NATION.bodies[id]} == bodies
    assert law.items.keys() == NATION.items.keys()
    assert law.standards.keys() == NATION.standards.keys()
    assert law.bodies.keys() == NATION.bodies.keys()
    for part in (f.name for f in fields(Law) if f.compare):
        if part not in OTHERWISE:
            assert getattr(law, part) == getattr(NATION, part), part
    assert {id: act for id, act in law.acts.items() if id in NATION.acts} == NATION.acts
    assert {id: one for id, one in law.affairs.items() if id in NATION.affairs} == NATION.affairs
    assert law.affairs.keys() - NATION.affairs.keys() == ADDED.get(name, set())
    assert {id: one for id, one in law.signoffs.items() if id in NATION.signoffs} == NATION.signoffs
    assert {one.id for id, one in law.signoffs.items() if id not in NATION.signoffs} == FORMS.get(name, set())


FORMS = {"cn-chongqing": {"SQ"}}
"""Forms of sign-off that an overlay adds."""
OTHERWISE = {"items", "standards", "bodies", "acts", "affairs", "signoffs", "laid"}
"""Parts of the law that overlays change, compared above record by record; all others stay whole, those that somebody adds one day too."""
SAYS = {
    "cn-chongqing": {"duties", "signoffs", "ruled"},
    "cn-shandong": {"duties", "signoffs", "ruled"},
    "cn-zhejiang": {"duties"},
    "cn-shanghai": set(),
}
"""Which fields of an item each may change; what they rest on goes with them."""
BODIES = {
    "cn-chongqing": {"notice_days"},
    "cn-shandong": set(),
    "cn-zhejiang": {"notice_days", "opinion_days", "opinion_affairs"},
    "cn-shanghai": {"notice_days", "every_months"},
}
ALWAYS = {"standing", "basis"}


@pytest.mark.parametrize("name", OVERLAYS)
def test_of_what_it_changes_every_other_field_stays(name: str) -> None:
    """Field by field; what each figure rests on is asked below."""
    law = laid(name)
    items, _, bodies = CHANGED[name]
    moved = {f for id in items for f in Item.model_fields if getattr(law.items[id], f) != getattr(NATION.items[id], f)} - ALWAYS
    assert moved == SAYS[name]
    assert {f for id in bodies for f in Body.model_fields if getattr(law.bodies[id], f) != getattr(NATION.bodies[id], f)} - ALWAYS == BODIES[name]


QUARTERLY = VILLAGE - {"V12", "V17", "V19", "V20"}
PROJECTS = {*(f"C1-0{n}" for n in range(1, 8)), *(f"C9-0{n}" for n in range(1, 5)), "C8-01"}
RESTING: dict[str, dict[str, set[str]]] = {
    "cn-chongqing": {
        "duties": QUARTERLY,
        "signoffs": {"V02", "V05", "V06", "V09", "V12", "V13", "V15"},
        "itself": {"V11", "V14", "V15", "V16", "V17", "V18"},
    },
    "cn-shandong": {"duties": {"V10", "U08", "U10"}, "signoffs": CHANGED["cn-shandong"][0] - {"U28"}, "itself": {"V15", "V17", "U10", "U28"}},
    "cn-zhejiang": {"duties": PROJECTS, "itself": {"V19", *PROJECTS - {"C9-01", "C9-02"}}},
    "cn-shanghai": {"itself": {"U07", "U10", "U20", "U21", "U22", "U23", "U35"}},
}
"""By overlay and figure: the items of which it rests on an act of the place; `itself`: that it is disclosed at all, said outright or by a deadline for what was custom."""
RAISED = {
    "cn-chongqing": {"V14", "V15", "V16", "V17"},
    "cn-shandong": {"V15", "V17", "U10", "U28"},
    "cn-zhejiang": PROJECTS - {"C9-01", "C9-02"},
    "cn-shanghai": {"U07", "U10", "U21", "U23"},
}
"""The items that were a default of ours and are a rule of the place now; no statute becomes one."""


def footings(item: Item) -> dict[str, object]:
    """On what each figure of an item rests; of its deadlines also how firm the days are."""
    return {
        "itself": item.itself,
        **{name: item.rests(name) for name in ("days", "notice", "elements")},
        "duties": [(d.figures, item.rhythm(d), item.firmness(d)) for d in item.duties],
        "signoffs": {form: item.signed(form) for form in item.ruled},
    }


@pytest.mark.parametrize("name", OVERLAYS)
def test_of_each_item_only_the_figure_it_gives_rests_on_it(name: str) -> None:
    """Every figure of every item: those not named rest on what they did, by the same clauses and as firm."""
    law = laid(name)
    moved: dict[str, set[str]] = {}
    for id, item in law.items.items():
        before = footings(NATION.items[id])
        for figure, rests in footings(item).items():
            if rests != before[figure]:
                moved.setdefault(figure, set()).add(id)
    assert moved == RESTING[name]
    assert {id for id, item in law.items.items() if item.standing is not NATION.items[id].standing} == RAISED[name]
    assert {law.items[id].standing for id in RAISED[name]} == {Standing.LOCAL}
    assert {NATION.items[id].standing for id in RAISED[name]} == {Standing.DEFAULT}


@pytest.mark.parametrize("name", OVERLAYS)
def test_a_deadline_it_does_not_set_keeps_its_mark(name: str) -> None:
    """Of every item: a deadline as the nation has it, and no firmer, rests on what it did."""
    law = laid(name)
    for id, item in law.items.items():
        nation = NATION.items[id]
        was = {d.figures: d for d in nation.duties}
        for duty in item.duties:
            if (old := was.get(duty.figures)) is not None and item.firmness(duty) is Standing.DEFAULT:
                assert item.rhythm(duty) == nation.rhythm(old), id


@pytest.mark.parametrize("name", OVERLAYS)
def test_of_each_body_only_the_figure_it_gives_rests_on_it(name: str) -> None:
    law = laid(name)
    told = {
        (id, figure): body.rests(figure)
        for id, body in law.bodies.items()
        for figure in Body.model_fields
        if body.rests(figure) != NATION.bodies[id].rests(figure)
    }
    assert {id for id, _ in told} == CHANGED[name][2]
    local = law.acts.keys() - NATION.acts.keys()
    for (id, figure), rests in told.items():
        assert getattr(law.bodies[id], figure) != getattr(NATION.bodies[id], figure)
        assert rests.standing is Standing.LOCAL
        assert {b.act for b in rests.basis} <= local
        assert (law.bodies[id].standing, law.bodies[id].basis) == (NATION.bodies[id].standing, NATION.bodies[id].basis)


def test_the_clause_of_each_figure() -> None:
    """What the page and the findings cite: the act of the place for what it says, the statute for the rest."""
    chongqing, shandong, zhejiang, shanghai = (laid(name) for name in ("cn-chongqing", "cn-shandong", "cn-zhejiang", "cn-shanghai"))

    def cited(basis: tuple[Basis, ...]) -> list[str]:
        return [f"{b.act} {b.article}" for b in basis]

    v02 = chongqing.items["V02"]
    assert cited(v02.signed("SQ").basis) == ["chongqing-village 29"]
    assert [cited(v02.timing((d,))) for d in v02.duties] == [["village-committee 28"], ["chongqing-village 30", "village-committee 28"]]
    assert [v02.firmness(d) for d in v02.duties] == [Standing.DEFAULT, Standing.LOCAL]
    assert cited(v02.rests("days").basis) == ["village-committee 35"]
    v01, v10, v15, v20 = (shandong.items[id] for id in ("V01", "V10", "V15", "V20"))
    assert cited(v01.timing(v01.duties)) == ["village-committee 35"]
    assert cited(v01.signed("S2").basis) == ["shandong-disclosure 11"]
    assert (v10.standing, cited(v10.timing(v10.duties))) == (Standing.STATUTORY, ["shandong-disclosure 12", "village-committee 35"])
    assert [(v10.rhythm(d).standing, v10.firmness(d)) for d in v10.duties] == [(Standing.LOCAL, Standing.DEFAULT)]
    assert {one.firmness(d) for one in (v15, v20) for d in one.duties} == {Standing.DEFAULT}
    assert (v15.board, cited(v15.rests("days").basis)) == (Standing.STATUTORY, ["village-committee 35"])
    assert {b.act for b in v15.clauses} == {"shandong-disclosure", "disclosure-practice", "village-committee"}
    for id in ("U07", "U10", "U23"):
        assert {shanghai.items[id].firmness(d) for d in shanghai.items[id].duties} == {Standing.DEFAULT}, id
    body = chongqing.bodies["cunmindaibiao"]
    assert cited(body.clauses("notice_days")) == ["chongqing-village 12"]
    assert cited(body.clauses("women", "every_months", "representatives")) == ["village-committee 29", "village-committee 30"]
    assert cited(zhejiang.bodies["cunmindaibiao"].clauses("notice_days")) == ["zhejiang-village 23"]


def test_the_days_on_the_board_cite_the_article_that_lays_them_down() -> None:
    """Urban law art. 34, villagers' law art. 35; wherever the days are law, whatever else the item rests on."""
    found = {
        (item.id[0], *((b.act, b.article) for b in item.rests("days").basis))
        for item in NATION.items.values()
        if item.days and item.board is Standing.STATUTORY
    }
    assert {one for one in found if one[0] == "V"} == {("V", ("village-committee", "35"))}
    assert {one for one in found if one[0] == "U"} == {("U", ("urban-committee", "34"))}
    assert {one[0] for one in found} == {"U", "V"}  # of collectives no act says how long


@pytest.mark.parametrize(
    "fields, rests",
    [
        ({"公布天数": "20"}, {"days": "地方规定", "duties": "待确认的默认值", "itself": "待确认的默认值"}),
        ({"时限": [{"周期": "每年", "期限": "60"}]}, {"days": "法定", "duties": "地方规定", "itself": "地方规定"}),
        (
            {"时限": [{"周期": "每年", "期限": "60", "效力": "待确认的默认值"}]},
            {"days": "法定", "duties": "待确认的默认值", "itself": "待确认的默认值"},
        ),
        ({"签署": ["SF"]}, {"days": "法定", "duties": "待确认的默认值", "itself": "待确认的默认值"}),
        ({"来源": "街发〔2026〕3号"}, {"days": "法定", "duties": "待确认的默认值", "itself": "地方规定"}),
    ],
)
def test_a_community_confirms_only_what_it_lays_down(fields: dict[str, Any], rests: dict[str, str]) -> None:
    """U07 is a default of ours, ninety days likewise, the fifteen days are law."""
    item = item_change(**fields).over(NATION.items["U07"])
    assert {"days": item.board.zh, "duties": item.firmness(item.duties[0]).zh, "itself": item.standing.zh} == rests


def test_a_body_may_be_changed_twice_figure_by_figure() -> None:
    changes: list[BodyChange] = [body_change(编号="cunmin", 提前通知="12"), body_change(编号="cunmin", 间隔="6", 效力="待确认的默认值")]
    files = [BodyFile(changes=(one,)) for one in changes]
    both = BodyFile(changes=tuple(changes))
    for law in (Law.of([*BASE, *files]), Law.of([*BASE, both])):
        body = law.bodies["cunmin"]
        assert (body.notice_days, body.every_months, body.standing) == (12, 6, Standing.STATUTORY)
        assert {name: found.standing for name, found in body.altered.items()} == {"notice_days": Standing.LOCAL, "every_months": Standing.DEFAULT}


def test_a_body_whose_every_figure_the_place_laid_down_is_no_default() -> None:
    yishi = NATION.bodies["yishi"]
    half = body_change(编号="yishi", 法定人数="至少 2/3").over(yishi)
    assert half.firmness is Standing.DEFAULT
    assert body_change(编号="yishi", 通过="至少 2/3").over(half).firmness is Standing.LOCAL


@pytest.mark.parametrize("kind", ["村委会", "城市居委会", "撤村建居社区", "集体经济组织"])
@pytest.mark.parametrize("name", OVERLAYS)
def test_it_binds_nobody_whom_its_acts_do_not(name: str, kind: str) -> None:
    """For each sort of community: what is changed of what binds it rests on an act of the place that binds it."""
    nation, law = Law.of(BASE, kind), Law.of([*BASE, *pipeline.pack(name)], kind)
    local = {id for id, act in law.acts.items() if id not in nation.acts and (not act.binds or kind in act.binds)}
    for id, item in law.items.items():
        if kind in item.binds and item != nation.items[id]:
            assert local & {b.act for b in item.clauses}, (id, kind)
    assert [id for id, one in law.standards.items() if one != nation.standards[id] and not local & {b.act for b in one.basis}] == []


@pytest.mark.parametrize("name", OVERLAYS)
def test_what_it_changes_is_local_and_says_where_it_comes_from(name: str) -> None:
    law = laid(name)
    items, standards, bodies = CHANGED[name]
    local = law.acts.keys() - NATION.acts.keys()
    for id in items:
        assert all(law.knows(basis) for basis in law.items[id].clauses)
        assert (
            any(found.standing is Standing.LOCAL and {b.act for b in found.basis} & local for found in law.items[id].footings)
            or id in (RESTING[name]["itself"])
        )
    for id in bodies:
        assert {b.act for found in law.bodies[id].altered.values() for b in found.basis} <= local
    changed: list[Standard | Affair] = [*(law.standards[s] for s in standards), *(law.affairs[a] for a in ADDED.get(name, ()))]
    for one in changed:
        assert one.standing is Standing.LOCAL
        assert one.basis[0].act in local
        assert all(law.knows(basis) for basis in one.basis)


@pytest.mark.parametrize("name", OVERLAYS)
def test_it_is_never_laxer_than_the_law(name: str) -> None:
    for file in pipeline.pack(name):
        for change in getattr(file, "changes", ()):
            if isinstance(change, ItemChange):
                assert [list(laxer_item(NATION.items[change.id], change, busy=busy)) for busy in (False, True)] == [[], []]
            else:
                assert list(laxer_body(NATION.bodies[change.id], change)) == []


def test_the_figures_of_each_place() -> None:
    """Domain §2.5: what was found in the four rules."""
    chongqing, shandong, zhejiang, shanghai = (laid(name) for name in ("cn-chongqing", "cn-shandong", "cn-zhejiang", "cn-shanghai"))
    days = [law.standards["objection-days"].count for law in (NATION, chongqing, shandong, shanghai)]
    assert days == [10, 3, 5, 15]
    assert deadlines(NATION, "V10") == deadlines(chongqing, "V10") == [("每季度", 15)]
    assert deadlines(NATION, "V10", busy=True) == deadlines(chongqing, "V10", busy=True) == deadlines(chongqing, "V03", busy=True) == [("每月", 15)]
    assert deadlines(shandong, "V10") == deadlines(shandong, "V10", busy=True) == [("每月", 15)]
    assert "S2" in shandong.items["V10"].signoffs
    assert {
        within for id in NATION.items if id[0] == "V" and id != "V21" for rhythm, within in deadlines(chongqing, id) if rhythm == Rhythm.EVENT.zh
    } <= {10}
    assert {within for id in CHANGED["cn-zhejiang"][0] for rhythm, within in deadlines(zhejiang, id) if rhythm == Rhythm.EVENT.zh} == {5}
    assert {zhejiang.items["C1-01"].firmness(d) for d in zhejiang.items["C1-01"].duties if d.rhythm.months} == {Standing.DEFAULT}
    share = zhejiang.standards["reserve-share"].share
    assert share is not None
    assert (share.part, share.whole, share.inclusive) == (3, 10, True)
    assert NATION.standards["reserve-share"].share is None
    assert (NATION.bodies["daibiao"].notice_days, shanghai.bodies["daibiao"].notice_days) == (None, 10)
    told = [law.bodies["cunmindaibiao"].notice_days for law in (NATION, zhejiang, chongqing, shandong)]
    assert told == [None, 3, 3, None]
    assert (NATION.bodies["jumin"].every_months, shanghai.bodies["jumin"].every_months) == (None, 12)
    for body in ("chengyuan", "chengyuandaibiao"):
        assert (NATION.bodies[body].opinion_days, zhejiang.bodies[body].opinion_days) == (None, 15)
        assert zhejiang.bodies[body].opinion_affairs == ("investment", "zj-works", "zj-borrowing", "zj-lending")
        assert {*zhejiang.bodies[body].opinion_affairs} <= zhejiang.affairs.keys()
    assert (NATION.standards["debt-limit"].amount, zhejiang.standards["debt-limit"].amount) == (100_000_00, None)  # the township sets it
    assert [law.standards["risk-statement"].words for law in (NATION, chongqing, shandong, zhejiang)] == [(), (), (), ("借入", "借出")]
    counts = {id: [law.standards[id].count for law in (NATION, chongqing, shandong, zhejiang)] for id in FIGURES}
    assert counts == FIGURES
    assert all(item.days in (None, 15) for law in (chongqing, shandong, zhejiang, shanghai) for item in law.items.values())  # fifteen days everywhere


@pytest.mark.parametrize("community, limit, share", [("村委会", None, True), ("集体经济组织", None, True), ("城市居委会", 100_000_00, False)])
def test_an_ordinance_on_collectives_changes_nothing_for_an_urban_committee(community: str, limit: int | None, share: bool) -> None:
    """Zhejiang's ordinance binds villages and collectives: elsewhere the nation's figures stay."""
    law = Law.of([*BASE, *pipeline.pack("cn-zhejiang")], community)
    assert law.standards["debt-limit"].amount == limit
    assert (law.standards["reserve-share"].share is not None, bool(law.standards["risk-statement"].words)) == (share, share)


@pytest.mark.parametrize(
    "name, kind", [("cn-chongqing", "城市居委会"), ("cn-chongqing", "撤村建居社区"), ("cn-shandong", "城市居委会"), ("cn-shanghai", "村委会")]
)
def test_rules_of_villages_set_no_days_for_towns_nor_those_of_towns_for_villages(name: str, kind: str) -> None:
    """Measures on the villages' law say nothing of objections in an urban community."""
    assert Law.of([*BASE, *pipeline.pack(name)], kind).standards == Law.of(BASE, kind).standards


def test_a_community_chooses_one_and_its_findings_cite_it(tmp_path: Path) -> None:
    root = laid_over(tmp_path)
    path = root / "ledgers/community.yml"
    path.write_text(path.read_text("utf-8").replace("法规包: [cn-2026]", "法规包: [cn-2026, cn-shanghai]"), "utf-8")
    meeting = root / "ledgers/meetings/2026/2026-09-18-daibiao.yml"
    meeting.write_text(re.sub("通知日期: .*", "通知日期: 2026-09-09", meeting.read_text("utf-8")), "utf-8")
    found = pipeline.check(root, datetime.date(2026, 11, 10))
    assert found.books.law.bodies["daibiao"].notice_days == 10
    (late,) = (f for f in found.findings if f.code.id == "MTG021")
    assert {c.act for c in late.basis} == {"shanghai-committee"}


# --- a community's own ------------------------------------------------------------------------------------------------


def item_change(**fields: Any) -> ItemChange:
    made, problems = parse(ItemChange, {"编号": "U08", "效力": "地方规定", **fields}, "law/catalogue.yml")
    assert made is not None, problems
    return made


def body_change(**fields: Any) -> BodyChange:
    made, problems = parse(BodyChange, {"编号": "cunmin", "效力": "地方规定", **fields}, "law/bodies.yml")
    assert made is not None, problems
    return made


@pytest.mark.parametrize(
    "fields, laxer",
    [
        ({"公布天数": "15"}, []),
        ({"公布天数": "16"}, []),
        ({"公布天数": "14"}, ["days"]),
        ({"时限": [{"周期": "每月", "期限": "15"}]}, []),
        ({"时限": [{"周期": "每季度", "期限": "15"}]}, []),
        ({"时限": [{"周期": "每季度", "期限": "30"}]}, []),  # that accounts are shown quarterly is law, by which day is not
        ({"时限": [{"周期": "每半年", "期限": "15"}]}, ["duties"]),
        ({"时限": [{"周期": "每年", "期限": "15"}]}, ["duties"]),
    ],
)
def test_a_statutory_item_may_be_stricter_and_not_laxer(fields: dict[str, Any], laxer: list[str]) -> None:
    """Villagers' law art. 35: quarterly, fifteen days on the board."""
    item: Item = NATION.items["V10"]
    assert [field for field, _ in laxer_item(item, item_change(**fields))] == laxer


@pytest.mark.parametrize(
    "duties, busy, laxer",
    [
        ([{"周期": "每季度", "期限": "15"}], False, []),
        ([{"周期": "每季度", "期限": "15"}], True, ["duties"]),  # villagers' law art. 35: monthly where much is paid
        ([{"周期": "每季度", "期限": "15", "往来较多": "否"}, {"周期": "每月", "期限": "10", "往来较多": "是"}], True, []),
        ([{"周期": "每季度", "期限": "15", "往来较多": "是"}, {"周期": "每月", "期限": "10", "往来较多": "否"}], True, ["duties"]),
    ],
)
def test_where_much_is_paid_accounts_stay_monthly(duties: list[dict[str, Any]], busy: bool, laxer: list[str]) -> None:
    assert [field for field, _ in laxer_item(NATION.items["V10"], item_change(时限=duties), busy=busy)] == laxer


def test_an_audit_stays_told_as_it_happens() -> None:
    law = NATION.items["V11"]
    for ledgers, laxer in (([], []), (["docs"], []), (["debts"], ["duties"])):
        change = item_change(时限=[{"周期": "每季度", "期限": "15"}, {"周期": "发生后", "期限": "10", "台账": ledgers}])
        assert [field for field, _ in laxer_item(law, change)] == laxer


def test_where_the_days_too_are_law_they_are_kept() -> None:
    duty = NATION.items["V10"].duties[0].model_copy(update={"days_standing": None})
    item = NATION.items["V10"].model_copy(update={"duties": (duty,)})
    later = item_change(时限=[{"周期": "每季度", "期限": "16"}])
    assert [field for field, _ in laxer_item(item, later)] == ["duties"]


def test_what_the_place_laid_down_of_a_default_is_kept_figure_by_figure() -> None:
    """Chongqing sets the day of V14 and the notice of representatives; how long V20 may take nobody set."""
    law = laid("cn-chongqing")
    later = [{"周期": "每季度", "期限": "16"}]
    assert [field for field, _ in laxer_item(law.items["V14"], item_change(时限=later))] == ["duties"]
    assert [field for field, _ in laxer_item(NATION.items["V14"], item_change(时限=later))] == []
    assert [field for field, _ in laxer_item(law.items["V20"], item_change(时限=later))] == []
    assert [field for field, _ in laxer_body(law.bodies["cunmindaibiao"], body_change(提前通知="2"))] == ["notice_days"]
    yishi = body_change(法定人数="至少 2/3").over(NATION.bodies["yishi"])
    assert [field for field, _ in laxer_body(yishi, body_change(法定人数="超过 1/2", 通过="至少 1/3"))] == ["quorum"]


def test_the_urban_law_sets_no_rhythm_so_a_place_may() -> None:
    """Urban law art. 34 says “in time” and fifteen days, nothing else."""
    yearly = item_change(时限=[{"周期": "每年", "期限": "60"}])
    assert list(laxer_item(NATION.items["U08"], yearly)) == []
    assert [field for field, _ in laxer_item(NATION.items["U08"], item_change(公布天数="14"))] == ["days"]


def test_no_deadline_of_the_nation_is_passed_off_as_law() -> None:
    """Domain §2: what is disclosed, the fifteen days and the villages' quarter are law; days of deadlines are defaults of ours, urban rhythms too."""
    for item in NATION.items.values():
        for duty in item.duties:
            assert item.firmness(duty) is Standing.DEFAULT, item.id
            if item.id.startswith("U"):
                assert (duty.standing or item.standing) is Standing.DEFAULT, item.id
    assert not [i.id for i in NATION.items.values() if i.standing is Standing.LOCAL]  # a rule of one place is no rule of the nation
    assert all(NATION.items[id].notice_standing is Standing.DEFAULT for id in ("U26",))


@pytest.mark.parametrize(
    "fields, laxer",
    [
        ({"法定人数": "超过 1/2"}, []),
        ({"法定人数": "至少 2/3"}, []),
        ({"法定人数": "至少 1/2"}, ["quorum"]),  # the half itself is not more than half
        ({"通过": "至少 1/3"}, ["majority"]),
        ({"提前通知": "10"}, []),
        ({"提前通知": "9"}, ["notice_days"]),
        ({"间隔": "6"}, []),
        ({"间隔": "13"}, ["every_months"]),
        ({"党组织先研究": "否"}, ["party_first"]),
    ],
)
def test_a_statutory_body_too(fields: dict[str, Any], laxer: list[str]) -> None:
    body: Body = NATION.bodies["cunmin"]
    assert [field for field, _ in laxer_body(body, body_change(**fields))] == laxer


@pytest.mark.parametrize(
    "makeup, laxer",
    [
        ({"最少": "5", "最多": "5", "单数": "是"}, False),
        ({"最少": "3", "最多": "7", "单数": "是"}, False),
        ({"最少": "2", "最多": "7", "单数": "是"}, True),
        ({"最少": "3", "最多": "8", "单数": "是"}, True),
        ({"最少": "3", "单数": "是"}, True),
        ({"最少": "3", "最多": "7"}, True),
    ],
)
def test_a_charter_keeps_a_board_within_the_numbers_of_the_law(makeup: dict[str, str], laxer: bool) -> None:
    """Law on collectives art. 29."""
    change = body_change(编号="lishihui", 组成=makeup)
    assert [field for field, _ in laxer_body(NATION.bodies["lishihui"], change)] == (["makeup"] if laxer else [])


def test_women_among_the_representatives_stay() -> None:
    change = body_change(编号="chengyuandaibiao", 组成={"最少": "21"})
    assert [str(what.zh) for _, what in laxer_body(NATION.bodies["chengyuandaibiao"], change)] == ["组成：要有妇女不能免"]


def test_what_is_a_default_may_be_set_as_the_place_likes() -> None:
    default = NATION.items["U08"].model_copy(update={"standing": Standing.DEFAULT})
    assert list(laxer_item(default, item_change(公布天数="5"))) == []


OWN = {
    "law/acts.yml": '法规:\n  - 编号: street\n    名称: 示例街道办法\n    英文: Rules\n    版本: "2026"\n    施行: 2026-01-01\n    核对: 2026-02-01\n'
    '    条文:\n      - 条: "5"\n        要求: 每月公开。\n        英文要求: Every month.\n',
    "law/catalogue.yml": '调整:\n  - 编号: U08\n    时限:\n      - 周期: 每月\n        期限: 10\n    效力: 地方规定\n    依据:\n      - 法: street\n        条: "5"\n',
    "law/holidays.yml": "年度:\n  - 年: 2027\n    放假:\n      - 名称: 元旦\n        起: 2027-01-01\n        止: 2027-01-03\n",
}


def test_its_own_rules_hold_in_its_own_law_only(tmp_path: Path) -> None:
    law = pipeline.check(laid_over(tmp_path / "a", files=OWN), datetime.date(2026, 11, 10)).books.law
    assert deadlines(law, "U08") == [("每月", 10)]
    assert law.under is not None
    assert deadlines(law.under, "U08") == deadlines(NATION, "U08")
    assert law.calendar.rests(datetime.date(2027, 1, 1))
    assert pipeline.check(laid_over(tmp_path / "b"), datetime.date(2026, 11, 10)).books.law.under is None


def test_a_slip_in_it_is_told_with_its_place_and_spoils_nothing_else(tmp_path: Path) -> None:
    broken = OWN | {"law/catalogue.yml": OWN["law/catalogue.yml"].replace("期限: 10", "期限: 十天")}
    found = checked(tmp_path, files=broken)
    assert "SCH" in "".join(codes(found))
    wrong = [f for f in found.findings if f.severity.value == "error"]
    assert [(f.place.path, f.place.span.line if f.place.span else 0) for f in wrong] == [("ledgers/law/catalogue.yml", 5)]


LIUXI = REPOSITORY / "examples/liuxi/ledgers/community.yml"


def laxer(root: Path, pack: str, own: str, file: str = "law/catalogue.yml") -> list[tuple[int, str]]:
    """(line, what) of LAW005 where a village lays its own over the pack of its province."""
    community = LIUXI.read_text("utf-8").replace("法规包: [cn-2026]", f"法规包: [cn-2026{pack}]")
    files = {"community.yml": community, "law/acts.yml": OWN["law/acts.yml"], file: own}
    found = checked(root, files=files, bare=True)
    return [(line(f), f.values["what"].zh) for f in found.findings if f.code.id == "LAW005"]


def changed(id: str, rest: str) -> str:
    return f'调整:\n  - 编号: {id}\n    {rest}\n    效力: 地方规定\n    依据: [{{法: street, 条: "5"}}]\n'


@pytest.mark.parametrize(
    "pack, own, what",
    [
        ("", changed("V10", "签署: [S0]"), []),  # who signs is practice where no act says so
        ("", changed("V10", "签署: []"), ["公布以前谁也不用签字了"]),
        (", cn-shandong", changed("V10", "签署: [SF, S2]"), []),
        (", cn-shandong", changed("V10", "签署: [S2]"), []),  # the joint meeting is Shandong's, the bookkeeper practice
        (", cn-shandong", changed("V10", "签署: [SF]"), [f"“{task}”的签字没有了，或者换了别人签" for task in ("负责", "审查", "联席会议确定")]),
        (", cn-shandong", changed("V10", "签署: [S0]"), ["“审查”的签字没有了，或者换了别人签", "“联席会议确定”的签字没有了，或者换了别人签"]),
        (", cn-chongqing", changed("V05", "签署: [SM]"), ["“审查”的签字没有了，或者换了别人签"]),
        (", cn-chongqing", changed("V05", "签署: [S1]"), []),
        (", cn-chongqing", changed("V10", "公布天数: 10"), ["公布天数 10，规定不少于 15"]),  # fifteen days are the nation's there too
        (", cn-chongqing", changed("V10", "时限: [{周期: 每季度, 期限: 30}]"), ["每季度 15 天的时限没有了，或者放宽了"]),
        (", cn-chongqing", changed("V10", "时限: [{周期: 每季度, 期限: 10}]"), []),
        ("", changed("V16", "公布天数: 10"), ["公布天数 10，规定不少于 15"]),  # the item is practice, how long it hangs is not
    ],
)
def test_below_the_rule_of_the_place_an_own_rule_is_refused(tmp_path: Path, pack: str, own: str, what: list[str]) -> None:
    assert [told for _, told in laxer(tmp_path, pack, own)] == what


FORM = """签署形式:
  - 编号: S2
    名称: 村里两个人签字
    英文: signed by two of the village
    签署: [{{职责: 负责, 可由: [村主任]}}, {{职责: 审查, 可由: [{reviewer}]}}, {{职责: 联席会议确定, 可由: [书记]}}]
    效力: 地方规定
    依据: [{{法: street, 条: "5"}}]
"""


@pytest.mark.parametrize(
    "pack, reviewer, what",
    [
        (", cn-shandong", "监督委员会主任", []),
        (", cn-shandong", "文书", ["V01 “审查”的签字没有了，或者换了别人签"]),
        ("", "文书", []),
    ],
)
def test_a_form_that_an_act_asks_for_is_not_written_anew_without_its_signatures(tmp_path: Path, pack: str, reviewer: str, what: list[str]) -> None:
    assert [told for _, told in laxer(tmp_path, pack, FORM.format(reviewer=reviewer))] == what


@pytest.mark.parametrize(
    "rest, what",
    [
        ("法定人数: 至少 1/2", ["法定人数 1/2 以上，规定 2/3 以上"]),
        ("提前通知: 2", ["提前 2 天通知，规定 3 天"]),
        ("提前通知: 5", []),
    ],
)
def test_what_a_province_tightened_of_a_meeting_keeps_the_nation_s_quorum(tmp_path: Path, rest: str, what: list[str]) -> None:
    """Chongqing adds three days of notice: the two thirds of the law hold below it, and so do the days."""
    assert [told for _, told in laxer(tmp_path, ", cn-chongqing", changed("cunmindaibiao", rest), "law/bodies.yml")] == what


# --- an act of villages in a former village, and in a city ---------------------------------------------------------------


def of_place(community: str, pack: str = "cn-shandong") -> Law:
    return Law.of([*BASE, *pipeline.pack(pack)], community)


def test_a_former_village_of_shandong_discloses_as_villages_do() -> None:
    """Art. 24: accounts every month, who signs settled by the joint meeting, five days for an answer; all of it or nothing."""
    law = of_place("撤村建居社区")
    assert deadlines(law, "U08") == deadlines(law, "U10") == deadlines(law, "V10") == [("每月", 15)]
    assert {id for id in CONVERTED if "S2" in law.items[id].signoffs} == CONVERTED - {"U28"}
    assert [b.article for b in law.items["U10"].timing(law.items["U10"].duties)][:2] == ["24", "12"]
    assert law.standards["objection-days"].count == 5


def test_an_act_of_villages_changes_nothing_in_a_city() -> None:
    city, nation = of_place("城市居委会"), Law.of(BASE, "城市居委会")
    assert {id for id in CONVERTED if city.items[id] != nation.items[id]} == set()
    assert city.standards == nation.standards


def test_chongqing_names_what_villagers_jointly_ask_for_and_debts_and_audits() -> None:
    """Art. 27 (6), (7), (10)."""
    law = of_place("村委会", "cn-chongqing")
    assert law.items["V17"].standing is Standing.LOCAL
    assert law.items["V11"].standing is Standing.STATUTORY
    assert [(b.act, b.article) for id in ("V11", "V17") for b in law.items[id].itself.basis if b.act == "chongqing-village"] == [
        ("chongqing-village", "27")
    ] * 2


def test_petitions_and_volunteers_have_an_act_of_their_own() -> None:
    law = Law.of(BASE, "城市居委会")
    days = law.standards["petition-days"]
    assert (days.count, days.standing, [(b.act, b.article) for b in days.basis]) == (60, Standing.STATUTORY, [("petition", "34")])
    u34 = law.items["U34"]
    assert (u34.standing, [(b.act, b.article) for b in u34.basis]) == (Standing.DEFAULT, [("volunteer-service", "19"), ("volunteer-service", "21")])
