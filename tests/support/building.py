"""Communities copied, changed and built: by the command in a process of its own, or in this one where only the site matters."""

from __future__ import annotations

import datetime
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
GOLDEN = REPOSITORY / "tests" / "golden"
AS_OF = datetime.date(2026, 11, 10)
SHARED = REPOSITORY.parent / "shared"


def mingbai(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does; the clock's variables of the caller are not handed down."""
    return subprocess.run(
        [sys.executable, "-m", "mingbai", *map(str, arguments)],
        env=clean(environment),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def mingbai_here(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The same in this process, at a fifth of the time: for what goes wrong, not for what depends on the process."""
    from mingbai.cli.app import run

    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, arguments), "--lang", "zh", "--color", "never"])
    return subprocess.CompletedProcess(list(map(str, arguments)), code, out.getvalue(), err.getvalue())


def clean(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process' environment without what would set the day, with `more`."""
    kept = {k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "MINGBAI_AS_OF", "PYTHONWARNINGS", "CI", "GITHUB_ACTIONS")}
    return {**kept, "PYTHONUTF8": "1", **(more or {})}


def small_community(folder: Path) -> Path:
    """A copy of tests/golden/community in a folder that does not yet exist."""
    shutil.copytree(GOLDEN / "community", folder, ignore=shutil.ignore_patterns("site", ".site*"))
    return folder


def build_here(root: Path, target: Path, *, draft: bool = False) -> int:
    """Build in this process, at a tenth of the command's time; the number of errors found."""
    from mingbai import pipeline

    return pipeline.build(root, target, AS_OF, draft=draft).errors


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def demonstration(factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own ledgers, built by the command as of 2026-11-10."""
    return for_all_processes(factory, "demonstration", _demonstrate) / "site"


def second_demonstration(factory: pytest.TempPathFactory) -> Path:
    """The site of `examples/hexi`, a converted village with a collective in double entry."""
    return for_all_processes(factory, "hexi", partial(_demonstrate, root=REPOSITORY / "examples" / "hexi")) / "site"


def third_demonstration(factory: pytest.TempPathFactory) -> Path:
    """The site of `examples/liuxi`, a village."""
    return for_all_processes(factory, "liuxi", partial(_demonstrate, root=REPOSITORY / "examples" / "liuxi")) / "site"


def _demonstrate(folder: Path, root: Path = REPOSITORY) -> None:
    done = mingbai("--as-of", AS_OF.isoformat(), "build", "--site-dir", folder / "site", "-C", root, "-f", "json")
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "findings.json").write_text(done.stdout, encoding="utf-8")


def for_all_processes(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that `make` fills once for all processes of a test run; where that fails, it is tried no more."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    with alone(folder / "lock"):
        if not (folder / "done").exists():
            if (folder / "begun").exists():
                pytest.fail(f"making the {name} has failed before in this test run", pytrace=False)
            (folder / "begun").touch()
            make(folder)
            (folder / "done").touch()
    return folder


def findings(site: Path) -> Any:
    """What the build of the demonstration said of its ledgers."""
    return json.loads((site.parent / "findings.json").read_text(encoding="utf-8"))


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """One process of the test run at a time."""
    with path.open("w") as file:
        try:
            import fcntl
        except ImportError:  # Windows: xdist is not used there
            yield
            return
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def needs(*programs: str) -> None:
    """Skips a test where a program is missing; in CI nothing may be missing."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing and not os.environ.get("MINGBAI_CI"):
        pytest.skip(f"{', '.join(missing)} is not installed (Debian: poppler-utils, zbar-tools)")
    assert not missing, f"{missing} must be there in CI"
