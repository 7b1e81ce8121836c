"""Every figure of the shipped packs stands in a list that is read in review: a deadline, share or sum cannot change unseen.

tests/golden/law.txt is written anew with MINGBAI_UPDATE_GOLDEN=1; its diff shows which figure of which rule moved, with its standing and its clause.
"""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from mingbai import pipeline
from mingbai.packs import ChartFile, Standing
from mingbai.schema.record import Record, fields
from mingbai.values.numbers import Threshold
from mingbai.values.terms import Term
from tests.support.building import REPOSITORY

LISTED = REPOSITORY / "tests/golden/law.txt"
PACKS = ("cn-2026", "cn-chongqing", "cn-shandong", "cn-shanghai", "cn-zhejiang")
_QUIET = ("at_", "version", "english_version")


def figures(record: Record, path: str) -> Iterator[tuple[str, str]]:
    """(where, value) of every number, share, day and yes or no of a record and those inside it; defaults that say nothing are left out."""
    for name in fields(type(record)):
        value = getattr(record, name)
        if value is None or name in _QUIET:
            continue
        if isinstance(value, Threshold):
            yield f"{path}.{name}", value.text.en
        elif isinstance(value, bool | int | datetime.date):
            yield f"{path}.{name}", str(value)
        elif isinstance(value, Term):
            yield f"{path}.{name}", str(value.value)
        elif isinstance(value, Record):
            yield from figures(value, f"{path}.{name}")
        elif isinstance(value, tuple):
            for n, one in enumerate(value):
                if isinstance(one, Record):
                    yield from figures(one, f"{path}.{name}[{_name(one, n)}]")
                elif isinstance(one, int | datetime.date):
                    yield f"{path}.{name}[{n}]", str(one)


def _name(record: Record, n: int) -> str:
    said = [str(getattr(record, name)) for name in ("id", "number", "act", "article", "task") if getattr(record, name, None)]
    return "/".join(said) or str(n)


def listing(pack: str) -> list[str]:
    return [f"{where} = {value}" for file in pipeline.pack(pack) if not isinstance(file, ChartFile) for where, value in figures(file, pack)]


def test_no_figure_of_the_law_has_moved() -> None:
    now = "\n".join(line for pack in PACKS for line in listing(pack)) + "\n"
    if os.environ.get("MINGBAI_UPDATE_GOLDEN"):
        LISTED.write_text(now, "utf-8")
    before = LISTED.read_text("utf-8").splitlines()
    moved = sorted(set(before) ^ set(now.splitlines()))
    assert moved == [], "look at the act before you write the list anew"


def test_the_list_misses_no_number() -> None:
    """Whatever number is changed in any record of any pack, its figures change with it, and they are among those of the file."""
    for pack in PACKS:
        for file in pipeline.pack(pack):
            if isinstance(file, ChartFile):
                continue
            listed = Counter(value for _, value in figures(file, pack))
            for record in _inside(file):
                before = list(figures(record, pack))
                assert Counter(value for _, value in before) <= listed, record
                for changed in _mutations(record):
                    assert list(figures(changed, pack)) != before


def _mutations(record: Record) -> Iterator[Any]:
    """The record with one number, share or day of its own moved by one."""
    for name in fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, Threshold):
            yield record.model_copy(update={name: value._replace(whole=value.whole + 1)})
            yield record.model_copy(update={name: value._replace(inclusive=not value.inclusive)})
        elif isinstance(value, bool):
            yield record.model_copy(update={name: not value})
        elif isinstance(value, int):
            yield record.model_copy(update={name: value + 1})
        elif isinstance(value, datetime.date):
            yield record.model_copy(update={name: value + datetime.timedelta(days=1)})


@pytest.mark.parametrize("pack", PACKS)
def test_what_is_statutory_has_a_clause(pack: str) -> None:
    for file in pipeline.pack(pack):
        for one in _inside(file):
            if getattr(one, "standing", None) is Standing.STATUTORY and hasattr(one, "basis"):
                assert one.basis, one


def _inside(record: Record) -> Iterator[Record]:
    yield record
    for name in fields(type(record)):
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Record):
                yield from _inside(one)
