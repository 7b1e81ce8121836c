"""Work done aside: in a copy of this process, on the other processor, while this one does something else.

The system makes the copy (fork), so it has all that is in memory and nothing is handed over; it starts no program, writes nothing to the disk,
and gives back one value. Where no copy can be made, or none comes back with a value, the work is done here when it is asked for. So what it
gives and what it raises are those of one process, and a copy that the system killed costs time and nothing else.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


@contextmanager
def aside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begins the work; what it yields waits for the value. Whoever leaves the block without asking ends the work.

    Args:
        work: changes nothing that is seen outside of it, in memory or on the disk; gives what can be pickled fast: texts, bytes.
    """
    copy = _begun(work) if _pays() else None
    if copy is None:
        yield work
        return
    pid, pipe = copy
    try:
        yield lambda: _value(pipe, work)
    finally:
        os.close(pipe)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _pays() -> bool:
    """Whether there is another processor, and memory for as much again; and no thread, for of all threads the copy would have this one only.

    Libraries' own threads do not count (numpy's, Arrow's): they see to it themselves that a process can be copied. On macOS the system's do not.
    """
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1 and _roomy()


def _roomy() -> bool:
    """Whether the memory that is left would hold all of ours once more: what both write to is there twice."""
    try:
        ours = int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
        left = next(line for line in Path("/proc/meminfo").read_text("ascii").splitlines() if line.startswith("MemAvailable:"))
    except (OSError, StopIteration):
        return False
    return int(left.split()[1]) * 1024 > ours


def _begun(work: Callable[[], Any]) -> tuple[int, int] | None:
    """The copy's number and the end of the pipe where its value comes out; None where the system makes none."""
    out, into = os.pipe()
    try:
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # of libraries' threads, from Python 3.12 on
            pid = os.fork()
    except OSError:
        os.close(out)
        os.close(into)
        return None
    if pid == 0:
        os.close(out)
        _give(work, into)
    os.close(into)
    return pid, out


def _give(work: Callable[[], Any], into: int) -> NoReturn:
    """In the copy: the value goes into the pipe. Whatever is raised is raised again where the work is done once more, and told there."""
    try:
        with os.fdopen(into, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)  # at once: what this process holds open, and would do at its end, is not the copy's


def _value(pipe: int, work: Callable[[], T]) -> T:
    try:
        with os.fdopen(os.dup(pipe), "rb") as given:
            value: T = pickle.load(given)  # noqa: S301  of a copy of ourselves
    except (EOFError, pickle.UnpicklingError):
        return work()
    return value
