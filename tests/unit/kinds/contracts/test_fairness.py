"""How the other side was found: where a contract is told to be cut in parts, unnamed or between relations, and where not."""

from __future__ import annotations

import pytest

from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import ledgers

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8").replace("角色: [副主任]", "关联单位: [示例便民店]\n    角色: [副主任]")
MEETING = (BASE / "ledgers/meetings/2026/2026-03-28-daibiao.yml").read_text("utf-8")
REGISTER = "finance/committee/contracts.yml"


def contract(number: str, amount: str, signed: str = "2026-09-20", **more: str | None) -> str:
    fields: dict[str, str | None] = {
        "编号": number, "名称": f"粉刷 {number}", "类型": "小型工程", "乙方": "示例装修公司", "乙方类别": "单位", "标的": "墙面", "方向": "付",
        "金额": amount, "起": "2026-10-01", "止": "2026-12-31", "签订日": signed, "交易方式": "询价", "决议": "2026-03-28-daibiao/1",
    }  # fmt: skip
    return "  - " + "\n    ".join(f"{k}: {v}" for k, v in (fields | more).items() if v is not None) + "\n"


def found(*contracts: str, **files: str) -> list[str]:
    return codes(ledgers({"community.yml": COMMUNITY, REGISTER: "合同:\n" + "".join(contracts), **files}))


@pytest.mark.parametrize(
    "second, said",
    [
        ({"signed": "2026-10-20"}, ["CON030"]),
        ({"signed": "2026-10-21"}, []),  # 31 days later
        ({"amount": "20000.00"}, []),  # 50,000.00 together
        ({"交易方式": "公开招标"}, []),
        ({"交易方式": None}, ["CON030"]),
        ({"乙方": "另一装修公司"}, []),
        ({"类型": "劳务"}, []),
    ],
)
def test_small_contracts_with_one_party(second: dict[str, str], said: list[str]) -> None:
    assert found(contract("HT-1", "30000.00"), contract("HT-2", **({"amount": "20000.01"} | second))) == said


def test_small_contracts_for_one_project_are_told_whoever_has_them() -> None:
    project = (
        "名称: 活动室改造\n类别: 工程\n立项决议: 2026-03-28-daibiao/1\n预算: 8500.00\n资金来源:\n  - {来源: 资金, 资金: own, 金额: 8500.00}\n"
        "合同: [committee/HT-1, committee/HT-2]\n公示:\n  - {阶段: 立项, 日期: 2026-04-01}\n"
    )
    two = contract("HT-1", "30000.00"), contract("HT-2", "30000.00", 乙方="另一装修公司")
    assert found(*two) == []
    assert found(*two, **{"projects/2026-hall.yml": project}) == ["CON030"]


def test_the_procedure_is_named_above_the_line() -> None:
    assert found(contract("HT-1", "50000.00", 交易方式=None)) == []
    assert found(contract("HT-1", "50000.01", 交易方式=None)) == ["CON031"]


def test_business_with_an_officers_firm_takes_a_vote_without_the_officer() -> None:
    aside = MEETING.replace("回避: 0", "回避: 1").replace("同意: ", "同意: 1").replace("同意: 1", "同意: ", 1)
    assert found(contract("HT-1", "3000.00", 乙方="示例便民店", 决议=None)) == ["CON029"]
    assert found(contract("HT-1", "3000.00", 乙方="示例便民店")) == ["CON029"]
    assert "回避: 1" in aside
    told = found(contract("HT-1", "3000.00", 乙方="示例便民店"), **{"meetings/2026/2026-03-28-daibiao.yml": aside})
    assert "CON029" not in told
