"""What registers see of the lines that cite them, with what undoes those lines."""

from __future__ import annotations

from mingbai.kinds.finance.posting.ledger import citing
from tests.unit.kinds.finance.ledger import march

LINES = """  - 凭证: 03-001
    日期: 2026-03-05
    类型: 支出
    金额: 300.00
    科目: 办公费
    摘要: 购打印纸
    票据: 发票 1
    决议: 2026-03-28-daibiao/1
  - 凭证: 03-002
    日期: 2026-03-09
    类型: 退款
    金额: 100.00
    原凭证: 03-001
    票据: 银行回单 2
    原因: 退回一箱
  - 凭证: 03-003
    日期: 2026-03-10
    类型: 支出
    金额: 50.00
    科目: 办公费
    摘要: 购订书机
    票据: 发票 3
"""


def test_a_citing_line_comes_with_its_refund() -> None:
    found = citing(march(LINES).books, "decision", "2026-03-28-daibiao/1")
    assert [(p.line.voucher, p.amount) for p in found] == [("03-001", 300_00), ("03-002", -100_00)]


def test_nothing_cites_what_nobody_cites() -> None:
    assert citing(march(LINES).books, "decision", "2026-03-28-daibiao/2") == ()


def _moves(corrections: str, id: str) -> list[tuple[str, int]]:
    debts = "".join(
        f"  - 编号: {n}\n    性质: 应付\n    对方: 示例文具店\n    对方类别: 单位\n    发生日: 2026-03-01\n    原因: 办公用品\n    金额: 900.00\n"
        for n in ("A", "B")
    )
    found = citing(march(LINES + corrections, files={"finance/committee/debts.yml": f"债权债务:\n{debts}"}).books, "debt", f"committee/{id}")
    return [(p.line.voucher, sum(e.fen for e in p.entries)) for p in found]


BROUGHT = """  - 凭证: 03-004
    日期: 2026-03-20
    类型: 更正
    更正凭证: 03-003
    债权债务: A
    原因: 补写欠款编号
    批准: 主任
"""


def test_a_correction_brings_the_line_it_says_the_id_of() -> None:
    """A month that is closed cannot be touched; the citation comes later, and the money with it."""
    assert _moves(BROUGHT, "A") == [("03-003", -50_00), ("03-004", 0)]


def test_a_correction_of_the_amount_counts_where_the_line_does() -> None:
    more = BROUGHT.replace("    债权债务: A\n", "    金额: 60.00\n    债权债务: A\n")
    assert _moves(more, "A") == [("03-003", -50_00), ("03-004", -10_00)]


def test_a_correction_moves_a_line_from_one_to_another() -> None:
    moved = BROUGHT.replace("03-004", "03-005").replace("03-003", "03-004").replace("债权债务: A", "债权债务: B")
    assert sum(fen for _, fen in _moves(BROUGHT + moved, "A")) == 0
    assert sum(fen for _, fen in _moves(BROUGHT + moved, "B")) == -50_00


def test_a_second_correction_counts_too() -> None:
    first = BROUGHT.replace("    债权债务: A\n", "    金额: 60.00\n    债权债务: A\n")
    second = BROUGHT.replace("03-004", "03-005").replace("03-003", "03-004").replace("    债权债务: A\n", "    金额: 75.00\n")
    assert _moves(first + second, "A") == [("03-003", -50_00), ("03-004", -10_00), ("03-005", -15_00)]
