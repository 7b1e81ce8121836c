"""ADM: the money follows the task (费随事转): what was promised arrives in time, no task goes without, no such money without its task."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.admission import codes
from mingbai.kinds.admission.records import Admission, DutyFile
from mingbai.kinds.admission.standing import Followed, Standing, State, standings, without_task
from mingbai.values.money import grouped


@rule(codes.MISSING_MONEY, codes.LATE_MONEY)
def promised_money_arrives_in_time(books: Books) -> Iterator[Diagnostic]:
    """What was promised for a task has arrived, by the lines of its funds, on the day agreed; the first sum that has not is told."""
    for s in books.derived(standings):
        if not s.taken or s.state is State.WITHDRAWN:
            continue
        for promise, total in s.promised_by:
            if promise.due >= books.as_of or s.arrived_by(promise.due) >= total:
                continue
            said: dict[str, Any] = {"due": promise.due, "promised": grouped(total)}
            place, day = books.place(promise, "due"), s.reached(total)
            if day is not None and day <= books.as_of:
                yield codes.LATE_MONEY.at(place, record=s.task.at_, day=day, days=(day - promise.due).days, **said)
                continue
            said |= {"as_of": books.as_of, "arrived": grouped(s.arrived), "missing": grouped(total - s.arrived), "id": s.id}
            yield codes.MISSING_MONEY.at(place, record=s.task.at_, **said)
            break


@rule(codes.NO_MONEY)
def no_task_goes_without_money(books: Books) -> Iterator[Diagnostic]:
    """A task that was taken on has money promised or come, or says why it needs none."""
    for s in books.derived(standings):
        if s.taken and lacks_money(s):
            yield codes.NO_MONEY.at(books.place(s.task, "matter"), record=s.task.at_, matter=s.task.matter)


@rule(codes.TOO_LITTLE)
def the_money_covers_what_the_task_needs(books: Books) -> Iterator[Diagnostic]:
    """Where a task says how much money it needs and some was promised or came, it comes to that; one without any is ADM010."""
    for s in books.derived(standings):
        needed, given = s.task.asked.money if s.task.asked else None, max(s.promised, s.arrived)
        if s.taken and s.state is not State.WITHDRAWN and needed is not None and 0 < given < needed:
            place = books.place(s.task.asked, "money") if s.task.asked else books.place(s.task, "matter")
            yield codes.TOO_LITTLE.at(place, record=s.task.at_, needed=grouped(needed), given=grouped(given), short=grouped(needed - given))


def lacks_money(s: Standing) -> bool:
    """Whether nothing was promised, nothing came, and nothing says that nothing is needed."""
    return s.followed is Followed.UNPROMISED


def kept(books: Books) -> bool:
    """Whether the community keeps a register of tasks, or a list of what it does."""
    return bool(books.of(Admission) or books.of(DutyFile))


@rule(codes.NO_TASK)
def no_such_money_goes_without_a_task(books: Books) -> Iterator[Diagnostic]:
    """Once tasks are registered, a fund of money that follows a task names the task."""
    for fund in without_task(books) if kept(books) else ():
        yield codes.NO_TASK.at(books.place(fund, "nature"), record=fund.at_, fund=fund.name)
