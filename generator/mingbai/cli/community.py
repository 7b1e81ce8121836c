"""What the command line asks of community.yml without checking the whole community."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.kinds.community.records import Community


def load(root: Path) -> Community | None:
    """The community; None where the file is missing or broken (`check` says why)."""
    from mingbai import reading
    from mingbai.kinds.community.records import Community
    from mingbai.schema import parse

    path = root / "ledgers" / "community.yml"
    if not path.is_file():
        return None
    document, _refused = reading.read(path.read_bytes(), "ledgers/community.yml", 0)
    return parse(Community, document.nodes, document.path)[0] if document.nodes is not None else None


def books(root: Path) -> tuple[str, ...]:
    """The ids of its books."""
    community = load(root)
    return tuple(b.id for b in community.books) if community else ()
