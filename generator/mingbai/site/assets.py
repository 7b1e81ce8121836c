"""Our one stylesheet and one script: joined from the theme folders' parts, named by their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>])\s*|(:)\s")

SOURCES = ("css", "js")
"""Folders of a theme that hold parts; they are not copied to the site themselves."""


def bundle(theme_dirs: Iterable[Path], kind: str) -> tuple[str, bytes]:
    """The address and the bytes of the joined `css/*.css` or `js/*.js`, in order of file name; the first folder's file wins."""
    parts: dict[str, Path] = {}
    for folder in theme_dirs:
        for path in sorted((folder / kind).glob(f"*.{kind}")):
            parts.setdefault(path.name, path)
    text = "\n".join(parts[name].read_text(encoding="utf-8") for name in sorted(parts))
    data = (_small(text) if kind == "css" else text).encode()
    return f"assets/mingbai.{hashlib.sha256(data).hexdigest()[:10]}.{kind}", data


def static_names(theme_dirs: Iterable[Path]) -> list[str]:
    """Files of the theme folders that are copied as they are: neither templates nor parts of a bundle."""
    return sorted(
        {
            path.relative_to(folder).as_posix()
            for folder in theme_dirs
            for path in folder.rglob("*")
            if path.is_file() and path.suffix != ".html" and path.relative_to(folder).parts[0] not in SOURCES
        }
    )


def _small(css: str) -> str:
    """Without comments and idle spaces; strings in our stylesheets hold none of `{};,>` with spaces around, no `: `."""
    return _AROUND.sub(r"\1\2", _SPACE.sub(" ", _COMMENT.sub("", css))).replace(";}", "}").strip() + "\n"
