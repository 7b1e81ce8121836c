"""What a found page is told by: its kind, its book, its year, its day. All of it stands in its address and on the pages above it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple

from mingbai.pages import Page

_DAY = re.compile(r"(?:^|/)((?:19|20)\d\d)-(\d\d)-(\d\d)(?=[/-])")
_YEAR = re.compile(r"(?:^|/)((?:19|20)\d\d)(?=[/-])")
BOOKS = "finance/"
"""Below it every book has its folder."""
HOME = "search/"
"""Where one searches; nothing below it is searched."""


class Facets(NamedTuple):
    """`kind` and `book` are addresses of the pages they are named by (`finance/`, `finance/committee/`), empty where a page is of none."""

    kind: str
    book: str
    year: str
    day: datetime.date | None


def facets(page: Page, base: str, known: Mapping[str, str]) -> Facets:
    """Of a page in the part `base` of the site; `known` are the titles of its pages by their address below it."""
    address = page.address.removeprefix(base)
    top, mark, rest = address.partition("/")
    kind = f"{top}/" if mark and f"{top}/" in known and (rest or any(a != address and a.startswith(address) for a in known)) else ""
    book = BOOKS + address.removeprefix(BOOKS).partition("/")[0] + "/" if address.startswith(BOOKS) else ""
    held = _DAY.search(address)
    day = _day(held) if held else page.updated
    year = _YEAR.search(address)
    return Facets(kind, book if book in known else "", year[1] if year else str(day.year) if day else "", day)


def _day(found: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        return None  # 2026-13-40 in the name of a file is no day
