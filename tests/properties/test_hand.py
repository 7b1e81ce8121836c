"""Whoever types a ledger, and however: `fmt` makes one form of it, which says the same and keeps every comment by what it explains."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai import keeping, pipeline, reading
from mingbai.kinds import discover
from mingbai.rendering import csv_bytes
from mingbai.schema import Record, parse
from mingbai.schema.record import AT
from mingbai.writing import dump
from tests.conftest import AS_OF, REPOSITORY
from tests.support.hand import Hand

KINDS = discover()
TEXTS = (
    "no",
    "null",
    "~",
    "007",
    "110100000000",
    "12:30",
    "1_000",
    "1e3",
    " 前后有空格 ",
    "- 一",
    "# 一",
    "甲: 乙",
    "甲 # 乙",
    "'单'",
    '"双"',
    "\\n",
    "[甲, 乙]",
    "{甲: 乙}",
    "|",
    "%",
    "第一行\n第二行",
    "第一行\n第二行\n",
    "第一行\n\n# 不是注释\n  缩进\n\n\n",
    "\n第一行是空的\n",
    "  先缩进\n再不缩进",
    "行尾有空格 \n第二行",
    "　全角空格\n第二行",
)


@cache
def _shipped() -> list[tuple[Path, str]]:
    """Read when the first example is drawn, not by every process that only looks which tests there are."""
    kinds = REPOSITORY / "generator/mingbai/kinds"
    roots = [REPOSITORY / "ledgers", REPOSITORY / "tests/golden/community/ledgers", *kinds.glob("*/examples/good"), *kinds.glob("*/examples/bad/*")]
    files = [(file, file.relative_to(root).as_posix()) for root in sorted(roots) for file in sorted(root.rglob("*.yml"))]
    return [(file, path) for file, path in files if pipeline.claim(path, KINDS) is not None and keeping.tidy(file.read_bytes(), path, KINDS).after]


def nodes(text: str, path: str) -> dict[str, Any]:
    document, refused = reading.read(text.encode(), path, 0)
    assert document.nodes is not None, [f.message("zh") for f in refused]
    return document.nodes


def record(found: dict[str, Any], path: str) -> Record | None:
    claimed = pipeline.claim(path, KINDS)
    assert claimed is not None
    return parse(claimed[1].root(found), found, path)[0]


@cache
def both(file: Path, path: str) -> tuple[str, str]:
    """A ledger with Chinese and with English keys."""
    texts = [keeping.tidy(file.read_bytes(), path, KINDS, lang).after for lang in ("zh", "en")]
    assert texts[0] is not None
    assert texts[1] is not None
    return texts[0], texts[1]


def leaves(zh: Any, en: Any) -> list[tuple[Any, Any, Any, Any]]:
    """Every text in a ledger: the holder and key with Chinese keys, the holder and key with English ones."""
    pairs = zip((k for k in zh if k != AT), (k for k in en if k != AT), strict=True) if isinstance(zh, dict) else ((n, n) for n in range(len(zh)))
    found = []
    for one, other in pairs:
        if isinstance(zh[one], str):
            found.append((zh, one, en, other))
        elif zh[one]:
            found.extend(leaves(zh[one], en[other]))
    return found


def changed(zh: dict[str, Any], en: dict[str, Any], path: str, draw: random.Random) -> None:
    """Puts an odd text into some field that takes any text."""
    holder, key, other, name = draw.choice(leaves(zh, en))
    before = holder[key]
    holder[key] = draw.choice(TEXTS)
    if record(zh, path) is None:
        holder[key] = before
    else:
        other[name] = holder[key]


@given(st.deferred(lambda: st.sampled_from(_shipped())), st.sampled_from(("zh", "en")), st.integers(0, 2**32))
def test_however_it_was_typed(shipped: tuple[Path, str], lang: Any, seed: int) -> None:
    (file, path), draw = shipped, random.Random(seed)
    zh, en = (nodes(text, path) for text in both(file, path))
    for _ in range(3):
        changed(zh, en, path, draw)
    hand = Hand(draw)
    typed = hand.ledger(zh, en)
    one = keeping.tidy(typed, path, KINDS, lang)

    assert one.after is not None, [f.message("zh") for f in one.findings]
    meant, said = record(zh, path), record(nodes(one.after, path), path)
    assert meant is not None
    assert said is not None
    assert said.model_dump() == meant.model_dump()
    assert keeping.tidy(one.after.encode(), path, KINDS, lang).after == one.after, "not idempotent"
    lines = [line.strip() for line in one.after.split("\n") if line]
    assert sorted(line for line in lines if line in hand.remarks) == sorted(hand.remarks)
    for remark in hand.above:
        below = next(line for line in lines[lines.index(remark.text) + 1 :] if line not in hand.remarks)
        assert below.removeprefix("- ").startswith(remark.below) or below.startswith(remark.below), remark


@pytest.mark.parametrize("text", TEXTS)
def test_odd_texts_are_written_so_that_they_read_the_same(text: str) -> None:
    found = nodes(dump({"a": text, "b": {"c": [text, text]}, "d": [{"e": text}, {"e": text, "f": None}]}), "x")
    assert found["a"] == text
    assert found["b"]["c"] == [text, text]
    assert [item["e"] for item in found["d"]] == [text, text]


def _figures(instead: dict[str, bytes] | None = None) -> tuple[list[tuple[str, str, str]], dict[str, list[bytes]]]:
    """What the check says of the demonstration, without lines and columns, and every table of it."""
    checked = pipeline.check(REPOSITORY, AS_OF, KINDS, instead)
    seen = pipeline.view(checked)
    told = sorted((f.code.id, f.place.path, f.message("zh")) for f in checked.findings)
    return told, {k.name: [csv_bytes(table) for table in k.datasets(seen)] for k in KINDS}


@given(st.integers(0, 2**32))
@settings(max_examples=10)
def test_the_demonstration_typed_anew_says_and_publishes_the_same(seed: int) -> None:
    """Closed months among it: no lock is broken by the form."""
    ledgers, draw = REPOSITORY / "ledgers", random.Random(seed)
    files = [(file, file.relative_to(ledgers).as_posix()) for file in sorted(ledgers.rglob("*.yml"))]
    typed = {path: Hand(draw).ledger(*(nodes(text, path) for text in both(file, path))) for file, path in files}
    assert _figures(typed) == _as_shipped()


@cache
def _as_shipped() -> tuple[list[tuple[str, str, str]], dict[str, list[bytes]]]:
    return _figures()
