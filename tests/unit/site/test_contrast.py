"""Colours: text on its ground reaches WCAG AA (4.5 : 1) in both schemes, and dark is written the same in both its places."""

from __future__ import annotations

import re

import pytest

from tests.unit.site.entry_point.plugin import THEME
from tests.support.sweep import each

CSS = (THEME / "css" / "10-colours.css").read_text()
BLOCKS = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r"color-scheme: (?:light|dark);([^}]*)}", CSS)]
PAIRS = [
    *((text, ground) for text in ("ink", "ink-2", "accent", "jade", "red") for ground in ("paper", "surface", "sunken")),
    *((name, f"{name}-soft") for name in ("accent", "jade", "amber", "red", "blue")),
    ("ink-2", "grey-soft"), ("on-red", "red"), ("accent-2", "surface"), ("blue", "paper"), ("blue", "surface"),
    *(("ink", f"{name}-soft") for name in ("jade", "amber", "red", "blue")),
    *(("ink-2", f"{name}-soft") for name in ("jade", "amber", "red", "blue")),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1])
@each("text, ground", PAIRS)
def test_text_is_readable(scheme: int, text: str, ground: str) -> None:
    light, dark = sorted((luminance(BLOCKS[scheme][text]), luminance(BLOCKS[scheme][ground])), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_dark_by_the_system_and_dark_by_choice_are_the_same() -> None:
    assert BLOCKS[1] == BLOCKS[2]
