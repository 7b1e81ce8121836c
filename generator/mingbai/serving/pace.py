"""When a change is worth a round: after a moment in which nothing more was saved, and never much later than the first change."""

from __future__ import annotations


class Pace:
    """Saved files in, one round out; it reads no clock and is told the time, in seconds of any steady clock.

    Args:
        quiet: so long nothing more may be saved before a round begins: a burst of saves is one round.
        longest: so long after the first change a round begins all the same: who saves without end is not kept waiting.
    """

    def __init__(self, quiet: float = 0.2, longest: float = 2.0) -> None:
        self._quiet, self._longest = quiet, longest
        self._first: float | None = None
        self._last = 0.0

    def saved(self, now: float) -> None:
        """Something may have changed."""
        if self._first is None:
            self._first = now
        self._last = now

    def wait(self, now: float) -> float | None:
        """The seconds until a round is due: 0 now, None while nothing has changed."""
        if self._first is None:
            return None
        return max(0.0, min(self._last + self._quiet, self._first + self._longest) - now)

    def take(self) -> None:
        """A round begins: what is saved from here on asks for another one."""
        self._first = None
