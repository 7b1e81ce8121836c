"""A category's page: its months, the year before, the lines; divided lines by their parts, reversals taken off."""

from __future__ import annotations

import pytest

from mingbai.kinds.community.registers import category_address
from mingbai.kinds.finance import KIND
from mingbai.kinds.finance.pages.categories import CategoryContext
from mingbai.pages import Draft
from mingbai.pipeline import Checked
from tests.unit.kinds.finance.ledger import HEAD, march, view

LINES = """  - 凭证: 03-001
    日期: 2026-03-02
    类型: 支出
    金额: 300.00
    摘要: 灯管和电费
    对方: 某电器行
    票据: 发票 1
    分摊:
      - 资金: own
        科目: 维修费
        金额: 100.00
      - 资金: own
        科目: 水电费
        金额: 200.00
  - 凭证: 03-002
    日期: 2026-03-09
    类型: 退款
    金额: 30.00
    原凭证: 03-001
    原因: 退回一根灯管
    分摊:
      - 资金: own
        科目: 维修费
        金额: 30.00
"""


def pages(found: Checked) -> dict[str, Draft]:
    return {d.address: d for d in KIND.drafts(view(found))}


def context(found: Checked, name: str) -> CategoryContext:
    made = pages(found)[category_address("committee", name)].context
    assert isinstance(made, CategoryContext)
    return made


def test_a_divided_line_counts_with_its_part_and_a_refund_is_taken_off() -> None:
    it = context(march(LINES), "维修费")
    (side,) = it.sides
    newest = side.years[0]
    assert (side.word, newest.months[-1].fen) == ("支出", 70_00)
    assert newest.months[-1].so_far == newest.fen == sum(m.fen for m in newest.months)
    assert [(line.summary, line.fen) for line in it.lines][:2] == [("退款：灯管和电费", -30_00), ("灯管和电费", 100_00)]


def test_every_category_of_a_statement_has_a_page_and_its_address_is_ascii() -> None:
    made = pages(march(LINES))
    linked = {address for d in made.values() for address in getattr(d.context, "categories", {}).values()}
    assert category_address("committee", "水电费") == "finance/committee/category/water-and-power/"
    assert category_address("committee", "灯会费") == "finance/committee/category/ohiioobblhll/"  # a community's own: letters made of its name
    assert linked
    assert linked <= made.keys()
    assert all(address.isascii() for address in linked)


@pytest.mark.parametrize("period, compared", [("2025-03", False), ("2026-03", False), ("2027-03", True)])
def test_a_month_stands_beside_the_same_month_of_the_year_before_where_that_is_known(period: str, compared: bool) -> None:
    line = """期间: {period}
默认:
  账户: bank
  经办: 文书
  审批: 主任
收支:
  - 凭证: 03-101
    日期: {period}-05
    类型: 支出
    金额: {amount}
    资金: own
    科目: 维修费
    摘要: 修门
    对方: 某五金店
    票据: 发票 9
"""
    files = {"finance/committee/2026-03.yml": line.format(period="2026-03", amount="40.00")}
    files |= {f"finance/committee/{period}.yml": line.format(period=period, amount="50.00")} if period != "2026-03" else {}
    found = march("", files=files)
    year = next(y for y in context(found, "维修费").sides[0].years if y.year == int(period[:4]))
    assert year.compared is compared
    month = next(m for m in year.months if m.month.words == "3月")
    assert month.before == (40_00 if compared else None)


def test_funds_and_accounts_tell_every_year_from_opening_to_closing() -> None:
    """A year opens with what the year before closed with; the newest stands first and closes with what is left now."""
    line = """期间: 2027-01
默认:
  账户: bank
  经办: 文书
  审批: 主任
收支:
  - 凭证: 01-001
    日期: 2027-01-05
    类型: 支出
    金额: 50.00
    资金: own
    科目: 维修费
    摘要: 修门
    对方: 某五金店
    票据: 发票 9
"""
    made = pages(march(LINES, files={"finance/committee/2027-01.yml": line}))
    told = {a: d.context for a, d in made.items() if a.startswith(("finance/committee/funds/", "finance/committee/accounts/"))}
    assert {"finance/committee/funds/own/", "finance/committee/accounts/bank/"} <= told.keys()
    for address, it in told.items():
        (newest, after), (year, before) = it.by_year
        assert (newest.words, year.words) == ("2027年", "2026年")
        assert after.opening == before.closing, address
        assert after.closing == after.opening + after.income - after.expense + after.moved
        assert after.closing == (it.row.flow if "funds" in address else it.flow).closing


