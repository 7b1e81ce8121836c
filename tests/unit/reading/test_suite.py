"""The YAML test suite: nothing crashes or hangs, what YAML forbids is refused with a place, what we accept we read right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from mingbai.reading import read
from mingbai.schema.record import AT
from tests.support.sweep import each

SUITE = Path(__file__).resolve().parents[4] / "shared/data/conformance/yaml-test-suite/src"
MARKS = (("␣", " "), ("»", "\t"), ("—", ""), ("←", "\r"), ("⇔", "\ufeff"), ("↵", ""))


def cases() -> list[Any]:
    found = []
    for file in sorted(SUITE.glob("*.yaml")):
        before: dict[str, Any] = {}
        for number, entry in enumerate(yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)):
            before = {**{k: before[k] for k in ("yaml", "json", "fail") if k in before and "yaml" not in entry}, **entry}
            if "skip" not in entry:
                found.append(pytest.param(before, id=f"{file.stem}-{number}"))
    return found


CASES = cases()
pytestmark = pytest.mark.skipif(not CASES, reason=f"the YAML test suite is not at {SUITE}")


def decoded(text: str) -> str:
    """The text behind the visible marks."""
    for mark, meant in MARKS:
        text = text.replace(mark, meant)
    return text.rstrip("\n").removesuffix("∎") if text.rstrip("\n").endswith("∎") else text


def plain(node: Any) -> Any:
    """Our nodes without offsets."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items() if key != AT}
    return [plain(item) for item in node] if isinstance(node, list) else node


def same(ours: Any, theirs: Any) -> bool:
    """Equal where both are text; their numbers and booleans are our text as it was typed."""
    if isinstance(theirs, dict):
        return isinstance(ours, dict) and list(ours) == list(theirs) and all(same(ours[key], theirs[key]) for key in theirs)
    if isinstance(theirs, list):
        return isinstance(ours, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(theirs, bool):
        return isinstance(ours, str) and ours.lower() == str(theirs).lower()
    if isinstance(theirs, int | float):
        return isinstance(ours, str) and float(ours.replace("_", "")) == theirs
    return bool(ours == theirs)


@each("case", CASES)
def test_a_case_of_the_suite(case):
    text = decoded(case["yaml"])
    document, findings = read(text.encode(), "x", 1)
    assert (document.nodes is None) == bool(findings)
    assert all(finding.place.span for finding in findings)
    if case.get("fail"):
        assert findings
    elif document.nodes is not None and case.get("json"):
        assert same(plain(document.nodes), json.loads(case["json"]))
