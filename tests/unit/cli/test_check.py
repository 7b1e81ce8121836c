"""`mingbai check`: the verdict first, what is listed, the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

BROKEN = "期间: 2026-01\n收支:\n  - 凭证: 01-001\n    日期: 2026-01-05\n    类型: 支出\n    金额: 12.345\n"
WARNED = "期间: 2026-02\n收支: []\n"


@pytest.fixture
def months(community: Path) -> Path:
    """One month with an error, one with a warning."""
    folder = community / "ledgers/finance/committee"
    folder.mkdir(parents=True)
    (folder / "2026-01.yml").write_text(BROKEN, "utf-8")
    (folder / "2026-02.yml").write_text(WARNED, "utf-8")
    return folder


def test_a_clean_community_passes(mingbai: Any, community: Path) -> None:
    code, out, err = mingbai("check", "--strict")

    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "可以发布（0 处提醒）"


def test_everything_wrong_is_said_at_once(mingbai: Any, months: Path) -> None:
    code, out, _ = mingbai("check")

    assert code == 1
    assert out.splitlines()[0] == "不能发布（1 处错误，1 处提醒）"
    assert "2026-01.yml:6:9: 错误 SCH011" in out
    assert "2026-02.yml:1:5: 提醒 FIN021" in out or "提醒 FIN021" in out


@pytest.mark.parametrize(
    "arguments, code",
    [
        (("ledgers/finance/committee/2026-02.yml",), 0),
        (("ledgers/finance/committee/2026-02.yml", "--strict"), 1),
        (("ledgers/finance",), 1),
        (("--select", "FIN"), 0),
        (("--select", "fin,SCH011"), 1),
        (("--ignore", "SCH"), 0),
        (("--ignore", "SCH", "--strict"), 1),
        (("--ignore", "SCH，FIN", "--strict"), 0),
    ],
)
def test_what_is_listed_decides_the_exit_code_never_the_verdict(mingbai: Any, months: Path, arguments: tuple[str, ...], code: int) -> None:
    got, out, _ = mingbai("check", *arguments)

    assert got == code
    assert out.splitlines()[0] == "不能发布（1 处错误，1 处提醒）"


def test_paths_may_be_typed_from_where_one_stands(mingbai: Any, months: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(months)
    _, out, _ = mingbai("check", "2026-02.yml")

    assert "FIN021" in out
    assert "SCH011" not in out
    assert "另有" in out.splitlines()[1]


def test_a_path_that_is_not_there_is_a_mistake(mingbai: Any, community: Path) -> None:
    assert mingbai("check", "ledgers/nothing.yml")[0] == 2
    assert mingbai("check", "/etc/hosts")[0] == 2


def test_json_goes_to_stdout_or_to_the_file_named(mingbai: Any, months: Path, tmp_path: Path) -> None:
    _, out, _ = mingbai("check", "-f", "json")
    file = tmp_path / "report.json"
    code, nothing, _ = mingbai("check", "-f", "json", "-o", file)

    assert nothing == ""
    assert code == 1
    assert json.loads(out) == json.loads(file.read_text("utf-8"))
    assert {f["code"] for f in json.loads(out)["findings"]} >= {"SCH011", "FIN021"}


def test_quiet_says_the_verdict_only(mingbai: Any, months: Path) -> None:
    assert mingbai("check", "-q")[1] == "不能发布（1 处错误，1 处提醒）\n"


def test_personal_data_in_a_handwritten_page_is_shown_covered(mingbai: Any, community: Path) -> None:
    (community / "content/guide.md").write_text("# 怎么看\n\n电话 13800138000\n", "utf-8")
    code, out, _ = mingbai("check")

    assert code == 1
    assert "content/guide.md:3:4: 错误 PRI002" in out
    assert "13800138000" not in out


def test_verbose_says_what_was_read_on_stderr(mingbai: Any, community: Path) -> None:
    assert "读了 1 个文件" in mingbai("check", "-v")[2]
    assert "以 2026-03-20 为准" in mingbai("-v", "check")[2]
