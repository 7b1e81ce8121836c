"""What the catalogue may ask of the admission of tasks: that one was decided, ended, that an office asked."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.admission.records import Admission
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """A task on the day it was decided and on the day it was withdrawn or finished (事: 决定, 撤销, 办结; 类别)."""
    for filed in books.of(Admission):
        task = filed.record
        if task is None:
            continue
        for what, held in (("决定", task.decided), ("撤销", task.withdrawn), ("办结", task.closed)):
            if held is not None and held.day <= books.as_of:
                id = filed.id if what == "决定" else f"{filed.id}/{held.day}"
                yield Trace(held.day, id, task, say("{matter}：{what}", matter=task.matter, what=what), faceted(task, 事=[what]))


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Admission, 事=["决定", "撤销", "办结"])
