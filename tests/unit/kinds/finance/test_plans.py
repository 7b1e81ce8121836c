"""Planned spending: published and decided first, compared afterwards, explained where it came to nothing."""

from __future__ import annotations

import datetime

import pytest

from mingbai.kinds.finance.pages.contexts import PlansContext
from mingbai.kinds.finance.pages.plans import drafts, parts
from mingbai.pipeline import Checked
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import march, table, view

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")


def plan(estimate: str = "100.00", more: str = "", day: str = "") -> str:
    stated = f"计划公布日: {day}\n" if day else ""
    return f"计划:\n  - 编号: 1\n    事项: 打印纸\n    预计金额: {estimate}\n    资金: own\n    科目: 办公费\n{more}{stated}"


def line(amount: str, voucher: str = "03-001", day: str = "2026-03-10", more: str = "    计划: 2026-03/1\n") -> str:
    return (
        f"  - 凭证: {voucher}\n    日期: {day}\n    类型: 支出\n    金额: {amount}\n    资金: own\n    科目: 办公费\n    摘要: 打印纸 {voucher}\n"
        f"    对方: 某文具店 {voucher}\n    票据: 发票 {voucher}\n{more}"
    )


REVIEW = "结账:\n  审核:\n    审核人: 监督委员会主任\n    日期: 2026-04-03\n"


def month(lines: str, plans: str, community: str = COMMUNITY) -> Checked:
    return march(lines, more=plans + REVIEW, files={"community.yml": community})


def page(found: Checked) -> PlansContext:
    it = next(d for d in drafts(view(found)) if d.address == "finance/committee/plans/").context
    assert isinstance(it, PlansContext)
    return it


@pytest.mark.parametrize("published, early", [("2026-03-10", False), ("2026-03-11", True)])
def test_a_plan_is_published_on_or_before_the_day_it_is_spent(published: str, early: bool) -> None:
    assert codes(month(line("90.00"), plan(day=published))) == (["FIN080"] if early else [])


def test_a_plans_own_day_goes_before_that_of_the_month() -> None:
    assert codes(month(line("90.00"), plan(more="    公布日: 2026-03-09\n", day="2026-03-20"))) == []


def test_a_plan_is_decided_before_it_is_spent_and_one_late_decision_is_told_once() -> None:
    """The vote is of 28 March. A line that names the same decision is told of by finance's rule of decisions alone."""
    voted = plan(more="    决议: 2026-03-28-daibiao/1\n")
    assert [(f.code.id, f.values["what"].en) for f in month(line("90.00"), voted).findings] == [("FIN080", "decided")]
    assert codes(month(line("90.00", more="    决议: 2026-03-28-daibiao/1\n    计划: 2026-03/1\n"), voted)) == ["FIN029"]
    assert codes(month(line("90.00", day="2026-03-28"), voted)) == []


def test_a_plan_that_came_to_nothing_is_explained() -> None:
    other = line("90.00", more="")
    assert codes(month(other, plan())) == ["FIN081"]
    assert codes(month(other, plan(more="    未支出原因: 用上次剩下的\n"))) == []


@pytest.mark.parametrize("days, idle", [(224, False), (223, True)])
def test_how_long_a_plan_may_wait_is_a_standard(days: int, idle: bool) -> None:
    """From the end of March to 10 November are 224 days."""
    assert (datetime.date(2026, 11, 10) - datetime.date(2026, 3, 31)).days == 224
    own = COMMUNITY + f"标准:\n  - 编号: plan-idle-days\n    数: {days}\n    来源: 示例街办〔2026〕2号\n"
    assert codes(month(line("90.00", more=""), plan(), own)) == (["FIN081"] if idle else [])


@pytest.mark.parametrize("amount, told", [("599.99", False), ("600.00", True)])
def test_a_place_may_ask_for_a_plan_from_an_amount_upwards(amount: str, told: bool) -> None:
    own = COMMUNITY + "标准:\n  - 编号: plan-from\n    金额: 600.00\n    来源: 示例街办〔2026〕2号\n"
    unplanned = line(amount, more="")
    assert codes(march(unplanned, files={"community.yml": own})) == (["FIN082"] if told else [])
    assert codes(march(unplanned)) == []


def test_spending_is_compared_with_what_was_given_back_taken_off() -> None:
    back = "  - 凭证: 03-002\n    日期: 2026-03-12\n    类型: 退款\n    金额: 30.00\n    原凭证: 03-001\n    摘要: 退一箱\n    原因: 质量\n    票据: 退款单 1\n"
    found = month(line("95.00") + back, plan(day="2026-03-01"))
    assert codes(found) == []
    [group] = page(found).groups
    [row] = group.rows
    assert (group.title, row.spent, row.left, row.word) == ("已经花的", 6500, 3500, "已支出")
    assert row.published == datetime.date(2026, 3, 1)
    assert row.reviews == ("2026年3月的账由监督委员会主任于4月3日审核",)
    assert [(r["spent"], r["published"]) for r in table(found, "finance-plans")] == [("65.00", "2026-03-01")]


@pytest.mark.parametrize(
    "lines, more, title",
    [("100.01", "", "超出计划的"), ("100.00", "", "已经花的"), ("", "    未支出原因: 不办了\n", "不花了的"), ("", "", "准备花的")],
)
def test_what_became_of_a_plan(lines: str, more: str, title: str) -> None:
    found = month(line(lines) if lines else line("1.00", more=""), plan(more=more))
    assert [g.title for g in page(found).groups] == [title]
    assert [address for address, _ in parts(view(found))] == ["finance/committee/"]


def test_a_book_without_plans_has_no_such_page() -> None:
    assert list(drafts(view(march(line("1.00", more=""))))) == []
