"""What `fmt` and `close` write over: whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mingbai import keeping
from mingbai.cli import files
from tests.conftest import BASE, REPOSITORY

UNTIDY = "收支: []\n期间: 2026/3\n"
TIDY = "期间: 2026-03\n收支: []\n"
CLOSE = ("close", "2026-01", "--book", "committee", "--day", "2026-02-05")
COMPLETE = (*CLOSE, "--statement", "bank=19413.50", "--count", "cash=755.00", "--reviewer", "监督委员会主任")


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "base"
    shutil.copytree(BASE / "ledgers", root / "ledgers")
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (root / "ledgers/finance/committee/2026-03.yml").write_text(UNTIDY, "utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def march(base: Path) -> Path:
    return base / "ledgers/finance/committee/2026-03.yml"


def everything(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(base: Path, march: Path) -> None:
    """As on a disk with room for ten more bytes, in a process of its own."""
    before = everything(base)
    done = subprocess.run(
        [sys.executable, "-m", "mingbai", "fmt", "ledgers/finance/committee/2026-03.yml"],
        cwd=base,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "generator"), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)),
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 4, done.stderr
    assert "请检查磁盘空间" in done.stderr
    assert everything(base) == before


@pytest.mark.parametrize("fault, code", [(OSError(errno.ENOSPC, "No space left on device"), 4), (KeyboardInterrupt(), 130)])
@pytest.mark.parametrize("command", [("fmt",), CLOSE, COMPLETE])
def test_what_fails_before_the_disk_has_it_changes_nothing(
    mingbai: Any, base: Path, march: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], fault: BaseException, code: int
) -> None:
    if command is COMPLETE:  # the month is written as well as its lock
        january = march.with_name("2026-01.yml")
        text = january.read_text("utf-8")
        january.write_text(text[: text.index("结账:")], "utf-8")
    before = everything(base)

    def fail(_: int) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", fail)
    assert mingbai(*command)[0] == code
    assert everything(base) == before


def test_the_rights_of_a_file_stay(mingbai: Any, march: Path) -> None:
    march.chmod(0o640)
    assert mingbai("fmt")[0] == 0
    assert march.read_text("utf-8") == TIDY
    assert stat.S_IMODE(march.stat().st_mode) == 0o640


def meanwhile(monkeypatch: pytest.MonkeyPatch, name: str, change: Callable[[], object]) -> None:
    """Another program writes after the ledgers were read and before anything is written."""
    real = getattr(keeping, name)

    def changed(*given: Any) -> Any:
        result = real(*given)
        change()
        return result

    monkeypatch.setattr(keeping, name, changed)


@pytest.mark.parametrize("lang, says", [("zh", "2026-03.yml 刚刚被别的程序改过"), ("en", "2026-03.yml was changed by another program")])
def test_what_was_changed_meanwhile_is_not_written_over(mingbai: Any, march: Path, monkeypatch: pytest.MonkeyPatch, lang: str, says: str) -> None:
    typed = UNTIDY + "# 刚写的\n"
    meanwhile(monkeypatch, "tidy", lambda: march.write_text(typed, "utf-8"))
    code, _, err = mingbai("fmt", "ledgers/finance/committee/2026-03.yml", "--lang", lang)
    assert code == 4
    assert says in err
    assert march.read_text("utf-8") == typed


def test_a_month_changed_meanwhile_gets_no_lock(mingbai: Any, march: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    january = march.with_name("2026-01.yml")
    typed = january.read_text("utf-8").replace("45.00", "45.10")
    meanwhile(monkeypatch, "close", lambda: january.write_text(typed, "utf-8"))
    code, _, err = mingbai(*CLOSE)
    assert (code, "2026-01.yml 刚刚被别的程序改过" in err) == (4, True)
    assert january.read_text("utf-8") == typed
    assert not january.with_name("2026-01.lock.yml").exists()


def test_a_lock_made_meanwhile_is_not_written_over(mingbai: Any, march: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = march.with_name("2026-01.lock.yml")
    meanwhile(monkeypatch, "close", lambda: lock.write_text("别人的锁\n", "utf-8"))
    assert mingbai(*CLOSE)[0] == 4
    assert lock.read_text("utf-8") == "别人的锁\n"


def test_one_text_over_whatever_stands_there(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    files.whole(target, "一\n")
    files.whole(target, "二\n")
    assert target.read_text("utf-8") == "二\n"
    assert list(tmp_path.iterdir()) == [target]
