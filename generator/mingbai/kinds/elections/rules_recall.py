"""ELE017, ELE024–ELE026, ELE040–ELE042, ELE044: a recall says who asked and how many voted for it, those vote who may, and who is recalled leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.kinds.elections import codes
from mingbai.kinds.elections.counting import deciding, other_way, recalled, too_few_asked
from mingbai.kinds.elections.records import Election, ElectionKind
from mingbai.kinds.elections.rules import missed
from mingbai.kinds.meetings.records import Meeting
from mingbai.packs import cites
from mingbai.values.text import Text

_AFFAIR = "board-elections"
"""The matter of the packs under which directors and supervisors are elected and recalled."""


@rule(codes.TOO_FEW_ASKED)
def enough_ask_for_a_recall(books: Books) -> Iterator[Diagnostic]:
    """A recall is asked for by so many voters, households or representatives as the pack says; of a collective, by as many as its charter says, where it is written down."""
    for election in books.records(Election):
        asked, standard = election.asked, too_few_asked(books.law, election)
        if asked is not None and standard is not None and (share := standard.share) is not None:
            said: dict[str, Any] = {"count": asked.count, "of": asked.of, "share": missed(share), "least": share.least(asked.of)}
            yield codes.TOO_FEW_ASKED.at(books.place(asked, "count"), record=election.at_, basis=books.law.clauses(standard), **said)


@rule(codes.NOT_ASKED, codes.NO_VOTES)
def a_recall_says_who_asked_and_how_many_agreed(books: Books) -> Iterator[Diagnostic]:
    """Who asked for it stands there; every vote says how many were for it."""
    for election in books.records(Election):
        if not election.kind.recall:
            continue
        if election.asked is None:
            basis = codes.COLLECTIVE if election.kind.chartered else books.law.basis(codes.RECALL)
            yield codes.NOT_ASKED.at(books.place(election, "kind"), record=election.at_, basis=basis)
        for voted in election.rounds:
            if voted.yes is None and not voted.seats:
                yield codes.NO_VOTES.at(books.place(voted, "took_part"), took_part=voted.took_part)


@rule(codes.OTHER_FIELDS)
def a_recall_is_no_election(books: Books) -> Iterator[Diagnostic]:
    """A recall has no offices and candidates, an election no votes for and against; told once, nothing is counted of it."""
    for election in books.records(Election):
        for voted in election.rounds:
            if election.kind.recall and voted.seats:
                what = Text("“职位”和“候选人”", "offices and candidates")
                yield codes.OTHER_FIELDS.at(books.place(voted, "seats"), kind=election.kind.text, what=what)
            elif not election.kind.recall and (voted.yes is not None or voted.no is not None):
                what = Text("“同意罢免”“反对罢免”", "votes for and against a recall")
                yield codes.OTHER_FIELDS.at(books.place(voted, "no" if voted.yes is None else "yes"), kind=election.kind.text, what=what)


@rule(codes.STAYS, codes.NO_HOLDER)
def who_is_recalled_held_the_office_and_leaves_it(books: Books) -> Iterator[Diagnostic]:
    """The office whose recall is asked for is held on that day; once a recall that enough asked for has passed whoever held it does no longer."""
    community = books.the(Community)
    for election in books.records(Election) if community is not None else ():
        if community is None or election.asked is None or not election.kind.recall:
            continue
        asked, voted = election.asked, max(election.rounds, key=lambda r: r.date, default=None)
        day = voted.date if voted else asked.date
        people = [p for p in (*community.people, *community.supervisors) if p.serves(day)]
        holders = [p for p in people if asked.office in p.roles]
        said: dict[str, Any] = {"record": election.at_, "office": asked.office, "date": day}
        basis = codes.COLLECTIVE if election.kind.chartered else books.law.basis(codes.RECALL)
        if not holders and people and _registered(books, asked.office, people):
            yield codes.NO_HOLDER.at(books.place(asked, "office"), basis=basis, **said)
        passed = voted is not None and not voted.seats and recalled(books.law, election, election.rounds.index(voted))
        # too few asked, or voted on otherwise than elected: there is no vote to end an office, as ELE017 and ELE044 tell
        passed = passed and too_few_asked(books.law, election) is None and not other_way(books, election)
        # of several who hold an office by one name it is enough that one has left
        if passed and holders and day < books.as_of and all(p.serves(books.as_of) for p in holders):
            yield codes.STAYS.at(books.place(asked, "office"), basis=basis, related=(books.place(holders[0], "roles"),), **said)


@rule(codes.OTHER_WAY)
def a_recall_is_voted_on_as_the_office_was_filled(books: Books) -> Iterator[Diagnostic]:
    """Those vote on a recall who elected the officer: voters, households or representatives."""
    for election in books.records(Election):
        if ways := other_way(books, election):
            wanted = Text("、".join(w.zh for w in ways), ", ".join(w.value for w in ways))
            said: dict[str, Any] = {"way": election.way.text, "wanted": wanted, "office": election.asked.office if election.asked else ""}
            yield codes.OTHER_WAY.at(books.place(election, "way"), record=election.at_, basis=books.law.basis(codes.RECALL), **said)


def _registered(books: Books, office: str, people: list[Person]) -> bool:
    """Whether community.yml is where the holder of an office stands: a committee's members, and directors and supervisors where there are any.

    Representatives and leaders of groups stand elsewhere.
    """
    elected = books.law.standard("term-offices")
    if elected is not None and office.endswith(elected.words):
        return True
    held = {role for person in people for role in person.roles}
    boards = (b.makeup.offices for id in ("lishihui", "jianshi") if (b := books.law.bodies.get(id)) and b.makeup)
    return any(office in offices and held & {*offices} for offices in boards)


@rule(codes.WRONG_BODY)
def members_recall_their_board(books: Books) -> Iterator[Diagnostic]:
    """Directors and supervisors are recalled by the bodies that the pack names for it; another way of voting, or a meeting of another body, is told."""
    for filed in books.of(Election):
        election = filed.record
        if election is None or election.kind is not ElectionKind.BOARD_RECALL:
            continue
        affair = books.law.on(min((r.date for r in election.rounds), default=books.as_of)).affairs.get(_AFFAIR)
        if affair is None:
            continue
        bodies = [body for id in affair.bodies if (body := books.law.bodies.get(id)) is not None]
        wanted = Text("或者".join(b.name for b in bodies), " or ".join(b.english for b in bodies))
        basis = cites(affair.basis)
        if deciding(election) not in affair.bodies:
            what = Text(f"“方式”写的是{election.way.zh}", f"“way” is {election.way.value}")
            yield codes.WRONG_BODY.at(books.place(election, "way"), record=election.at_, basis=basis, what=what, wanted=wanted)
        held = books.find("meeting", election.meeting, filed) if election.meeting else None
        if isinstance(held, Meeting) and (body := books.law.body(held.kind.zh)) is not None and body.id not in affair.bodies:
            what = Text(f"引用的是{body.name}", f"the meeting cited is one of the {body.english}")
            yield codes.WRONG_BODY.at(books.place(election, "meeting"), record=election.at_, basis=basis, what=what, wanted=wanted)
