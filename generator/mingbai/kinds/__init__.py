"""The ledger kinds, one folder each; found by looking, never listed."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from mingbai.kind import Kind


@cache
def _kind(name: str) -> Kind:
    kind = importlib.import_module(f"{__name__}.{name}").KIND
    assert isinstance(kind, Kind), f"kinds/{name}/__init__.py must define KIND"
    return kind


def discover() -> tuple[Kind, ...]:
    """Every kind whose folder lies here (or in a folder added to `__path__`), by name."""
    names = sorted({m.name for m in pkgutil.iter_modules(__path__) if m.ispkg})
    return tuple(_kind(name) for name in names)
