"""The drawn transactions as a community of ours: community.yml, one file a month, a bank statement at each month's end."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from bench.generate import ACCOUNT, CATEGORIES, DECISIONS, FUNDS, OPENING, Month, Plan, Transaction, meeting, months, yuan

_TERM = 5
"""Years of a term of office."""

_CONFIG = """\
site_name: 测速社区居民委员会
site_url: https://bench.example.org/
docs_dir: content
theme:
  name: material
  language: zh
  font: false
nav:
  - 财务: finance/index.md
  - 怎么看: guide.md
plugins:
  - mingbai
"""


def write(plan: Plan, root: Path) -> Path:
    """A whole community below `root`: ledgers, mkdocs.yml, a page by hand; `root` again."""
    _put(root / "mkdocs.yml", _CONFIG)
    _put(root / "content/guide.md", "# 怎么看\n\n先看首页。\n")
    _put(root / "ledgers/community.yml", "".join(_community(plan)))
    for month in months(plan):
        _put(root / f"ledgers/finance/{month.book}/{month.period}.yml", "".join(_month(month)))
    for year, number in plan.calendar:
        _put(root / f"ledgers/meetings/{year}/{meeting(year, number)}.yml", "".join(_meeting(year, number)))
    return root


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _community(plan: Plan) -> Iterator[str]:
    start = f"{plan.calendar[0][0]}-{plan.calendar[0][1]:02}-01"
    yield "格式: 1\n名称: 测速社区居民委员会\n类型: 城市居委会\n虚构: true\n所属: [示例省, 示例市, 示例区, 示例街道, 测速社区]\n"
    yield "网址: https://bench.example.org/\n法规包: [cn-2026]\n账簿:\n"
    for book in plan.book_ids:
        yield f"  - 编号: {book}\n    名称: 账簿 {book}\n    主体: 居民委员会\n    记账: 收支\n    启用: {start}\n    账户:\n"
        yield f"      - 编号: {ACCOUNT}\n        名称: 基本户\n        种类: 银行\n        期初: {yuan(OPENING * len(FUNDS))}\n"
    yield "资金:\n"
    for book in plan.book_ids:
        for fund in FUNDS:
            yield f"  - 编号: {fund}-{book}\n    名称: 资金 {fund}\n    账簿: {book}\n    性质: 自筹\n    文号: 街财〔2026〕3号\n    期初: {yuan(OPENING)}\n"
    yield f"科目: [{', '.join(CATEGORIES)}]\n人员:\n"
    year, month = plan.calendar[0]
    begun = [datetime.date(y, month, 1) for y in range(year, plan.calendar[-1][0] + 2, _TERM)]  # the last may begin as the books end
    for name, roles in (("王示例", "主任, 审批人"), ("李示例", "文书, 出纳")):
        for first, following in zip(begun, (*begun[1:], None), strict=True):
            last = f"      止: {following - datetime.timedelta(days=1)}\n" if following else ""
            yield f"  - 姓名: {name}\n    角色: [{roles}]\n    任期:\n      起: {first}\n{last}"
    yield "监督委员会:\n  - 姓名: 赵示例\n    角色: [监督委员会主任]\n"


def _month(month: Month) -> Iterator[str]:
    yield f"期间: {month.period}\n收支:\n"
    for line in month.lines:
        yield _line(line, month.book)
    yield f"结账:\n  银行对账单:\n    - 账户: {ACCOUNT}\n      余额: {yuan(month.closing)}\n      截止: {month.last}\n"
    signed = f"{month.year + month.month // 12}-{month.month % 12 + 1:02}-03"
    yield f"  审核:\n    机构: 居务监督委员会\n    审核人: 监督委员会主任\n    日期: {signed}\n    意见: 同意公开\n"


def _line(line: Transaction, book: str) -> str:
    documents = line.documents[0] if len(line.documents) == 1 else f"[{', '.join(line.documents)}]"
    pay = f"    领款:\n      人数: {line.payroll.people}\n      标准: {yuan(line.payroll.rate)}\n" if line.payroll else ""
    return (
        f"  - 凭证: {line.voucher}\n    日期: {line.day}\n    类型: {'支出' if line.spent else '收入'}\n    金额: {yuan(line.fen)}\n"
        f"    账户: {ACCOUNT}\n    资金: {line.fund}-{book}\n    科目: {line.category}\n    摘要: {line.summary}\n"
        f"    对方: {line.party}\n    对方类别: {line.party_kind}\n{pay}    票据: {documents}\n"
        f"    经办: {line.handler}\n    证明: {line.witness}\n    审批: {line.approver}\n    决议: {line.decision}\n"
    )


def _meeting(year: int, month: int) -> Iterator[str]:
    """A meeting whose decisions the month's lines cite."""
    day = f"{year}-{month:02}-01"
    notice = f"{year - (month == 1)}-{(month - 2) % 12 + 1:02}-10"
    yield f"种类: 居民代表会议\n通知日期: {notice}\n时间: {day} 14:30\n地点: 社区二楼议事厅\n召集: 居委会\n主持: 主任\n记录: 文书\n"
    yield "应到: 50\n亲到: 45\n委托: 0\n缺席: 5\n代表: 43\n监督委员会到会: 1\n决议:\n"
    for number in range(1, DECISIONS + 1):
        yield f"  - 编号: {number}\n    议题: 第 {number} 项日常开支\n    提议: 居委会\n    党组织研究日期: {notice}\n"
        yield f"    文本: 同意按预算列支第 {number} 项日常开支。\n    表决方式: 举手\n"
        yield "    同意: 40\n    反对: 3\n    弃权: 2\n    无效: 0\n    回避: 0\n    结果: 通过\n"
        yield f"    落实:\n      责任人: 主任\n      期限: {year}-{month:02}-28\n"
        yield f"      完成: {year}-{month:02}-28\n"
