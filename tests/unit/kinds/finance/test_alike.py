"""A month of many lines that look alike is read, made and judged together; a line that is wrong among them is told, and it alone."""

from __future__ import annotations

import pytest

from mingbai.pipeline import Checked
from tests.base.community import codes
from tests.unit.kinds.finance.ledger import MARCH, march

LINE = """  - 凭证: 03-{n:03}
    日期: 2026-03-05
    类型: 支出
    金额: 1.{n:02}
    资金: own
    科目: 维修费
    摘要: 更换楼道灯 1 盏
    对方: 某灯具店
    票据: 发票 339141{n:02}
"""
MANY, ODD = 60, 40


def month(**changes: str) -> Checked:
    """A month of such lines; the odd one has each text (key) of `changes` exchanged."""
    lines = [LINE.format(n=n) for n in range(1, MANY + 1)]
    for old, new in changes.items():
        assert old in lines[ODD - 1]
        lines[ODD - 1] = lines[ODD - 1].replace(old, new)
    return march("".join(lines))


def at_the_odd_one(found: Checked, code: str) -> list[bool]:
    """For every finding of this code whether it stands at the odd line."""
    text = found.texts[f"ledgers/{MARCH}"]
    first = text[: text.index("  - 凭证: 03-038\n")].count("\n") + 1 + 2 * LINE.count("\n")
    last = text[: text.index("  - 凭证: 03-041\n")].count("\n")
    return [f.place.span is not None and first <= f.place.span.line <= last for f in found.findings if f.code.id == code]


def test_nothing_is_told_of_lines_that_are_right():
    assert codes(month()) == []


@pytest.mark.parametrize(
    "old, new, code",
    [
        ("2026-03-05", "2026-03-50", "SCH015"),
        ("金额: 1.40", "金额: 壹元", "SCH010"),
        ("科目: 维修费", "科目: 维修", "REF001"),
        ("    摘要", "    摘耍", "SCH002"),
        ("03-040", "03-039", "FIN007"),
        ("    金额: 1.40\n", "", "FIN015"),
        ("    票据: 发票 33914140\n", "", "FIN012"),
        ("    资金: own\n", "    资金: own\n    审批: 文书\n", "FIN013"),
        ("    资金: own\n", "    资金: own\n    转入账户: cash\n", "FIN016"),
        ("    资金: own\n", "    资金: own\n    领款:\n      人数: 2\n      标准: 3.00\n", "FIN006"),
        ("资金: own", "资金: office-2026", "FIN011"),
        ("更换楼道灯 1 盏", "更换楼道灯等费用", "FIN034"),
        ("类型: 支出", "类型: 冲正", "FIN016"),
        ("票据: 发票 33914140", "票据: 发票 33914140\n    票据日期: 2024-03-05", "FIN066"),
    ],
)
def test_the_one_that_is_wrong_is_told(old, new, code):
    assert set(at_the_odd_one(month(**{old: new}), code)) == {True}


def test_an_account_overdrawn_on_a_day_of_many_lines_is_told_at_its_last():
    found = month(**{"金额: 1.40": "金额: 99999999.00"})
    assert [f.place.span.line for f in found.findings if f.code.id == "FIN009" and f.place.span] == [
        found.texts[f"ledgers/{MARCH}"][: found.texts[f"ledgers/{MARCH}"].index("1.60")].count("\n") + 1
    ]


def test_a_bill_paid_twice_is_found_among_many():
    assert at_the_odd_one(month(**{"金额: 1.40": "金额: 1.39", "33914140": "33914139"}), "FIN019") == [True]
