"""Plain `mkdocs build` works, and refuses before it empties the old site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from mingbai.site import build
from tests.unit.site.entry_point.plugin import ENTRY_POINT, some_site


def mkdocs_build(config: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join([str(ENTRY_POINT), *sys.path])}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_it_writes_what_our_build_writes(community: Callable[..., Path], tmp_path: Path) -> None:
    config = community()
    done = mkdocs_build(config)
    build(config, tmp_path / "ours", some_site())

    assert done.returncode == 0, done.stderr
    plain, ours = ({p.relative_to(d).as_posix(): p.read_bytes() for p in d.rglob("*") if p.is_file()} for d in (tmp_path / "site", tmp_path / "ours"))
    assert plain == ours


def test_a_site_that_cannot_be_made_leaves_the_old_one(community: Callable[..., Path], tmp_path: Path) -> None:
    config = community(files={"site/index.html": "old"})
    (tmp_path / "broken").touch()

    done = mkdocs_build(config)

    assert done.returncode != 0
    assert "台账有 <错误>" in done.stderr
    assert (tmp_path / "site" / "index.html").read_text() == "old"
