"""The same input gives the same bytes: in another folder, time zone, locale, with another hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.unit.site.entry_point.plugin import ENTRY_POINT

CODE = """
import sys
from pathlib import Path
from mingbai.site import build
from tests.unit.site.entry_point.plugin import some_site
build(Path(sys.argv[1]), Path(sys.argv[2]), some_site())
"""


def test_two_builds_are_byte_identical(community: Callable[..., Path], tmp_path: Path) -> None:
    config, seen = community(), []
    for number, (zone, locale) in enumerate([("Asia/Shanghai", "zh_CN.UTF-8"), ("America/Los_Angeles", "C"), ("Pacific/Kiritimati", "POSIX")]):
        target = tmp_path / f"out{number}" / ("deeper" * number)
        environment = {
            **os.environ,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONHASHSEED": str(number),
            "PYTHONPATH": os.pathsep.join([str(ENTRY_POINT), *sys.path]),
        }
        environment.pop("SOURCE_DATE_EPOCH", None)
        subprocess.run([sys.executable, "-c", CODE, str(config), str(target)], env=environment, check=True)
        seen.append({p.relative_to(target).as_posix(): p.read_bytes() for p in target.rglob("*") if p.is_file()})

    assert len(seen[0]) > 30
    assert seen[0] == seen[1] == seen[2]
