"""The last day of a term of office, for the calendar: the next election is prepared months before."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.elections.pages import address
from mingbai.kinds.elections.terms import bodies
from mingbai.pages import Ahead
from mingbai.values.speech import of, say


def ahead(view: View) -> Iterator[Ahead]:
    """Of every body whose last election is on record."""
    for body in bodies(view.books):
        if body.election is None or body.since is None:
            continue
        over, id = body.over(body.since), view.books.file(body.election).id
        if over > view.books.as_of:
            words = say("{name}选出的这一届到这一天届满，届满及时换届。", name=body.election.name)
            yield Ahead(f"elections/{id}", over, "换届", say("{body}任期届满", body=of(body.name)), words, address(id))
