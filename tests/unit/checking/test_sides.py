"""By whose law a finding is told, by the file it stands in."""

from __future__ import annotations

import datetime

import pytest

from mingbai import pipeline
from mingbai.checking.sides import sided
from mingbai.diagnostics import Cite, Code, Place, Severity
from mingbai.values.text import Text
from tests.support.building import REPOSITORY

ANY = Text("甲", "any")
BOTH = Code("TST001", Severity.WARNING, ANY, ANY, ANY, ANY, (Cite("urban-committee", "30"), Cite("collective", "26")))


@pytest.mark.parametrize(
    "path, acts",
    [
        ("meetings/2026/2026-07-25-lishihui.yml", ["collective"]),
        ("meetings/2026/2026-07-25-lishihui-2.yml", ["collective"]),  # the second of a day
        ("meetings/2026/2026-03-14-jumin.yml", ["urban-committee"]),
        ("finance/collective/2026-01.yml", ["collective"]),
        ("finance/committee/2026-01.yml", ["urban-committee"]),
        ("disclosures/2026.yml", ["urban-committee", "collective"]),
    ],
)
def test_a_finding_rests_on_the_law_of_those_whose_file_it_is(path: str, acts: list[str]) -> None:
    books = pipeline.check(REPOSITORY / "examples" / "hexi", datetime.date(2026, 11, 10)).books
    (found,) = sided(books, [BOTH.at(Place(f"ledgers/{path}", 1))])
    assert [c.act for c in found.basis] == acts
