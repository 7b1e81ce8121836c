"""ELE017, ELE024–ELE026: a recall says who asked and how many voted for it, and those vote who may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.elections import codes
from mingbai.kinds.elections.counting import deciding
from mingbai.kinds.elections.records import Election, ElectionKind, Way
from mingbai.kinds.elections.rules import missed
from mingbai.kinds.meetings.records import Meeting
from mingbai.packs import cites
from mingbai.values.text import Text

_AFFAIR = "board-elections"
"""The matter of the packs under which directors and supervisors are elected and recalled."""


@rule(codes.TOO_FEW_ASKED)
def enough_ask_for_a_recall(books: Books) -> Iterator[Diagnostic]:
    """A recall is asked for by so many voters, households or representatives as the pack says; of a collective, by as many as its charter says, where it is written down."""
    community = books.the(Community)
    village = community is not None and community.kind.zh == "村委会"
    for election in books.records(Election):
        asked = election.asked
        if asked is None:
            continue
        if election.kind is ElectionKind.BOARD_RECALL:
            id = "board-recall"
        elif asked.by is Way.REPRESENTATIVES:
            id = "recall-representatives"
        else:
            id = "village-recall" if village else "recall"
        standard = books.law.standard(id, asked.date)
        share = standard.share if standard else None
        if standard is not None and share is not None and not share.met(asked.count, asked.of):
            said: dict[str, Any] = {"count": asked.count, "of": asked.of, "share": missed(share), "least": share.least(asked.of)}
            yield codes.TOO_FEW_ASKED.at(books.place(asked, "count"), record=election.at_, basis=books.law.basis(cites(standard.basis)), **said)


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
            if voted.yes is None:
                yield codes.NO_VOTES.at(books.place(voted, "took_part"), took_part=voted.took_part)


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
