"""A real case: three monthly bank statements of a residents' committee, imported, checked, built, and the balances as printed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai.cli.app import run

SOURCE = Path(__file__).parents[2] / "shared/data/real/zh_tw_yecheng_condo/bank_rows.csv"
COMMUNITY = """格式: 1
名称: 某社區管理委員會
类型: 城市居委会
账簿:
  - 编号: bank
    名称: 管理委員會帳
    主体: 管理委員會
    启用: 2024-01-01
    账户:
      - {编号: bank, 名称: 存摺, 种类: 银行, 期初: 434236.00}
监督委员会: [{姓名: 某某, 角色: [监督委员会主任]}]
"""
MAP = """账簿: bank
列: {日期: bank_date_printed, 凭证: voucher, 摘要: item, 金额: amount_twd, 备注: note}
方向: {列: side, 收入: [收入], 支出: [支出]}
固定: {账户: bank, 票据: 银行存折, 经办: 文书, 审批: 主任}
日期: {历法: 民国}
期间: {列: month}
"""

pytestmark = pytest.mark.skipif(not SOURCE.is_file(), reason=f"the real statements are not here: {SOURCE}")
Said = tuple[int, str]


@pytest.fixture
def mingbai(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """The command, standing in a community with one book and one account."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "MINGBAI_AS_OF", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "community"
    assert run(["init", str(root), "--name", "某社区居民委员会", "--kind", "urban"]) == 0
    (root / "ledgers/community.yml").write_text(COMMUNITY, "utf-8")
    (root / "map.yml").write_text(MAP + "金额: {支票: 略过}\n", "utf-8")
    (root / "strict.yml").write_text(MAP, "utf-8")
    monkeypatch.chdir(root)

    def call(*arguments: str) -> Said:
        capsys.readouterr()
        return run(["--as-of", "2024-04-10", *arguments]), capsys.readouterr().out

    return call


def test_a_word_in_the_amount_column_is_refused_by_row_and_column(mingbai: Callable[..., Said]) -> None:
    code, out = mingbai("import", str(SOURCE), "--as", "finance", "--map", "strict.yml")
    row = next(n for n, line in enumerate(SOURCE.read_text("utf-8").split("\n"), 1) if ",支票," in line)

    assert code == 1
    assert out.startswith("不能导入（1 处），什么也没有写。\n")
    assert f"第 {row} 行“amount_twd”是“支票”，不是金额" in out
    assert not Path("ledgers/finance").exists()


def test_the_months_are_written_once(mingbai: Callable[..., Said]) -> None:
    first = mingbai("import", str(SOURCE), "--as", "finance", "--map", "map.yml", "--dry-run")
    assert first[0] == 0
    assert not Path("ledgers/finance").exists()
    code, out = mingbai("import", str(SOURCE), "--as", "finance", "--map", "map.yml")

    assert code == 0
    assert out == (
        "写好 3 个月，60 笔\n"
        "  ledgers/finance/bank/2024-01.yml  24 笔  收入 2,314,731.00  支出 641,999.00\n"
        "  ledgers/finance/bank/2024-02.yml  17 笔  收入 2,171,278.00  支出 539,041.00\n"
        "  ledgers/finance/bank/2024-03.yml  19 笔  收入 407,054.00  支出 599,118.00\n"
        "略过第 31 行：“amount_twd”列是“支票”\n"
        "表里 61 行 = 写成 60 笔 + 略过 1 行；印的合计核对相符 0 处\n"
    )
    assert mingbai("import", str(SOURCE), "--as", "finance", "--map", "map.yml")[0] == 0
    february = Path("ledgers/finance/bank/2024-02.yml")
    february.write_text(february.read_text("utf-8") + "# looked over\n", "utf-8")
    before = {p: p.read_bytes() for p in Path("ledgers").rglob("*.yml")}
    code, out = mingbai("import", str(SOURCE), "--as", "finance", "--map", "map.yml")
    assert (code, "表里 61 行 = 写成 0 笔 + 已有 60 笔 + 略过 1 行" in out) == (0, True)
    assert before == {p: p.read_bytes() for p in Path("ledgers").rglob("*.yml")}


@pytest.mark.parametrize("rows", [7, 20, 33, 50])
def test_a_statement_in_parts_comes_to_the_same_months(mingbai: Callable[..., Said], rows: int) -> None:
    """Some rows first, then the whole statement: what was entered is not entered again, though vouchers are used twice."""
    lines = SOURCE.read_text("utf-8").split("\n")
    Path("part.csv").write_text("\n".join(lines[: rows + 2]) + "\n", "utf-8")
    assert mingbai("import", str(SOURCE), "--as", "finance", "--map", "map.yml", "-o", "whole")[0] == 0
    assert mingbai("import", "part.csv", "--as", "finance", "--map", "map.yml")[0] == 0
    code, out = mingbai("import", str(SOURCE), "--as", "finance", "--map", "map.yml")

    part = rows - (rows > 28)  # the cheque that has not come in yet
    assert (code, f"= 写成 {60 - part} 笔 + 已有 {part} 笔 + 略过 1 行" in out) == (0, True), out
    for month in ("2024-01", "2024-02", "2024-03"):
        said = [sorted(Path(f"{folder}/{month}.yml").read_text("utf-8").split("  - ")[1:]) for folder in ("whole", "ledgers/finance/bank")]
        assert [text.rstrip("\n") for text in said[0]] == [text.rstrip("\n") for text in said[1]]
    assert mingbai("fmt", "--check", "ledgers/finance")[0] == 0


def test_a_statement_that_says_something_else_of_a_voucher_is_refused(mingbai: Callable[..., Said]) -> None:
    assert mingbai("import", str(SOURCE), "--as", "finance", "--map", "map.yml")[0] == 0
    before = {p: p.read_bytes() for p in Path("ledgers").rglob("*.yml")}
    Path("other.csv").write_text(SOURCE.read_text("utf-8").replace(",2267540,", ",2267550,"), "utf-8")
    code, out = mingbai("import", "other.csv", "--as", "finance", "--map", "map.yml")

    assert (code, out.count("错误 IMP032")) == (1, 1)
    assert "凭证 B1130101 在 ledgers/finance/bank/2024-01.yml 里已经有了，金额：账里是“2267540.00”，表里是“2267550.00”" in out
    assert before == {p: p.read_bytes() for p in Path("ledgers").rglob("*.yml")}


def test_reused_vouchers_are_warnings_and_the_balances_are_those_printed(mingbai: Callable[..., Said]) -> None:
    assert mingbai("import", str(SOURCE), "--as", "finance", "--map", "map.yml")[0] == 0
    code, out = mingbai("check")
    assert code == 0, out
    assert out.startswith("可以发布（")
    assert "提醒 FIN007" in out, "voucher 11301010 stands twice in January"
    assert "提醒 FIN008" in out, "vouchers of January stand in February again"

    assert mingbai("build", "-q")[0] == 0
    rows = list(csv.DictReader(io.StringIO(Path("site/data/finance-periods.csv").read_text("utf-8-sig"))))
    assert [(r["period"], r["opening"], r["income"], r["expense"], r["closing"]) for r in rows] == [
        ("2024-01", "434236.00", "2314731.00", "641999.00", "2106968.00"),
        ("2024-02", "2106968.00", "2171278.00", "539041.00", "3739205.00"),
        ("2024-03", "3739205.00", "407054.00", "599118.00", "3547141.00"),
    ]
