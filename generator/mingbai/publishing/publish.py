"""Stage, fill, sync, swap, sweep."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from mingbai.publishing import disk
from mingbai.publishing.errors import ForeignError, LockedError, UnconfirmedError

MARKER = ".mingbai-site"
"""The file by which a folder is known as ours, written before anything else; only such a folder is ever removed."""

_SAID = "明白账生成的网站，每次生成都整个替换。 / A site made by Mingbai, replaced as a whole by each build.\n"


def publish(target: Path, make: Callable[[Path], object]) -> None:
    """Let `make` fill a folder beside `target`, then put it in the target's place in one step.

    Whatever `make` raises, and whenever the process dies, the old site is whole; what a killed run left behind is
    swept away by the next. Where the system cannot exchange two folders, two renames stand a moment apart.

    Raises:
        LockedError: another build writes the same site.
        ForeignError: the target holds files that are not a site of ours.
        UnconfirmedError: the new site stands, the disk has not confirmed it.
        OSError: no room, no right; the old site is whole.
    """
    target = target.absolute()
    if not _replaceable(target):
        raise ForeignError(target)  # before anything, the lock included, is left beside it
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with disk.locked(target.parent / f".{target.name}.lock"):
            _publish(target, make)
    except BlockingIOError:
        raise LockedError(target) from None


def _publish(target: Path, make: Callable[[Path], object]) -> None:
    stage, old = (target.parent / f".{target.name}.{word}.tmp" for word in ("new", "old"))
    _recover(target, stage, old)
    if not _replaceable(target):
        raise ForeignError(target)
    stage.mkdir()
    try:
        (stage / MARKER).write_text(_SAID, encoding="utf-8")
        make(stage)
        disk.sync_tree(stage)
        _swap(stage, target, old)
    finally:
        _recover(target, stage, old)
    try:
        disk.sync_folder(target.parent)
    except OSError as error:
        raise UnconfirmedError(target, error) from error


def _swap(stage: Path, target: Path, old: Path) -> None:
    if not target.exists():
        stage.rename(target)
    elif not disk.exchange(stage, target):
        target.rename(old)
        stage.rename(target)


def _recover(target: Path, stage: Path, old: Path) -> None:
    """What a run leaves: the old site goes back if the run ended between its two renames, the rest is swept away."""
    if old.is_dir() and not target.exists():
        old.rename(target)
    _remove(stage)
    _remove(old)


def _replaceable(target: Path) -> bool:
    """Nothing there, an empty folder, or a site of ours; a link or a file is not replaced."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return False
    return not target.exists() or not any(target.iterdir()) or _ours(target)


def _ours(folder: Path) -> bool:
    """Made by `publish` (the marker) or by plain `mkdocs build` with our plugin (our stylesheet)."""
    return (folder / MARKER).is_file() or any(folder.glob("assets/mingbai.*.css"))


def _remove(folder: Path) -> None:
    """Remove a folder of ours, or an empty one; nothing else. The marker goes last, or a killed sweep could not be finished."""
    if not folder.is_dir() or folder.is_symlink() or not (_ours(folder) or not any(folder.iterdir())):
        return
    with suppress(OSError):
        (folder / MARKER).touch()
        for inside in list(folder.iterdir()):
            if inside.is_dir() and not inside.is_symlink():
                shutil.rmtree(inside, ignore_errors=True)
            elif inside.name != MARKER:
                inside.unlink()
    shutil.rmtree(folder, ignore_errors=True)
