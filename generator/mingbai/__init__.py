"""Mingbai (明白): a community's ledgers become a public site that nobody can quietly change.

The tour, in the order the data takes it (`pipeline` is the map):

- `reading` turns bytes into positioned nodes, `schema` and `kinds.*.records` turn nodes into frozen records,
- `books` indexes all records; `checking` runs the rules of the kinds over them and collects every finding,
- `rendering` lets only public fields through its door and makes pages and tables; `site` hands them to MkDocs,
- `publishing` stages the result beside the old site and swaps it in; `serving` shows it while the ledgers are being written.

From Python:

    from mingbai import build, check
    checked = check(Path("."), datetime.date(2026, 11, 10))
    for finding in checked.findings: print(finding.place, finding.message("zh"))

The names below are the public interface; they are imported when first used, so that `mingbai --help` starts at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mingbai.version import __version__

if TYPE_CHECKING:
    from mingbai.books import Books
    from mingbai.diagnostics import Code, Diagnostic, Place, Severity
    from mingbai.kind import Kind, Rule, Shape, View
    from mingbai.pipeline import Checked, build, check

_HOME = {
    "build": "pipeline",
    "check": "pipeline",
    "Checked": "pipeline",
    "Books": "books",
    "Code": "diagnostics",
    "Diagnostic": "diagnostics",
    "Place": "diagnostics",
    "Severity": "diagnostics",
    "Kind": "kind",
    "Rule": "kind",
    "Shape": "kind",
    "View": "kind",
}

__all__ = ["Books", "Checked", "Code", "Diagnostic", "Kind", "Place", "Rule", "Severity", "Shape", "View", "__version__", "build", "check"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
