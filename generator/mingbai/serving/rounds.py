"""Rounds, one after another: something was saved, a moment of quiet, one site; what is saved meanwhile is one more round."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from mingbai.serving.board import Board
from mingbai.serving.making import Outcome
from mingbai.serving.pace import Pace
from mingbai.serving.shelf import Shelf

Standing = Mapping[str, tuple[int, ...]]
"""Everything a site is made from, by path; other values mean that a file was changed."""


class Round(NamedTuple):
    """One round: which files it was for (none: the first), what it came to, how many seconds it took."""

    changed: tuple[str, ...]
    outcome: Outcome
    seconds: float


class Rounds:
    """Makes sites when they are due, in the thread that asks for it; `saved` may be called from any other.

    Args:
        make: fills an empty folder.
        look: what stands in the community now.
        begun: is told of each round when it begins, with the files it is for.
        told: and when it is over.
        clock: steady seconds.
    """

    def __init__(
        self,
        make: Callable[[Path], Outcome],
        look: Callable[[], Standing],
        shelf: Shelf,
        board: Board,
        begun: Callable[[tuple[str, ...]], None],
        told: Callable[[Round], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make, self._look, self._clock = make, look, clock
        self._begun, self._told = begun, told
        self._shelf, self._board = shelf, board
        self._pace = Pace()
        self._woken = threading.Condition()
        self._seen: Standing = {}

    def saved(self) -> None:
        """Something may have been saved."""
        with self._woken:
            self._pace.saved(self._clock())
            self._woken.notify_all()

    def first(self) -> None:
        """The round with which everything begins."""
        self._round((), self._look())

    def turn(self) -> float | None:
        """Makes the round that is due, if one is; the seconds until the next will be, None: nothing has been saved."""
        with self._woken:
            wait = self._pace.wait(self._clock())
            if wait is None or wait > 0:
                return wait
            self._pace.take()
        standing = self._look()
        changed = differing(self._seen, standing)
        if changed or self._failed():
            self._round(changed, standing)
        with self._woken:
            return self._pace.wait(self._clock())

    def compare(self) -> None:
        """For folders that tell nobody of a change (a network drive): looks whether there was one."""
        if self._look() != self._seen:
            self.saved()

    def run(self, ended: threading.Event, patience: Callable[[], float], breath: float = 0.5) -> None:
        """Until it is ended: rounds as they come, and a look for oneself every so many seconds (`patience`).

        Never sleeps longer than a breath: on Windows nothing wakes a thread that waits, Ctrl-C neither.
        """
        compared = self._clock()
        while not ended.is_set():
            wait = self.turn()
            if wait is None and self._clock() - compared >= patience():
                self.compare()
                compared = self._clock()
            with self._woken:
                wait = self._pace.wait(self._clock())  # something may have been saved since
                self._woken.wait(breath if wait is None else min(breath, wait))

    def _failed(self) -> bool:
        """Whether the last round failed for no fault of the ledgers: a file may have been away for a moment, so it is worth another try."""
        return self._board.news.outcome is not None and self._board.news.outcome.trouble is not None

    def _round(self, changed: tuple[str, ...], standing: Standing) -> None:
        self._seen = standing
        began = self._clock()
        self._board.begin()
        self._begun(changed)
        stage = self._shelf.fresh()
        outcome = self._make(stage)
        if outcome.base is None:
            self._shelf.discard(stage)
        else:
            self._shelf.put(stage, outcome.base)
        self._board.end(outcome)
        self._told(Round(changed, outcome, self._clock() - began))
        self._shelf.sweep()


def differing(before: Standing, after: Standing) -> tuple[str, ...]:
    """The files that are new, gone or changed."""
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))
