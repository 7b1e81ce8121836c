"""English counts: `{n:day|days}`, never `{n} days`, for one day is not 1 days."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

import mingbai
from mingbai.rendering.languages import FOLDER
from mingbai.values.counted import counted
from mingbai.values.text import Text

PACKAGE = Path(mingbai.__file__).parent
NOUNS = (
    "people persons members votes households residents representatives candidates ballots days weeks months years hours times places lines rows cells items"
    " errors warnings files pages books entries copies meetings decisions documents vouchers contracts payments parts periods sheets seats kinds"
)
UNCOUNTED = re.compile(rf"(?<! to )(?<! and )\{{[^}}|]*\}} (?:working )?(?:{'|'.join(NOUNS.split())})\b")
MANY = ("All {0} pages are listed below", "one of {} sheets has", "before a {body} votes on it")
"""What is never one, and one verb."""


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" if not _counts(v) else "{|}" for v in node.values)
    return ""


def _counts(value: ast.expr) -> bool:
    inside = value.value if isinstance(value, ast.FormattedValue) else value
    return isinstance(inside, ast.Call) and isinstance(inside.func, ast.Name) and inside.func.id == "counted"


def _texts() -> Iterator[tuple[str, str]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text" and len(node.args) == 2:
                yield f"{file.relative_to(PACKAGE)}:{node.lineno}", _pattern(node.args[1])
    with (FOLDER / "en" / "LC_MESSAGES" / "site.po").open("rb") as po:
        yield from (("site.po", str(m.string)) for m in read_po(po) if m.id)


def test_what_may_be_one_is_counted() -> None:
    panel = "serving/panel.py"  # counts by two texts of its own
    found = [(place, text) for place, text in _texts() if UNCOUNTED.search(text) and not place.startswith(panel)]
    assert [f for f in found if not any(m in f[1] for m in MANY)] == []


def test_one_is_said_as_one() -> None:
    assert [counted(n, "day", "days") for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    approve = Text("", "{asked:person approves|people approve}")
    assert [approve.say("en", asked=n) for n in (1, 2)] == ["1 person approves", "2 people approve"]
