"""`mingbai import`: all or nothing, in place or elsewhere, for people and for programs. (What it understands: tests/unit/importing.)"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CSV = "日期,摘要,金额\n2026-01-05,购纸 4 箱,-126.00\n2026-02-02,利息,3.10\n"
MAP = (
    "账簿: committee\n列: {日期: 日期, 摘要: 摘要, 金额: 金额}\n方向: 正负号\n固定: {账户: bank, 资金: own, 票据: 银行回单, 经办: 文书, 审批: 主任}\n"
)
COMMAND = ("import", "t.csv", "--as", "finance", "--map", "map.yml")


@pytest.fixture
def table(community: Path) -> Path:
    (community / "t.csv").write_text(CSV, "utf-8")
    (community / "map.yml").write_text(MAP, "utf-8")
    return community


def test_months_are_written_and_check_without_error(mingbai: Any, table: Path) -> None:
    code, out, err = mingbai(*COMMAND)

    assert (code, "mingbai check" in err) == (0, True)
    assert "ledgers/finance/committee/2026-01.yml  1 笔  收入 0.00  支出 126.00" in out
    assert (table / "ledgers/finance/committee/2026-02.yml").read_text("utf-8") == (
        "期间: 2026-02\n默认:\n  账户: bank\n  资金: own\n  经办: 文书\n  审批: 主任\n收支:\n"
        "  - 凭证: 02-001\n    日期: 2026-02-02\n    类型: 收入\n    金额: 3.10\n    摘要: 利息\n    票据: 银行回单\n"
    )
    code, out, _ = mingbai("check")
    assert (code, out.count("提醒 "), out.count("FIN097 没有写科目")) == (0, 2, 2), out  # the table has no column for it


def test_once_more_changes_nothing(mingbai: Any, table: Path) -> None:
    mingbai(*COMMAND)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (table / "ledgers").rglob("*.yml")}
    code, out, err = mingbai(*COMMAND)

    assert (code, err) == (0, "")
    assert out == (
        "没有新的，什么也没有写。\n"
        "  ledgers/finance/committee/2026-01.yml  没有新的；已有 1 笔，没有再记（第 2 行）\n"
        "  ledgers/finance/committee/2026-02.yml  没有新的；已有 1 笔，没有再记（第 3 行）\n"
        "表里 2 行 = 写成 0 笔 + 已有 2 笔 + 略过 0 行；印的合计核对相符 0 处\n"
    )
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (table / "ledgers").rglob("*.yml")} == before


MORE = "2026-02-02,利息,3.10\n2026-02-10,房租,300\n2026-02-01,手续费,-5\n2026-03-01,购笔,-2\n"


def test_new_rows_are_added_to_a_month_that_stands_there(mingbai: Any, table: Path) -> None:
    mingbai(*COMMAND)
    february = table / "ledgers/finance/committee/2026-02.yml"
    february.write_text(
        "# 二月\n\n" + february.read_text("utf-8").replace("    摘要: 利息\n", "    科目: 利息收入\n    摘要: 利息\n    # 银行短信\n"), "utf-8"
    )
    (table / "t.csv").write_text("日期,摘要,金额\n" + MORE, "utf-8")
    code, out, _ = mingbai(*COMMAND, "--dry-run")
    assert (code, out.split("\n")[0]) == (0, "会写 2 个月，3 笔（没有真的写）")
    assert "房租" not in february.read_text("utf-8")

    code, out, _ = mingbai(*COMMAND)
    assert code == 0
    assert "  ledgers/finance/committee/2026-02.yml  加 2 笔  收入 300.00  支出 5.00；已有 1 笔，没有再记（第 2 行）\n" in out
    assert "  ledgers/finance/committee/2026-03.yml  1 笔  收入 0.00  支出 2.00\n" in out
    assert "表里 4 行 = 写成 3 笔 + 已有 1 笔 + 略过 0 行" in out
    text = february.read_text("utf-8")
    assert text.startswith("# 二月\n\n期间")
    assert [line.split()[-1] for line in text.split("\n") if "日期" in line] == ["2026-02-01", "2026-02-02", "2026-02-10"]
    assert "    # 银行短信\n" in text
    assert mingbai("fmt", "--check")[0] == 0
    code, out, _ = mingbai("check")
    assert code == 0, out


def test_new_rows_of_a_closed_month_are_refused_and_nothing_is_written(mingbai: Any, table: Path) -> None:
    mingbai(*COMMAND)
    (table / "ledgers/finance/committee/2026-02.lock.yml").write_text("x", "utf-8")
    (table / "t.csv").write_text("日期,摘要,金额\n" + MORE, "utf-8")
    code, out, _ = mingbai(*COMMAND)

    assert code == 1
    assert "t.csv:3:1: 错误 IMP034 这个月已经结账，不能再加" in out
    assert "2026-02 已经结账，表里第 3、4 行" in out
    assert not (table / "ledgers/finance/committee/2026-03.yml").exists()
    assert "房租" not in (table / "ledgers/finance/committee/2026-02.yml").read_text("utf-8")


def test_a_line_that_says_something_else_is_shown_on_both_sides(mingbai: Any, table: Path) -> None:
    mingbai(*COMMAND)
    (table / "t.csv").write_text(CSV.replace("利息", "存款利息"), "utf-8")
    code, out, _ = mingbai(*COMMAND)

    assert code == 1
    assert "t.csv:3:1: 错误 IMP033 也许已经记过的一笔" in out
    assert "摘要：账里是“利息”，表里是“存款利息”" in out
    assert "另见: ledgers/finance/committee/2026-02.yml:8:5" in out
    code, out, _ = mingbai(*COMMAND, "-f", "json")
    assert [(f["code"], f["related"][0]["path"]) for f in json.loads(out)["findings"]] == [("IMP033", "ledgers/finance/committee/2026-02.yml")]


def test_what_somebody_writes_or_closes_meanwhile_is_left_alone(mingbai: Any, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mingbai(*COMMAND)
    (table / "t.csv").write_text("日期,摘要,金额\n" + MORE, "utf-8")
    february = table / "ledgers/finance/committee/2026-02.yml"
    from mingbai.cli import months

    real = months.unfit

    def meanwhile(path: Path) -> Any:
        def unfit(*arguments: Any) -> Any:
            path.write_text("# 别人刚存的\n", "utf-8")
            return real(*arguments)

        return unfit

    for path in (february, february.with_suffix(".lock.yml"), table / "ledgers/finance/committee/2026-03.yml"):
        kept = february.read_text("utf-8")
        monkeypatch.setattr(months, "unfit", meanwhile(path))
        code, _, err = mingbai(*COMMAND)
        assert (code, "刚刚被别的程序改过" in err) == (4, True), path
        assert path.read_text("utf-8") == "# 别人刚存的\n"
        assert "房租" not in february.read_text("utf-8")
        path.unlink()
        february.write_text(kept, "utf-8")


def test_something_else_in_the_place_of_a_month(mingbai: Any, table: Path) -> None:
    (table / "ledgers/finance/committee/2026-01.yml").mkdir(parents=True)
    code, out, _ = mingbai(*COMMAND)
    assert (code, "IMP017" in out, "不是一个文件" in out) == (1, True, True)


def test_new_months_have_english_keys_where_the_community_writes_them(mingbai: Any, table: Path) -> None:
    community = table / "ledgers/community.yml"
    community.write_text(community.read_text("utf-8") + "栏目语言: 英文\n", "utf-8")
    mingbai("fmt")
    assert mingbai(*COMMAND)[0] == 0
    assert (table / "ledgers/finance/committee/2026-01.yml").read_text("utf-8").startswith("period: 2026-01\n")
    assert mingbai("fmt", "--check")[0] == 0


def test_a_dry_run_writes_nothing(mingbai: Any, table: Path) -> None:
    assert mingbai(*COMMAND, "--dry-run")[0] == 0
    assert not (table / "ledgers/finance").exists()


def test_elsewhere(mingbai: Any, table: Path, tmp_path: Path) -> None:
    assert mingbai(*COMMAND, "-o", tmp_path / "draft", "--book", "other")[0] == 0
    assert sorted(p.name for p in (tmp_path / "draft").iterdir()) == ["2026-01.yml", "2026-02.yml"]
    assert not (table / "ledgers/finance").exists()


def test_one_bad_cell_and_nothing_is_written(mingbai: Any, table: Path) -> None:
    (table / "t.csv").write_text(CSV.replace("3.10", "支票"), "utf-8")
    code, out, _ = mingbai(*COMMAND)

    assert code == 1
    assert out.startswith("不能导入（1 处），什么也没有写。\nt.csv:3:15: 错误 IMP007 看不懂的金额\n")
    assert "第 3 行“金额”是“支票”" in out
    assert not (table / "ledgers/finance").exists()


@pytest.mark.parametrize("bad, code", [("购纸 13800138000", "PRI002"), ("Привет", "YML"), ("购\ufb01纸", "YML")])
def test_what_our_own_reader_would_refuse_is_not_written(mingbai: Any, table: Path, bad: str, code: str) -> None:
    (table / "t.csv").write_text(CSV.replace("购纸 4 箱", bad), "utf-8")
    got, out, _ = mingbai(*COMMAND)

    assert got == 1
    assert "ledgers/finance/committee/2026-01.yml:12:" in out
    assert code in out
    assert "13800138000" not in out
    assert not (table / "ledgers/finance").exists()


def test_funds_and_accounts_may_be_called_by_name_and_unused_columns_are_named(mingbai: Any, table: Path) -> None:
    (table / "t.csv").write_text("日期,摘要,支出,收入,资金,结算方式,附件数\n2026-01-05,购纸,126.00,,自有资金,现金,1\n", "utf-8")
    code, out, err = mingbai("import", "t.csv", "--as", "finance", "--guess", "-o", "g.yml")
    assert (code, out) == (0, "")
    assert err.startswith("没有用到的列：附件数\n猜好了，没有拿不准的")
    assert mingbai("import", "t.csv", "--as", "finance", "--map", "g.yml")[0] == 0
    text = (table / "ledgers/finance/committee/2026-01.yml").read_text("utf-8")
    assert "    账户: cash\n    资金: own\n" in text
    (table / "t.csv").write_text("日期,摘要,支出,收入,资金,结算方式\n2026-02-05,购纸,126.00,,某款,现金\n", "utf-8")
    code, out, err = mingbai("import", "t.csv", "--as", "finance")
    assert (code, "第 2 行资金是“某款”：是哪一个？有：own" in out, "资金 ← “资金”" in err) == (1, True, True)
    assert mingbai("import", "t.csv", "--as", "finance", "--map", "g.yml")[0] == 1


def test_json(mingbai: Any, table: Path) -> None:
    said = json.loads(mingbai(*COMMAND, "-f", "json")[1])

    assert [(w["period"], w["income"], w["expense"], w["unchanged"]) for w in said["written"]] == [
        ("2026-01", "0.00", "126.00", False),
        ("2026-02", "3.10", "0.00", False),
    ]
    (table / "t.csv").write_text(CSV.replace("3.10", "支票"), "utf-8")
    said = json.loads(mingbai(*COMMAND, "-f", "json")[1])
    assert (said["written"], [f["code"] for f in said["findings"]]) == ([], ["IMP007"])


def test_a_book_nobody_has_is_a_mistake(mingbai: Any, table: Path) -> None:
    code, _, err = mingbai(*COMMAND, "--book", "nobody")

    assert (code, "有：committee" in err) == (2, True)
    (table / "map.yml").write_text(MAP.replace("账簿: committee\n", ""), "utf-8")
    assert mingbai(*COMMAND)[0] == 2


def test_a_failure_half_way_leaves_nothing(mingbai: Any, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def full(path: Path, *arguments: Any, **more: Any) -> Any:
        if "2026-02.yml" in path.name and {"x", "w", "wb"} & {*arguments}:
            raise OSError(28, "No space left on device")
        return real(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", full)

    assert mingbai(*COMMAND)[0] == 4
    assert not list((table / "ledgers/finance").rglob("*.yml"))


GUESS = ("import", "t.csv", "--as", "finance")


def test_a_map_is_proposed_with_its_reasons(mingbai: Any, table: Path) -> None:
    (table / "t.csv").write_text("支出明细\n" + CSV.replace("-126", "126"), "utf-8")
    code, out, err = mingbai(*GUESS, "--guess")

    assert code == 0
    assert "# 标题或表头里有“支出”：整张表都是支出\n  类型: 支出" in out
    assert "# 请确认: 从哪个账户收付？有：bank、cash" in out
    assert "有 1 处要请您确认" in err
    assert not (table / "ledgers/finance").exists()


def test_the_proposed_map_is_written_once_and_imports(mingbai: Any, table: Path) -> None:
    (table / "t.csv").write_text("支出明细\n" + CSV.replace("-126", "126"), "utf-8")
    assert mingbai(*GUESS, "--guess", "-o", "new.yml")[0] == 0
    assert mingbai(*GUESS, "--guess", "-o", "new.yml")[0] == 2, "never over an old file"
    assert mingbai(*GUESS, "--map", "new.yml")[0] == 0
    assert (table / "ledgers/finance/committee/2026-01.yml").is_file()


def test_without_a_map_nothing_is_written_while_something_is_asked(mingbai: Any, table: Path) -> None:
    (table / "t.csv").write_text("支出明细\n" + CSV.replace("-126", "126"), "utf-8")
    code, out, err = mingbai(*GUESS)

    assert code == 1
    assert "错误 IMP024 要请您确认" in out
    assert "哪个账户" in out
    assert "日期 ← “日期”" in err
    assert not (table / "ledgers/finance").exists()


def test_without_a_map_and_without_a_question_the_months_are_written(mingbai: Any, table: Path) -> None:
    (table / "t.csv").write_text("现金支出明细\n" + CSV.replace("-126", "126"), "utf-8")
    code, out, _ = mingbai(*GUESS)

    assert code == 0, out
    assert "账户: cash" in (table / "ledgers/finance/committee/2026-01.yml").read_text("utf-8")


def test_a_table_without_amounts_is_said_to_be_none(mingbai: Any, table: Path) -> None:
    (table / "t.csv").write_text("部门,事项\n民政局,临时救助\n", "utf-8")
    code, out, _ = mingbai(*GUESS, "--guess")
    assert (code, "IMP023" in out) == (1, True)


def test_an_encoding_may_be_said(mingbai: Any, table: Path) -> None:
    (table / "t.csv").write_bytes(CSV.encode("gb18030"))
    assert mingbai(*COMMAND, "--encoding", "gb18030")[0] == 0
    code, out, _ = mingbai(*COMMAND, "--encoding", "nonsense")
    assert (code, "IMP001" in out) == (1, True)
    assert mingbai(*COMMAND, "--guess")[0] == 2
