"""A rule of the catalogue holds from the day its act is in force to the day it ceases: what was right before stays right after."""

from __future__ import annotations

import datetime
from pathlib import Path

from mingbai import pipeline
from mingbai.kinds.disclosures.binding import bound
from mingbai.kinds.disclosures.duties import State, standings
from tests.base.community import checked, laid_over
from tests.unit.kinds.disclosures.test_duties import FILE, entry, states

ACT = """\
法规:
  - 编号: street
    名称: 示例街道办法
    英文: Rules of the subdistrict
    版本: "2026"
    施行: {begins}
{ends}    核对: 2026-02-01
    条文:
      - {{条: "5", 要求: 按时公开。, 英文要求: In time.}}
"""
CHANGE = """\
调整:
  - 编号: U08
    {what}
    效力: 地方规定
    依据: [{{法: street, 条: "5"}}]
"""
QUARTERS = "公开:\n" + "".join(
    entry("U08", day, f"    期间: {period}\n") for day, period in (("2026-04-15", "2026-Q1"), ("2026-07-15", "2026-Q2"), ("2026-10-15", "2026-Q3"))
)


def files(what: str, begins: str, ends: str = "", told: str = QUARTERS) -> dict[str, str]:
    act = ACT.format(begins=begins, ends=f"    失效: {ends}\n" if ends else "")
    return {FILE: told, "law/acts.yml": act, "law/catalogue.yml": CHANGE.format(what=what)}


def found(root: Path, laid: dict[str, str], as_of: str = "2026-11-10") -> tuple[list[tuple[str, str, State]], list[str]]:
    """The duties of U08 and the codes of findings about the register of publications, what is missing, who holds which office and that accounts end in February apart."""
    told = pipeline.check(laid_over(root, files=laid), datetime.date.fromisoformat(as_of))
    duties = states(list(next(s for s in standings(told.books) if s.item.id == "U08").obligations))
    return duties, [f.code.id for f in told.findings if f.place.path.endswith(FILE) and f.code.id not in ("DUE010", "DUE021", "DUE025")]


def test_a_shorter_deadline_does_not_reach_back(tmp_path: Path) -> None:
    """In force on 1 October: the third quarter ended the day before and keeps its fifteen days, the fourth has ten."""
    duties, told = found(tmp_path, files("时限: [{周期: 每季度, 期限: 10}]", "2026-10-01"))
    assert duties == [
        ("2026-Q1", "2026-04-15", State.ON_TIME),
        ("2026-Q2", "2026-07-15", State.ON_TIME),
        ("2026-Q3", "2026-10-15", State.ON_TIME),
        ("2026-Q4", "2027-01-11", State.PENDING),
    ]
    assert told == []


def test_it_holds_for_the_period_that_ends_on_its_first_day_of_force(tmp_path: Path) -> None:
    duties, told = found(tmp_path, files("时限: [{周期: 每季度, 期限: 10}]", "2026-09-30"))
    assert duties[2] == ("2026-Q3", "2026-10-10", State.LATE)
    assert told == ["DUE011"]


def test_it_does_not_outlast_its_act(tmp_path: Path) -> None:
    """In force to the end of September: the third quarter, which ends that day, has ten days, the fourth its fifteen again."""
    duties, _ = found(tmp_path, files("时限: [{周期: 每季度, 期限: 10}]", "2026-01-01", "2026-09-30"))
    assert [(period, due) for period, due, _ in duties] == [
        ("2026-Q1", "2026-04-10"),
        ("2026-Q2", "2026-07-10"),
        ("2026-Q3", "2026-10-10"),
        ("2026-Q4", "2027-01-15"),
    ]


def test_monthly_in_place_of_quarterly_leaves_the_quarters_before_it_as_they_were(tmp_path: Path) -> None:
    """From July on every month: the quarters before stay quarters, and registering them is no error."""
    told = QUARTERS.replace(entry("U08", "2026-10-15", "    期间: 2026-Q3\n"), entry("U08", "2026-08-10", "    期间: 2026-07\n"))
    duties, codes = found(tmp_path, files("时限: [{周期: 每月, 期限: 10}]", "2026-07-01", told=told))
    assert [period for period, _, _ in duties] == ["2026-Q1", "2026-Q2", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]
    assert [state for _, _, state in duties[:4]] == [State.ON_TIME, State.ON_TIME, State.ON_TIME, State.MISSING]
    assert codes == []


def test_what_began_under_the_old_rhythm_and_could_not_end_under_it_is_asked_by_the_new_one(tmp_path: Path) -> None:
    """From 15 August on every month: no third quarter ends any more, so July is asked for too, its days counted from the day the rule took effect."""
    duties, _ = found(tmp_path, files("时限: [{周期: 每月, 期限: 10}]", "2026-08-15"))
    assert [(period, due) for period, due, _ in duties[:5]] == [
        ("2026-Q1", "2026-04-15"),
        ("2026-Q2", "2026-07-15"),
        ("2026-07", "2026-08-25"),
        ("2026-08", "2026-09-10"),
        ("2026-09", "2026-10-10"),
    ]


