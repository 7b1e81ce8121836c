"""MkDocs' door into the pipeline, as cli is the terminal's: plain `mkdocs build` and `mkdocs serve` work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mingbai import pipeline
from mingbai.rendering import template_dirs
from mingbai.site import Site
from mingbai.site.plugin import SitePlugin


class MingbaiPlugin(SitePlugin):  # type: ignore[no-untyped-call]  # MkDocs' __init_subclass__
    """The entry point `mkdocs.plugins: mingbai`."""

    def make(self, root: Path) -> Site:
        """The checked community below `root`; errors stop the build before MkDocs empties site/."""
        return pipeline.checked_site(root)

    def watched(self, root: Path) -> Iterable[Path]:
        return [root / pipeline.LEDGERS, *template_dirs(root)]

    def theme_dirs(self, root: Path) -> Iterable[Path]:
        return [d / "theme" for d in template_dirs(root) if (d / "theme").is_dir()]
