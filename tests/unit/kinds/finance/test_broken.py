"""A file that cannot be read is told once; what cites it keeps silent."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.base.community import AS_OF, codes, said
from tests.unit.kinds.finance.ledger import MARCH, REVIEWED, march

CITING = """  - 凭证: 03-001
    日期: 2026-03-05
    类型: 冲正
    冲正凭证: committee/2026-02/02-001
    原因: 重开发票
    批准: 主任
  - 凭证: 03-002
    日期: 2026-03-31
    类型: 支出
    金额: 90.00
    资金: office-2026
    科目: 印刷费
    摘要: 印公约 300 份
    对方: 某图文店
    票据: 发票 70219906
    决议: 2026-03-28-daibiao/1
    计划: 2026-02/1
"""
BANK = """结账:
  银行对账单:
    - 账户: bank
      余额: 1.00
  审核:
    审核人: 监督委员会主任
    日期: 2026-04-03
"""


@pytest.mark.parametrize(
    "path, text, told",
    [
        ("finance/committee/2026-02.yml", "期间: 2026-02\n收支：无\n", "YML022 finance/committee/2026-02.yml:2"),
        ("finance/committee/2026-02.yml", "期间: 2026-02\n收入: 无\n", "SCH002 finance/committee/2026-02.yml:2"),
        ("community.yml", "格式: 1\n名称：示例\n", "YML022 community.yml:2"),
    ],
    ids=["unreadable", "of another shape", "community"],
)
def test_one_broken_file_is_one_error(path: str, text: str, told: str) -> None:
    found = march(CITING, more=BANK, files={path: text})
    assert said(found) == [told]


def test_a_broken_meeting_silences_the_decision_cited() -> None:
    lines = CITING.replace("    计划: 2026-02/1\n", "")
    found = march(lines, files={"meetings/2026/2026-03-28-daibiao.yml": "种类：会\n"})
    assert codes(found) == ["YML022"]


def test_the_broken_file_itself_accuses_nobody() -> None:
    found = march(CITING + "    天气: 晴\n", more=REVIEWED)
    assert codes(found) == ["SCH001"]
    assert said(found) == [f"SCH001 {MARCH}:24"]


def test_where_a_month_cannot_be_read_no_payment_is_missed() -> None:
    """What was bought, owed, planned or corrected may be paid in the month that could not be read."""
    root = Path(__file__).parents[4]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / "ledgers", Path(folder, "ledgers"))
        before = said(pipeline.check(Path(folder), AS_OF))
        march = Path(folder, "ledgers/finance/committee/2026-10.yml")
        march.write_text(march.read_text("utf-8").replace("    金额: 1960.00\n", "    金额: 1960.001\n"), "utf-8")
        after = said(pipeline.check(Path(folder), AS_OF))
        assert [f.split(":")[0] for f in after if f not in before] == ["SCH011 finance/committee/2026-10.yml"]