def test_an_address_of_a_category_stays_whatever_categories_come_later() -> None:
    """
    四月起多了六个科目，有的排在前面，有的名字更长：原来每个科目的网址一个也不变，也没有两个科目同一个网址。
    """
    before = {a for a in pages(march(LINES)) if "/category/" in a}
    new = ("阿", "维修费用", "水电费（公共）", "办公", "Repairs", "修" * 40)
    april = "期间: 2026-04\n默认:\n  账户: bank\n  资金: own\n  经办: 文书\n  审批: 主任\n收支:\n" + "".join(
        f"  - 凭证: 04-{n:03}\n    日期: 2026-04-0{n}\n    类型: 支出\n    金额: {n}.00\n    科目: {name}\n    摘要: 修门\n    对方: 某五金店\n    票据: 发票 {n}\n"
        for n, name in enumerate(new, 1)
    )
    after = {a for a in pages(march(LINES, files={"finance/committee/2026-04.yml": april})) if "/category/" in a}
    assert before < after
    assert after - before == {category_address("committee", name) for name in new}
    assert len(after - before) == len(new)


def test_no_two_of_many_names_share_an_address() -> None:
    names = [f"{a}{b}费{n}" for a in "水电气房修印邮车" for b in "料租保养补贴运杂" for n in range(40)]
    assert len({category_address("committee", name) for name in names}) == len(names)


def test_a_class_of_other_parties_has_a_page_that_comes_to_the_statement() -> None:
    """
    没有写对方类别的两笔和一家单位的一笔：各有一页，每一页的合计就是报表里那一行。
    """
    firm = """  - 凭证: 03-003
    日期: 2026-03-20
    类型: 支出
    金额: 45.00
    资金: own
    科目: 维修费
    摘要: 换锁
    对方: 某锁具店
    对方类别: 单位
    票据: 发票 3
"""
    made = pages(march(LINES + firm))
    table = made["finance/committee/2026/q1/"].context
    rows = {p.name: p.expense for p in table.parties}
    assert {"单位", "未写明"} <= rows.keys()
    for name, expense in rows.items():
        it = made[table.party_pages["" if name == "未写明" else name]].context
        assert isinstance(it, CategoryContext)
        assert sum(s.fen for s in it.sides if s.word == "支出") == expense
        assert sum(line.fen for line in it.lines if line.word == "支出") == expense
    assert made["finance/committee/parties/firm/"].title == "居委会账 对方：单位"
    assert made["finance/committee/parties/firm/"].context.sides[0].told == "居委会账付给“单位”的支出"
    assert made["finance/committee/parties/unsaid/"].context.sides[0].told == "居委会账没有写明对方类别的支出"


def test_funds_and_accounts_list_the_newest_twelve_months_from_what_was_held_before_them() -> None:
    """
    十四个月的账：只逐笔列出最近十二个月，从那时的结余算起，加起来就是现在的结余。
    """
    line = """期间: {period}
默认:
  账户: bank
  经办: 文书
  审批: 主任
收支:
  - 凭证: 01-001
    日期: {period}-05
    类型: 支出
    金额: {amount}.00
    资金: own
    科目: 维修费
    摘要: 修门
    对方: 某五金店
    票据: 发票 9
"""
    later = [(2026, n) for n in range(4, 13)] + [(2027, 1), (2027, 2)]
    files = {f"finance/committee/{y}-{n:02}.yml": line.format(period=f"{y}-{n:02}", amount=n) for y, n in later}
    made = pages(march(LINES, files=files))
    fund, account = made["finance/committee/funds/own/"].context, made["finance/committee/accounts/bank/"].context
    for it, closing in ((fund, fund.row.flow.closing), (account, account.flow.closing)):
        assert it.listed.since == "2026年3月"
        assert min(one.day for one in it.listed.lines).month == 3
        assert it.listed.begun + sum(one.fen for one in it.listed.lines) == closing == it.listed.lines[-1].left
    few = pages(march(LINES))["finance/committee/accounts/bank/"].context
    assert (few.listed.since, few.listed.begun) == ("", 2000000)


def test_a_busy_account_and_category_list_fewer_months() -> None:
    """
    三月、四月各一百笔：合起来太长，只逐笔列出四月，从三月末的结余算起。
    """
    line = """  - 凭证: {n}
    日期: {period}-05
    类型: 支出
    金额: 1.00
    资金: own
    科目: 维修费
    摘要: 修门
    对方: 某五金店
    票据: 发票 9
"""
    busy = {p: "".join(line.format(n=f"{p[-2:]}-{n:03}", period=p) for n in range(1, 101)) for p in ("2026-03", "2026-04")}
    april = HEAD.replace("2026-03", "2026-04") + busy["2026-04"]
    made = pages(march(busy["2026-03"], files={"finance/committee/2026-04.yml": april}))
    account, category = (made[f"finance/committee/{one}/"].context for one in ("accounts/bank", "parties/unsaid"))
    assert (account.listed.since, len(account.listed.lines)) == ("2026年4月", 100)
    assert account.listed.begun - 100_00 == account.flow.closing == account.listed.lines[-1].left
    assert (category.since, category.earlier, len(category.lines)) == ("2026年4月", True, 100)
