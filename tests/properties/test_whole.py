"""Whatever is divided, its parts come to the whole: also lines that name no fund or no account, and money that no fund opened with."""

from __future__ import annotations

import datetime
from random import Random

import pytest

from mingbai.kinds.finance.posting.ledger import BookLedger, ledgers
from mingbai.kinds.finance.statements.ranges import DIVISIONS, stretch
from mingbai.kinds.finance.statements.statement import Flow, statement
from mingbai.pipeline import Checked
from tests.unit.kinds.finance import ledger as text

FUNDS = ("alpha", "beta")
COMMUNITY = """格式: 1
名称: 示例社区居民委员会
类型: 城市居委会
账簿:
  - {编号: main, 名称: 居委会账, 主体: 居民委员会, 启用: 2026-01-01, 账户: [{编号: bank, 名称: 户, 种类: 银行, 期初: 900.00}, {编号: cash, 名称: 现金, 种类: 现金, 期初: 90.00}]}
资金:
  - {编号: alpha, 名称: 甲款, 账簿: main, 性质: 自筹, 期初: 500.00}
  - {编号: beta, 名称: 乙款, 账簿: main, 性质: 自筹, 期初: OPENING}
"""


def _line(random: Random, n: int, month: str) -> str:
    """A receipt, payment, division or transfer that may lack its fund or its account."""
    amount = random.randint(1, 900)
    head = f"  - 凭证: {month[5:]}-{n:03}\n    日期: {month}-{random.randint(1, 28):02}\n    摘要: 事\n    对方: 户\n    票据: 收据 {n}\n"
    sort = random.random()
    if sort < 0.15:
        return f"{head}    类型: 转账\n    金额: {amount}.00\n    转出账户: bank\n    转入账户: cash\n"
    if sort < 0.25:
        return f"{head}    类型: 转账\n    金额: {amount}.00\n    转出资金: alpha\n    转入资金: beta\n"
    head += f"    类型: {random.choice(('收入', '支出'))}\n"
    head += random.choice(("    账户: bank\n", "    账户: cash\n", ""))
    if sort < 0.45:
        funds = [random.choice(("资金: alpha, ", "资金: beta, ", "")) for _ in range(2)]
        return f"{head}    金额: {amount + 7}.00\n    分摊:\n      - {{{funds[0]}金额: {amount}.00}}\n      - {{{funds[1]}科目: 甲, 金额: 7.00}}\n"
    return f"{head}    金额: {amount}.00\n" + random.choice(("    资金: alpha\n", "    资金: beta\n", ""))


def drawn(seed: int) -> Checked:
    random = Random(seed)
    files = {"community.yml": COMMUNITY.replace("OPENING", random.choice(("490.00", "400.00")))}
    for month in ("2026-01", "2026-02", "2026-03"):
        files[f"finance/main/{month}.yml"] = f"期间: {month}\n收支:\n" + "".join(_line(random, n, month) for n in range(1, random.randint(3, 9)))
    return text.ledgers(files, bare=True)


def sums(flows: tuple[Flow, ...]) -> tuple[int, int, int, int, int]:
    return (
        sum(f.opening for f in flows),
        sum(f.income for f in flows),
        sum(f.expense for f in flows),
        sum(f.moved for f in flows),
        sum(f.closing for f in flows),
    )


@pytest.fixture(scope="module", params=range(12))
def found(request: pytest.FixtureRequest) -> Checked:
    return drawn(request.param)


def book(found: Checked) -> BookLedger:
    return found.books.derived(ledgers)["main"]


def test_the_parts_of_a_statement_come_to_the_whole(found: Checked) -> None:
    ledger = book(found)
    for months in (*([m] for m in ledger.months), list(ledger.months)):
        made = statement(found.books, ledger, months)
        assert made.opening + made.income - made.expense == made.closing
        for flows in (made.accounts, made.funds):
            assert sums(flows) == (made.opening, made.income, made.expense, 0, made.closing)


@pytest.mark.parametrize("by", DIVISIONS)
def test_the_parts_of_any_stretch_come_to_the_whole(found: Checked, by: str) -> None:
    ledger = book(found)
    for first, last in (("2026-01-01", "2026-03-31"), ("2026-01-17", "2026-02-09"), ("2026-03-05", "2026-03-05")):
        made = stretch(found.books, ledger, datetime.date.fromisoformat(first), datetime.date.fromisoformat(last), by)
        assert made.opening + made.income - made.expense == made.closing
        assert (sum(p.income for p in made.parts), sum(p.expense for p in made.parts)) == (made.income, made.expense)
        if by in ("account", "fund"):
            assert (sum(p.opening or 0 for p in made.parts), sum(p.closing or 0 for p in made.parts)) == (made.opening, made.closing)


@pytest.mark.parametrize("by, unnamed", [("account", "未写账户"), ("fund", "未分资金")])
def test_published_tables_name_what_is_of_no_fund_and_no_account_alike(found: Checked, by: str, unnamed: str) -> None:
    balances = [r for r in text.table(found, "finance-balances") if r["by"] == by]
    days = [r for r in text.table(found, "finance-daily") if r["by"] == by]
    assert {r["name"] for r in balances if not r["id"]} | {r["name"] for r in days if not r["id"]} <= {unnamed}
    ends: dict[str, str] = {r["id"]: r["closing"] for r in days}  # the last day of each
    last = {r["id"]: r["closing"] for r in balances if r["period"] == "2026-03"}
    assert {id: fen for id, fen in last.items() if id in ends} == ends


def test_both_sorts_of_gap_are_drawn() -> None:
    every = [book(drawn(n)) for n in range(12)]
    assert any(ledger.months[0].opening.funds.get("") for ledger in every)
    assert any(ledger.months[-1].closing.funds.get("") for ledger in every)
    assert any(ledger.months[-1].closing.accounts.get("") for ledger in every)
