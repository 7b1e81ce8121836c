"""What higher levels ask of objections and requests: how many came, how they stand."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.objections.standing import State, standings
from mingbai.pages import Measure
from mingbai.values.speech import say


def measures(view: View) -> Iterator[Measure]:
    """All that came, then by how they stand."""
    every = view.books.derived(standings)
    yield Measure("异议和诉求件数", len(every))
    for state in State:
        yield Measure(say("异议和诉求：{state}", state=state.zh), sum(s.state is state for s in every))
