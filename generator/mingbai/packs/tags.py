"""Words by which guides and lines are usually sorted: the readable part of their address, and their English (tags.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

_FILE: Final = Path(__file__).with_name("tags.toml")

Sort = Literal["occasions", "people", "categories"]


@cache
def _known() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def slug(sort: Sort, name: str, otherwise: Callable[[str], str]) -> str:
    """The part of an address that names such a word: its own where it is a usual one, else what is made of a community's word."""
    known = _known()[sort].get(name)
    return known[0] if known else otherwise(name)


def in_english() -> dict[str, str]:
    """The Chinese and the English of the words that have one."""
    return {name: told[1] for words in _known().values() for name, told in words.items() if len(told) > 1}
