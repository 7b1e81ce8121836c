"""Disposals and yearly inventories: what is told, what is not, and whose value counts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.base.community import BASE, codes, laid_over
from tests.unit.kinds.finance.ledger import ledgers

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")
ASSETS, INVENTORY = "finance/committee/assets.yml", "finance/committee/inventory.yml"


def asset(change: dict[str, str | None] | None = None, counted: str = "2026-06-30") -> str:
    text = (
        "资产:\n  - 编号: ZC-001\n    名称: 巡逻车\n    类别: 非经营性\n    分类: 车辆\n    存放地点: 院内\n    数量: 1\n    单位: 辆\n"
        "    购建日期: 2020-05-10\n    来源: 购置\n    原值: 68000.00\n    使用状态: 自用\n    保管人: 文书\n"
    )
    if change is not None:
        fields: dict[str, str | None] = {
            "日期": "2026-08-20", "变动": "处置", "原因": "更新", "金额": "52000.00", "评估价": "52000.00", "交易方式": "产权市场", "决议": "2026-03-28-daibiao/1"
        }  # fmt: skip
        text += "    变动记录:\n      - " + "\n        ".join(f"{k}: {v}" for k, v in (fields | change).items() if v is not None) + "\n"
    return text + f"    盘点:\n      - {{日期: {counted}, 结果: 相符, 盘点人: 文书}}\n"


@pytest.mark.parametrize(
    "change, said",
    [
        ({}, []),
        ({"日期": "2026-03-28"}, []),
        ({"日期": "2026-03-27"}, ["AST027"]),
        ({"决议": None}, ["AST013"]),
        ({"金额": "51999.99"}, ["AST029"]),
        ({"交易方式": "拍卖"}, []),
        ({"交易方式": None}, ["AST028"]),
        ({"交易方式": None, "金额": "49999.99", "评估价": "49999.99"}, []),
        ({"变动": "报废", "交易方式": None, "评估价": None, "金额": None}, []),
    ],
)
def test_disposals(change: dict[str, str | None], said: list[str]) -> None:
    assert codes(ledgers({ASSETS: asset(change)})) == said


@pytest.mark.parametrize("shown, said", [("2026-08-05", []), ("2026-08-06", ["AST030"]), (None, ["AST030"])])
def test_valuations_are_shown_where_a_place_asks_for_it(shown: str | None, said: list[str]) -> None:
    own = COMMUNITY + "标准:\n  - {编号: valuation-notice-days, 数: 15, 来源: 示例省条例}\n"
    assert codes(ledgers({ASSETS: asset({"评估公示": shown}), "community.yml": own})) == said
    assert codes(ledgers({ASSETS: asset({"评估公示": shown})})) == []


@pytest.mark.parametrize(
    "begins, counted, day, said",
    [
        ("2025-06-01", "2026-01-31", "2026-06-10", []),
        ("2025-06-01", "2025-11-29", "2026-04-01", ["AST024"]),
        ("2025-06-01", "2025-11-29", "2026-03-31", []),  # until the end of March
        ("2026-01-01", "2025-11-29", "2026-04-01", []),  # the book was not kept then
    ],
)
def test_everything_is_counted_around_the_years_end(tmp_path: Path, begins: str, counted: str, day: str, said: list[str]) -> None:
    files = {"community.yml": COMMUNITY.replace("启用: 2026-01-01", f"启用: {begins}", 1), ASSETS: asset(counted=counted)}
    checked = pipeline.check(laid_over(tmp_path / "c", files=files), datetime.date.fromisoformat(day))
    assert [c for c in codes(checked) if c.startswith("AST")] == said


STEPS = "清查:\n  - 年度: 2025\n    基准日: {day}\n    步骤: [{steps}]\n"


@pytest.mark.parametrize(
    "day, steps, said",
    [
        ("2025-12-31", "{步骤: 清查, 日期: 2025-12-31}, {步骤: 登记, 日期: 2025-12-31}", []),
        ("2025-12-30", "{步骤: 清查, 日期: 2025-12-31}", ["AST025"]),
        ("2026-12-31", "{步骤: 清查, 日期: 2026-12-31}", ["AST025"]),
        ("2025-12-31", "{步骤: 清查, 日期: 2026-01-02}, {步骤: 登记, 日期: 2026-01-01}", ["AST026"]),
        ("2025-12-31", "{步骤: 登记, 日期: 2026-01-02}", ["AST026"]),
        ("2025-12-31", "", []),
    ],
)
def test_inventories(day: str, steps: str, said: list[str]) -> None:
    assert codes(ledgers({INVENTORY: STEPS.format(day=day, steps=steps)})) == said
