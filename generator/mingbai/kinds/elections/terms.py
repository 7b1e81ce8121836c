"""Terms of office: when a body was last elected, when its term is over (urban law arts 13, 14, 36; village law arts 14, 37; collectives arts 28, 29)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kinds.community.records import Community, CommunityKind, Person
from mingbai.kinds.elections.counting import counts
from mingbai.kinds.elections.records import Election, ElectionKind
from mingbai.packs import Standard
from mingbai.values.days import months_later
from mingbai.values.text import Text

_NAMED = {
    ElectionKind.COMMITTEE: ("term-years", Text("居民委员会", "the residents' committee")),
    ElectionKind.SUPERVISORS: ("term-years", Text("监督委员会", "the supervisory committee")),
    ElectionKind.BOARD: ("board-term-years", Text("理事会", "the board of directors")),
    ElectionKind.MEMBERS: ("members-term-years", Text("成员代表", "the members' representatives")),
}
"""What is elected for a term that a law lays down, and the standard of the packs; the supervisors of a collective follow its charter."""
_VILLAGE = Text("村民委员会", "the villagers' committee")


@dataclass(frozen=True, slots=True)
class Elected:
    """A body elected for a term.

    Attributes:
        name: what it is called; standard: the years of its term, with their clauses.
        election, since: the last one that elected anybody, and its day; None where none is on record.
        holders: who is registered in community.yml as holding, or having held, one of its offices.
    """

    name: Text
    standard: Standard
    election: Election | None
    since: datetime.date | None
    holders: tuple[Person, ...]

    def over(self, day: datetime.date) -> datetime.date:
        """The last day of a term that began on a day: the same day so many years later."""
        return months_later(day, 12 * (self.standard.count or 0))


def bodies(books: Books) -> Iterator[Elected]:
    """The bodies whose term the packs lay down."""
    law, community = books.law, books.the(Community)
    village = community is not None and community.kind is CommunityKind.VILLAGE
    for kind, (id, named) in _NAMED.items():
        name = _VILLAGE if village and kind is ElectionKind.COMMITTEE else named
        election = max((one for one in books.records(Election) if one.kind is kind), key=lambda one: _chosen(books, one), default=None)
        since: datetime.date | None = _chosen(books, election) if election is not None else datetime.date.min
        if since == datetime.date.min:
            election, since = None, None
        standard = law.standard(id, since)
        if standard is not None and standard.count is not None:
            yield Elected(name, standard, election, since, tuple(_holders(books, community, kind)) if community else ())


def _chosen(books: Books, one: Election) -> datetime.date:
    """The day of the last round in which somebody was elected; the earliest of days where nobody was by now."""
    voted = ((n, r.date) for n, r in enumerate(one.rounds) if r.date <= books.as_of)
    return max((day for n, day in voted if any(c.elected for c in counts(books.law, one, n))), default=datetime.date.min)


def _holders(books: Books, community: Community, kind: ElectionKind) -> Iterator[Person]:
    offices = books.law.standard("term-offices")
    board, supervisors = (set(b.makeup.offices) if (b := books.law.bodies.get(id)) and b.makeup else set() for id in ("lishihui", "jianshi"))
    if kind is ElectionKind.COMMITTEE and offices is not None:
        yield from (p for p in community.people if any(role.endswith(offices.words) for role in p.roles))
    elif kind is ElectionKind.SUPERVISORS:
        yield from (p for p in community.supervisors if not supervisors & set(p.roles))
    elif kind is ElectionKind.BOARD:
        yield from (p for p in community.people if board & set(p.roles))
