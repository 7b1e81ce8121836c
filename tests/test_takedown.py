"""The runbook for personal data that has been published (docs/takedown.zh-CN.md): its steps on closed accounts do what it says."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.support.building import REPOSITORY, mingbai_here

AS_OF = datetime.date(2026, 11, 10)
RUNBOOK = (REPOSITORY / "docs" / "takedown.zh-CN.md").read_text("utf-8")


@pytest.fixture
def community(tmp_path: Path) -> Path:
    shutil.copytree(REPOSITORY / "ledgers", tmp_path / "ledgers")
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


def _errors(root: Path) -> list[str]:
    return sorted({f.code.id for f in pipeline.check(root, AS_OF).findings if f.severity.value == "error"})


def _without_a_word(root: Path, month: str) -> None:
    """The secretary takes a word out of the first line of a month."""
    file = root / "ledgers/finance/committee" / f"{month}.yml"
    text = file.read_text("utf-8")
    at = text.index("摘要: ") + len("摘要: ")
    file.write_text(text[:at] + text[at + 1 :], "utf-8")


def test_a_closed_month_whose_text_changed_is_locked_anew(community: Path) -> None:
    _without_a_word(community, "2026-08")
    assert _errors(community) == ["LCK001"]
    assert "LCK001" in RUNBOOK
    book = community / "ledgers/finance/committee"
    locks = [book / f"2026-{month}.lock.yml" for month in ("08", "09")]
    before = [lock.read_text("utf-8") for lock in locks]
    locks[0].unlink()
    assert _errors(community) == ["LCK010"]  # the lock of a month holds on to the one before
    locks[1].unlink()

    for month in ("2026-08", "2026-09"):
        done = mingbai_here("-C", community, "--as-of", AS_OF.isoformat(), "close", month, "--book", "committee")
        assert done.returncode == 0, done.stdout + done.stderr

    assert _errors(community) == []
    for lock, old in zip(locks, before, strict=True):
        figures = [line for line in old.splitlines() if "余额" in line or "期末" in line]
        assert figures
        assert [line for line in lock.read_text("utf-8").splitlines() if "余额" in line or "期末" in line] == figures
