"""What stopped a newcomer in the first hour: each message says what is wrong and what to type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Said = tuple[int, str, str]
MONTH = """期间: 2026-01
默认:
  账户: bank
  经办: 文书
  审批: 主任
收支:
  - 凭证: 01-001
    日期: 2026-01-22
    类型: 支出
    金额: 5800.00
    资金: own
    科目: 维修费
    摘要: 广场音响一套
    对方: 示例电器店
    票据: 发票 3392
    资产: ZC-001
"""
ASSET = """资产:
  - 编号: ZC-001
    名称: 广场音响
    类别: 非经营性
    分类: 设备
    存放地点: 广场
    数量: 1
    单位: 套
    购建日期: 2026-01-22
    来源: 购置
    原值: 5800.00
    折旧方法: 平均年限法
    年限: 5
    残值: 290.00
    使用状态: 自用
    保管人: 文书
"""


def put(community: Path, path: str, text: str) -> None:
    file = community / "ledgers" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_an_asset_paid_under_another_category_is_told_so(mingbai: Callable[..., Said], community: Path) -> None:
    put(community, "finance/committee/2026-01.yml", MONTH)
    put(community, "finance/committee/assets.yml", ASSET)
    out = mingbai("check")[1]
    assert "写着它的 01-001（维修费） 不是购置的科目" in out
    assert "科目用购置的科目（设备购置费" in out
    put(community, "finance/committee/2026-01.yml", MONTH.replace("维修费", "设备购置费"))
    assert "AST021" not in mingbai("check")[1]


def test_closing_says_which_error_the_given_figure_makes(mingbai: Callable[..., Said], community: Path) -> None:
    put(community, "finance/committee/2026-01.yml", MONTH.replace("    资产: ZC-001\n", ""))
    code, out, _ = mingbai("close", "2026-01", "--statement", "bank=37000", "--count", "cash=500", "--reviewer", "监督委员会主任")
    assert code == 1
    assert "finance/committee/2026-01.yml：账面余额与银行对账单不符：按明细计算应为 37300.00，相差 300.00" in out
    assert mingbai("close", "2026-01", "--statement", "bank=37300", "--count", "cash=500", "--reviewer", "监督委员会主任")[0] == 0


def test_half_an_id_is_completed(mingbai: Callable[..., Said], community: Path) -> None:
    mingbai("new", "contracts")
    mingbai("new", "projects")
    (project,) = (community / "ledgers/projects").glob("*.yml")
    project.write_text(project.read_text("utf-8") + "合同: HT-2026-01\n", "utf-8")
    assert "要写全，写成 committee/HT-2026-01。" in mingbai("check")[1]


def test_a_wrong_word_for_a_format_is_told_by_its_own_name(mingbai: Callable[..., Said], community: Path) -> None:
    code, _, err = mingbai("export", "pdf")
    assert (code, "FORMAT 只能是：hledger、beancount、csv、datapackage、parquet、xlsx、sqlite" in err) == (2, True)
    assert "FORMAT 是 hledger 或 beancount：" in mingbai("export", "--help")[1].replace("\n", "")
