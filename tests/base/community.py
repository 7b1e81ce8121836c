"""The tiny clean community, alone or with other files laid over it, read and checked as of one day."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent

from mingbai import pipeline
from mingbai.diagnostics import Diagnostic, Severity
from mingbai.pipeline import Checked

BASE = Path(__file__).parent
AS_OF = datetime.date(2026, 11, 10)
NOT_LEDGERS = ("expected.txt", "without.txt")
"""Files of an example that are no ledgers: what it must say, and which files of the base it does without."""

Files = Mapping[str, str | bytes | None]


def laid_over(root: Path, *overlays: Path, files: Files | None = None, bare: bool = False) -> Path:
    """`root` with ledgers/ of the base (`bare`: of nothing), then the files of each overlay, then `files` (None: that one away)."""
    ledgers = root / "ledgers"
    if bare:
        ledgers.mkdir(parents=True)
    else:
        shutil.copytree(BASE / "ledgers", ledgers)
    for overlay in overlays:
        lacking = overlay / "without.txt"
        for name in lacking.read_text("utf-8").split() if lacking.is_file() else ():
            (ledgers / name).unlink()
        for path in sorted(overlay.rglob("*")):
            if path.is_file() and path.name not in NOT_LEDGERS:
                put(ledgers / path.relative_to(overlay), path.read_bytes())
    for name, content in (files or {}).items():
        if content is None:
            (ledgers / name).unlink()
        else:
            put(ledgers / name, content if isinstance(content, bytes) else dedent(content).lstrip("\n").encode())
    return root


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def checked(root: Path, *overlays: Path, files: Files | None = None, bare: bool = False) -> Checked:
    """The base with these files over it, read and checked."""
    return pipeline.check(laid_over(root, *overlays, files=files, bare=bare), AS_OF)


def said(found: Checked) -> list[str]:
    """Every finding as `CODE path:line`, the path below ledgers/."""
    return [f"{f.code.id} {f.place.path.removeprefix('ledgers/')}:{line(f)}" for f in found.findings]


def codes(found: Checked) -> list[str]:
    """The codes of every finding, in the order of the report."""
    return [f.code.id for f in found.findings]


def line(finding: Diagnostic) -> int:
    assert finding.place.span is not None
    return finding.place.span.line


def place(finding: Diagnostic) -> str:
    """`ledgers/finance/committee/2026-03.yml:9:9`."""
    assert finding.place.span is not None
    return f"{finding.place.path}:{finding.place.span.line}:{finding.place.span.column}"


def errors(found: Checked) -> Iterator[Diagnostic]:
    return (f for f in found.findings if f.severity is Severity.ERROR)
