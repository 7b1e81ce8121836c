"""Stock after every movement; first in, first out; whatever was received was given, lost, or is there."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.values.measures import decimal
from tests.unit.kinds.goods.ledger import gds, held, item, look, moved, only, whole


def test_what_comes_and_goes(tmp_path: Path) -> None:
    found = look(
        tmp_path, item(moved("2026-03-02", "入库", 20), moved("2026-03-05", "发放", 12), moved("2026-03-06", "损耗", 3), more="    期初: 5\n")
    )
    s = only(found)
    assert tuple(step.stock for step in s.steps) == whole(25, 13, 10)
    assert (s.received, s.given, s.lost, s.left) == whole(25, 12, 3, 10)
    assert gds(found) == []


def test_within_a_day_goods_come_first_and_are_counted_last(tmp_path: Path) -> None:
    found = look(tmp_path, item(moved("2026-03-02", "盘点", 8), moved("2026-03-02", "发放", 12), moved("2026-03-02", "入库", 20)))
    assert tuple(step.stock for step in only(found).steps) == whole(20, 8, 8)
    assert gds(found) == []


def test_the_order_of_the_file_does_not_matter(tmp_path: Path) -> None:
    found = look(tmp_path, item(moved("2026-03-09", "发放", 12), moved("2026-03-02", "入库", 20)))
    assert ((only(found).left,), gds(found)) == (whole(8), [])


def test_one_piece_too_many(tmp_path: Path) -> None:
    assert gds(look(tmp_path / "a", item(moved("2026-03-02", "入库", 20), moved("2026-03-09", "发放", 20)))) == []
    assert gds(look(tmp_path / "b", item(moved("2026-03-02", "入库", 20), moved("2026-03-09", "发放", 21)))) == ["GDS003"]


def test_given_out_before_it_came_is_below_zero_though_the_sum_is_right(tmp_path: Path) -> None:
    assert gds(look(tmp_path, item(moved("2026-03-02", "发放", 20), moved("2026-03-09", "入库", 20)))) == ["GDS003"]


def test_below_zero_is_told_once_and_counts_keep_silent(tmp_path: Path) -> None:
    assert gds(look(tmp_path, item(moved("2026-03-02", "发放", 2), moved("2026-03-03", "发放", 2), moved("2026-03-04", "盘点", 0)))) == ["GDS003"]


def test_a_count_is_right_to_the_piece(tmp_path: Path) -> None:
    came = moved("2026-03-02", "入库", 20)
    assert gds(look(tmp_path / "a", item(came, moved("2026-06-30", "盘点", 20)))) == []
    assert gds(look(tmp_path / "b", item(came, moved("2026-06-30", "盘点", 19)))) == ["GDS004"]
    assert gds(look(tmp_path / "c", item(came, moved("2026-06-30", "损耗", 1), moved("2026-06-30", "盘点", 19)))) == []
    found_more = moved("2026-06-30", "入库", 1, "        来源: 盘盈\n        说明: 盘点多出\n")
    assert gds(look(tmp_path / "d", item(came, found_more, moved("2026-06-30", "盘点", 21)))) == []


def test_the_oldest_goes_first(tmp_path: Path) -> None:
    old = moved("2026-01-02", "入库", 10, "        来源: 拨付\n        保质期至: 2026-06-30\n")
    new = moved("2026-03-02", "入库", 10, "        来源: 拨付\n        保质期至: 2027-06-30\n")
    assert gds(look(tmp_path / "a", item(old, new, moved("2026-04-01", "发放", 10)))) == []
    assert gds(look(tmp_path / "b", item(old, new, moved("2026-04-01", "发放", 9)))) == ["GDS013"]


def test_what_names_its_donation_is_taken_from_it(tmp_path: Path) -> None:
    donation = (
        "捐赠:\n  - 编号: J-1\n    日期: 2026-03-02\n    捐赠人: 某爱心企业\n    捐赠人类别: 单位\n    署名: 匿名\n    类型: 物\n"
        "    物品:\n      - 品名: 口罩\n        数量: 5\n        单位: 盒\n    指定用途: 防护\n    票据: 公益捐赠票据 8099\n"
    )
    files = {"finance/committee/donations.yml": donation.encode()}
    came = moved("2026-01-02", "入库", 10) + moved("2026-03-02", "入库", 5, "        来源: 捐赠\n        捐赠: J-1\n")
    given_out = moved("2026-03-05", "发放", 4, "        对象: 独居老人\n        户数: 4\n        捐赠: J-1\n")
    s = only(look(tmp_path / "a", item(came, given_out), files))
    assert [(lot.received, lot.left) for lot in s.lots.values()] == [whole(10, 10), whole(5, 1)]
    more = given_out.replace("数量: 4", "数量: 6")
    assert gds(look(tmp_path / "b", item(came, more), files)) == ["GDS005"]


def test_what_has_not_happened_is_not_there(tmp_path: Path) -> None:
    found = look(tmp_path, item(moved("2026-11-10", "入库", 10), moved("2026-11-11", "发放", 4)))
    assert ((only(found).left,), gds(found)) == (whole(10), ["GDS014"])


def test_what_is_weighed_is_right_to_the_ten_thousandth(tmp_path: Path) -> None:
    came, gone = moved("2026-03-02", "入库", "12.5"), moved("2026-03-05", "发放", "2.4999")
    assert gds(look(tmp_path / "a", item(came, gone, moved("2026-06-30", "盘点", "10.0001")))) == []
    assert gds(look(tmp_path / "b", item(came, gone, moved("2026-06-30", "盘点", "10")))) == ["GDS004"]
    assert gds(look(tmp_path / "c", item(came, moved("2026-03-05", "发放", "12.5001")))) == ["GDS003"]
    assert only(look(tmp_path / "d", item(came, gone))).left == held("10.0001")


def test_a_difference_is_told_as_it_was_typed(tmp_path: Path) -> None:
    found = look(tmp_path, item(moved("2026-03-02", "入库", "12.50"), moved("2026-06-30", "盘点", "12.4")))
    (message,) = [f.message("zh") for f in found.findings if f.code.id == "GDS004"]
    assert message == "2026-06-30 盘点 12.4 盒，台账应为 12.5 盒，相差 0.1"


@pytest.mark.parametrize("typed", ["2.50001", "-1", "1/2", "两", "1e3", "2.5公斤"])
def test_a_number_that_is_none_is_refused(tmp_path: Path, typed: str) -> None:
    found = look(tmp_path, item(moved("2026-03-02", "入库", typed)))
    assert "SCH028" in [f.code.id for f in found.findings]


_QUANTITIES = st.integers(0, 300_000).map(lambda n: (n, decimal(n)))
_MOVES = st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["入库", "发放", "损耗"]), _QUANTITIES), max_size=12)


@given(_QUANTITIES, _MOVES)
@settings(max_examples=25)
def test_lots_and_stock_agree_whatever_moved(opening: tuple[int, str], moves: list[tuple[int, str, tuple[int, str]]]) -> None:
    first = datetime.date(2026, 1, 1)
    told = [moved(str(first + datetime.timedelta(day)), doing, typed) for day, doing, (_, typed) in moves]
    if not told:
        return
    with tempfile.TemporaryDirectory() as folder:
        found = look(Path(folder), item(*told, more=f"    期初: {opening[1]}\n"))
    s = only(found)
    assert s.left == opening[0] + sum(n if doing == "入库" else -n for _, doing, (n, _) in moves)
    assert s.steps[-1].stock == s.left
    assert all(lot.left == lot.received - lot.given - lot.lost >= 0 for lot in s.lots.values())
    if "GDS003" not in gds(found):
        assert s.left - sum(lot.left for lot in s.lots.values()) in range(opening[0] + 1)
