"""The few system calls that make a swap atomic and durable, each with what to do where it is missing."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file for the time of the block; the system lets go of it when the process dies.

    Raises:
        BlockingIOError: somebody else holds it.
    """
    fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        try:
            import fcntl
        except ImportError:  # Windows: no lock was tried there
            yield
            return
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(fd)


def exchange(a: Path, b: Path) -> bool:
    """Swap two folders in one step; False where the system or the file system cannot, and nothing was done."""
    rename = getattr(_libc(), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(b))


def sync_tree(folder: Path) -> None:
    """Everything written on the folder's file system is on the disk."""
    sync = getattr(_libc(), "syncfs", None)
    if sync is None:
        if hasattr(os, "sync"):
            os.sync()
        return
    with _opened(folder) as fd:
        if sync(fd) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))


def sync_folder(folder: Path) -> None:
    """The folder's own entries, renames among them, are on the disk."""
    if hasattr(os, "O_DIRECTORY"):
        with _opened(folder) as fd:
            os.fsync(fd)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    fd = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        yield fd
    finally:
        os.close(fd)


@cache
def _libc() -> Any:
    try:
        return ctypes.CDLL(None, use_errno=True)
    except (OSError, TypeError):  # Windows
        return None
