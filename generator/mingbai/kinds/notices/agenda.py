"""The last day to object, for the calendar; what was put up and what came of it, for the feed."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.notices.pages import address
from mingbai.kinds.notices.standing import State, every, state
from mingbai.pages import Ahead, News
from mingbai.values.speech import say


def ahead(view: View) -> Iterator[Ahead]:
    """The last day of every prior notice that is open or to come."""
    for filed, one in every(view.books):
        if one.prior and one.end is not None and state(one, view.books.as_of) in (State.OPEN, State.COMING):
            words = say(
                "“{title}”公示到这一天截止。{told}", title=one.title, told=say("提意见：{channel}。", channel=one.channel) if one.channel else ""
            )
            yield Ahead(f"notices/{filed.id}", one.end, "公示", say("公示截止：{title}", title=one.title), words, address(filed.id))


def news(view: View) -> Iterator[News]:
    """Every notice on the day it was put up, every outcome on its day."""
    for filed, one in every(view.books):
        yield News(f"notices/{filed.id}", one.start, "公示" if one.prior else "公布", one.title, say("{sort}。", sort=one.sort.zh), address(filed.id))
        if one.outcome is not None:
            yield News(
                f"notices/{filed.id}/outcome",
                one.outcome.day,
                "公示结果",
                one.title,
                say("{text}。", text=one.outcome.text),
                f"{address(filed.id)}#outcome",
            )
