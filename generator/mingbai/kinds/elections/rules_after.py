"""ELE019–ELE021, ELE045: bodies of a collective have the size the law lays down; the result of a vote is shown on its day; after a new committee is elected its work is handed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.elections import codes
from mingbai.kinds.elections.counting import counts
from mingbai.kinds.elections.records import Election, ElectionKind, Way
from mingbai.kinds.elections.rules import in_force
from mingbai.packs import Body, Makeup, cites
from mingbai.values.counted import counted
from mingbai.values.text import Text


def _elected(books: Books) -> Iterator[tuple[Election, int, Body, Makeup]]:
    """Elections to a body of a collective that has voted, with the seats and what the packs say of that body."""
    for election in books.records(Election):
        law = books.law.on(election.rounds[0].date) if election.rounds else None
        body = law.bodies.get(election.kind.body or "") if law else None
        if body is not None and body.makeup is not None:
            yield election, sum(s.seats for s in election.rounds[0].seats), body, body.makeup


@rule(codes.BOARD_SIZE)
def boards_have_their_size(books: Books) -> Iterator[Diagnostic]:
    """A board of directors, or its supervisors, elected anew has as many members as the pack says."""
    for election, seats, body, makeup in _elected(books):
        if election.kind is not ElectionKind.MEMBERS and not makeup.fits(seats):
            said: dict[str, Any] = {"seats": seats, "body": Text(body.name, body.english), "size": makeup.size}
            yield codes.BOARD_SIZE.at(books.place(election.rounds[0], "seats"), record=election.at_, basis=cites(makeup.basis), **said)


@rule(codes.MEMBERS_SIZE)
def members_representatives_are_enough(books: Books) -> Iterator[Diagnostic]:
    """Members' representatives are as many as the pack says, and each stands for so many households where households elect them."""
    for election, seats, _, makeup in _elected(books):
        if election.kind is not ElectionKind.MEMBERS:
            continue
        said: dict[str, Any] = {"record": election.at_, "basis": cites(makeup.basis), "seats": seats}
        place = books.place(election.rounds[0], "seats")
        if not makeup.fits(seats):
            yield codes.MEMBERS_SIZE.at(place, what=makeup.size, **said)
        if election.way is Way.HOUSEHOLDS and not makeup.spread(election.registered, seats):
            least, most, of = makeup.households_least, makeup.households_most, election.registered
            what = Text(
                f"一般每 {least} 至 {most} 户选一名代表，这里 {of} 户",
                f"as a rule one for every {least} to {counted(most, 'household', 'households')}, of which there are {of}",
            )
            yield codes.MEMBERS_SIZE.at(place, what=what, **said)


@rule(codes.NOT_HANDED_OVER)
def work_is_handed_over(books: Books) -> Iterator[Diagnostic]:
    """Within the days of the pack after a new committee came into being its work was handed over; asked of votes since the act is in force."""
    for election in books.records(Election):
        done = [r.date for n, r in enumerate(election.rounds) if any(c.elected for c in counts(books.law, election, n))]
        if election.kind is not ElectionKind.COMMITTEE or not done:
            continue
        elected, handed = max(done), election.handed_over
        standard = books.law.on(elected).standard("committee-handover-days")
        if standard is None or standard.count is None or not in_force(books, standard, elected):
            continue
        due = books.law.calendar.within(elected, standard.count).day
        if (handed or books.as_of) > due:
            given = Text(f"{handed} 才移交完", f"it was on {handed}") if handed else Text("没有写“移交”", "“handed_over” is missing")
            place = books.place(election, "handed_over" if handed else "kind")
            said: dict[str, Any] = {"elected": elected, "due": due, "days": standard.count, "given": given}
            yield codes.NOT_HANDED_OVER.at(place, record=election.at_, basis=books.law.grounds(codes.NOT_HANDED_OVER, standard), **said)


_SHOWN_AT_ONCE = (ElectionKind.COMMITTEE, ElectionKind.BY_ELECTION, ElectionKind.RECALL)


@rule(codes.RESULT_LATE)
def results_are_shown_on_the_spot(books: Books) -> Iterator[Diagnostic]:
    """Within the days of the pack after the last vote (none: on its day) the result of an election or a recall of the committee is shown."""
    for election in books.records(Election):
        voted, shown = max((r.date for r in election.rounds), default=None), election.result_published
        if election.kind not in _SHOWN_AT_ONCE or voted is None or shown is None:
            continue
        standard = books.law.on(voted).standard("election-result-days")
        if standard is None or standard.count is None or not in_force(books, standard, voted) or (shown - voted).days <= standard.count:
            continue
        said: dict[str, Any] = {"voted": voted, "shown": shown, "days": (shown - voted).days}
        yield codes.RESULT_LATE.at(books.place(election, "result_published"), record=election.at_, basis=books.law.clauses(standard), **said)
