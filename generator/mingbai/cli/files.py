"""New files, all of them or none, never over an old one; and one text in the place of another, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class New:
    """A file to be written: where, what it is called when spoken of, what it holds as nodes."""

    path: Path
    shown: str
    nodes: Mapping[str, Any]

    @cached_property
    def text(self) -> str:
        """Its canonical form."""
        from mingbai import writing

        return writing.dump(self.nodes)

    @cached_property
    def same(self) -> bool:
        """Whether it stands there already, byte for byte."""
        return self.path.is_file() and self.path.read_bytes() == self.text.encode()

    @property
    def differs(self) -> bool:
        """Whether something else stands in its place."""
        return os.path.lexists(self.path) and not self.same


def write(new: Sequence[New]) -> None:
    """Writes those that do not stand there yet; when one fails, those written before it are taken away again."""
    put({n.path: n.text for n in new if not n.same})


def put(texts: Mapping[Path, str]) -> None:
    """Writes these texts to files that do not exist, all or none.

    Raises:
        FileExistsError: one of them exists.
        OSError: no room, no right.
    """
    done: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                done.append(path)
                file.write(text)
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        raise


def replace(path: Path, text: str) -> None:
    """Writes a text in the place of an older one, or anew; whole or not at all, with the rights of the older one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(text, "utf-8", newline="")
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
