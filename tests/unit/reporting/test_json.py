"""Findings for programs: the documented schema, no more and no less."""

from __future__ import annotations

import datetime
import re

from mingbai.diagnostics import Cite, Code, Place, Severity, Span
from mingbai.packs import Law
from mingbai.reporting import json
from mingbai.values.text import Text

CODE = Code("FIN003", Severity.WARNING, Text("题", "title"), Text("说", "message"), Text("改", "remedy"), Text("", ""), (Cite("x", "1"),))
FINDING = CODE.at(Place("a.yml", span=Span(1, 2, 3, 4)), related=(Place("b.yml"), Place("")))


def test_a_document_has_the_documented_fields() -> None:
    document = json.report([FINDING], [FINDING], Law(), datetime.date(2026, 11, 10), "en")
    names = {*document, *document["findings"][0], *document["findings"][0]["basis"][0], *document["findings"][0]["related"][0]}

    assert names == set(re.findall(r'"(\w+)":', json.__doc__ or ""))
    assert document["schema"] == json.SCHEMA == 1


def test_a_finding_says_everything() -> None:
    assert json.entry(FINDING, Law(), "en") == {
        "code": "FIN003",
        "severity": "warning",
        "path": "a.yml",
        "line": 1,
        "column": 2,
        "end_line": 3,
        "end_column": 4,
        "title": "title",
        "message": "message",
        "remedy": "remedy",
        "basis": [{"act": "x", "article": "1", "text": "x 1"}],
        "related": [{"path": "b.yml", "line": None, "column": None, "end_line": None, "end_column": None}],
    }


def test_the_verdict_counts_what_is_not_listed() -> None:
    document = json.report([], [FINDING], Law(), datetime.date(2026, 11, 10), "zh")

    assert (document["publishable"], document["errors"], document["warnings"], document["findings"]) == (True, 0, 1, [])
