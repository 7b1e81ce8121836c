"""Finished sites, each in a folder of its own; the one that is shown is switched in one step and never changes under a reader."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(eq=False)
class Version:
    """One finished site.

    Attributes:
        number: 1 for the first, one more each time.
        base: the path at which the site will stand where it is published: `/`, or `/village/` where site_url says so.
        files: every file, by its path in the site; what is not among them does not exist, whatever lies on the disk.
    """

    number: int
    folder: Path
    base: str
    files: frozenset[str]
    readers: int = field(default=0, init=False)

    def read(self, path: str) -> bytes:
        """The bytes of one of its files."""
        return (self.folder / path).read_bytes()


class Shelf:
    """The versions below `folder`, which is nobody else's: the one that is shown, and the one before it for readers still at it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._begun = 0
        self._shown: tuple[Version, ...] = ()
        self._gone: list[Version] = []
        self._lock = threading.Lock()

    @property
    def number(self) -> int:
        """Of the version that is shown; 0 before the first."""
        shown = self._shown
        return shown[0].number if shown else 0

    def fresh(self) -> Path:
        """An empty folder in which the next version is made."""
        self._begun += 1
        stage = self._folder / str(self._begun)
        stage.mkdir()
        return stage

    def discard(self, stage: Path) -> None:
        """Takes away a folder in which nothing whole was made."""
        shutil.rmtree(stage, ignore_errors=True)

    def put(self, stage: Path, base: str) -> None:
        """From here on this one is shown. The step is the assignment of one tuple: a request sees all of the old site or all of the new."""
        version = Version(self.number + 1, stage, base, frozenset(_files(stage)))
        with self._lock:
            self._gone += self._shown[1:]
            self._shown = (version, *self._shown[:1])

    @contextmanager
    def lent(self) -> Iterator[tuple[Version, ...]]:
        """The versions that stand now, the one that is shown first; they stay whole until the block ends, and longer."""
        with self._lock:
            versions = self._shown
            for version in versions:
                version.readers += 1
        try:
            yield versions
        finally:
            with self._lock:
                for version in versions:
                    version.readers -= 1

    def sweep(self) -> None:
        """Takes away the versions that are no longer shown and that nobody reads; thousands of files, so no reader waits for it."""
        with self._lock:
            free = [v for v in self._gone if not v.readers]
            self._gone = [v for v in self._gone if v.readers]
        for version in free:
            shutil.rmtree(version.folder, ignore_errors=True)


def _files(folder: Path, below: str = "") -> Iterator[str]:
    """Regular files, by path; links are not followed, hidden files (the marks of programs) are nobody's business."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{below}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield below + entry.name
