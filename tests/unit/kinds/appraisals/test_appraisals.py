"""Appraisals: grades by whole numbers, twice in a row unfit, the figures for higher levels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai import packs, pipeline
from mingbai.kinds.appraisals import KIND
from mingbai.kinds.appraisals.grading import graded, ratings
from mingbai.kinds.appraisals.records import Grade, Person
from tests.base.community import AS_OF
from tests.conftest import BASE, REPOSITORY

FILE = "appraisals/2025.yml"
TEXT = (REPOSITORY / "generator/mingbai/kinds/appraisals/examples/good" / FILE).read_text("utf-8")
GOOD = "    优秀: 10\n    称职: 12\n    基本称职: 2\n    不称职: 1\n    结果: 称职"
UNFIT = "    优秀: 2\n    称职: 4\n    基本称职: 5\n    不称职: 14\n    结果: 不称职"
LAW = packs.Law.of(pipeline.pack("cn-2026"))


def person(excellent: int, fit: int, barely: int, unfit: int) -> Person:
    return Person.model_validate({"职务": "主任", "优秀": str(excellent), "称职": str(fit), "基本称职": str(barely), "不称职": str(unfit)})


@pytest.mark.parametrize(
    "ballots, grade",
    [
        ((0, 0, 12, 12), Grade.BARELY),  # exactly half is not more than half
        ((0, 0, 11, 13), Grade.UNFIT),
        ((16, 8, 0, 0), Grade.EXCELLENT),  # exactly two thirds is enough
        ((15, 9, 0, 0), Grade.FIT),
        ((6, 6, 12, 0), Grade.BARELY),
        ((6, 7, 11, 0), Grade.FIT),
        ((0, 0, 0, 0), None),
    ],
)
def test_a_result_follows_from_ballots(ballots: tuple[int, int, int, int], grade: Grade | None) -> None:
    assert graded(LAW, person(*ballots)) is grade


@given(st.lists(st.integers(0, 500), min_size=4, max_size=4), st.integers(2, 7))
def test_a_result_depends_on_shares_alone(ballots: list[int], times: int) -> None:
    assert graded(LAW, person(*ballots)) is graded(LAW, person(*(n * times for n in ballots)))


def year(text: str, number: int) -> str:
    return text.replace("2026-01", f"{number + 1}-01")


def codes(community: Callable[..., Path], files: dict[str, str]) -> list[str]:
    return [f.code.id for f in pipeline.check(community(files), AS_OF).findings if f.code.id.startswith("APR")]


def test_two_years_apart_are_not_in_a_row(community: Callable[..., Path]) -> None:
    bad = TEXT.replace(GOOD, UNFIT)
    assert codes(community, {"appraisals/2023.yml": year(bad, 2023), "appraisals/2024.yml": year(TEXT, 2024), FILE: bad}) == []


def test_who_left_is_named_but_warned_of_no_more(community: Callable[..., Path]) -> None:
    bad = TEXT.replace(GOOD, UNFIT)
    gone = TEXT.replace(GOOD, UNFIT + "\n    离任: 2026-02-01")
    assert codes(community, {"appraisals/2024.yml": year(bad, 2024), FILE: bad}) == ["APR004"]
    assert codes(community, {"appraisals/2024.yml": year(bad, 2024), FILE: gone}) == []


DEPUTY = "  - 姓名: 李样本\n    角色: [副主任]\n    任期:\n      起: 2024-06-01\n      止: 2029-05-31\n"


def officers(first: str, then: str) -> str:
    """The community of the tests, where 李样本 held one office until 2025-05-31 and somebody is 副主任 since."""
    text = (BASE / "ledgers/community.yml").read_text("utf-8")
    held = f"  - {{姓名: 李样本, 角色: [{first}], 任期: {{起: 2022-06-01, 止: 2025-05-31}}}}\n"
    return text.replace(DEPUTY, f"{held}  - {{姓名: {then}, 角色: [副主任], 任期: {{起: 2025-06-01}}}}\n")


@pytest.mark.parametrize("named", [True, False], ids=["by name", "by office and term"])
def test_unfit_in_two_offices_is_twice_unfit(community: Callable[..., Path], named: bool) -> None:
    """Urban law art. 37: the member's office ends; whoever went from one office to another in between is the same member."""
    bad = TEXT.replace(GOOD, UNFIT)
    name = "\n    姓名: 李样本" if named else ""
    before = year(bad, 2024).replace("职务: 副主任", f"职务: 环境物业委员{name}")
    after = bad.replace("职务: 副主任", f"职务: 副主任{name}")
    people = officers("环境物业委员", "李样本")
    assert codes(community, {"community.yml": people, "appraisals/2024.yml": before, FILE: after}) == ["APR004"]


@pytest.mark.parametrize("name", ["", "\n    姓名: 周样例"])
def test_a_predecessor_in_the_office_does_not_count(community: Callable[..., Path], name: str) -> None:
    bad = TEXT.replace(GOOD, UNFIT)
    people = officers("副主任", "周样例")
    after = bad.replace("职务: 副主任", f"职务: 副主任{name}")
    assert "APR004" not in codes(community, {"community.yml": people, "appraisals/2024.yml": year(bad, 2024), FILE: after})


def test_the_announced_result_counts(community: Callable[..., Path]) -> None:
    """A result announced by a local rule counts for the row, though the ballots come to another one."""
    claimed = TEXT.replace("    不称职: 1\n    结果: 称职", "    不称职: 1\n    结果: 不称职")
    found = codes(community, {"appraisals/2024.yml": year(claimed, 2024), FILE: claimed})
    assert sorted(found) == ["APR004", "APR005", "APR005"]


def test_the_page_shows_ballots_the_banner_and_the_figures_for_higher_levels(community: Callable[..., Path]) -> None:
    bad = TEXT.replace(GOOD, UNFIT)
    root = community({"appraisals/2024.yml": year(bad, 2024), FILE: bad})
    checked = pipeline.check(root, AS_OF)
    assert [(r.year, r.person.office, r.row) for r in checked.books.derived(ratings)] == [
        ("2024", "主任", 0),
        ("2024", "副主任", 1),
        ("2025", "主任", 0),
        ("2025", "副主任", 2),
    ]
    pages = {p.address: p.body for p in pipeline.site(root, checked).pages}
    banner = "副主任在 2024、2025 两个年度连续被评为不称职，职务终止。"
    assert banner in pages["supervision/appraisals/2025/"]
    assert banner in pages["supervision/"]
    assert banner not in pages["supervision/appraisals/2024/"]
    assert "104 人（86.6%）" in pages["supervision/appraisals/2025/"]  # 104 of 120 is 86.66…, rounded down
    years = {t.name: t for t in KIND.datasets(pipeline.view(checked))}["appraisals-years"]
    last = dict(zip((c.name for c in years.columns), years.rows[-1], strict=True))
    assert (last["members_excellent"], last["members_unfit"], last["helpers_fit"], last["twice_unfit"], last["supervisors"]) == (1, 1, 0, 1, 1)
