"""What registers see of the lines that cite them, with what undoes those lines."""

from __future__ import annotations

from mingbai.kinds.finance.ledger import citing
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
