"""The log of corrections: whatever a correction says is told, the old beside the new, with what it does to each fund."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.base.community import checked, codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, march, table

PAID = """  - 凭证: 03-001
    日期: 2026-03-05
    类型: 支出
    金额: 300.00
    资金: office-2026
    科目: 办公费
    摘要: 购打印纸 3 箱
    对方: 某文具店
    票据: 发票 33914107
"""
SHARED = PAID.replace("    资金: office-2026\n    科目: 办公费\n", "") + (
    "    分摊:\n      - 资金: office-2026\n        科目: 办公费\n        金额: 200.00\n      - 资金: own\n        科目: 办公费\n        金额: 100.00\n"
)


def corrected(says: str, *, number: int = 2, cites: str = "03-001") -> str:
    return f"  - 凭证: 03-00{number}\n    日期: 2026-03-2{number}\n    类型: 更正\n    更正凭证: {cites}\n    原因: 记错\n    批准: 主任\n" + "".join(
        f"    {line}\n" for line in says.split("\n")
    )


def told(lines: str) -> list[tuple[str, str, str]]:
    """What the log says was changed, the newest correction first."""
    found = march(lines)
    assert codes(found) == []
    return [(row["what"], row["before"], row["after"]) for row in table(found, "finance-corrections")]


@pytest.mark.parametrize(
    "says, change",
    [
        ("金额: 320.00", ("金额", "300.00", "320.00")),
        ("资金: own", ("资金", "办公经费", "自有资金")),
        ("科目: 印刷费", ("科目", "办公费", "印刷费")),
        ("账户: cash", ("账户", "基本户", "库存现金")),
        ("摘要: 购打印纸 4 箱", ("摘要", "购打印纸 3 箱", "购打印纸 4 箱")),
        ("对方类别: 单位", ("对方类别", "未写", "单位")),
        ("会签: [副主任, 文书]", ("会签", "未写", "副主任、文书")),
        ("票据日期: 2026-03-04", ("票据日期", "未写", "2026年3月4日")),
        ("票据: [发票 33914108, 清单]", ("票据", "发票 33914107", "发票 33914108、清单")),
        ("关联说明: 店主是会计的亲属，会计回避", ("关联说明", "未写", "店主是会计的亲属，会计回避")),
    ],
    ids=lambda v: v[0] if isinstance(v, tuple) else "",
)
def test_whatever_a_correction_says_is_told(says: str, change: tuple[str, str, str]) -> None:
    assert told(PAID + corrected(says)) == [change]


def test_a_new_division_is_told_with_its_amounts() -> None:
    parts = ["分摊:", "  - 资金: office-2026", "    科目: 办公费", "    金额: 250.00", "  - 资金: own", "    科目: 办公费", "    金额: 50.00"]
    before, after = "办公费 200.00（办公经费）、办公费 100.00（自有资金）", "办公费 250.00（办公经费）、办公费 50.00（自有资金）"
    assert told(SHARED + corrected("\n".join(parts))) == [("分摊", before, after)]


def test_a_second_correction_is_told_against_the_first() -> None:
    lines = PAID + corrected("金额: 320.00\n摘要: 购打印纸 4 箱") + corrected("金额: 330.00\n摘要: 购打印纸 5 箱", number=3, cites="03-002")
    assert told(lines) == [
        ("金额", "320.00", "330.00"),
        ("摘要", "购打印纸 4 箱", "购打印纸 5 箱"),
        ("金额", "300.00", "320.00"),
        ("摘要", "购打印纸 3 箱", "购打印纸 4 箱"),
    ]


def test_a_reversal_takes_back_the_line_as_it_was_corrected() -> None:
    undone = "  - 凭证: 03-003\n    日期: 2026-03-25\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 重开发票\n    批准: 主任\n"
    assert told(PAID + corrected("金额: 320.00") + undone)[0] == ("金额", "320.00", "全额冲回")


def test_a_correction_that_changes_nothing_is_in_the_log_all_the_same() -> None:
    found = march(PAID + corrected("资金: office-2026"))
    assert codes(found) == ["LCK011"]
    assert [(row["id"], row["what"]) for row in table(found, "finance-corrections")] == [("committee/2026-03/03-002", "")]


def pages(folder: Path, lines: str) -> dict[str, str]:
    """The text of each page, without marks."""
    found = checked(folder, files={MARCH: HEAD + lines + REVIEWED})
    assert codes(found) == []
    return {p.address: " ".join(re.sub(r"<[^>]+>", " ", p.body).split()) for p in pipeline.site(folder, found).pages}


def test_the_log_says_what_becomes_of_each_fund(tmp_path: Path) -> None:
    log = pages(tmp_path, PAID + corrected("资金: own"))["finance/corrections/"]
    assert "购打印纸 3 箱 更正 居委会账，原来 300.00 元" in log
    assert "账面不变 办公经费 +300.00 自有资金 −300.00" in log


def test_beside_the_line_stand_all_its_corrections(tmp_path: Path) -> None:
    lines = PAID + corrected("金额: 320.00") + corrected("资金: own", number=3, cites="03-002")
    month = pages(tmp_path, lines)["finance/committee/2026/03/"]
    first = month[month.index("购打印纸 3 箱") : month.index("更正：购打印纸 3 箱")]
    assert "金额： 300.00 改为 320.00" in first
    assert "资金： 办公经费 改为 自有资金" in first
    assert "3月22日更正（凭证 03-002） 已更正 3月23日更正（凭证 03-003）" in first
    assert month.count("更正：购打印纸 3 箱") == 2


def test_a_correction_says_something_about_the_line() -> None:
    """A reason alone corrects nothing."""
    found = march(PAID + corrected("证明: 网格员甲"))
    assert codes(found) == ["FIN015"]
