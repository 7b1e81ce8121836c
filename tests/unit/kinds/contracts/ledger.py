"""YAML of contracts and of a month's lines that cite them → standings, findings, pages."""

from __future__ import annotations

import datetime
from pathlib import Path

from mingbai.kinds.contracts.register import Standing, standings
from mingbai.pipeline import Checked
from tests.base.community import checked

LET = """
  - 编号: HT-1
    名称: 仓库出租
    类型: 资产租赁
    乙方: 示例商贸行
    乙方类别: 单位
    标的: 村东仓库一间
    方向: 收
"""
PAY = """
  - 编号: HT-1
    名称: 路灯维修
    类型: 小型工程
    乙方: 示例照明公司
    乙方类别: 单位
    标的: 路灯 12 盏换新
    方向: 付
"""


def line(number: int, day: str, amount: str, words: str = "收仓库租金", party: str = "示例商贸行", kind: str = "收入", more: str = "") -> str:
    """A line of March that cites HT-1 (`more`: further fields, or an empty text)."""
    category = "补助收入" if kind == "收入" else "维修费"
    cited = "" if "原凭证" in more else f"    科目: {category}\n    摘要: {words}\n    对方: {party}\n    合同: HT-1\n"
    return f"  - 凭证: 03-{number:03d}\n    日期: {day}\n    类型: {kind}\n    金额: {amount}\n    票据: 发票 {number}\n{cited}{more}"


def look(tmp_path: Path, contracts: str, lines: str = "") -> Checked:
    """The base with these contracts in committee's register and these lines in its March."""
    files: dict[str, str | bytes | None] = {"finance/committee/contracts.yml": ("合同:" + contracts).encode()}
    if lines:
        files["finance/committee/2026-03.yml"] = (
            f"期间: 2026-03\n默认:\n  账户: bank\n  资金: own\n  经办: 文书\n  审批: 主任\n收支:\n{lines}".encode()
        )
    return checked(tmp_path / "community", files=files)


def only(found: Checked) -> Standing:
    (standing,) = found.books.derived(standings)
    return standing


def con(found: Checked) -> list[str]:
    """The codes of this kind that were found, in order."""
    return [f.code.id for f in found.findings if f.code.id.startswith("CON")]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
