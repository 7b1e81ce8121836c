"""What there is to say of the last round, and who waits to hear it."""

from __future__ import annotations

import threading
from typing import NamedTuple

from mingbai.serving.making import Outcome


class News(NamedTuple):
    """What is to be said at one moment.

    Attributes:
        serial: grows with each change, so that a page knows what it has seen.
        outcome: of the last round; None before the first has ended.
        making: another round is on its way.
    """

    serial: int = 0
    outcome: Outcome | None = None
    making: bool = False


class Board:
    """The news, exchanged as a whole."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.news = News()

    def begin(self) -> None:
        """A round has begun."""
        self._change(self.news.outcome, making=True)

    def end(self, outcome: Outcome) -> None:
        """A round has ended."""
        self._change(outcome, making=False)

    def _change(self, outcome: Outcome | None, *, making: bool) -> None:
        with self._changed:
            self.news = News(self.news.serial + 1, outcome, making)
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> News:
        """The news as soon as they are other than what was seen, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.news.serial != seen, seconds)
            return self.news
