"""What higher levels ask of appraisals: how many were held, how members and helpers were rated, who was unfit twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.appraisals.grading import ratings
from mingbai.kinds.appraisals.records import Grade, Standing
from mingbai.pages import Measure
from mingbai.values.speech import say


def measures(view: View) -> Iterator[Measure]:
    """Of the newest year that was appraised; zeros where there was none."""
    every = view.books.derived(ratings)
    newest = [r for r in every if r.year == max(one.year for one in every)] if every else []
    yield Measure("开展民主评议的年度数", len({r.year for r in every}))
    for standing in Standing:
        for grade in Grade:
            count = sum(r.person.standing is standing and r.grade is grade for r in newest)
            yield Measure(say("最近一次评议：{standing}{grade}", standing=standing.zh, grade=grade.zh), count)
    yield Measure("连续两次不称职", sum(r.ends for r in newest))
