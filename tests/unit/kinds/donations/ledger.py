"""YAML of donations, of goods, and of a March that cites them → standings, findings, pages."""

from __future__ import annotations

from pathlib import Path

from mingbai.kinds.donations.register import Standing, standings
from mingbai.pipeline import Checked
from tests.base.community import Files, checked

HEAD = "期间: 2026-03\n默认:\n  账户: bank\n  资金: own\n  经办: 文书\n  审批: 主任\n收支:\n"


def money(
    number: str = "J-1", amount: str = "600.00", *, day: str = "2026-03-02", donor: str = "示例食品商行", kind: str = "单位", more: str = ""
) -> str:
    """A donation of money; `more`: further fields, each line indented by four."""
    said = {"编号": number, "日期": day, "捐赠人": donor, "捐赠人类别": kind, "署名": "实名", "类型": "款", "金额": amount}
    said |= {"指定用途": "看望老人", "票据": "公益捐赠票据 8097"}
    return "  - " + "\n    ".join(f"{k}: {v}" for k, v in said.items()) + "\n" + more


def things(number: str = "J-1", count: int = 20, day: str = "2026-09-18") -> str:
    """A donation of so many bags of rice."""
    return (
        f"  - 编号: {number}\n    日期: {day}\n    捐赠人: 某爱心企业\n    捐赠人类别: 单位\n    署名: 匿名\n    类型: 物\n"
        f"    物品:\n      - 品名: 大米\n        数量: {count}\n        单位: 袋\n    指定用途: 看望老人\n    票据: 公益捐赠票据 8099\n"
    )


def line(number: int, kind: str, amount: str, cited: str = "J-1", *, day: str = "2026-03-10", category: str | None = None, more: str = "") -> str:
    """A line of March; a refund or a reversal says in `more` what it undoes, and cites nothing."""
    said = f"  - 凭证: 03-{number:03d}\n    日期: {day}\n    类型: {kind}\n"
    said += f"    金额: {amount}\n" if amount else ""
    if kind in ("收入", "支出"):
        said += f"    科目: {category or ('补助收入' if kind == '收入' else '活动费')}\n    摘要: 看望老人\n    对方: 示例粮油店\n    捐赠: {cited}\n"
    return f"{said}    票据: 银行回单 {number}\n{more}"


def look(tmp_path: Path, entries: str, lines: str = "", *, goods: str = "", files: Files | None = None) -> Checked:
    """The base with these donations and goods in committee's registers and these lines in its March."""
    mine: dict[str, str | bytes | None] = {"finance/committee/donations.yml": f"捐赠:\n{entries}".encode(), **(files or {})}
    if lines:
        mine["finance/committee/2026-03.yml"] = (HEAD + lines).encode()
    if goods:
        mine["finance/committee/goods.yml"] = f"物资:\n{goods}".encode()
    return checked(tmp_path / "community", files=mine)


def every(found: Checked) -> dict[str, Standing]:
    """The donations by their numbers."""
    return {s.donation.number: s for s in found.books.derived(standings)}


def don(found: Checked) -> list[str]:
    """The codes of this kind that were found, in order."""
    return [f.code.id for f in found.findings if f.code.id.startswith("DON")]
