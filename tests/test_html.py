"""The Nu Html Checker has no error to tell of the demonstrations' pages: one of every sort, all of them in `make audit` (it needs Java, and 30 MB of its own)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_pages import sort_of, sorts
from tests.support.building import demonstration, second_demonstration, third_demonstration
from tests.support.document import shared

JAR = Path(os.environ.get("MINGBAI_VNU", "vnu.jar"))
SITES = (demonstration, second_demonstration, third_demonstration)
MISREAD = "Resource violates Content Security Policy", "Inline script violates Content Security Policy"
"""The checker reads files and takes `self` for another place; what browsers say of the policy is tested in browsers."""

pytestmark = pytest.mark.skipif("MINGBAI_VNU" not in os.environ, reason="the HTML checker is not here; with Java and npm, `make audit` fetches it")


def checked(pages: Sequence[Path]) -> list[dict[str, Any]]:
    """What the checker says of pages, and of every page below a folder."""
    java = shutil.which("java")
    if java is None or not JAR.is_file():
        pytest.fail("Java or the checker is missing: apt install default-jre-headless npm", pytrace=False)
    done = subprocess.run(
        [
            java,
            "-Xss4m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            str(JAR),
            "--format",
            "json",
            "--skip-non-html",
            "--stdout",
            "--exit-zero-always",
            *map(str, pages),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    said: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [one for one in said if not one["message"].startswith(MISREAD)]


def test_pages_are_html_as_it_is_written_down(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In one run, for the checker takes longest to start: the largest page of every sort, from the first demonstration that has the sort."""
    chosen: dict[str, Path] = {}
    sites = [build(tmp_path_factory) for build in SITES]
    for site in sites:
        pages = shared(site)
        assert len(pages) > 100
        for some in sorts(pages):
            chosen.setdefault(sort_of(some[-1]), site / some[-1] / "index.html")
    assert len(chosen) > 60
    found = checked(sites if os.environ.get("MINGBAI_AUDIT") == "1" else [*chosen.values()])
    assert Counter(one["message"] for one in found if one["type"] != "info") == {}
    narrow = [f"{one['url']}:{one['lastLine']}" for one in found if "columns wide" in one["message"]]
    assert narrow == []  # a row of a table that lacks cells


def test_the_checker_does_find_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="zh-CN"><title>x</title><dl><div><dt>a</dt><dd>b</dd><svg/></div></dl></html>', "utf-8"
    )
    assert [one["type"] for one in checked([tmp_path]) if one["type"] != "info"] == ["error"]
