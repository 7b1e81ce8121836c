"""The same pages for Hugo, with the barest layout that shows them: the Markdown of `material`, no theme, no search, no menu."""

from __future__ import annotations

from pathlib import Path

from bench import material
from bench.generate import Plan

_CONFIG = """\
baseURL = "https://bench.example.org/"
locale = "zh-CN"
title = "测速社区居民委员会"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]
"""
_PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ .LinkTitle }}</title></head>
<body>{{ .Content }}</body>
</html>
"""
_LIST = """\
<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ .LinkTitle }}</title></head>
<body><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></body>
</html>
"""


def write(plan: Plan, root: Path) -> Path:
    """A project of Hugo's below `root`; `root` again. Lists stand where Hugo wants them, one a book."""
    material.write(plan, root)
    (root / "docs").rename(root / "content")
    (root / "mkdocs.yml").unlink()
    (root / "content" / "index.md").rename(root / "content" / "_index.md")
    (root / "hugo.toml").write_text(_CONFIG, "utf-8")
    layouts = root / "layouts"
    layouts.mkdir()
    (layouts / "page.html").write_text(_PAGE, "utf-8")
    for name in ("home", "section"):
        (layouts / f"{name}.html").write_text(_LIST, "utf-8")
    return root
