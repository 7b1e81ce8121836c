"""The texts that `init` and `new` start from, with their blanks filled in."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent.parent / "scaffold"


def filled(file: str, /, **values: str) -> str:
    """The text `file` with every `$blank` filled; a line whose only content is an empty blank goes away."""
    text = (FOLDER / file).read_text("utf-8")
    empty = "|".join(re.escape(key) for key, value in values.items() if not value)
    if empty:
        text = re.sub(rf"^[ ]*\$(?:{empty})\n", "", text, flags=re.MULTILINE)
    return Template(text).substitute(values)


def field(name: str, value: str) -> str:
    """`名称: 值`, quoted where YAML would take the value for something else."""
    from mingbai import writing

    return writing.dump({name: value}).rstrip("\n")
