"""How a notice stands on a day; never typed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Filed
from mingbai.kinds.notices.records import Notice
from mingbai.values.terms import Term

COLUMNS = (("people", "人数", "人"), ("households", "户数", "户"), ("times", "次数", "次"))
"""What figures count: the field, the heading, the unit."""


class State(Term):
    """A prior notice is to come, open, over without a result, or settled; what is no prior notice is up, or was taken down."""

    COMING = "to come", "还没有开始"
    OPEN = "open", "正在公示"
    WAITING = "waiting", "公示期满"
    SETTLED = "settled", "有结果"
    UP = "up", "已公布"
    DOWN = "down", "已撤下"


def state(notice: Notice, as_of: datetime.date) -> State:
    """As of a day; the last day of a prior notice is still open."""
    if notice.start > as_of:
        return State.COMING
    if notice.prior:
        if notice.outcome is not None and notice.outcome.day <= as_of:
            return State.SETTLED
        return State.OPEN if notice.end is None or notice.end >= as_of else State.WAITING
    return State.DOWN if notice.down is not None and notice.down <= as_of else State.UP


def every(books: Books) -> Iterator[tuple[Filed[Notice], Notice]]:
    """The notices that could be read."""
    return ((f, f.record) for f in books.of(Notice) if f.record is not None)
