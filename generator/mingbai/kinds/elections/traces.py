"""What the catalogue may ask of elections: that the list was shown, that candidates stood, that a result came out."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.elections.records import Election, Way
from mingbai.values.speech import say

_LIST, _VOTE = "选民名单", "投票"
_BODIES = ("委员会", "集体经济组织")
"""Whose election it is: of a committee with its supervisors and representatives; of a collective."""


def traces(books: Books) -> Iterator[Trace]:
    """The list of voters, the candidates, every round, each on its day (事: 选民名单, 候选人, 投票; 种类; 组织: 委员会, 集体经济组织).

    A list of voters comes before the first round; representatives need none, and a collective's list is its charter's.
    """
    for filed in books.of(Election):
        election = filed.record
        if election is None:
            continue
        steps = [
            (_LIST, election.list_published),
            ("候选人", election.candidates_published),
            *((_VOTE, held.date) for held in election.rounds),
        ]
        whose = _BODIES[election.kind.chartered]
        listed = election.way is not Way.REPRESENTATIVES and not election.kind.chartered
        vote = min((held.date for held in election.rounds), default=None)
        for what, day in steps:
            if day is not None and day <= books.as_of:
                yield Trace(
                    day,
                    f"{filed.id}/{day}",
                    election,
                    say("{name}：{what}", name=election.name, what=what),
                    faceted(election, 事=[what], 组织=[whose]),
                    before=vote if listed and what == _LIST else None,
                    prepared=what != _VOTE,
                )


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Election, 事=[_LIST, "候选人", _VOTE], 组织=_BODIES)
