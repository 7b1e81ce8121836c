"""`mingbai import --as contracts …`: a list becomes a register; what stands there is never touched, a guess asks for what is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mingbai.cli.registers import KINDS, Target
from mingbai.importing.registers import list_of

CSV = "合同台账\n序号,合同名称,合同单位,合同期限,合同金额\n1,保洁,示例保洁公司,2026.1.1-2026.12.31,12000\n2,绿化,示例绿化公司,202603-202702,6000元\n合计,,,,18000\n"
MAP = """账簿: committee
列: {编号: 序号, 名称: 合同名称, 标的: 合同名称, 乙方: 合同单位, 金额: 合同金额}
期限: 合同期限
固定: {类型: 专业服务采购, 乙方类别: 单位, 方向: 付}
编号前缀: HT-2026-
"""
COMMAND = ("import", "t.csv", "--as", "contracts")
REGISTER = "ledgers/finance/committee/contracts.yml"


@pytest.fixture
def table(community: Path) -> Path:
    (community / "t.csv").write_text(CSV, "utf-8")
    (community / "map.yml").write_text(MAP, "utf-8")
    return community


def test_a_list_becomes_a_register_and_its_total_is_proved(mingbai: Any, table: Path) -> None:
    code, out, err = mingbai(*COMMAND, "--map", "map.yml")

    assert (code, "mingbai check" in err) == (0, True), out
    assert f"{REGISTER}  写好 2 项，已有的 0 项相同\n" in out
    assert "表里 4 行 = 写成 2 项 + 略过 2 行；印的合计核对相符 1 处" in out
    assert (
        (table / REGISTER)
        .read_text("utf-8")
        .startswith(
            "合同:\n  - 编号: HT-2026-01\n    名称: 保洁\n    类型: 专业服务采购\n    乙方: 示例保洁公司\n    乙方类别: 单位\n"
            "    标的: 保洁\n    方向: 付\n    金额: 12000.00\n    起: 2026-01-01\n    止: 2026-12-31\n  - 编号: HT-2026-02\n"
        )
    )
    assert mingbai("check")[0] == 0


def test_once_more_changes_nothing_and_what_is_new_is_added_below(mingbai: Any, table: Path) -> None:
    mingbai(*COMMAND, "--map", "map.yml")
    before = (table / REGISTER).read_text("utf-8")
    assert "写好 0 项，已有的 2 项相同" in mingbai(*COMMAND, "--map", "map.yml")[1]
    (table / REGISTER).write_text("# 看过\n" + before.replace("标的: 保洁", "标的: 保洁\n    # 楼道"), "utf-8")
    (table / "t.csv").write_text(CSV.replace("合计,,,,18000", "3,维修,示例维修部,202601-202606,500\n合计,,,,18500"), "utf-8")
    code, out, _ = mingbai(*COMMAND, "--map", "map.yml")

    assert code == 0, out
    after = (table / REGISTER).read_text("utf-8")
    assert after.startswith("# 看过\n")
    assert "    # 楼道\n" in after
    assert after.endswith("    金额: 500.00\n    起: 2026-01-01\n    止: 2026-06-30\n")
    assert mingbai("check")[0] == 0


def test_a_number_that_says_something_else_is_refused(mingbai: Any, table: Path) -> None:
    mingbai(*COMMAND, "--map", "map.yml")
    before = (table / REGISTER).read_bytes()
    (table / "t.csv").write_text(CSV.replace("12000", "13000").replace("18000", "19000"), "utf-8")
    code, out, _ = mingbai(*COMMAND, "--map", "map.yml")

    assert code == 1
    assert "t.csv:3:1: 错误 IMP025" in out
    assert "HT-2026-01" in out
    assert (table / REGISTER).read_bytes() == before


@pytest.mark.parametrize(
    "old, new, code",
    [
        ("18000", "18001", "IMP019"),
        ("2026.1.1-2026.12.31", "长期", "IMP026"),
        ("2,绿化", "1,绿化", "IMP028"),
        ("12000", "1000元/月", "IMP018"),
        ("示例保洁公司", "", "SCH003"),
    ],
)
def test_what_cannot_be_read_is_a_finding_at_its_row_and_nothing_is_written(mingbai: Any, table: Path, old: str, new: str, code: str) -> None:
    (table / "t.csv").write_text(CSV.replace(old, new), "utf-8")
    got, out, _ = mingbai(*COMMAND, "--map", "map.yml")
    assert (got, code in out) == (1, True), out
    assert not (table / REGISTER).exists()


def test_an_unknown_field_is_named(mingbai: Any, table: Path) -> None:
    (table / "map.yml").write_text(MAP.replace("标的: 合同名称", "标底: 合同名称"), "utf-8")
    assert "IMP027" in mingbai(*COMMAND, "--map", "map.yml")[1]


def test_a_proposed_map_asks_for_what_no_column_says(mingbai: Any, table: Path) -> None:
    code, out, err = mingbai(*COMMAND, "--guess")
    assert code == 0
    assert "  名称: 合同名称\n  乙方: 合同单位\n  金额: 合同金额\n" in out
    assert "期限: 合同期限\n" in out
    assert "# 请确认: 没有“乙方类别”这一列，每一项都要有：在“固定”里写 乙方类别: …（单位、个人、政府部门、社会组织）" in out
    assert "请您确认" in err
    assert mingbai(*COMMAND)[0] == 2, "a register is never written on a guess"


def test_a_dry_run_and_json(mingbai: Any, table: Path) -> None:
    code, out, _ = mingbai(*COMMAND, "--map", "map.yml", "--dry-run", "-f", "json")
    said = json.loads(out)
    assert (code, said["account"]) == (0, {"rows": 4, "entries": 2, "skipped": 2, "totals_proved": 1})
    assert said["written"] == [{"path": REGISTER, "added": 2, "unchanged": 0}]
    assert not (table / REGISTER).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_register_lists_entries_with_a_number_or_a_post(kind: str) -> None:
    target = Target(kind)
    assert list_of(target.root).label.zh
    assert {"number", "id", "post"} & target.item.model_fields.keys()


def test_a_guess_asks_what_the_file_is_called_where_it_has_a_name(mingbai: Any, community: Path) -> None:
    (community / "s.csv").write_text("事项名称,实施主体,事项编码\n低保,民政,1\n高龄津贴,民政,2\n", "utf-8")
    code, out, _ = mingbai("import", "s.csv", "--as", "services", "--guess")
    assert code == 0
    assert "# 请确认: 写进哪个文件？写 文件名: 名称" in out
    (community / "t.csv").write_text(CSV, "utf-8")
    assert "写进哪个文件" not in mingbai(*COMMAND, "--guess")[1]  # a book has one register of contracts


def test_the_help_names_every_register(mingbai: Any) -> None:
    for lang in ("zh", "en"):
        told = mingbai("import", "--help", "--lang", lang)[1].replace("\n", "").replace(" ", "")
        said = told[told.index("finance（" if lang == "zh" else "finance(") :]
        assert [kind for kind in KINDS if kind not in said] == []
