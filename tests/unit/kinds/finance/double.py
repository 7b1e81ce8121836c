"""A community with one book in double entry, for tests of it: a collective that lets its shops and keeps a loan."""

from __future__ import annotations

from pathlib import Path

from mingbai import pipeline
from mingbai.kinds.finance.posting.double import DoubleLedger, double_ledgers
from tests.base.community import AS_OF

COMMUNITY = """格式: 1
名称: 河西村股份经济合作社
类型: 集体经济组织
虚构: 是
账簿:
  - 编号: collective
    名称: 合作社账
    主体: 股份经济合作社
    记账: 复式
    启用: {begins}
    账户:
      - 编号: bank
        名称: 基本户
        种类: 银行
        期初: 50000.00
      - 编号: cash
        名称: 库存现金
        种类: 现金
        期初: 1000.00
    明细科目:
      - 编号: "11201"
        名称: 铺面承租户
      - 编号: "11202"
        名称: 鱼塘承包户
    科目期初:
      - 科目: 11201 铺面承租户
        借: 3000.00
      - 科目: 151 固定资产
        借: 200000.00
      - 科目: 152 累计折旧
        贷: 40000.00
      - 科目: 301 资本
        贷: 200000.00
      - 科目: 322 收益分配
        贷: 14000.00
人员:
  - {{姓名: 甲示例, 角色: [社长]}}
  - {{姓名: 乙示例, 角色: [会计]}}
"""

HEAD = "期间: {period}\n默认: {{账户: bank, 经办: 会计, 审批: 社长}}\n收支:\n"
INCOME = "  - {{凭证: {n}, 日期: {day}, 类型: 收入, 金额: {fen}, 科目: {account}, 摘要: 收租金, 对方: 承租户, 票据: 统一收据 {n}}}\n"


def root(tmp: Path, months: dict[str, str], community: str = COMMUNITY, begins: str = "2026-01-01") -> Path:
    """A folder with this community and these lines of months."""
    folder = tmp / "c"
    (folder / "ledgers/finance/collective").mkdir(parents=True, exist_ok=True)
    (folder / "ledgers/community.yml").write_text(community.format(begins=begins), "utf-8")
    for period, lines in months.items():
        (folder / f"ledgers/finance/collective/{period}.yml").write_text(HEAD.format(period=period) + lines, "utf-8")
    return folder


def checked(tmp: Path, lines: str = "", *, months: dict[str, str] | None = None, community: str = COMMUNITY) -> pipeline.Checked:
    """The community checked, with these lines in January 2026 (or in these months)."""
    return pipeline.check(root(tmp, months or {"2026-01": lines}, community), AS_OF)


def ledger(found: pipeline.Checked) -> DoubleLedger:
    """Its book."""
    return found.books.derived(double_ledgers)["collective"]


def closing(found: pipeline.Checked) -> dict[str, int]:
    """What every account holds at the end, debit positive, zeros left out."""
    return {n: fen for n, fen in sorted(ledger(found).months[-1].closing.items()) if fen}


def codes(found: pipeline.Checked) -> list[str]:
    """Errors, and findings of double entry."""
    return [f.code.id for f in found.findings if f.severity.value == "error" or f.code.id.startswith("DBE")]
