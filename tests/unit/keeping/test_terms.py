"""What a fund may be spent on changes from a day on; a closed month keeps what held when it was closed, and its warnings with it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import keeping, pipeline
from mingbai.keeping import Given
from mingbai.kinds.community.records import Community
from mingbai.values.days import Month
from tests.base.community import AS_OF, codes, laid_over

ALLOWED = "    可用科目: [办公费, 水电费, 印刷费]\n"
CHANGE = ALLOWED + "    变更:\n      - 日期: {day}\n        可用科目: [办公费, 水电费, 印刷费, 活动费]\n{basis}"
DOCUMENT = "        文号: 示例街财〔2026〕9号\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """January, closed, with one payment for what the fund was not for; a later month of the base was reviewed and never closed (LCK014)."""
    root = laid_over(tmp_path / "c")
    edit(root, "finance/committee/2026-01.yml", "科目: 办公费", "科目: 活动费")
    result = keeping.close(root, "committee", Month(2026, 1), AS_OF, Given(day=datetime.date(2026, 2, 5)))
    for path, text in result.files.items():
        (root / "ledgers" / path).write_text(text, "utf-8")
    assert codes(pipeline.check(root, AS_OF)) == ["FIN011", "LCK014"]
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / "ledgers" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def found(root: Path) -> list[str]:
    return codes(pipeline.check(root, AS_OF))


def test_a_use_widened_after_closing_is_an_error_and_says_both(root: Path) -> None:
    edit(root, "community.yml", ALLOWED, "    可用科目: [办公费, 水电费, 印刷费, 活动费]\n")
    (told,) = (f for f in pipeline.check(root, AS_OF).findings if f.code.id == "LCK013")
    assert "那时“办公经费”可用于办公费、印刷费、水电费，期限" in told.message("zh")
    assert "现在是：可用于办公费、印刷费、水电费、活动费，期限" in told.message("zh")
    assert told.place.path == "ledgers/community.yml"


def test_so_is_one_that_is_lifted_or_a_term_that_is_lengthened(root: Path) -> None:
    community = (root / "ledgers/community.yml").read_text("utf-8")
    edit(root, "community.yml", ALLOWED, "")
    assert "LCK013" in found(root)
    (root / "ledgers/community.yml").write_text(community, "utf-8")
    edit(root, "community.yml", "止: 2026-12-31", "止: 2027-12-31")
    assert "LCK013" in found(root)


def test_another_order_of_the_categories_is_no_change(root: Path) -> None:
    edit(root, "community.yml", ALLOWED, "    可用科目: [印刷费, 水电费, 办公费]\n")
    assert found(root) == ["FIN011", "LCK014"]


def test_a_change_from_a_later_day_leaves_the_closed_month_and_its_warning(root: Path) -> None:
    edit(root, "community.yml", ALLOWED, CHANGE.format(day="2026-07-01", basis=DOCUMENT))
    assert found(root) == ["FIN011", "LCK014"]


def test_a_change_dated_back_into_the_closed_month_is_an_error(root: Path) -> None:
    edit(root, "community.yml", ALLOWED, CHANGE.format(day="2026-01-02", basis=DOCUMENT))
    assert "LCK013" in found(root)


def test_terms_taken_out_of_the_lock_are_missed(root: Path) -> None:
    lock = root / "ledgers/finance/committee/2026-01.lock.yml"
    text = lock.read_text("utf-8")
    lock.write_text(text[: text.index("用途:")] + text[text.index("收支:") :], "utf-8")
    (told,) = (f for f in pipeline.check(root, AS_OF).findings if f.code.id == "LCK013")
    assert "没有记下用途" in told.message("zh")


def test_a_lock_of_the_first_format_is_held_to_all_but_that(root: Path) -> None:
    lock = root / "ledgers/finance/committee/2026-01.lock.yml"
    text = lock.read_text("utf-8")
    lock.write_text(text[: text.index("用途:")].replace("格式: 2", "格式: 1") + text[text.index("收支:") :], "utf-8")
    assert found(root) == ["FIN011", "LCK014"]
    edit(root, "community.yml", ALLOWED, "")
    assert found(root) == ["FIN093", "LCK014"]
    edit(root, "finance/committee/2026-01.yml", "金额: 286.50", "金额: 286.51")
    assert "LCK001" in found(root)


def test_a_change_within_the_month_is_locked_with_its_day(tmp_path: Path) -> None:
    root = laid_over(tmp_path / "d")
    edit(root, "community.yml", ALLOWED, CHANGE.format(day="2026-01-20", basis=DOCUMENT))
    result = keeping.close(root, "committee", Month(2026, 1), AS_OF, Given(day=datetime.date(2026, 2, 5)))
    lock = result.files["finance/committee/2026-01.lock.yml"]
    assert "    可用科目: [办公费, 印刷费, 水电费]\n    起: 2026-01-01\n" in lock
    assert "  - 资金: office-2026\n    自: 2026-01-20\n    可用科目: [办公费, 印刷费, 水电费, 活动费]\n" in lock


@pytest.mark.parametrize("day, told", [("2026-07-01", ["FIN011"]), ("2026-01-10", ["FIN011"]), ("2026-01-02", [])])
def test_a_payment_is_judged_by_what_held_on_its_day(tmp_path: Path, day: str, told: list[str]) -> None:
    root = laid_over(tmp_path / "d")
    edit(root, "community.yml", ALLOWED, CHANGE.format(day=day, basis=DOCUMENT))
    edit(root, "finance/committee/2026-01.yml", "科目: 办公费", "科目: 活动费")
    assert found(root) == told


@pytest.mark.parametrize(
    "basis, why",
    [
        ("", "没有写决议或文号"),
        ("        决议: 2026-03-28-daibiao/1\n", "决议在后（2026-03-28）"),
        (DOCUMENT, None),
    ],
)
def test_a_change_of_use_rests_on_something(tmp_path: Path, basis: str, why: str | None) -> None:
    root = laid_over(tmp_path / "d")
    edit(root, "community.yml", ALLOWED, CHANGE.format(day="2026-01-02", basis=basis))
    told = [f.message("zh") for f in pipeline.check(root, AS_OF).findings if f.code.id == "FIN101"]
    assert told == ([f"“办公经费”从 2026-01-02 起改变可用科目，{why}"] if why else [])


def test_a_fund_carried_over_later_was_still_out_of_its_term_before(tmp_path: Path) -> None:
    root = laid_over(tmp_path / "d")
    edit(root, "community.yml", "起: 2026-01-01\n      止: 2026-12-31\n", "起: 2025-01-01\n      止: 2025-12-31\n")
    edit(
        root,
        "community.yml",
        "    期初: 12000.00\n",
        "    结清:\n      日期: 2026-02-01\n      处理: 结转\n      延至: 2026-12-31\n    期初: 12000.00\n",
    )
    told = [f for f in pipeline.check(root, AS_OF).findings if f.code.id == "FIN023"]
    assert {f.place.path for f in told} == {"ledgers/finance/committee/2026-01.yml"}
    community = pipeline.check(root, AS_OF).books.the(Community)
    assert community is not None
    fund = next(f for f in community.funds if f.id == "office-2026")
    assert fund.last_day(datetime.date(2026, 1, 31)) == datetime.date(2025, 12, 31)
    assert fund.last_day(datetime.date(2026, 2, 1)) == datetime.date(2026, 12, 31)
