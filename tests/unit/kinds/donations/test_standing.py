"""What was received, used and is left of every donation, line by line and piece by piece."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mingbai.kinds.donations.register import _back, _forth
from tests.unit.kinds.donations.ledger import don, every, line, look, money, things
from tests.unit.kinds.goods.ledger import whole

RICE = "  - 编号: WZ-01\n    品名: 大米\n    单位: 袋\n    收发:\n"


def moved(day: str, doing: str, count: int, more: str = "") -> str:
    return f"      - 日期: {day}\n        类型: {doing}\n        数量: {count}\n{more}"


def test_income_brings_it_and_spending_uses_it(tmp_path: Path) -> None:
    found = look(tmp_path, money(), line(1, "收入", "600.00") + line(2, "支出", "250.00"))
    s = every(found)["J-1"]
    assert (sum(p.fen for p in s.received), s.used, s.left, s.finished) == (600_00, 250_00, 350_00, False)


def test_a_refund_gives_back(tmp_path: Path) -> None:
    refund = line(3, "退款", "50.00", more="    原凭证: 03-002\n    原因: 少送一份\n")
    assert every(look(tmp_path, money(), line(1, "收入", "600.00") + line(2, "支出", "250.00") + refund))["J-1"].left == 400_00


def test_one_payment_uses_up_the_first_donation_then_the_next(tmp_path: Path) -> None:
    entries = money("J-1", "200.00") + money("J-2", "300.00")
    lines = line(1, "收入", "200.00") + line(2, "收入", "300.00", "J-2") + line(3, "支出", "350.00", "[J-1, J-2]")
    found = look(tmp_path, entries, lines)
    assert {n: s.left for n, s in every(found).items()} == {"J-1": 0, "J-2": 150_00}
    refund = line(4, "退款", "200.00", more="    原凭证: 03-003\n    原因: 退货\n")
    again = look(tmp_path / "b", entries, lines + refund)
    assert {n: s.left for n, s in every(again).items()} == {"J-1": 50_00, "J-2": 300_00}
    second = line(5, "退款", "150.00", day="2026-03-11", more="    原凭证: 03-003\n    原因: 全部退货\n")
    all_back = look(tmp_path / "c", entries, lines + refund + second)
    assert {n: s.left for n, s in every(all_back).items()} == {"J-1": 200_00, "J-2": 300_00}


def test_a_correction_says_later_which_donation_it_was(tmp_path: Path) -> None:
    plain = line(2, "支出", "250.00").replace("    捐赠: J-1\n", "")
    told = line(3, "更正", "", more="    更正凭证: 03-002\n    捐赠: J-1\n    原因: 补写捐赠编号\n    批准: 主任\n")
    moved = line(4, "更正", "", more="    更正凭证: 03-002\n    捐赠: J-2\n    原因: 写错捐赠编号\n    批准: 主任\n")
    entries = money("J-1", "600.00") + money("J-2", "300.00")
    lines = line(1, "收入", "900.00", "[J-1, J-2]") + plain + told
    assert {n: s.left for n, s in every(look(tmp_path / "a", entries, lines)).items()} == {"J-1": 350_00, "J-2": 300_00}
    assert {n: s.left for n, s in every(look(tmp_path / "b", entries, lines + moved)).items()} == {"J-1": 600_00, "J-2": 50_00}


def test_one_income_brings_two_donations(tmp_path: Path) -> None:
    found = look(
        tmp_path, money("J-1", "200.00") + money("J-2", "300.00"), line(1, "收入", "500.00", "[J-1, J-2]") + line(2, "支出", "500.00", "[J-1, J-2]")
    )
    assert don(found) == []
    short = look(tmp_path / "b", money("J-1", "200.00") + money("J-2", "300.00"), line(1, "收入", "499.99", "[J-1, J-2]"))
    assert [f.message("zh") for f in short.findings if f.code.id == "DON003"] == ["登记捐款 300.00，引用它的收入共 299.99，相差 0.01"]


def test_what_was_used_before_the_book_is_used(tmp_path: Path) -> None:
    s = every(look(tmp_path, money(day="2025-12-20", more="    启用前已用: 550.00\n"), line(1, "支出", "50.00")))["J-1"]
    assert (s.used, s.left, s.finished) == (600_00, 0, True)


def test_things_are_followed_into_the_register_of_goods(tmp_path: Path) -> None:
    given_out = moved("2026-09-20", "发放", 12, "        对象: 独居老人\n        户数: 12\n")
    goods = RICE + moved("2026-09-18", "入库", 20, "        来源: 捐赠\n        捐赠: J-1\n") + given_out
    found = look(tmp_path, things(), goods=goods)
    s = every(found)["J-1"]
    assert [(lot.received, lot.given, lot.left) for lot in s.lots] == [whole(20, 12, 8)]
    assert ((s.things_left,), s.finished, don(found)) == (whole(8), False, [])


def test_things_never_received_are_not_used_up(tmp_path: Path) -> None:
    found = look(tmp_path, things())
    assert not every(found)["J-1"].finished
    assert don(found) == ["DON016"]


@given(st.integers(-10_000, 10_000), st.lists(st.integers(0, 5_000), min_size=1, max_size=5))
def test_parts_of_a_line_come_to_the_line(fen: int, rooms: list[int]) -> None:
    ids = [(str(n), room) for n, room in enumerate(rooms)]
    parts = list(_forth(fen, ids))
    assert sum(part for _, part in parts) == fen
    if fen > 0:
        assert all(part <= dict(ids)[id] for id, part in parts if id != ids[-1][0])


@given(st.lists(st.integers(1, 5_000), min_size=1, max_size=5), st.data())
def test_what_is_given_back_was_taken(shares: list[int], data: st.DataObject) -> None:
    fen = data.draw(st.integers(0, sum(shares)))
    ids = [(str(n), share) for n, share in enumerate(shares)]
    back = list(_back(fen, ids))
    assert sum(part for _, part in back) == -fen
    assert all(-part <= dict(ids)[id] for id, part in back)
