"""`mkdocs serve`: a site that cannot be made becomes a page that says why, for a request must never hang."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from mingbai.site.plugin import SitePlugin


def test_a_broken_ledger_is_shown_instead_of_the_site(community: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config(str(community(files={"content/index.md": "# 首页\n"})), site_dir=str(tmp_path / "served"))
    (tmp_path / "broken").touch()
    monkeypatch.setattr(SitePlugin, "serving", True)

    mkdocs_build(config)

    page = (tmp_path / "served" / "index.html").read_text()
    assert "台账有 &lt;错误&gt;" in page
    assert "首页</h1>" not in page
