"""`mingbai doctor FILE:LINE`: one entry, what it does to the balances, what it cites and who cites it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BASE

MARCH = """期间: 2026-03
默认:
  账户: bank
  经办: 文书
  审批: 主任
收支:
  - 凭证: 03-001
    日期: 2026-03-02
    类型: 收入
    金额: 500.00
    资金: own
    科目: 利息收入
    摘要: 利息
    票据: 回单 1

  - 凭证: 03-002
    日期: 2026-03-05
    类型: 支出
    金额: 300.00
    摘要: 灯管和电费
    对方: 某电器行
    票据: 发票 1
    分摊:
      - 资金: own
        科目: 维修费
        金额: 100.00
      - 资金: own
        科目: 水电费
        金额: 200.00
  - 凭证: 03-003
    日期: 2026-03-09
    类型: 冲正
    冲正凭证: 03-002
    原因: 付错
    批准: 主任
结账:
  审核:
    审核人: 监督委员会主任
    日期: 2026-04-03
"""
FILE = "ledgers/finance/committee/2026-03.yml"


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "base"
    shutil.copytree(BASE / "ledgers", root / "ledgers")
    (root / FILE).write_text(MARCH, "utf-8")
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-11-10")
    return root


def line(text: str, nth: int = 1) -> int:
    """The number of the nth line of March that holds the text."""
    return [n for n, one in enumerate(MARCH.splitlines(), 1) if text in one][nth - 1]


def document(mingbai: Any, at: int, file: str = FILE) -> dict[str, Any]:
    code, out, err = mingbai("doctor", f"{file}:{at}", "-f", "json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_the_balances_before_and_after_an_entry_follow_the_order_of_the_file(mingbai: Any, base: Path) -> None:
    first, second = document(mingbai, line("03-001")), document(mingbai, line("凭证: 03-002"))
    assert [(h["by"], h["id"], h["change"]) for h in first["balances"]] == [("account", "bank", "500.00"), ("fund", "own", "500.00")]
    assert [h["change"] for h in second["balances"]] == ["-300.00", "-300.00"]
    assert [h["before"] for h in second["balances"]] == [h["after"] for h in first["balances"]]


@pytest.mark.parametrize("text, nth", [("摘要: 灯管", 1), ("科目: 水电费", 1), ("发票 1", 1), ("凭证: 03-002", 1)])
def test_every_line_of_an_entry_leads_to_it(mingbai: Any, base: Path, text: str, nth: int) -> None:
    found = document(mingbai, line(text, nth))
    assert found["ids"] == [{"what": "line", "id": "committee/2026-03/03-002"}]
    assert found["line"] == line("凭证: 03-002")


@pytest.mark.parametrize("text", ["期间", "监督委员会主任", "结账"])
def test_what_belongs_to_no_entry_belongs_to_the_file(mingbai: Any, base: Path, text: str) -> None:
    assert document(mingbai, line(text))["ids"] == []
    assert "说的是整个文件" in mingbai("doctor", f"{FILE}:{line(text)}")[1]


def test_it_tells_who_cites_an_entry_and_what_it_cites(mingbai: Any, base: Path) -> None:
    code, out, err = mingbai("doctor", f"{FILE}:{line('凭证: 03-002')}")
    assert (code, err) == (0, "")
    assert out.startswith(f"{FILE}:{line('凭证: 03-002')}  财务收支 committee/2026-03/03-002\n2026-03-05 支出 300.00  灯管和电费\n")
    assert f"引用它的：\n  冲正凭证 committee/2026-03/03-003  {FILE}:{line('凭证: 03-003')}\n" in out
    assert "  资金 own  ledgers/community.yml:" in out


def test_an_entry_of_any_ledger_tells_who_cites_it(mingbai: Any, base: Path) -> None:
    text = (base / "ledgers/community.yml").read_text("utf-8").splitlines()
    at = next(n for n, one in enumerate(text, 1) if one.strip() in ("- 编号: own", "编号: own"))
    found = document(mingbai, at, "ledgers/community.yml")
    assert {"what": "fund", "id": "own"} in found["ids"]
    assert found["balances"] == []
    shares = [t for t in found["cited_by"] if t["path"] == FILE and t["id"] == "committee/2026-03/03-002"]
    assert [t["line"] for t in shares] == [line("资金: own", 2), line("资金: own", 3)]


def test_a_file_may_be_named_from_where_one_stands(mingbai: Any, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(base / "ledgers/finance/committee")
    assert document(mingbai, 8, "2026-03.yml")["ids"]


def test_what_the_check_found_there_is_said(mingbai: Any, base: Path) -> None:
    (base / FILE).write_text(MARCH.replace("日期: 2026-03-02", "日期: 2026-07-02"), "utf-8")
    assert "检查发现：\n  FIN001 " in mingbai("doctor", f"{FILE}:{line('03-001')}")[1]


@pytest.mark.parametrize(
    "place, said",
    [
        (f"{FILE}", "写成 文件:行号"),
        (f"{FILE}:999", "没有第 999 行"),
        (f"{FILE}:0", "没有第 0 行"),
        ("ledgers/finance/committee/2031-01.yml:3", "没有 ledgers/finance/committee/2031-01.yml 这个文件"),
        ("mkdocs.yml:1", "mkdocs.yml 不是这个社区的台账"),
        ("../elsewhere.yml:1", "没有 ../elsewhere.yml 这个文件"),
    ],
)
def test_what_cannot_be_looked_at_is_said(mingbai: Any, base: Path, place: str, said: str) -> None:
    (base.parent / "elsewhere.yml").write_text("a: 1\n", "utf-8")
    code, out, err = mingbai("doctor", place)
    assert (code, out) == (2, "")
    assert said in err


def test_a_file_that_cannot_be_read_is_sent_to_the_check(mingbai: Any, base: Path) -> None:
    (base / FILE).write_text(MARCH + "\t坏: [\n", "utf-8")
    code, _, err = mingbai("doctor", f"{FILE}:8")
    assert code == 2
    assert f"先用 mingbai check {FILE}" in err
