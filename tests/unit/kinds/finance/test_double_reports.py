"""Balance sheet, earnings and distribution, the year's end, closed months: a collective's book over its year."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingbai import keeping, pipeline
from mingbai.keeping import Given
from mingbai.kinds.finance.statements.reports import balance_sheet, earnings
from mingbai.packs import AccountClass
from mingbai.values.days import Month
from tests.base.community import AS_OF
from tests.unit.kinds.finance.double import COMMUNITY, INCOME, checked, codes, ledger, root
from tests.unit.kinds.finance.test_double import ACCOUNTS, journal

RENT = journal("01-001", "11201 铺面承租户, 借: 8000.00", "501 经营收入, 贷: 8000.00", summary="应收租金")
SPENT = "  - {凭证: 01-002, 日期: 2026-01-09, 类型: 支出, 金额: 500.00, 科目: 513 管理费用, 摘要: 办公用品, 对方: 某文具店, 票据: 发票 9}\n"
AID = "  - {凭证: 02-001, 日期: 2026-02-09, 类型: 支出, 金额: 1200.00, 科目: 514 公益支出, 摘要: 慰问, 对方: 某超市, 票据: 发票 10}\n"


def test_the_balance_sheet_has_both_ends_of_the_year_so_far(tmp_path: Path) -> None:
    months = ledger(checked(tmp_path, months={"2026-01": RENT + SPENT, "2026-02": AID})).months
    sheet = balance_sheet(months, months[-1])
    assert sheet.balances
    assert [(r.name, r.opening, r.closing) for r in sheet.rows] == [
        ("货币资金", 51_000_00, 49_300_00),
        ("应收款项", 3_000_00, 11_000_00),
        ("固定资产净值", 160_000_00, 160_000_00),
        ("资本", 200_000_00, 200_000_00),
        ("未分配收益", 14_000_00, 20_300_00),
    ]
    assert sheet.total(AccountClass.ASSET) == (214_000_00, 220_300_00)


def test_what_was_paid_in_advance_by_a_tenant_is_owed_not_claimed(tmp_path: Path) -> None:
    months = ledger(checked(tmp_path, INCOME.format(n="01-001", day="2026-01-05", fen="9000.00", account="11202 鱼塘承包户"))).months
    rows = {r.name: r.closing for r in balance_sheet(months, months[0]).rows}
    assert (rows["应收款项"], rows["应付款项"]) == (3_000_00, 9_000_00)


def test_earnings_of_the_month_and_of_the_year(tmp_path: Path) -> None:
    months = ledger(checked(tmp_path, months={"2026-01": RENT + SPENT, "2026-02": AID})).months
    made = earnings(months, months[-1])
    assert [(r.name, r.month, r.year) for r in made.rows] == [
        ("经营收入", 0, 8_000_00),
        ("管理费用", 0, 500_00),
        ("经营收益", 0, 7_500_00),
        ("公益支出", 1_200_00, 1_200_00),
        ("收益总额", -1_200_00, 6_300_00),
        ("净收益", -1_200_00, 6_300_00),
    ]
    assert (made.opening, made.net, made.other, made.closing) == (14_000_00, 6_300_00, 0, 20_300_00)


YEAR_END = (
    journal("12-001", "501 经营收入, 借: 8000.00", "513 管理费用, 贷: 500.00", "321 本年收益, 贷: 7500.00", day="2025-12-31", summary="结转本年收益")
    + journal("12-002", "321 本年收益, 借: 7500.00", "322 收益分配, 贷: 7500.00", day="2025-12-31", summary="转入收益分配")
    + journal("12-003", "322 收益分配, 借: 3000.00", "311 公积公益金, 贷: 3000.00", day="2025-12-31", summary="提取公积公益金")
)
JANUARY = INCOME.format(n="01-001", day="2026-01-05", fen="100.00", account="501 经营收入")


def _year(more: str) -> dict[str, str]:
    return {"2025-12": (RENT + SPENT).replace("2026-01", "2025-12").replace("01-00", "12-10") + more, "2026-01": JANUARY}


def test_a_year_that_was_carried_over_begins_anew(tmp_path: Path) -> None:
    found = checked(tmp_path, months=_year(YEAR_END), community=COMMUNITY.replace("{begins}", "2025-12-01"))
    assert codes(found) == []
    december, january = ledger(found).months
    assert {n: december.closing[n] for n in ("501", "513", "321", "322", "311")} == {
        "501": 0,
        "513": 0,
        "321": 0,
        "322": -18_500_00,
        "311": -3_000_00,
    }
    assert [(r.name, r.year) for r in earnings(ledger(found).months, december).rows][:2] == [("经营收入", 8_000_00), ("管理费用", 500_00)]
    made = earnings(ledger(found).months, january)
    assert (made.opening, made.net, made.closing) == (18_500_00, 100_00, 18_600_00)
    assert earnings(ledger(found).months, december).other == -3_000_00


def test_a_year_that_was_not_carried_over_is_told(tmp_path: Path) -> None:
    found = checked(tmp_path, months=_year(""), community=COMMUNITY.replace("{begins}", "2025-12-01"))
    assert codes(found) == ["DBE013"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACCOUNTS), st.sampled_from(ACCOUNTS), st.integers(1, 10**9)), min_size=1, max_size=12))
def test_assets_are_liabilities_and_equity_whatever_is_booked(tmp_path: Path, drawn: list[tuple[str, str, int]]) -> None:
    lines = "".join(
        journal(f"01-{n:03}", f'"{a}", 借: {fen // 100}.{fen % 100:02}', f'"{b}", 贷: {fen // 100}.{fen % 100:02}')
        for n, (a, b, fen) in enumerate(drawn, 1)
    )
    months = ledger(checked(tmp_path, lines)).months
    made = earnings(months, months[0])
    assert balance_sheet(months, months[0]).balances
    assert made.opening + made.net + made.other == made.closing


def test_a_closed_month_holds_its_journal_lines_and_the_openings_of_the_chart(tmp_path: Path) -> None:
    closing = (
        "结账:\n  银行对账单:\n    - {账户: bank, 余额: 49500.00}\n  现金盘点:\n    - {账户: cash, 余额: 1000.00, 盘点人: 社长, 监盘人: 会计}\n"
        "  审核: {审核人: 社长, 日期: 2026-02-03}\n"
    )
    folder = root(tmp_path, {"2026-01": RENT + SPENT + closing})
    result = keeping.close(folder, "collective", Month(2026, 1), AS_OF, Given(by="会计", day=datetime.date(2026, 2, 4)))
    assert result.problems == ()
    for path, text in result.files.items():
        (folder / "ledgers" / path).write_text(text, "utf-8")
    assert "科目:" in (folder / "ledgers/finance/collective/2026-01.lock.yml").read_text("utf-8")
    assert [f for f in pipeline.check(folder, AS_OF).findings if f.code.id.startswith("LCK")] == []
    month = folder / "ledgers/finance/collective/2026-01.yml"
    month.write_text(month.read_text("utf-8").replace("8000.00", "8100.00"), "utf-8")
    assert [f.code.id for f in pipeline.check(folder, AS_OF).findings if f.code.id.startswith("LCK")] == ["LCK001"]
    month.write_text(month.read_text("utf-8").replace("8100.00", "8000.00"), "utf-8")
    about = folder / "ledgers/community.yml"
    about.write_text(about.read_text("utf-8").replace("借: 3000.00", "借: 3100.00").replace("贷: 14000.00", "贷: 14100.00"), "utf-8")
    assert [f.code.id for f in pipeline.check(folder, AS_OF).findings if f.code.id.startswith("LCK")] == ["LCK005"]


@pytest.mark.parametrize("address", ["2026/01/accounts/", "ledger/", "ledger/112/", "ledger/501/"])
def test_the_pages_of_the_chart(tmp_path: Path, address: str) -> None:
    folder = root(tmp_path, {"2026-01": RENT + SPENT})
    pages = {p.address: p.body for p in pipeline.site(folder, pipeline.check(folder, AS_OF)).pages}
    assert "铺面承租户" in pages[f"finance/collective/{address}"] or "501" in address
    assert "8,000.00" in pages[f"finance/collective/{address}"]


def _pages(folder: Path) -> dict[str, str]:
    found = pipeline.check(folder, AS_OF)
    assert [f.code.id for f in found.findings if f.severity.value == "error"] == []
    return {p.address: p.body for p in pipeline.site(folder, found).pages}


def _section(body: str, id: str) -> str:
    """A part of a page from its heading to the next."""
    return body.partition(f'id="{id}"')[2].partition("<h2")[0]


def test_what_nobody_confirmed_is_said_beside_the_statements(tmp_path: Path) -> None:
    """The rows of both statements are defaults of the pack: each heading says so, and the foot of the page says what that means."""
    body = _pages(root(tmp_path, {"2026-01": RENT}))["finance/collective/2026/01/accounts/"]
    assert "项目的排列待确认" in _section(body, "sheet")
    assert "项目的排列待确认" in _section(body, "earnings")
    assert "还没有逐字核对制度原文" in body
    assert "新旧科目衔接" not in body


def test_where_the_chart_changes_the_page_shows_what_became_of_each_account(tmp_path: Path) -> None:
    spent = "  - {凭证: 12-001, 日期: 2023-12-05, 类型: 支出, 金额: 100.00, 科目: 502 经营支出, 摘要: 修水泵, 对方: 某五金店, 票据: 发票 7}\n"
    old = COMMUNITY.replace("322 收益分配", "202 应付款").replace("11201 铺面承租户", '"11201"').replace("{begins}", "2023-12-01")
    january = INCOME.format(n="01-001", day="2024-01-05", fen="100.00", account="501 经营收入")
    pages = _pages(root(tmp_path, {"2023-12": spent, "2024-01": january}, old))
    part = _section(pages["finance/collective/2024/01/accounts/"], "crossed")
    assert "对应关系是待确认的默认值" in part
    assert "从这个月起改用农村集体经济组织会计制度（财会〔2023〕14号），以前用村集体经济组织会计制度" in part
    rows = [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", row)]
        for row in re.findall(r"<tr>(?!<th scope=.col).*?</tr>", part)
    ]
    assert ["202 应付款", "贷 14,000.00", "211 应付款"] in rows
    assert ["502 经营支出", "借 100.00", "511 经营支出"] in rows
    assert 'id="crossed"' not in pages["finance/collective/2023/12/accounts/"]
    assert "启用时用的是村集体经济组织会计制度；那时的发生额列在对应的新科目里。对应关系是待确认的默认值。" in pages["finance/collective/ledger/"]
