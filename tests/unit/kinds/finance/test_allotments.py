"""What the treasury allots in a year: asked only where a community writes what was agreed, of whole years, each body for itself."""

from __future__ import annotations

import pytest

from tests.base.community import BASE, Files, codes
from tests.unit.kinds.finance.ledger import ledgers

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")
BOOK = """\
  - 编号: special
    名称: 社区建设资金专户
    主体: {body}
    记账: 收支
    启用: 2024-01-01
    账户:
      - 编号: bank
        名称: 专户
        种类: 银行
        期初: 0.00
资金:
  - 编号: build
    名称: 社区建设资金
    账簿: special
    性质: {nature}
    拨付单位: 示例街道办事处
    文号: 示例街财〔2024〕3号
    额度: 90000.00
    用途: 社区建设
"""
GROWTH = "  - 编号: allotment-growth\n    比例: 至少 1/10\n    来源: 示例街办〔2024〕2号\n"
LEAST = "  - 编号: allotment-least\n    金额: 30000.00\n    来源: 示例街办〔2024〕2号\n"


def month(year: int, n: int, amount: str | None) -> str:
    if amount is None:
        signed = f"{year + n // 12}-{n % 12 + 1:02}-03"
        return f"期间: {year}-{n:02}\n本期无:\n  签署: 主任\n  日期: {signed}\n"
    return (
        f"期间: {year}-{n:02}\n默认:\n  账户: bank\n  经办: 文书\n  审批: 主任\n收支:\n  - 凭证: {n:02}-001\n    日期: {year}-{n:02}-20\n    类型: 收入\n"
        f"    金额: {amount}\n    资金: build\n    科目: 补助收入\n    摘要: 拨来社区建设资金\n    对方: 示例街道办事处\n    对方类别: 政府部门\n    票据: 银行回单 {year}1\n"
    )


def year(number: int, *amounts: str, months: int = 12) -> Files:
    """A year whose first months bring these sums and whose others bring nothing."""
    return {f"finance/special/{number}-{n:02}.yml": month(number, n, amounts[n - 1] if n <= len(amounts) else None) for n in range(1, months + 1)}


def found(standards: str, *years: Files, nature: str = "财政专项", body: str = "社区专户") -> list[str]:
    text = COMMUNITY.replace("资金:\n", BOOK.format(nature=nature, body=body), 1) + (f"标准:\n{standards}" if standards else "")
    files = {"community.yml": text, **{k: v for one in years for k, v in one.items()}}
    return [c for c in codes(ledgers(files)) if c in ("FIN102", "FIN103")]


@pytest.mark.parametrize("first, second, told", [("30000.00", "33000.00", []), ("30000.00", "32999.99", ["FIN102"]), ("0.01", "0.01", ["FIN102"])])
def test_growth_is_reckoned_to_the_fen(first: str, second: str, told: list[str]) -> None:
    assert found(GROWTH, year(2024, first), year(2025, second)) == told


@pytest.mark.parametrize("amounts, told", [(("30000.00",), []), (("20000.00", "10000.00"), []), (("29999.99",), ["FIN103"])])
def test_the_least_is_reckoned_over_the_year(amounts: tuple[str, ...], told: list[str]) -> None:
    assert found(LEAST, year(2024, *amounts)) == told


def test_nothing_is_asked_where_nothing_was_agreed() -> None:
    assert found("", year(2024, "30000.00"), year(2025, "1.00")) == []


def test_a_year_that_is_not_whole_is_not_judged() -> None:
    assert found(LEAST + GROWTH, year(2024, "30000.00"), year(2025, "1.00", months=11)) == []


def test_other_money_is_no_allotment() -> None:
    assert found(GROWTH, year(2024, "30000.00"), year(2025, "1.00"), nature="公益金") == []


def test_a_year_before_without_any_allotment_has_nothing_to_grow_from() -> None:
    assert found(GROWTH, year(2024), year(2025, "1.00")) == []


def test_all_books_of_a_body_count_together_and_no_others() -> None:
    """The committee's own book holds a fiscal fund too and begins in 2026 only: as one body there is no whole year, as two the special one is judged."""
    assert found(LEAST, year(2024, "1.00"), body="居民委员会") == []
    assert found(LEAST, year(2024, "1.00")) == ["FIN103"]
