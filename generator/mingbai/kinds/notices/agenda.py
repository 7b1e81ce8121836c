"""The last day to object, for the calendar; what was put up and what came of it, for the feed."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.notices.pages import address
from mingbai.kinds.notices.records import Notice
from mingbai.kinds.notices.standing import State, every, state
from mingbai.pages import Ahead, News
from mingbai.values.days import spoken
from mingbai.values.speech import say


def ahead(view: View) -> Iterator[Ahead]:
    """The last day of every prior notice that is open or to come."""
    for filed, one in every(view.books):
        if one.prior and one.end is not None and state(one, view.books.as_of) in (State.OPEN, State.COMING):
            words = say(
                "“{title}”公示到这一天截止。{told}", title=one.title, told=say("提意见：{channel}。", channel=one.channel) if one.channel else ""
            )
            yield Ahead(f"notices/{filed.id}", one.end, "公示", say("公示截止：{title}", title=one.title), words, address(filed.id))


def _words(one: Notice) -> str:
    """What was put up, of which sort, until when one may object: 公示，种类是“社会救助”，到2026年3月12日截止。"""
    until = say("，到{end}截止", end=spoken(one.end)) if one.prior and one.end else ""
    return say("{what}，种类是“{sort}”{until}。", what="公示" if one.prior else "通告", sort=one.sort.zh, until=until)


def news(view: View) -> Iterator[News]:
    """Every notice on the day it was put up, every outcome on its day."""
    for filed, one in every(view.books):
        yield News(f"notices/{filed.id}", one.start, "公示" if one.prior else "公布", one.title, _words(one), address(filed.id))
        if one.outcome is not None:
            yield News(
                f"notices/{filed.id}/outcome",
                one.outcome.day,
                "公示结果",
                one.title,
                say("{text}。", text=one.outcome.text),
                f"{address(filed.id)}#outcome",
            )
