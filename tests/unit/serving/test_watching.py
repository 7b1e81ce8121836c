"""What belongs to a site, and that a change of it is noticed with the system's help and without."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent

from mingbai.serving import watching
from mingbai.serving.preview import sources_of
from mingbai.serving.rounds import differing
from mingbai.serving.watching import Sources, Watcher
from tests.support.building import small_community


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_community(tmp_path / "community")


@pytest.mark.parametrize(
    "path",
    ["mkdocs.yml", "ledgers/community.yml", "ledgers/law/acts.yml", "ledgers/finance/a/2026-01.yml", "content/new.md", "site_templates/home.html"],
)
def test_what_a_site_is_made_from_is_looked_at(root: Path, path: str) -> None:
    sources = sources_of(root)
    before = sources.look()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with (root / path).open("a", encoding="utf-8") as file:
        file.write("\n# 改过\n")

    assert differing(before, sources.look()) == (path,)


@pytest.mark.parametrize("path", ["private/board.yml", "site/index.html", ".git/index", "ledgers/.a.yml.swp", "README.md"])
def test_what_it_is_not_made_from_is_not(root: Path, path: str) -> None:
    sources = sources_of(root)
    before = sources.look()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("x", encoding="utf-8")

    assert differing(before, sources.look()) == ()


def test_a_file_put_in_anothers_place_is_a_change(root: Path) -> None:
    """As editors save: the new text beside it, then renamed over it, the time of the old one kept."""
    sources = sources_of(root)
    path = root / "ledgers" / "community.yml"
    before, stood = sources.look(), path.stat()
    beside = path.with_name(".new")
    beside.write_bytes(path.read_bytes())
    os.utime(beside, ns=(stood.st_atime_ns, stood.st_mtime_ns))
    beside.replace(path)

    assert differing(before, sources.look()) == ("ledgers/community.yml",)


def test_the_system_says_that_a_file_was_saved(root: Path) -> None:
    saved = threading.Event()
    watcher = Watcher(sources_of(root), saved.set)
    watcher.start()
    try:
        assert watcher.helped
        (root / "ledgers" / "community.yml").write_bytes((root / "ledgers" / "community.yml").read_bytes())
        assert saved.wait(10)
    finally:
        watcher.stop()


def test_that_files_are_read_says_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A round opens every file; it must not ask for the next one."""
    told: list[str] = []
    last = threading.Event()

    def tell(self: object, event: FileSystemEvent) -> None:
        told.append(Path(str(event.src_path)).name)
        if told[-1] == "last.yml":
            last.set()

    monkeypatch.setattr(watching._Handler, "on_any_event", tell)
    watcher = Watcher(sources_of(root), lambda: None)
    watcher.start()
    try:
        for path in (root / "ledgers").rglob("*.yml"):
            path.read_bytes()
        (root / "ledgers" / "last.yml").touch()  # the events of a folder come in their order
        assert last.wait(10)
        assert set(told) == {"last.yml"}
    finally:
        watcher.stop()


def test_a_system_that_cannot_help_leaves_it_to_looking(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing:
        def schedule(self, *_: object, **__: object) -> None:
            raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", Refusing)
    watcher = Watcher(sources_of(root), lambda: None)
    watcher.start()
    watcher.stop()

    assert (watcher.helped, watcher.patience()) == (False, 1.0)


def test_looking_never_takes_more_than_a_twentieth_of_the_time(root: Path) -> None:
    sources = Sources(root, (), ())
    sources.took = 3.0

    assert Watcher(sources, lambda: None).patience() == 60.0
