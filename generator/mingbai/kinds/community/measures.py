"""What higher levels ask of the community itself: officers and supervisors in office, and how supervisors were chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.community.records import Community, Person
from mingbai.kinds.community.terms import Chosen
from mingbai.pages import Measure
from mingbai.values.speech import say


def measures(view: View) -> Iterator[Measure]:
    """Those in office on the day the books are read, each person once."""
    community = view.books.the(Community)
    if community is not None:
        yield Measure("在任工作人员", _serving(view, community.people))
        yield Measure("在任监督委员会成员", _serving(view, community.supervisors))
        for way in Chosen:
            by = [p for p in community.supervisors if p.term is not None and p.term.chosen is way]
            yield Measure(say("监督委员会成员：{way}", way=way.zh), _serving(view, by))
        untold = [p for p in community.supervisors if p.term is None or p.term.chosen is None]
        yield Measure("监督委员会成员：没有写怎样产生", _serving(view, untold))


def _serving(view: View, people: Sequence[Person]) -> int:
    day = view.books.as_of
    return len({p.name for p in people if p.serves(day)})
