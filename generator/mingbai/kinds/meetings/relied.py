"""MTG064: a task or a commitment does not rest on a motion that was not carried; whoever pays, plans or makes a pact has a rule of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books, Citation
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.records import Result
from mingbai.kinds.meetings.register import entries
from mingbai.values.text import Text

NOT_CARRIED = Code(
    "MTG064",
    Severity.WARNING,
    Text("依据的决议没有通过", "it rests on a motion that was not carried"),
    Text("引用的 {decision} “{topic}”的结果是“{result}”", "{decision} “{topic}”, which it cites, came to “{result}”"),
    Text(
        "核对编号；确实没有通过的，去掉“决议”这一栏，或者重新提交会议表决。",
        "Check the id; if it was not carried, leave “decision” out, or put it to the vote again.",
    ),
    Text("没有通过的决议，不能说是大家定的。", "What was not carried was not decided by anybody."),
    (Cite("urban-committee", "30"), Cite("village-committee", "28")),
)

_ASKED = ("admission", "commitments")
"""The ledgers that say no more than on which decision they rest."""


@rule(NOT_CARRIED)
def what_is_taken_on_was_carried(books: Books) -> Iterator[Diagnostic]:
    """A task that was taken on and a commitment rest on no decision that was rejected, deferred or had no quorum."""
    for entry in entries(books):
        if entry.result in (None, Result.PASSED):
            continue
        for citation in books.referrers("decision", entry.id):
            if citation.filed.kind in _ASKED and not _refused(citation):
                said: dict[str, Any] = {"decision": entry.id, "topic": entry.decision.topic, "result": entry.result.text}
                yield NOT_CARRIED.at(books.place(citation.record, citation.field), record=_told_at(citation), **said)


def _refused(citation: Citation) -> bool:
    """A task that was refused may well rest on a motion that was rejected."""
    return getattr(getattr(citation.record, "outcome", None), "value", None) == "refused"


def _told_at(citation: Citation) -> int:
    """Beside what it is told: the commitment, or the task, which fills its file."""
    whole = citation.filed.record
    return whole.at_ if citation.filed.kind == "admission" and whole is not None else citation.record.at_
