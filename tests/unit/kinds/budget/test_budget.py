"""Budgets beside the books: which line counts in which item, what a change allows from when, what last year really came to."""

from __future__ import annotations

import pytest

from mingbai.kinds.budget.outturn import Year, budgets, thousandths
from mingbai.kinds.budget.pages import drafts, parts
from mingbai.kinds.budget.sentences import percent
from mingbai.pipeline import Checked
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, ledgers, view

BUDGET = "finance/committee/budget/2026.yml"
VOTED = "2026-03-28-daibiao/1"


def item(number: str, category: str, amount: str, *, side: str = "支出", fund: str = "", last: str = "") -> str:
    more = (f"    资金: {fund}\n" if fund else "") + (f"    上年决算: {last}\n" if last else "")
    return f"  - 编号: {number}\n    方向: {side}\n    科目: {category}\n{more}    预算: {amount}\n"


def change(day: str, number: str, way: str, amount: str, decision: str = VOTED) -> str:
    return f"  - 日期: {day}\n    项目: {number}\n    增减: {way}\n    金额: {amount}\n    原因: 不够用\n    决议: {decision}\n"


def line(voucher: str, day: str, amount: str, category: str = "印刷费", fund: str = "office-2026", kind: str = "支出") -> str:
    return (
        f"  - 凭证: {voucher}\n    日期: {day}\n    类型: {kind}\n    金额: {amount}\n    资金: {fund}\n    科目: {category}\n"
        f"    摘要: 印通知 {voucher}\n    对方: 某图文店\n    票据: 发票 {voucher}\n"
    )


REST = item("90", "办公费", "5000.00") + item("91", "水电费", "5000.00")


def budget(items: str, changes: str = "", more: str = "", lines: str = "") -> Checked:
    text = f"年度: 2026\n决议: {VOTED}\n预算项目:\n{items}{'调整:' + chr(10) + changes if changes else ''}{more}"
    return ledgers({BUDGET: text} | ({MARCH: HEAD + lines + REVIEWED} if lines else {}))


def year(found: Checked) -> Year:
    return found.books.derived(budgets)[0]


def test_an_item_of_a_fund_takes_its_own_and_the_rest_goes_to_the_item_without() -> None:
    lines = line("03-001", "2026-03-05", "100.00") + line("03-002", "2026-03-06", "30.00", fund="own")
    found = budget(REST + item("1", "印刷费", "80.00", fund="own") + item("2", "印刷费", "500.00"), lines=lines)
    assert codes(found) == []
    done = {e.item.number: e.done for e in year(found).executed}
    assert (done["1"], done["2"]) == (3000, 14500)


def test_a_category_budgeted_for_one_fund_is_outside_the_budget_in_another() -> None:
    found = budget(REST + item("1", "印刷费", "500.00", fund="own"))
    assert [(f.code.id, f.values["what"]) for f in found.findings] == [("BUD025", "印刷费（办公经费）")]


def test_spending_the_budget_to_the_fen_is_kept_and_a_fen_more_is_not() -> None:
    assert codes(budget(REST + item("1", "印刷费", "45.00"))) == []
    over = budget(REST + item("1", "印刷费", "44.99"))
    assert [(f.code.id, f.place.path, f.values["spent"]) for f in over.findings] == [("BUD024", "ledgers/finance/committee/2026-01.yml", "45.00")]


def test_a_change_holds_from_its_day() -> None:
    """45.00 are spent in January; the change of 28 March allows 100.00 more from that day."""
    rest = REST + item("1", "印刷费", "45.00")
    grown = change("2026-03-28", "1", "增加", "100.00")
    assert codes(budget(rest, grown, lines=line("03-001", "2026-03-28", "100.00"))) == []
    early = budget(rest, grown, lines=line("03-001", "2026-03-27", "100.00"))
    assert [(f.code.id, f.values["budget"]) for f in early.findings] == [("BUD024", "45.00")]
    assert year(early).executed[2].left == 0


def test_what_was_reversed_is_not_spent() -> None:
    back = "  - 凭证: 03-002\n    日期: 2026-03-09\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 付重了\n    批准: 主任\n"
    found = budget(REST + item("1", "印刷费", "200.00"), lines=line("03-001", "2026-03-05", "100.00") + back)
    assert codes(found) == []
    assert year(found).executed[2].done == 4500


def test_income_is_compared_and_never_overspent() -> None:
    found = budget(REST + item("1", "印刷费", "45.00") + item("2", "补助收入", "700.00", side="收入"))
    assert codes(found) == []
    income = year(found).executed[3]
    assert (income.done, income.left, income.rate) == (80000, -10000, 1143)


