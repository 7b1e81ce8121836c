"""Distributions: the identity to the fen, shares of hundredths, two thirds of all, ten days before."""

from __future__ import annotations

import pytest

from mingbai.kinds.distribution.datasets import datasets
from mingbai.kinds.distribution.pages import drafts
from mingbai.kinds.distribution.records import Members
from mingbai.kinds.distribution.standing import Standing, standings
from mingbai.pipeline import Checked
from mingbai.rendering.datasets import csv_bytes
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, ledgers, view

FILE = "finance/committee/distribution/2025.yml"
MEETING = "meetings/2026/2026-01-31-chengyuan.yml"
COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")


def year(*, gain: str = "10000.00", closing: str = "1000.00", shown: str = "2026-01-15", members: str = "", more: str = "") -> str:
    members = members or "  - 名目: 成员股\n    份额: 1000.00\n    每份: 6.00\n    金额: 6000.00\n"
    return f"年度: 2025\n方案公布日: {shown}\n决议: 2026-01-31-chengyuan/1\n收益总额: {gain}\n{more}提取公积公益金: 3000.00\n成员分配:\n{members}年末未分配: {closing}\n"


def meeting(yes: int = 60, due: int = 90, present: int = 88, kind: str = "成员大会") -> str:
    return (
        f"种类: {kind}\n通知日期: 2026-01-18\n时间: 2026-01-31 09:00\n地点: 广场\n召集: 理事会\n主持: 主任\n记录: 文书\n"
        f"应到: {due}\n亲到: {present}\n委托: 0\n缺席: {due - present}\n监督委员会到会: 1\n决议:\n  - 编号: 1\n    议题: 收益分配\n    党组织研究日期: 2026-01-12\n"
        f"    文本: 通过分配方案。\n    表决方式: 票决\n    同意: {yes}\n    反对: {present - yes}\n    弃权: 0\n    无效: 0\n    回避: 0\n"
        "    落实:\n      责任人: 主任\n      期限: 2026-12-31\n"
    )


def books(text: str, *, vote: str = "", lines: str = "", community: str = COMMUNITY) -> Checked:
    month = {MARCH: HEAD + lines + REVIEWED} if lines else {}
    return ledgers({FILE: text, MEETING: vote or meeting(), "community.yml": community, **month})


def one(found: Checked) -> Standing:
    return found.books.derived(standings)[0]


def paid(amount: str, voucher: str = "03-001", day: str = "2026-03-10") -> str:
    return (
        f"  - 凭证: {voucher}\n    日期: {day}\n    类型: 支出\n    金额: {amount}\n    分配: 2025\n    资金: own\n    科目: 活动费\n"
        f"    摘要: 发放收益 {voucher}\n    对方: 成员若干\n    对方类别: 个人\n    票据: 领款表 {voucher}\n"
    )


@pytest.mark.parametrize("closing, wrong", [("1000.00", False), ("999.99", True), ("1000.01", True)])
def test_it_balances_to_the_fen(closing: str, wrong: bool) -> None:
    assert codes(books(year(closing=closing))) == (["DIS003"] if wrong else [])


def test_what_was_left_and_what_moved_in_count() -> None:
    assert codes(books(year(closing="1750.50", more="年初未分配: 500.50\n其他转入: 250.00\n"))) == []


@pytest.mark.parametrize(
    "shares, each, product",
    [("812.50", "120.00", (9750000, 0)), ("0.33", "0.10", (3, 3000)), ("1", "0.01", (1, 0)), ("1.3333", "30.00", (3999, 9000))],
)
def test_parts_of_shares_are_reckoned_in_whole_numbers(shares: str, each: str, product: tuple[int, int]) -> None:
    made = Members.model_validate({"名目": "成员股", "份额": shares, "每份": each, "金额": "1.00"})
    assert made.product == product


def test_a_part_of_a_fen_is_not_rounded_away() -> None:
    odd = "  - 名目: 成员股\n    份额: 0.33\n    每份: 0.10\n    金额: 0.03\n"
    found = books(year(closing="6999.97", members=odd))
    assert [(f.code.id, f.values["product"]) for f in found.findings] == [("DIS004", "0.033")]


@pytest.mark.parametrize("yes, enough", [(60, True), (59, False)])
def test_two_thirds_of_all_not_of_those_present(yes: int, enough: bool) -> None:
    """Of 90 members 60 are two thirds; a body of residents passes with fewer, the distribution does not."""
    vote = meeting(yes, kind="居民代表会议")
    found = ledgers({FILE: year().replace("chengyuan", "daibiao"), "meetings/2026/2026-01-31-daibiao.yml": vote})
    assert [c for c in codes(found) if c.startswith("DIS")] == ([] if enough else ["DIS022"])


@pytest.mark.parametrize("shown, late", [("2026-01-21", False), ("2026-01-22", True)])
def test_ten_days_before_the_meeting(shown: str, late: bool) -> None:
    assert codes(books(year(shown=shown))) == (["DIS023"] if late else [])


def test_the_reserve_is_asked_for_only_where_a_place_lays_it_down() -> None:
    own = COMMUNITY + "标准:\n  - 编号: reserve-share\n    比例: 至少 {}\n    来源: 示例省条例\n"
    assert codes(books(year())) == []
    assert codes(books(year(), community=own.format("3/10"))) == []
    assert codes(books(year(), community=own.format("1/3"))) == ["DIS024"]


def test_members_are_paid_what_the_plan_says() -> None:
    part = books(year(), lines=paid("5999.99"))
    assert codes(part) == []
    assert (one(part).paid, one(part).unpaid) == (599999, 1)
    assert codes(books(year(), lines=paid("6000.00"))) == []
    assert codes(books(year(), lines=paid("6000.01"))) == ["DIS026"]


def test_a_loss_is_not_shared_out() -> None:
    assert codes(books(year(gain="-4000.00", closing="-13000.00"))) == ["DIS025"]


def test_the_page_shows_both_sides_of_the_sum() -> None:
    made = view(books(year(), lines=paid("4000.00")))
    page = next(d for d in drafts(made) if d.address == "finance/committee/distribution/2025/")
    it = page.context
    assert (it.available, it.used, it.members, it.paid, it.unpaid) == (1000000, 1000000, 600000, 400000, 200000)
    assert sum(fen for _, _, fen in it.uses) == it.used
    assert it.vote == "全体 90 人，同意 60 人"


def test_parts_of_shares_are_shown_without_idle_zeros() -> None:
    parts = "  - 名目: 成员股\n    份额: 812.5000\n    每份: 6.00\n    金额: 4875.00\n  - 名目: 老龄股\n    份额: 187.5\n    每份: 6.00\n    金额: 1125.00\n"
    made = view(books(year(members=parts)))
    page = next(d for d in drafts(made) if d.address == "finance/committee/distribution/2025/")
    assert [how for _, how, _ in page.context.uses if how] == ["812.5 份 × 6.00 元", "187.5 份 × 6.00 元"]
    table = next(t for t in datasets(made) if t.name == "finance-distribution-members")
    assert [row.split(",")[2] for row in csv_bytes(table).decode("utf-8-sig").split()[1:]] == ["812.5", "187.5"]


def test_what_is_left_need_not_be_typed() -> None:
    found = books(year().replace("年末未分配: 1000.00\n", ""))
    assert codes(found) == []
    assert one(found).file.left == 100000
