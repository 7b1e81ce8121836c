"""The same pages for stock Material: one Markdown file a month, with the lines as a table, search on."""

from __future__ import annotations

from pathlib import Path

from bench.generate import ACCOUNT, Month, Plan, Transaction, months, yuan

_CONFIG = """\
site_name: 测速社区居民委员会
site_url: https://bench.example.org/
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
"""
_HEAD = ("凭证", "日期", "类型", "金额", "账户", "资金", "科目", "摘要", "对方", "对方类别", "票据", "经办", "证明", "审批", "决议")


def write(plan: Plan, root: Path) -> Path:
    """A MkDocs project below `root`; its configuration."""
    docs = root / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# 测速社区居民委员会\n", "utf-8")
    for month in months(plan):
        page = docs / "finance" / month.book / f"{month.period}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_page(month), "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(_CONFIG, "utf-8")
    return config


def _page(month: Month) -> str:
    came = sum(line.fen for line in month.lines if not line.spent)
    went = sum(line.fen for line in month.lines if line.spent)
    opening = month.closing - came + went
    rows = "\n".join(_row(line) for line in month.lines)
    head = f"| {' | '.join(_HEAD)} |\n|{' --- |' * len(_HEAD)}"
    return (
        f"# {month.book} {month.period}\n\n"
        f"期初 {yuan(opening)} 元，收入 {yuan(came)} 元，支出 {yuan(went)} 元，期末 {yuan(month.closing)} 元。\n\n"
        f"## 收支明细\n\n{head}\n{rows}\n\n"
        f"## 结账\n\n| 账户 | 余额 | 截止 |\n| --- | --- | --- |\n| {ACCOUNT} | {yuan(month.closing)} | {month.last} |\n"
    )


def _row(line: Transaction) -> str:
    pay = f"（{line.payroll.people} 人，每人 {yuan(line.payroll.rate)} 元）" if line.payroll else ""
    cells = (
        line.voucher,
        str(line.day),
        "支出" if line.spent else "收入",
        yuan(line.fen),
        ACCOUNT,
        line.fund,
        line.category,
        line.summary,
        line.party + pay,
        line.party_kind,
        "、".join(line.documents),
        line.handler,
        line.witness,
        line.approver,
        line.decision,
    )
    return f"| {' | '.join(cells)} |"
