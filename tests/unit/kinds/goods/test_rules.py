"""What rules say, and when they keep silent; each code's own example is tests/unit/test_examples.py's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base.community import BASE
from tests.unit.kinds.goods.ledger import gds, item, look, moved

MARCH = "finance/committee/2026-03.yml"
HEAD = "期间: 2026-03\n默认:\n  账户: bank\n  资金: own\n  经办: 文书\n  审批: 主任\n收支:\n"


def bought(amount: str = "240.00", goods: str = "WZ-01", number: int = 1) -> str:
    return (
        f"  - 凭证: 03-{number:03d}\n    日期: 2026-03-02\n    类型: 支出\n    金额: {amount}\n    科目: 活动费\n    摘要: 购口罩 20 盒\n"
        f"    对方: 示例药店\n    票据: 发票 {number}\n    物资: {goods}\n"
    )


def receipt(count: int = 20, value: str = "", line: str = "2026-03/03-001") -> str:
    return moved("2026-03-02", "入库", count, f"        来源: 购入\n        凭证: {line}\n" + (f"        金额: {value}\n" if value else ""))


def test_bought_paid_and_received(tmp_path: Path) -> None:
    assert gds(look(tmp_path, item(receipt(value="240.00")), {MARCH: (HEAD + bought()).encode()})) == []


def test_a_fen_more_than_was_paid(tmp_path: Path) -> None:
    assert gds(look(tmp_path, item(receipt(value="240.01")), {MARCH: (HEAD + bought()).encode()})) == ["GDS006"]


def test_one_payment_for_two_sorts_is_received_twice(tmp_path: Path) -> None:
    second = item(receipt(value="100.00"), number="WZ-02", name="洗手液")
    month = {MARCH: (HEAD + bought(goods="[WZ-01, WZ-02]")).encode()}
    assert gds(look(tmp_path / "a", item(receipt(value="140.00")) + second, month)) == []
    assert gds(look(tmp_path / "b", item(receipt(value="140.00")) + second.replace("        凭证: 2026-03/03-001\n", ""), month)) == [
        "GDS011",
        "GDS010",
    ]


def test_a_payment_that_was_reversed_buys_nothing(tmp_path: Path) -> None:
    back = "  - 凭证: 03-002\n    日期: 2026-03-09\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 未到货退款\n    批准: 主任\n"
    month = {MARCH: (HEAD + bought() + back).encode()}
    assert gds(look(tmp_path, item(moved("2026-03-01", "入库", 2)), month)) == []


UNDO = "    日期: 2026-03-09\n    原因: 核对后更正\n    批准: 主任\n"
CATEGORIES = (BASE / "ledgers/community.yml").read_text("utf-8").replace("利息收入]", "利息收入, 物资购置费]")


def refund(amount: str) -> str:
    return f"  - 凭证: 03-002\n    类型: 退款\n    金额: {amount}\n    原凭证: 03-001\n{UNDO}"


def correction(what: str, number: int = 2) -> str:
    return f"  - 凭证: 03-{number:03d}\n    类型: 更正\n    更正凭证: 03-001\n{what}{UNDO}"


@pytest.mark.parametrize(
    "after, value, codes",
    [
        (refund("40.00"), "200.00", []),
        (refund("40.00"), "200.01", ["GDS006"]),
        (refund("240.00"), "240.00", ["GDS006"]),
        (correction("    金额: 250.00\n"), "250.00", []),
        (correction("    金额: 250.00\n"), "250.01", ["GDS006"]),
        (correction("    金额: 230.00\n"), "240.00", ["GDS006"]),
        (correction("    金额: 230.00\n") + refund("30.00").replace("03-002", "03-003"), "200.00", []),
    ],
)
def test_lots_are_worth_what_the_purchase_comes_to(tmp_path: Path, after: str, value: str, codes: list[str]) -> None:
    assert gds(look(tmp_path, item(receipt(value=value)), {MARCH: (HEAD + bought() + after).encode()})) == codes


def test_a_receipt_may_cite_the_correction(tmp_path: Path) -> None:
    month = {MARCH: (HEAD + bought() + correction("    金额: 250.00\n")).encode()}
    both = item(receipt(10, "125.00"), receipt(10, "125.00", "2026-03/03-002"))
    assert gds(look(tmp_path / "a", both, month)) == []
    assert gds(look(tmp_path / "b", item(receipt(value="250.01", line="2026-03/03-002")), month)) == ["GDS006"]


@pytest.mark.parametrize(
    "after, codes",
    [
        ("", ["GDS011"]),
        (refund("40.00"), ["GDS011"]),
        (refund("240.00"), []),
        (correction("    金额: 230.00\n"), ["GDS011"]),
        (correction("    物资: WZ-02\n"), []),
    ],
)
def test_what_stands_is_received(tmp_path: Path, after: str, codes: list[str]) -> None:
    second = item(receipt(value="240.00", line="2026-03/03-002"), number="WZ-02", name="洗手液") if "WZ-02" in after else ""
    assert gds(look(tmp_path, item(moved("2026-03-01", "入库", 2)) + second, {MARCH: (HEAD + bought() + after).encode()})) == codes


@pytest.mark.parametrize(
    "line, after, told",
    [
        ("物资购置费", "", ["240.00"]),
        ("物资购置费", refund("40.00"), ["200.00"]),
        ("物资购置费", refund("240.00"), []),
        ("物资购置费", correction("    科目: 活动费\n"), []),
        ("活动费", correction("    科目: 物资购置费\n"), ["240.00"]),
        ("物资购置费", correction("    物资: WZ-01\n"), []),
    ],
)
def test_a_purchase_is_registered_as_it_stands(tmp_path: Path, line: str, after: str, told: list[str]) -> None:
    month = HEAD + bought().replace("    物资: WZ-01\n", "").replace("科目: 活动费", f"科目: {line}") + after
    entries = item(receipt(line="2026-03/03-002")) if "WZ-01" in after else item(moved("2026-03-01", "入库", 2))
    found = look(tmp_path, entries, {MARCH: month.encode(), "community.yml": CATEGORIES.encode()})
    assert [f.values["amount"] for f in found.findings if f.code.id == "GDS012"] == told


@pytest.mark.parametrize(
    "to,codes", [("独居老人", []), ("高龄老人", []), ("李小六", ["GDS002"]), ("独居老人、王大妈", ["GDS002"]), ("楼长 陈大文", ["GDS002"])]
)
def test_classes_not_names(tmp_path: Path, to: str, codes: list[str]) -> None:
    entry = item(moved("2026-03-02", "入库", 20), moved("2026-03-05", "发放", 6, f"        对象: {to}\n        户数: 6\n"))
    found = look(tmp_path, entry)
    assert gds(found) == codes
    assert all("李小六" not in f.message(lang) and "陈大文" not in f.message(lang) for f in found.findings for lang in ("zh", "en"))


@pytest.mark.parametrize(
    "doing,more,lacks",
    [
        ("入库", "", "来源"),
        ("入库", "        来源: 购入\n", "凭证"),
        ("入库", "        来源: 捐赠\n", "捐赠"),
        ("发放", "        对象: 独居老人\n", "户数或人数"),
        ("发放", "        人数: 6\n", "对象"),
        ("损耗", "", "说明"),
    ],
)
def test_a_movement_says_what_its_sort_must(tmp_path: Path, doing: str, more: str, lacks: str) -> None:
    found = look(tmp_path, item(moved("2026-03-05", doing, 6, more), more="    期初: 10\n"))
    assert [f.message("zh") for f in found.findings if f.code.id == "GDS010"] == [f"2026-03-05 {doing} 6 盒没有写“{lacks}”"]


def test_the_last_day_is_still_good(tmp_path: Path) -> None:
    def until(day: str) -> str:
        return item(moved("2026-03-02", "入库", 20, f"        来源: 拨付\n        保质期至: {day}\n"))

    assert gds(look(tmp_path / "a", until("2026-11-10"))) == []
    assert gds(look(tmp_path / "b", until("2026-11-09"))) == ["GDS013"]


def test_a_community_without_a_register_is_asked_nothing(check) -> None:
    assert gds(check()) == []