def test_real_totals_of_a_budget_to_the_fen() -> None:
    """A compound's budget of 2019 in 万元, to the fen: income, expense and the loss are proved; one fen off is found."""
    items = (
        item("1", "补助收入", "3930000.00", side="收入")
        + item("2", "利息收入", "2511849.06", side="收入")
        + item("3", "补助收入", "1782923.40", side="收入", fund="own")
        + item("4", "办公费", "15353120.00")
    )
    asserted = "合计:\n  收入: 8224772.46\n  支出: 15353120.00\n  结余: {}\n"
    right, wrong = (budget(items, more=asserted.format(s)) for s in ("-7128347.54", "-7128347.55"))
    assert "BUD006" not in codes(right)
    assert [(f.values["difference"], f.values["what"].en) for f in wrong.findings if f.code.id == "BUD006"] == [("0.01", "surplus")]


WHOLE = {f"finance/committee/2025-{m:02d}.yml": f"期间: 2025-{m:02d}\n本期无:\n  签署: 主任\n  日期: 2026-01-05\n" for m in range(2, 13)}
WHOLE["finance/committee/2025-01.yml"] = (
    "期间: 2025-01\n默认:\n  账户: bank\n  经办: 文书\n  审批: 主任\n收支:\n"
    "  - 凭证: 01-001\n    日期: 2025-01-08\n    类型: 收入\n    金额: 400.00\n    资金: own\n    科目: 补助收入\n    摘要: 街道补助\n    对方: 示例街道\n    票据: 统一收据 8\n"
)
COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8").replace("启用: 2026-01-01", "启用: 2025-01-01", 1)


@pytest.mark.parametrize("last, wrong", [("400.00", False), ("400.01", True)])
def test_last_years_outturn_is_proved_where_its_books_are_whole(last: str, wrong: bool) -> None:
    text = f"年度: 2026\n决议: {VOTED}\n预算项目:\n{item('1', '补助收入', '1.00', side='收入', last=last)}"
    assert ("BUD007" in codes(ledgers({BUDGET: text, "community.yml": COMMUNITY, **WHOLE}))) is wrong
    lacking: dict[str, str | bytes | None] = {**WHOLE}
    del lacking["finance/committee/2025-12.yml"]
    assert "BUD007" not in codes(ledgers({BUDGET: text, "community.yml": COMMUNITY, **lacking}))


def test_a_broken_budget_is_there_all_the_same() -> None:
    """The party book has a month and a budget that cannot be read: that it is missing is not said as well."""
    month = "期间: 2026-01\n本期无:\n  签署: 主任\n  日期: 2026-02-04\n"
    files = {BUDGET: f"年度: 2026\n决议: {VOTED}\n预算项目:\n{REST}{item('1', '印刷费', '45.00')}", "finance/party/2026-01.yml": month}
    assert codes(ledgers({**files})) == ["BUD026"]
    assert "BUD026" not in codes(ledgers({**files, "finance/party/budget/2026.yml": "年度: 什么\n"}))


def test_no_rule_speaks_where_nobody_keeps_budgets() -> None:
    found = ledgers({})
    assert codes(found) == []
    assert list(drafts(view(found))) == []


@pytest.mark.parametrize("part, whole, rate", [(1, 3, 333), (2, 3, 667), (1, 2, 500), (0, 5, 0), (5, 0, None), (1143, 1000, 1143)])
def test_rates_are_whole_thousandths(part: int, whole: int, rate: int | None) -> None:
    assert thousandths(part, whole) == rate


def test_percent_in_words() -> None:
    assert [percent(r) for r in (None, 0, 5, 783, 1143, -5)] == ["—", "0.0%", "0.5%", "78.3%", "114.3%", "−0.5%"]


def test_the_page_and_the_part_say_what_is_overspent() -> None:
    found = budget(REST + item("1", "印刷费", "40.00"))
    page = next(d for d in drafts(view(found)) if d.address == "finance/committee/budget/2026/")
    assert page.context.late == "1 项超预算，共超 5.00 元。"
    assert [(w, fen, bool(line)) for w, fen, line in page.context.over] == [("印刷费", 500, True)]
    [(address, block)] = parts(view(found))
    assert (address, block.weight, block.context.done, block.context.revised) == ("finance/committee/", 100, 84980, 1004000)


@pytest.mark.parametrize(
    "planned, note, said", [("150.00", "", False), ("150.01", "", True), ("150.01", "    说明: 街道统一采购\n", False), ("100.00", "", False)]
)
def test_a_year_that_ends_far_from_its_budget_is_explained(planned: str, note: str, said: bool) -> None:
    """120.00 was spent in 2025; a fifth of the budget is not yet far."""
    community = (BASE / "ledgers/community.yml").read_text("utf-8").replace("启用: 2026-01-01", "启用: 2025-12-01", 1)
    december = HEAD.replace("2026-03", "2025-12") + line("12-001", "2025-12-05", "120.00", fund="own") + REVIEWED.replace("2026-04", "2026-01")
    text = f"年度: 2025\n决议: {VOTED}\n预算项目:\n{item('1', '印刷费', planned)}{note}"
    files = {"finance/committee/budget/2025.yml": text, "finance/committee/2025-12.yml": december, "community.yml": community}
    assert ("BUD027" in codes(ledgers(files))) == said
