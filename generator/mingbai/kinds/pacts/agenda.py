"""The last day for opinions on a draft, for the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.pacts.known import known
from mingbai.kinds.pacts.state import Stage, State, stage
from mingbai.pages import Ahead
from mingbai.values.speech import say


def ahead(view: View) -> Iterator[Ahead]:
    """Drafts on which opinions are being asked for."""
    for one in known(view.books):
        for standing in one.standings:
            opinions = standing.version.opinions
            if opinions is not None and standing.state is State.DRAFT and stage(standing, view.books.as_of) is Stage.ASKING:
                number = standing.version.number
                words = say("{pact}第 {number} 版草案正在征求意见，这一天截止。", pact=one.pact.name, number=number)
                yield Ahead(
                    f"pacts/{one.filed.id}/{number}",
                    opinions.end,
                    "征求意见",
                    say("{pact}：提意见截止", pact=one.pact.name),
                    words,
                    f"{one.address}v{number}/",
                )
