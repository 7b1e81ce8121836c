"""`make lighthouse`: what Lighthouse says of three sorts of page, as on a slow phone and line; 1 where a score falls short.

`python -m bench.lighthouse PROGRAM SITE`: the lighthouse of npm, and a built site. Performance is the middle of three runs, the
other scores hardly vary.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from bench.serving import NAMES, served

BARS: Final = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
_FLAGS: Final = "--headless=new --no-sandbox --disable-dev-shm-usage"
_RUNS: Final = 3


def sorts(site: Path) -> dict[str, str]:
    """The home page, the largest month page of a book, the largest service guide."""
    months = site.glob("finance/*/[0-9][0-9][0-9][0-9]/[0-9][0-9]/index.html")
    guides = [path for path in site.glob("services/*/index.html") if "print" not in path.parts]
    largest = (max(paths, key=lambda path: (path.stat().st_size, path)).parent.relative_to(site).as_posix() + "/" for paths in (months, guides))
    return dict(zip(("home", "month", "guide"), ("", *largest), strict=True))


def report(program: str, address: str) -> dict[str, Any]:
    """Lighthouse's report on a page, mobile and throttled as it does by itself."""
    chromium = next((path for name in NAMES if (path := shutil.which(name))), None)
    if chromium is None:
        raise SystemExit("no Chromium")
    command = [program, address, "--quiet", "--output=json", f"--only-categories={','.join(BARS)}", f"--chrome-flags={_FLAGS}"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": chromium}, check=False)
    if done.returncode:
        raise SystemExit(f"lighthouse ended with {done.returncode}: {done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    if found.get("runtimeError"):
        raise SystemExit(f"lighthouse: {found['runtimeError']['message']}")
    return found


def scores(found: dict[str, Any]) -> dict[str, int]:
    """The scores from 0 to 100 by category."""
    return {name: round(found["categories"][name]["score"] * 100) for name in BARS}


def wanting(found: dict[str, Any]) -> list[str]:
    """The audits that cost points, but for those of speed, which always cost some."""
    audits = found["audits"]
    parts = [ref["id"] for name in BARS if name != "performance" for ref in found["categories"][name]["auditRefs"] if ref["weight"]]
    return sorted({f"{id}: {audits[id]['title']}" for id in parts if (audits[id]["score"] or 0) < 1 and audits[id]["scoreDisplayMode"] == "binary"})


def main(args: Sequence[str]) -> int:
    """Prints the scores, and what they want of."""
    program, site = args[0], Path(args[1])
    short = 0
    with served(site) as home:
        for sort, address in sorts(site).items():
            runs = [report(program, home + address) for _ in range(_RUNS)]
            got = {name: round(statistics.median(scores(run)[name] for run in runs)) for name in BARS}
            print(
                f"lighthouse_{sort} {' '.join(f'{name} {score}' for name, score in got.items())} (/{address}, Lighthouse {runs[0]['lighthouseVersion']})"
            )
            for fault in wanting(runs[-1]):
                print(f"  {fault}")
            short += any(got[name] < bar for name, bar in BARS.items())
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
