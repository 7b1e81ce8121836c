"""Ten times the pages, how many times the time and how much memory: two communities that differ only in how many books they keep."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from bench import ledgers
from bench.generate import Plan
from bench.measure import WorkError, environment, ours

BAR = 11.0
"""Times the time that ten times the pages may take."""


@dataclass(frozen=True, slots=True)
class Built:
    """One build: how many pages, the seconds of the processor, those of the clock, the most memory in bytes."""

    pages: int
    seconds: float
    clock: float
    peak: int

    def __str__(self) -> str:
        return f"{self.pages} pages {self.seconds:.1f} s, {self.clock:.1f} s by the clock, {self.peak / 1e6:.0f} MB"


@dataclass(frozen=True, slots=True)
class Growth:
    """The same work in small and ten times as large."""

    small: Built
    large: Built

    @property
    def ratio(self) -> float:
        """The processor's time of the large one in that of the small one; 10 is a time that grows with the pages."""
        return self.large.seconds / self.small.seconds

    def __str__(self) -> str:
        return f"growth_10x {self.ratio:.2f} ({self.small}; {self.large})"


def build(plan: Plan, root: Path) -> Built:
    """A drawn community built in a process of its own."""
    community = ledgers.write(plan, root)
    began = time.perf_counter()
    process = subprocess.Popen(ours("-C", str(community), "build"), env=dict(environment()), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - began
    if process.returncode:
        raise WorkError(f"the build of {plan} ended with {process.returncode}")
    pages = sum(1 for _ in (community / "site").rglob("*.html"))
    return Built(pages, used.ru_utime + used.ru_stime, took, used.ru_maxrss * 1024)


def growth(root: Path, small: Plan, large: Plan, rounds: int) -> Growth:
    """Both built; of the small one the best of several rounds.

    What a community has once (its meetings, the page of the law) does not grow, so the large plan has somewhat more than ten times the
    books. Raises WorkError where it has not ten times the pages.
    """
    least = min((build(small, root / f"small{n}") for n in range(rounds)), key=lambda built: built.seconds)
    most = build(large, root / "large")
    if not 9.8 <= most.pages / least.pages <= 10.2:
        raise WorkError(f"{most.pages} pages are not ten times {least.pages}")
    return Growth(least, most)
