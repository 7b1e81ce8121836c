"""Runs and times: cold processes by turns, the best of each; one line a figure."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str]

_HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Figure:
    """One result: what was compared, the seconds of both sides (the peer's are None where there is none)."""

    name: str
    ours: float
    peer: float | None = None
    peer_name: str = ""
    peer_version: str = ""
    work: int = 0
    unit: str = "lines"

    @property
    def ratio(self) -> float:
        """The peer's time divided by ours."""
        return (self.peer or 0.0) / self.ours

    def __str__(self) -> str:
        if self.peer is None:
            rate = self.work / self.ours
            told = f"{round(rate, -2):.0f}" if self.unit == "lines" else f"{rate:.1f}"
            return f"{self.name} {told} {self.unit}/s ({_seconds(self.ours)})"
        sides = f"ours {_seconds(self.ours)}, {self.peer_name} {_seconds(self.peer)}"
        return f"{self.name} {self.ratio:.2f} ({sides}, {self.peer_name} {self.peer_version})"


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 1 else f"{value:.1f} s"


class WorkError(RuntimeError):
    """A side did not do its work: its time would mean nothing."""


def ours(*args: str) -> tuple[str, ...]:
    """Our command in a process of its own."""
    return (sys.executable, "-m", "mingbai", *args)


def tool(name: str) -> str:
    """A command that was installed beside this Python, else one of the system."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else name


def environment() -> Mapping[str, str]:
    """Ours and the peers' surroundings: the same for both, ours found in this checkout, the day fixed."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED")}
    path = os.pathsep.join([str(_HERE / "generator"), str(_HERE)])
    return {**kept, "PYTHONPATH": path, "MINGBAI_AS_OF": "2026-11-10", "NO_MKDOCS_2_WARNING": "1", "LC_ALL": "C.UTF-8"}


def run(command: Command, accepted: Sequence[int] = (0,)) -> tuple[float, str]:
    """Seconds and output of one cold process. Raises WorkError where it ends with another code."""
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=dict(environment()), check=False)
    took = time.perf_counter() - began
    if done.returncode not in accepted:
        raise WorkError(f"{' '.join(command)}: code {done.returncode}\n{(done.stdout + done.stderr)[-2000:]}")
    return took, done.stdout


def by_turns(sides: Mapping[str, Command], rounds: int) -> dict[str, float]:
    """The best time of each command in so many rounds; within a round each runs once."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for side, command in sides.items():
            took, _out = run(command)
            best[side] = min(best.get(side, took), took)
    return best


def inside(sides: Mapping[str, Command], rounds: int) -> dict[str, float]:
    """The same for commands that time a part of their work themselves and print the seconds as their last line."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for side, command in sides.items():
            took = float(run(command)[1].split()[-1])
            best[side] = min(best.get(side, took), took)
    return best
