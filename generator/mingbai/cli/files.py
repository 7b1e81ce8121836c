"""New files, all of them or none, never over an old one; and texts in the place of others, whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from mingbai.publishing.disk import sync_folder
from mingbai.values.text import Text


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


class ChangedError(Exception):
    """A file is no longer what was read: somebody else wrote it meanwhile, and nothing was written over it."""

    def __init__(self, path: Path) -> None:
        self.text = Text(
            f"{path.name} 刚刚被别的程序改过（也许正在编辑器里打开），没有动它。保存并关掉以后，再运行一次。",
            f"{path.name} was changed by another program just now (an editor?) and was left alone; save, close and run again.",
        )
        super().__init__(f"{self.text.zh} / {self.text.en}")


def whole(path: Path, text: str | bytes) -> None:
    """Writes a text or bytes, whatever stands there: whole or not at all, with the rights of the older one."""
    replace({path: text}, None)


def replace(texts: Mapping[Path, str | bytes] | Mapping[Path, str] | Mapping[Path, bytes], read: Mapping[Path, bytes | None] | None) -> None:
    """Writes these texts, in this order, each whole or not at all; all are on the disk before the first takes its place.

    Args:
        texts: what is to stand there; a file keeps the rights of the older one.
        read: what stood there when the texts were made; what is not named, or None, did not exist, what is named here alone must still
            be the same. None: nobody has read anything.

    Raises:
        ChangedError: some file is not what was read; nothing was written.
        OSError: no room, no right; what stood there is whole.
    """
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}.tmp") for path in texts}
    try:
        for path, text in texts.items():
            _stage(path, beside[path], text)
        if read is not None:
            _unchanged({path: read.get(path) for path in (*texts, *read)})
        for path in texts:
            beside[path].replace(path)
        for folder in {path.parent for path in texts}:
            sync_folder(folder)
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)


def _stage(path: Path, beside: Path, text: str | bytes) -> None:
    """The text on the disk beside the file that it will replace, with that file's rights."""
    with beside.open("wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        beside.chmod(stat.S_IMODE(path.stat().st_mode))


def _unchanged(read: Mapping[Path, bytes | None]) -> None:
    for path, data in read.items():
        if (path.read_bytes() if path.exists() else None) != data:
            raise ChangedError(path)
