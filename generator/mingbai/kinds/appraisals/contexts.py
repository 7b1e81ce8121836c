"""What the templates of appraisals see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mingbai.kinds.appraisals.records import AppraisalFile
from mingbai.pages import Link, Note


class Row(NamedTuple):
    """A person appraised: the ballots, the result as a word, whether the office ends."""

    office: str
    name: str
    excellent: int
    fit: int
    barely: int
    unfit: int
    grade: str
    colour: str
    ends: bool
    row: int


class SurveyRow(NamedTuple):
    """A survey in words, with the shares of those asked in tenths of a percent, rounded down."""

    subject: str
    day: str
    asked: int
    method: str
    content: str
    aware: str


@dataclass(frozen=True, slots=True)
class YearContext:
    """`appraisals/year.html`: one year; `banner` says whose office ends."""

    file: AppraisalFile
    lede: str
    banner: tuple[str, ...]
    rows: tuple[Row, ...]
    surveys: tuple[SurveyRow, ...]
    meeting: Link | None
    rule: str
    notes: tuple[Note, ...]
    source: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """`appraisals/part.html`: the years, on the page of supervision."""

    banner: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
