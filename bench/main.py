"""`python -m bench [NAME …]`: every figure, or those named, one line each; what is under way goes to stderr."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.figures import FIGURES
from bench.measure import WorkError


def main(args: Sequence[str]) -> int:
    """Prints the figures; 1 where a side failed at its work."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("only", nargs="*", metavar="NAME", help=f"{', '.join(measure.__name__ for measure, _, _ in FIGURES)} (default: all)")
    parser.add_argument("--rounds", type=int, help="rounds of each measurement, the best counts")
    given = parser.parse_args(args)
    unknown = set(given.only) - {measure.__name__ for measure, _, _ in FIGURES}
    if unknown:
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    failed = 0
    for measure, plan, rounds in FIGURES:
        if given.only and measure.__name__ not in given.only:
            continue
        print(f"{measure.__name__}: {(measure.__doc__ or '').splitlines()[0]}", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="mingbai-bench-") as folder:
            try:
                for figure in measure(Path(folder), plan, given.rounds or rounds):
                    print(figure, flush=True)
            except WorkError as problem:
                failed = 1
                print(f"{measure.__name__}: {problem}", file=sys.stderr)
    return failed
