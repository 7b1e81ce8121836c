"""What all tests share: small communities written as text, the check, shared data, how hard properties are tried.

A test that needs ledgers writes only what differs from the clean base community in tests/base:

    def test_unknown_fund(check):
        checked = check({"finance/committee/2026-02.yml": "期间: 2026-02\\n收支: [...]"})
        assert codes(checked) == ["REF001"]
"""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from mingbai.pipeline import Checked

REPOSITORY = Path(__file__).resolve().parents[1]
BASE = Path(__file__).resolve().parent / "base"
AS_OF = datetime.date(2026, 11, 10)

# `ci` (the default) tries the same examples on every machine; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever lies in tests/browser opens a browser; it can be left out with `-m "not browser"`."""
    for item in items:
        if "browser" in item.path.relative_to(Path(__file__).parent).parts:
            item.add_marker("browser")


def write(root: Path, files: Mapping[str, str | None]) -> Path:
    """Writes texts below `root/ledgers` (None: takes the file away); `root` again."""
    for name, text in files.items():
        path = root / "ledgers" / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root


def codes(checked: Checked) -> list[str]:
    """The codes found, in the order of the report."""
    return [finding.code.id for finding in checked.findings]


@pytest.fixture
def community(tmp_path: Path) -> Callable[..., Path]:
    """`community({path below ledgers/: text}, base=True)`: a community in a folder of its own, on top of tests/base; its root."""

    def make(files: Mapping[str, str | None] | None = None, *, base: bool = True) -> Path:
        root = tmp_path / "community"
        if base:
            shutil.copytree(BASE, root, dirs_exist_ok=True)
        return write(root, files or {})

    return make


@pytest.fixture
def check(community: Callable[..., Path]) -> Callable[..., Checked]:
    """`check({path: text}, base=True, as_of=2026-11-10)`: what the whole pipeline says of such a community."""

    def run(files: Mapping[str, str | None] | None = None, *, base: bool = True, as_of: datetime.date = AS_OF) -> Checked:
        from mingbai import pipeline

        return pipeline.check(community(files, base=base), as_of)

    return run


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """`shared("data/real/…")`: a file or folder of the data that lies beside the repository; where it does not, the test is skipped."""

    def find(name: str) -> Path:
        path = REPOSITORY.parent / "shared" / name
        if not path.exists():
            pytest.skip(f"needs shared/{name} beside the repository")
        return path

    return find
