"""YAML text of meetings → books, and the codes a rule finds in them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from textwrap import dedent

from mingbai import pipeline, reading
from mingbai.books import Books, index_ids
from mingbai.diagnostics import Diagnostic
from mingbai.kinds.community import KIND as COMMUNITY
from mingbai.kinds.meetings import KIND
from mingbai.packs import Law

AS_OF = datetime.date(2026, 11, 10)

HEAD = """
种类: {kind}
通知日期: 2026-02-20
时间: 2026-03-05 14:30
地点: 议事厅
召集: 居委会
主持: 主任
记录: 文书
发言摘要: 按议程进行。
"""
NOTICE = HEAD.replace("发言摘要: 按议程进行。\n", "")
"""The same where nothing is written down yet."""


@cache
def law() -> Law:
    return Law.of(pipeline.pack("cn-2026"))


def books(files: Mapping[str, str], as_of: datetime.date = AS_OF) -> Books:
    """The books of these files (path below ledgers/ → YAML text), read as the pipeline reads them."""
    documents = [reading.read(dedent(text).lstrip("\n").encode(), f"ledgers/{path}", n) for n, (path, text) in enumerate(files.items(), 1)]
    assert not [r.message("zh") for _, refused in documents for r in refused]
    filed, problems = pipeline.parse_all([d for d, _ in documents], (KIND, COMMUNITY))
    assert not [p.message("zh") for p in problems]
    index, _ = index_ids(i for f in filed if f.record is not None and f.kind == KIND.name for i in KIND.ids(f))
    return Books(filed, index, law(), as_of)


def meeting(
    text: str, kind: str = "议事会", path: str = "meetings/2026/2026-03-05-yishi.yml", as_of: datetime.date = AS_OF, called: str = "2026-02-20"
) -> Books:
    """Books with one meeting: the usual head with the day it was called, then `text`."""
    return books({path: HEAD.format(kind=kind).replace("2026-02-20", called) + dedent(text)}, as_of)


def findings(from_books: Books) -> list[Diagnostic]:
    """What is found; that minutes do not say how many representatives there are is left out: tests/unit/kinds/meetings/test_membership.py."""
    return [f for rule in KIND.rules for f in rule.check(from_books) if f.code.id != "MTG072"]


def codes(from_books: Books) -> list[str]:
    return sorted(f.code.id for f in findings(from_books))
