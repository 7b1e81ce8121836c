"""The order of files, of keys and of whole folders in the listing never matters: the same findings, the same tables, byte for byte."""

from __future__ import annotations

import random
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingbai import pipeline, reading, writing
from mingbai.kinds import discover
from mingbai.rendering import csv_bytes, json_bytes
from mingbai.schema.record import AT
from tests.base.community import AS_OF, BASE, put

modest = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
PACKAGE = Path(pipeline.__file__).parent
BAD = PACKAGE / "kinds/finance/examples/bad"
OVERLAYS = [PACKAGE / f"kinds/{kind}/examples/good" for kind in ("finance", "pacts", "services", "meetings")]


@cache
def texts() -> dict[str, str]:
    """The base, the good examples of every kind, and months with something to say about them."""
    found = {p.relative_to(BASE / "ledgers").as_posix(): p.read_text("utf-8") for p in sorted((BASE / "ledgers").rglob("*.yml"))}
    for overlay in OVERLAYS:
        found |= {p.relative_to(overlay).as_posix(): p.read_text("utf-8") for p in sorted(overlay.rglob("*.yml"))}
    for number, code in ((4, "FIN009"), (5, "FIN012"), (6, "FIN034")):
        text = (BAD / code / "finance/committee/2026-03.yml").read_text("utf-8")
        found[f"finance/committee/2026-0{number}.yml"] = text.replace("2026-03", f"2026-0{number}").replace("03-001", f"0{number}-001")
    return found


def shuffled(nodes: Any, rng: random.Random) -> Any:
    """The same nodes with the keys of every mapping in another order."""
    if isinstance(nodes, dict):
        pairs = [(k, shuffled(v, rng)) for k, v in nodes.items() if k != AT]
        rng.shuffle(pairs)
        return dict(pairs)
    return [shuffled(v, rng) for v in nodes] if isinstance(nodes, list) else nodes


def outcome(root: Path) -> tuple[list[tuple[str, str, str]], dict[str, bytes]]:
    """Every finding without its line, and every table."""
    found = pipeline.check(root, AS_OF)
    tables = {
        f"{t.name}{write.__name__}": write(t) for k in discover() for t in k.datasets(pipeline.view(found)) for write in (csv_bytes, json_bytes)
    }
    return sorted((f.place.path, f.code.id, f.message("zh")) for f in found.findings), tables


def written(files: dict[str, str]) -> tuple[list[tuple[str, str, str]], dict[str, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            put(Path(folder) / "ledgers" / name, text.encode())
        return outcome(Path(folder))


@cache
def expected() -> tuple[list[tuple[str, str, str]], dict[str, bytes]]:
    return written(texts())


def test_there_is_something_to_compare() -> None:
    findings, tables = expected()
    assert {"FIN009", "FIN012", "FIN034"} <= {code for _, code, _ in findings}
    assert sum(len(t) for t in tables.values()) > 5000


@modest
@given(st.integers(0, 2**32))
def test_the_order_of_keys_never_matters(seed: int) -> None:
    rng = random.Random(seed)
    mixed = {}
    for name, text in texts().items():
        nodes = reading.read(text.encode(), name, 1)[0].nodes
        mixed[name] = writing.dump(shuffled(nodes, rng))
    assert written(mixed) == expected()


@modest
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_files_are_listed_and_numbered_never_matters(rng: random.Random) -> None:
    listing = reading.listing

    def elsewise(*args: Any, **more: Any) -> Any:
        paths, found = listing(*args, **more)
        mixed = list(paths)
        rng.shuffle(mixed)
        return tuple(mixed), found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "listing", elsewise)
        assert written(texts()) == expected()
