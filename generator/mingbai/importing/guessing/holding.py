"""Whether a column holds what its heading promises: summaries, voucher numbers, funds, accounts, ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mingbai.importing.guessing import evidence
from mingbai.importing.guessing.scene import Scene
from mingbai.importing.named import named

_ID: Final = re.compile(r"(?=.*\d)(?=.*[^\d.])[^\s/#?%，。；：、]{3,64}")
"""A number of a contract, such as HT-2026-01."""
_PROJECT: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+", re.ASCII)
"""The name of a project's file."""
_NAMED: Final = {"资金": "fund", "账户": "account"}


def fits(scene: Scene, cells: Sequence[str], field: str) -> bool:
    """Whether the cells of a column, on rows with an amount, may be the field."""
    filled = [t for t in cells if t]
    if field == "摘要":
        return sum(t.replace(".", "").isdigit() for t in filled) * 2 < len(filled)
    if not filled:
        return False
    if field == "凭证":
        return sum(" " in t for t in filled) * 2 < len(filled)
    if field == "科目":
        return not {t.lower() for t in filled} <= {*scene.words.income, *scene.words.expense}
    if field in ("合同", "项目"):
        return all((_ID if field == "合同" else _PROJECT).fullmatch(t) for t in filled)
    return field not in _NAMED or _means(scene, filled, field)


def _means(scene: Scene, filled: Sequence[str], field: str) -> bool:
    """Whether words may name accounts or funds of the book: one is known, or there is a choice; where no book is known, whether they are no figures."""
    known = named(scene.known).get(_NAMED[field])
    if evidence.amounts(filled) * 2 >= len(filled) or (known is None and field == "账户"):
        return False
    return known is None or len(known.there) > 1 or any(known.of(t) for t in filled) or (field == "资金" and bool(known.there))


def unregistered(scene: Scene, cells: Sequence[str]) -> list[str]:
    """The categories of a column that the community has not registered; none where it has registered none, or the book has a chart."""
    known = scene.known.categories
    return [] if not known or scene.known.double else [t for t in dict.fromkeys(cells) if t and t not in known]
