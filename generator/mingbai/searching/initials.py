"""The letters that a character's sound may begin with: 公 is g, 行 is x or h; so that cwgk finds 财务公开.

`initials.txt` has one line a letter: the letter, then every character of Unicode's first block of ideographs with a reading that begins with it.
It was made from the readings of pypinyin 0.55 (MIT licence, © 2016 mozillazg, 闲耘 and others), whose data come from pinyin-data (MIT licence).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in (Path(__file__).with_name("initials.txt")).read_text("utf-8").splitlines():
        for character in line[1:]:
            found[character] = found.get(character, "") + line[0]
    return found


def letters(character: str) -> str:
    """Every letter that a reading of the character begins with, in the order of the alphabet; empty where it has none."""
    return _table().get(character, "")
