"""Whether a commitment is kept, as of a day; never typed."""

from __future__ import annotations

import datetime

from mingbai.kinds.commitments.records import Commitment
from mingbai.values.terms import Term


class State(Term):
    """Where a commitment stands."""

    OVERDUE = "overdue", "逾期"
    ONGOING = "under way", "兑现中"
    KEPT = "kept", "已兑现"
    FAILED = "not kept", "没有兑现"


def state(one: Commitment, as_of: datetime.date) -> State:
    """Kept once it was done, not kept where the reason is given, overdue after its day."""
    if one.done is not None:
        return State.KEPT
    if one.failed is not None:
        return State.FAILED
    return State.OVERDUE if one.deadline < as_of else State.ONGOING
