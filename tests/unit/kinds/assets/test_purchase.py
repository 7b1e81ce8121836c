"""What was bought and what is registered, after refunds, reversals and corrections."""

from __future__ import annotations

import pytest

from mingbai.kinds.assets.register import held
from mingbai.pipeline import Checked
from tests.base.community import BASE, said
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, ledgers

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8").replace("利息收入]", "利息收入, 设备购置费]")
BACK = "    原因: 核对后更正\n    批准: 主任\n"


def asset(cost: str, *, more: str = "") -> str:
    return (
        f"资产:\n  - 编号: ZC-1\n    名称: 打印机\n    类别: 非经营性\n    分类: 设备\n    存放地点: 办公室\n    数量: 1\n    单位: 台\n"
        f"    购建日期: 2026-03-02\n    来源: 购置\n    原值: {cost}\n    使用状态: 自用\n    保管人: 文书\n{more}"
    )


def paid(amount: str = "3000.00", *, cites: str = "ZC-1", category: str = "设备购置费") -> str:
    named = f"    资产: {cites}\n" if cites else ""
    return (
        f"  - 凭证: 03-001\n    日期: 2026-03-02\n    类型: 支出\n    金额: {amount}\n    资金: own\n    科目: {category}\n"
        f"    摘要: 购打印机\n    对方: 示例电器商行\n    票据: 发票 1\n{named}"
    )


def refund(amount: str, number: int = 2) -> str:
    return f"  - 凭证: 03-{number:03d}\n    日期: 2026-03-09\n    类型: 退款\n    金额: {amount}\n    原凭证: 03-001\n{BACK}"


def reversal(of: str = "03-001", number: int = 2) -> str:
    return f"  - 凭证: 03-{number:03d}\n    日期: 2026-03-09\n    类型: 冲正\n    冲正凭证: {of}\n{BACK}"


def correction(said: str, number: int = 2, of: str = "03-001") -> str:
    return f"  - 凭证: 03-{number:03d}\n    日期: 2026-03-09\n    类型: 更正\n    更正凭证: {of}\n{said}{BACK}"


def look(lines: str, register: str) -> Checked:
    files = {"community.yml": COMMUNITY, MARCH: HEAD + lines + REVIEWED, "finance/committee/assets.yml": register}
    found = ledgers(files)
    assert not [f for f in found.findings if f.code.severity.value == "error"], [f.message("zh") for f in found.findings]
    return found


def ast(found: Checked) -> list[str]:
    return [f.code.id for f in found.findings if f.code.id in ("AST020", "AST021", "AST022")]


@pytest.mark.parametrize(
    "lines, cost, codes",
    [
        (paid(), "3000.00", []),
        (paid() + refund("500.00"), "2500.00", []),
        (paid() + refund("500.00"), "3000.00", ["AST022"]),
        (paid() + refund("500.00") + refund("300.00", 3), "2200.00", []),
        (paid() + correction("    金额: 2800.00\n"), "2800.00", []),
        (paid() + correction("    金额: 2800.00\n"), "3000.00", ["AST022"]),
        (paid() + correction("    金额: 2800.00\n") + correction("    金额: 2600.00\n", 3, "03-002"), "2600.00", []),
        (paid() + correction("    金额: 2800.00\n") + refund("800.00", 3), "2000.00", []),
        (paid() + reversal(), "3000.00", ["AST022"]),
        (paid() + correction("    科目: 办公费\n    资金: office-2026\n"), "3000.00", ["AST022"]),
        (paid(category="维修费") + correction("    科目: 设备购置费\n"), "3000.00", []),
        (paid(cites="") + correction("    资产: ZC-1\n"), "3000.00", []),
    ],
)
def test_the_cost_is_what_the_purchase_comes_to(lines: str, cost: str, codes: list[str]) -> None:
    assert ast(look(lines, asset(cost))) == codes


def test_a_purchase_booked_elsewhere_and_corrected_belongs_to_the_asset() -> None:
    found = look(paid(category="维修费") + correction("    科目: 设备购置费\n"), asset("3000.00"))
    (one,) = found.books.derived(held)
    assert (one.paid, [p.line.voucher for p in one.bought], one.upkeep) == (300000, ["03-001", "03-002"], ())


OTHER = asset("800.00").replace("来源: 购置", "来源: 捐赠")
"""A register, so that purchases are asked for; this one was given."""


@pytest.mark.parametrize(
    "lines, told",
    [
        (paid(cites=""), ["3,000.00"]),
        (paid("999.99", cites=""), []),
        (paid("1000.00", cites=""), ["1,000.00"]),
        (paid(cites="") + reversal(), []),
        (paid(cites="") + refund("2000.01"), []),
        (paid(cites="") + refund("500.00"), ["2,500.00"]),
        (paid(cites="") + correction("    金额: 900.00\n"), []),
        (paid("900.00", cites="") + correction("    金额: 1900.00\n"), ["1,900.00"]),
        (paid(cites="") + correction("    科目: 维修费\n"), []),
        (paid(cites="", category="维修费") + correction("    科目: 设备购置费\n"), ["3,000.00"]),
        (paid(cites="", category="维修费") + correction("    科目: 设备购置费\n") + reversal("03-002", 3), []),
        (paid(cites="") + correction("    资产: ZC-1\n"), []),
    ],
)
def test_a_purchase_is_asked_for_as_it_stands(lines: str, told: list[str]) -> None:
    found = look(lines, OTHER)
    assert [f.values["amount"] for f in found.findings if f.code.id == "AST020"] == told


def test_it_is_told_once_where_it_can_still_be_changed() -> None:
    first, second = paid(cites="", category="维修费"), correction("    科目: 设备购置费\n")
    found = look(first + second, OTHER)
    line = len((HEAD + first).splitlines()) + 1
    assert [one for one in said(found) if one.startswith("AST020")] == [f"AST020 {MARCH}:{line}"]
