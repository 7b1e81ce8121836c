"""What `mingbai new` is asked for, and what it makes of it."""

from __future__ import annotations

import datetime
from typing import NamedTuple


class Wish(NamedTuple):
    """What was asked for: the day (None: the usual one), book, id and type as typed."""

    date: datetime.date | None
    book: str | None
    id: str | None
    type: str | None


class Started(NamedTuple):
    """A file to be written: its path below `ledgers/` and its text."""

    path: str
    text: str
