"""0 no errors, 1 errors, 2 usage or configuration, 3 our fault, 4 the environment; and what is said each time."""

from __future__ import annotations

import atexit
import errno
import gc
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mingbai import pipeline
from mingbai.checking import CRASHED
from mingbai.cli.app import main
from mingbai.diagnostics import Place
from mingbai.publishing import ForeignError, LockedError
from mingbai.site import SiteError
from mingbai.values.text import Text
from tests.support.building import clean


@pytest.mark.parametrize(
    "arguments, says",
    [
        (("chek",), "是不是 check？"),
        (("zzz",), "可用的命令：init、new、import、check、due、fmt、close、build、serve、report、print、export、explain、doctor、kinds。"),
        (("check", "--strikt"), "没有 --strikt 这个选项。是不是 --strict？"),
        (("check", "--color", "pink"), "--color 只能是：auto、always、never"),
        (("check", "--as-of"), "选项 --as-of 的用法不对"),
        (("check", "--as-of", "2026-02-30"), "--as-of 应当是日期"),
        (("new",), "缺少 KIND"),
        (("kinds", "a", "b"), "多出来的参数：'b'"),
        (("build", "-o", "x"), "build 不用 -o/--output"),
        (("init", "x", "-f", "json"), "init 不用 -f/--format"),
        (("-C", "/nowhere", "check"), "没有 /nowhere 这个文件夹"),
        (("import", "x.csv", "--as", "finance", "--map", "m.yml"), "没有 x.csv 这个文件"),
    ],
)
def test_a_wrong_command_line_is_2_and_says_why(mingbai: Any, community: Path, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = mingbai(*arguments)

    assert (code, out) == (2, "")
    assert says in err


def test_outside_any_community_is_2(mingbai: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert mingbai("check")[0] == 2
    assert mingbai("-C", tmp_path, "check")[0] == 2


def test_the_bare_command_shows_how_it_is_used(mingbai: Any) -> None:
    code, out, err = mingbai()

    assert (code, out) == (2, "")
    assert "mingbai new finance" in err


def _fails(monkeypatch: pytest.MonkeyPatch, fault: Exception, where: str = "check") -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise fault

    monkeypatch.setattr(pipeline, where, fail)


def test_a_fault_of_ours_is_3_in_both_languages_and_a_traceback_only_when_asked(
    mingbai: Any, community: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails(monkeypatch, ZeroDivisionError("x"))
    code, _, err = mingbai("check")

    assert code == 3
    assert "程序自己出了错" in err
    assert "A fault of the program" in err
    assert "Traceback" not in err
    assert "Traceback" in mingbai("check", "-v")[2]
    assert "Traceback" in mingbai("-v", "check")[2]


def test_a_check_of_ours_that_crashed_is_3(mingbai: Any, community: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.check(community, __import__("datetime").date(2026, 3, 20))
    crashed = CRASHED.at(Place("ledgers"), rule="r", error="e")
    monkeypatch.setattr(pipeline, "check", lambda *_: pipeline.Checked(real.books, (crashed,), real.texts, real.kinds))

    assert mingbai("check")[0] == 3
    assert mingbai("check", "--ignore", "SYS")[0] == 3


@pytest.mark.parametrize(
    "fault, code",
    [
        (OSError(errno.ENOSPC, "No space left on device"), 4),
        (PermissionError(errno.EACCES, "Permission denied", "site"), 4),
        (LockedError(Path("site")), 4),
        (ForeignError(Path("site")), 2),
        (SiteError(Text("坏链接", "broken link")), 2),
        (OSError("from a library"), 3),
    ],
)
def test_what_can_go_wrong_when_building(mingbai: Any, community: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, code: int) -> None:
    _fails(monkeypatch, fault, "build")
    got, _, err = mingbai("build")

    assert got == code
    assert "Traceback" not in err


def test_errors_stop_the_build_and_leave_the_old_site(mingbai: Any, community: Path) -> None:
    (community / "ledgers/stray.yml").write_text("a: b\n", "utf-8")
    code, out, err = mingbai("build")

    assert code == 1
    assert out.startswith("不能发布（1 处错误")
    assert "没有生成" in err
    assert not (community / "site").exists()


@pytest.mark.parametrize("folder", [".", "ledgers", "content", ".."])
def test_the_site_never_goes_where_the_community_keeps_its_files(mingbai: Any, community: Path, folder: str) -> None:
    assert mingbai("build", "--site-dir", folder)[0] == 2


def _process(*arguments: str, cwd: Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "mingbai", *arguments], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**clean(), **environment}
    )


def test_a_reader_who_goes_away_is_no_fault(community: Path) -> None:
    with _process("explain", "--list", cwd=community) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(5)
        process.stdout.close()

        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110  a device
def test_a_full_disk_is_4(community: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
        done = subprocess.run(
            [sys.executable, "-m", "mingbai", "check"], cwd=community, stdout=full, stderr=subprocess.PIPE, env=clean(), check=False
        )

    assert done.returncode == 4


SAID = (("check",), ("check", "-f", "json"), ("--help",), ("explain", "--list"), ("kinds", "finance"))


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252", "utf-8"])
def test_no_console_is_too_small_for_what_is_said(community: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """The streams are those that Python makes of PYTHONIOENCODING, which refuse what the encoding lacks."""
    (community / "ledgers/stray.yml").write_text("emoji: \U0001f600\n", "utf-8")
    for arguments in SAID:
        console, errors = io.BytesIO(), io.BytesIO()
        out = io.TextIOWrapper(console, encoding=encoding, write_through=True)
        err = io.TextIOWrapper(errors, encoding=encoding, errors="backslashreplace", write_through=True)
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            patched.setattr(sys, "argv", ["mingbai", *arguments])
            patched.setattr(gc, "disable", lambda: None)
            patched.setattr(atexit, "_run_exitfuncs", lambda: None)
            patched.setattr(os, "_exit", sys.exit)
            with pytest.raises(SystemExit) as left:
                main()
        assert left.value.code in (0, 1), errors.getvalue()
        assert console.getvalue()
        console.getvalue().decode(encoding)


def test_a_process_on_the_smallest_console_says_the_same(community: Path) -> None:
    (community / "ledgers/stray.yml").write_text("emoji: \U0001f600\n", "utf-8")
    with _process("check", cwd=community, PYTHONIOENCODING="ascii", PYTHONUTF8="0") as process:
        out, err = process.communicate()
    assert process.returncode == 1, err
    assert b"\\u" in out
    out.decode("ascii")


def test_the_c_locale_speaks_chinese(community: Path) -> None:
    with _process("check", cwd=community, LC_ALL="C", LANG="C") as process:
        out, _ = process.communicate()

    assert out.decode().startswith("可以发布")
