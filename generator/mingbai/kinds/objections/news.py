"""Answers to objections and requests, for the feed."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.objections.pages import address
from mingbai.kinds.objections.standing import standings
from mingbai.pages import News


def news(view: View) -> Iterator[News]:
    """Every answer on the day it was published."""
    for s in view.books.derived(standings):
        answer = s.objection.answer
        if answer is not None and answer.published is not None:
            title = f"{s.objection.category}：{s.objection.summary}"
            yield News(f"objections/{s.id}", answer.published, "答复", title, f"{answer.outcome.zh}。{answer.text}", address(s))
