"""Starting: what is not used is not imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.building import clean

SLOW = ("pandas", "mkdocs", "dask", "jinja2", "markupsafe", "jieba", "numpy", "rich", "material")
TELL = "import sys; from mingbai.cli.app import run; run(sys.argv[1:]); sys.stdout = sys.stderr; print(*sorted({m.partition('.')[0] for m in sys.modules}))"


def _loaded(*arguments: str, cwd: Path | None = None) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", TELL, *arguments], capture_output=True, text=True, encoding="utf-8", env=clean(), cwd=cwd, check=True
    )
    return set(done.stderr.split("\n")[-2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", "--help"), ("build", "-h", "--lang", "en"), ("chek",)])
def test_help_imports_nothing_slow(arguments: tuple[str, ...]) -> None:
    assert not _loaded(*arguments) & {*SLOW, "pydantic", "yaml"}


@pytest.mark.parametrize("arguments", [("check",), ("new", "finance"), ("explain", "FIN003"), ("kinds",)])
def test_only_build_imports_what_makes_pages(community: Path, arguments: tuple[str, ...]) -> None:
    assert not _loaded(*arguments, cwd=community) & {*SLOW}
