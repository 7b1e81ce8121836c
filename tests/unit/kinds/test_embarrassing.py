"""A true but embarrassing fact blocks nothing: it is published, and what is wrong with it stands beside it (product: What blocks)."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Severity
from tests.base.community import AS_OF, laid_over
from tests.unit.test_examples import BAD

FACTS = {
    "CON003": "a contract that was signed without an end",
    "DBT003": "more was paid back than was owed",
    "DON003": "less was booked than was given",
    "GDS003": "more was given out than had come",
    "GDS005": "more was given out of a donation than it held",
    "GDS006": "goods are worth more than was paid so far",
    "PRJ032": "work was accepted before it was finished",
    "FIN009": "an account below zero",
    "FIN050": "cash is missing, and why",
    "FIN087": "slips lie in the cash box",
    "FIN096": "an officer borrowed from the community",
    "AST029": "something was sold below its value",
}


@pytest.mark.parametrize("id", FACTS, ids=list(FACTS))
def test_it_is_published_with_its_warning(id: str, tmp_path: Path) -> None:
    root = laid_over(tmp_path / "c", BAD[id])
    checked = pipeline.check(root, AS_OF)
    mine = [f for f in checked.findings if f.code.id == id]
    assert [f.severity for f in mine] == [Severity.WARNING]
    assert checked.errors == 0
    pages = {p.address: p.body for p in pipeline.site(root, checked).pages}
    assert mine[0].code.title.zh in pages["warnings/"]
    others = [address for address, body in pages.items() if address not in ("", "warnings/") and mine[0].code.title.zh in body]
    assert others, "the warning stands beside what it concerns, too"
