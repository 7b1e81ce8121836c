"""What a site is made from, and who says that it was changed: the system where it can, else a look every second. The only watchdog."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

_EVENTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
"""Not that a file was opened: a round opens them all."""
_OFTEN, _SELDOM = 1.0, 2.0
"""Seconds between two looks: where the system tells nothing, and where it does (a network drive or a new folder may still keep silent)."""
_SHARE = 20
"""A look that takes long is taken less often, so that looking never takes more than a twentieth of the time."""


class Sources:
    """The files of a community that its site is made from: single ones of its folder, and whole folders, hidden files left out."""

    def __init__(self, root: Path, single: Iterable[str], folders: Iterable[Path]) -> None:
        self.root, self._single, self.folders = root, tuple(single), tuple(folders)
        self.took = 0.0

    def look(self) -> dict[str, tuple[int, ...]]:
        """Every file by its path (below the community's folder where it lies there): when it was written, its size, its number on the disk."""
        began = time.monotonic()
        found = {name: mark for name in self._single for mark in _marks(self.root / name)}
        for folder in self.folders:
            named = folder.relative_to(self.root).as_posix() if folder.is_relative_to(self.root) else folder.as_posix()
            found.update(_below(folder, named))
        self.took = time.monotonic() - began
        return found


def _marks(path: Path) -> Iterator[tuple[int, ...]]:
    """The mark of a file, if it is there."""
    try:
        it = path.stat()
    except OSError:
        return
    yield it.st_mtime_ns, it.st_size, it.st_ino


def _below(folder: Path, named: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The marks of all files in a folder; one that goes away while it is looked at is not there."""
    try:
        with os.scandir(folder) as entries:
            inside = [(e.name, e.is_dir(follow_symlinks=False)) for e in entries if not e.name.startswith(".")]
    except OSError:
        return
    for name, is_folder in inside:
        if is_folder:
            yield from _below(folder / name, f"{named}/{name}")
        else:
            yield from ((f"{named}/{name}", mark) for mark in _marks(folder / name))


class Watcher:
    """Says when something may have been saved; where the system does not help, `patience` is short and the caller looks for himself."""

    def __init__(self, sources: Sources, saved: Callable[[], None]) -> None:
        self._sources = sources
        self._handler = _Handler(saved)
        self._observer: Any = None

    def start(self) -> None:
        """Begins; a system without the means (or out of them) is no fault."""
        try:
            observer: Any = Observer()
            observer.schedule(self._handler, str(self._sources.root), recursive=False, event_filter=_EVENTS)
            for folder in self._sources.folders:
                if folder.is_dir():
                    observer.schedule(self._handler, str(folder), recursive=True, event_filter=_EVENTS)
            observer.daemon = True
            observer.start()
        except (OSError, RuntimeError):
            return
        self._observer = observer

    @property
    def helped(self) -> bool:
        """Whether the system tells of changes."""
        return self._observer is not None

    def patience(self) -> float:
        """The seconds between two looks of one's own."""
        return max(_SELDOM if self.helped else _OFTEN, self._sources.took * _SHARE)

    def stop(self) -> None:
        """Ends it."""
        if self._observer is not None:
            self._observer.stop()


class _Handler(FileSystemEventHandler):
    def __init__(self, saved: Callable[[], None]) -> None:
        self._saved = saved

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._saved()
