"""YAML of claims and debts, and of a March that cites them → standings, findings, pages."""

from __future__ import annotations

from pathlib import Path

from mingbai.kinds.debts.register import Standing, standings
from mingbai.pipeline import Checked
from tests.base.community import Files, checked

HEAD = "期间: 2026-03\n默认:\n  账户: bank\n  资金: own\n  经办: 文书\n  审批: 主任\n收支:\n"


def debt(
    nature: str = "应收", amount: str = "600.00", day: str = "2026-03-02", more: str = "", *, other: str = "示例合唱团", kind: str = "社会组织"
) -> str:
    """One entry, numbered D-1; `more`: further fields, each line indented by four."""
    said = {"编号": "D-1", "性质": nature, "对方": other, "对方类别": kind, "发生日": day, "原因": "排练厅使用费", "金额": amount}
    return "  - " + "\n    ".join(f"{k}: {v}" for k, v in said.items()) + "\n" + more


def line(number: int, kind: str, amount: str, *, day: str = "2026-03-10", category: str | None = None, more: str = "    债权债务: D-1\n") -> str:
    """A line of March; a refund, a reversal, a correction says in `more` what it undoes."""
    said = f"  - 凭证: 03-{number:03d}\n    日期: {day}\n    类型: {kind}\n"
    said += f"    金额: {amount}\n" if amount else ""
    if kind in ("收入", "支出"):
        said += f"    科目: {category or ('补助收入' if kind == '收入' else '维修费')}\n    摘要: 结算\n    对方: 示例合唱团\n"
    return f"{said}    票据: 银行回单 {number}\n{more}"


def look(tmp_path: Path, entries: str, lines: str = "", files: Files | None = None) -> Checked:
    """The base with these entries in committee's register and these lines in its March."""
    mine: dict[str, str | bytes | None] = {"finance/committee/debts.yml": f"债权债务:\n{entries}".encode(), **(files or {})}
    if lines:
        mine["finance/committee/2026-03.yml"] = (HEAD + lines).encode()
    return checked(tmp_path / "community", files=mine)


def only(found: Checked) -> Standing:
    (standing,) = found.books.derived(standings)
    return standing


def dbt(found: Checked) -> list[str]:
    """The codes of this kind that were found, in order."""
    return [f.code.id for f in found.findings if f.code.id.startswith("DBT")]
