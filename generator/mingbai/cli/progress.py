"""How far a long work is: a bar on stderr where somebody looks at it, nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import click

from mingbai.cli.session import Session
from mingbai.cli.words import _

T = TypeVar("T")
_LONG = 5000
"""Fewer rows are read before anybody could look."""
_STEP = 500


def progress(session: Session) -> Callable[[Sequence[T]], Iterable[T]]:
    """Hands on items one by one; with a bar where stderr is a terminal, there are many, and -q was not given."""

    def watched(items: Sequence[T]) -> Iterator[T]:
        if session.quiet or len(items) < _LONG or not sys.stderr.isatty():
            yield from items
            return
        with click.progressbar(items, label=_("读表"), file=sys.stderr, update_min_steps=_STEP) as bar:
            yield from bar

    return watched
