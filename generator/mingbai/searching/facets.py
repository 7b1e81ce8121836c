"""What a found page is told by: its kind, its book, its year, its day; and what it weighs beside others.

All of it stands in its address, on the pages above it and in what it is made from.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple

from mingbai.pages import Page

_DAY = re.compile(r"(?:^|/)((?:19|20)\d\d)-(\d\d)-(\d\d)(?=[/-])")
_YEAR = re.compile(r"(?:^|/)((?:19|20)\d\d)(?=[/-])")
BOOKS = "finance/"
"""Below it every book has its folder; a page alone (资金, 更正记录) is of all books."""
HOME = "search/"
"""Where one searches; nothing below it is searched."""


RETOLD = ("calendar/", "disclosure/", "warnings/", "data/", "glossary/", "law/", "services/print/", "services/occasions/", "services/people/")
"""What stands below these is told by other pages first, or is of no ledger: days, items of the catalogue, what rules noticed, words, the same guides again."""


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
    kind = f"{top}/" if mark and f"{top}/" in known and (rest or _leads(address, known)) else ""
    folder = BOOKS + address.removeprefix(BOOKS).partition("/")[0] + "/" if address.startswith(BOOKS) else ""
    book = folder if folder in known and (address != folder or _leads(address, known)) else ""
    held = _DAY.search(address)
    day = _day(held) if held else page.updated
    year = _YEAR.search(address)
    return Facets(kind, book, year[1] if year else str(day.year) if day else "", day)


def _leads(address: str, known: Mapping[str, str]) -> bool:
    """Whether pages lie below it."""
    return any(a != address and a.startswith(address) for a in known)


def is_section(page: Page, base: str) -> bool:
    """Whether it is the way into a part of the site: `supervision/`."""
    return page.address.removeprefix(base).count("/") == 1


def is_retold(page: Page, base: str) -> bool:
    """Whether other pages have told first what stands here; the home page is made of others, too."""
    address = page.address.removeprefix(base)
    return not address or address.startswith(RETOLD)


def weight(page: Page, base: str, shared: bool = False) -> int:
    """The place among pages that answer equally well: times four among those whose titles do, and the rest among all others.

    A page made from one file of the ledgers (a month, a meeting, a guide) is 1 and stands before what is gathered from several (2) and what is told
    again (3). So is a page that is one entry of a file with many (`shared`: a gift, an asset), but where titles answer: a voucher it cites is looked
    for on the page of the month. Where titles answer, the way into a part of the site is 0: it says what there is of that, and how to come to it.
    """
    plain = 3 if is_retold(page, base) else 1 if page.source and not page.source.endswith("/") else 2
    if is_section(page, base):
        return max(plain, 2)
    return plain * 4 + max(plain, 2 if shared else 0)


def _day(found: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        return None  # 2026-13-40 in the name of a file is no day
