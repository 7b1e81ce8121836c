"""How documents and what they promise stand on a day; never typed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Filed
from mingbai.kinds.docs.records import Doc, DocSort, Finding, Progress, Task
from mingbai.values.terms import Term


class State(Term):
    """Where a document stands."""

    COMING = "to come", "还没有施行"
    IN_FORCE = "in force", "现行"
    ENDED = "ended", "已废止"
    REPLACED = "replaced", "已被取代"
    SHOWN = "published", "已公布"


class Done(Term):
    """Where a task or a finding stands."""

    DONE = "done", "已完成"
    OVERDUE = "overdue", "逾期"
    ONGOING = "under way", "进行中"
    AHEAD = "not begun", "未开始"
    STOPPED = "stopped", "已停止"


def every(books: Books) -> Iterator[tuple[Filed[Doc], Doc]]:
    """The documents that could be read."""
    return ((f, f.record) for f in books.of(Doc) if f.record is not None)


def replaced(books: Books) -> dict[str, Doc]:
    """Which documents a later one replaces, by their id, on the day of the books."""
    found = {}
    for _, one in every(books):
        if one.replaces is not None and (one.effective or one.day) <= books.as_of:
            found[one.replaces] = one
    return found


def state(books: Books, id: str, one: Doc) -> State:
    """A standing rule is in force from its day until it ends or is replaced; anything else is published."""
    if one.sort is not DocSort.RULE:
        return State.SHOWN
    if one.ended is not None and one.ended <= books.as_of:
        return State.ENDED
    if id in books.derived(replaced):
        return State.REPLACED
    return State.COMING if (one.effective or one.day) > books.as_of else State.IN_FORCE


def done(one: Task | Finding, as_of: datetime.date) -> Done:
    """Done once its day is written, or its progress says so; overdue after its deadline."""
    said = one.progress if isinstance(one, Task) else None
    if said is Progress.DONE or (one.done is not None and one.done <= as_of):
        return Done.DONE
    if said is Progress.STOPPED:
        return Done.STOPPED
    if one.deadline is not None and one.deadline < as_of:
        return Done.OVERDUE
    return Done.AHEAD if said is Progress.AHEAD else Done.ONGOING
