"""No land is registered twice, and no more of it is let than there is."""

from __future__ import annotations

import pytest

from mingbai.kinds.resources.pages import drafts
from mingbai.pipeline import Checked
from tests.unit.kinds.finance.ledger import ledgers, view

SIDES = "东至水渠，南至村道，西至林带，北至沟"


def parcel(number: str = "ZY-01", area: str = "45", more: str = "    利用方式: 自营\n", *, place: str = "村东", bounds: str = SIDES) -> str:
    return f"  - 编号: {number}\n    名称: 机动地 {number}\n    类别: 耕地\n    坐落: {place}\n    四至: {bounds}\n    面积: {area}\n    权属: 村集体\n{more}"


def let(number: str, resources: str = "", area: str = "", *, start: str = "2026-01-01", end: str = "2028-12-31") -> str:
    size = f"    数量: {area}\n    单位: 亩\n" if area else ""
    cited = f"    资源: {resources}\n" if resources else ""
    return (
        f"  - 编号: {number}\n    名称: 发包 {number}\n    类型: 资源发包\n    乙方: 示例合作社 {number}\n    乙方类别: 单位\n    标的: 机动地\n{size}{cited}"
        f"    方向: 收\n    计价:\n      单价: 100.00\n      每: 亩\n      周期: 年\n    起: {start}\n    止: {end}\n    签订日: 2025-12-20\n    交易方式: 公开招标\n"
    )


def look(parcels: str, contracts: str = "") -> Checked:
    more = {"finance/committee/contracts.yml": f"合同:\n{contracts}"} if contracts else {}
    return ledgers({"finance/committee/resources.yml": f"资源:\n{parcels}", **more})


def told(found: Checked) -> list[str]:
    return [f.message("zh") for f in found.findings if f.code.id == "RES007"]


@pytest.mark.parametrize(
    "bounds, place, same",
    [
        (SIDES, "村东", True),
        ("东到水渠、南到村道、西到林带、北到沟", "村东", True),
        ("东临水渠；南临村道；西临林带；北临沟。", "村 东", True),
        ("东至水渠，南至村道，西至林带，北至河", "村东", False),
        (SIDES, "村西", False),
        ("见附图", "村东", False),
    ],
)
def test_the_same_bounds_are_the_same_land(bounds: str, place: str, same: bool) -> None:
    first = parcel(bounds="见附图") if bounds == "见附图" else parcel()
    assert bool(told(look(first + parcel("ZY-02", "30", bounds=bounds, place=place)))) is same


LET = "    利用方式: 发包\n    合同: H-1\n"
PARTS = (
    "    分块:\n      - 编号: 1\n        面积: 25\n        利用方式: 发包\n        合同: H-1\n"
    "      - 编号: 2\n        面积: 20\n        利用方式: 自营\n"
)


def test_a_second_contract_on_land_that_is_let() -> None:
    found = look(parcel(more=LET), let("H-1") + let("H-2", "[ZY-01]", "15"))
    assert told(found) == ["“机动地 ZY-01”45 亩，合同 H-1、H-2 同时租出，合计 60 亩"]


@pytest.mark.parametrize(
    "more, second, twice",
    [
        (PARTS, let("H-2", "[ZY-01]", "20"), False),
        (PARTS, let("H-2", "[ZY-01]", "20.0001"), True),
        (PARTS, let("H-2", "[ZY-01/2]"), False),
        (PARTS, let("H-2", "[ZY-01/1]"), True),
        (LET, let("H-2", "[ZY-01]", "15", start="2029-01-01", end="2030-12-31"), False),
        (LET, let("H-2", "[ZY-01]", "15", start="2020-01-01", end="2025-12-31"), False),
        (PARTS, let("H-2", "[ZY-01/2, ZY-02]", "30"), False),
    ],
)
def test_what_is_let_together_stays_within_the_parcel(more: str, second: str, twice: bool) -> None:
    other = parcel("ZY-02", "10", place="村西")
    assert bool(told(look(parcel(more=more) + other, let("H-1") + second))) is twice


def test_what_the_contracts_own_rule_tells_is_not_told_again() -> None:
    found = look(parcel(), let("H-1", "[ZY-01]", "30") + let("H-2", "[ZY-01]", "20"))
    assert "CON028" in [f.code.id for f in found.findings]
    assert told(found) == []


def test_the_page_says_from_when_until_when_as_it_is_spoken() -> None:
    page = next(iter(drafts(view(look(parcel(more=LET), let("H-1"))))))
    assert [plot.until for p in page.context.parcels for plot in p.plots] == ["2026年1月1日至2028年12月31日"]
