"""The ledgers folder: what is read, and what is said of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mingbai.reading import listing


def plant(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1\n", encoding="utf-8")


def said(folder):
    return [(f.code.id, f.place.path) for f in listing(folder)[1]]


def test_ledgers_are_listed_sorted_with_posix_paths(tmp_path):
    plant(tmp_path, "finance/committee/2026-03.yml", "community.yml", "a.b_c-d.yml", "README.md", ".gitkeep", ".DS_Store", ".hidden/x.yml")
    assert listing(tmp_path) == (("a.b_c-d.yml", "community.yml", "finance/committee/2026-03.yml"), ())


@pytest.mark.parametrize(
    "name, code",
    [
        ("账.yml", "YML041"),
        ("a b.yml", "YML041"),
        ("March.yml", "YML041"),
        ("con.yml", "YML041"),
        ("lpt1.x.yml", "YML041"),
        ("-rf.yml", "YML041"),
        ("a$b.yml", "YML041"),
        ("a\u202eb.yml", "YML041"),
        ("a\nb.yml", "YML041"),
        ("Finance/a.yml", "YML041"),
        ("a.yaml", "YML043"),
        ("a.YML", "YML043"),
        ("a.xlsx", "YML045"),
        ("notes.md", "YML045"),
        ("yml", "YML045"),
    ],
)
def test_an_odd_file_is_a_finding_and_is_not_read(tmp_path, name, code):
    plant(tmp_path, "good.yml", name)
    files, findings = listing(tmp_path)
    assert files == ("good.yml",)
    assert [finding.code.id for finding in findings] == [code]
    assert (findings[0].severity.value == "warning") == (code == "YML045")
    for lang in ("zh", "en"):
        assert (findings[0].place.path + findings[0].message(lang) + findings[0].remedy(lang)).isprintable()


def test_links_are_not_followed(tmp_path):
    plant(tmp_path, "real/a.yml")
    (tmp_path / "link.yml").symlink_to("/etc/passwd")
    (tmp_path / "folder").symlink_to(tmp_path / "real")
    (tmp_path / "dangling.yml").symlink_to("nowhere")
    assert listing(tmp_path)[0] == ("real/a.yml",)
    assert said(tmp_path) == [("YML040", "ledgers/dangling.yml"), ("YML040", "ledgers/folder"), ("YML040", "ledgers/link.yml")]


def test_names_that_differ_by_case_clash(tmp_path):
    plant(tmp_path, "a.yml", "A.yml")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system does not tell upper case from lower")
    assert ("YML042", "ledgers/a.yml") in said(tmp_path)


def test_what_is_no_regular_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.yml")
    assert said(tmp_path) == [("YML046", "ledgers/pipe.yml")]


def test_a_file_too_large_is_told_before_it_is_read(tmp_path):
    with (tmp_path / "big.yml").open("wb") as file:
        file.truncate(9 << 20)
    assert said(tmp_path) == [("YML001", "ledgers/big.yml")]


def test_a_folder_that_is_not_there_is_one_finding(tmp_path):
    files, findings = listing(tmp_path / "none", prefix="books")
    assert (files, [f.code.id for f in findings], findings[0].place.path) == ((), ["YML044"], "books")


def test_a_name_that_is_no_text_is_a_finding(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"\xff.yml")).touch()
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    ((code, path),) = said(tmp_path)
    assert code == "YML041"
    assert path.isprintable()
