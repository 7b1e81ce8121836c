"""The index of the pages: made aside, while the pages get their shells, and written when both are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from markupsafe import escape

from mingbai import searching
from mingbai.aside import aside
from mingbai.pages import Page

_SLOT = 'data-index="" data-common=""'


class Sought(NamedTuple):
    """The pages of one language, as they will be published, and its part of the site."""

    base: str
    pages: tuple[Page, ...]


class Indexing:
    """Begins the indexes of all languages; `write` waits for them. Whoever does not write must `close`."""

    def __init__(self, languages: Iterable[Sought]) -> None:
        self._standing = ExitStack()
        self._made = self._standing.enter_context(aside(partial(_indexes, tuple(languages))))

    def write(self, target: Path) -> None:
        """The files below the built site, and on the pages where one searches which of them to read."""
        with self._standing:
            made = self._made()
        for home, index in made:
            folder = target / home / index.name
            folder.mkdir(parents=True)
            for name, content in index.files.items():
                (folder / name).write_bytes(content)
            page = target / home / "index.html"
            told = f'data-index="{index.name}" data-common="{escape(index.common)}"'
            page.write_bytes(page.read_bytes().replace(_SLOT.encode(), told.encode(), 1))

    def close(self) -> None:
        """Ends what has begun, where the build came to nothing."""
        self._standing.close()


def _indexes(languages: Sequence[Sought]) -> list[tuple[str, searching.Index]]:
    """By the page where one searches; where there is none (the one page that says why there is no site) nothing is searched."""
    found = []
    for base, pages in languages:
        home = base + searching.HOME
        if any(p.address == home for p in pages):
            found.append((home, searching.index((p for p in pages if not p.address.startswith(home)), base)))
    return found
