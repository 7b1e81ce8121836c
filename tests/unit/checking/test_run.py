"""A rule that crashes is a finding that names it; every other rule still speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mingbai import checking, pipeline
from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import Rule
from mingbai.kinds import discover
from tests.base.community import AS_OF, laid_over


def stumbles(books: Books) -> Iterator[Diagnostic]:
    """Fails after a first finding."""
    yield checking.CRASHED.at(books.place(books.filed[0].record), rule="mine", error="told before") if books.filed[0].record else _never()
    raise KeyError("own")


def _never() -> Diagnostic:
    raise AssertionError


def test_a_crash_is_a_finding_and_stops_no_other_rule(tmp_path: Path) -> None:
    root = laid_over(tmp_path, files={"finance/committee/2026-03.yml": "期间: 2026-03\n"})
    kinds = [replace(k, rules=(Rule(stumbles, ()), *k.rules)) if k.name == "community" else k for k in discover()]
    found = pipeline.check(root, AS_OF, kinds).findings
    assert [f.code.id for f in found if f.code.id.startswith("FIN")] == ["FIN021"]
    crashed = [f for f in found if f.code is checking.CRASHED]
    assert len(crashed) == 2
    message = crashed[0].message("zh")
    assert "tests.unit.checking.test_run.stumbles" in message or "stumbles" in message
    assert "KeyError" in message
    assert "test_run.py" in message
    assert str(tmp_path) not in message
    assert crashed[0].place.path == "ledgers"
