"""A bar on a terminal, for many rows; else not a character."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

import pytest

from mingbai.cli import words
from mingbai.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "stderr, quiet, rows, shown",
    [(Terminal(), False, 6000, True), (Terminal(), True, 6000, False), (Terminal(), False, 100, False), (io.StringIO(), False, 6000, False)],
)
def test_a_bar_is_shown_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, quiet: bool, rows: int, shown: bool) -> None:
    monkeypatch.setattr("sys.stderr", stderr)
    words.choose("zh")
    session: Any = SimpleNamespace(quiet=quiet)
    assert list(progress(session)(range(rows))) == list(range(rows))
    assert ("读表" in stderr.getvalue()) is shown
