"""A community of its own for every test, and the command run in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai.cli.app import run

Said = tuple[int, str, str]


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language, day or width of the machine the tests run on."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "MINGBAI_AS_OF", "SOURCE_DATE_EPOCH", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def mingbai(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs the command; gives its exit code and what it said on stdout and stderr."""

    def call(*arguments: str | Path) -> Said:
        capsys.readouterr()
        code = run([str(a) for a in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def community(tmp_path: Path, mingbai: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new community, and we stand in it; the day is 2026-03-20."""
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-03-20")
    root = tmp_path / "xinhe"
    assert mingbai("init", root, "--name", "新河社区居民委员会", "--kind", "urban", "--bank-opening", "43100.00", "--cash-opening", "500")[0] == 0
    monkeypatch.chdir(root)
    return root
