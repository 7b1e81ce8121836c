"""Versions are switched whole, and stay while somebody reads them."""

from __future__ import annotations

from pathlib import Path

from mingbai.serving import Shelf


def put(shelf: Shelf, **files: str) -> Path:
    stage = shelf.fresh()
    for name, text in files.items():
        (stage / name).write_text(text, encoding="utf-8")
    shelf.put(stage, "/")
    return stage


def test_before_the_first_there_is_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with shelf.lent() as versions:
        assert (shelf.number, versions) == (0, ())


def test_a_reader_keeps_his_version_until_he_has_done(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    first = put(shelf, page="one")
    with shelf.lent() as (version, *_):
        for text in ("two", "three", "four"):
            put(shelf, page=text)
            shelf.sweep()
        assert (version.number, version.read("page")) == (1, b"one")
        assert sorted(p.name for p in tmp_path.iterdir()) == ["1", "3", "4"]
    shelf.sweep()
    assert not first.exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["3", "4"]  # shown, and the one before it
    with shelf.lent() as (version, older):
        assert (version.read("page"), older.read("page")) == (b"four", b"three")


def test_what_is_no_file_of_the_site_is_none(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("private", encoding="utf-8")
    shelf = Shelf(tmp_path / "shelf")
    (tmp_path / "shelf").mkdir()
    stage = shelf.fresh()
    (stage / "a").mkdir()
    (stage / "a" / "b.html").touch()
    (stage / ".mingbai-site").touch()
    (stage / "link").symlink_to(tmp_path / "secret")
    (stage / "folder").symlink_to(tmp_path)
    shelf.put(stage, "/")
    with shelf.lent() as (version,):
        assert version.files == {"a/b.html"}


def test_what_was_not_made_is_taken_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    stage = shelf.fresh()
    (stage / "half").touch()
    shelf.discard(stage)
    assert list(tmp_path.iterdir()) == []
    assert put(shelf, page="one").name == "2"
