"""Findings for programs, schema 1.

{
"schema": 1,                  raised when a field changes its meaning or goes away; fields may be added without it
"publishable": false,         no errors in the whole community, whatever is listed below
"errors": 1, "warnings": 0, "advice": 2,      counted over the whole community
"as_of": "2026-11-10",
"findings": [                 those asked for, sorted by path, line, column, code
{
"code": "FIN003", "severity": "error",    error, warning or advice
"path": "ledgers/finance/committee/2026-03.yml",     relative to the community's folder
"line": 66, "column": 13, "end_line": 66, "end_column": 21,    1-based, in code points, the end exclusive; null: the file as a whole
"title": "…", "message": "…", "remedy": "…",          in the language asked for
"basis": [{"act": "accounting", "article": "17", "text": "会计法（2024）第十七条"}],
"related": [{"path": "…", "line": 1, "column": 1, "end_line": 1, "end_column": 2}]
}
]
}
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from mingbai.diagnostics import Diagnostic, Place, Severity
from mingbai.packs import Law
from mingbai.values.text import Lang

SCHEMA = 1


def report(findings: Sequence[Diagnostic], everything: Sequence[Diagnostic], law: Law, as_of: datetime.date, lang: Lang) -> dict[str, Any]:
    """The document; `everything` is what the verdict counts, `findings` what is listed."""
    count = {s: sum(f.severity is s for f in everything) for s in Severity}
    return {
        "schema": SCHEMA,
        "publishable": not count[Severity.ERROR],
        "errors": count[Severity.ERROR],
        "warnings": count[Severity.WARNING],
        "advice": count[Severity.ADVICE],
        "as_of": as_of.isoformat(),
        "findings": [entry(f, law, lang) for f in findings],
    }


def entry(one: Diagnostic, law: Law, lang: Lang) -> dict[str, Any]:
    """One finding."""
    return {
        "code": one.code.id,
        "severity": one.severity.value,
        **_place(one.place),
        "title": one.code.title.say(lang),
        "message": one.message(lang),
        "remedy": one.remedy(lang),
        "basis": [{"act": c.act, "article": c.article, "text": law.cite(c, lang)} for c in law.basis(one.basis)],
        "related": [_place(p) for p in one.related if p.path],
    }


def _place(place: Place) -> dict[str, Any]:
    line, column, end_line, end_column = place.span or (None, None, None, None)
    return {"path": place.path, "line": line, "column": column, "end_line": end_line, "end_column": end_column}
