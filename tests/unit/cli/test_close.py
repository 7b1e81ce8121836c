"""`mingbai close` as the secretary runs it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BASE
from tests.unit.keeping.test_carrying import RENT, WAGES
from tests.unit.kinds.finance.double import COMMUNITY
from tests.unit.kinds.finance.double import root as double

FOLDER = "ledgers/finance/committee"


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "base"
    shutil.copytree(BASE / "ledgers", root / "ledgers")
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.chdir(root)
    return root


def test_close_writes_the_lock_and_says_the_sum(mingbai: Any, base: Path) -> None:
    code, out, _ = mingbai("close", "2026-01", "--book", "committee", "--day", "2026-02-05")
    assert code == 0
    assert "2026-01 结账：期初 20,500.00 + 收入 0.00 − 支出 331.50 = 期末 20,168.50，3 笔" in out
    assert (base / FOLDER / "2026-01.lock.yml").is_file()
    assert mingbai("fmt", "--check")[0] == 0
    assert mingbai("check")[0] == 0


def test_close_refuses_and_writes_nothing(mingbai: Any, base: Path) -> None:
    before = {p: p.read_bytes() for p in base.rglob("*.yml")}
    code, out, _ = mingbai("close", "2026-02", "--book", "committee")
    assert code == 1
    assert "还不能结账（1 件事）" in out
    assert {p: p.read_bytes() for p in base.rglob("*.yml")} == before


def test_close_speaks_english(mingbai: Any, base: Path) -> None:
    code, out, _ = mingbai("close", "2026-02", "--book", "committee", "--lang", "en")
    assert code == 1
    assert "2026-01 is still open; close it first" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("2026.3",),
        ("2026-01",),
        ("2026-01", "--book", "nowhere"),
        ("2026-01", "--book", "committee", "--statement", "bank"),
        ("2026-01", "--book", "committee", "--count", "cash=十元"),
    ],
)
def test_a_wrong_command_line(mingbai: Any, base: Path, arguments: tuple[str, ...]) -> None:
    assert mingbai("close", *arguments)[0] == 2


def test_statements_from_the_command_line(mingbai: Any, base: Path) -> None:
    file = base / FOLDER / "2026-01.yml"
    file.write_text(file.read_text("utf-8").partition("结账:")[0], "utf-8")
    papers = (
        "--statement",
        "bank=19,413.50",
        "--count",
        "cash=755",
        "--counted-by",
        "出纳",
        "--watched-by",
        "监督委员会主任",
        "--reviewer",
        "监督委员会主任",
    )
    assert mingbai("close", "2026-01", "--book", "committee", "--day", "2026-02-05", *papers)[0] == 0
    assert "监盘人: 监督委员会主任" in file.read_text("utf-8")
    assert mingbai("check")[0] == 0


def test_bytes_that_are_no_text_are_named_with_their_place(mingbai: Any, base: Path) -> None:
    month = base / FOLDER / "2026-01.yml"
    month.write_bytes(month.read_text("utf-8").encode("gb18030"))
    code, out, _ = mingbai("close", "2026-01", "--book", "committee")
    assert code == 1
    assert "还不能结账（1 件事）" in out
    assert "ledgers/finance/committee/2026-01.yml:1: YML" in out
    assert "GB18030" in out
    assert "GB18030" in mingbai("close", "2026-01", "--book", "committee", "--lang", "en")[1]


def test_closing_keeps_the_comments_of_the_month(mingbai: Any, base: Path) -> None:
    month = base / FOLDER / "2026-01.yml"
    text = month.read_text("utf-8")
    month.write_text(text[: text.index("结账:")].replace("    票据: 银行回单 8801", "    # 回单在柜里\n    票据: 银行回单 8801"), "utf-8")
    given = ("--statement", "bank=19413.50", "--count", "cash=755.00", "--reviewer", "监督委员会主任", "--day", "2026-02-05")
    code, out, err = mingbai("close", "2026-01", "--book", "committee", *given)
    assert code == 0, out + err
    assert "    # 回单在柜里\n    票据: 银行回单 8801\n" in month.read_text("utf-8")
    assert mingbai("check")[0] == 0


@pytest.mark.parametrize("book", [(), ("--book", "committee")])
def test_without_a_readable_community_nothing_is_said_of_books(mingbai: Any, base: Path, book: tuple[str, ...]) -> None:
    (base / "ledgers/community.yml").write_bytes(b"\xff\xfe")
    code, _, err = mingbai("close", "2026-01", *book)
    assert code == 2
    assert "community.yml 还读不了，请先运行 mingbai check 改好它" in err


# --- a year's end in double entry -----------------------------------------------------------------------------------


@pytest.fixture
def collective(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The book of a collective with rent in November; nothing is carried over yet."""
    folder = double(tmp_path, {"2026-11": RENT, "2026-12": WAGES}, COMMUNITY.replace("{begins}", "2026-11-01"))
    (folder / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_what_carrying_over_would_write_is_shown_and_not_written(mingbai: Any, collective: Path) -> None:
    december = collective / "ledgers/finance/collective/2026-12.yml"
    before = december.read_bytes()
    code, out, err = mingbai("--as-of", "2027-01-05", "close", "2026", "--carry")
    assert code == 0, err
    assert out.startswith("收支:\n  - 凭证: 12-002\n")
    assert "本年收益转入收益分配  595.00" in err
    assert "再加 --write" in err
    assert december.read_bytes() == before


def test_it_is_written_when_asked_and_only_once(mingbai: Any, collective: Path) -> None:
    code, out, _ = mingbai("--as-of", "2027-01-05", "close", "2026", "--carry", "--write")
    assert (code, out.strip()) == (0, "写好 ledgers/finance/collective/2026-12.yml")
    december = (collective / "ledgers/finance/collective/2026-12.yml").read_text("utf-8")
    assert december.count("结转本年收入") == 1
    code, out, _ = mingbai("--as-of", "2027-01-05", "close", "2026", "--carry", "--write")
    assert (code, out.strip()) == (0, "2026 年没有要代拟的：收支已经结转。")
    assert (collective / "ledgers/finance/collective/2026-12.yml").read_text("utf-8") == december
    assert mingbai("fmt", "--check", "ledgers/finance/collective/2026-12.yml")[0] == 0


def test_carrying_over_speaks_english(mingbai: Any, collective: Path) -> None:
    code, out, err = mingbai("--lang", "en", "--as-of", "2026-12-20", "close", "2026", "--carry")
    assert code == 1
    assert out.strip() == "Nothing is proposed for the end of 2026: 2026-12 is not over (it ends on 2026-12-31)"
    assert err == ""


@pytest.mark.parametrize(
    "arguments", [("2026-12", "--carry"), ("2026", "--write"), ("2026", "--carry", "--reviewer", "社长"), ("2026-12", "--write")]
)
def test_carrying_over_stands_alone(mingbai: Any, collective: Path, arguments: tuple[str, ...]) -> None:
    assert mingbai("close", *arguments)[0] == 2


CUT = """
import os, sys
from pathlib import Path
from mingbai.cli.app import run
done, replace = 0, Path.replace
def cut(path, target):
    global done
    if done == int(sys.argv[1]):
        os._exit(9)
    done += 1
    return replace(path, target)
Path.replace = cut
sys.exit(run(sys.argv[2:]))
"""
"""The power goes before the n-th file takes its place."""


@pytest.mark.parametrize("renamed", [0, 1])
def test_a_power_cut_leaves_whole_files_and_a_month_that_can_be_closed(mingbai: Any, base: Path, renamed: int) -> None:
    """Before anything took its place the month is as it was; between the two it has its closing block and no lock: open, not half closed."""
    month = base / FOLDER / "2026-01.yml"
    whole = month.read_text("utf-8")
    month.write_text(whole[: whole.index("结账:")], "utf-8")
    before = month.read_text("utf-8")
    asked = ["close", "2026-01", "--book", "committee", "--day", "2026-02-05", "--statement", "bank=19413.50", "--count", "cash=755.00"]
    asked += ["--reviewer", "监督委员会主任", "--review-day", "2026-02-04"]
    cut = subprocess.run([sys.executable, "-c", CUT, str(renamed), *asked], cwd=base, capture_output=True, check=False)
    assert cut.returncode == 9
    assert (month.read_text("utf-8") == before) is (renamed == 0)
    assert not (base / FOLDER / "2026-01.lock.yml").exists()
    assert mingbai("check")[0] == 0
    assert mingbai(*asked)[0] == 0
    assert (base / FOLDER / "2026-01.lock.yml").is_file()
    assert mingbai("check")[0] == 0
