"""Answers to objections and requests, for the feed."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.objections.pages import address
from mingbai.kinds.objections.standing import standings
from mingbai.pages import News
from mingbai.values.speech import say


def news(view: View) -> Iterator[News]:
    """Every answer on the day it was published."""
    for s in view.books.derived(standings):
        answer = s.objection.answer
        if answer is not None and answer.published is not None:
            title = say("{category}：{summary}", category=s.objection.category, summary=s.objection.summary)
            yield News(
                f"objections/{s.id}",
                answer.published,
                "答复",
                title,
                say("{outcome}。{text}", outcome=answer.outcome.zh, text=answer.text),
                address(s),
            )
