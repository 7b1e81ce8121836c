"""What is meant for the board alone must not be in git: git's list of files is read as it lies on the disk."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai.checking.tracked import repository, tracked
from tests.conftest import codes

PRIVATE = "private/board.yml"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.fixture
def community_in_git(tmp_path: Path) -> Callable[..., Path]:
    """A repository with a community in it, at its top or below."""

    def make(below: str = "", *options: str) -> Path:
        git(tmp_path, "init", "--quiet", *options, ".")
        root = tmp_path / below
        (root / "private").mkdir(parents=True)
        (root / PRIVATE).write_text("名单: []\n", "utf-8")
        (root / "ledgers").mkdir()
        for n in range(40):
            (root / "ledgers" / f"a-file-with-a-long-name-{n:02}.yml").write_text(f"{n}\n", "utf-8")
        git(tmp_path, "add", str(root / "ledgers"))
        return root

    return make


@pytest.mark.parametrize("version", ["2", "3", "4"])
@pytest.mark.parametrize("below", ["", "communities/xinhe"])
def test_a_list_that_git_tracks_is_an_error(community_in_git, version, below):
    root = community_in_git(below)
    assert list(tracked(root)) == []

    git(root, "add", "--force", PRIVATE)
    git(root, "update-index", "--index-version", version)

    found = list(tracked(root))
    assert [(f.code.id, f.place.path) for f in found] == [("PRT001", PRIVATE)]


def test_a_repository_with_long_hashes_is_read_too(community_in_git):
    root = community_in_git("", "--object-format=sha256")
    assert list(tracked(root)) == []

    git(root, "add", "--force", PRIVATE)

    assert [f.code.id for f in tracked(root)] == ["PRT001"]


def test_a_file_only_meant_to_be_added_counts_as_tracked(community_in_git):
    """`git add --intent-to-add` marks the entry with further flags."""
    root = community_in_git()
    git(root, "add", "--force", "--intent-to-add", PRIVATE)
    assert [f.code.id for f in tracked(root)] == ["PRT001"]


def test_a_working_tree_beside_its_repository_has_a_list_of_its_own(community_in_git, tmp_path):
    root = community_in_git()
    git(root, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "x")
    git(root, "worktree", "add", "--quiet", str(tmp_path / "beside"))
    beside = tmp_path / "beside"
    (beside / "private").mkdir()
    (beside / PRIVATE).write_text("名单: []\n", "utf-8")

    assert repository(beside) is not None
    assert list(tracked(beside)) == []
    git(beside, "add", "--force", PRIVATE)
    assert [f.code.id for f in tracked(beside)] == ["PRT001"]
    assert list(tracked(root)) == []


def test_what_cannot_be_understood_is_taken_for_the_worst(community_in_git):
    root = community_in_git()
    (root / ".git/index").write_bytes(b"DIRC\0\0\0\x09\0\0\0\x01" + b"\0" * 62 + PRIVATE.encode() + b"\0")
    assert [f.code.id for f in tracked(root)] == ["PRT001"]


def test_without_a_repository_nothing_is_said(tmp_path):
    (tmp_path / "private").mkdir()
    (tmp_path / PRIVATE).write_text("x", "utf-8")
    assert list(tracked(tmp_path)) == []


def test_the_check_of_a_community_says_it(community, check):
    root = community()
    (root / "private").mkdir()
    (root / PRIVATE).write_text("名单: []\n", "utf-8")
    git(root, "init", "--quiet", ".")
    git(root, "add", "--force", ".")
    assert codes(check()) == ["PRT001"]
