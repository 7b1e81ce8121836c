"""Publishing: the old site stays whole until the new one is."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

from mingbai.publishing import MARKER, ForeignError, LockedError, disk, publish


def writes(word: str, files: int = 5) -> Any:
    def make(stage: Path) -> None:
        for number in range(files):
            (stage / f"p{number}.html").write_text(word)

    return make


def content(target: Path) -> dict[str, str]:
    return {p.name: p.read_text() for p in sorted(target.glob("*.html"))}


def left(parent: Path) -> list[str]:
    return sorted(p.name for p in parent.iterdir() if p.name.endswith(".tmp"))


def test_a_new_site_replaces_the_old_one_as_a_whole(tmp_path: Path) -> None:
    publish(tmp_path / "site", writes("old", 9))
    publish(tmp_path / "site", writes("new", 2))

    assert content(tmp_path / "site") == {"p0.html": "new", "p1.html": "new"}
    assert (tmp_path / "site" / MARKER).is_file()
    assert left(tmp_path) == []


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit, OSError])
def test_a_failing_make_leaves_the_old_site(tmp_path: Path, error: type[BaseException]) -> None:
    publish(tmp_path / "site", writes("old"))

    def fails(stage: Path) -> None:
        writes("new", 2)(stage)
        raise error("no")

    with pytest.raises(error):
        publish(tmp_path / "site", fails)

    assert set(content(tmp_path / "site").values()) == {"old"}
    assert left(tmp_path) == []


def test_a_foreign_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.doc").write_text("three years of work")

    with pytest.raises(ForeignError):
        publish(tmp_path / "site", writes("new"))

    assert (tmp_path / "site" / "thesis.doc").read_text() == "three years of work"


def test_a_foreign_folder_with_the_name_of_a_stage_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / ".site.new.tmp").mkdir()
    (tmp_path / ".site.new.tmp" / "mine").write_text("x")

    with pytest.raises(FileExistsError):
        publish(tmp_path / "site", writes("new"))

    assert (tmp_path / ".site.new.tmp" / "mine").read_text() == "x"


def test_a_link_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("x")

    for name in ("site", "file"):
        with pytest.raises(ForeignError):
            publish(tmp_path / name, writes("new"))


def test_a_site_of_plain_mkdocs_is_known_as_ours(tmp_path: Path) -> None:
    (tmp_path / "site" / "assets").mkdir(parents=True)
    (tmp_path / "site" / "assets" / "mingbai.0123456789.css").write_text("")

    publish(tmp_path / "site", writes("new"))

    assert set(content(tmp_path / "site").values()) == {"new"}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    publish(tmp_path / "site", writes("new"))

    assert set(content(tmp_path / "site").values()) == {"new"}


def test_a_second_build_is_refused_while_one_runs(tmp_path: Path) -> None:
    def meanwhile(stage: Path) -> None:
        with pytest.raises(LockedError) as refused:
            publish(tmp_path / "site", writes("second"))
        assert "另一个生成" in refused.value.text.zh
        writes("first")(stage)

    publish(tmp_path / "site", meanwhile)

    assert set(content(tmp_path / "site").values()) == {"first"}


def test_without_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "exchange", lambda *_: False)

    publish(tmp_path / "site", writes("old"))
    publish(tmp_path / "site", writes("new"))

    assert set(content(tmp_path / "site").values()) == {"new"}
    assert left(tmp_path) == []


def test_a_run_killed_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    publish(tmp_path / "site", writes("old"))
    (tmp_path / "site").rename(tmp_path / ".site.old.tmp")

    def fails(stage: Path) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish(tmp_path / "site", fails)

    assert set(content(tmp_path / "site").values()) == {"old"}


def test_a_run_interrupted_between_the_two_renames_gives_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", writes("old"))
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        if target.name == ".site.old.tmp":
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(disk, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path / "site", writes("new"))

    assert set(content(tmp_path / "site").values()) == {"old"}
    assert left(tmp_path) == []


def test_a_sweep_cut_short_is_finished_by_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_short(folder: Path, **_: Any) -> None:
        for path in sorted(folder.iterdir())[:1]:  # the marker sorts first
            path.unlink()
        raise KeyboardInterrupt

    publish(tmp_path / "site", writes("old"))
    with monkeypatch.context() as patched:
        patched.setattr("shutil.rmtree", cut_short)
        with pytest.raises(KeyboardInterrupt):
            publish(tmp_path / "site", lambda stage: (stage / "deep").mkdir())

    publish(tmp_path / "site", writes("new"))

    assert set(content(tmp_path / "site").values()) == {"new"}
    assert left(tmp_path) == []


def _read_in_a_loop(target: str, stop: Any, missing: Any) -> None:
    while not stop.is_set():
        for number in range(5):
            try:
                Path(target, f"p{number}.html").read_text()
            except FileNotFoundError:
                missing.value += 1


def test_a_looping_reader_sees_no_missing_file(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, writes("0"))
    publish(tmp_path / "other", writes("0"))
    if not disk.exchange(target, tmp_path / "other"):
        pytest.skip("this file system cannot exchange folders")
    stop, missing = multiprocessing.Event(), multiprocessing.Value("i", 0)
    reader = multiprocessing.Process(target=_read_in_a_loop, args=(str(target), stop, missing))
    reader.start()

    for number in range(60):
        publish(target, writes(str(number)))
    stop.set()
    reader.join()

    assert missing.value == 0


def test_a_killed_build_leaves_the_old_site_and_the_next_one_recovers(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, writes("old"))
    code = textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from mingbai.publishing import publish
        def make(stage):
            for number in range(100000):
                (stage / f"p{number}.html").write_text("half")
                if number == 20: print("going", flush=True)
        publish(Path(sys.argv[1]), make)
    """)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.02)
        process.send_signal(signal.SIGKILL)

    assert content(target) == dict.fromkeys([f"p{n}.html" for n in range(5)], "old")
    assert left(tmp_path) == [".site.new.tmp"]

    publish(target, writes("new"))

    assert set(content(target).values()) == {"new"}
    assert left(tmp_path) == []
