"""A community of hand-written pages around `some_site()`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ENTRY_POINT = Path(__file__).parent / "entry_point"
sys.path.insert(0, str(ENTRY_POINT))

CONFIG = """
site_name: 春和 <社区> & 明白账
site_url: https://chunhe.example.org/sub/
docs_dir: content
theme: {name: material, language: zh, font: false}
nav:
  - 首页: index.md
  - 财务公开: finance/index.md
  - 怎么看: guide.md
plugins: [mingbai-site-test]
markdown_extensions: [tables, toc]
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""


@pytest.fixture
def community(tmp_path: Path) -> Callable[..., Path]:
    """Writes mkdocs.yml and content/ (`guide` is content/guide.md, `files` are others); gives the path of mkdocs.yml."""

    def write(guide: str = "# 怎么看\n\n正文\n", files: dict[str, str] | None = None, config: str = CONFIG) -> Path:
        for name, text in {"mkdocs.yml": config, "content/guide.md": guide, **(files or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "mkdocs.yml"

    return write
