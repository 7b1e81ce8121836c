"""A project beside its levy, and how its contractor was chosen: at the edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai.kinds import levies
from tests.base.community import codes
from tests.unit.kinds.finance.ledger import ledgers

GOOD = Path(levies.__file__).parent / "examples/good"
LEVY = (GOOD / "finance/committee/levies/2026-lane.yml").read_text("utf-8").replace("年度: 2026\n", "年度: 2026\n项目: 2026-lane\n")
MEETING = {"meetings/2026/2026-01-24-jumin.yml": (GOOD / "meetings/2026/2026-01-24-jumin.yml").read_text("utf-8")}


def project(sources: str, budget: str, more: str = "") -> str:
    head = f"名称: 东巷硬化\n类别: 一事一议\n立项决议: 2026-01-24-jumin/1\n预算: {budget}\n资金来源:\n{sources}"
    return head + more + "公示:\n  - {阶段: 立项, 日期: 2026-01-26}\n  - {阶段: 实施, 日期: 2026-02-02}\n"


@pytest.mark.parametrize(
    "raised, labour, more, said",
    [
        ("4800.00", "16000.00", "", []),
        ("4800.01", "16000.00", "", ["PRJ030"]),
        ("4800.00", "15000.00", "", ["PRJ030"]),
        ("4900.00", "16000.00", "变更:\n  - {日期: 2026-02-01, 内容: 多收五户, 增加: 100.00, 决议: 2026-01-24-jumin/1}\n", []),
    ],
)
def test_sources_are_those_of_the_levy(raised: str, labour: str, more: str, said: list[str]) -> None:
    cents = sum(round(float(x) * 100) for x in (raised, labour, "20000.00"))
    sources = f"  - {{来源: 筹资, 金额: {raised}}}\n  - {{来源: 投劳折资, 金额: {labour}}}\n  - {{来源: 奖补, 金额: 20000.00}}\n"
    files = {"projects/2026-lane.yml": project(sources, f"{cents / 100:.2f}", more), "finance/committee/levies/2026-lane.yml": LEVY}
    assert codes(ledgers(files | MEETING)) == said


@pytest.mark.parametrize("raised, labour, said", [("5800.00", "15000.00", []), ("4800.00", "16000.00", ["PRJ030", "PRJ030"])])
def test_days_that_were_paid_for_are_money_and_no_labour(raised: str, labour: str, said: list[str]) -> None:
    """以资代劳: ten days at 100 yuan are counted once, on the side of the money."""
    sources = f"  - {{来源: 筹资, 金额: {raised}}}\n  - {{来源: 投劳折资, 金额: {labour}}}\n  - {{来源: 奖补, 金额: 20000.00}}\n"
    levy = LEVY.replace("  工价: 100.00\n", "  工价: 100.00\n  以资代劳: 10\n")
    assert levy != LEVY
    files = {"projects/2026-lane.yml": project(sources, "40800.00"), "finance/committee/levies/2026-lane.yml": levy}
    assert [c for c in codes(ledgers(files | MEETING)) if c.startswith("PRJ")] == said


@pytest.mark.parametrize(
    "budget, more, said",
    [
        ("50000.00", "招标方式: 直接委托\n进展:\n  - {阶段: 开工, 日期: 2026-02-01}\n", ["PRJ031"]),
        ("50000.00", "进展:\n  - {阶段: 开工, 日期: 2026-02-01}\n", ["PRJ031"]),
        ("49999.99", "招标方式: 直接委托\n进展:\n  - {阶段: 开工, 日期: 2026-02-01}\n", []),
        ("50000.00", "招标方式: 竞争性谈判\n进展:\n  - {阶段: 开工, 日期: 2026-02-01}\n", []),
        ("50000.00", "招标方式: 自建\n进展:\n  - {阶段: 开工, 日期: 2026-02-01}\n", []),
        ("50000.00", "", []),  # not begun
    ],
)
def test_large_projects_are_put_to_competition(budget: str, more: str, said: list[str]) -> None:
    sources = f"  - {{来源: 其他, 说明: 街道, 金额: {budget}}}\n"
    told = codes(ledgers({"projects/2026-lane.yml": project(sources, budget, more)} | MEETING))
    assert [c for c in told if c != "PRJ027"] == said  # PRJ027: no news since it began