def test_days_on_the_board_and_signatures_are_those_of_the_day_of_publication(tmp_path: Path) -> None:
    taken = QUARTERS.replace("    期间: 2026-Q1\n", "    期间: 2026-Q1\n    撤下日: 2026-05-06\n")
    assert found(tmp_path / "a", files("公布天数: 30", "2026-05-01", told=taken))[1] == []
    assert found(tmp_path / "b", files("公布天数: 30", "2026-04-01", told=taken))[1] == ["DUE014"]
    nobody = "公开:\n" + entry("U08", "2026-04-15", "    期间: 2026-Q1\n", signed="S0")
    assert "DUE012" not in found(tmp_path / "c", files("签署: [S0]", "2026-04-01", told=nobody))[1]
    assert "DUE012" in found(tmp_path / "d", files("签署: [S0]", "2026-05-01", told=nobody))[1]


OWN_ITEM = """\
事项:
  - 编号: X01
    名称: 电梯维保
    英文: Lifts
    适用: [城市居委会]
    类别: 事务
    时限: [{周期: 每季度, 期限: 10}]
    公布天数: 15
    效力: 地方规定
    依据: [{法: street, 条: "5"}]
"""


def test_an_item_that_ended_keeps_its_page_and_its_publications(tmp_path: Path) -> None:
    told = "公开:\n" + entry("X01", "2026-04-09", "    期间: 2026-Q1\n")
    laid = files("", "2026-01-01", "2026-07-31", told=told) | {"law/catalogue.yml": OWN_ITEM}
    books = pipeline.check(laid_over(tmp_path, files=laid), datetime.date(2026, 11, 10)).books
    it = next(s for s in standings(books) if s.item.id == "X01")
    assert states(list(it.obligations)) == [("2026-Q1", "2026-04-10", State.ON_TIME), ("2026-Q2", "2026-07-10", State.MISSING)]
    assert len(it.entries) == 1


def test_an_item_to_come_is_listed_and_asks_nothing_yet(tmp_path: Path) -> None:
    laid = files("", "2027-01-01") | {"law/catalogue.yml": OWN_ITEM}
    books = pipeline.check(laid_over(tmp_path, files=laid), datetime.date(2026, 11, 10)).books
    assert "X01" in {i.id for i in bound(books)}
    it = next(s for s in standings(books) if s.item.id == "X01")
    assert (it.obligations, it.states) == ((), (State.PENDING,))


def test_before_the_law_of_2026_nothing_was_asked_and_what_was_published_stands(tmp_path: Path) -> None:
    told = "起: 2025-07-01\n公开:\n" + entry("U08", "2025-11-30", "    期间: 2025-Q3\n") + entry("U08", "2026-01-15", "    期间: 2025-Q4\n")
    whole = checked(tmp_path, files={FILE: told, "disclosures/2025.yml": "公开: []\n"})
    it = next(s for s in standings(whole.books) if s.item.id == "U08")
    assert [str(o.period) for o in it.obligations] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert len(it.entries) == 2
    assert not [f for f in whole.findings if f.code.id in ("DUE002", "DUE011", "DUE012")]


def test_a_change_that_cites_the_statute_beside_its_own_act_begins_with_its_own(tmp_path: Path) -> None:
    """Citing both is what one naturally writes."""
    laid = files("时限: [{周期: 每季度, 期限: 10}]", "2026-10-01")
    laid["law/catalogue.yml"] = laid["law/catalogue.yml"].replace('条: "5"}]', '条: "5"}, {法: urban-committee, 条: "34"}]')
    duties, told = found(tmp_path, laid)
    assert [due for _, due, _ in duties[:3]] == ["2026-04-15", "2026-07-15", "2026-10-15"]
    assert told == []


def test_what_rests_on_practice_alone_is_asked_from_the_catalogue_of_2026_on(tmp_path: Path) -> None:
    told = "起: 2025-01-01\n公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n")
    books = checked(tmp_path, files={"disclosures/2025.yml": told}).books
    early = [(s.item.id, str(o.period or o.due.day)) for s in standings(books) for o in s.obligations if o.due.day.year == 2025]
    assert {item for item, _ in early} <= {"U09", "U34"}  # gifts: the law on charity of 2024; volunteers: the regulations of 2017
    assert all(f.code.id != "DUE011" for f in checked(tmp_path / "b", files={"disclosures/2025.yml": told}).findings)


def test_what_is_missing_is_told_with_the_clause_of_its_day(tmp_path: Path) -> None:
    """Monthly from April to June by a rule that has ceased: those months cite it, the quarters after it the statute."""
    laid = files("时限: [{周期: 每月, 期限: 10}]", "2026-04-01", "2026-06-30", told="公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n"))
    findings = [f for f in checked(tmp_path, files=laid).findings if f.code.id == "DUE010" and "U08" in f.message("zh")]
    assert [("4月" in f.message("zh"), {c.act for c in f.basis} >= {"street"}) for f in findings] == [(True, True), (False, False)]


def test_a_whole_quarter_at_once_where_months_are_asked_for_is_late_and_stops_nothing(tmp_path: Path) -> None:
    """A true fact never blocks: July and August came too late with it, September in time."""
    told = QUARTERS.replace("2026-10-15", "2026-10-09")
    laid = files("时限: [{周期: 每月, 期限: 10}]", "2026-04-01", told=told)
    duties, codes = found(tmp_path, laid)
    assert [(period, state) for period, _, state in duties if period in ("2026-07", "2026-08", "2026-09")] == [
        ("2026-07", State.LATE),
        ("2026-08", State.LATE),
        ("2026-09", State.ON_TIME),
    ]
    assert codes.count("DUE024") == 2
    assert "DUE002" not in codes
