"""The transactions as a workbook, as a secretary keeps one: a title, headings, two columns of amounts, a total; and the map for it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from bench.generate import Plan, months, yuan

HEADINGS = ("日期", "凭证号", "摘要", "收入金额", "支出金额", "对方单位", "票据")
MAP = """账簿: book-01
列: {日期: 日期, 凭证: 凭证号, 摘要: 摘要, 对方: 对方单位, 票据: 票据}
方向: {收入列: 收入金额, 支出列: 支出金额}
固定: {账户: bank, 资金: own, 经办: 文书, 审批: 主任}
"""
TITLE_ROWS = 1
"""Rows above the headings: the peer is told to leave them out."""


def write(plan: Plan, path: Path) -> int:
    """Writes the workbook and its map beside it; what income and expense come to together, in fen."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("流水")
    sheet.append(["收支流水"])
    sheet.append(HEADINGS)
    sums = [0, 0]
    for line in (line for month in months(plan) for line in month.lines):
        amount = float(yuan(line.fen))
        both = (None, amount) if line.spent else (amount, None)
        sheet.append([line.day, f"{line.day:%y}-{line.voucher}", line.summary, *both, line.party, line.documents[0]])
        sums[line.spent] += line.fen
    sheet.append(["合计", None, None, *(float(yuan(one)) for one in sums), None, None])
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(path)
    path.with_suffix(".yml").write_text(MAP, "utf-8")
    return sum(sums)
